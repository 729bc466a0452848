"""From articles to skims, and where every article is.

skimmed    articles of a part  -> versions united; skims
located    places of all       -> which part holds an article; the first of those that say the same
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from newstemma.group.packing import Packed, pack, said_in
from newstemma.group.rows import Ints
from newstemma.model import Article, PackedSkim
from newstemma.scale.components import saved_parts
from newstemma.scale.job import Work
from newstemma.scale.rows import batch_of
from newstemma.text.sketch import Hashes

__all__ = ["NOWHERE", "Places", "held_skims", "located", "skimmed"]

NOWHERE = -1
"""The part, and the story, of an article that has become a version of another."""


def skimmed(work: Work, part: int) -> None:
    """Unite the versions in a part, which holds all of every article that it holds one of, and skim what is left."""
    rows = work.rows("placed", part)
    positions, labels = rows.column("position").to_pylist(), rows.column("label").to_pylist()
    same: dict[int, list[tuple[int, Article]]] = {}
    for row, (position, label) in enumerate(zip(positions, labels, strict=True)):
        article = work.packer.unpack(rows.column("article")[row].as_py(), Article)
        same.setdefault(label, []).append((position, article))
    line = work.skimming
    found: list[tuple[int, Article]] = []
    for held in same.values():
        place = {article.id: position for position, article in held}
        found += ((place[article.id], article) for article in line.unite(article for _, article in held))
    found.sort(key=lambda one: one[0])
    packed = [line.pack(line.skim(article)) for _, article in found]
    places = pa.array([position for position, _ in found], pa.int64())
    with work.making("skimmed", part) as folder:
        held_articles = pa.array([work.packer.pack(article) for _, article in found], pa.large_binary())
        work.write(folder, [batch_of({"position": places, "article": held_articles})], "articles")
        columns = {
            "position": places,
            "whole": pa.array([said_in(one) for one in packed], pa.uint64()),
            "skim": pa.array([one.content for one in packed], pa.large_binary()),
        }
        work.write(folder, [batch_of(columns)], "packed")


def located(work: Work, part: int) -> None:
    """Note in which part each article is, and which is the first of those that say the same."""
    size = len(saved_parts(work.job.place("versions", 0)))
    home, first = np.full(size, NOWHERE, np.int32), np.arange(size)
    said: list[Hashes] = []
    whose: list[Ints] = []
    for number in range(work.job.parts):
        held = work.own("skimmed", number, "packed")
        positions = held.column("position").to_numpy()
        home[positions] = number
        said.append(held.column("whole").to_numpy())
        whose.append(positions)
    wholes, owners = np.concatenate(said), np.concatenate(whose)
    wholes, owners = wholes[wholes != 0], owners[wholes != 0]
    order = np.lexsort((owners, wholes))
    begins = np.flatnonzero(np.diff(wholes[order], prepend=np.uint64(0)) != 0)  # no whole is 0
    first[owners[order]] = np.repeat(owners[order][begins], np.diff(np.append(begins, len(order))))
    with work.making("located", part) as folder:
        for name, values in (("home", home), ("first", first)):
            np.save(folder / f"{name}.npy", values)


class Places:
    """Where articles are, and which are told apart: of those that say the same only the first counts from here on."""

    def __init__(self, work: Work) -> None:
        folder = work.job.place("located", 0)
        self.home, self.first = (np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("home", "first"))

    def distinct(self, positions: Ints) -> npt.NDArray[np.bool_]:
        """Tell which of these articles are the first to say what they say."""
        return np.asarray(self.first[positions] == positions)


def held_skims(work: Work, part: int) -> tuple[Ints, list[Packed]]:
    """The skims of a part that are told apart, with their positions, which are in order."""
    rows = work.own("skimmed", part, "packed")
    positions = rows.column("position").to_numpy()
    kept = np.flatnonzero(Places(work).distinct(positions))
    skims = (PackedSkim("", rows.column("skim")[row].as_py()) for row in kept.tolist())
    return positions[kept], [pack(skim, work.job.settings.group) for skim in skims]
