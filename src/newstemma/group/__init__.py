"""Group: skims into stories, as a function of the set of articles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from newstemma.group.candidates import candidates
from newstemma.group.likeness import Profile, likeness, profiles
from newstemma.group.lookup import lookup_keys
from newstemma.group.refine import average_link
from newstemma.group.weights import WordWeights, word_weights
from newstemma.model import Skim, Story, fingerprint
from newstemma.settings.group import GroupSettings

__all__ = ["WordWeights", "group", "lookup_keys", "word_weights"]

_DEFAULT = GroupSettings()


def group(
    skims: Iterable[Skim], *, settings: GroupSettings = _DEFAULT, weights: WordWeights | None = None
) -> tuple[Story, ...]:
    """Return the stories that the articles behind `skims` make up, sorted by their first article.

    >>> words, runs = (("bridge", 2), ("elmstead", 1)), frozenset({1, 2})
    >>> a, b = (Skim(i, runs, words, words, frozenset(), frozenset(), frozenset()) for i in "ab")
    >>> [story.articles for story in group([b, a])]
    [('a', 'b')]

    Every article is in exactly one story, alone where nothing is like it. The order of `skims` does not count. An added
    article redoes the connected part that it touches; on others it acts through the frequencies of words and by
    which articles are nearest. Where `skims` are part of a larger set, `weights` are what words weigh there. Raises
    `ValueError` where two skims have one identifier.
    """
    ordered = sorted(skims, key=lambda skim: skim.article)
    for skim, following in pairwise(ordered):
        if skim.article == following.article:
            raise ValueError(f"two skims of article {skim.article!r}: identifiers must be distinct; rename one of them")
    if settings.one_story and ordered:
        together = tuple(skim.article for skim in ordered)
        return (Story(fingerprint("story", *together), together),)
    seen = profiles(ordered, settings, weights)
    clusters = average_link(seen, _edges(seen, settings), settings)
    stories = (tuple(seen[member].skim.article for member in sorted(cluster)) for cluster in clusters)
    return tuple(Story(fingerprint("story", *articles), articles) for articles in sorted(stories))


def _edges(seen: tuple[Profile, ...], settings: GroupSettings) -> dict[tuple[int, int], float]:
    """Likeness of every pair of articles that share a key; pairs without one are too unlike to matter."""
    found: dict[tuple[int, int], float] = {}
    for first, second in candidates(seen, settings):
        found[first, second] = likeness(seen[first], seen[second], settings)
    return found
