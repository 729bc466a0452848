"""From pairs of expressions about one thing to groups, and from groups to the positions of a difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

__all__ = ["candidate_pairs", "group"]


def candidate_pairs(terms: Sequence[Mapping[str, float]], common: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose terms share one that at most `common` of them have, each once, in order.

    >>> list(candidate_pairs([{"a": 1.0}, {"b": 1.0}, {"a": 1.0, "b": 1.0}], 2))
    [(0, 2), (1, 2)]
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(terms):
        for term in own:
            holders[term].append(place)
    pairs = {pair for places in holders.values() if len(places) <= common for pair in combinations(places, 2)}
    yield from sorted(pairs)


def group(
    count: int, edges: Sequence[tuple[float, int, int]], fits: Callable[[Sequence[int], Sequence[int]], bool]
) -> list[list[int]]:
    """Join the places 0 to `count` - 1 along `edges` (strength, place, place), strongest first, where both sides fit.

    >>> group(3, [(0.9, 0, 1), (0.5, 1, 2)], lambda first, second: len(first) + len(second) < 3)
    [[0, 1]]

    Returns the groups of at least two, each sorted. `fits` is asked for two groups before they become one.
    """
    home = list(range(count))
    members: dict[int, list[int]] = {place: [place] for place in range(count)}
    for _, first, second in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        one, other = sorted((home[first], home[second]))
        if one == other or not fits(members[one], members[other]):
            continue
        for place in members[other]:
            home[place] = one
        members[one] += members.pop(other)
    return [sorted(places) for _, places in sorted(members.items()) if len(places) > 1]
