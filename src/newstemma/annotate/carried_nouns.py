"""What a number counts whose noun stands elsewhere in the sentence: "the number of boats rose to 40"."""

from __future__ import annotations

from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import FUNCTION_WORDS, counted_at, singular
from newstemma.annotate.number_ranges import CHANGES
from newstemma.annotate.units import unit_at

__all__ = ["carried_from_idiom", "carried_from_number", "carried_from_subject", "carries_unit"]

_LEVELS = frozenset("stood stands stand reached reaches hit topped passed exceeded was is put totalled totaled".split())
_LINKS = frozenset("to at past above".split())
_AGAINST = frozenset(
    [("up", "from"), ("down", "from"), ("instead", "of"), ("rather", "than"), ("compared", "with"), ("compared", "to")]
)
_TOLLS = {"toll": "death", "tally": "", "headcount": ""}


def carried_from_subject(lexemes: Lexemes, begin: int, reach: int) -> str:
    """Return what the subject says is counted, for a number whose words begin at `begin`; else the empty string.

    >>> from newstemma.annotate.lexer import lex
    >>> carried_from_subject(lex("The number of boats in the harbour rose to 40 on Friday"), 9, 6)
    'boat'

    The number must follow a verb of change or of level. A death toll counts deaths.
    """
    verb = begin - 2 if lexemes.word(begin - 1) in _LINKS else begin - 1
    if lexemes.word(verb) not in CHANGES and lexemes.word(verb) not in _LEVELS:
        return ""
    for at in range(verb - 1, -1, -1):
        word = lexemes.words[at]
        if word == "number" and lexemes.word(at + 1) == "of":
            head = counted_at(lexemes, at + 2, reach)
            return head[1] if head is not None else ""
        if word in _TOLLS:
            return _TOLLS[word]
        if word in (";", ":") or word[0].isdigit():
            break  # another number may be the one whose noun it was
    return ""


def carried_from_number(lexemes: Lexemes, begin: int, before: str) -> str:
    """Return `before`, what the number before it counts, for a number set against it; else nothing.

    >>> from newstemma.annotate.lexer import lex
    >>> carried_from_number(lex("40 boats came in, up from 31 in May"), 7, "boat")
    'boat'
    """
    return before if _set_against(lexemes, begin) else ""


def _set_against(lexemes: Lexemes, begin: int) -> bool:
    """Tell whether a number is set against the one before it: "up from 18", "instead of 13", "compared with 40"."""
    return (lexemes.word(begin - 2), lexemes.word(begin - 1)) in _AGAINST or lexemes.word(begin - 1) == "versus"


def carried_from_idiom(lexemes: Lexemes, begin: int) -> tuple[str, str] | None:
    """Return unit and counted noun for the number of "a boat or two", "another year or two"; `None` elsewhere.

    >>> from newstemma.annotate.lexer import lex
    >>> carried_from_idiom(lex("it takes a boat or two"), 5), carried_from_idiom(lex("in a year or two"), 4)
    (('', 'boat'), ('year', ''))
    """
    noun = lexemes.word(begin - 2)
    if lexemes.word(begin - 1) != "or" or lexemes.word(begin - 3) not in ("a", "an", "another"):
        return None
    if not noun.isalpha() or noun in FUNCTION_WORDS:
        return None
    unit = unit_at(lexemes, begin - 2)
    return (unit[1], "") if unit is not None else ("", singular(noun))


def carries_unit(lexemes: Lexemes, former: int, begin: int) -> bool:
    """Tell whether a bare number at `begin` has the unit of the one at `former`: "from 9 miles to 7", "by 2%, … by 3".

    >>> from newstemma.annotate.lexer import lex
    >>> carries_unit(lex("it fell from 9 miles to 7"), 3, 6), carries_unit(lex("it rose 9 percent to 7"), 2, 5)
    (True, False)
    """
    links = lexemes.word(former - 1), lexemes.word(begin - 1)
    return links in (("from", "to"), ("by", "by")) or _set_against(lexemes, begin)
