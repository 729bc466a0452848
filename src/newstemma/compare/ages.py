"""Differences of age: one person, named or not, who is so old for one article and so old for another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newstemma.compare.context import Context, Contexts, likeness
from newstemma.compare.event_terms import kind_of, term_of
from newstemma.compare.number_natures import days_apart
from newstemma.compare.positions import candidate_pairs, group
from newstemma.model import (
    Alignment,
    AnnotatedArticle,
    Difference,
    Entity,
    Mention,
    Nature,
    NumberValue,
    Position,
    Quantity,
    Span,
    day_of,
    fingerprint,
)
from newstemma.settings.differences import DifferenceSettings
from newstemma.text.stems import stem

__all__ = ["age_differences"]

_CORRECTION = 200  # characters between an age and the one that it replaces
_SHARED = 2  # words that the surroundings of two nameless persons share besides what they are called
_NEAR = 40  # characters on either side in which the bearer of an age stands
# An age at another time: "won as a 17-year-old", "at the age of 30".
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:as an?|when (?:s?he|they) (?:was|were)(?: an?)?|ages?|age of|over|under|turn(?:ed|s|ing)?|who (?:was|were)"
    r"(?: an?)? then)\s+(?:just |only |about )?$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:in|back in|of) (?:19|20)\d\d\b")
_FORMER = re.compile(
    r"\b(?:initially|previously|originally|earlier|first)\b[^.;]{0,40}$|\bhad been (?:reported|said|thought|believed)\b"
    r"[^.;]{0,20}$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"(?:[\s-]old\b)?\s+(?:(?P<first>[a-z]+)\s+)??(?P<noun>[a-z]+)\b")
_NOUN_BEFORE = re.compile(
    r"\b(?P<noun>boy|girl|child|baby|man|woman|teenager|student|victim|suspect|driver|son|daughter|mother|father)\b"
    r"[^.;,]{0,80}$",
    re.IGNORECASE,
)
_SEX = {
    **dict.fromkeys("boy man son father brother husband schoolboy male gentleman uncle grandfather".split(), "m"),
    **dict.fromkeys("girl woman daughter mother sister wife schoolgirl female lady aunt grandmother".split(), "f"),
}
_KIN = frozenset("son daughter mother father brother sister wife husband".split())


@dataclass(frozen=True, slots=True)
class _Age:
    """An age with whose it is: an entity, or somebody who is only called by a noun.

    `former` says that the article gives it as one that no longer holds,
    `alone` that it stands for the person: "a 19-year-old".
    """

    quantity: Quantity
    context: Context
    bearer: str
    noun: str
    published: date | None
    former: bool
    alone: bool

    @property
    def article(self) -> str:
        return self.quantity.span.article

    @property
    def terms(self) -> Sequence[str]:
        """What another age may have in common with it: whose it is, and the words around it."""
        return [f"@{self.bearer}" if self.bearer else "", *self.context.weights]

    @property
    def years(self) -> float:
        return self.quantity.low or 0.0


def age_differences(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, contexts: Contexts, *, settings: DifferenceSettings
) -> Iterator[Difference]:
    """Yield the ages of one person that are not the same for two articles of the same days.

    >>> list(age_differences([], Alignment(), Contexts([], 14, 7), settings=DifferenceSettings()))
    []

    Two ages are one person's where both belong to one name; where nobody is named, where both belong to the same sort
    of person in surroundings that agree; else where what is told of the nameless one is told of the name by others.
    """
    entity_of = {mention: entity for entity in alignment.entities for mention in entity.mentions}
    ages = [age for article in articles for age in _ages(article, contexts, entity_of)]
    told = _Told(alignment.entities, contexts)
    stated: dict[str, list[_Age]] = defaultdict(list)
    for age in ages:
        stated[age.article].append(age)
    edges = []
    terms = [dict.fromkeys((*age.terms, *told.events(age.bearer)), 1.0) for age in ages]
    for first, second in candidate_pairs(terms, settings.common_most(len(ages))):
        one, other = ages[first], ages[second]
        if one.quantity.unit != other.quantity.unit or not _near(one, other, settings):
            continue
        if one.article == other.article:
            if one.former != other.former and _corrected(one, other):
                edges.append((1.0, first, second))
            continue
        sole = _is_sole(one, stated[one.article]) and _is_sole(other, stated[other.article])
        alike = _alike(one, other, told, settings.likeness_sole_age if sole else settings.likeness_age)
        if alike > 0 and not _gives(stated[one.article], one, other) and not _gives(stated[other.article], other, one):
            edges.append((alike, first, second))

    def fits(some: Sequence[int], others: Sequence[int]) -> bool:
        bearers = {ages[place].bearer for place in (*some, *others)} - {""}
        return len(bearers) < 2

    names = {entity.id: entity.name for entity in alignment.entities}
    for places in group(len(ages), edges, fits):
        if (difference := _difference([ages[place] for place in places], contexts, names)) is not None:
            yield difference


class _Told:
    """What the articles tell of each entity, as surroundings of its mentions."""

    def __init__(self, entities: Sequence[Entity], contexts: Contexts) -> None:
        self._mentions = {entity.id: entity.mentions for entity in entities}
        self._contexts = contexts
        self._known: dict[str, list[Context]] = {}

    def alike(self, entity: str, nameless: Context) -> float:
        """Return how alike the surroundings of a nameless person and of some mention of a name are, of one event."""
        return max(
            (likeness(told, nameless) for told in self._around(entity) if told.events.keys() & nameless.events),
            default=0.0,
        )

    def events(self, entity: str) -> list[str]:
        """Return the events of which the articles tell around an entity; none where there is no entity."""
        return sorted({event for told in self._around(entity) for event in told.events}) if entity else []

    def _around(self, entity: str) -> Sequence[Context]:
        if entity not in self._known:
            around = (self._contexts.around(span) for span in self._mentions.get(entity, ()))
            self._known[entity] = [context for context in around if context is not None]
        return self._known[entity]


def _ages(article: AnnotatedArticle, contexts: Contexts, entity_of: Mapping[Span, Entity]) -> Iterator[_Age]:
    """Yield the ages that an article gives for somebody as he is now."""
    text, day = article.article.text, day_of(article.article.about.published)
    mentions = sorted((m for m in article.mentions if m.type == "person"), key=lambda m: m.span)
    starts = [mention.span.start for mention in mentions]
    ages: list[_Age] = []
    for quantity in article.quantities:
        span = quantity.span
        if quantity.counted != "age" or quantity.low is None or quantity.low != quantity.high or quantity.hedge:
            continue
        context = contexts.around(span)
        if context is None:
            continue
        before = text[max(context.sentence.start, span.start - 2 * _NEAR) : span.start]
        if _AT_ANOTHER_TIME.search(before) or _THEN.search(context.sentence.of(text)):
            continue
        at = bisect_right(starts, span.end + _NEAR)
        near = [mention for mention in mentions[max(0, at - 8) : at] if mention.span.end >= span.start - _NEAR]
        bearer = next((entity_of[m.span].id for m in near if m.span in entity_of and _bears(m, span, text)), "")
        noun, alone = _noun(span, text, before), "-" in span.of(text)
        ages.append(_Age(quantity, context, bearer, noun, day, _FORMER.search(before) is not None, alone))
    corrected = {(age.years, age.quantity.unit) for age in ages if age.former}
    for age in ages:
        yield replace(age, former=(age.years, age.quantity.unit) in corrected)


def _bears(mention: Mention, age: Span, text: str) -> bool:
    """Tell whether a mention is put with an age: "Moss, 41,", "41-year-old Moss", "the 41-year-old"."""
    if mention.form == "pronoun":
        return False
    if mention.span.overlaps(age):
        return mention.form == "nominal" and bool(mention.name)
    if mention.form != "name":
        return False
    if mention.span.end <= age.start:
        between = text[mention.span.end : age.start]
        return re.fullmatch(r",\s+(?:an?\s+)?|\s+is\s+|\s+\(", between) is not None
    between = text[age.end : mention.span.start]
    return re.fullmatch(r"\s+(?:[a-z]+\s+){0,2}?(?:named\s+|called\s+)?", between) is not None


def _noun(age: Span, text: str, before: str) -> str:
    """Return the noun, singular, of whom an age is told; empty where none is near."""
    printed = age.of(text)
    if "-" in printed:
        found = _NOUN_AFTER.match(text, age.end, min(len(text), age.end + _NEAR))
        words = [found["first"] or "", found["noun"]] if found else []
        return next((stem(word) for word in words if kind_of(stem(word))[1] or stem(word) in _SEX), "")
    found = _NOUN_BEFORE.search(before)
    return found["noun"].lower() if found else ""


def _one_sort(one: _Age, other: _Age) -> bool:
    """Tell whether the nouns of two ages can be of one person."""
    if not one.noun or not other.noun:
        return True
    sexes = {_SEX.get(one.noun), _SEX.get(other.noun)} - {None}
    kin = {one.noun in _KIN, other.noun in _KIN}
    return len(sexes) < 2 and len(kin) == 1 and kind_of(one.noun)[0] == kind_of(other.noun)[0]


def _near(one: _Age, other: _Age, settings: DifferenceSettings) -> bool:
    """Tell whether two ages and the days on which they were published are near enough to be of one person."""
    if days_apart(one.published, other.published) > settings.apart_days:
        return False
    small, large = sorted((one.years, other.years))
    return small > 0 and large <= settings.apart_ratio * small


def _corrected(one: _Age, other: _Age) -> bool:
    """Tell whether an article sets one of two ages right: "was first said to be 4, but is 3"."""
    gap = max(one.quantity.span.start - other.quantity.span.end, other.quantity.span.start - one.quantity.span.end)
    return gap <= _CORRECTION and one.bearer == other.bearer and _one_sort(one, other)


def _alike(one: _Age, other: _Age, told: _Told, needed: float) -> float:
    """Return how surely two ages of two articles are one person's; 0 where they are not."""
    if one.bearer and other.bearer:
        return 1.0 if one.bearer == other.bearer else 0.0
    if not one.bearer and not other.bearer:
        alike = likeness(one.context, other.context)
        meant = all(each.noun or each.alone for each in (one, other)) and bool(one.noun or other.noun)
        shared = (one.context.weights.keys() & other.context.weights.keys()) - {term_of(one.noun), term_of(other.noun)}
        meant = meant and len(shared) >= _SHARED
        return alike if alike >= needed and meant and _one_sort(one, other) else 0.0
    named, nameless = (one, other) if one.bearer else (other, one)
    if not _one_sort(one, other) or not (nameless.noun or nameless.alone):
        return 0.0
    alike = told.alike(named.bearer, nameless.context)
    return alike if alike >= needed else 0.0


def _is_sole(age: _Age, stated: Sequence[_Age]) -> bool:
    """Tell whether an article gives no other age, as of now, for another person of that sort."""
    return all(
        each.years == age.years or each.former or age.former
        for each in stated
        if each.quantity.unit == age.quantity.unit and _one_sort(each, age)
    )


def _gives(stated: Sequence[_Age], one: _Age, other: _Age) -> bool:
    """Tell whether the article of `one` gives the other age as well, to somebody else, as of now."""
    return one.years != other.years and any(
        each.years == other.years and not each.former and not one.former and _one_sort(each, other) for each in stated
    )


def _difference(ages: Sequence[_Age], contexts: Contexts, names: Mapping[str, str]) -> Difference | None:
    """Make positions of the ages of one person; `None` where all articles agree."""
    values: dict[float, list[_Age]] = defaultdict(list)
    for age in ages:
        values[age.years].append(age)
    giving = [{age.article for age in held} for held in values.values()]
    if len(values) < 2 or all(some == giving[0] for some in giving):
        return None
    positions = []
    for years in sorted(values):
        witnesses = tuple(sorted(age.quantity.span for age in values[years]))
        value = NumberValue(years, years, False, False, ages[0].quantity.unit)
        positions.append(Position(value, contexts.printed(witnesses[0]), witnesses))
    spans = sorted(span for position in positions for span in position.witnesses)
    bearer = next((names[age.bearer] for age in ages if age.bearer), "")
    noun = next((age.noun for age in ages if age.noun), "")
    about = f"age of {bearer}" if bearer else f"age of the {noun}" if noun else "age"
    nature: Nature = "update" if any(age.former for age in ages) else "conflict"
    return Difference(fingerprint("difference", "number", *spans), "number", nature, about, tuple(positions))
