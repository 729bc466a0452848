"""Connected parts of a graph: what any chain of edges holds together, articles, spans or whatever has an order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from newstemma.model import Span

__all__ = ["connected_parts"]

_End = TypeVar("_End", int, Span)


def connected_parts(edges: Iterable[tuple[_End, _End]]) -> dict[_End, _End]:
    """Return for each end of an edge the smallest end that a chain of edges leads to, in the order of ends.

    >>> connected_parts([(1, 2), (5, 4), (2, 3)])
    {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}

    Parts may be found piece by piece: the rows of what two calls return are edges, whose parts are those of all. Union
    by the smaller end with halved paths (Tarjan and van Leeuwen 1984).
    """
    above: dict[_End, _End] = {}
    for first, second in edges:
        one, other = _top(above, first), _top(above, second)
        above[max(one, other)] = min(one, other)
    return {end: _top(above, end) for end in sorted(above)}


def _top(above: dict[_End, _End], end: _End) -> _End:
    above.setdefault(end, end)
    while above[end] != end:
        above[end] = above[above[end]]
        end = above[end]
    return end
