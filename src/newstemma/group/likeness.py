"""How much alike two articles are: weighted words of text and lead, names, days, shared runs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import exp, fsum, log, sqrt
from operator import mul

from newstemma.group.weights import WordWeights, word_weights
from newstemma.model import Skim
from newstemma.settings.group import GroupSettings
from newstemma.text.shingles import containment

__all__ = ["Profile", "closeness", "dot", "likeness", "profiles"]

_LEAST_RUNS = 8  # word runs by which even a short article is looked up
_LEAD = "^"  # before a word of the lead, so that text and lead are two fields of one vector


@dataclass(frozen=True, slots=True)
class Profile:
    """A skim with the unit vector of its words: the dot product of two is the mean cosine of text and lead.

    `keys` are its words that another article has too, weightiest first; `sample` holds runs of words chosen by their
    own hash, so that two articles choose the same of those that they share. `days` are ordinals, sorted.
    """

    skim: Skim
    vector: Mapping[str, float]
    keys: tuple[str, ...]
    sample: frozenset[int]
    days: tuple[int, ...]


def profiles(skims: Sequence[Skim], settings: GroupSettings, weights: WordWeights | None = None) -> tuple[Profile, ...]:
    """Return the profiles of `skims`, in their order, with words weighted by how few articles have them.

    Of `skims` themselves, unless `weights` come from a larger set.
    """
    frequency = Counter(word for skim in skims for word, _ in skim.words)
    known = weights or word_weights(skims, settings)
    return tuple(_profile(skim, known, frequency, settings) for skim in skims)


def _profile(skim: Skim, weights: WordWeights, frequency: Mapping[str, int], settings: GroupSettings) -> Profile:
    lead = {word: (1 + log(count)) * weights.of(word) for word, count in skim.lead}
    text = {word: (1 + log(count)) * weights.of(word) for word, count in skim.words}
    for word, weight in lead.items():
        text[word] = text.get(word, 0.0) + weight
    shared = sorted((word for word in text if frequency.get(word, 0) > 1), key=lambda word: (-text[word], word))
    fields = ((text, 1.0, ""), (lead, settings.lead_weight, _LEAD))
    vector: dict[str, float] = {}
    total = sum(share for field, share, _ in fields if field)
    for field, share, mark in fields:
        if length := sqrt(sum(weight * weight for weight in field.values())):
            scale = sqrt(share / total) / length
            vector.update((mark + word, weight * scale) for word, weight in field.items())
    sample = frozenset(run for run in skim.shingles if run % settings.sampled == 0)
    sample |= frozenset(nsmallest(_LEAST_RUNS, skim.shingles))
    days = tuple(sorted(day.toordinal() for day in skim.days))
    return Profile(skim, vector, tuple(shared[: settings.keys]), sample, days)


def dot(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return the dot product of two sparse vectors.

    >>> dot({"rain": 0.5, "snow": 1.0}, {"rain": 2.0})
    1.0
    """
    common = list(first.keys() & second.keys())
    # An exact sum, since the order of a set of words differs from process to process.
    return fsum(map(mul, map(first.__getitem__, common), map(second.__getitem__, common)))


def closeness(first: Iterable[int], second: Iterable[int], settings: GroupSettings) -> float:
    """Return the factor that the distance of two articles' days puts on their likeness.

    >>> closeness([10, 90], [90], GroupSettings()), closeness([], [10], GroupSettings())
    (1.0, 0.75)
    """
    mine, others = tuple(first), tuple(second)
    if not mine or not others:
        return settings.undated_factor
    gap = min(abs(a - b) for a in mine for b in others)
    return settings.far_factor + (1 - settings.far_factor) * exp(-gap / settings.near_days)


def likeness(first: Profile, second: Profile, settings: GroupSettings) -> float:
    """Return how much alike two articles are, 0 to 1.

    Near-duplicates are as alike as the share of the shorter one's runs that the longer one has. Two that share runs of
    words but hardly a name are two fillings of one template.
    """
    alike = dot(first.vector, second.vector) * closeness(first.days, second.days, settings)
    held = _held(first, second)
    shared = _shared_names(first.skim, second.skim, settings)
    if held >= settings.template_runs and shared < settings.template_names:
        return alike * settings.template_factor
    if not shared:
        return alike * settings.stranger_factor
    return max(alike, held) if held >= settings.contained else alike


def _held(first: Profile, second: Profile) -> float:
    """Share of the shorter one's runs that the longer has; 0 without a look where it has none of the sampled ones."""
    short, long = sorted((first, second), key=lambda profile: len(profile.skim.shingles))
    if short.sample.isdisjoint(long.skim.shingles):
        return 0.0
    return containment(short.skim.shingles, long.skim.shingles)


def _shared_names(first: Skim, second: Skim, settings: GroupSettings) -> float:
    """Share of the names of the one with fewer that the other has; 1 where one has too few for that to tell."""
    enough = min(len(first.names), len(second.names)) >= settings.least_names
    return containment(first.names, second.names) if enough else 1.0
