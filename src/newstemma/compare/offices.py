"""Differences of office: one person, a deputy for some articles and not for others, or in charge of less."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newstemma.model import AnnotatedArticle, Difference, Entity, Mention, Position, Span, fingerprint

__all__ = ["office_differences"]

_RANKS = frozenset("interim acting deputy vice assistant associate caretaker designate elect".split())
_COMPLEMENT = re.compile(r"\s(?:of|for|at|in)\s+(?:the\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSOR = re.compile(r"^.*['’]s?\s+")
_SEVERAL = re.compile(r",|\band\b|&", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Office:
    """An office as it stands beside a name: main word, ranks before it, what it is an office of or for."""

    head: str
    ranks: frozenset[str]
    charges: tuple[frozenset[str], ...]
    printed: str
    span: Span

    @property
    def article(self) -> str:
        return self.span.article

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*self.charges)

    @property
    def form(self) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
        """What two mentions of one office have in common."""
        return self.ranks, self.charges

    def narrows(self, other: _Office) -> bool:
        """Tell whether this is a lesser office than one given in full: a deputy's, or of a part only."""
        if not other.charges:
            return False
        if self.ranks != other.ranks:
            return self.ranks > other.ranks and (not self.charges or bool(self.words & other.words))
        return len(self.charges) > len(other.charges) and other.words < self.words


def office_differences(articles: Sequence[AnnotatedArticle], entities: Iterable[Entity]) -> Iterator[Difference]:
    """Yield the offices of one person that are not the same for two articles.

    >>> list(office_differences([], []))
    []

    "Deputy harbour master" and "harbour master", "president for the north at Osk Ferries" and "president of Osk
    Ferries": such a difference is "precision", since the longer one says more, where an article only ever gives the
    shorter. A title alone, as it stands before every later mention of a name, says nothing.
    """
    person = {mention: entity for entity in entities if entity.type == "person" for mention in entity.mentions}
    held: dict[tuple[str, str, str], list[_Office]] = defaultdict(list)
    for article in articles:
        for mention in article.mentions:
            entity = person.get(mention.span)
            office = _office(article, mention) if entity and mention.title else None
            if entity is not None and office is not None:
                held[entity.id, entity.name, office.head].append(office)
    for (_, name, _), offices in sorted(held.items()):
        if (difference := _difference(name, offices)) is not None:
            yield difference


def _office(article: AnnotatedArticle, mention: Mention) -> _Office | None:
    span = article.titled(mention)
    if span is None or _SEVERAL.search(mention.title):
        return None
    first, *charges = _COMPLEMENT.split(mention.title)
    leading = [word.lower() for word in _WORD.findall(_POSSESSOR.sub("", first))]
    if not leading:
        return None
    ranks = frozenset(_RANKS.intersection(leading))
    named = tuple(frozenset(word.lower() for word in _WORD.findall(charge)) for charge in charges)
    return _Office(leading[-1], ranks, tuple(charge for charge in named if charge), mention.title, span)


def _difference(name: str, offices: Sequence[_Office]) -> Difference | None:
    """Make a difference of the narrowest office and the one that it narrows, of articles that never say more."""
    full = {office.article for office in offices if office.ranks or len(office.charges) > 1}
    for narrow in sorted(offices, key=lambda office: (-len(office.ranks), -len(office.charges), office.span)):
        wide = [office for office in offices if narrow.narrows(office) and office.article not in full]
        if wide:
            positions = _position([office for office in offices if office.form == narrow.form]), _position(wide)
            spans = sorted(span for position in positions for span in position.witnesses)
            return Difference(fingerprint("difference", "name", *spans), "name", "precision", name, positions)
    return None


def _position(offices: Sequence[_Office]) -> Position:
    first = min(offices, key=lambda office: office.span)
    return Position(first.printed, first.printed, tuple(sorted({office.span for office in offices})))
