"""Numbers with the words and signs that belong to them: currency, minus, letter of magnitude, unit."""

from __future__ import annotations

from newstemma.annotate.currencies import SIGNS
from newstemma.annotate.hedges import Bounds
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import FUNCTION_WORDS, counted_at
from newstemma.annotate.numerals import Numeral
from newstemma.annotate.reading import NumberReading
from newstemma.annotate.units import LETTER_MAGNITUDES, currency_before, unit_at

__all__ = ["amount_at", "unit_of_part"]

# Units that stand before their number.
_UNITS_BEFORE = {"mach": "Mach", "magnitude": "point of magnitude"}


def amount_at(lexemes: Lexemes, at: int, numeral: Numeral) -> NumberReading:
    """Read currency, magnitude letter and unit around a number."""
    words = lexemes.words
    begin, currency = currency_before(lexemes, at)
    value, end = numeral.value, numeral.end
    negative = _minus_before(lexemes, begin)
    if negative is not None:
        begin, value = negative, -value
    elif begin < at - 1 and lexemes.word(at - 1) in ("-", "("):
        value = -value
    letter = lexemes.word(end)
    if (
        lexemes.joined(end)
        and letter in LETTER_MAGNITUDES
        and numeral.figures
        and _is_magnitude(lexemes, end, currency)
    ):
        value, end = value * LETTER_MAGNITUDES[letter], end + 1
    if lexemes.word(end) == "x" and lexemes.joined(end) and not lexemes.joined(end + 1):
        return NumberReading(begin, end + 1, Bounds(value, value), "", numeral.figures, after=end + 1)  # "15x earnings"
    named_at = begin - 2 if lexemes.word(begin - 1) == "-" else begin - 1  # "magnitude-6"
    unit = currency or _UNITS_BEFORE.get(lexemes.word(named_at), "")
    part = unit_of_part(lexemes, end) if words[at + 1 : at + 2] == ["/"] else None
    if not unit and (unit_end := part or _unit_after(lexemes, end)) is not None:
        end, unit = unit_end
    elif currency and (doubled := unit_at(lexemes, end)) is not None and doubled[1] == currency:
        end = doubled[0]
    return NumberReading(begin, end, Bounds(value, value), unit, numeral.figures, after=end)


def _is_magnitude(lexemes: Lexemes, end: int, currency: str) -> bool:
    """Tell whether a letter right behind a figure is a magnitude and no unit: "5m people", not "5m wide"."""
    letter, following = lexemes.printed(end), lexemes.word(end + 1)
    if letter.lower() not in LETTER_MAGNITUDES or not lexemes.joined(end):
        return False
    if currency or letter.lower() in ("k", "bn", "tn", "mn"):
        return True
    if (unit := unit_at(lexemes, end + 1)) is not None and unit[1].isupper():
        return True  # "3.5T won"
    if letter == "m":
        return unit is not None or counted_at(lexemes, end + 1, 3) is not None
    return letter in ("M", "b", "B") and following[:1].isalpha() and following not in FUNCTION_WORDS


def _minus_before(lexemes: Lexemes, begin: int) -> int | None:
    """Return where a minus before a number begins: "minus 5", "minus-5", "$-5", " -5"; `None` without one."""
    before = lexemes.word(begin - 1)
    at = begin - 2 if before == "-" and lexemes.joined(begin) else begin - 1
    if lexemes.word(at) == "minus" and lexemes.word(at - 1) == "or":
        return None  # "plus or minus 3 points"
    if lexemes.word(at) == "minus" and (at == begin - 1 or lexemes.joined(begin - 1)):
        return at
    if (
        before != "-"
        or lexemes.printed(begin - 1) == "—"
        or not lexemes.joined(begin)
        or lexemes.joined(begin - 1)
        or begin < 2
    ):
        return None
    # A dash between words, or between two whole numbers, is no minus.
    if lexemes.word(begin - 2)[:1].isdigit():
        return begin - 1 if "." in lexemes.word(begin) else None
    return None if lexemes.capital(begin - 2) else begin - 1


def _unit_after(lexemes: Lexemes, end: int) -> tuple[int, str] | None:
    words = lexemes.words
    if end < len(words) and words[end] == "-" and lexemes.joined(end):
        if words[end + 1 : end + 2] in (["pound"], ["second"]):
            return end + 2, words[end + 1]  # "a 700-pound anvil": a weight, where nothing says money
        return unit_at(lexemes, end + 1)
    sign = lexemes.word(end)
    following = lexemes.word(end + 1)[:1]
    if sign in SIGNS and not following.isnumeric() and not (following.isalpha() and lexemes.joined(end + 1)):
        return end + 1, SIGNS[sign]
    if sign in ("'", "′") and lexemes.joined(end) and lexemes.joined(end + 1) and lexemes.word(end + 1)[:1].isdigit():
        return end + 1, "foot"  # 5'11"
    found = unit_at(lexemes, end)
    if found is None and sign == "second" and "." in lexemes.word(end - 1):
        return end + 1, "second"  # "an 8.7 second leap": after a whole number it may be an ordinal
    return found


def unit_of_part(lexemes: Lexemes, end: int) -> tuple[int, str] | None:
    """Read the unit in "3/8 of a gallon", "3/4 of an hour"."""
    if lexemes.word(end) != "of" or lexemes.word(end + 1) not in ("a", "an"):
        return None
    if lexemes.word(end + 2) == "second":
        return end + 3, "second"
    own = lexemes.capital(end + 2) and unit_at(lexemes, end + 2) is None
    return unit_at(lexemes, end + 2 + own)
