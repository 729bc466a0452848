"""Skims as arrays of numbers: a few kilobytes an article, whatever language the steps after it are run by."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

import numpy as np
import numpy.typing as npt

from newstemma.model import PackedSkim, Skim
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = ["Packed", "pack", "said_in", "written"]

_UNIT = 1_000  # of the weights of words in a skim
_HEAD = struct.Struct("<Q5I")  # of the bytes of a packed skim: its hash as a whole, and how long its arrays are


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


def pack(skim: Skim | PackedSkim, settings: GroupSettings) -> Packed:
    """Return `skim` in arrays; one that is packed already is not even copied.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset())
    >>> pack(rain, GroupSettings()).places.tolist()
    [2]
    """
    if isinstance(skim, PackedSkim):
        return _read(skim)
    hashes = _hashed([word for word, _ in skim.words])
    order = np.argsort(hashes)
    places = np.array([min(weight, 0xFFFF) for _, weight in skim.words], np.uint16)
    names = np.sort(_hashed(skim.names))
    days = np.array(sorted(day.toordinal() for day in skim.days), np.int32)
    runs = np.sort(np.fromiter(skim.shingles, np.uint64, len(skim.shingles)))
    topic = np.sort(_hashed(_topic(skim, settings)))
    return Packed(skim.article, skim.whole, hashes[order], places[order], topic, runs, names, days)


def written(packed: Packed) -> PackedSkim:
    """Return `packed` as bytes: the head, then the arrays, little-endian, one behind the other.

    >>> rain = pack(Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset()), GroupSettings())
    >>> pack(written(rain), GroupSettings()).words.tolist() == rain.words.tolist()
    True
    """
    hashes = packed.words, packed.topic, packed.runs, packed.names
    head = _HEAD.pack(packed.whole, *map(len, hashes), len(packed.days))
    parts = [one.astype("<u8", copy=False) for one in hashes]
    others = packed.days.astype("<i4"), packed.places.astype("<u2")
    return PackedSkim(packed.article, b"".join((head, *(one.tobytes() for one in (*parts, *others)))))


def said_in(skim: Skim | PackedSkim) -> int:
    """Return the hash of all words of an article in order, equal for those that say the same; 0 where it has none.

    >>> said_in(Skim("a", frozenset(), (), frozenset(), frozenset(), whole=7))
    7
    """
    return skim.whole if isinstance(skim, Skim) else int(_HEAD.unpack_from(skim.content)[0])


def _read(skim: PackedSkim) -> Packed:
    whole, *lengths, days = _HEAD.unpack_from(skim.content)
    ends = np.cumsum(lengths)
    hashes = np.frombuffer(skim.content, "<u8", ends[-1], _HEAD.size)
    words, topic, runs, names = np.split(hashes, ends[:-1])
    at = _HEAD.size + hashes.nbytes
    dated = np.frombuffer(skim.content, "<i4", days, at)
    places = np.frombuffer(skim.content, "<u2", len(words), at + dated.nbytes)
    return Packed(skim.article, whole, words, places, topic, runs, names, dated)


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
