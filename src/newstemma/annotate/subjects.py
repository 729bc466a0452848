"""The subject of a verb, looked for to its left."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.annotate.cues import CUES
from newstemma.annotate.grammar import (
    ADVERB_OR_AUXILIARY,
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    OPENERS,
    PAUSES,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    is_verb,
    sentence_start,
)
from newstemma.annotate.narration import Piece
from newstemma.annotate.phrases import is_suffix, may_begin

__all__ = ["leading_phrase", "phrase_before", "verb_group_start"]

# Verbs that take "to" and another verb: "the board declined to comment", but "the firm hired to look".
_BEFORE_INFINITIVE = frozenset(
    """declined refused agreed decided wanted tried seemed appeared failed continued managed proceeded hoped planned
    needed used attempted moved rushed struggled turned started returned threatened""".split()
)
_LONG_QUOTATION = 40  # characters; in a longer one somebody speaks, a shorter one may be a name
_APPOSITION_LIMIT = 40  # pieces that may stand between a name and its verb
_WORD_LIMIT = 30  # pieces that a noun phrase may have


def verb_group_start(pieces: Sequence[Piece], verb: int) -> int:
    """Return the index of the first auxiliary or adverb that belongs to the verb at `verb`."""
    start = verb
    while start > 0 and pieces[start - 1].is_word and not pieces[start - 1].last:
        word = pieces[start - 1].lower
        if word in ADVERB_OR_AUXILIARY or (word.endswith("ly") and len(word) > 4 and not pieces[start - 1].capital):
            start -= 1
        else:
            break
    while start < verb and pieces[start].lower in ("this", "that"):
        start += 1
    return start


def phrase_before(pieces: Sequence[Piece], verb: int) -> tuple[int, int] | None:
    """Return the range of the noun phrase that is the subject of the verb group at `verb`, or `None`.

    Appositions and relative clauses between commas belong to it; the closing comma does not.
    """
    end = verb_group_start(pieces, verb)
    floor = sentence_start(pieces, end)
    end = _skip_time_back(pieces, end, floor)
    if end <= floor:
        return None
    last = pieces[end - 1]
    if last.lower in ("who", "which") and not last.capital:
        end = end - 2 if end - 2 >= floor and pieces[end - 2].text == "," else end - 1
        return _antecedent(pieces, _walk_left(pieces, end, floor), end)
    if last.text == ")":
        while end > floor and pieces[end - 1].text != "(":
            end -= 1
        end -= 1
        if end <= floor:
            return None
        start = _walk_left(pieces, end, floor)
        return _trimmed(pieces, start, end)
    if last.text in PAUSES:
        return _with_apposition(pieces, end - 1, floor)
    if not last.is_word or last.lower in BREAKS or (last.lower in ("and", "then") and not last.capital):
        return None
    return _trimmed(pieces, _walk_left(pieces, end, floor), end)


def _antecedent(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that "who" stands for: the last that begins with a determiner or is a name."""
    found = _trimmed(pieces, start, end)
    if found is None:
        return None
    for index in range(end - 1, found[0], -1):
        if pieces[index].lower in DETERMINERS and pieces[index - 1].lower not in ("of", "for", "at", "in"):
            return index, end
    return found


def _skip_time_back(pieces: Sequence[Piece], end: int, floor: int) -> int:
    """Pass over "on Tuesday" between a subject and its verb."""
    if end - floor >= 2 and pieces[end - 1].lower in TIME and pieces[end - 1].capital:
        before = pieces[end - 2].lower
        if before in ("on", "in", "last", "late", "early") and end - floor > 2:
            return end - 2
        if pieces[end - 2].is_word and end - floor >= 2 and not pieces[end - 2].capital:
            return end
        return end - 1
    return end


def _with_apposition(pieces: Sequence[Piece], comma: int, floor: int) -> tuple[int, int] | None:
    """The phrase "NAME, 40, of PLACE, a spokesman for OFFICE," whose last comma is at `comma`.

    The nearest name to the left that begins a stretch between commas heads it, else the nearest common noun phrase.
    """
    common: tuple[int, int] | None = None
    for opening in range(comma - 1, max(floor, comma - _APPOSITION_LIMIT), -1):
        piece = pieces[opening]
        if piece.text == ";" or piece.text == ":" or (piece.quote >= 0 and piece.end - piece.start > 60):
            break
        if piece.text not in PAUSES:
            continue
        found = _trimmed(pieces, _walk_left(pieces, opening, floor), opening)
        if found is None or pieces[found[0]].text.isdigit() or pieces[found[0]].lower in ("who", "which"):
            continue
        if pieces[found[0]].capital or pieces[found[0]].lower in PRONOUNS:
            if common is None or pieces[found[1] - 1].capital:
                return found[0], comma
            break
        if common is not None:
            break
        common = found
    return (common[0], comma) if common else None


def _walk_left(pieces: Sequence[Piece], end: int, floor: int) -> int:
    """Return where the noun phrase that ends before `end` begins."""
    start = end
    if start > floor and pieces[start - 1].lower in PRONOUNS and not pieces[start - 1].capital:
        return start - 1
    while start > floor and end - start <= _WORD_LIMIT and (further := _previous(pieces, start, end, floor)) < start:
        start = further
    verb = start < end and is_verb(pieces[start])
    if verb and start - 2 > floor and pieces[start - 1].lower in PRONOUNS:  # "the firm (that) it hired to look"
        antecedent = start - 2 if pieces[start - 2].lower in ("that", "which", "whom") else start - 1
        if pieces[antecedent - 1].is_word and not is_verb(pieces[antecedent - 1]):
            return _walk_left(pieces, antecedent, floor)
    return start


def _previous(pieces: Sequence[Piece], start: int, end: int, floor: int) -> int:
    """Return the index from which the phrase at `start` to `end` also goes, or `start` itself where it begins there."""
    piece, word = pieces[start - 1], pieces[start - 1].lower
    begun = start < end
    if piece.quote >= 0:
        # A nickname or a title belongs to the phrase, a quotation does not.
        named = piece.end - piece.start <= 30 and start - 1 > floor and pieces[start - 2].capital
        return start - 1 if begun and named else start
    if piece.text == ",":
        return start - 1 if begun and is_suffix(pieces[start]) else start
    if piece.text == ")":
        opening = start - 1
        while opening > floor and start - opening < _WORD_LIMIT and pieces[opening].text != "(":
            opening -= 1
        return opening
    if not piece.is_word:
        return start - 1 if piece.text in "'’-/&." else start
    if word == "and" and not piece.capital:
        return start - 1 if begun and _coordinates(pieces, start, end, floor) else start
    stops = word in BREAKS or (word in PRONOUNS and begun) or (is_verb(piece) and not _reduced(pieces, start - 1, end))
    return start if stops else start - 1


def _coordinates(pieces: Sequence[Piece], start: int, end: int, floor: int) -> bool:
    """Tell whether "and" before `start` joins two noun phrases rather than two clauses."""
    if pieces[start].lower in PRONOUNS:
        return False
    left = start - 2
    while left >= floor and pieces[left].quote < 0 and pieces[left].text not in ",;:()":
        if is_verb(pieces[left]):
            return False
        left -= 1
    if left >= floor and pieces[left].text == ",":
        return False
    return end - start <= 8


def _reduced(pieces: Sequence[Piece], verb: int, end: int) -> bool:
    """Tell whether the "-ed" form at `verb` stands inside a noun phrase: "the accused man", "a man employed at X"."""
    piece = pieces[verb]
    if not piece.lower.endswith("ed") or piece.lower in CUES:
        return verb > 0 and pieces[verb - 1].lower in DETERMINERS and piece.lower not in AUXILIARIES
    before = pieces[verb - 1].lower if verb > 0 else ""
    after = pieces[verb + 1].lower if verb + 1 < end else ""
    if after == "to":
        return piece.lower not in _BEFORE_INFINITIVE
    return before in DETERMINERS or after in TIME or after in ("by", "at", "in", "with", "for", "on", "from")


def _trimmed(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int] | None:
    """Cut what does not belong to the phrase off its left: "But", "On Monday", "In a statement"."""
    while start < end and (pieces[start].lower in OPENERS or not (pieces[start].is_word or pieces[start].quote >= 0)):
        start += 1
    if start >= end:
        return None
    first = pieces[start].lower
    if first in PREPOSITIONS or (first in TIME and end - start > 1):
        start = next((index for index in range(start + 1, end) if _restarts(pieces, start, index)), end)
    return (start, end) if start < end else None


def _restarts(pieces: Sequence[Piece], start: int, index: int) -> bool:
    """Tell whether a fresh noun phrase begins at `index`, after the adjunct that begins at `start`."""
    piece, word, before = pieces[index], pieces[index].lower, pieces[index - 1]
    if word in PRONOUNS:
        return True
    if before.lower in TIME and word not in TIME and pieces[start].lower in TIME | {"on", "in", "at"}:
        return True
    if index == start + 1 or before.lower in PREPOSITIONS:
        return False
    named = piece.capital and word not in TIME and not before.capital and before.lower not in DETERMINERS
    return named or word in ("the", "a", "an", "his", "her", "their", "some")


def leading_phrase(pieces: Sequence[Piece], start: int, stop: int) -> tuple[int, int] | None:
    """Return the subject of the clause that begins at `start`: the noun phrase before its first finite verb."""
    first = start
    while first < stop and (pieces[first].lower in OPENERS or not (pieces[first].is_word or pieces[first].quote >= 0)):
        first += 1
    if first < stop and (
        pieces[first].lower in PREPOSITIONS | BREAKS
        or pieces[first].lower in TIME
        or pieces[first].lower.endswith("ing")
        or pieces[first].lower in ("asked", "speaking")
    ):
        comma = first
        while comma < stop and pieces[comma].text != ",":
            comma += 1
        if comma + 1 >= stop:
            return None
        first = comma + 1
    if first < stop and pieces[first].lower in PRONOUNS:
        return first, first + 1
    found = _first_verb(pieces, first, stop)
    if found is None:
        # No verb that form shows: a name at the head of the clause is taken for the subject.
        verb = first
        while verb < stop and pieces[verb].capital:
            verb += 1
        return (first, verb) if verb > first and pieces[verb - 1].lower not in DETERMINERS else None
    verb = found
    verb = verb_group_start(pieces, verb)
    end = verb - 1 if verb - 1 > first and pieces[verb - 1].text == "," else verb
    while end > first and pieces[end - 1].lower in ("who", "which", "that", ","):
        end -= 1
    if end <= first:
        return None
    return (first, end) if may_begin(pieces, first) else None


def _first_verb(pieces: Sequence[Piece], first: int, stop: int) -> int | None:
    """Return the index of the clause's finite verb: the first that shows, else one that might stand inside a phrase."""
    doubtful: int | None = None
    for index in range(first, min(stop, first + _WORD_LIMIT + 1)):
        piece = pieces[index]
        if piece.quote >= 0 and piece.end - piece.start > _LONG_QUOTATION:
            return None
        if not is_verb(piece) or index == first:
            continue
        if not _reduced(pieces, index, stop):
            return index
        if doubtful is None and pieces[index - 1].lower not in DETERMINERS:
            doubtful = index
    return doubtful
