"""What each word tells of an event: inverse document frequency that hardly depends on the set at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log

import numpy as np
import numpy.typing as npt

from newstemma.group.packing import Packed, pack
from newstemma.group.rows import run_starts
from newstemma.model import PackedSkim, Skim, WordWeights
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = [
    "UNIT",
    "Scale",
    "among",
    "counted",
    "crowd",
    "part",
    "repeated",
    "topics",
    "weigh",
    "weighed",
    "word_weights",
]

UNIT = 1 << 20  # parts of an article are whole numbers of these, so that sums do not hang on their order
_BATCH = 4_096  # articles whose words are counted at a time
Floats = npt.NDArray[np.float64]


def word_weights(skims: Iterable[Skim | PackedSkim], settings: GroupSettings) -> WordWeights:
    """Return the weight of every word of the texts of `skims`.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset())
    >>> len(word_weights([rain], GroupSettings()).words)
    8
    """
    return weigh([pack(skim, settings) for skim in skims], settings)


def weigh(articles: Sequence[Packed], settings: GroupSettings) -> WordWeights:
    """Return the weight of every word of the texts of `articles`.

    An event counts for no more than `crowd` articles in the frequency of its words, each of its articles for a part, as
    sequences of one family do in a profile (Henikoff and Henikoff 1994). So a set that is one event a thousand times
    over does not make that event's own words worthless. Two passes; memory grows with the words that differ.
    """
    words, holders = counted(topics(articles))
    parts = [part(one, words, holders[:, 0], settings) for one in articles]
    words, sums = counted(
        (one.words, np.full((len(one.words), 1), share)) for one, share in zip(articles, parts, strict=True)
    )
    return weighed(words, sums[:, 0], sum(parts), settings)


def part(article: Packed, words: Hashes, holders: npt.NDArray[np.int64], settings: GroupSettings) -> int:
    """Return the part for which an article counts, where so many `holders` use each of `words` most."""
    return round(UNIT * min(1.0, settings.crowd / crowd(article, words, holders)))


def weighed(words: Hashes, sums: npt.NDArray[np.int64], total: int, settings: GroupSettings) -> WordWeights:
    """Return the weight of each of `words`, sorted, that stand in articles of so many parts, out of `total`."""
    whole = settings.prior_articles + total / UNIT
    weights = np.log(whole / (sums / UNIT + settings.prior_frequency))
    rarest = log(whole / settings.prior_frequency)
    return WordWeights(words.astype("<u8").tobytes(), weights.astype("<f8").tobytes(), rarest)


def repeated(articles: Sequence[Packed]) -> Hashes:
    """Return the words that stand in more than one of the texts of `articles`, sorted."""
    words, sums = counted((one.words, np.ones((len(one.words), 1), np.int64)) for one in articles)
    return words[sums[:, 0] > 1]


class Scale:
    """The weights of words in a form in which many are looked up at once; made anew for every set of articles."""

    __slots__ = ("_rarest", "_weights", "_words")

    def __init__(self, weights: WordWeights) -> None:
        self._words: Hashes = np.frombuffer(weights.words, "<u8")
        self._weights: Floats = np.frombuffer(weights.weights, "<f8")
        self._rarest = weights.rarest

    def knows(self, words: Hashes) -> npt.NDArray[np.bool_]:
        """Tell which of `words` were counted."""
        return among(words, self._words)[0]

    def of(self, words: Hashes) -> Floats:
        """Return the weight of each of `words`."""
        known, at = among(words, self._words)
        return (
            np.where(known, self._weights[at], self._rarest) if len(self._words) else np.full(len(words), self._rarest)
        )


def among(asked: Hashes, known: Hashes) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """Tell which hashes of `asked` are among the sorted `known`, and where each would stand there.

    >>> found, at = among(np.array([5, 7], np.uint64), np.array([2, 7, 9], np.uint64))
    >>> found.tolist(), at.tolist()
    ([False, True], [1, 1])
    """
    at = np.minimum(np.searchsorted(known, asked), max(0, len(known) - 1))
    return known[at] == asked if len(known) else np.zeros(len(asked), np.bool_), at


def topics(articles: Iterable[Packed]) -> Iterator[tuple[Hashes, npt.NDArray[np.int64]]]:
    """Yield, to be counted, the words that each article uses most."""
    return ((one.topic, np.ones((len(one.topic), 1), np.int64)) for one in articles)


def crowd(article: Packed, words: Hashes, holders: npt.NDArray[np.int64]) -> int:
    """Return about how many articles are about the same as this one, itself included: at least 1.

    That is the median, over the words that it uses most, of how many articles use that word most; `holders` are those
    of the sorted `words`, of any other word there is one. A name that is in many events' news raises it no more than
    one word's share.
    """
    if not len(article.topic):
        return 1
    known, at = among(article.topic, words)
    held = np.sort(np.where(known, holders[at], 1)) if len(words) else np.ones(len(article.topic), np.int64)
    return int(held[(len(held) - 1) // 2])


def counted(
    rows: Iterable[tuple[Hashes, npt.NDArray[np.int64]]], *, width: int = 1
) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """Return the distinct words of `rows`, sorted, and the sums of the `width` numbers that stand beside each.

    >>> one = np.array([7], np.uint64), np.array([[1]])
    >>> [part.tolist() for part in counted([one, one])]
    [[7], [[2]]]

    Sums are of whole numbers, so parts of a set may be counted apart and their results counted again.
    """
    found = _merged([(np.empty(0, np.uint64), np.empty((0, width), np.int64))])
    waiting: list[tuple[Hashes, npt.NDArray[np.int64]]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _BATCH:
            found = _merged([found, _merged(waiting)])
            waiting = []
    return _merged([found, *waiting])


def _merged(rows: Sequence[tuple[Hashes, npt.NDArray[np.int64]]]) -> tuple[Hashes, npt.NDArray[np.int64]]:
    words = np.concatenate([row[0] for row in rows])
    sums = np.concatenate([row[1] for row in rows])
    order = np.argsort(words, kind="stable")
    words, sums = words[order], sums[order]
    if not len(words):
        return words, sums
    starts = run_starts(words)
    return words[starts], np.add.reduceat(sums, starts, axis=0)
