"""Skims as arrays of numbers: a few kilobytes an article, whatever language the steps after it are run by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

import numpy as np
import numpy.typing as npt

from newstemma.model import Skim
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = ["Packed", "pack"]

_UNIT = 1_000  # of the weights of words in a skim


@dataclass(frozen=True, slots=True)
class Packed:
    """A skim in arrays: words by their hashes, sorted, each with what it weighs by its places; the words that it uses
    most; sampled runs, names and days, each sorted.
    """

    article: str
    whole: int
    words: Hashes
    places: npt.NDArray[np.uint16]
    topic: Hashes
    runs: Hashes
    names: Hashes
    days: npt.NDArray[np.int32]

    @property
    def uses(self) -> npt.NDArray[np.float64]:
        """How much the article uses each word: the more often and the nearer to its top the more, but ever less so."""
        return np.log1p(self.places / _UNIT)


def pack(skim: Skim, settings: GroupSettings) -> Packed:
    """Return `skim` in arrays.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset(), frozenset())
    >>> pack(rain, GroupSettings()).places.tolist()
    [2]
    """
    hashes = _hashed([word for word, _ in skim.words])
    order = np.argsort(hashes)
    places = np.array([min(weight, 0xFFFF) for _, weight in skim.words], np.uint16)
    names = np.sort(_hashed(skim.names))
    days = np.array(sorted(day.toordinal() for day in skim.days), np.int32)
    runs = np.sort(np.fromiter(skim.shingles, np.uint64, len(skim.shingles)))
    topic = np.sort(_hashed(_topic(skim, settings)))
    return Packed(skim.article, skim.whole, hashes[order], places[order], topic, runs, names, days)


def _hashed(words: Iterable[str]) -> Hashes:
    return np.array([_hash(word) for word in words], np.uint64)


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _topic(skim: Skim, settings: GroupSettings) -> list[str]:
    """The names that an article uses most; without enough names, the words."""
    used = [(-weight, word) for word, weight in skim.words]
    named = [(weight, word) for weight, word in used if word in skim.names]
    return [word for _, word in nsmallest(settings.topic_words, named if len(named) >= settings.least_names else used)]
