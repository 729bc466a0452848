"""Stories inside the graph of likeness: average link, on the edges that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import fsum
from operator import mul

from newstemma.group.likeness import Edge, Profile
from newstemma.settings.group import GroupSettings

__all__ = ["average_link"]

_SLACK = 0.8  # how far below the likest pair one may lie that is joined out of turn; bounds how often pairs are redone


class _Cluster:
    """A growing set of articles, with the sum of their vectors.

    `known` leads to each neighbour and holds, summed over the pairs that were looked at, their likeness and their
    cosine.
    """

    __slots__ = ("known", "members", "total")

    def __init__(self, position: int, profile: Profile) -> None:
        self.members = [position]
        self.total = profile.vector
        self.known: dict[int, tuple[float, float]] = {}


_Clusters = dict[int, _Cluster]


def average_link(members: Mapping[int, Profile], edges: Iterable[Edge], settings: GroupSettings) -> list[list[int]]:
    """Return the clusters of `members`, one connected part of the graph, whose mean likeness reaches `settings.link`.

    The two likest clusters are joined until none are like enough (UPGMA), so that one article that is a bit like two
    events does not chain them. Only clusters between which an edge is known are looked at, hence every connected part
    of the graph is refined by itself. A likeness is worked out anew only when its turn comes, and the smaller cluster
    moves into the larger: edges move no more often than the logarithm of articles.
    """
    clusters = {position: _Cluster(position, profile) for position, profile in sorted(members.items())}
    known = sorted(edges)
    for first, second, value, cosine in known:
        clusters[first].known[second] = clusters[second].known[first] = value, cosine
    queue = [(-value, first, second) for first, second, value, _ in known if value >= settings.link]
    heapify(queue)
    while queue:
        _, first, second = heappop(queue)
        if first not in clusters or second not in clusters:
            continue  # one of the two has been joined to another in the meantime, with its edges
        value = _mean(clusters[first], clusters[second], second)
        if value < settings.link:
            continue
        if queue and value < _SLACK * -queue[0][0]:
            heappush(queue, (-value, first, second))
            continue
        for pair in _join(clusters, first, second):
            heappush(queue, (-_mean(clusters[pair[0]], clusters[pair[1]], pair[1]), *pair))
    return [cluster.members for cluster in clusters.values()]


def _mean(first: _Cluster, second: _Cluster, name: int) -> float:
    """Mean likeness of all pairs across two clusters, of which `name` is the second's.

    The mean cosine is exact, being the dot product of the sums. The pairs that were not looked at are taken to lie as
    far above or below their cosine, for days, names and common runs, as those that were.
    """
    value, cosine = first.known[name]
    if len(first.members) == len(second.members) == 1 or not cosine:
        return value
    return _dot(first.total, second.total) / (len(first.members) * len(second.members)) * value / cosine


def _dot(first: Mapping[int, float], second: Mapping[int, float]) -> float:
    common = list(first.keys() & second.keys())
    # An exact sum, since the order of a set differs from process to process.
    return fsum(map(mul, map(first.__getitem__, common), map(second.__getitem__, common)))


def _join(clusters: _Clusters, first: int, second: int) -> list[tuple[int, int]]:
    """Join the smaller of two clusters to the larger and return the edges that moved."""
    host, guest = sorted((first, second), key=lambda c: (-len(clusters[c].known), -len(clusters[c].members), c))
    mine, joined = clusters[host], clusters.pop(guest)
    moved: list[tuple[int, int]] = []
    del mine.known[guest], joined.known[host]
    for other, (value, cosine) in sorted(joined.known.items()):
        before = mine.known.get(other, (0.0, 0.0))
        known = before[0] + value, before[1] + cosine
        del clusters[other].known[guest]
        mine.known[other] = clusters[other].known[host] = known
        moved.append((min(host, other), max(host, other)))
    for word, weight in joined.total.items():
        mine.total[word] = mine.total.get(word, 0.0) + weight
    mine.members += joined.members
    return moved
