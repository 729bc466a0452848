"""What each word tells of an event: inverse document frequency that hardly depends on the set at hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log

from newstemma.model import Skim
from newstemma.settings.group import GroupSettings

__all__ = ["WordWeights", "crowds", "word_weights"]


@dataclass(frozen=True, slots=True)
class WordWeights:
    """The weight of every word that was counted, and that of any other.

    It is all that the stories of some articles need of the others, so a store may keep it and give it to `group`.
    """

    weights: Mapping[str, float]
    rarest: float

    def of(self, word: str) -> float:
        """Return the weight of a word.

        >>> WordWeights({"rain": 1.5}, 5.0).of("snow")
        5.0
        """
        return self.weights.get(word, self.rarest)


def word_weights(skims: Sequence[Skim], settings: GroupSettings) -> WordWeights:
    """Return the weight of every word of the texts of `skims`, and the weight of a word that none of them has.

    An event counts for no more than `crowd` articles in the frequency of its words, each of its articles for a part, as
    sequences of one family do in a profile (Henikoff and Henikoff 1994). So a set that is one event a thousand times
    over does not make that event's own words worthless.
    """
    frequency: defaultdict[str, float] = defaultdict(float)
    whole = float(settings.prior_articles)
    for skim, crowd in zip(skims, crowds(skims, settings), strict=True):
        part = min(1.0, settings.crowd / crowd)
        whole += part
        for word, _ in skim.words:
            frequency[word] += part
    weights = {word: log(whole / (count + settings.prior_frequency)) for word, count in frequency.items()}
    return WordWeights(weights, log(whole / settings.prior_frequency))


def crowds(skims: Sequence[Skim], settings: GroupSettings) -> list[int]:
    """Return about how many of `skims` are about the same as each of them, itself included: at least 1.

    That is the median, over the words that an article uses most, of how many articles use that word most. A name that
    is in many events' news raises it no more than one word's share. Costs one pass.
    """
    topics = [_topic(skim, settings) for skim in skims]
    holders = Counter(word for topic in topics for word in topic)
    return [sorted(holders[word] for word in topic)[(len(topic) - 1) // 2] if topic else 1 for topic in topics]


def _topic(skim: Skim, settings: GroupSettings) -> list[str]:
    """The names that an article uses most, its lead counted twice; without enough names, the words."""
    lead = dict(skim.lead)
    used = [(-count - lead.get(word, 0), word) for word, count in skim.words]
    named = [(count, word) for count, word in used if word in skim.names]
    return [word for _, word in nsmallest(settings.topic_words, named if len(named) >= settings.least_names else used)]
