"""What a clause says, as terms that another clause can share: stems, names, numbers, times."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, product

from newstemma.align.statements import statements
from newstemma.model import AnnotatedArticle, Entity, Mention, Quantity, Span, When
from newstemma.text.stems import stem
from newstemma.text.tokens import key, tokenize

__all__ = ["Terms", "TermsReader"]

_EMPTY_WORDS = frozenset(
    """a about above after again against all almost already also although am among an and another any are aren't
    around as at away back be became because become been before being below between both but by came can cannot
    come could did didn't do does doesn't doing don't down during each either else ever every few for from
    further get gets getting give given go goes going got had hadn't has hasn't have haven't having he he'd he's
    her here hers herself him himself his how however i i'm if in including into is isn't it it's its itself
    just least less let like made make makes making many may me meanwhile might mine more most much must my
    myself near neither no nor not now of off often on once one only or other others our ours out over own per
    put rather really s same saw say says said saying see seem seems seen several shall she should since so some
    something still such take taken takes than that that's the their theirs them themselves then there there's
    these they they're thing things this those though through thus to today together told tell tells telling too
    took toward towards under until up upon us use used very via want wants was wasn't way we we're well went
    were weren't what when where whether which while who whom whose why will with within without won't would
    wouldn't yes yesterday yet you your according added adding adds announced asked call called calls claim
    claimed claims describe described noted report reported reportedly reports spoke stated statement told
    tweeted wrote writes mr mrs ms dr""".split()
)
# Figures come from quantities and days from times, with their values; as words they would count twice.
_FIGURES_AND_DAYS = frozenset(
    """zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
    trillion dozen dozens hundreds thousands millions billions scores first second third half bn day days week
    weeks month months year years hour hours minute minutes last next ago earlier later early late old""".split()
)
_TIME_UNITS = frozenset("second minute hour day week month year decade century".split())
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)
_NEGATIONS = frozenset("not no never none nobody nothing neither nor cannot deny denied denies denying refuted".split())
_OPENING_TERMS = 4  # about a subject and its verb
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’/ -]{2,40}(?:,\s[^—–\n(]{1,30})?\s?(?:\([A-Z][\w .]{1,24}\)\s?)?(?:[—–]|--?)\s"
    r"|\([A-Z][\w .]{1,24}\)\s"
)
_TITLE_REACH = 3  # characters between a title and its name


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one clause, and its polarity.

    Anchors are those that alone point at a fact: names ("@" and an entity), figures ("#" and a value) and months or
    days ("~" and a date). `actors` are the persons and organisations, those included who are only reported to say it,
    which are no terms. `opening` are the first few terms, mostly who or what it is about and what happens; `compounds`
    are terms of neighbouring words, which together mean one thing ("class action"). `places` are the terms as they
    stand, with the start and the end of their words.
    """

    all: frozenset[str]
    anchors: frozenset[str]
    actors: frozenset[str]
    negated: bool
    opening: frozenset[str] = frozenset()
    compounds: frozenset[tuple[str, str]] = frozenset()
    places: tuple[tuple[int, int, str], ...] = ()


class TermsReader:
    """Reads the terms of spans of one article.

    With `quoted_words`, quotations of more words are left out, and who is said to have said what; without, nothing is.
    """

    def __init__(
        self,
        article: AnnotatedArticle,
        entities: Mapping[Span, Entity],
        times: Sequence[When],
        quoted_words: int | None = None,
    ) -> None:
        self._text = article.article.text
        left_out: list[Span] = []
        if quoted_words is not None:
            outer = [quoted.span for quoted in article.quoted if quoted.depth == 0]
            left_out += [span for span in outer if len(article.text(span).split()) > quoted_words]
            for report in statements(article):
                left_out += (*report.source, *report.cue)
        self._left_out = list(_merged(left_out))
        self._left_out_ends = [span.end for span in self._left_out]
        marks: list[tuple[Span, tuple[str, ...], bool]] = []
        for mention in article.mentions:
            entity = entities.get(mention.span)
            if entity is not None:
                span = _with_title(self._text, mention)
                marks.append((span, (f"@{entity.id}",), entity.type in ("person", "organization")))
        marks += [(when.span, time, False) for when in times if (time := tuple(_time_terms(when)))]
        marks += [
            (quantity.span, number, False)
            for quantity in article.quantities
            if (number := _number(quantity, self._text))
        ]
        self._marks = sorted(_apart(marks), key=lambda mark: mark[0])
        self._starts = [mark[0].start for mark in self._marks]

    def read(self, span: Span) -> Terms:
        """Return the terms of the words at `span`, without a dateline."""
        if dateline := _DATELINE.match(self._text, span.start, span.end):
            span = Span(span.article, dateline.end(), span.end)
        ordered: dict[str, None] = {}
        compounds: set[tuple[str, str]] = set()
        anchors: set[str] = set()
        places: list[tuple[int, int, str]] = []
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        actors = frozenset(terms[0] for _, terms, is_actor in self._marks[first:last] if is_actor)
        negated = False
        for start, end in self._narrated(span):
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
            for _, terms, _ in self._marks[first:last]:
                anchors.update(terms)
            number = first
            before: list[str] = []
            for token in tokenize(self._text, start, end):
                while number < last and self._marks[number][0].end <= token.start:
                    number += 1
                inside = number < last and self._marks[number][0].start <= token.start
                if token.is_word:
                    negated = negated or token.key in _NEGATIONS or token.key.endswith("n't")
                    mark = self._marks[number][1] if inside else ()
                    words = list(_word_terms(token.text, mark))
                    ordered.update(dict.fromkeys((*mark, *words)))
                    places += [(token.start, token.end, term) for term in (*mark, *words)]
                    compounds.update(product(before, words))
                    before = words
        everything = frozenset(anchors.union(ordered))
        telling = frozenset(term for term in everything if _is_telling(term))
        opening = frozenset(islice(ordered, _OPENING_TERMS))
        return Terms(everything, telling, actors, negated, opening, frozenset(compounds), tuple(places))

    def _narrated(self, span: Span) -> Iterator[tuple[int, int]]:
        start = span.start
        for number in range(bisect_right(self._left_out_ends, span.start), len(self._left_out)):
            other = self._left_out[number]
            if other.start >= span.end:
                break
            if start < other.start:
                yield start, other.start
            start = max(start, other.end)
        if start < span.end:
            yield start, span.end


def _with_title(text: str, mention: Mention) -> Span:
    """Return the span of a name with the title before it, which says who it is and not what happens."""
    span = mention.span
    start = text.rfind(mention.title, max(0, span.start - len(mention.title) - _TITLE_REACH), span.start)
    return Span(span.article, start, span.end) if mention.title and start >= 0 else span


def _is_telling(term: str) -> bool:
    """Tell whether a term is a name, a figure of two digits or more, or a month or day: what alone points at a fact."""
    if term.startswith("#"):
        return len(term.lstrip("#")) > 1
    return term.startswith("@") or (term.startswith("~") and "-" in term)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield sorted spans without overlaps that cover the same characters."""
    current: Span | None = None
    for span in sorted(spans):
        if current is None or span.start > current.end:
            if current is not None:
                yield current
            current = span
        elif span.end > current.end:
            current = Span(current.article, current.start, span.end)
    if current is not None:
        yield current


def _word_terms(word: str, mark: tuple[str, ...]) -> Iterator[str]:
    """Yield the terms of a word inside a mark with the terms `mark`; a name or a time says it all itself."""
    if mark and not mark[0].startswith("#"):
        return
    for part in key(word).split("-"):
        if part[:1].isdigit():
            if not mark:
                yield f"#{part.rstrip('.,:')}"
        elif part not in _EMPTY_WORDS and part not in _FIGURES_AND_DAYS and len(part) > 1:
            yield stem(part)


def _time_terms(when: When) -> Iterator[str]:
    if when.earliest is None or when.type not in ("DATE", "TIME"):
        return
    if when.granularity in ("day", "part", "hour", "minute"):
        yield f"~{when.earliest:%Y-%m-%d}"
    if when.granularity == "month" or when.relative is None:
        yield f"~{when.earliest:%Y-%m}" if when.granularity != "year" else f"~{when.earliest:%Y}"


def _number(quantity: Quantity, text: str) -> tuple[str, ...]:
    """Return the figures as printed: of a hedged one ("about 300") the middle of its range."""
    if quantity.unit in _TIME_UNITS or _VAGUE.search(quantity.span.of(text)):
        return ()
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    if quantity.hedge and len(bounds) == 2:
        bounds = [sum(bounds) / 2]
    return tuple(sorted({f"#{bound:.6g}" for bound in bounds}))


def _apart(marks: Iterable[tuple[Span, tuple[str, ...], bool]]) -> Iterator[tuple[Span, tuple[str, ...], bool]]:
    """Keep of marks that start at one place the longest; of a number inside a time nothing is lost by keeping both."""
    ordered = sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end, mark[1]))
    for _, group in groupby(ordered, key=lambda mark: mark[0].start):
        yield next(group)
