"""Tags: cue and source behind a quotation or a sentence, before a line of dialogue, or as a signature."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from newstemma.annotate.cues import Cue
from newstemma.annotate.governors import Governor
from newstemma.annotate.grammar import (
    ADVERB_OR_AUXILIARY,
    BREAKS,
    DASHES,
    OPENERS,
    PAUSES,
    has_verb,
    is_adjunct,
    is_verb,
    sentence_start,
)
from newstemma.annotate.narration import Passage, Piece
from newstemma.annotate.phrases import phrase_after
from newstemma.annotate.subjects import leading_phrase, phrase_before

__all__ = ["headed", "signature", "tag_after", "trailing_tag"]

_ADJUNCT_PIECES = 6  # pieces between a quotation and its source: “…,” on Monday NAME said
_LONGEST_NAME = 8  # pieces of a name with its titles before a colon
_SIGNED = Cue("sign", "past", "quote")
_INSIDE_NAMES = frozenset("of the and for de van von der la bin al".split())
_NO_SPEAKER = OPENERS | ADVERB_OR_AUXILIARY
_NO_TAG = frozenset("and but while or because which that who if than to in on for with nor so whose when where".split())


def _start(governor: Governor) -> int:
    return governor.start


def _end(governor: Governor) -> int:
    return governor.end


def tag_after(passage: Passage, quote: int, found: Sequence[Governor]) -> Governor | None:
    """Return the cue of the tag that follows the quotation at `quote`: "…," said NAME; "…," NAME said; "…" — NAME."""
    pieces = passage.pieces
    first = quote + 1
    while first < len(pieces) and pieces[first].text in (",", ".", "...", *DASHES):
        if pieces[first].text in DASHES and (signed := signature(passage, first)) is not None:
            return signed
        first += 1
    if first >= len(pieces) or (pieces[quote].last and first == quote + 1 and not pieces[first].lower):
        return None
    if pieces[first].quote >= 0 or pieces[first].lower in _NO_TAG:
        return None
    nearest = bisect_right(found, first, key=_end)
    return _as_tag(passage, first, found[nearest]) if nearest < len(found) else None


def _as_tag(passage: Passage, first: int, governor: Governor) -> Governor | None:
    """Return the cue, with the source that it has as a tag that begins at `first`, if it may be one."""
    pieces = passage.pieces
    if governor.kind == "according":
        return governor if governor.start == first else None
    if governor.kind == "participle" or pieces[first].closing <= governor.verb:
        return None
    if governor.kind == "passive" and governor.cue.lemma == "quote":  # “…,” NAME was quoted as saying
        subject = phrase_before(pieces, governor.verb)
        return replace(governor, source=subject) if subject is not None and subject[0] == first else None
    if governor.start == first:
        source = phrase_after(pieces, governor.end) if governor.kind != "passive" else None
        return replace(governor, source=source, inverted=True) if source is not None else None
    if governor.source is None or not 0 <= governor.source[0] - first <= _ADJUNCT_PIECES:
        return None
    between = pieces[first : governor.source[0]]
    return None if any(piece.quote >= 0 or piece.lower in BREAKS for piece in between) else governor


def signature(passage: Passage, index: int = 0) -> Governor | None:
    """Return the author where the passage holds, from `index` on, nothing but a dash and a name."""
    pieces = passage.pieces
    first = index
    while first < len(pieces) and pieces[first].text in DASHES:
        first += 1
    end = first
    while end < min(len(pieces), first + 16) and (
        pieces[end].capital or pieces[end].text in ",.()&" or pieces[end].lower in _INSIDE_NAMES
    ):
        end += 1
    if first == index or end < len(pieces) or end - first > 14:
        return None
    while end > first and not pieces[end - 1].is_word and pieces[end - 1].text != ")":
        end -= 1
    if end == first or not pieces[first].capital:
        return None
    return Governor(first - 1, first, first - 1, _SIGNED, "verb", (first, end))


def headed(passage: Passage, end: int) -> Governor | None:
    """Return whoever a colon before `end` gives the word: the name that alone stands before it, else its sentence's
    subject.
    """
    pieces = passage.pieces
    colon = end - 1
    start = sentence_start(pieces, colon)
    named = pieces[start:colon]
    if not named or pieces[colon].text != ":" or (len(named) == 1 and named[0].lower in _NO_SPEAKER):
        return None
    alone = len(named) <= _LONGEST_NAME and not has_verb(named) and named[-1].capital
    if alone and all(piece.is_word or piece.text in ",." for piece in named):
        return Governor(colon, end, colon, _SIGNED, "verb", (start, colon))
    subject = leading_phrase(pieces, start, colon)
    return Governor(colon, end, colon, _SIGNED, "verb", subject) if subject is not None else None


def trailing_tag(passage: Passage, sentence_end: int, found: Sequence[Governor]) -> Governor | None:
    """Return the cue of a tag that closes the sentence whose last piece stands before `sentence_end`:
    "It rained, NAME said on Monday."
    """
    pieces = passage.pieces
    floor = sentence_start(pieces, sentence_end - 1)
    inside = found[bisect_left(found, floor, key=_start) : bisect_left(found, sentence_end, key=_start)]
    for governor in reversed(inside):
        if governor.cue.frame != "clause":
            continue
        if governor.kind == "according":
            if governor.start > floor + 2 and governor.source is not None and governor.source[1] >= sentence_end - 2:
                return governor
            continue
        if governor.kind != "verb" or governor.cue.form == "base":
            continue
        rest = pieces[governor.end : sentence_end]
        if governor.inverted and governor.source is not None:
            after = pieces[governor.source[1] : sentence_end]
            if governor.start > floor and (is_adjunct(after) or after[0].lower in ("who", "whose")):
                return governor
            continue
        if governor.source is None or governor.source[0] <= floor + 1 or not is_adjunct(rest) or _goes_on(rest):
            continue
        before = pieces[governor.source[0] - 1]
        if before.text in PAUSES or before.quote >= 0:
            return governor
    return None


def _goes_on(pieces: Sequence[Piece]) -> bool:
    """Whether what follows a verb of saying is what was said rather than when and where: it has marks or a verb."""
    for piece in pieces:
        if piece.lower in BREAKS or piece.lower == "who":
            return False
        if piece.quote >= 0 or is_verb(piece):
            return True
    return False
