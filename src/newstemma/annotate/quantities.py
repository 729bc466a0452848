"""Quantities: numbers as ranges, with hedge, unit and what is counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from newstemma.annotate.ages import age_end
from newstemma.annotate.carried_nouns import (
    carried_from_idiom,
    carried_from_number,
    carried_from_subject,
    carries_unit,
)
from newstemma.annotate.currencies import SIGNS, in_context
from newstemma.annotate.hedges import Bounds, hedge_after, hedge_before, widen
from newstemma.annotate.lexer import Lexemes, lex
from newstemma.annotate.nouns import FUNCTION_WORDS, counted_at
from newstemma.annotate.number_labels import after_name
from newstemma.annotate.number_ranges import CHANGES
from newstemma.annotate.number_readings import read_number
from newstemma.annotate.reading import NumberReading, no_noun_at
from newstemma.model import Article, Quantity, Span
from newstemma.settings.quantities import QuantitySettings

__all__ = ["find_quantities"]

_DEFAULT = QuantitySettings()
# A number of times, or a part of a fixed expression; nothing is counted.
_NOT_COUNTED = frozenset("time day way fold one thing hand side piece star word more else".split())
# Verbs that take "over" as a particle, so that it is no hedge of the number after it.
_WITH_OVER = frozenset("hand hands handed handing turn turns turned turning".split())
_SUSPENDED = re.compile(r"[-‐‑],?\s+(?:and\s+|or\s+|to\s+)?")
_PART = re.compile(r"\s+of\s+(?:(?:the|these|those|its|his|her|their|our|all|some|about|nearly)\s+){0,2}")
_ALTERNATIVE = re.compile(r",?\s+or\s+|,\s+(?=\d)")
# Words after which "over ten years" is more than ten; elsewhere it is during ten.
_LASTING = frozenset(
    """for in of after than spent spend spends took take takes lasts lasted last is was are were been and or just well
    within to with by from served jailed""".split()
)
# Before a number word without a noun they point to what was named before.
_POINTING = frozenset("the these those other".split())
_BEFORE_MODELS = frozenset("a an the its their his her our own new this that each s".split())
_SCORING = frozenset("hit lost won got sold bought beat paid spent sank tops hits scores total totals".split())
_MANNERS = frozenset("based like style type era class themed inspired certified compliant compatible".split())
_TIMES = frozenset("second minute hour day week month year decade century".split())
_BEFORE_ONE_DAY = frozenset("in for within just only than about every per over at under last least of and or".split())
_AFTER_ONE_DAY = frozenset("after before later earlier of ago to in per and or at for a from off".split())
# What a number after it orders, and does not count, where no noun follows: "the bottom three".
_RANKED = frozenset("top bottom last first next final".split())


def find_quantities(
    article: Article, sentences: Iterable[Span], *, settings: QuantitySettings = _DEFAULT
) -> tuple[Quantity, ...]:
    """Find the quantities in the `sentences` of an article, in order.

    >>> text = "More than 1,300 farmers met."
    >>> [found] = find_quantities(Article("a", text), [Span("a", 0, len(text))])
    >>> found.span.of(text), found.low, found.low_open, found.high, found.hedge, found.counted
    ('More than 1,300 farmers', 1300.0, True, None, 'More than', 'farmer')

    A span runs from the hedge to the head of what is counted. Years, dates, times of day, ordinals, scores and numbers
    that are part of a name are none. An age has the unit of time and counts "age". A plain count takes its noun from
    the subject ("the number of farmers rose to 40") or from the number that it is set against ("up from 31"), and so
    does a bare number its unit ("from 9 miles to 7").
    """
    found: list[Quantity] = []
    for sentence in sentences:
        found += _in_sentence(lex(article.text, sentence.start, sentence.end), article, settings)
    return tuple(found)


def _in_sentence(lexemes: Lexemes, article: Article, settings: QuantitySettings) -> list[Quantity]:
    found: list[Quantity] = []
    at = 0
    while at < len(lexemes):
        reading = read_number(lexemes, at)
        if reading is None:
            at += 1
            continue
        if reading.end > reading.begin and (quantity := _finish(lexemes, reading, article, settings)) is not None:
            if found and quantity.span.start < found[-1].span.end:  # both might take the word between them: "5 USD 10"
                quantity = replace(quantity, span=article.span(found[-1].span.end, quantity.span.end))
            if not quantity.counted and not quantity.unit:
                quantity = _carried(lexemes, quantity, found[-1] if found else None, settings)
            found.append(quantity)
            _lend(found, article.text)
            # On behind the numbers in names: "three Comet 9 rockets".
            at = bisect_left(lexemes.starts, quantity.span.end) - 1
        at = max(at + 1, reading.after)
    return found


def _carried(lexemes: Lexemes, quantity: Quantity, former: Quantity | None, settings: QuantitySettings) -> Quantity:
    """Give a bare number the unit or the noun that stands elsewhere in the sentence."""
    begin = bisect_left(lexemes.starts, quantity.span.start)
    if (idiom := carried_from_idiom(lexemes, begin)) is not None:
        return replace(quantity, unit=idiom[0], counted=idiom[1])
    if counted := carried_from_subject(lexemes, begin, settings.noun_reach):
        return replace(quantity, counted=counted)
    if former is None:
        return quantity
    if former.unit:
        same = carries_unit(lexemes, bisect_left(lexemes.starts, former.span.start), begin)
        return replace(quantity, unit=former.unit) if same else quantity
    return replace(quantity, counted=carried_from_number(lexemes, begin, former.counted))


def _lend(found: list[Quantity], text: str) -> None:
    """Give what the last number counts to those that leave it to it: "three- and four-mast", "3 or 8 miles"."""
    last = found[-1]
    for place in range(len(found) - 2, -1, -1):
        left, right = found[place].span.end, found[place + 1].span.start
        if found[place].unit or found[place].counted:
            break
        between = text[left:right]
        lent = _SUSPENDED.fullmatch(between) or (_ALTERNATIVE if last.unit else _PART).fullmatch(between)
        if not lent:
            break
        found[place] = replace(found[place], unit=last.unit, counted=last.counted)


def _finish(lexemes: Lexemes, reading: NumberReading, article: Article, settings: QuantitySettings) -> Quantity | None:
    """Add hedge, counted noun and age; `None` where a number word counts nothing."""
    counting = _counting(lexemes, reading, settings)
    if counting is None:
        return None
    counted_end, unit, counted = counting
    unit = in_context(unit, lexemes.words, reading.begin, reading.end)
    begin, end, bounds, hedge = _hedged(lexemes, reading, article.text, settings)
    end = max(end, counted_end)
    span = article.span(lexemes.starts[begin], lexemes.ends[end - 1])
    return Quantity(span, bounds.low, bounds.high, bounds.low_open, bounds.high_open, hedge, unit, counted)


def _hedged(
    lexemes: Lexemes, reading: NumberReading, text: str, settings: QuantitySettings
) -> tuple[int, int, Bounds, str]:
    """Open the bounds of a single number by the hedge before or after it."""
    begin, end, bounds = reading.begin, reading.end, reading.bounds
    before = hedge_before(lexemes.words, begin)
    if before is not None and not _is_particle(lexemes, before[0], reading.unit):
        printed = text[lexemes.starts[before[0]] : lexemes.ends[begin - 1]]
        if reading.single is not None:
            bounds = widen(reading.single, before[1], settings)
        elif before[1] in ("over", "least"):
            bounds = Bounds(bounds.low, None, low_open=before[1] == "over")
        elif before[1] in ("most", "under"):
            bounds = Bounds(None, bounds.high, high_open=before[1] == "under")
        return before[0], end, bounds, printed
    if reading.single is not None and (after := hedge_after(lexemes.words, end)) is not None:
        printed = text[lexemes.starts[end] : lexemes.ends[after[0] - 1]]
        return begin, after[0], widen(reading.single, after[1], settings), printed
    return begin, end, bounds, ""


def _is_particle(lexemes: Lexemes, at: int, unit: str) -> bool:
    """Tell whether "over" is no hedge: in "handed over 14 sailors", "rose 3 per cent over 12 months"."""
    if lexemes.word(at) != "over":
        return False
    before = lexemes.word(at - 1)
    return before in _WITH_OVER or (unit in _TIMES and before not in _LASTING)


def _counting(lexemes: Lexemes, reading: NumberReading, settings: QuantitySettings) -> tuple[int, str, str] | None:
    """Find what is counted: the end of the quantity's words, its unit and the counted noun; `None` for no quantity."""
    words, end, unit = lexemes.words, reading.end, reading.unit
    if (aged := age_end(lexemes, reading)) is not None:
        return aged, unit or "year", "age"
    compound = unit in _TIMES and words[end - 2 : end - 1] == ["-"] and lexemes.joined(end - 1)
    if compound and (words[end - 1][-1] != "s" or not no_noun_at(lexemes, end)):
        return None  # "a three-year plan", "a two-week, $5 tour": what sort of plan it is
    if unit == "day" and reading.single == 1 and not reading.figures and _is_some_day(lexemes, reading):
        return None
    if unit and not (unit == "%" and lexemes.word(end) == "of"):
        return end, unit, ""
    if lexemes.word(end - 1) == "x":
        return end, unit, "time"  # "15x earnings"
    joined = lexemes.word(end) == "-" and lexemes.joined(end)
    one = reading.single == 1 and not unit
    after_hedge = hedge_after(words, end)
    joined = joined and after_hedge is None
    noun_at = end + 1 if joined else after_hedge[0] if after_hedge else end
    of_several = one and lexemes.word(end) == "of"
    head = counted_at(lexemes, noun_at, 1 if joined else settings.noun_reach, one=(one or joined) and not of_several)
    idle = head is None or head[1] in _NOT_COUNTED
    before = lexemes.word(reading.begin - 1)
    if head is None and before in _RANKED and not unit:
        return None
    if head is None and before in _POINTING and not reading.figures and lexemes.word(end) != "of" and not joined:
        return None if (reading.single or 99) <= 10 else (end, unit, "")  # "the two met"
    if joined and lexemes.word(end + 1) in _MANNERS:
        return None  # "617-based machines"
    if joined and head is None and lexemes.word(end + 1) in (",", "and", "or", "to"):
        return end, unit, ""  # "three- and four-mast": the noun comes later
    if not reading.figures and idle and (one or joined):
        return None
    if one and not reading.figures and ((of_several and idle) or joined):
        return None  # "one of them", "one of those days", "one-way"
    if joined and lexemes.word(end + 1) in ("strong", "straight"):
        return end, unit, ""  # "a 100-strong crew"
    if head is None:
        return None if _is_name(lexemes, reading) else (end, unit, "")
    return end if unit or _holds_measure(lexemes, end, head[0]) else head[0], unit, head[1]


def _holds_measure(lexemes: Lexemes, begin: int, end: int) -> bool:
    """Tell whether a number with a unit stands between a number and its noun: "three 40-foot containers"."""
    if not SIGNS.keys().isdisjoint(lexemes.words[begin:end]):
        return True  # "nine $2,500 gifts"
    return any(
        lexemes.words[at][0].isdigit()
        and lexemes.word(at + 1) == "-"
        and lexemes.word(at + 2)[:1].isalpha()
        and lexemes.word(at - 1) != "-"
        for at in range(begin, end)
    )


def _is_some_day(lexemes: Lexemes, reading: NumberReading) -> bool:
    """Tell whether "one day" says that it is unknown when: "it may one day open"; "one day after", "in one day"."""
    before, after = lexemes.word(reading.begin - 1), lexemes.word(reading.end)
    return before not in _BEFORE_ONE_DAY and after not in _AFTER_ONE_DAY and (after[:1].isalpha() or not before)


def _is_name(lexemes: Lexemes, reading: NumberReading) -> bool:
    """Tell whether a number that counts nothing belongs to a name: "Apollo 17", "PlayStation 4 update", "787 Comet"."""
    begin, end = reading.begin, reading.end
    if not reading.figures or reading.unit or begin + 1 != end:
        return False
    before = lexemes.word(begin - 1)
    if before.isalpha() and not lexemes.cased:
        verb = before.endswith(("ed", "ing")) or before in CHANGES or before in _SCORING or before in FUNCTION_WORDS
        return not verb and lexemes.words[begin].isdecimal()
    if after_name(lexemes, begin):
        # Behind the name of the one that lost: "outvoted Lorne 2,307 to 1,964"; but "the Comet 9 to fly".
        return not (lexemes.word(end) == "to" and lexemes.word(end + 1)[:1].isdigit())
    if not lexemes.words[begin].isdecimal() or not lexemes.capital(end):
        return False
    named = any(
        lexemes.words[at] == lexemes.words[begin] and after_name(lexemes, at) for at in range(max(0, begin - 40), begin)
    )
    return named or lexemes.word(begin - 1) in _BEFORE_MODELS
