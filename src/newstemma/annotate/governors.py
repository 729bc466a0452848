"""Cues in a passage, each with its verb group and the phrase that names its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newstemma.annotate.cues import CUES, Cue
from newstemma.annotate.grammar import (
    ADVERB_OR_AUXILIARY,
    DETERMINERS,
    PRONOUNS,
    TIME,
    has_verb,
    is_adjunct,
    sentence_end,
    sentence_start,
)
from newstemma.annotate.narration import Passage, Piece
from newstemma.annotate.phrases import phrase_after
from newstemma.annotate.subjects import leading_phrase, phrase_before, verb_group_start

__all__ = ["Governor", "governors"]

_BE = frozenset("is was were are been be being gets got".split())
_MODALS = frozenset("to will would could should may might must can did does do didn't doesn't don't and".split())
_AFTER_CUE = frozenset("that it he she they there the its his her : ,".split())
_NOT_BEFORE_NOUN = frozenset("of by from about on for in to at with or".split())


@dataclass(frozen=True, slots=True)
class Governor:
    """A cue at the pieces `start` to `end` (end excluded) with the pieces of its source, if one is printed.

    `verb` is the piece that reports, after its auxiliaries; `inverted` says that the source stands after it.
    """

    start: int
    end: int
    verb: int
    cue: Cue
    kind: Literal["verb", "participle", "passive", "according"]
    source: tuple[int, int] | None
    inverted: bool = False


def governors(passage: Passage) -> tuple[Governor, ...]:
    """Return the passage's cues in order."""
    pieces = passage.pieces
    found: list[Governor] = []
    for index, piece in enumerate(pieces):
        if piece.lower not in _TRIGGERS or not piece.is_word:
            continue
        if piece.lower == "according" and index + 1 < len(pieces) and pieces[index + 1].lower == "to":
            source = phrase_after(pieces, index + 2, prepositions=True)
            if source is not None and (index == 0 or pieces[index - 1].last):
                source = _before_clause(pieces, *source)
            if source is not None:
                found.append(Governor(index, index + 2, index, _ACCORDING, "according", source))
            continue
        if piece.lower == "words" and index + 1 < len(pieces) and pieces[index + 1].lower == "of":
            source = phrase_after(pieces, index + 2)
            if source is not None:
                found.append(Governor(index, index + 2, index, _ACCORDING, "according", source))
            continue
        following = pieces[index + 1].lower if index + 1 < len(pieces) else ""
        if (piece.lower, following) in _PHRASAL:
            phrasal = Cue(_PHRASAL[piece.lower, following], "past", "quote")
            first, source = verb_group_start(pieces, index), phrase_before(pieces, index)
            found.append(Governor(first, index + 2, index, phrasal, "verb", source))
            continue
        cue = CUES.get(piece.lower)
        if cue is None or not _reports(pieces, index, cue):
            continue
        found.append(_governor(pieces, index, cue, found))
    return tuple(found)


_ACCORDING = Cue("accord", "participle", "clause")
_ADDRESSES = frozenset("tell inform assure".split())  # what follows these is whom they address
_TAG_WORDS = 8  # words of a source between a quotation and a verb that may be a noun
_NEAREST = 12  # cues that are looked back on
_FRONTED = frozenset("said says added adds wrote writes".split())
_PHRASAL = {("puts", "it"): "put", ("put", "it"): "put", ("went", "on"): "go", ("goes", "on"): "go"}
_TRIGGERS = CUES.keys() | {"according", "words"} | {first for first, _ in _PHRASAL}


def _before_clause(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int]:
    """Cut the source of a fronted "according to" at the comma after which the clause begins."""
    commas = [index for index in range(start, end) if pieces[index].text == ","]
    return (start, commas[-1]) if commas and end >= sentence_end(pieces, start) - 1 else (start, end)


def _governor(pieces: Sequence[Piece], index: int, cue: Cue, earlier: Sequence[Governor]) -> Governor:
    start = verb_group_start(pieces, index)
    group = {piece.lower for piece in pieces[start:index]}
    by = index + 1 < len(pieces) and not pieces[index].last and pieces[index + 1].lower == "by"
    if cue.form in ("perfect", "past") and (group & _BE or (by and cue.frame == "as")):
        return Governor(start, index + 1, index, cue, "passive", _agent(pieces, index))
    fronted = index == 0 or pieces[index - 1].last
    if cue.form == "participle" and not group & _BE:
        return Governor(index, index + 1, index, cue, "participle", _participle_source(pieces, index, earlier))
    if fronted and pieces[index].lower in ("asked", "speaking"):
        return Governor(index, index + 1, index, cue, "participle", _participle_source(pieces, index, ()))
    may_invert = start == index and cue.frame in ("clause", "quote") and cue.lemma not in _ADDRESSES
    after = _inverted_subject(pieces, index) if may_invert else None
    if after is not None:
        return Governor(index, index + 1, index, cue, "verb", after, inverted=True)
    source = phrase_before(pieces, index)
    if source is None:
        source = _shared_subject(pieces, start, earlier)
    return Governor(start, index + 1, index, cue, "verb", source)


def _inverted_subject(pieces: Sequence[Piece], verb: int) -> tuple[int, int] | None:
    """The source that follows its verb, as in "…, said NAME on Monday." """
    if pieces[verb].opening == verb:
        return phrase_after(pieces, verb + 1) if pieces[verb].lower in _FRONTED else None
    if not (pieces[verb - 1].text == "," or pieces[verb - 1].quote >= 0):
        return None
    found = phrase_after(pieces, verb + 1)
    if found is None or has_verb(pieces[found[0] : found[0] + 6]):
        return None
    rest = pieces[found[1] : sentence_end(pieces, verb)]
    if rest and (rest[0].quote >= 0 or (rest[0].is_word and pieces[found[0]].lower in PRONOUNS)):
        return None  # no source but the subject of what is reported: "NAME, a baker, said the oven “is cold”"
    words = [piece for piece in rest if piece.is_word]
    plain = is_adjunct(rest) and not has_verb(words)
    return found if plain or (words and words[0].lower in ("who", "whose", "that")) else None


def _agent(pieces: Sequence[Piece], verb: int) -> tuple[int, int] | None:
    for index in range(verb + 1, min(len(pieces) - 1, verb + 12)):
        if pieces[index].lower == "by" and pieces[index].quote < 0:
            return phrase_after(pieces, index + 1)
        if pieces[index].last or pieces[index].text in ";:":
            break
    return None


def _participle_source(pieces: Sequence[Piece], index: int, earlier: Sequence[Governor]) -> tuple[int, int] | None:
    named = index > 0 and pieces[index - 1].capital
    for governor in reversed(earlier[-_NEAREST:]):
        if governor.kind in ("verb", "participle") and governor.source is not None and not named:
            return governor.source
    start = sentence_start(pieces, index)
    if index - start > 1 and pieces[index - 1].capital and pieces[index - 1].lower not in TIME:
        name = index - 1  # "footage of NAME asking"
        while name > start and pieces[name - 1].capital:
            name -= 1
        return name, index
    if index - start <= 1:
        return leading_phrase(pieces, start, sentence_end(pieces, index))
    return leading_phrase(pieces, start, index)


def _shared_subject(pieces: Sequence[Piece], start: int, earlier: Sequence[Governor]) -> tuple[int, int] | None:
    """The subject of a second verb, as in "NAME paused and said"."""
    if start == 0 or pieces[start - 1].last:
        return None
    floor = sentence_start(pieces, start)
    for governor in reversed(earlier[-_NEAREST:]):
        if governor.kind == "verb" and governor.source is not None and governor.start >= floor:
            return governor.source
    if pieces[start - 1].lower in ("and", "but", "then", ",") or pieces[start - 1].text == ",":
        return leading_phrase(pieces, floor, start)
    return None


def _closes_tag(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a form that may be a noun is a verb, as it follows a quotation: “…,” NAME reports; “…,” reports NAME."""
    piece = pieces[index]
    if pieces[index - 1].quote >= 0:
        return index + 1 < len(pieces) and (pieces[index + 1].capital or pieces[index + 1].lower in DETERMINERS)
    if index + 1 < len(pieces) and not piece.last and pieces[index + 1].text not in ".,":
        return False
    first = max(piece.opening, index - _TAG_WORDS)
    quoted = next((i for i in range(index - 1, first - 1, -1) if not pieces[i].is_word), -1)
    return quoted >= 0 and pieces[quoted].quote >= 0 and index - quoted > 1


def _reports(pieces: Sequence[Piece], index: int, cue: Cue) -> bool:
    piece = pieces[index]
    before = pieces[index - 1] if index > 0 and not pieces[index - 1].last else None
    after = pieces[index + 1] if index + 1 < len(pieces) and not piece.last else None
    if piece.capital:
        fronted = cue.form in ("participle", "perfect") or (after is not None and piece.lower in _FRONTED)
        return before is None and fronted and after is not None
    if before is None:
        return cue.form in ("participle", "perfect", "past")
    word = before.lower
    if word == "so" and cue.lemma == "call":
        return False
    if cue.form == "base":
        plural = before.is_word and (
            word in PRONOUNS or word in _MODALS or (word.endswith("s") and not cue.noun) or word in ADVERB_OR_AUXILIARY
        )
        if not plural and not (after is not None and (after.lower == "that" or after.quote >= 0) and before.is_word):
            return False
        if word == "to":
            return cue.frame == "clause" and not cue.noun
    if cue.noun and not _closes_tag(pieces, index):
        if (
            word in DETERMINERS
            or word in _NOT_BEFORE_NOUN
            or word.endswith("'s")
            or not (before.is_word or before.text in ",)")
        ):
            return False
        if after is None:
            return False
        opens = after.quote >= 0 or after.lower in _AFTER_CUE
        return opens or word in PRONOUNS
    if cue.form in ("past", "perfect") and (
        word in DETERMINERS and word not in ("this", "that", "some", "all", "many", "most", "several")
    ):
        return False
    return not (cue.form == "participle" and word in DETERMINERS)
