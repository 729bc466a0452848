"""Numbers that are ages, by the words and names that they stand next to."""

from __future__ import annotations

from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import FUNCTION_WORDS
from newstemma.annotate.number_labels import SAYING
from newstemma.annotate.reading import NumberReading, no_noun_at

__all__ = ["age_end"]

_DURATIONS = frozenset("day week month year".split())
_POSSESSIVES = frozenset("his her my their your our".split())
_OF_PERSONS = frozenset("who said says told is was has had died lives pleaded".split())
_NEAR = frozenset("about around just only nearly almost now already still".split())
_PERSONS = frozenset("he she i who".split())
_NO_AGE_BEFORE = frozenset("% $ - / ' ′ \" ″".split())


def age_end(lexemes: Lexemes, reading: NumberReading) -> int | None:
    """Tell where an age ends that is given by this number; `None` where it is none."""
    words, begin, end = lexemes.words, reading.begin, reading.end
    if reading.unit in _DURATIONS:
        at = end + 1 if lexemes.word(end) == "-" else end
        if lexemes.word(at) in ("old", "olds"):
            return at + 1
        if words[at : at + 2] == ["of", "age"]:
            return at + 2
        return end if lexemes.word(begin - 1) in ("aged", "ages") else None
    most = reading.bounds.high
    if reading.unit or most is None or not 0 < most < 120:
        return None
    before = lexemes.word(begin - 1)
    if before == "and" and lexemes.word(begin - 2).isdecimal() and lexemes.word(begin - 3) in ("ages", "aged"):
        return end
    if before == "between":
        before = lexemes.word(begin - 2)
    if before in ("aged", "ages") or (before == "of" and lexemes.word(begin - 2) in ("age", "ages")) or before == "age":
        return end
    if words[end : end + 2] in (["or", "older"], ["and", "older"], ["or", "younger"], ["and", "younger"]):
        return end
    return end if reading.single is not None and reading.figures and _is_age(lexemes, begin, end) else None


def _is_age(lexemes: Lexemes, begin: int, end: int) -> bool:
    """Tell whether a bare figure is an age by what it stands next to: "Ann Bee, 45,", "she is 41", "died at 84"."""
    words, before = lexemes.words, lexemes.word(begin - 1)
    noun = begin - 3 if lexemes.word(begin - 2) == "." and lexemes.word(begin - 3) in ("jr", "sr") else begin - 2
    first = lexemes.word(noun)
    if not words[begin].isdecimal():
        return False
    if before == ",":
        named = (lexemes.capital(noun) or not lexemes.cased) and words[end : end + 1] in (
            [","],
            ["."],
            [],
            ["of"],
            ["from"],
        )
        if lexemes.word(end + 1)[:1].isdigit():
            return False  # a list of numbers: "the locks at Lorne, 3, 7 and 11, leak"
        person = words[end : end + 1] == [","] and first.isalpha() and first not in FUNCTION_WORDS
        person = person and (lexemes.word(begin - 3) in _POSSESSIVES or lexemes.word(end + 1) in _OF_PERSONS)
        return first.isalpha() and first not in FUNCTION_WORDS and (named or person)
    if before == "(":
        return words[end : end + 1] == [")"] and len(words[begin]) == 2 and lexemes.capital(begin - 2)
    if lexemes.word(end) in SAYING and lexemes.capital(begin - 1) and len(words[begin]) == 2:
        return begin > 1 and lexemes.capital(begin - 2)  # "Orla Venn 41 said", from which commas were lost
    if not no_noun_at(lexemes, end) or lexemes.word(end) in _NO_AGE_BEFORE:
        return False
    if before in _NEAR:
        before, begin = first, begin - 1
    if before == "as":
        return lexemes.word(begin - 2) in ("young", "old")
    if before == "at":
        return first in ("died", "dies", "retired", "married")
    if before in ("turn", "turned", "turns", "turning"):
        return begin + 1 == end and words[end : end + 1] != ["to"]
    if before == "being":
        return True
    if before in ("is", "was", "of", "to") and "age" in words[max(0, begin - 9) : begin]:
        return True
    someone = _PERSONS.intersection(words[max(0, begin - 4) : begin])
    return bool(someone) and before in ("is", "was", "am", "be", "m", "s", "are", "were")
