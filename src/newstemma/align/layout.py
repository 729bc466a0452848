"""The pieces of one utterance laid out by their overlaps, as the reads of a genome are, and read out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from newstemma.align.contigs import Atom, Contig, Piece, atoms_of, bubbles
from newstemma.align.fragments import Stretch
from newstemma.align.overlaps import Overlap, overlap
from newstemma.settings.utterances import UtteranceSettings
from newstemma.text.alignment import WILDCARD, Block

__all__ = ["lay_out", "place"]


def lay_out(stretches: Sequence[Stretch], settings: UtteranceSettings) -> list[Contig]:
    """Return the contigs that the stretches make, each in the wording of its witnesses.

    The longest stretch comes first and is taken as it stands; the others extend it at its ends, fill in what it leaves
    out, and outvote it where more articles have another reading. A primary text outvotes all articles. Equal stretches
    are laid once. The result does not depend on the order of `stretches`.
    """
    votes: dict[tuple[str, ...], set[str]] = defaultdict(set)
    best: dict[tuple[str, ...], Stretch] = {}
    for stretch in stretches:
        votes[stretch.keys].add(stretch.edition)
        if stretch.primary:
            votes[stretch.keys].update(f"{stretch.edition} {vote}" for vote in range(_PRIMARY_VOTES))
        known = best.get(stretch.keys)
        if known is None or _place_of(stretch) < _place_of(known):
            best[stretch.keys] = stretch
    if len(best) == 1:
        return [Contig(atoms_of(only, 0, len(only.units)), only.lead) for only in best.values()]
    contigs: list[Contig] = []
    queue = sorted(best.values(), key=lambda stretch: (-len(stretch.units), stretch.keys))
    for stretch in queue:
        _lay(contigs, stretch, settings)
    contigs = _without_contained(contigs)
    return [_outvoted(contig, best, votes, settings) for contig in contigs]


_PRIMARY_VOTES = 1000  # more than any number of articles that print one statement


def _place_of(stretch: Stretch) -> tuple[str, int]:
    return stretch.article, stretch.units[0].start


def _lay(contigs: list[Contig], stretch: Stretch, settings: UtteranceSettings) -> None:
    """Lay a stretch on the contigs; where it overlaps none, it is a new one."""
    hits = []
    for number, contig in enumerate(contigs):
        shared = overlap(contig, stretch)
        if shared and _fits(shared, len(stretch.units), settings):
            hits.append(_Hit(-shared.matched, number, shared.blocks))
    if not hits:
        contigs.append(Contig(atoms_of(stretch, 0, len(stretch.units)), stretch.lead))
        return
    hits.sort(key=lambda hit: (hit.weight, hit.contig))
    bridge = _bridged(contigs, hits)
    if bridge is not None:
        left, right = bridge
        start, end = right.blocks[0], right.blocks[-1]
        joined = _extended(contigs[left.contig], stretch, left.blocks, start.b + start.size, settings)
        following = contigs[right.contig].atoms
        seam = replace(joined.atoms[-1], glue=following[start.size - 1].glue)
        contigs[:] = [contig for number, contig in enumerate(contigs) if number not in (left.contig, right.contig)]
        contigs.append(Contig((*joined.atoms[:-1], seam, *following[start.size :]), joined.lead))
        rest = end.b + end.size
    else:
        best = hits[0]
        rest = _divergence(contigs[best.contig], stretch, best.blocks)
        contigs[best.contig] = _extended(contigs[best.contig], stretch, best.blocks, rest, settings)
    rest = _remainder(stretch, rest, settings)
    if len(stretch.units) - rest >= settings.short_words:
        _lay(contigs, stretch.part(rest, len(stretch.units)), settings)


class _Hit(NamedTuple):
    """An overlap of a stretch with a contig; `weight` is negative, the heavier the earlier."""

    weight: int
    contig: int
    blocks: tuple[Block, ...]


def _fits(shared: Overlap, size: int, settings: UtteranceSettings) -> bool:
    """Tell whether an overlap is worth laying on: a fragment of a few words only where it stands word for word."""
    if size <= settings.short_words:
        return shared.matched == size and shared.contained
    return shared.identity >= settings.identity and shared.matched >= settings.block_words


def _bridged(contigs: list[Contig], hits: list[_Hit]) -> tuple[_Hit, _Hit] | None:
    """Return two overlapped contigs that the stretch joins: it runs over the end of one into the start of the other."""
    for left in hits:
        for right in hits:
            end, start = left.blocks[-1], right.blocks[0]
            if (
                left.contig != right.contig
                and end.a + end.size == len(contigs[left.contig].atoms)
                and start.a == 0
                and start.b >= end.b + end.size
                and len(right.blocks) == 1
            ):
                return left, right
    return None


def _divergence(contig: Contig, stretch: Stretch, blocks: Sequence[Block]) -> int:
    """Return the word at which a stretch goes on with other words than the contig does, else where it ends."""
    last = blocks[-1]
    return last.b + last.size if last.a + last.size < len(contig.atoms) else len(stretch.units)


def _remainder(stretch: Stretch, start: int, settings: UtteranceSettings) -> int:
    """Return where what follows a divergence begins: a few words to the end of the sentence are a variant, no more."""
    end = start
    while end < len(stretch.units) and not stretch.ends_sentence(end - 1):
        end += 1
    return end if end - start < settings.short_words else start


def _extended(
    contig: Contig, stretch: Stretch, blocks: Sequence[Block], end: int, settings: UtteranceSettings
) -> Contig:
    """Return the contig with what the stretch has before it, after it and inside it, up to the stretch's word `end`."""
    atoms, lead = list(contig.atoms), contig.lead
    last = blocks[-1]
    # Beside changed words a word or two at an end is one more change, not more of the text.
    least = 1 if len(blocks) == 1 else settings.block_words
    if last.a + last.size == len(atoms) and end - last.b - last.size >= least <= last.size:
        seam = last.b + last.size
        atoms[-1] = Atom(atoms[-1].key, atoms[-1].text, stretch.glue[seam - 1])
        atoms += atoms_of(stretch, seam, end)
    for block, following in reversed(list(pairwise(blocks))):
        inner = range(block.b + block.size, following.b)
        theirs = [atom.key for atom in atoms[block.a + block.size : following.a]]
        ours = [unit.key for unit in stretch.units[inner.start : inner.stop]]
        if len(ours) > len(theirs) and _is_subsequence(theirs, ours):
            before = block.a + block.size
            atoms[before - 1] = Atom(atoms[before - 1].key, atoms[before - 1].text, stretch.glue[inner.start - 1])
            atoms[before : following.a] = atoms_of(stretch, inner.start, inner.stop)
    first = blocks[0]
    if first.a == 0 and first.b >= least <= first.size:
        atoms[:0] = atoms_of(stretch, 0, first.b)
        lead = stretch.lead
    return Contig(tuple(atoms), lead)


def _is_subsequence(shorter: Iterable[str], longer: Iterable[str]) -> bool:
    remaining = iter(longer)
    return all(word == WILDCARD or word in remaining for word in shorter)


def _without_contained(contigs: list[Contig]) -> list[Contig]:
    """Drop contigs whose words all stand in a longer one by now."""
    kept: list[Contig] = []
    for contig in sorted(contigs, key=lambda item: (-len(item.atoms), item.keys)):
        size = len(contig.atoms)
        shared = (overlap(other, contig) for other in kept)
        if not any(found and found.matched == size for found in shared):
            kept.append(contig)
    return kept


def _outvoted(
    contig: Contig,
    best: dict[tuple[str, ...], Stretch],
    votes: dict[tuple[str, ...], set[str]],
    settings: UtteranceSettings,
) -> Contig:
    """Replace readings of the contig that fewer articles have than another reading of the same place.

    A reading that leaves a passage out never wins, since the fullest is wanted; a word or two more or less is a matter
    of votes. Words in square brackets are the editor's and lose against any.
    """
    readings: dict[tuple[int, int], dict[tuple[str, ...], list[tuple[Stretch, range]]]] = defaultdict(dict)
    backing: Counter[int] = Counter()
    for keys, stretch in sorted(best.items()):
        shared = overlap(contig, stretch)
        if not shared or not _fits(shared, len(keys), settings):
            continue
        blocks = shared.blocks
        for block in blocks:
            for index in range(block.a, block.a + block.size):
                backing[index] += len(votes[keys])
        for here, there in bubbles(blocks, settings.block_words):
            if here:
                reading = stretch.keys[there.start : there.stop]
                readings[here.start, here.stop].setdefault(reading, []).append((stretch, there))
    atoms = list(contig.atoms)
    taken = len(atoms)
    for (start, stop), rivals in sorted(readings.items(), reverse=True):
        own = [atom.key for atom in atoms[start:stop]]
        support = min(backing[index] for index in range(start, stop))
        counted = sorted(
            (-len(set().union(*(votes[stretch.keys] for stretch, _ in who))), -len(reading), reading)
            for reading, who in rivals.items()
            if WILDCARD not in reading and not _shortened(reading, own, settings)
        )
        if not counted or stop > taken:
            continue
        number, _, reading = counted[0]
        if -number > support or WILDCARD in own:
            stretch, there = min(rivals[reading], key=lambda pair: _place_of(pair[0]))
            atoms[start:stop] = atoms_of(stretch, there.start, there.stop)
            atoms[start - 1] = replace(atoms[start - 1], glue=stretch.glue[there.start - 1])
            taken = start
    return Contig(tuple(atoms), contig.lead)


def _shortened(reading: Sequence[str], own: Sequence[str], settings: UtteranceSettings) -> bool:
    """Tell whether a reading is the contig's own with a passage left out: then it is no rival, however many have it."""
    return _is_subsequence(reading, own) and len(own) - len(reading) >= settings.block_words


def place(stretch: Stretch, contigs: Sequence[Contig], settings: UtteranceSettings) -> list[Piece]:
    """Return where a stretch lies on the finished contigs, in its own order.

    What editors put in square brackets lies where the contig has the same brackets.
    """
    found: list[Piece] = []
    free = [(0, len(stretch.units))]
    while free:
        start, end = free.pop()
        if start >= end:
            continue
        part = stretch.part(start, end)
        hits = []
        for number, contig in enumerate(contigs):
            shared = overlap(_Literal(contig), _Literal(part))
            if shared and _fits(shared, end - start, settings):
                hits.append(_Hit(-shared.matched, number, shared.blocks))
        if hits:
            best = min(hits, key=lambda hit: (hit.weight, hit.contig))
            blocks = tuple(Block(block.a, block.b + start, block.size) for block in best.blocks)
            found.append(Piece(stretch, best.contig, blocks))
            free += [(start, blocks[0].b), (blocks[-1].b + blocks[-1].size, end)]
    return sorted(found, key=lambda piece: piece.blocks[0].b)


@dataclass(frozen=True, slots=True)
class _Literal:
    """A contig or a stretch whose words in square brackets stand for nothing but themselves."""

    words: Contig | Stretch

    @property
    def keys(self) -> tuple[str, ...]:
        return self.words.literal_keys

    def ends_sentence(self, index: int) -> bool:
        return self.words.ends_sentence(index)
