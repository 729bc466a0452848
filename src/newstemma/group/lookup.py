"""The keys by which an article that joins a collection finds the others that it may share a story with."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from heapq import nlargest, nsmallest
from math import log

from newstemma.group.weights import WordWeights
from newstemma.model import Skim
from newstemma.settings.group import GroupSettings

__all__ = ["lookup_keys"]

_LEAST_RUNS = 8  # word runs by which an article is looked up
_SIGN = 1 << 63


def lookup_keys(skim: Skim, weights: WordWeights, settings: GroupSettings) -> Mapping[int, float]:
    """Return the keys of an article, as signed 64-bit numbers, with what each weighs.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), (), frozenset(), frozenset(), frozenset())
    >>> list(lookup_keys(rain, WordWeights({"rain": 1.5}, 5.0), GroupSettings()).values())
    [1.5]

    They are its weightiest words that the collection knew when its words were weighed, as many that it did not, which
    are the names of new events, and its smallest runs of words. They depend on the article and on `weights` alone.
    """
    counted = dict(skim.words)
    for word, count in skim.lead:
        counted[word] = counted.get(word, 0) + count
    heavy = [((1 + log(count)) * weights.of(word), word) for word, count in counted.items()]
    known = nlargest(settings.looked_up, (pair for pair in heavy if pair[1] in weights.weights))
    new = nlargest(settings.looked_up, (pair for pair in heavy if pair[1] not in weights.weights))
    keys = {_hash(word): weights.of(word) for _, word in (*known, *new)}
    return keys | {_signed(run): weights.rarest for run in nsmallest(_LEAST_RUNS, skim.shingles)}


def _hash(word: str) -> int:
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _signed(number: int) -> int:
    return number - 2 * _SIGN if number >= _SIGN else number
