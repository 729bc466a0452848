"""How each witness of an utterance differs from the reconstructed wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newstemma.align.contigs import Atom, Contig, Piece, bubbles, render, unit_text
from newstemma.align.fragments import Stretch
from newstemma.align.prose import Prose, matter
from newstemma.align.quotations import Quotation
from newstemma.align.senses import affected, condition_phrases
from newstemma.align.wording import Reconstruction
from newstemma.model import Affects, Span, UtteranceWitness, Variant, VariantKind
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["witnesses"]


def witnesses(
    group: Sequence[Quotation],
    reading: Reconstruction,
    articles: Mapping[str, Prose],
    settings: UtteranceSettings,
) -> tuple[UtteranceWitness, ...]:
    """Return the witnesses of an utterance, by article and place, with their variants.

    Words that another quotation of the same article prints are not missing from it. What is missing at a witness's
    start or end is looked at up to the next gap of the wording. A primary text has none: the others differ from it.
    """
    by_article: dict[str, list[int]] = {}
    for index, quotation in enumerate(group):
        by_article.setdefault(quotation.attribution.article, []).append(index)
    variants: dict[int, list[Variant]] = {index: [] for index in range(len(group))}
    for name, indices in sorted(by_article.items()):
        if group[indices[0]].primary:
            continue
        collator = _Collator(articles[name], group, reading, tuple(indices), settings)
        for index, variant in collator.variants():
            if variant not in variants[index]:
                variants[index].append(variant)
    return tuple(
        UtteranceWitness(
            attribution=quotation.attribution.id,
            article=quotation.attribution.article,
            share=round(_matched(reading.pieces[index]) / reading.words, 4) if reading.words else 1.0,
            variants=tuple(variants[index]),
        )
        for index, quotation in enumerate(group)
    )


def _matched(pieces: Sequence[Piece]) -> int:
    return len(
        {(piece.contig, block.a + step) for piece in pieces for block in piece.blocks for step in range(block.size)}
    )


@dataclass(frozen=True, slots=True)
class _Collator:
    """Collates one article's quotations of one utterance with the wording."""

    article: Prose
    group: Sequence[Quotation]
    reading: Reconstruction
    indices: tuple[int, ...]
    settings: UtteranceSettings
    coverage: dict[int, Mapping[int, int]] = field(default_factory=dict)

    def variants(self) -> Iterator[tuple[int, Variant]]:
        for index in self.indices:
            for piece in self.reading.pieces[index]:
                for variant in self._inside(piece):
                    yield index, variant
            for variant in self._added(index):
                yield index, variant
        yield from self._between()

    def _inside(self, piece: Piece) -> Iterator[Variant]:
        """Yield how one piece differs between its first and its last word."""
        contig = self.reading.contigs[piece.contig]
        covered = self._covered(piece.contig)
        for here, there in bubbles(piece.blocks, self.settings.block_words):
            if here and not there:
                if any(covered[index] < 2 for index in here):  # nobody else has it
                    yield from self._missing("omission", contig, here, {"join"} if _sentences(contig, here) else set())
                continue
            yield _changed(contig, here, piece, there)
        yield from _spellings(contig, piece)

    def _added(self, index: int) -> Iterator[Variant]:
        """Yield what a quotation has outside everything that lies on the wording."""
        for stretch in self.group[index].stretches:
            laid = {
                at
                for piece in self.reading.pieces[index]
                if piece.stretch is stretch
                for at in range(piece.blocks[0].b, piece.blocks[-1].b + piece.blocks[-1].size)
            }
            for run in _runs(at for at in range(len(stretch.units)) if at not in laid):
                words = [(stretch.units[at].key, stretch.words[at]) for at in run]
                yield Variant("insertion", "", unit_text(stretch, run.start, run.stop), _sorted(affected(words)))

    def _between(self) -> Iterator[tuple[int, Variant]]:
        """Yield what the article leaves out before, between and after its pieces of each contig."""
        for number, contig in enumerate(self.reading.contigs):
            rows = [
                (index, piece)
                for index in self.indices
                for piece in self.reading.pieces[index]
                if piece.contig == number
            ]
            if not rows:
                continue
            covered = self._covered(number)
            for missing in _runs(index for index in range(len(contig.atoms)) if index not in covered):
                before = [row for row in rows if row[1].last <= missing.start]
                after = [row for row in rows if row[1].first >= missing.stop]
                if not before and not after:
                    continue
                kind: VariantKind = "omission" if before and after else "truncation"
                owner = (
                    max(before, key=lambda row: row[1].last)[0] if before else min(after, key=lambda r: r[1].first)[0]
                )
                joined: set[Affects] = set()
                long_enough = len(missing) >= self.settings.block_words
                if long_enough and before and after and self._meet(max(before, key=_end), min(after, key=_start)):
                    joined = {"join"}
                for variant in self._missing(kind, contig, missing, joined):
                    yield owner, variant

    def _covered(self, number: int) -> Mapping[int, int]:
        """Return how many pieces of the article quote each word of a contig, in these or other words."""
        if number not in self.coverage:
            self.coverage[number] = Counter(
                index
                for row in self.indices
                for piece in self.reading.pieces[row]
                if piece.contig == number
                for index in range(piece.first, piece.last)
            )
        return self.coverage[number]

    def _meet(self, one: tuple[int, Piece], other: tuple[int, Piece]) -> bool:
        """Tell whether a reader takes two pieces for one run of words: in one quotation, or about a narrator's tag."""
        (i, left), (j, right) = one, other
        if right.stretch.gapped and i == j and right.stretch.order == left.stretch.order + 1:
            return False  # the ellipsis says it
        a, b = self.group[i], self.group[j]
        return i == j or (a.paragraph == b.paragraph and abs(self.indices.index(i) - self.indices.index(j)) == 1)

    def _missing(self, kind: VariantKind, contig: Contig, where: range, joined: set[Affects]) -> Iterator[Variant]:
        """Yield the variant of words left out, then one for each condition among them."""
        atoms = contig.atoms[where.start : where.stop]
        keys = [atom.key for atom in atoms]
        touched = affected([(atom.key, atom.text) for atom in atoms])
        if kind == "truncation" and _sentences(contig, where):
            touched &= {"condition"}  # sentences not quoted are not words changed
        outside = [span for index in self.indices for span in self.group[index].spans]
        wanted, share = matter(contig, where), self.settings.carried_share
        told = self.article.carried(wanted, outside, share) if len(wanted.stems) > 1 else None
        phrases = [
            (range(where.start + start, where.start + end), self._condition(contig, where.start, phrase, outside))
            for phrase in condition_phrases(keys, [atom.glue for atom in atoms])
            for start, _, end in [phrase]
        ]
        if len(phrases) == 1 and phrases[0][0] == where:
            told, phrases = phrases[0][1], []
        yield Variant(kind, render(atoms), "", _sorted(touched | joined), told)
        for bounds, found in phrases:
            yield Variant(kind, render(contig.atoms[bounds.start : bounds.stop]), "", ("condition",), found)

    def _condition(
        self, contig: Contig, offset: int, phrase: tuple[int, int, int], outside: Sequence[Span]
    ) -> Span | None:
        """Return where the article carries a condition that stands at `phrase` after word `offset` of a contig."""
        start, content, end = (offset + at for at in phrase)
        marker = [atom.key for atom in contig.atoms[start:content]]
        first, last = contig.sentence(start)
        return self.article.condition(
            marker,
            matter(contig, range(content, end)),
            matter(contig, range(first, last)),
            outside,
            self.settings.carried_share,
        )


def _end(row: tuple[int, Piece]) -> int:
    return row[1].last


def _start(row: tuple[int, Piece]) -> int:
    return row[1].first


def _sorted(touched: set[Affects]) -> tuple[Affects, ...]:
    return tuple(sorted(touched))


def _runs(indices: Iterator[int]) -> list[range]:
    found: list[range] = []
    for index in indices:
        if found and found[-1].stop == index:
            found[-1] = range(found[-1].start, index + 1)
        else:
            found.append(range(index, index + 1))
    return found


def _sentences(contig: Contig, where: range) -> bool:
    """Tell whether whole sentences are missing rather than words inside one."""
    opens = where.start == 0 or _ends(contig.atoms[where.start - 1])
    closes = where.stop == len(contig.atoms) or _ends(contig.atoms[where.stop - 1])
    return opens and closes


def _ends(atom: Atom) -> bool:
    return any(mark in atom.glue for mark in ".!?")


def _changed(contig: Contig, here: range, piece: Piece, there: range) -> Variant:
    atoms = contig.atoms[here.start : here.stop]
    units = piece.stretch.units[there.start : there.stop]
    words = piece.stretch.words[there.start : there.stop]
    wording, witness = render(atoms), unit_text(piece.stretch, there.start, there.stop)
    if _letters(wording) == _letters(witness):
        return Variant("spelling", wording, witness)
    touched = affected(
        [(atom.key, atom.text) for atom in atoms], [(unit.key, word) for unit, word in zip(units, words, strict=True)]
    )
    return Variant("substitution" if here else "insertion", wording, witness, _sorted(touched))


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


_SAME_MARKS = str.maketrans(dict.fromkeys("“”„«»‘’'\"` \n\r\t\u00a0\u200b") | {"–": "-", "—": "-", "‑": "-", "…": "-"})


def _spellings(contig: Contig, piece: Piece) -> Iterator[Variant]:
    """Yield words that count as the same and are printed otherwise, and marks between words."""
    stretch = piece.stretch
    differing: list[int] = []
    for block in piece.blocks:
        for step in range(block.size):
            atom, index = contig.atoms[block.a + step], block.b + step
            if _plain(atom.text) != _plain(stretch.words[index]) and not _opening(stretch, index, atom):
                differing.append(block.a + step)
    at = {block.a + step: block.b + step for block in piece.blocks for step in range(block.size)}
    for run in _runs(iter(differing)):
        mine = render(contig.atoms[run.start : run.stop])
        theirs = unit_text(stretch, at[run.start], at[run.stop - 1] + 1)
        if len(contig.atoms[run.stop - 1].key) > 1:  # not an abbreviation, whose point belongs to it
            mine, theirs = mine.rstrip(".!?"), theirs.rstrip(".!?")
        if mine != theirs:
            yield Variant("spelling", mine, theirs)
    for one, other in pairwise(sorted(at)):
        if other == one + 1 and at[other] == at[one] + 1:
            mine, theirs = contig.atoms[one].glue, stretch.glue[at[one]]
            if one not in differing and other not in differing and _marks(mine) != _marks(theirs):
                yield Variant(
                    "spelling", render(contig.atoms[one : other + 1]), unit_text(stretch, at[one], at[other] + 1)
                )


def _opening(stretch: Stretch, index: int, atom: Atom) -> bool:
    """Tell whether a word differs only by the capital that it has or loses at the head of a quotation."""
    return index == 0 and stretch.words[0].lower() == atom.text.lower()


def _plain(text: str) -> str:
    return text.translate({ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'", ord("‑"): "-"}).rstrip("'")


def _marks(glue: str) -> str:
    return glue.translate(_SAME_MARKS)
