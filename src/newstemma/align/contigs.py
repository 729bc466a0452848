"""Words that overlaps join: contigs, where stretches lie on them, and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newstemma.align.fragments import Stretch
from newstemma.text.alignment import WILDCARD, Block

__all__ = ["Atom", "Contig", "Piece", "atoms_of", "bubbles", "render", "unit_text"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of a reconstruction: its key, its characters, and what follows it in the article it was taken from."""

    key: str
    text: str
    glue: str


@dataclass(frozen=True, slots=True)
class Contig:
    """Words that overlaps join without a gap."""

    atoms: tuple[Atom, ...]
    lead: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words."""
        return tuple(atom.key for atom in self.atoms)

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a sentence may end after word `index`; before the first, whether one may begin."""
        if index < 0:
            return self.atoms[0].text[:1].isupper()
        glue = self.atoms[index].glue
        if index == len(self.atoms) - 1:
            return bool(glue.strip())
        return any(mark in glue for mark in ".!?") and not self.atoms[index + 1].text[:1].islower()

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the range of words of the sentence that word `index` stands in."""
        first, last = index, index + 1
        while first and not self.ends_sentence(first - 1):
            first -= 1
        while last < len(self.atoms) and not self.ends_sentence(last - 1):
            last += 1
        return first, last

    @property
    def literal_keys(self) -> tuple[str, ...]:
        """The keys, with the printed words for what stands in square brackets."""
        return tuple(atom.text if atom.key == WILDCARD else atom.key for atom in self.atoms)


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a stretch lies on a contig: `blocks` pair the contig's words (a) with the stretch's (b)."""

    stretch: Stretch
    contig: int
    blocks: tuple[Block, ...]

    @property
    def first(self) -> int:
        """The first word of the contig that it has."""
        return self.blocks[0].a

    @property
    def last(self) -> int:
        """The word of the contig after the last that it has."""
        return self.blocks[-1].a + self.blocks[-1].size


def render(atoms: Sequence[Atom], lead: str = "") -> str:
    """Return the characters of some words, with the marks between them and without those that dangle at the end.

    >>> render([Atom("no", "No", ", "), Atom("never", "never", ",")])
    'No, never'

    White space counts as one blank. A comma before a closing mark is the narrator's.
    """
    text = lead + "".join(atom.text + atom.glue for atom in atoms)
    text = " ".join(text.replace("\u200b", "").split())
    stripped = text.rstrip(' ,;:-–—"“”„«»‘`…')
    if stripped.count(")") > stripped.count("(") and stripped.endswith(")"):
        return stripped[:-1]
    return stripped.rstrip("(").rstrip()


def unit_text(stretch: Stretch, first: int, last: int) -> str:
    """Return the characters of words `first` to `last` (excluded) of a stretch."""
    return render(atoms_of(stretch, first, last), stretch.lead if first == 0 else "")


def atoms_of(stretch: Stretch, first: int, last: int) -> tuple[Atom, ...]:
    """Return words `first` to `last` (excluded) of a stretch."""
    return tuple(
        Atom(unit.key, stretch.words[index], stretch.glue[index])
        for index, unit in enumerate(stretch.units[first:last], first)
    )


def bubbles(blocks: Sequence[Block], least: int) -> list[tuple[range, range]]:
    """Return the places between blocks where two texts differ; blocks of fewer than `least` words join neighbours.

    >>> bubbles([Block(0, 0, 4), Block(5, 4, 1), Block(7, 6, 4)], least=3)
    [(range(4, 7), range(4, 6))]
    """
    kept = [blocks[0], *(block for block in blocks[1:-1] if block.size >= least), blocks[-1]] if len(blocks) > 1 else []
    found = []
    for block, following in pairwise(kept):
        here, there = range(block.a + block.size, following.a), range(block.b + block.size, following.b)
        if here or there:
            found.append((here, there))
    return found
