"""The narrator's words around the quotations: sentences in which each quotation is one piece."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newstemma.annotate.cues import CUES
from newstemma.annotate.quotation import outer
from newstemma.model import Article, QuotedSpan, Span
from newstemma.text.tokens import tokenize

__all__ = ["Passage", "Piece", "passages"]

_CLOSED = re.compile(r"(?P<mark>[.?!…—–])[\"”’']+$")
_NO_WORD = ("", False, False)
_TAG = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}(?P<verb>[a-z]+)\b(?!.{0,24}\bthat\b)")
_WHOLE_TAG = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}(?P<verb>[a-z]+)\.$")  # a sentence that is nothing but a tag


class Piece(NamedTuple):
    """A word or mark of the narrator, or a whole quotation with its marks.

    `quote` is a quotation's place in the article's list of quotations, else −1. `last` says that a sentence ends here;
    `opening` and `closing` are the places in the passage where its sentence begins and ends (excluded). `lower` is the
    word in lower case with straight apostrophes; `is_word` and `capital` say whether it is a word of the narrator's,
    and one that begins with a capital letter or is a handle.
    """

    start: int
    end: int
    text: str
    quote: int
    last: bool
    opening: int
    closing: int
    lower: str
    is_word: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, or several where a quotation reaches from one into the next.

    `paragraph` is the place of its paragraph in the article's list, `quotes` are the indices of the pieces that are
    quotations.
    """

    paragraph: int
    pieces: tuple[Piece, ...]
    quotes: tuple[int, ...]


def passages(
    article: Article, paragraphs: Sequence[Span], sentences: Sequence[Span], quoted: Sequence[QuotedSpan]
) -> tuple[Passage, ...]:
    """Cut the article into passages, in order; quotations inside quotations are part of the outer ones.

    >>> text = "“No. Never,” he said. It rained."
    >>> spans = [Span("a", 0, 4), Span("a", 5, 21), Span("a", 22, 32)]
    >>> found = passages(Article("a", text), [Span("a", 0, 32)], spans, [QuotedSpan(Span("a", 1, 11))])
    >>> [[piece.text for piece in passage.pieces] for passage in found]
    [['“No. Never,”', 'he', 'said', '.'], ['It', 'rained', '.']]
    """
    quotes = [(*outer(article.text, one), number) for number, one in enumerate(quoted) if one.depth == 0]
    starts = [start for start, _, _ in quotes]
    found: list[Passage] = []
    position = 0
    for number, paragraph in enumerate(paragraphs):
        first = bisect_left(starts, paragraph.start)
        inside = quotes[first : bisect_right(starts, paragraph.end)]
        bounds: list[tuple[int, int]] = []
        while position < len(sentences) and sentences[position].end <= paragraph.end:
            bounds.append((sentences[position].start, sentences[position].end))
            position += 1
        bounds = _with_tags(article.text, bounds)
        ends = frozenset(end for _, end in bounds)
        for start, end in _merged(bounds, inside):
            here = inside[bisect_left(inside, (start, 0, 0)) : bisect_left(inside, (end, 0, 0))]
            pieces = _pieces(article.text, start, end, here, ends)
            quotations = tuple(index for index, piece in enumerate(pieces) if piece.quote >= 0)
            found.append(Passage(number, pieces, quotations))
    return tuple(found)


def _with_tags(text: str, bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a tag that begins with a name to the quotation that it follows: “Why?” Ms. Roe asked. “No.” Ms. Roe said."""
    joined: list[tuple[int, int]] = []
    for start, end in bounds:
        closing = joined and _CLOSED.search(text, max(joined[-1][0], joined[-1][1] - 4), joined[-1][1])
        if closing:
            tag = _WHOLE_TAG if closing.group("mark") == "." else _TAG
            match = tag.match(text, start, end)
            cue = CUES.get(match.group("verb").lower()) if match else None
            if (
                cue is not None
                and cue.frame in ("clause", "that", "quote")
                and cue.form in ("past", "present", "perfect")
            ):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _merged(bounds: Sequence[tuple[int, int]], quotes: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Join the sentences that one quotation spans."""
    number, current = 0, (-1, -1)
    for start, end in bounds:
        while number < len(quotes) and quotes[number][1] <= start:
            number += 1
        if current[0] >= 0 and number < len(quotes) and quotes[number][0] < start:
            current = (current[0], end)
            continue
        if current[0] >= 0:
            yield current
        current = (start, end)
    if current[0] >= 0:
        yield current


def _pieces(
    text: str, start: int, end: int, quotes: Sequence[tuple[int, int, int]], ends: frozenset[int]
) -> tuple[Piece, ...]:
    found: list[Piece] = []
    held: list[tuple[int, int, str, int]] = []  # the pieces of the sentence whose end has not been reached
    for piece in _cut(text, start, end, quotes, ends):
        held.append(piece)
        if piece[1] in ends:
            found += _sentence(held, len(found), ended=True)
            held = []
    found += _sentence(held, len(found), ended=False)
    return tuple(found)


def _sentence(pieces: Sequence[tuple[int, int, str, int]], opening: int, *, ended: bool) -> Iterator[Piece]:
    closing = opening + len(pieces)
    final = pieces[-1][1] if ended else -1
    for start, end, text, quote in pieces:
        shape = _shape(text) if quote < 0 else _NO_WORD
        yield Piece(start, end, text, quote, end == final, opening, closing, *shape)


def _cut(
    text: str, start: int, end: int, quotes: Sequence[tuple[int, int, int]], ends: frozenset[int]
) -> Iterator[tuple[int, int, str, int]]:
    position = start
    for first, last, number in quotes:
        yield from _words(text, position, max(position, first), ends)
        yield first, last, text[first:last], number
        position = last
    yield from _words(text, position, max(position, end), ends)


@lru_cache(maxsize=16_384)
def _shape(word: str) -> tuple[str, bool, bool]:
    """Return the word in lower case, whether it is one, and whether it begins as a name does."""
    capital = word[0].isupper() or (word[0] in "@#" and len(word) > 1)
    return word.lower().replace("’", "'"), any(map(str.isalnum, word)), capital


def _words(text: str, start: int, end: int, ends: frozenset[int]) -> Iterator[tuple[int, int, str, int]]:
    """Yield the words and marks; the full stop of "Mr." belongs to its word."""
    held: tuple[int, int, str, int] | None = None
    for token in tokenize(text, start, end):
        if held is not None:
            if token.text == "." and token.start == held[1] and token.end not in ends:
                held = (held[0], token.end, held[2] + ".", -1)
                continue
            yield held
        held = (token.start, token.end, token.text, -1)
    if held is not None:
        yield held
