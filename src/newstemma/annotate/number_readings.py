"""Numbers with unit and range, read at a lexeme, before hedge and counted noun are added."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newstemma.annotate.currencies import SIGNS
from newstemma.annotate.hedges import Bounds
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import FUNCTION_WORDS, counted_at
from newstemma.annotate.number_labels import is_label, is_year
from newstemma.annotate.numerals import (
    CARDINALS,
    MAGNITUDES,
    PLURALS,
    Numeral,
    fraction_at,
    numeral_at,
    ordinal,
    plural_at,
)
from newstemma.annotate.units import LETTER_MAGNITUDES, currency_before, unit_at

__all__ = ["CHANGES", "NumberReading", "read_number"]

CHANGES = frozenset(
    """rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing drop drops dropped
    dropping increase increases increased increasing decrease decreases decreased raise raised raises raising cut cuts
    cutting climb climbed jump jumped decline declined boost boosted boosting lower lowered reduce reduced narrow
    narrowed widen widened up down went gone go slide slid soared surged doubled moved change changed revised""".split()
)
"""Verbs of change: after them "from 5 to 7" is no range."""
# Words of contests, after which two numbers are those of the two sides.
_CONTESTS = frozenset(
    """lead leads leading led trail trails trailing trailed beat beats beating defeated defeats edged won win wins lost
    loses losing ahead behind against over""".split()
)
# Words before the first number that announce a range.
_FRAMES = frozenset("from between range ranges ranging ranged aged ages age".split())
# The same in the past, said of what has happened: after them "5 percent to 7 percent" is a step and a level.
_MOVED = frozenset(
    """rose fell grew dropped increased decreased jumped climbed declined slid soared surged gained lost advanced added
    slipped eased edged ticked plunged tumbled sank dipped shed up down""".split()
)
# Words before "a third" and "half" after which they are shares, with no "of" behind them: "fell by a third".
_SHARING = frozenset("by nearly almost about than roughly around approximately over only just least some virtually".split())
# Words after "half" with which the whole begins.
_WHOLES = frozenset("of the its their his her our my your this that these those a an all".split())
# Units that stand before their number.
_UNITS_BEFORE = {"mach": "Mach", "magnitude": "point of magnitude"}
_COUPLE = (2.0, 3.0)
_OPENERS = frozenset([*CARDINALS, *PLURALS, "couple", "a", "an", "half"])


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A quantity in the making: lexemes `begin` to `end`, `after` is where the reading of the text goes on."""

    begin: int
    end: int
    bounds: Bounds
    unit: str = ""
    figures: bool = True
    after: int = 0

    @property
    def single(self) -> float | None:
        """The number where it is no range."""
        return self.bounds.low if self.bounds.low == self.bounds.high else None


def read_number(lexemes: Lexemes, at: int) -> NumberReading | None:
    """Read a number at lexeme `at`; an empty reading for one that is no quantity, `None` where there is none."""
    words, word = lexemes.words, lexemes.words[at]
    if not (word[0].isnumeric() or (word[0] == "." and len(word) > 1) or word in _OPENERS):
        return None
    if (several := plural_at(words, at)) is not None:
        end, low, high = several
        return _with_unit(lexemes, NumberReading(at, end, Bounds(low, high, high_open=True), figures=False))
    if word == "couple" and lexemes.word(at - 1) == "a":
        scale_at = at + 2 if lexemes.word(at + 1) == "of" else at + 1
        scale = MAGNITUDES.get(lexemes.word(scale_at), 0.0)  # "a couple hundred"
        bounds = Bounds(_COUPLE[0] * (scale or 1.0), _COUPLE[1] * (scale or 1.0))
        return _with_unit(lexemes, NumberReading(at - 1, scale_at + 1 if scale else at + 1, bounds, figures=False))
    if (share := _fraction(lexemes, at)) is not None:
        return share
    numeral = numeral_at(words, at)
    if numeral is None:
        return _with_half(lexemes, at) if word in ("a", "an") else None
    if (share := _one_in(lexemes, at, numeral)) is not None:
        return share
    if word in ("a", "an") and words[at + 1] == "dozen" and lexemes.word(at - 1) == "half":
        numeral = Numeral(numeral.end, 6.0, figures=False)
    if is_label(lexemes, at, numeral):
        return NumberReading(at, at, Bounds(None, None), after=numeral.end)
    return _with_range(lexemes, _number(lexemes, at, numeral))


def _fraction(lexemes: Lexemes, at: int) -> NumberReading | None:
    """Read a share of something: its unit is per cent, unless a unit of measure follows."""
    words = lexemes.words
    found = fraction_at(words, at)
    if found is None:
        return None
    end, value = found
    before, following = lexemes.word(at - 1), lexemes.word(end)
    part = _of_a_whole(lexemes, at, end, value)
    if part is not None:
        return part
    if words[at] == "half":
        scale_at = end + 1 if following in ("a", "-") else end  # "half a million", "a half-million"
        if lexemes.word(scale_at) in MAGNITUDES:
            scaled = value * MAGNITUDES[lexemes.word(scale_at)]
            begin = at - 1 if before == "a" else at
            return _with_unit(lexemes, NumberReading(begin, scale_at + 1, Bounds(scaled, scaled), figures=False))
        if following in ("a", "an") and (unit := unit_at(lexemes, end + 1)) is not None:
            return NumberReading(at, unit[0], Bounds(value, value), unit[1], figures=False, after=unit[0])
        if ordinal(before) or before in ("a", "other", "second", "later", "latter", "and"):
            return None
        shared = before in _SHARING and _ends(lexemes, end)
        if not shared and following not in _WHOLES and not (following == "-" and lexemes.word(end + 1) == "a"):
            return None
    elif following != "of" and lexemes.word(at + 1) != "-" and words[at] in ("a", "one"):
        if before not in _SHARING or not _ends(lexemes, end):
            return None  # "a third man", "one was shot, a third was hurt"
    elif following != "of" and lexemes.word(at + 1) != "-" and not _ends(lexemes, end):
        return None
    return NumberReading(at, end, Bounds(value * 100, value * 100), "%", figures=False, after=end)


def _of_a_whole(lexemes: Lexemes, at: int, end: int, value: float) -> NumberReading | None:
    """Read "a quarter of a million dollars", "a tenth of a second"."""
    if (unit := _of_a_unit(lexemes, end)) is not None:
        return NumberReading(at, unit[0], Bounds(value, value), unit[1], figures=False, after=unit[0])
    scale = MAGNITUDES.get(lexemes.word(end + 2))
    if scale is None or lexemes.words[end : end + 2] != ["of", "a"]:
        return None
    return _with_unit(lexemes, NumberReading(at, end + 3, Bounds(value * scale, value * scale), figures=False))


def _with_half(lexemes: Lexemes, at: int) -> NumberReading | None:
    """Read "a year and a half"."""
    unit = unit_at(lexemes, at + 1)
    if unit is None or lexemes.words[unit[0] : unit[0] + 3] != ["and", "a", "half"]:
        return None
    return NumberReading(at, unit[0] + 3, Bounds(1.5, 1.5), unit[1], figures=False, after=unit[0] + 3)


def _one_in(lexemes: Lexemes, at: int, numeral: Numeral) -> NumberReading | None:
    """Read a share that is given as "one in four", "three in 10"; "three in 10 days" is none."""
    tied = lexemes.words[numeral.end : numeral.end + 3] == ["-", "in", "-"]
    link = numeral.end + 1 if tied else numeral.end
    start = link + 2 if tied else link + 1
    if lexemes.words[link : link + 2] == ["out", "of"] and numeral.value == 1:
        start = link + 2  # "one out of ten"
    elif lexemes.word(link) != "in":
        return None
    if start >= len(lexemes) or numeral.end != at + 1:
        return None
    whole = numeral_at(lexemes.words, start)
    if whole is None or not 1 <= numeral.value < whole.value or unit_at(lexemes, whole.end) is not None:
        return None
    if (numeral.value != 1 and not tied and whole.value not in (10, 100, 1000)) or whole.value > 1e6 or numeral.value % 1:
        return None
    if is_year(lexemes.word(start)):
        return None
    share = 100 * numeral.value / whole.value
    return NumberReading(at, whole.end, Bounds(share, share), "%", figures=False, after=whole.end)


def _ends(lexemes: Lexemes, end: int) -> bool:
    """Tell whether no noun follows."""
    word = lexemes.word(end)
    return not word[:1].isalpha() or word in FUNCTION_WORDS


def _of_a_unit(lexemes: Lexemes, end: int) -> tuple[int, str] | None:
    """Read the unit in "1/16 of a pint", "3/4 of an hour"."""
    if lexemes.word(end) != "of" or lexemes.word(end + 1) not in ("a", "an"):
        return None
    own = lexemes.capital(end + 2) and unit_at(lexemes, end + 2) is None
    return unit_at(lexemes, end + 2 + own)


def _number(lexemes: Lexemes, at: int, numeral: Numeral) -> NumberReading:
    """Read currency, magnitude letter and unit around a number."""
    words = lexemes.words
    begin, currency = currency_before(lexemes, at)
    value, end = numeral.value, numeral.end
    negative = _minus_before(lexemes, begin)
    if negative is not None:
        begin, value = negative, -value
    elif begin < at - 1 and lexemes.word(at - 1) == "-":
        value = -value
    letter = lexemes.word(end)
    if lexemes.joined(end) and letter in LETTER_MAGNITUDES and numeral.figures and _is_magnitude(lexemes, end, currency):
        value, end = value * LETTER_MAGNITUDES[letter], end + 1
    if lexemes.word(end) == "x" and lexemes.joined(end) and not lexemes.joined(end + 1):
        return NumberReading(begin, end + 1, Bounds(value, value), "", numeral.figures, after=end + 1)  # "15x earnings"
    unit = currency or _UNITS_BEFORE.get(lexemes.word(begin - 1 if lexemes.word(begin - 1) != "-" else begin - 2), "")
    part = _of_a_unit(lexemes, end) if words[at + 1 : at + 2] == ["/"] else None
    if not unit and (unit_end := part or _unit_after(lexemes, end)) is not None:
        end, unit = unit_end
    elif currency and (doubled := unit_at(lexemes, end)) is not None and doubled[1] == currency:
        end = doubled[0]
    return NumberReading(begin, end, Bounds(value, value), unit, numeral.figures, after=end)


def _is_magnitude(lexemes: Lexemes, end: int, currency: str) -> bool:
    """Tell whether the letter at `end`, right behind a figure, is a magnitude and no unit: "5m people", not "5m wide"."""
    letter = lexemes.printed(end)
    if currency or letter.lower() in ("k", "bn", "tn", "mn"):
        return True
    if (unit := unit_at(lexemes, end + 1)) is not None and unit[1].isupper():
        return True  # "3.5T won"
    if letter == "m":
        return counted_at(lexemes, end + 1, 3) is not None
    return letter in ("M", "b", "B") and lexemes.word(end + 1)[:1].isalpha() and lexemes.word(end + 1) not in FUNCTION_WORDS


def _minus_before(lexemes: Lexemes, begin: int) -> int | None:
    """Return where a minus before a number begins: "minus 5", "minus-5", "$-5", " -5"; `None` without one."""
    before = lexemes.word(begin - 1)
    at = begin - 2 if before == "-" and lexemes.joined(begin) else begin - 1
    if lexemes.word(at) == "minus" and lexemes.word(at - 1) == "or":
        return None  # "plus or minus 3 points"
    if lexemes.word(at) == "minus" and (at == begin - 1 or lexemes.joined(begin - 1)):
        return at
    # A dash between words, or between two numbers, is no minus.
    lone = before == "-" and lexemes.joined(begin) and not lexemes.joined(begin - 1) and begin > 1
    return begin - 1 if lone and not lexemes.word(begin - 2)[:1].isdigit() and not lexemes.capital(begin - 2) else None


def _unit_after(lexemes: Lexemes, end: int) -> tuple[int, str] | None:
    words = lexemes.words
    if end < len(words) and words[end] == "-" and lexemes.joined(end):
        if words[end + 1 : end + 2] in (["pound"], ["second"]):
            return end + 2, words[end + 1]  # "a 400-pound gorilla": a weight, where nothing says money
        return unit_at(lexemes, end + 1)
    sign = lexemes.word(end)
    following = lexemes.word(end + 1)[:1]
    if sign in SIGNS and not following.isnumeric() and not (following.isalpha() and lexemes.joined(end + 1)):
        return end + 1, SIGNS[sign]
    if sign in ("'", "′") and lexemes.joined(end) and lexemes.joined(end + 1) and lexemes.word(end + 1)[:1].isdigit():
        return end + 1, "foot"  # 5'11"
    found = unit_at(lexemes, end)
    if found is None and sign == "second" and "." in lexemes.word(end - 1):
        return end + 1, "second"  # "a 4.3 second dash": after a whole number it may be an ordinal
    return found


def _with_unit(lexemes: Lexemes, reading: NumberReading) -> NumberReading:
    """Read the unit after a plural of number: "millions of dollars", "a couple of weeks"."""
    at = reading.end + 1 if lexemes.word(reading.end) == "of" else reading.end
    unit = unit_at(lexemes, at)
    if unit is None:
        return replace(reading, after=reading.end)
    return replace(reading, end=unit[0], unit=unit[1], after=unit[0])


def _with_range(lexemes: Lexemes, first: NumberReading) -> NumberReading:
    """Join two numbers into one range: "20 to 30", "between 5 and 7", "two or three"; drop scores."""
    words, link = lexemes.words, first.end
    if lexemes.word(link) == "-" and lexemes.joined(link) and not lexemes.joined(link + 1):
        link += 1  # "15- to 20-year"
    connector = lexemes.word(link)
    if words[link : link + 3] == ["+", "/", "-"]:
        connector, link = "±", link + 2
    tied = words[link : link + 3] in (["-", "to", "-"], ["-", "or", "-"])
    if tied:
        connector, link = words[link + 1], link + 2  # "one-to-seven days", "a five-to-four vote"
    if connector not in ("to", "-", "and", "or", "±"):
        return first
    found = _second(lexemes, link + 1)
    if found is None:
        return first
    at, numeral = found
    second = _number(lexemes, at, numeral)
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
    scored = connector == "-" or tied
    if scored and low >= 0 and lexemes.joined(link) and lexemes.joined(at) and not first.unit:
        if not ranged or not _counts(lexemes, second):
            return NumberReading(first.begin, first.begin, Bounds(None, None), after=second.end)  # a score
    if connector == "-" and first.unit and not ranged:
        return replace(first, after=second.end)  # "6-foot-2"
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
            return None if numeral.figures and is_year(words[at]) else (at, numeral)
    return None


def _links(lexemes: Lexemes, first: NumberReading, second: NumberReading, connector: str) -> bool:
    """Tell whether a word or a dash between two numbers, the lower first, makes a range of them."""
    before = lexemes.words[max(0, first.begin - 6) : first.begin]
    low, high = first.single or 0.0, second.single or 0.0
    match connector:
        case "and":
            return "between" in before[-3:] or before[-4:] == ["between", "the", "ages", "of"]
        case "or":
            return high == low + 1
        case "to":
            near = high <= 2 * low
            if first.unit and not second.unit and not first.unit.isupper():
                return False  # "fell 4.9% to 24,605"
            if not first.unit == second.unit == "" and _CONTESTS.intersection(before):
                return False  # "trails 38 percent to 45 percent"
            if _MOVED.intersection(before[-3:]) and (first.unit or not near):
                return False  # "rose 0.4 percent to 4.4 percent"
            framed = _FRAMES.intersection(before[-3:])
            if not near and low and not framed and not second.unit and not _counts(lexemes, second):
                return False
            changed = CHANGES.intersection(before)
            return not (changed and ("from" in before[-3:] or ("by" in before[-3:] and not near)))
        case _:
            return True


def _counts(lexemes: Lexemes, second: NumberReading) -> bool:
    return bool(second.unit) or counted_at(lexemes, second.end, 3) is not None
