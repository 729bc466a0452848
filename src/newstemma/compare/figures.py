"""The numbers of a story with what is needed to compare them, and those that one article sets against each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from newstemma.compare.context import ClaimPlaces, Context, Contexts
from newstemma.compare.event_terms import STOP_WORDS, is_event, kind_of
from newstemma.compare.ranges import equal
from newstemma.model import AnnotatedArticle, Quantity, day_of
from newstemma.text.stems import stem

__all__ = ["Contrast", "Figure", "contrasts", "doubled", "find_figures", "kinds_agree"]

_DURATIONS = frozenset("second minute hour day week fortnight month year decade century".split())
_SUBJECT = re.compile(r"\b(?:number of|toll)\b", re.IGNORECASE)  # where what is counted stands, far from its number
_REACH = 60  # characters around a number in which words of change stand
# What a share is a share of: "a third of the adult population", "half the crew".
_WHOLE = re.compile(
    r"\s+(?:of\s+(?:all\s+)?)?(?:(?:the|its|their|our|his|her|this)\s+|(?<=of\s)|(?<=all\s))"
    r"(?P<phrase>[\w’'-]+(?:\s[a-z’'-]+){0,3})"
)
_LOOK_BACK = 6  # numbers before one among which its rival is sought
_UP = r"(?:rose|risen|rises|rising|grew|grown|growing|climb\w*|jump\w*|increas\w*|surg\w+|swell\w*|swollen|soar\w*)"
_GROWN_BEFORE = re.compile(rf"\b{_UP}\s+(?:\w+\s+)?(?:to|past|above)\s*$", re.IGNORECASE)
_GROWN_AFTER = re.compile(r"[^;]{0,40}?\bup\s+from\b", re.IGNORECASE)
_FORMER_BEFORE = re.compile(
    rf"(?:\b(?:up|down|{_UP})\s+from\s+(?:an?\s+|the\s+)?"
    r"|\b(?:earlier|previous|initial)\s+(?:\w+\s+){1,2}of\s+)(?:(?:earlier|previous|initial)\s+)?$",
    re.IGNORECASE,
)
# "The engineers put it at", "the union puts the number at": another source's number for what was just counted.
_RIVAL_BEFORE = re.compile(r"\bput(?:s|ting)?\s+(?:it|them|(?:the|its|their|that|this)\s+\w+)\s+at\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its surroundings and the kind of what it counts.

    `words` are those of the quantity as printed. `grown` says that the sentence tells how the number has grown to this;
    `former` that it gives this number as one that no longer holds. `twin` is the unit of the other number in "300 km
    (186 miles)", and `converted` marks the one in brackets.
    """

    quantity: Quantity
    context: Context
    kind: str
    person: bool
    words: tuple[str, ...]
    claims: frozenset[str]
    published: date | None
    grown: bool
    former: bool
    twin: str = ""
    converted: bool = False

    @property
    def article(self) -> str:
        """The article that gives the number."""
        return self.quantity.span.article


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two numbers, by place, that one article gives for one thing: an old and a new one, or those of two sources."""

    first: int
    second: int
    kind: Literal["former", "rival"]


def find_figures(articles: Sequence[AnnotatedArticle], contexts: Contexts, claims: ClaimPlaces) -> list[Figure]:
    """Return the numbers that stand in a sentence, durations left out, by article and place."""
    figures: list[Figure] = []
    for article in sorted(articles, key=lambda article: article.id):
        day = day_of(article.article.about.published)
        for quantity in article.quantities:
            if quantity.unit in _DURATIONS:
                continue
            figure = _figure(quantity, article.article.text, contexts, claims.at(quantity.span), day)
            if figure is not None:
                figures.append(figure)
        _mark_twins(figures, article.article.text)
    return figures


def _figure(
    quantity: Quantity, text: str, contexts: Contexts, claims: frozenset[str], day: date | None
) -> Figure | None:
    """Return a number with its surroundings; `None` where it stands in no sentence."""
    span = quantity.span
    words = tuple(span.of(text).split())
    carried = bool(quantity.counted) and words[-1][-1:].isdecimal()  # the noun stands elsewhere in the sentence
    context = contexts.around(span, _SUBJECT if carried else None)
    if context is None:
        return None
    before = text[max(context.sentence.start, span.start - _REACH) : span.start]
    after = text[span.end : min(context.sentence.end, span.end + _REACH)]
    counted = quantity.counted or (_whole(after) if quantity.unit == "%" else "")
    grown = bool(_GROWN_BEFORE.search(before) or _GROWN_AFTER.match(after))
    former = bool(_FORMER_BEFORE.search(before))
    return Figure(quantity, context, *kind_of(counted), words, claims, day, grown, former)


def _whole(after: str) -> str:
    """Return the head, singular, of what a share is a share of; empty where the words behind it do not say.

    >>> _whole(" of the adult population in the bay"), _whole(" more than in May")
    ('population', '')
    """
    found = _WHOLE.match(after)
    head = ""
    for word in found["phrase"].split() if found else ():
        if head and (word in STOP_WORDS or is_event(word)):
            break
        head = word
    return "" if head in STOP_WORDS else stem(head)


def _mark_twins(figures: list[Figure], text: str) -> None:
    """Mark measures that are followed by themselves in another unit, in brackets, in the article read last."""
    for place in range(len(figures) - 1, 0, -1):
        one, other = figures[place - 1 : place + 1]
        if one.article != figures[-1].article:
            break
        between = text[one.quantity.span.end : other.quantity.span.start]
        units = one.quantity.unit, other.quantity.unit
        if between.strip(" -") == "(" and all(units) and units[0] != units[1] and "%" not in units:
            figures[place - 1] = replace(one, twin=units[1])
            figures[place] = replace(other, twin=units[0], converted=True)


def doubled(one: Figure, other: Figure) -> bool:
    """Tell whether two measures are conversions of a pair that is compared itself."""
    if not one.twin or not other.twin or not (one.converted or other.converted):
        return False
    return (one.converted and other.converted) or one.quantity.unit > one.twin


def kinds_agree(one: Figure, other: Figure) -> bool:
    """Tell whether unit and kind of what is counted let two numbers be compared."""
    if one.quantity.unit != other.quantity.unit:
        return False
    if one.quantity.unit or one.kind == other.kind:
        return True
    return (one.person and other.person and "person" in (one.kind, other.kind)) or not one.kind or not other.kind


def contrasts(articles: Sequence[AnnotatedArticle], figures: Sequence[Figure]) -> Iterator[Contrast]:
    """Yield the pairs of numbers that one article sets against each other: "26, up from 18", "others put it at 31"."""
    texts = {article.id: article.article.text for article in articles}
    sentences = {article.id: [sentence.start for sentence in article.sentences] for article in articles}
    for place, figure in enumerate(figures):
        span, sentence = figure.quantity.span, figure.context.sentence
        text = texts[span.article]
        rival = _RIVAL_BEFORE.search(text, max(sentence.start, span.start - _REACH), span.start) is not None
        if not rival and not figure.former:
            continue
        starts = sentences[span.article]
        at = bisect_right(starts, span.start) - 1
        # A rival may stand in the sentence before; a former value may come first: "rose from 18 to 26".
        earliest = starts[max(0, at - 1)] if rival else sentence.start
        nearest = [*range(place - 1, max(-1, place - 1 - _LOOK_BACK), -1), *(() if rival else (place + 1,))]
        for near in nearest:
            if not 0 <= near < len(figures) or (other := figures[near]).article != figure.article:
                continue
            if not earliest <= other.quantity.span.start < sentence.end:
                continue
            if kinds_agree(figure, other) and not equal(figure.quantity, other.quantity):
                yield Contrast(min(place, near), max(place, near), "rival" if rival else "former")
                break
