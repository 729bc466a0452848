"""How much alike two articles are: weighted words, names, days, shared runs of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newstemma.group.copies import Pairs, checked
from newstemma.group.packing import Packed, pack
from newstemma.group.rows import run_starts
from newstemma.group.weights import Scale, among, repeated, weigh
from newstemma.model import Skim
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = ["Edge", "Profile", "closeness", "cosines", "edges", "likeness", "likenesses", "profile", "profiles"]

Floats = npt.NDArray[np.float64]


class Edge(NamedTuple):
    """Two articles, the smaller position first, that were compared: how much alike they are, and their cosine."""

    first: int
    second: int
    value: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Profile:
    """An article with the unit vector of its words: the dot product of two is their cosine.

    `words` are hashes, sorted, `values` their weights. `keys` are the words that another article may have too,
    weightiest first, and `key_values` their weights. `name_values` tell of each name how rare it is.
    """

    article: str
    words: Hashes
    values: npt.NDArray[np.float32]
    keys: Hashes
    key_values: npt.NDArray[np.float32]
    runs: Hashes
    names: Hashes
    days: npt.NDArray[np.int32]
    name_values: npt.NDArray[np.float32]

    @property
    def vector(self) -> dict[int, float]:
        """The vector as a mapping from hash to weight."""
        return dict(zip(self.words.tolist(), self.values.tolist(), strict=True))


def profiles(skims: Sequence[Skim], settings: GroupSettings) -> tuple[Profile, ...]:
    """Return the profiles of `skims`, in their order, with words weighted by how few articles have them."""
    packed = [pack(skim, settings) for skim in skims]
    scale, shared = Scale(weigh(packed, settings)), repeated(packed)
    return tuple(profile(one, scale, shared, settings) for one in packed)


def profile(article: Packed, scale: Scale, shared: Hashes, settings: GroupSettings) -> Profile:
    """Return the profile of one article by the weights of words, and by which words other articles of the set share."""
    values = article.uses * scale.of(article.words)
    length = float(np.sqrt((values * values).sum()))
    scaled = (values / length if length else values).astype(np.float32)
    keyed = among(article.words, shared)[0]
    candidates, weights = article.words[keyed], scaled[keyed]
    order = np.lexsort((candidates, -weights))[: settings.keys]
    return Profile(
        article.article,
        article.words,
        scaled,
        candidates[order],
        weights[order],
        article.runs,
        article.names,
        article.days,
        scale.of(article.names).astype(np.float32),
    )


def closeness(first: npt.NDArray[np.int32], second: npt.NDArray[np.int32], settings: GroupSettings) -> float:
    """Return the factor that the distance of two articles' days puts on their likeness.

    >>> day = np.array([90], np.int32)
    >>> closeness(np.array([10, 90], np.int32), day, GroupSettings()), closeness(day[:0], day, GroupSettings())
    (1.0, 1.0)
    """
    if not len(first) or not len(second):
        return settings.undated_factor
    gap = np.abs(first[:, None] - second[None, :]).min()
    return float(settings.far_factor + (1 - settings.far_factor) * np.exp(-gap / settings.near_days))


def likeness(first: Profile, second: Profile, settings: GroupSettings) -> float:
    """Return how much alike two articles are, 0 to 1; see `likenesses`."""
    held = checked(np.array([[0, 1]]), [first.runs, second.runs], settings).held
    return float(likenesses(first, [second], held, settings)[0][0])


def likenesses(
    first: Profile, others: Sequence[Profile], held: Floats, settings: GroupSettings
) -> tuple[Floats, Floats]:
    """Return how much alike `first` and each of `others` are, 0 to 1, and their cosines.

    `held` is, for each, the share of the shorter one's sampled runs that the longer has. Near-duplicates are as alike
    as their words, whatever their days. Two that share runs of words but hardly a name are one template filled twice.
    """
    cosine = cosines(first, others)
    near = np.array([closeness(first.days, other.days, settings) for other in others])
    alike = cosine * near
    shared = _shared_names(first, others, settings)
    template = (held >= settings.template_runs) & (shared < settings.template_names)
    acquainted = np.minimum(1.0, shared / settings.stranger_names)
    factor = settings.stranger_factor + (1 - settings.stranger_factor) * acquainted
    copy = (held >= settings.contained) & ~template
    return np.where(copy, cosine, alike * np.where(template, settings.template_factor, factor)), cosine


def edges(seen: Sequence[Profile], pairs: Pairs, settings: GroupSettings) -> list[Edge]:
    """Return how much alike each of `pairs`, sorted, is; without those that are too unlike to matter for any story."""
    held = checked(pairs, [one.runs for one in seen], settings).held
    found = []
    for begin, end in pairwise(np.append(run_starts(pairs[:, 0]), len(pairs))):
        first, others = int(pairs[begin, 0]), pairs[begin:end, 1].tolist()
        values, cosines = likenesses(seen[first], [seen[other] for other in others], held[begin:end], settings)
        for other, value, cosine in zip(others, values.tolist(), cosines.tolist(), strict=True):
            if value >= settings.link / 2:  # a weaker one never leads to a join
                found.append(Edge(first, other, value, cosine))
    return found


def cosines(first: Profile, others: Sequence[Profile]) -> Floats:
    """Return the dot product of the vector of `first` with that of each of `others`."""
    hits, starts, values = _found(first.words, [other.words for other in others], first.values.astype(np.float64))
    products = np.where(hits, values * np.concatenate([other.values for other in others]), 0.0)
    return _summed(products, starts)


def _shared_names(first: Profile, others: Sequence[Profile], settings: GroupSettings) -> Floats:
    """Share of the names of the one with fewer that the other has, the rarer the name the more it counts.

    Who holds an office changes, "Mayor" and "University" do not: what many articles name says little. The share is 1
    where one of the two has too few names for that to tell.
    """
    values = first.name_values.astype(np.float64)
    hits, starts, found = _found(first.names, [other.names for other in others], values)
    shared = _summed(np.where(hits, found, 0.0), starts)
    own = np.array([other.name_values.sum(dtype=np.float64) for other in others])
    fewest = np.minimum(len(first.names), np.array([len(other.names) for other in others]))
    least = np.minimum(values.sum(), own)
    return np.where((fewest >= settings.least_names) & (least > 0), shared / np.where(least > 0, least, 1.0), 1.0)


def _found(
    known: Hashes, asked: Sequence[Hashes], values: Floats
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64], Floats]:
    """Which of all `asked` are `known`, where those of each begin, and the values of what is known."""
    flat = np.concatenate(asked)
    starts = np.concatenate(([0], np.cumsum([len(one) for one in asked])))
    hits, at = among(flat, known)
    return hits, starts, values[at] if len(known) else np.zeros(len(flat))


def _summed(values: Floats, starts: npt.NDArray[np.int64]) -> Floats:
    """Sums of the stretches of `values` that begin at `starts`, whose last is their end."""
    found = np.zeros(len(starts) - 1)
    full = np.flatnonzero(np.diff(starts))
    if len(full):
        found[full] = np.add.reduceat(values, starts[full])
    return found
