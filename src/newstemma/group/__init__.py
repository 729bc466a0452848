"""Group: skims into stories, as a function of the set of articles.

Each step is a function of rows, and what lies between two steps is a shuffle: by memory here, by a store or an engine
elsewhere.

    pack             skim                       -> arrays                       one article at a time
    weigh            arrays                     -> weight of every word         sums, in any order
    profile          arrays, weights            -> vector, keys, runs           one article at a time
    candidates       keys and runs, by key      -> pairs                        one bucket at a time
    edges            pairs, by first article    -> edges                        one article at a time
    connected_parts  edges                      -> part of every article        any edges at a time
    average_link     edges, by part             -> stories                      one part at a time
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newstemma.group.candidates import candidates
from newstemma.group.likeness import Edge, Profile, edges, profile
from newstemma.group.lookup import linked, lookup
from newstemma.group.packing import Packed, pack, said_in, written
from newstemma.group.refine import average_link
from newstemma.group.weights import Scale, repeated, weigh, word_weights
from newstemma.model import PackedSkim, Skim, Story, WordWeights, fingerprint
from newstemma.settings.group import GroupSettings
from newstemma.text.parts import connected_parts

__all__ = ["group", "linked", "lookup", "packed", "word_weights"]

_DEFAULT = GroupSettings()


def group(
    skims: Iterable[Skim | PackedSkim], *, settings: GroupSettings = _DEFAULT, weights: WordWeights | None = None
) -> tuple[Story, ...]:
    """Return the stories that the articles behind `skims` make up, sorted by their first article.

    >>> words, runs = (("bridge", 2), ("elmstead", 1)), frozenset({1, 2})
    >>> a, b = (Skim(i, runs, words, frozenset(), frozenset()) for i in "ab")
    >>> [story.articles for story in group([b, a])]
    [('a', 'b')]

    Every article is in exactly one story, alone where nothing is like it; those that say the same words in the same
    order are one article from here on. The order of `skims`, which are taken one at a time, does not count. An added
    article redoes the connected part that it touches; on others it acts by which articles are nearest, and through the
    frequencies of words, unless `weights` are given, those of a larger set. Raises `ValueError` where two skims have
    one identifier.
    """
    if settings.one_story:
        together = tuple(sorted(skim.article for skim in skims))
        _refuse_clashes(together)
        return (Story(fingerprint("story", *together), together),) if together else ()
    distinct, copies = _once(skims, settings)
    scale, shared = Scale(weights or weigh(distinct, settings)), repeated(distinct)
    distinct.reverse()
    seen = [
        profile(distinct.pop(), scale, shared, settings) for _ in range(len(distinct))
    ]  # each in place of the other
    found = [[seen[member].article for member in cluster] for cluster in _clusters(seen, settings)]
    stories = (tuple(sorted(copy for article in cluster for copy in copies[article])) for cluster in found)
    return tuple(Story(fingerprint("story", *articles), articles) for articles in sorted(stories))


def packed(skim: Skim, *, settings: GroupSettings = _DEFAULT) -> PackedSkim:
    """Return a skim in a form that can be kept and is quick to group.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset())
    >>> group([packed(rain)]) == group([rain])
    True

    Of the settings `topic_words` and `least_names` go into it.
    """
    return written(pack(skim, settings))


def _refuse_clashes(identifiers: Sequence[str]) -> None:
    for one, following in pairwise(identifiers):
        if one == following:
            raise ValueError(f"two skims of article {one!r}: identifiers must be distinct; rename one of them")


def _once(skims: Iterable[Skim | PackedSkim], settings: GroupSettings) -> tuple[list[Packed], dict[str, list[str]]]:
    """Return the first, by identifier, of all articles that say the same, and for each the identifiers of all of them.

    A copy of what is known already is not even packed.
    """
    first: dict[int | str, Packed] = {}
    copies: defaultdict[int | str, list[str]] = defaultdict(list)
    for skim in skims:
        said = said_in(skim) or skim.article
        if said not in first or skim.article < first[said].article:
            first[said] = pack(skim, settings)
        copies[said].append(skim.article)
    _refuse_clashes(sorted(identifier for identifiers in copies.values() for identifier in identifiers))
    known = {one.article: copies[said] for said, one in first.items()}
    return sorted(first.values(), key=lambda one: one.article), known


def _clusters(seen: Sequence[Profile], settings: GroupSettings) -> Iterator[list[int]]:
    """The clusters of positions in `seen`, part by part; what no edge touches is alone."""
    found = edges(seen, candidates(seen, settings), settings)
    part = connected_parts((edge.first, edge.second) for edge in found if edge.value >= settings.link)
    members: defaultdict[int, dict[int, Profile]] = defaultdict(dict)
    for position, one in enumerate(seen):
        members[part.get(position, position)][position] = one
    inside: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in found:
        if edge.first in part and part[edge.first] == part.get(edge.second):
            inside[part[edge.first]].append(edge)
    for name, held in members.items():
        yield from average_link(held, inside[name], settings) if len(held) > 1 else [list(held)]
