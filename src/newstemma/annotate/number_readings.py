"""Numbers with unit and range, read at a lexeme, before hedge and counted noun are added."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
from newstemma.annotate.units import CODES, CURRENCY_SIGNS, DOLLARS, LETTER_MAGNITUDES, unit_at

__all__ = ["CHANGES", "NumberReading", "read_number"]

CHANGES = frozenset(
    """rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing drop drops dropped
    dropping increase increases increased increasing decrease decreases decreased raise raised raises raising cut cuts
    cutting climb climbed jump jumped decline declined boost boosted boosting lower lowered reduce reduced narrow
    narrowed widen widened up down went gone go slide slid soared surged doubled moved change changed revised""".split()
)
"""Verbs of change: after them "from 5 to 7" is no range."""
_SYMBOLS = {"W": "watt", "V": "volt", "kV": "kilovolt", "J": "joule", "kJ": "kilojoule", "kcal": "kilocalorie"}
_COUPLE = Bounds(2.0, 3.0)
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
    if not (word[0].isdigit() or (word[0] == "." and len(word) > 1) or word in _OPENERS):
        return None
    if (several := plural_at(words, at)) is not None:
        end, low, high = several
        return _with_unit(lexemes, NumberReading(at, end, Bounds(low, high, high_open=True), figures=False))
    if word == "couple" and lexemes.word(at - 1) == "a":
        return _with_unit(lexemes, NumberReading(at - 1, at + 1, _COUPLE, figures=False))
    if (share := _fraction(lexemes, at)) is not None:
        return share
    numeral = numeral_at(words, at)
    if numeral is None:
        return None
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
    following = lexemes.word(end)
    if words[at] == "half":
        if following == "a" and lexemes.word(end + 1) in MAGNITUDES:
            scaled = value * MAGNITUDES[lexemes.word(end + 1)]
            return _with_unit(lexemes, NumberReading(at, end + 2, Bounds(scaled, scaled), figures=False))
        if following in ("a", "an") and (unit := unit_at(words, end + 1)) is not None:
            return NumberReading(at, unit[0], Bounds(value, value), unit[1], figures=False, after=unit[0])
        if ordinal(lexemes.word(at - 1)) or lexemes.word(at - 1) in ("a", "other", "second", "later", "latter", "and"):
            return None
        if following not in ("of", "the", "its", "their", "his", "her", "our", "a", "all"):
            return None
    elif following != "of" and lexemes.word(at + 1) != "-":
        return None
    return NumberReading(at, end, Bounds(value * 100, value * 100), "%", figures=False, after=end)


def _of_a_unit(lexemes: Lexemes, end: int) -> tuple[int, str] | None:
    """Read the unit in "1/16 of a pint", "3/4 of an hour"."""
    if lexemes.word(end) != "of" or lexemes.word(end + 1) not in ("a", "an"):
        return None
    own = lexemes.capital(end + 2) and unit_at(lexemes.words, end + 2) is None
    return unit_at(lexemes.words, end + 2 + own)


def _number(lexemes: Lexemes, at: int, numeral: Numeral) -> NumberReading:
    """Read currency, magnitude letter and unit around a number."""
    words = lexemes.words
    begin, currency = _currency_before(lexemes, at)
    value, end = numeral.value, numeral.end
    negative = _minus_before(lexemes, begin)
    if negative is not None:
        begin, value = negative, -value
    elif begin < at - 1 and lexemes.word(at - 1) == "-":
        value = -value
    letter = lexemes.word(end)
    if lexemes.joined(end) and letter in LETTER_MAGNITUDES and numeral.figures:
        following = lexemes.word(end + 1)
        counting = following[:1].isalpha() and following not in FUNCTION_WORDS
        if currency or letter in ("k", "bn", "tn", "mn") or (letter in ("m", "b") and counting):
            value, end = value * LETTER_MAGNITUDES[letter], end + 1
    unit = currency
    part = _of_a_unit(lexemes, end) if words[at + 1 : at + 2] == ["/"] else None
    if not currency and (unit_end := part or _unit_after(lexemes, end)) is not None:
        end, unit = unit_end
    elif currency and (doubled := unit_at(words, end)) is not None and doubled[1] == currency:
        end = doubled[0]
    return NumberReading(begin, end, Bounds(value, value), unit, numeral.figures, after=end)


def _minus_before(lexemes: Lexemes, begin: int) -> int | None:
    """Return where a minus before a number begins: "minus 5", "minus-5", "$-5", " -5"; `None` without one."""
    before = lexemes.word(begin - 1)
    at = begin - 2 if before == "-" and lexemes.joined(begin) else begin - 1
    if lexemes.word(at) == "minus" and (at == begin - 1 or lexemes.joined(begin - 1)):
        return at
    # A dash between words, or between two numbers, is no minus.
    lone = before == "-" and lexemes.joined(begin) and not lexemes.joined(begin - 1) and begin > 1
    return begin - 1 if lone and not lexemes.word(begin - 2)[:1].isdigit() and not lexemes.capital(begin - 2) else None


def _currency_before(lexemes: Lexemes, at: int) -> tuple[int, str]:
    before = lexemes.word(at - 1)
    if before == "-" and lexemes.word(at - 2) in CURRENCY_SIGNS and lexemes.joined(at) and lexemes.joined(at - 1):
        return at - 2, CURRENCY_SIGNS[lexemes.word(at - 2)]  # "$-50": `_minus_before` cannot see it any more
    if before in CODES and (before != "ps" or _reads_as_money(lexemes, at)):
        return at - 1, CODES[before]
    if before == "=" and lexemes.word(at - 2) == "y" and lexemes.joined(at):
        return at - 2, "JPY"  # "Y=5,182", as some news databases print the sign of the yen
    if before not in CURRENCY_SIGNS:
        return at, ""
    prefix = lexemes.word(at - 2).replace(".", "")
    apart = len(prefix) > 1 and lexemes.text[lexemes.starts[at - 2] : lexemes.ends[at - 2]].isupper()
    if before == "$" and prefix in DOLLARS and (lexemes.joined(at - 1) or apart):
        return at - 2, DOLLARS[prefix]
    return at - 1, CURRENCY_SIGNS[before]


def _reads_as_money(lexemes: Lexemes, at: int) -> bool:
    """Tell "PS2.7m" and "PS21,700" from "PS4"."""
    word = lexemes.words[at]
    return "," in word or "." in word or len(word) > 2 or lexemes.word(at + 1) in LETTER_MAGNITUDES


def _unit_after(lexemes: Lexemes, end: int) -> tuple[int, str] | None:
    words = lexemes.words
    if end < len(words) and words[end] == "-" and lexemes.joined(end):
        if words[end + 1 : end + 2] == ["pound"]:
            return end + 2, "pound"  # "a 400-pound gorilla": a weight, where nothing says money
        return unit_at(words, end + 1)
    found = unit_at(words, end)
    if found is None and lexemes.word(end) == "second" and "." in lexemes.word(end - 1):
        return end + 1, "second"  # "a 4.3 second dash": after a whole number it may be an ordinal
    if found is None and end < len(words) and lexemes.text[lexemes.starts[end] : lexemes.ends[end]] in _SYMBOLS:
        return end + 1, _SYMBOLS[lexemes.text[lexemes.starts[end] : lexemes.ends[end]]]
    if found is None and lexemes.joined(end) and len(lexemes.word(end)) == 1:
        letters = {
            "g": "gram",
            "m": "metre",
            "w": "watt",
            "c": "degree Celsius",
            "f": "degree Fahrenheit",
            "s": "second",
            "p": "penny",
        }
        if words[end] in letters:
            return end + 1, letters[words[end]]
    return found


def _with_unit(lexemes: Lexemes, reading: NumberReading) -> NumberReading:
    """Read the unit after a plural of number: "millions of dollars", "a couple of weeks"."""
    at = reading.end + 1 if lexemes.word(reading.end) == "of" else reading.end
    unit = unit_at(lexemes.words, at)
    if unit is None:
        return replace(reading, after=reading.end)
    return replace(reading, end=unit[0], unit=unit[1], after=unit[0])


def _with_range(lexemes: Lexemes, first: NumberReading) -> NumberReading:
    """Join two numbers into one range: "20 to 30", "between 5 and 7", "two or three"; drop scores."""
    words, link = lexemes.words, first.end
    connector = lexemes.word(link)
    if connector not in ("to", "-", "and", "or"):
        return first
    at = link + 1
    while at < len(words) and (words[at] in CURRENCY_SIGNS or words[at] == "~"):
        at += 1
    numeral = numeral_at(words, at) if at < len(words) else None
    if numeral is None or (numeral.figures and is_year(words[at])):
        return first
    second = _number(lexemes, at, numeral)
    low, high = first.single, second.single
    if low is None or high is None:
        return first
    scale = MAGNITUDES.get(words[numeral.end - 1], 1.0)
    shared = low < 1000 <= high and scale >= 1000 and words[link - 1] not in MAGNITUDES
    if shared:
        low *= scale
    ranged = (
        low < high
        and (not first.unit or not second.unit or first.unit == second.unit)
        and (shared or _links(lexemes, first, connector, high == low + 1, high <= 2 * low))
    )
    if (
        connector == "-"
        and low >= 0
        and lexemes.joined(link)
        and lexemes.joined(at)
        and not (ranged and (first.unit or _counts(lexemes, second)))
    ):
        return NumberReading(first.begin, first.begin, Bounds(None, None), after=second.end)  # a score
    if not ranged:
        return first
    return NumberReading(
        first.begin, second.end, Bounds(low, high), second.unit or first.unit, first.figures, second.end
    )


def _links(lexemes: Lexemes, first: NumberReading, connector: str, neighbours: bool, near: bool) -> bool:
    before = lexemes.words[max(0, first.begin - 6) : first.begin]
    match connector:
        case "and":
            return "between" in before[-3:] or before[-4:] == ["between", "the", "ages", "of"]
        case "or":
            return neighbours
        case "to":
            changed = CHANGES.intersection(before)
            return not (changed and ("from" in before[-3:] or ("by" in before[-3:] and not near)))
        case _:
            return True


def _counts(lexemes: Lexemes, second: NumberReading) -> bool:
    return bool(second.unit) or counted_at(lexemes, second.end, 3) is not None
