"""From the noun phrase at a source to a name: "the Lylish minister, Ida Osk", "a spokesman for Osk Inc."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newstemma.annotate.gazetteer import (
    AGENCIES,
    COLLECTIVES,
    FORMS_OF_ADDRESS,
    PLATFORMS,
    ROLES,
    SPOKESPERSONS,
)
from newstemma.annotate.titles import role_of, title_words
from newstemma.model import Article, Mention, Span
from newstemma.settings.names import NameSettings

__all__ = ["MESSAGES", "Sources"]

_UNNAMED = frozenset("i we you me us who which that this one anyone everyone nobody some many most others".split())
_DETERMINER = re.compile(r"(?:the|a|an|his|her|its|their|this|that|another|one|our)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:a|an|another|one|some|many|several|most|two|three)\s", re.IGNORECASE)
_OBLIQUE = re.compile(
    r"\b(?:of|for|at|in|to|from|with|by|on|against|under|about|near|representing|behind)\s+(?:the\s+)?$"
)
_ADDRESS = re.compile(r"([\w’'-]+)\.?\s+$")  # a word before a name, such as "Mr." or "Governor"
_OWNS = re.compile(r"['’]s?\s+\w")
_PHRASE_END = re.compile(r",|\s(?:of|for|at|in|who|that|which|from|with|on|to|by|about|whose|including)\b")
_CORPORATE = frozenset("company firm corporation bank retailer carrier airline automaker insurer lender".split())
_SERVANTS = SPOKESPERSONS | frozenset("aide adviser advisor lawyer attorney ally representative strategist".split())
_LAWMAKERS = frozenset("lawmaker legislator congressman congresswoman representative senator".split())
_AFTER_NAMES = frozenset(
    """and or who whose which of at in from with on for to by himself herself themselves alongside via through as then
    also both is was has a an the""".split()
)
MESSAGES = frozenset(
    """statement memo memorandum letter email e-mail release post tweet message complaint lawsuit filing document press
    announcement advisory notice speech""".split()
)
"""What somebody writes or says, so that "the statement" stands for whoever made it."""
_DOCUMENTS = MESSAGES | frozenset(
    """report study survey website site poll article story book review analysis transcript newsletter editorial blog
    account data figures page feed ad""".split()
)


def _core(text: str) -> int:
    """Return where the head of a noun phrase ends: before a comma, a preposition or a relative."""
    found = _PHRASE_END.search(text, 1)
    return found.start() if found else len(text)


def _described_as(name: str, noun: str) -> str:
    """Return a description that serves as a name: "an Osk aide", "Osk aides"."""
    if noun.endswith("s") and role_of(noun) == noun[:-1]:
        return f"{name} {noun}"
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name} {noun}"


def _is_complement(before: str) -> bool:
    """Tell whether what stands before a name makes it a complement: "a lawyer for Mr. | Osk", not "for | Osk"."""
    while (address := _ADDRESS.search(before)) and address.group(1).lower() in FORMS_OF_ADDRESS:
        before = before[: address.start()]
    return _OBLIQUE.search(before) is not None and before.strip().lower() not in {"for", "to"}


def _narrows(after: str) -> bool:
    """Tell whether a name only narrows the noun that comes after it: "Osk aides"."""
    word = re.match(r"\s+([a-z][\w-]*)", after)
    return word is not None and word.group(1) not in _AFTER_NAMES


def _titles(after: str, mention: Mention, inside: Sequence[Mention]) -> bool:
    """Tell whether `mention` only opens the title of a name that follows: "Osk Campaign Manager Una Brill"."""
    for other in inside:
        if other.span.start > mention.span.end and other.title:
            between = after[: other.span.start - mention.span.end].strip()
            return bool(between) and other.title.endswith(between)
    return False


@dataclass(slots=True, eq=False, repr=False)
class Sources:
    """The mentions of one article, and how a noun phrase among them leads to a name."""

    article: Article
    mentions: Sequence[Mention]
    settings: NameSettings
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [mention.span.start for mention in self.mentions]

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions that lie inside `span`, the wider before the narrower."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        inside = [mention for mention in self.mentions[first:last] if mention.span.end <= span.end]
        return sorted(inside, key=lambda mention: (mention.span.start, -mention.span.end))

    def begun(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin from `start` up to `end`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def name(self, span: Span, described: Sequence[str]) -> str:
        """Return the name of the speaker whom the noun phrase at `span` means, or nothing.

        `described` are the speakers before, the last one last: "the spokesman" is the one who was described so.
        """
        text = span.of(self.article.text)
        if text.lower() in _UNNAMED:
            return ""
        heads = list(self._heads(span, text))
        people = [mention for mention in heads if mention.type == "person"]
        if people:
            return people[0].name
        return self._titled(span) or self._body(span, text, heads) or self._described(span, text, described)

    def _heads(self, span: Span, text: str) -> Iterator[Mention]:
        """Yield the mentions with a name that are not complements, possessors or modifiers."""
        reached = -1
        inside = self.within(span)
        for mention in inside:
            if mention.span.start < reached or mention.form == "pronoun" or not mention.name:
                continue
            reached = mention.span.end
            before, after = text[: mention.span.start - span.start], text[mention.span.end - span.start :]
            if _is_complement(before):
                continue
            if _OWNS.match(after) or (
                mention.type == "person" and (_narrows(after) or _titles(after, mention, inside))
            ):
                continue
            yield mention

    def _titled(self, span: Span) -> str:
        """Return the person right behind `span` whose title it begins: "company chairman | and founder Ida Osk"."""
        words = span.of(self.article.text).lower()
        reach = self.article.span(span.end, min(len(self.article.text), span.end + self.settings.title_reach))
        return next((m.name for m in self.within(reach) if m.title.lower().startswith(words) and " " in words), "")

    def _body(self, span: Span, text: str, heads: Sequence[Mention]) -> str:
        """Return the organisation or place among `heads`, unless it only narrows a person: "an Osk spokesman"."""
        core = _core(text)
        for number, mention in enumerate(heads):
            if mention.span.start - span.start > core:
                break
            if mention.type == "other" and mention.form == "name" and _INDEFINITE.match(text):
                return ""  # "a Republican" is no name
            following = heads[number + 1] if number + 1 < len(heads) else None
            if mention.name in AGENCIES and following and following.span.start - mention.span.end == 1:
                continue  # the credit of an image that ran into its caption
            end = mention.span.end - span.start
            tail = re.match(r"[\w\s#-]*", text[end:core] if end < core else "")
            words = tail.group().split() if tail else []
            noun = next((word for word in reversed(words[:4]) if word.lower() in ROLES | COLLECTIVES), "")
            if noun.lower() in ROLES:
                return _described_as(mention.name, noun)
            narrows = bool(words) and mention.form == "name" and words[0].islower()
            document = mention.type == "organization" and bool(words) and words[-1] in _DOCUMENTS
            if not narrows or (mention.type == "organization" and noun) or (document and mention.name not in PLATFORMS):
                return mention.name
        return ""

    def _described(self, span: Span, text: str, described: Sequence[str]) -> str:
        """Return a name for a speaker who has none but whose organisation has: "a spokesman for Osk Inc."."""
        head = _DETERMINER.sub("", text[: _core(text)], count=1).lower().split()
        role, last = role_of(" ".join(head)), head[-1] if head else ""
        definite = not _INDEFINITE.match(text)
        if role and definite and (titled := self._by_title(span, role)):
            return titled
        for mention in self.within(span):
            if mention.name in PLATFORMS or not mention.name or mention.form == "pronoun":
                continue
            before = text[: mention.span.start - span.start]
            if mention.type == "other" and not (role in SPOKESPERSONS and before.endswith(" for ")):
                continue
            end = mention.span.end - span.start
            attached = not _OWNS.match(text[end:]) or end <= _core(text)  # not "a man at Osk’s rally"
            if role and attached and (mention.type != "person" or role in _SERVANTS):
                return _described_as(mention.name, next((word for word in head if role_of(word) == role), role))
            if not role and mention.type != "place" and last in _DOCUMENTS:
                return mention.name
        company = self._company(span) if set(head) & _CORPORATE else ""
        if role:
            earlier = next((name for name in reversed(described) if _is_role(name, role)), "") if definite else ""
            return earlier or (_described_as(company, role) if company else "")
        return company if last in _DOCUMENTS else ""

    def _by_title(self, span: Span, role: str) -> str:
        """Return the person named last before whose title says what the source says: "the Lyle governor"."""
        words = set(title_words(span.of(self.article.text))) - {"the", "his", "her"}
        offices = _LAWMAKERS if role in _LAWMAKERS else {role}
        for mention in reversed(self.mentions[: bisect_left(self.starts, span.start)]):
            if not mention.title or mention.type != "person":
                continue
            told = role_of(mention.title)
            if told in offices and (told != role or words <= set(title_words(mention.title))):
                return mention.name
        return ""

    def _company(self, span: Span) -> str:
        """Return the organisation spoken of most before `span`: that of "a company spokesman"."""
        before = self.mentions[: bisect_left(self.starts, span.start)]
        counts = Counter(mention.name for mention in before if mention.type == "organization" and mention.name)
        return max(sorted(counts), key=lambda name: counts[name], default="")


def _is_role(name: str, role: str) -> bool:
    words = set(name.lower().split())
    return role in words or (role in SPOKESPERSONS and bool(SPOKESPERSONS & words))
