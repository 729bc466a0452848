"""Differences of place: one event, put in one place by some articles and in or near another by others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from newstemma.model import Alignment, AnnotatedArticle, Claim, Difference, Entity, Nature, Position, Span, fingerprint
from newstemma.settings.wording import PlaceSettings
from newstemma.text.tokens import tokenize

__all__ = ["place_differences"]

# A preposition of place and what may stand between it and the name: "in the northern town of", "in the capital,".
_BEFORE = re.compile(
    r"""(?P<governor>[\w’'-]+)\s+(?P<preposition>in|at|inside|near|outside|close\ to)\s+
        (?:(?!in\b|at\b|on\b|from\b|to\b|with\b|by\b|for\b|and\b|near\b|outside\b|after\b|before\b|over\b)[\w’'-]+,?\s+){0,5}$""",
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w.'’-]*")
_ROOT = 5  # letters that a country and its people mostly share
_REACH = 80  # characters before a name in which its preposition is looked for
_BESIDE = frozenset(("near", "outside", "close to"))
_WITHIN = re.compile(r"(?:,|\s+in|,?\s+(?:a|the)\s+\w+\s+in)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$")


@dataclass(frozen=True, slots=True)
class _Location:
    """A place as a sentence gives it: the preposition, the word that governs it, the entity."""

    entity: str
    name: str
    beside: bool
    governor: str
    span: Span
    sentence: Span

    @property
    def value(self) -> str:
        return f"{'near' if self.beside else 'in'} {self.name}"


def place_differences(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, *, settings: PlaceSettings
) -> tuple[Difference, ...]:
    """Return where articles put one event in places that are not the same.

    >>> place_differences([], Alignment(), settings=PlaceSettings())
    ()

    In one place for some and near it for others, of the same people, is "scope"; a place that some article says lies in
    the other is "precision"; "conflict" stays for two places that follow the same word in witnesses of one claim and of
    which none is known to hold the other.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    entity_of = {mention: entity for entity in alignment.entities for mention in entity.mentions}
    locations = [location for article in ordered for location in _locations(article, entity_of)]
    people = _people(ordered, entity_of)
    inside = _inside(ordered, entity_of)
    found = {
        difference.id: difference
        for difference in (
            *_beside(locations, people),
            *_elsewhere(ordered, alignment.claims, locations, inside, settings),
        )
    }
    return tuple(sorted(found.values(), key=lambda difference: difference.positions[0].witnesses))


def _locations(article: AnnotatedArticle, entity_of: Mapping[Span, Entity]) -> Iterator[_Location]:
    sentences = iter(article.sentences)
    sentence = next(sentences, None)
    for mention in sorted(article.mentions, key=lambda mention: mention.span):
        while sentence is not None and sentence.end <= mention.span.start:
            sentence = next(sentences, None)
        entity = entity_of.get(mention.span)
        if sentence is None or entity is None or entity.type != "place" or mention.form != "name":
            continue
        start = max(sentence.start, mention.span.start - _REACH)
        found = _BEFORE.search(article.article.text[start : mention.span.start])
        if found is None:
            continue
        preposition = " ".join(found["preposition"].lower().split())
        span = Span(article.id, start + found.start("preposition"), mention.span.end)
        yield _Location(entity.id, entity.name, preposition in _BESIDE, found["governor"].lower(), span, sentence)


def _people(articles: Sequence[AnnotatedArticle], entity_of: Mapping[Span, Entity]) -> Mapping[Span, frozenset[str]]:
    """Return for each sentence the persons that it speaks of."""
    people: dict[Span, set[str]] = defaultdict(set)
    for article in articles:
        sentences = iter(article.sentences)
        sentence = next(sentences, None)
        for mention in sorted(article.mentions, key=lambda mention: mention.span):
            while sentence is not None and sentence.end <= mention.span.start:
                sentence = next(sentences, None)
            entity = entity_of.get(mention.span)
            if sentence is not None and entity is not None and entity.type == "person":
                people[sentence].add(entity.id)
    return {sentence: frozenset(persons) for sentence, persons in people.items()}


def _inside(articles: Sequence[AnnotatedArticle], entity_of: Mapping[Span, Entity]) -> frozenset[tuple[str, str]]:
    """Return pairs of places of which some article says that the first lies in the second: "Aldport, Norland"."""
    pairs = set()
    for article in articles:
        places = [
            (mention.span, entity.id)
            for mention in sorted(article.mentions, key=lambda mention: mention.span)
            if (entity := entity_of.get(mention.span)) and entity.type == "place"
        ]
        for (one, first), (other, second) in pairwise(places):
            between = article.article.text[one.end : other.start]
            if first != second and len(between) <= _REACH and _WITHIN.fullmatch(between):
                pairs.add((first, second))
    return frozenset(pairs)


def _beside(locations: Iterable[_Location], people: Mapping[Span, frozenset[str]]) -> Iterator[Difference]:
    """Yield differences between being in a place and being near it, where both are said of one person."""
    by_place: dict[str, list[_Location]] = defaultdict(list)
    for location in locations:
        by_place[location.entity].append(location)
    for _, found in sorted(by_place.items()):
        near = [location for location in found if location.beside]
        persons = frozenset().union(*(people.get(location.sentence, frozenset()) for location in near))
        articles = {location.span.article for location in near}
        within = [
            location
            for location in found
            if not location.beside
            and location.span.article not in articles
            and people.get(location.sentence, frozenset()) & persons
        ]
        if near and within:
            yield _difference("scope", [within, near], "")


def _elsewhere(
    articles: Sequence[AnnotatedArticle],
    claims: Iterable[Claim],
    locations: Sequence[_Location],
    inside: frozenset[tuple[str, str]],
    settings: PlaceSettings,
) -> Iterator[Difference]:
    """Yield, for each claim, places that two of its witnesses do not share."""
    texts = {article.id: article.article.text for article in articles}
    by_article: dict[str, list[_Location]] = defaultdict(list)
    for location in locations:
        by_article[location.span.article].append(location)
    for claim in claims:
        if len(claim.articles) < 2:
            continue
        placed = [
            (witness, stated)
            for witness in claim.witnesses
            if (stated := [location for location in by_article[witness.article] if witness.covers(location.span)])
        ]
        for (one, first), (other, second) in combinations(placed, 2):
            if one.article == other.article or {p.entity for p in first} & {p.entity for p in second}:
                continue
            if len(_longer(one, texts) & _longer(other, texts)) < settings.least_shared_words:
                continue
            for here in first:
                for there in second:
                    if here.governor != there.governor or _told_of(there, here, texts) or _told_of(here, there, texts):
                        continue
                    yield _difference(_nature(here.entity, there.entity, inside), [[here], [there]], claim.id)


def _told_of(place: _Location, other: _Location, texts: Mapping[str, str]) -> bool:
    """Tell whether the sentence of `other` speaks of `place` too, be it as "Norlandic" for Norland."""
    printed = other.sentence.of(texts[other.sentence.article]).lower()
    return any(re.search(rf"\b{re.escape(word[:_ROOT].lower())}", printed) for word in _NAME.findall(place.name))


def _nature(one: str, other: str, inside: frozenset[tuple[str, str]]) -> Nature:
    return "precision" if (one, other) in inside or (other, one) in inside else "conflict"


def _longer(span: Span, texts: Mapping[str, str]) -> frozenset[str]:
    tokens = tokenize(texts[span.article], span.start, span.end)
    return frozenset(token.key for token in tokens if len(token.key) >= 4 and token.text[:1].islower())


def _difference(nature: Nature, groups: Sequence[Sequence[_Location]], claim: str) -> Difference:
    positions = []
    for group in groups:
        witnesses = tuple(sorted({location.span for location in group}))
        first = min(group, key=lambda location: location.span)
        positions.append(Position(first.value, first.value, witnesses))
    positions.sort(key=lambda position: (-len({span.article for span in position.witnesses}), position.witnesses))
    evidence = sorted(span for position in positions for span in position.witnesses)
    about = " / ".join(sorted({location.name for group in groups for location in group}))
    return Difference(fingerprint("difference", "place", *evidence), "place", nature, about, tuple(positions), claim)
