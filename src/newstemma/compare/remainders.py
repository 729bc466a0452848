"""Numbers that an article only implies: "all but three" of a group that it counts elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from newstemma.compare.event_terms import kind_of
from newstemma.compare.number_natures import days_apart
from newstemma.compare.stated import is_inside, speech_of, terms_of
from newstemma.model import AnnotatedArticle, Difference, NumberValue, Position, Span, day_of, fingerprint
from newstemma.settings.differences import DifferenceSettings
from newstemma.text.stems import stem

__all__ = ["remainder_differences"]

_WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})"
_GROUP = r"(?:\s+of\s+(?:them|the\s+(?P<whole>[a-z]+s)))?"
_ALL_BUT = re.compile(rf"\ball\s+but\s+{_NUMBER}\b{_GROUP}", re.IGNORECASE)
_SOME = re.compile(rf"\b{_NUMBER}\s+of\s+(?:them|the\s+(?P<whole>[a-z]+s))\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:,!?()“”\"—–\n]|\s(?:and|but|which|who|while|after|following|before|as)\s")
_PLURAL = re.compile(r"\b[a-z-]{1,40}s\b")
_FAR = 200  # characters before a number in which its group is named
_LONG = 60  # characters behind a number in which what is said of so many stands
_PREDICATE = 2  # terms that two predicates must share


@dataclass(frozen=True, slots=True)
class _Part:
    """So many of a group, of whom something is said: the number, the terms of what is said, where and when."""

    count: float
    kind: str
    terms: frozenset[str]
    span: Span
    published: date | None


def remainder_differences(
    articles: Sequence[AnnotatedArticle], *, settings: DifferenceSettings
) -> Iterator[Difference]:
    """Yield what "all but three" of a group do by one article, where another one says it of another number.

    >>> list(remainder_differences([], settings=DifferenceSettings()))
    []

    The group is counted by the same article: its first exact number of such things that is large enough. What is said
    must be the same in two words at least ("were carrying nets", "was carrying a net"). Articles that imply one number
    of one thing are witnesses of one difference.
    """
    texts = {article.id: article.article.text for article in articles}
    implied = _alike(part for article in articles for part in _implied(article))
    stated = _alike(part for article in articles for part in _stated(article)) if implied else []
    for parts in implied:
        facing: dict[float, list[_Part]] = defaultdict(list)
        for others in stated:
            if _one_thing(parts[0], others[0]):
                facing[others[0].count] += [other for other in others if _may_differ(parts, other, settings)]
        positions = [_position(others, texts) for _, others in sorted(facing.items()) if others]
        if not positions or facing.get(parts[0].count):
            continue
        positions.insert(0, _position(parts, texts))
        spans = sorted(span for position in positions for span in position.witnesses)
        text, at = texts[parts[0].span.article], parts[0].span.end
        about = " ".join(text[at : _end(text, at)].split())
        yield Difference(fingerprint("difference", "number", *spans), "number", "conflict", about, tuple(positions))


def _alike(parts: Iterable[_Part]) -> list[list[_Part]]:
    """Return parts with one number of one kind of whom the same is said, each such group by place."""
    groups: dict[tuple[float, str, frozenset[str]], list[_Part]] = defaultdict(list)
    for part in parts:
        groups[part.count, part.kind, part.terms].append(part)
    return sorted((sorted(group, key=_place) for group in groups.values()), key=lambda group: group[0].span)


def _place(part: _Part) -> Span:
    return part.span


def _implied(article: AnnotatedArticle) -> Iterator[_Part]:
    text, speech = article.article.text, speech_of(article)
    for sentence in article.sentences:
        for found in _ALL_BUT.finditer(text, sentence.start, sentence.end):
            if is_inside(found.start(), speech):
                continue
            missing = _WORDS.get(found["number"].lower()) or int(found["number"])
            before = _PLURAL.findall(text, max(sentence.start, found.start() - _FAR), found.start())
            noun = found["whole"] or (before[-1] if before else "")
            kind = kind_of(stem(noun))[0] if noun else ""
            total = _total(article, kind, missing)
            if total is not None:
                yield _part(article, found, total - missing, kind)


def _stated(article: AnnotatedArticle) -> Iterator[_Part]:
    text = article.article.text
    # What is quoted is an utterance's; the number in "all but three" is of those left out.
    taken = speech_of(article)
    for sentence in article.sentences:
        taken += [Span(article.id, *found.span()) for found in _ALL_BUT.finditer(text, sentence.start, sentence.end)]
    for sentence in article.sentences:
        for found in _SOME.finditer(text, sentence.start, sentence.end):
            if is_inside(found.start(), taken):
                continue
            kind = kind_of(stem(found["whole"]))[0] if found["whole"] else ""
            yield _part(article, found, float(_WORDS.get(found["number"].lower()) or int(found["number"])), kind)
    for quantity in article.quantities:
        if quantity.unit == "" and quantity.low is not None and quantity.low == quantity.high and quantity.counted:
            if any(quantity.span.overlaps(span) for span in taken):
                continue
            span, end = quantity.span, _end(text, quantity.span.end)
            terms = frozenset(terms_of(text[span.end : end]))
            yield _Part(
                quantity.low, kind_of(quantity.counted)[0], terms, span, day_of(article.article.about.published)
            )


def _part(article: AnnotatedArticle, found: re.Match[str], count: float, kind: str) -> _Part:
    text, day = article.article.text, day_of(article.article.about.published)
    terms = frozenset(terms_of(text[found.end() : _end(text, found.end())]))
    return _Part(count, kind, terms, Span(article.id, *found.span()), day)


def _end(text: str, at: int) -> int:
    ends = _CLAUSE_END.search(text, at, at + _LONG)
    return ends.start() if ends else min(len(text), at + _LONG)


def _total(article: AnnotatedArticle, kind: str, missing: int) -> float | None:
    """Return the first exact number of such things in the article that leaves some."""
    for quantity in article.quantities:
        exact = quantity.low is not None and quantity.low == quantity.high and not quantity.hedge and not quantity.unit
        if exact and kind and kind_of(quantity.counted)[0] == kind and (quantity.low or 0.0) > missing:
            return quantity.low
    return None


def _one_thing(part: _Part, other: _Part) -> bool:
    """Tell whether the same is said of two parts of such a group."""
    return (not other.kind or other.kind == part.kind) and len(part.terms & other.terms) >= _PREDICATE


def _may_differ(parts: Sequence[_Part], other: _Part, settings: DifferenceSettings) -> bool:
    """Tell whether another article implies a number near enough in time to be held against one that is stated."""
    return any(
        part.span.article != other.span.article and days_apart(part.published, other.published) <= settings.apart_days
        for part in parts
    )


def _position(parts: Sequence[_Part], texts: dict[str, str]) -> Position:
    spans = tuple(sorted({part.span for part in parts}))
    value = NumberValue(parts[0].count, parts[0].count, False, False, "")
    return Position(value, " ".join(spans[0].of(texts[spans[0].article]).split()), spans)
