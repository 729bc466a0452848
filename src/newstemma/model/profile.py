"""What recurs over one outlet's articles, which no single article shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

__all__ = ["OutletProfile", "Place", "Profile", "RecurringLine"]

Place = Literal["head", "middle", "tail"]
"""Where in an article a line stands: among the first lines, among the last ones, or between."""


@dataclass(frozen=True, slots=True, order=True)
class RecurringLine:
    """A line in its normal form, where it is residue, and how often it was seen.

    `cut` are the places at which it is residue. `articles`, `days` and `stories` count those that have it anywhere,
    `head`, `middle` and `tail` the articles that have it there.
    """

    line: str
    cut: tuple[Place, ...]
    articles: int = 0
    days: int = 0
    stories: int = 0
    head: int = 0
    middle: int = 0
    tail: int = 0


@dataclass(frozen=True, slots=True, order=True)
class OutletProfile:
    """The lines that recur over one outlet's articles; `articles` and `days` count what it was made from."""

    outlet: str
    articles: int
    days: int
    lines: tuple[RecurringLine, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The profiles of outlets, sorted, and what they were made with: version and settings.

    >>> profile = Profile((OutletProfile("the tern", 40, 31, (RecurringLine("follow the tern", ("tail",)),)),))
    >>> profile.cuts("the tern"), profile.cuts("the gull")
    ({'follow the tern': ('tail',)}, {})
    """

    outlets: tuple[OutletProfile, ...] = ()
    made_with: Mapping[str, str] = field(default_factory=dict)
    _cuts: dict[str, dict[str, tuple[Place, ...]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        cuts = {known.outlet: {line.line: line.cut for line in known.lines} for known in self.outlets}
        object.__setattr__(self, "_cuts", cuts)

    def cuts(self, outlet: str) -> Mapping[str, tuple[Place, ...]]:
        """Return the recurring lines of an outlet, with the places at which they are residue."""
        return self._cuts.get(outlet, {})

    @property
    def fingerprint(self) -> str:
        """A hash of the content, which changes when any outlet, line or count does.

        >>> Profile().fingerprint == Profile((), {"version": "2"}).fingerprint
        True
        """
        return sha256(repr(self.outlets).encode("utf-8", "surrogatepass")).hexdigest()
