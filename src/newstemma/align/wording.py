"""From contigs to a reading: their order as far as the articles attest it, and the parts with their witnesses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, NamedTuple

from newstemma.align.contigs import Contig, Piece, render
from newstemma.align.fragments import is_content
from newstemma.align.layout import lay_out, place
from newstemma.align.quotations import Quotation
from newstemma.model import Part
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["Reconstruction", "reconstruct"]


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """The wording of one utterance: contigs in order, and where each quotation's stretches lie on them."""

    contigs: tuple[Contig, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    parts: tuple[Part, ...]

    @property
    def wording(self) -> str:
        """The parts in order, with gaps shown."""
        text = ""
        for part in self.parts:
            text += part.text if part.after == "first" else (" " if part.after == "adjacent" else " […] ") + part.text
        return text

    @property
    def words(self) -> int:
        """How many words the reconstruction has."""
        return sum(len(contig.atoms) for contig in self.contigs)


def reconstruct(group: Sequence[Quotation], settings: UtteranceSettings) -> Reconstruction:
    """Lay out the quotations of one utterance; they come by article and place."""
    contigs = lay_out([stretch for quotation in group for stretch in quotation.stretches], settings)
    pieces = [[piece for s in quotation.stretches for piece in place(s, contigs, settings)] for quotation in group]
    order = _ordered(contigs, group, pieces)
    renumbered = {old: new for new, old in enumerate(order)}
    laid = tuple(tuple(replace(piece, contig=renumbered[piece.contig]) for piece in row) for row in pieces)
    finished = tuple(_closed(contigs[old], new, laid) for new, old in enumerate(order))
    parts: list[Part] = []
    before: _Place | None = None
    for number, contig in enumerate(finished):
        for index, (start, end) in enumerate(_part_bounds(contig, number, laid)):
            here = _Place(contig, number, start, end)
            witnesses = sorted(
                quotation.attribution.id
                for quotation, row in zip(group, laid, strict=True)
                if _carries(contig, number, row, start, end)
            )
            if not witnesses:  # words that repeat may lie elsewhere; nothing is printed without a witness
                continue
            after: Literal["first", "adjacent", "later", "unknown"] = "first"
            if before is not None:
                after = "adjacent" if index else "later" if _in_order(group, laid, before, here) else "unknown"
            lead = contig.lead if start == 0 else ""
            parts.append(Part(render(contig.atoms[start:end], lead), after, tuple(witnesses)))
            before = here
    return Reconstruction(finished, laid, tuple(parts))


class _Place(NamedTuple):
    """A part's words: from `start` up to `end` of the contig that has this `number`."""

    contig: Contig
    number: int
    start: int
    end: int


def _in_order(group: Sequence[Quotation], laid: Sequence[Sequence[Piece]], one: _Place, other: _Place) -> bool:
    """Tell whether an article prints words of `one` before it prints any of `other`."""
    printed: dict[str, list[Piece]] = defaultdict(list)
    for quotation, row in zip(group, laid, strict=True):
        printed[quotation.attribution.article] += row
    for _, pieces in sorted(printed.items()):
        first, second = (
            next((at for at, piece in enumerate(pieces) if _carries(*place[:2], [piece], *place[2:])), len(pieces))
            for place in (one, other)
        )
        if first < second < len(pieces):
            return True
    return False


def _ordered(contigs: Sequence[Contig], group: Sequence[Quotation], pieces: Sequence[Sequence[Piece]]) -> list[int]:
    """Return the order of the contigs.

    Order inside one quotation counts before order inside a paragraph, and that before order in an article: outlets take
    statements apart. Fragments inside the narrator's own sentences say least. Evidence that contradicts stronger
    evidence is dropped.
    """
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)  # article: (contig, quotation)
    for number, (quotation, row) in enumerate(zip(group, pieces, strict=True)):
        rows[quotation.attribution.article] += [(piece.contig, number) for piece in row]
    weight: Counter[tuple[int, int, int]] = Counter()
    for _, line in sorted(rows.items()):
        for (one, i), (other, j) in pairwise(line):
            if one != other:
                weight[_distance(group, i, j), one, other] += 1
    after: dict[int, set[int]] = defaultdict(set)
    ranked = sorted(weight, key=lambda edge: (edge[0], -weight[edge], contigs[edge[1]].keys, contigs[edge[2]].keys))
    for _, one, other in ranked:
        if not _reaches(after, other, one):
            after[one].add(other)
    return _topological(contigs, after)


def _distance(group: Sequence[Quotation], one: int, other: int) -> int:
    """Return how little the order of two quotations in an article says of the order of speech: 0 is most."""
    if one == other:
        return 0
    a, b = group[one], group[other]
    return (1 if a.paragraph == b.paragraph else 2) + (0 if a.whole and b.whole else 2)


def _reaches(after: dict[int, set[int]], start: int, goal: int) -> bool:
    stack, visited = [start], {start}
    while stack:
        here = stack.pop()
        if here == goal:
            return True
        stack += after[here] - visited
        visited |= after[here]
    return False


def _topological(contigs: Sequence[Contig], after: dict[int, set[int]]) -> list[int]:
    """Sort by `after`; among the free ones what follows the last comes first, then the longest."""
    before = Counter(other for following in after.values() for other in following)
    free = {one for one in range(len(contigs)) if not before[one]}
    order: list[int] = []
    while free:
        last = after[order[-1]] if order else set()
        chosen = min(free, key=lambda one: (one not in last, -len(contigs[one].atoms), contigs[one].keys))
        order.append(chosen)
        free.remove(chosen)
        for other in after[chosen]:
            before[other] -= 1
            if not before[other]:
                free.add(other)
    return order


def _closed(contig: Contig, number: int, laid: Sequence[Sequence[Piece]]) -> Contig:
    """Return the contig with the end mark that a witness has after its last word, if one has."""
    final = len(contig.atoms) - 1
    marks = Counter(
        mark
        for row in laid
        for piece in row
        if piece.contig == number and piece.last == final + 1
        if (mark := _end_mark(piece.stretch.glue[piece.blocks[-1].b + piece.blocks[-1].size - 1]))
    )
    if not marks:
        return contig
    mark = min(marks, key=lambda text: (-marks[text], text))
    return replace(contig, atoms=(*contig.atoms[:-1], replace(contig.atoms[-1], glue=mark)))


_CLOSERS = re.compile(r"^[\"'”’»)\]]*([.!?]+[)\]]*|[)\]])")


def _end_mark(glue: str) -> str:
    match = _CLOSERS.match(glue.strip())
    return match.group(1) if match else ""


def _part_bounds(contig: Contig, number: int, laid: Sequence[Sequence[Piece]]) -> list[tuple[int, int]]:
    """Cut a contig where a sentence ends and the witnesses change, and where no witness prints across."""
    sentences = _sentence_bounds(contig)
    groups: list[tuple[int, int, frozenset[int]]] = []
    for start, end in sentences:
        who = frozenset(index for index, row in enumerate(laid) if _carries(contig, number, row, start, end))
        if groups and groups[-1][2] == who:
            groups[-1] = (groups[-1][0], end, who)
        else:
            groups.append((start, end, who))
    unbroken = [bounds for row in laid for piece in row if piece.contig == number for bounds in _unbroken(piece)]
    found: list[tuple[int, int]] = []
    for start, end, _ in groups:
        begin = start
        while begin < end:
            reach = max((last for first, last in unbroken if first <= begin < last), default=end)
            found.append((begin, min(reach, end)))
            begin = min(reach, end)
    return found


def _sentence_bounds(contig: Contig) -> list[tuple[int, int]]:
    found, start = [], 0
    for index, atom in enumerate(contig.atoms[:-1]):
        if re.search(r"[.!?]", atom.glue) and not contig.atoms[index + 1].text[:1].islower():
            found.append((start, index + 1))
            start = index + 1
    return [*found, (start, len(contig.atoms))]


def _unbroken(piece: Piece) -> list[tuple[int, int]]:
    """Return the ranges of the contig that the piece prints without leaving words out."""
    found, start = [], piece.first
    for block, following in pairwise(piece.blocks):
        if following.b == block.b + block.size:
            found.append((start, block.a + block.size))
            start = following.a
    return [*found, (start, piece.last)]


def _carries(contig: Contig, number: int, row: Sequence[Piece], start: int, end: int) -> bool:
    """Tell whether one of the pieces has a content word of the range, or all of it."""
    matched = [
        index
        for piece in row
        if piece.contig == number
        for block in piece.blocks
        for index in range(max(block.a, start), min(block.a + block.size, end))
    ]
    return len(matched) == end - start or any(is_content(contig.atoms[index].key) for index in matched)
