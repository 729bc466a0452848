"""Reported clauses without marks of their own, for the common cues."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from newstemma.annotate.cues import Cue
from newstemma.annotate.governors import Governor
from newstemma.annotate.grammar import DETERMINERS, PRONOUNS, TIME, has_verb
from newstemma.annotate.narration import Passage, Piece
from newstemma.annotate.tags import tag_after, trailing_tag
from newstemma.model import Article, Attribution, QuotedSpan

__all__ = ["find_indirect"]

_REPORTED = frozenset("reporters reporter journalists him her them us me".split())
_ADJUNCT = frozenset(
    "on in at during to by via from through late early last this earlier later yesterday today".split()
)
_NO_SUBJECT = (_ADJUNCT - {"this"}) | frozenset(
    "of about for with so as and but no to not exactly nothing something when while after before".split()
)
_QUESTIONS = frozenset("there if whether what how why when".split())
_PLAIN = frozenset("say add claim think believe insist note argue warn contend tell".split())
_SENTENCE_REACH = 400  # pieces: no clause is longer, and reading on would make one endless line slow
_CLAUSE_REACH = 60  # pieces within which a clause shows its verb
_NEAREST = 12  # cues that are looked at for a clause's end
_LEAST_WORDS = 2  # words of a reported clause


def find_indirect(
    article: Article, cut: Sequence[tuple[Passage, Sequence[Governor]]], quoted: Sequence[QuotedSpan]
) -> Iterator[Attribution]:
    """Yield the reported clauses: "NAME said (that) …", "…, NAME said", "according to NAME, …", "adding that …".

    Each passage of `cut` comes with its cues.
    """
    for passage, found in cut:
        if not found:
            continue
        taken = _tags(passage, found)
        for start, end in _sentences(passage.pieces):
            trailing = trailing_tag(passage, end, found)
            if trailing is not None:
                stop = min(trailing.start, trailing.source[0] if trailing.source else trailing.start)
                content = _trim(passage.pieces, max(start, stop - _SENTENCE_REACH), stop)
                if content is not None and _worth(passage.pieces, *content):
                    taken.add(trailing.verb)
                    yield _made(article, passage, trailing, content, quoted, 0.85)
            for governor in found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]:
                if governor.verb in taken:
                    continue
                content = _content(passage.pieces, governor, start, end, found)
                if content is not None and _worth(passage.pieces, *content):
                    yield _made(article, passage, governor, content, quoted, 0.8)


def _start(governor: Governor) -> int:
    return governor.start


def _tags(passage: Passage, found: Sequence[Governor]) -> set[int]:
    """The verbs of tags that belong to a quotation and report nothing further."""
    tags = (tag_after(passage, quote, found) for quote in passage.quotes)
    pieces = passage.pieces
    return {
        tag.verb
        for tag in tags
        if tag is not None and (tag.inverted or (tag.end < len(pieces) and pieces[tag.end].text in ",.:"))
    }


def _sentences(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, piece in enumerate(pieces):
        if piece.last or index == len(pieces) - 1:
            yield start, index + 1
            start = index + 1


def _content(
    pieces: Sequence[Piece], governor: Governor, start: int, end: int, found: Sequence[Governor]
) -> tuple[int, int] | None:
    if governor.kind == "according":
        if governor.source is None or governor.start > start + 2:
            return None
        after = governor.source[1]
        return _trim(pieces, after, end) if after < end and pieces[after].text == "," else None
    if governor.kind == "passive" or governor.inverted or governor.cue.frame not in ("clause", "that"):
        return None
    begin = _clause_begin(pieces, governor, end)
    if begin is None:
        return None
    return _trim(pieces, begin, _clause_end(pieces, begin, min(end, begin + _SENTENCE_REACH), found))


def _clause_begin(pieces: Sequence[Piece], governor: Governor, end: int) -> int | None:
    for index in range(governor.end, min(end, governor.end + 14)):
        piece = pieces[index]
        if piece.text in (";", ":") or (piece.quote >= 0 and piece.end - piece.start > 30):
            break
        if piece.lower == "that":
            following = pieces[index + 1] if index + 1 < end else None
            if following is None or following.text in ",.":
                return None
            # "said in a note that hung on the door": a verb behind "that" tells of the note.
            if index > governor.end and has_verb((following,)):
                return None
            return index + 1
        if index > governor.end and has_verb((piece,)):
            break
    index = governor.end
    if governor.cue.frame == "that":
        return None
    if index < end and governor.cue.lemma == "tell":
        while index < end and (pieces[index].capital or pieces[index].lower in _REPORTED | {"the", "a"}):
            index += 1
            if pieces[index - 1].lower in _REPORTED:
                break
        if index == governor.end or index - governor.end > 4:
            return None
    while index < end and (
        pieces[index].lower in TIME
        or (pieces[index].lower == "on" and pieces[index + 1].lower in TIME if index + 1 < end else False)
    ):
        if pieces[index].lower in ("last", "this") and not (index + 1 < end and pieces[index + 1].lower in TIME):
            break
        index += 1
    if index >= end or not _opens_clause(pieces, index, end, governor.cue):
        return None
    return index


def _opens_clause(pieces: Sequence[Piece], index: int, end: int, cue: Cue) -> bool:
    """Whether a clause without "that" begins at `index`; after the plainest verbs any subject will do."""
    piece = pieces[index]
    word = piece.lower
    if not piece.is_word or word in _NO_SUBJECT or has_verb(pieces[index : index + 1]):
        return False
    plain = cue.lemma in _PLAIN
    if cue.form == "participle" and not plain:
        return False
    subject = piece.capital or word in DETERMINERS | PRONOUNS | _QUESTIONS or word.endswith("s") or word.isdigit()
    end = min(end, index + _CLAUSE_REACH)
    if plain:
        return (end - index >= 4 and subject) or (
            end - index >= 3 and (has_verb(pieces[index:end]) or (subject and pieces[end - 1].quote >= 0))
        )
    comma = next((i for i in range(index, end) if pieces[i].text == ","), end)
    return subject and has_verb(pieces[index:comma])


def _clause_end(pieces: Sequence[Piece], begin: int, end: int, found: Sequence[Governor]) -> int:
    """Return where the clause ends: with its sentence, or before the next report of the same sentence."""
    first = bisect_right(found, begin, key=_start)
    for governor in found[first : min(first + _NEAREST, bisect_left(found, end, key=_start))]:
        before = pieces[governor.start - 1]
        if (
            before.text == ","
            and (governor.kind in ("participle", "according"))
            and pieces[governor.start].lower
            in ("adding", "saying", "according", "noting", "calling", "citing", "arguing", "insisting")
        ):
            return governor.start
        if governor.kind == "verb" and before.lower in ("and", "but") and governor.cue.form in ("past",):
            return governor.start - 1
    return end


def _trim(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int] | None:
    while start < end and (
        pieces[start].text in ",;:—–-" or (pieces[start].lower in ("but", "and") and pieces[start].capital)
    ):
        start += 1
    while (
        end > start
        and pieces[end - 1].quote < 0
        and (not pieces[end - 1].is_word and pieces[end - 1].text not in ")%]")
    ):
        end -= 1
    return (start, end) if start < end else None


def _worth(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the range has narrator's words enough for a clause: a quotation alone is no indirect report."""
    words = (True for index in range(start, end) if pieces[index].is_word)
    return len(list(islice(words, _LEAST_WORDS))) == _LEAST_WORDS


def _made(
    article: Article,
    passage: Passage,
    governor: Governor,
    content: tuple[int, int],
    quoted: Sequence[QuotedSpan],
    confidence: float,
) -> Attribution:
    pieces = passage.pieces
    span = article.span(pieces[content[0]].start, pieces[content[1] - 1].end)
    quotes = passage.quotes[bisect_left(passage.quotes, content[0]) : bisect_left(passage.quotes, content[1])]
    mixed = any(quoted[pieces[place].quote].speech for place in quotes)
    cue = article.span(pieces[governor.start].start, pieces[governor.end - 1].end)
    source = (
        (article.span(pieces[governor.source[0]].start, pieces[governor.source[1] - 1].end),) if governor.source else ()
    )
    printed = source[0].of(article.text) if source else ""
    return Attribution(
        article.id,
        "mixed" if mixed else "indirect",
        (span,),
        (cue,),
        source,
        speaker_text=printed,
        confidence=confidence,
    )
