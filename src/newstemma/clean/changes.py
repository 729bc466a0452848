"""What changed between an earlier version of an article and the one that is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from newstemma.model import Article, Change
from newstemma.text.tokens import Token, tokenize

__all__ = ["changes"]

_BRIDGED = 2  # tokens between two changes that are too few to be read as unchanged
_MOST_CELLS = 50_000_000  # of one comparison, about a second; longer stretches are compared by lines, then as wholes


def changes(read: Article, earlier: Article) -> tuple[Change, ...]:
    """Return what stands in `read` and not in `earlier`, and what stood there before, in the order of `read`.

    >>> (change,) = changes(Article("b", "Rain fell on nine boats."), Article("a", "Rain fell on two boats."))
    >>> change.span.of("Rain fell on nine boats."), change.earlier
    ('nine', 'two')

    Words and marks are compared as they are printed, white space and residue are not. A span is empty where something
    was taken out: it stands behind the word before. Changes with fewer than three words between them are one.
    """
    here, there = list(_lines(read)), list(_lines(earlier))
    new = [token for line in here for token in line.tokens]
    old = [token for line in there for token in line.tokens]
    edits = _joined(_slid(edit, new, old) for edit in _by_line(here, there))
    return tuple(
        Change(read.span(*_bounds(new, edit.a0, edit.a1)), " ".join(_printed(earlier, old[edit.b0 : edit.b1])))
        for edit in edits
    )


@dataclass(frozen=True, slots=True)
class _Line:
    words: tuple[str, ...]
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Tokens `a0` to `a1` of the read text stand where `b0` to `b1` of the earlier one stood."""

    a0: int
    a1: int
    b0: int
    b1: int


def _lines(article: Article) -> Iterator[_Line]:
    """Yield the lines of an article that are not residue, as tokens with their offsets."""
    for span in article.kept():
        start = span.start
        for line in article.text[span.start : span.end].splitlines(keepends=True):
            if tokens := tokenize(article.text, start, start + len(line)):
                yield _Line(tuple(token.text for token in tokens), tuple(tokens))
            start += len(line)


def _by_line(here: Sequence[_Line], there: Sequence[_Line]) -> Iterator[_Edit]:
    """Compare by lines, and by words where lines differ."""
    a0 = b0 = 0
    for tag, i0, i1, j0, j1 in _differing([line.words for line in here], [line.words for line in there]):
        new = [word for line in here[i0:i1] for word in line.words]
        old = [word for line in there[j0:j1] for word in line.words]
        if tag:
            for _, k0, k1, l0, l1 in (edit for edit in _differing(new, old) if edit[0]):
                yield _Edit(a0 + k0, a0 + k1, b0 + l0, b0 + l1)
        a0, b0 = a0 + len(new), b0 + len(old)


def _differing(new: Sequence[object], old: Sequence[object]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield stretches of both that are the same (`False`) or not (`True`), in order, by longest common subsequence."""
    if len(new) * len(old) > _MOST_CELLS:
        yield True, 0, len(new), 0, len(old)
        return
    a0 = b0 = a1 = b1 = 0
    for block in Indel.opcodes(list(new), list(old)):
        if block.tag == "equal":
            if (a0, b0) != (a1, b1):
                yield True, a0, a1, b0, b1
            yield False, block.src_start, block.src_end, block.dest_start, block.dest_end
            a0, b0 = block.src_end, block.dest_end
        a1, b1 = block.src_end, block.dest_end
    if (a0, b0) != (a1, b1):
        yield True, a0, a1, b0, b1


def _slid(edit: _Edit, new: Sequence[Token], old: Sequence[Token]) -> _Edit:
    """Let what was added or taken out begin with a word: "Nobody was hurt." rather than ". Nobody was hurt"."""
    a0, a1, b0, b1 = edit.a0, edit.a1, edit.b0, edit.b1
    tokens, start, end = (new, a0, a1) if b0 == b1 else (old, b0, b1)
    alone = a0 == a1 or b0 == b1
    if alone and end < len(tokens) and not tokens[start].is_word and tokens[start].text == tokens[end].text:
        return _Edit(a0 + 1, a1 + 1, b0 + 1, b1 + 1)
    return edit


def _joined(edits: Iterable[_Edit]) -> list[_Edit]:
    found: list[_Edit] = []
    for edit in edits:
        last = found[-1] if found else None
        if last and edit.a0 - last.a1 <= _BRIDGED:
            found[-1] = _Edit(last.a0, edit.a1, last.b0, edit.b1)
        else:
            found.append(edit)
    return found


def _bounds(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    if start < end:
        return tokens[start].start, tokens[end - 1].end
    place = tokens[start - 1].end if start else 0
    return place, place


def _printed(article: Article, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the stretches of text that `tokens` stand in, cut where residue lies between them."""
    if not tokens:
        return
    first, last = tokens[0].start, tokens[-1].end
    for span in article.kept():
        start, end = max(first, span.start), min(last, span.end)
        if start < end and (text := article.text[start:end].strip()):
            yield text
