"""Groups of quotations that refuse what must not be joined: other speakers, other occasions, rival renderings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newstemma.align.clashes import clashing, stated
from newstemma.align.quotations import Quotation
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["Link", "Union"]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Evidence that two quotations belong together; sorts strongest first."""

    rank: int
    weight: float  # negative: the more the earlier
    one: int
    other: int
    strength: float = field(compare=False)
    run: int = field(compare=False)
    by_words: bool = field(compare=False)


class Union:
    """Disjoint sets of quotations that refuse what must not be joined."""

    def __init__(self, quoted: Sequence[Quotation], settings: UtteranceSettings) -> None:
        self.quoted, self.settings = quoted, settings
        self.parent = list(range(len(quoted)))
        self.members = [[index] for index in range(len(quoted))]
        self.speakers = [{item.speaker} - {""} for item in quoted]
        self.stated = [stated(item.setting) for item in quoted]
        self.apart: list[set[int]] = [set() for _ in quoted]
        self.longest = [item.words for item in quoted]
        self.weakest = [1.0] * len(quoted)

    def root(self, index: int) -> int:
        """Return the quotation that stands for the group of `index`."""
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def hold_apart(self, one: int, other: int) -> None:
        """Forbid that two quotations ever come into one group."""
        self.apart[one].add(other)
        self.apart[other].add(one)

    def join(self, link: Link) -> None:
        """Join the groups of a link's ends, unless something forbids it."""
        one, other = self.root(link.one), self.root(link.other)
        if one == other:
            return
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        if not self._allowed(one, other, link):
            return
        self.parent[other] = one
        self.members[one] += self.members[other]
        self.speakers[one] |= self.speakers[other]
        self.stated[one] |= self.stated[other]
        self.apart[one] |= self.apart[other]
        self.longest[one] = max(self.longest[one], self.longest[other])
        self.weakest[one] = min(self.weakest[one], self.weakest[other], link.strength)

    def _allowed(self, one: int, other: int, link: Link) -> bool:
        if any(self.root(index) == one for index in self.apart[other]):
            return False
        many = self.speakers[one] and self.speakers[other]
        if many and not self.speakers[one] & self.speakers[other] and not link.by_words:
            return False
        if link.by_words and link.run >= self.settings.run_any_occasion:
            return True
        kinds = clashing(self.stated[one], self.stated[other])
        if link.by_words:
            return not ("day" in kinds or {"where", "when"} <= kinds)
        return not kinds

    def groups(self) -> list[tuple[int, ...]]:
        """Return the groups, each sorted."""
        return sorted(
            tuple(sorted(self.members[index])) for index in range(len(self.parent)) if self.root(index) == index
        )
