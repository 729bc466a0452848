"""Shares and parts: "a third of", "half a million", "one in four", "a year and a half"."""

from __future__ import annotations

from newstemma.annotate.amounts import unit_of_part
from newstemma.annotate.hedges import Bounds, hedge_before
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import counted_at
from newstemma.annotate.number_labels import is_year
from newstemma.annotate.numerals import MAGNITUDES, Numeral, fraction_at, numeral_at, ordinal
from newstemma.annotate.reading import NumberReading, no_noun_at, with_unit
from newstemma.annotate.units import unit_at

__all__ = ["fraction_reading", "one_and_a_half", "one_in"]

# Words before "a third" and "half" after which they are shares, with no "of" behind them: "fell by a third".
_SHARING = frozenset(
    "by nearly almost about than roughly around approximately over only just least some virtually".split()
)
# Words after "half" with which the whole begins.
_WHOLES = frozenset("of the its their his her our my your this that these those a an all".split())


def fraction_reading(lexemes: Lexemes, at: int) -> NumberReading | None:
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
    if (measured := _of_next(lexemes, at, end, value)) is not None:
        return measured
    if words[at] == "half":
        scale_at = end + 1 if following in ("a", "-") else end  # "half a million", "a half-million"
        if lexemes.word(scale_at) in MAGNITUDES:
            scaled = value * MAGNITUDES[lexemes.word(scale_at)]
            begin = at - 1 if before == "a" else at
            return with_unit(lexemes, NumberReading(begin, scale_at + 1, Bounds(scaled, scaled), figures=False))
        if following in ("a", "an") and (unit := unit_at(lexemes, end + 1)) is not None:
            return NumberReading(at, unit[0], Bounds(value, value), unit[1], figures=False, after=unit[0])
        if ordinal(before) or before in ("a", "other", "second", "later", "latter", "and"):
            return None
        shared = before in _SHARING and no_noun_at(lexemes, end)
        if not shared and following not in _WHOLES and not (following == "-" and lexemes.word(end + 1) == "a"):
            return None
    elif following != "of" and lexemes.word(at + 1) != "-" and words[at] in ("a", "one"):
        if before not in _SHARING or not no_noun_at(lexemes, end):
            return None  # "a third man", "one was shot, a third was hurt"
    elif (
        words[end - 1] in ("quarters", "halves")
        and following != "of"
        and lexemes.word(at + 1) != "-"
        and not no_noun_at(lexemes, end)
    ):
        return None  # "in three quarters profits fell"
    return NumberReading(at, end, Bounds(value * 100, value * 100), "%", figures=False, after=end)


def _of_next(lexemes: Lexemes, at: int, end: int, value: float) -> NumberReading | None:
    """Read "a half hour", "a quarter-mile", "a quarter century": a half or a quarter right before a singular unit."""
    if not lexemes.words[end - 1].startswith(("half", "quarter")) or ordinal(lexemes.word(at - 1)):
        return None
    unit = unit_at(lexemes, end + 1 if lexemes.word(end) == "-" and lexemes.joined(end) else end)
    if unit is None or lexemes.words[unit[0] - 1] in ("%", "years", "hours"):
        return None
    begin = at - 1 if lexemes.word(at - 1) == "a" else at
    return NumberReading(begin, unit[0], Bounds(value, value), unit[1], figures=False, after=unit[0])


def _of_a_whole(lexemes: Lexemes, at: int, end: int, value: float) -> NumberReading | None:
    """Read "a quarter of a million dollars", "a tenth of a second"."""
    if (unit := unit_of_part(lexemes, end)) is not None:
        return NumberReading(at, unit[0], Bounds(value, value), unit[1], figures=False, after=unit[0])
    scale = MAGNITUDES.get(lexemes.word(end + 2))
    if scale is None or lexemes.words[end : end + 2] != ["of", "a"]:
        return None
    return with_unit(lexemes, NumberReading(at, end + 3, Bounds(value * scale, value * scale), figures=False))


def one_and_a_half(lexemes: Lexemes, at: int) -> NumberReading | None:
    """Read "a year and a half"."""
    unit = unit_at(lexemes, at + 1)
    if unit is None or lexemes.words[unit[0] : unit[0] + 3] != ["and", "a", "half"]:
        return None
    return NumberReading(at, unit[0] + 3, Bounds(1.5, 1.5), unit[1], figures=False, after=unit[0] + 3)


def one_in(lexemes: Lexemes, at: int, numeral: Numeral) -> NumberReading | None:
    """Read a share that is given as "one in four", "three in 10"; "three in 10 days" is none."""
    tied = lexemes.words[numeral.end : numeral.end + 3] == ["-", "in", "-"]
    link = numeral.end + 1 if tied else numeral.end
    start = link + 2 if tied else link + 1
    if lexemes.words[link : link + 2] == ["out", "of"]:
        start = link + 2  # "one out of ten"
    elif lexemes.word(link) != "in":
        return None
    if start >= len(lexemes) or numeral.end != at + 1 or is_year(lexemes.word(start)):
        return None
    whole = numeral_at(lexemes.words, start)
    if whole is None or not 1 <= numeral.value < whole.value <= 1e6 or numeral.value % 1:
        return None
    if unit_at(lexemes, whole.end) is not None:
        return None
    # "Two in four games" counts, "nearly two in three said so" does not.
    opens = not lexemes.word(at - 1).isalpha() or hedge_before(lexemes.words, at) is not None
    alone = whole.value <= 10 and opens and counted_at(lexemes, whole.end, 3) is None
    if not (numeral.value == 1 or tied or alone or whole.value in (10, 100, 1000)):
        return None
    share = 100 * numeral.value / whole.value
    return NumberReading(at, whole.end, Bounds(share, share), "%", figures=False, after=whole.end)
