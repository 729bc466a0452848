"""Noun phrases, read from their first word on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newstemma.annotate.cues import CUES
from newstemma.annotate.grammar import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    TIME,
    has_verb,
    is_verb,
)
from newstemma.annotate.narration import Piece

__all__ = ["is_suffix", "may_begin", "phrase_after"]

_STOPS_AFTER = frozenset(
    """on in at during to from after before when as while and but because since who which that if with by about
    into over through so where amid despite against via""".split()
)
_RUN_ON_STOPS = BREAKS | frozenset(("and", "who", "which", "that"))
_CLOSING = frozenset("late early earlier later yesterday today last this adding saying here".split())
_APPOSITION_ENDS = (",", ";", ":", "—", "–", "--")
_NO_NOUN = frozenset("him them me us that to of nothing something anything so no not much".split())
_WORD_LIMIT = 30  # pieces that a noun phrase, or its apposition, may have


def phrase_after(pieces: Sequence[Piece], index: int, *, prepositions: bool = False) -> tuple[int, int] | None:
    """Return the range of the noun phrase that begins at `index`, with its apposition; `None` where none begins there.

    With `prepositions` a phrase may run on through "in", "at" and the like, as after "according to".
    """
    end = index
    limit = min(len(pieces), index + _WORD_LIMIT)
    while end < limit and (further := _next(pieces, index, end, limit, prepositions)) > end:
        end = further
        if pieces[end - 1].last or pieces[end - 1].lower in PRONOUNS:
            break
    if end == index or not may_begin(pieces, index):
        return None
    apposition = end + 1 < len(pieces) and pieces[end].text == "," and not pieces[end - 1].last
    if apposition and pieces[index].lower not in PRONOUNS:
        end = _apposition_after(pieces, end)
    return index, end


def _next(pieces: Sequence[Piece], start: int, end: int, limit: int, prepositions: bool) -> int:
    """Return the index up to which the phrase that has reached `end` goes on, or `end` itself where it stops."""
    piece, word = pieces[end], pieces[end].lower
    first = end == start
    if piece.text == "(" and not first:
        return _closing_bracket(pieces, end, limit) or end
    if piece.quote >= 0 or not piece.is_word:
        suffixed = piece.text == "," and end + 1 < limit and is_suffix(pieces[end + 1])
        return end + 1 if suffixed or piece.text in ("&", "'", "’", "/") else end
    if first:
        return end + 1 if word == "that" or word not in (_RUN_ON_STOPS if prepositions else _STOPS_AFTER) else end
    if word == "and" and end + 1 < limit and pieces[end + 1].capital and pieces[end - 1].capital:
        return end + 1
    if word in (_RUN_ON_STOPS if prepositions else _STOPS_AFTER) and not piece.capital:
        return end
    if word in PRONOUNS or (word in _CLOSING and not piece.capital):
        return end
    return end if word in TIME and piece.capital and not prepositions else end + 1


def is_suffix(piece: Piece) -> bool:
    """Tell whether `piece` belongs to the name before a comma: "Jr.", "Inc.", "D-Ohio"."""
    return (
        piece.lower in ("jr.", "sr.", "inc.", "jr", "d.c.")
        or re.fullmatch(r"[RDI]-[A-Z][\w.]*", piece.text) is not None
    )


def _closing_bracket(pieces: Sequence[Piece], opening: int, limit: int) -> int:
    """Return the index after the bracket that closes the one at `opening`; 0 where none does soon."""
    for index in range(opening + 1, min(limit, opening + 8)):
        if pieces[index].text == ")":
            return index + 1
        if pieces[index].last or pieces[index].quote >= 0:
            break
    return 0


def may_begin(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a noun phrase may begin at `index`."""
    piece = pieces[index]
    word = piece.lower
    if not piece.is_word or word in AUXILIARIES or word in _NO_NOUN:
        return False
    if word in PREPOSITIONS | BREAKS | OPENERS or (word in TIME and word not in ("may", "this")):
        return False
    return piece.capital or word in DETERMINERS or word in PRONOUNS or not word.endswith(("ing", "ly"))


def _apposition_after(pieces: Sequence[Piece], comma: int) -> int:
    """Return the end of the apposition that follows the comma, or the comma's own index where none does."""
    first = pieces[comma + 1]
    if first.quote >= 0 or not first.is_word:
        return comma
    if first.text.isdigit():  # an age
        further = comma + 2
        if first.last or further + 1 >= len(pieces) or pieces[further].text != ",":
            return further
        return max(further, _apposition_after(pieces, further))
    if not _is_nominal(pieces, comma + 1):
        return comma
    end = comma + 1
    while end < len(pieces):
        piece = pieces[end]
        if end - comma > _WORD_LIMIT:
            return comma
        ends = piece.quote >= 0 or piece.text in _APPOSITION_ENDS or (piece.last and not piece.is_word)
        if ends or piece.lower in ("adding", "saying"):
            break
        end += 1
        if piece.last:
            break
    inside = pieces[comma + 1 : end]
    relative = any(piece.lower in ("who", "which", "that") for piece in inside)
    if has_verb([piece for piece in inside if not piece.lower.endswith("ed")]) and not relative:
        return comma
    further = end + 1 < len(pieces) and pieces[end].text == "," and pieces[end + 1].lower in ("who", "whose")
    return _apposition_after(pieces, end) if further and not relative else end


def _is_nominal(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether what begins at `index` after a comma looks like an apposition or a relative clause."""
    piece, word = pieces[index], pieces[index].lower
    if word in DETERMINERS or word in ("who", "whose"):
        return True
    if index + 1 >= len(pieces) or word in TIME:
        return False
    if word in ("now", "then") and pieces[index + 1].lower in DETERMINERS:
        return True
    if word == "of" and pieces[index + 1].capital:
        return True
    if piece.capital:
        return not is_verb(pieces[index + 1])
    return word not in CUES and word not in PREPOSITIONS | BREAKS | OPENERS and not word.endswith(("ing", "ly", "ed"))
