"""Words in their place: cut into stretches that show plain, as evidence or as residue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from newstemma.model import Article, Span

__all__ = ["Stretch", "in_context", "merged"]

_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s+|\n+\s*")
_WORD = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that shows in one way: "plain", the "words" in question, or an ellipsis ("gap") of the program's own."""

    text: str
    kind: Literal["plain", "words", "gap"] = "plain"


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans of one article in order, those that overlap as one.

    >>> merged([Span("a", 5, 9), Span("a", 0, 6)])
    [Span(article='a', start=0, end=9)]
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(span.article, joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def in_context(article: Article, spans: Sequence[Span], around: int) -> tuple[Stretch, ...]:
    """Show `spans` of `article` inside about a sentence of its text on both sides, at most `around` characters.

    >>> [each.text for each in in_context(Article("a", "It rained. Hens fled. It cleared."), [Span("a", 11, 15)], 9)]
    ['… ', 'Hens', ' fled.', ' …']

    Context begins and ends at a sentence or a line where one is near, else at a word, and stops before residue.
    """
    wanted = merged(spans)
    if not wanted:
        return ()
    shown: list[Stretch] = []
    before = _before(article, wanted[0].start, around)
    if article.text[:before].strip():
        shown.append(Stretch("… ", "gap"))
    at = before
    for span in wanted:
        if span.start - at <= 2 * around or span is wanted[0]:
            shown.append(Stretch(article.text[at : span.start]))
        else:
            left, right = _after(article, at, around), _before(article, span.start, around)
            shown += [
                Stretch(article.text[at:left]),
                Stretch(" … ", "gap"),
                Stretch(article.text[right : span.start]),
            ]
        shown.append(Stretch(span.of(article.text), "words"))
        at = span.end
    after = _after(article, at, around)
    shown.append(Stretch(article.text[at:after].rstrip()))
    if article.text[after:].strip():
        shown.append(Stretch(" …", "gap"))
    return tuple(stretch for stretch in shown if stretch.text)


def _before(article: Article, start: int, around: int) -> int:
    """Return where the context before `start` begins."""
    least = max(0, start - around)
    residue = bisect_right(article.removed, start, key=lambda removed: removed.span.start) - 1
    if residue >= 0 and article.removed[residue].span.end <= start:
        least = max(least, article.removed[residue].span.end)
        if least == article.removed[residue].span.end:
            return least
    if least == 0:
        return 0
    for boundary in (_SENTENCE, _WORD):
        if (found := boundary.search(article.text, least, start)) and found.end() <= start:
            return found.end()
    return least


def _after(article: Article, end: int, around: int) -> int:
    """Return where the context after `end` ends."""
    most = min(len(article.text), end + around)
    residue = bisect_right(article.removed, end - 1, key=lambda removed: removed.span.start)
    if residue < len(article.removed) and article.removed[residue].span.start <= most:
        return max(end, article.removed[residue].span.start)
    if most == len(article.text):
        return most
    for boundary in (_SENTENCE, _WORD):
        if found := list(boundary.finditer(article.text, end, most)):
            return found[-1].end() if boundary is _SENTENCE else found[-1].start()
    return most
