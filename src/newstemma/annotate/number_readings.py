"""Numbers with unit and range, read at a lexeme, before hedge and counted noun are added."""

from __future__ import annotations

from newstemma.annotate.amounts import amount_at
from newstemma.annotate.hedges import Bounds
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.number_labels import is_label
from newstemma.annotate.number_ranges import with_range
from newstemma.annotate.number_shares import fraction_reading, one_and_a_half, one_in
from newstemma.annotate.numerals import CARDINALS, MAGNITUDES, PLURALS, Numeral, numeral_at, plural_at
from newstemma.annotate.reading import NumberReading, with_unit

__all__ = ["read_number"]

_COUPLE = (2.0, 3.0)
_OPENERS = frozenset([*CARDINALS, *PLURALS, "couple", "a", "an", "half"])


def read_number(lexemes: Lexemes, at: int) -> NumberReading | None:
    """Read a number at lexeme `at`; an empty reading for one that is no quantity, `None` where there is none."""
    words, word = lexemes.words, lexemes.words[at]
    if lexemes.word(at - 1) == "^":  # an exponent, of a power that was not read
        return None
    if not (word[0].isnumeric() or (word[0] == "." and len(word) > 1) or word in _OPENERS):
        return None
    if (several := plural_at(words, at)) is not None:
        end, low, high = several
        return with_unit(lexemes, NumberReading(at, end, Bounds(low, high, high_open=True), figures=False))
    if word == "couple" and lexemes.word(at - 1) == "a":
        scale_at = at + 2 if lexemes.word(at + 1) == "of" else at + 1
        scale = MAGNITUDES.get(lexemes.word(scale_at), 0.0)  # "a couple hundred"
        bounds = Bounds(_COUPLE[0] * (scale or 1.0), _COUPLE[1] * (scale or 1.0))
        return with_unit(lexemes, NumberReading(at - 1, scale_at + 1 if scale else at + 1, bounds, figures=False))
    if (share := fraction_reading(lexemes, at)) is not None:
        return share
    numeral = numeral_at(words, at)
    if numeral is None:
        return one_and_a_half(lexemes, at) if word in ("a", "an") else None
    if (share := one_in(lexemes, at, numeral)) is not None:
        return share
    if word in ("a", "an") and words[at + 1] == "dozen" and lexemes.word(at - 1) == "half":
        numeral = Numeral(numeral.end, 6.0, figures=False)
    if is_label(lexemes, at, numeral):
        return NumberReading(at, at, Bounds(None, None), after=numeral.end)
    return with_range(lexemes, amount_at(lexemes, at, numeral))
