"""Spans among spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newstemma.model import Span

__all__ = ["overlapping"]


def overlapping(spans: Sequence[Span], span: Span) -> range:
    """Return the positions of those of `spans` that share a character with `span`.

    >>> overlapping([Span("a", 0, 4), Span("a", 4, 9), Span("a", 12, 15)], Span("a", 3, 10))
    range(0, 2)

    `spans` are sorted, of one article, and none overlaps another.
    """
    first = bisect_right(spans, span.start, key=lambda one: one.end)
    return range(first, max(first, bisect_left(spans, span.end, key=lambda one: one.start)))
