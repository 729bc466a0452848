"""Which quotations are pieces of one utterance: links, strongest first, under constraints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newstemma.align.joining import Link, Union
from newstemma.align.links import beside, by_words, copies, echoes, same_occasion, short_fragments, supported
from newstemma.align.overlaps import Overlap, candidates, overlap
from newstemma.align.quotations import Quotation
from newstemma.model import EntityType
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["Gathering", "Likeness", "gather"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two quotations, by position, whose words are alike, and how."""

    one: int
    other: int
    overlap: Overlap


@dataclass(frozen=True, slots=True)
class Gathering:
    """Groups of quotations, by position, each with the weakest link that holds it; and what is alike across groups."""

    groups: tuple[tuple[int, ...], ...]
    weakest: tuple[float, ...]
    alike: tuple[Likeness, ...]


def gather(quoted: Sequence[Quotation], types: Mapping[str, EntityType], settings: UtteranceSettings) -> Gathering:
    """Group quotations into utterances; `types` leads from a speaker's entity to its type.

    Links by words come first, then fragments of a few words that one group alone contains, then what one article
    prints side by side, then what is said to have been said at one place, day and through one medium. A link is refused
    where it would join speakers, occasions or rival renderings that exclude each other, also through others.
    """
    likenesses = _likenesses(quoted, settings)
    union = Union(quoted, settings)
    links = []
    for likeness in likenesses:
        if link := by_words(quoted, (likeness.one, likeness.other), likeness.overlap, types, settings):
            links.append(link)
        elif _rivals(quoted, likeness, settings):
            union.hold_apart(likeness.one, likeness.other)
    for link in [*copies(quoted), *supported(links)]:
        union.join(link)
    doubtful = {end for link in links for end in (link.one, link.other) if _two_people(quoted, link, types)}
    neighbours = [link for link in beside(quoted, settings) if not {link.one, link.other} & doubtful]
    for _ in range(2):  # a few words may fit one group only once neighbours have been joined
        for link in short_fragments(quoted, union, settings):
            union.join(link)
        for link in neighbours:
            union.join(link)
        neighbours = same_occasion(quoted)
    for link in echoes(quoted, settings):
        union.join(link)
    groups = union.groups()
    of = {index: number for number, group in enumerate(groups) for index in group}
    return Gathering(
        groups=tuple(groups),
        weakest=tuple(union.weakest[union.root(group[0])] for group in groups),
        alike=tuple(item for item in likenesses if of[item.one] != of[item.other]),
    )


def _two_people(quoted: Sequence[Quotation], link: Link, types: Mapping[str, EntityType]) -> bool:
    """Tell whether two articles give words to two people, so that one of them has the wrong one.

    A person and a body may speak for each other.
    """
    speakers = {quoted[link.one].speaker, quoted[link.other].speaker}
    return len(speakers) > 1 and all(types.get(speaker) == "person" for speaker in speakers)


def _likenesses(quoted: Sequence[Quotation], settings: UtteranceSettings) -> list[Likeness]:
    """Compare what shares shingles; equal texts of one speaker are compared once, by their first quotation."""
    members: dict[tuple[tuple[str, ...], str], list[tuple[int, int]]] = defaultdict(list)
    for index, quotation in enumerate(quoted):
        for order, stretch in enumerate(quotation.stretches):
            members[stretch.keys, quotation.speaker].append((index, order))
    nodes = sorted(members)
    texts = {number: keys for number, (keys, _) in enumerate(nodes)}
    groups = {number: speaker for number, (_, speaker) in enumerate(nodes)}
    found: dict[tuple[int, int], Overlap] = {}

    def note(one: tuple[int, int], other: tuple[int, int]) -> None:
        one, other = sorted((one, other))
        shared = overlap(quoted[one[0]].stretches[one[1]], quoted[other[0]].stretches[other[1]])
        pair = min(one[0], other[0]), max(one[0], other[0])
        if shared and pair[0] != pair[1]:
            known = found.get(pair)
            if known is None or _merit(shared) > _merit(known):
                found[pair] = shared

    for node in nodes:
        for member in members[node][1:]:
            note(members[node][0], member)
    for one, other in candidates(texts, groups, settings):
        note(members[nodes[one]][0], members[nodes[other]][0])
    return [Likeness(*pair, shared) for pair, shared in sorted(found.items())]


def _merit(shared: Overlap) -> tuple[float, int]:
    return shared.identity * shared.matched, shared.run


def _rivals(quoted: Sequence[Quotation], likeness: Likeness, settings: UtteranceSettings) -> bool:
    """Tell whether two quotations have too much in common to be different matter and too little to be one wording."""
    one, other, shared = quoted[likeness.one], quoted[likeness.other], likeness.overlap
    return (
        one.attribution.article != other.attribution.article
        and shared.matched >= settings.rival_words
        and shared.run >= settings.block_words
        and shared.identity < settings.identity
    )
