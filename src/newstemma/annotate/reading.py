"""What is read of a number before its hedge and what it counts are added."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newstemma.annotate.hedges import Bounds
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import FUNCTION_WORDS
from newstemma.annotate.units import unit_at

__all__ = ["NumberReading", "no_noun_at", "with_unit"]


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


def no_noun_at(lexemes: Lexemes, at: int) -> bool:
    """Tell whether no noun begins at a lexeme: the phrase ends there.

    >>> from newstemma.annotate.lexer import lex
    >>> no_noun_at(lex("12 by Friday"), 1), no_noun_at(lex("12 red boats"), 1)
    (True, False)
    """
    word = lexemes.word(at)
    return not word[:1].isalpha() or word in FUNCTION_WORDS


def with_unit(lexemes: Lexemes, reading: NumberReading) -> NumberReading:
    """Read the unit after a plural of number: "millions of dollars", "a couple of weeks"."""
    at = reading.end + 1 if lexemes.word(reading.end) == "of" else reading.end
    unit = unit_at(lexemes, at)
    if unit is None:
        return replace(reading, after=reading.end)
    return replace(reading, end=unit[0], unit=unit[1], after=unit[0])
