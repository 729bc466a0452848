"""Which pairs of articles are worth comparing, by inverted indexes; never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import combinations

from newstemma.group.likeness import Profile
from newstemma.settings.group import GroupSettings

__all__ = ["candidates"]

_Buckets = Mapping[str | int, Sequence[int]]


def candidates(seen: Sequence[Profile], settings: GroupSettings) -> list[tuple[int, int]]:
    """Return the pairs of positions in `seen` that are worth a closer look, sorted.

    Every article is paired with the `nearest` others by the keys and sampled runs of words that they share, and with
    the representatives of its weightiest keys: a thousand articles on one event hold together through these even where
    each has many closer neighbours. With n articles that is no more than n * (nearest + led_keys * representatives)
    pairs, found in n * keys * bucket steps.
    """
    buckets: defaultdict[str | int, list[int]] = defaultdict(list)
    for position, profile in enumerate(seen):
        for key in profile.keys:
            buckets[key].append(position)
        for run in profile.sample:
            buckets[run].append(position)
    met = _met(buckets, seen, settings)
    pairs = set(_represented(buckets, seen, settings))
    for position, others in enumerate(met):
        for other in nlargest(settings.nearest, others, key=lambda o, s=others: (s[o], -o)):  # type: ignore[misc]
            pairs.add((min(position, other), max(position, other)))
    return sorted(pairs)


def _met(buckets: _Buckets, seen: Sequence[Profile], settings: GroupSettings) -> list[dict[int, float]]:
    """For each article those that it meets in a bucket, with what the keys that they share weigh."""
    met: list[dict[int, float]] = [{} for _ in seen]
    for key, members in sorted(buckets.items(), key=lambda item: str(item[0])):
        # A run of words in common tells more than a word.
        weights = {m: seen[m].vector[key] if isinstance(key, str) else settings.run_weight for m in members}
        for first, second in _pairs(members, seen, settings):
            weight = weights[first] * weights[second]
            met[first][second] = met[second][first] = met[first].get(second, 0.0) + weight
    return met


def _pairs(members: Sequence[int], seen: Sequence[Profile], settings: GroupSettings) -> Iterator[tuple[int, int]]:
    """All pairs of a small bucket; of a large one each article with the next few by day and weightiest word.

    That is the sorted neighbourhood of Hernández and Stolfo (1995).
    """
    if len(members) <= settings.bucket:
        yield from combinations(members, 2)
        return
    ordered = sorted(members, key=lambda m: (seen[m].days[-1:], seen[m].keys[:1], m))
    for at, member in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + settings.neighbours]:
            yield member, other


def _represented(buckets: _Buckets, seen: Sequence[Profile], settings: GroupSettings) -> Iterator[tuple[int, int]]:
    """Each article with those for which one of its weightiest keys weighs most, where more share it than `nearest`."""
    led = sorted({key for profile in seen for key in profile.keys[: settings.led_keys]})
    heads: dict[str, list[int]] = {
        key: nlargest(settings.representatives, buckets[key], key=lambda m, k=key: (seen[m].vector[k], -m))  # type: ignore[misc]
        for key in led
        if len(buckets[key]) > settings.nearest
    }
    for position, profile in enumerate(seen):
        for key in profile.keys[: settings.led_keys]:
            for head in heads.get(key, ()):
                if head != position:
                    yield min(position, head), max(position, head)
