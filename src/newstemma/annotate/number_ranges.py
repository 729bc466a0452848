"""Two numbers that make one range, and two that do not: scores, steps and levels, the sides of a contest."""

from __future__ import annotations

from dataclasses import replace

from newstemma.annotate.amounts import amount_at
from newstemma.annotate.hedges import Bounds
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import counted_at
from newstemma.annotate.number_labels import is_year
from newstemma.annotate.numerals import MAGNITUDES, Numeral, numeral_at
from newstemma.annotate.reading import NumberReading
from newstemma.annotate.units import currency_before, unit_at

__all__ = ["CHANGES", "with_range"]

CHANGES = frozenset(
    """rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing drop drops dropped
    dropping increase increases increased increasing decrease decreases decreased raise raised raises raising cut cuts
    cutting climb climbed jump jumped decline declined boost boosted boosting lower lowered reduce reduced narrow
    narrowed widen widened up down went gone go slide slid soared surged doubled moved change changed revised""".split()
)
"""Verbs of change: after them "from 5 to 7" is no range."""
# The same in the past, said of what has happened: after them "5 percent to 7 percent" is a step and a level.
_MOVED = frozenset(
    """rose fell grew dropped increased decreased jumped climbed declined slid soared surged gained lost advanced added
    slipped eased edged ticked plunged tumbled sank dipped shed up down""".split()
)
# Words of contests, after which two numbers are those of the two sides.
_CONTESTS = frozenset(
    """lead leads leading led trail trails trailing trailed beat beats beating defeated defeats edged won win wins lost
    loses losing ahead behind against over""".split()
)
# Words before the first number that announce a range.
_FRAMES = frozenset("from between range ranges ranging ranged aged ages age".split())


def with_range(lexemes: Lexemes, first: NumberReading) -> NumberReading:
    """Join two numbers into one range: "20 to 30", "between 5 and 7", "two or three"; drop scores."""
    words, link = lexemes.words, first.end
    if lexemes.word(link) == "-" and lexemes.joined(link) and not lexemes.joined(link + 1):
        link += 1  # "15- to 20-year"
    connector = lexemes.word(link)
    if words[link : link + 3] == ["+", "/", "-"]:
        connector, link = "±", link + 2
    if words[link : link + 3] in (["-", "of", "-"], ["-", "for", "-"]) and lexemes.word(link + 3).isdecimal():
        return NumberReading(first.begin, first.begin, Bounds(None, None), after=link + 4)  # "he went 3-for-5"
    tied = words[link : link + 3] in (["-", "to", "-"], ["-", "or", "-"])
    if tied:
        connector, link = words[link + 1], link + 2  # "one-to-seven days", "a five-to-four vote"
    lopsided = connector == "-" and not tied and lexemes.joined(link) != lexemes.joined(link + 1)  # a minus
    if lopsided or connector not in ("to", "-", "and", "or", "±"):
        return first
    found = _second(lexemes, link + 1)
    if found is None:
        return first
    at, numeral = found
    second = amount_at(lexemes, at, numeral)
    low, high = first.single, second.single
    if low is None or high is None:
        return first
    if connector == "±":
        middle, slack = low, high
        bounds = Bounds(middle - slack, middle + slack)
        return NumberReading(first.begin, second.end, bounds, second.unit or first.unit, True, second.end)
    scale = MAGNITUDES.get(words[numeral.end - 1], high / numeral.value if numeral.value else 1.0)
    shared = abs(low) < 1000 <= high and scale >= 1000 and words[first.end - 1] not in MAGNITUDES
    if shared:
        low *= scale
    elif connector == "-" and "," in words[at] and low < high / 1000:
        low, shared = low * 1000, True  # "5-6,000"
    ranged = (
        low < high
        and (not first.unit or not second.unit or first.unit == second.unit)
        and (shared or _links(lexemes, first, second, connector))
    )
    tight = (connector == "-" or tied) and low >= 0 and lexemes.joined(link) and lexemes.joined(at)
    if tight and not first.unit and not (ranged and _counts(lexemes, second)):
        return NumberReading(first.begin, first.begin, Bounds(None, None), after=second.end)  # a score
    if connector == "-" and first.unit and not ranged and first.unit != second.unit:
        return replace(first, after=second.end)  # "6-foot-2"; "42%-33%" are two
    if not ranged:
        # "From 5 to 3 percent".
        changes = connector == "to" and not first.unit and second.unit and first.end == link
        return replace(first, unit=second.unit) if changes else first
    return NumberReading(
        first.begin, second.end, Bounds(low, high), second.unit or first.unit, first.figures, second.end
    )


def _second(lexemes: Lexemes, start: int) -> tuple[int, Numeral] | None:
    """Find the second number of a range, behind the words of its currency: where it begins, and the number."""
    words = lexemes.words
    for at in range(start, min(start + 4, len(words))):
        marked = at == start + 1 and words[start] in ("~", "-")
        if at > start and not marked and currency_before(lexemes, at)[0] != start:
            continue
        if (numeral := numeral_at(words, at)) is not None:
            dated = numeral.figures and is_year(words[at]) and unit_at(lexemes, numeral.end) is None
            return None if dated and counted_at(lexemes, numeral.end, 1) is None else (at, numeral)
    return None


def _links(lexemes: Lexemes, first: NumberReading, second: NumberReading, connector: str) -> bool:
    """Tell whether a word or a dash between two numbers, the lower first, makes a range of them."""
    before = lexemes.words[max(0, first.begin - 6) : first.begin]
    low, high = first.single or 0.0, second.single or 0.0
    match connector:
        case "and":
            return "between" in before[-3:] or before[-4:] == ["between", "the", "ages", "of"]
        case "or":
            return high == low + 1 or (not first.unit and high <= 2 * low and not low % 5 and not high % 5)
        case "to":
            near = high <= 2 * low
            if first.unit and not second.unit and not first.unit.isupper():
                return False  # "fell 2.7% to 18,300"
            if not first.unit == second.unit == "" and _CONTESTS.intersection(before):
                return False  # "trails 38 percent to 45 percent"
            if _MOVED.intersection(before[-3:]) and (first.unit or not near):
                return False  # "rose 0.6 percent to 5.1 percent"
            framed = _FRAMES.intersection(before[-3:])
            if not near and low and not framed and not second.unit and not _counts(lexemes, second):
                return False
            changed = CHANGES.intersection(before)
            return not (changed and ("from" in before[-3:] or ("by" in before[-3:] and not near)))
        case _:
            return True


def _counts(lexemes: Lexemes, second: NumberReading) -> bool:
    return bool(second.unit) or lexemes.word(second.end - 1) == "x" or counted_at(lexemes, second.end, 3) is not None
