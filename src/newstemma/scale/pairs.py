"""From skims to how much alike articles are, of those pairs that are worth a look.

profiled   skims of a part         -> profiles; keys and runs, by key
indexed    keys and runs by key    -> an index; pairs of representatives, and of common runs, by their first article
neighbours articles, all indexes   -> pairs, by their first article
alike      pairs                   -> edges
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from newstemma.group.candidates import (
    AT_A_TIME,
    Index,
    KeyRows,
    Meetings,
    distinct_pairs,
    key_rows,
    meetings,
    nearest,
    represented,
)
from newstemma.group.candidates import indexed as index_of
from newstemma.group.copies import Pairs, bucket_pairs, checked
from newstemma.group.likeness import Edge, Profile, edges, profile
from newstemma.group.rows import Ints, pair_codes, pairs_of, run_starts, spread
from newstemma.scale.components import save_edges
from newstemma.scale.job import Work
from newstemma.scale.rows import batch_of, by_range, lists, parted
from newstemma.scale.skims import Places, held_skims
from newstemma.scale.weights import scale_of_all

__all__ = ["EDGE", "Profiles", "alike", "indexed", "neighbours", "profiled"]

EDGE = {"first": pa.int64(), "second": pa.int64(), "value": pa.float64(), "cosine": pa.float64()}
"""The columns of an edge."""

_KINDS: dict[str, type[np.generic]] = {
    "days": np.int32, "values": np.float32, "key_values": np.float32, "name_values": np.float32,
}  # fmt: skip
_PROFILE = {field.name: _KINDS.get(field.name, np.uint64) for field in fields(Profile)[1:]}
_INDEX = [field.name for field in fields(Index)]
_TOGETHER = 65_536  # pairs whose profiles are held at once


def profiled(work: Work, part: int) -> None:
    """Profile the articles of a part by the weights of all words, and write their keys and runs by key."""
    settings, parts = work.job.settings.group, work.job.parts
    scale, shared = scale_of_all(work)
    positions, packed = held_skims(work, part)
    seen = [profile(one, scale, shared, settings) for one in packed]
    rows = key_rows(seen, positions)
    runs = np.concatenate([np.empty(0, np.uint64), *(one.runs for one in seen)])
    owners = np.repeat(positions, [len(one.runs) for one in seen])
    with work.making("profiled", part) as folder:
        columns = {"position": pa.array(positions)}
        columns |= {name: lists([getattr(one, name) for one in seen], kind) for name, kind in _PROFILE.items()}
        work.write(folder, [batch_of(columns)], "profiles")
        held = {field.name: pa.array(getattr(rows, field.name)) for field in fields(KeyRows)}
        work.write(folder, parted(held, by_range(rows.keys, parts), parts), "keys")
        # Sketches hold the smallest hashes, so a range would not do.
        run_part = (runs % np.uint64(parts)).astype(np.int64)
        work.write(folder, parted({"run": pa.array(runs), "owner": pa.array(owners)}, run_part, parts), "runs")


def indexed(work: Work, part: int) -> None:
    """Index the keys of a range; find who represents whom, and who has runs in common, under the keys of this part."""
    settings, parts, home = work.job.settings.group, work.job.parts, Places(work).home
    keys, runs = work.rows("profiled", part, "keys"), work.rows("profiled", part, "runs")
    index = index_of(KeyRows(*(keys.column(field.name).to_numpy() for field in fields(KeyRows))))
    met = bucket_pairs(runs.column("run").to_numpy(), runs.column("owner").to_numpy(), settings)
    codes, counts = np.unique(pair_codes(met), return_counts=True)
    common = pairs_of(codes)
    with work.making("indexed", part) as folder:
        for name in _INDEX:
            np.save(folder / f"{name}.npy", getattr(index, name))
        by_owner = np.argsort(index.owners, kind="stable")
        np.save(folder / "by_owner.npy", by_owner)
        np.save(folder / "owners_sorted.npy", index.owners[by_owner])
        work.write(folder, _by_home(distinct_pairs(represented(index, settings)), home, parts), "represented")
        work.write(folder, _by_home(common, home, parts, counts), "common")


def _by_home(pairs: Pairs, home: npt.NDArray[Any], parts: int, counts: Ints | None = None) -> list[Any]:
    columns = {"first": pa.array(pairs[:, 0]), "second": pa.array(pairs[:, 1])}
    if counts is not None:
        columns["count"] = pa.array(counts)
    return parted(columns, home[pairs[:, 0]], parts)


def neighbours(work: Work, part: int) -> None:
    """Find for each article of a part the nearest of all others, by the keys that they share."""
    settings, places = work.job.settings.group, Places(work)
    indexes = [_index(work, number) for number in range(work.job.parts)]
    positions = work.own("profiled", part, "profiles").column("position").to_numpy()
    found: list[Pairs] = [np.empty((0, 2), np.int64)]
    for start in range(0, len(positions), AT_A_TIME):
        some = positions[start : start + AT_A_TIME]
        met = [meetings(index, _rows_of(some, *turned), settings) for index, *turned in indexes]
        together = Meetings(*(np.concatenate([getattr(one, side.name) for one in met]) for side in fields(Meetings)))
        found.append(nearest(together, settings))
    pairs = distinct_pairs(np.concatenate(found))
    with work.making("neighbours", part) as folder:
        work.write(folder, _by_home(pairs, places.home, work.job.parts))


def _index(work: Work, part: int) -> tuple[Index, Ints, Ints]:
    """An index, its rows by their owners, and these owners."""
    folder = work.job.place("indexed", part)
    index = Index(*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in _INDEX))
    by_owner, owners = (np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("by_owner", "owners_sorted"))
    return index, by_owner, owners


def _rows_of(asked: Ints, by_owner: Ints, owners: Ints) -> Ints:
    """The rows of these articles in an index, those of one after those of another."""
    begin, end = np.searchsorted(owners, asked), np.searchsorted(owners, asked, side="right")
    return by_owner[spread(begin, end - begin)]


class Profiles:
    """The profiles of all articles, each read from its part when it is asked for."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._places = Places(work)
        self._rows: dict[int, tuple[Ints, list[tuple[Ints, npt.NDArray[Any]]]]] = {}

    def __getitem__(self, position: int) -> Profile:
        home = int(self._places.home[position])
        if home not in self._rows:
            rows = self._work.own("profiled", home, "profiles")
            columns = [(rows.column(n).offsets.to_numpy(), rows.column(n).values.to_numpy()) for n in _PROFILE]
            self._rows[home] = rows.column("position").to_numpy(), columns
        positions, columns = self._rows[home]
        row = int(np.searchsorted(positions, position))
        return Profile("", *(values[offsets[row] : offsets[row + 1]] for offsets, values in columns))


def alike(work: Work, part: int) -> None:
    """Compare the pairs whose first article is in this part."""
    settings, profiles = work.job.settings.group, Profiles(work)
    common = work.rows("indexed", part, "common")
    codes, at = np.unique(pair_codes(_pairs(common)), return_inverse=True)
    shared = np.bincount(at, common.column("count").to_numpy(), len(codes))
    codes = codes[shared >= settings.least_shared]
    copies = pairs_of(codes)
    ends, seen, renumbered = _gathered(copies, profiles)
    held = checked(renumbered, [one.runs for one in seen], settings).held
    others = [_pairs(work.rows("indexed", part, "represented")), _pairs(work.rows("neighbours", part))]
    pairs = distinct_pairs(np.concatenate([copies[held >= settings.template_runs], *others]))
    found: list[Edge] = []
    for some in _some(pairs):
        ends, seen, renumbered = _gathered(some, profiles)
        found += (
            edge._replace(first=int(ends[edge.first]), second=int(ends[edge.second]))
            for edge in edges(seen, renumbered, settings)
        )
    with work.making("alike", part) as folder:
        columns = {name: pa.array([getattr(edge, name) for edge in found], kind) for name, kind in EDGE.items()}
        work.write(folder, [batch_of(columns)])
        save_edges(folder, ((edge.first, edge.second) for edge in found if edge.value >= settings.link))


def _some(pairs: Pairs) -> Iterator[Pairs]:
    """Pairs some at a time, all those of one article together."""
    firsts = run_starts(pairs[:, 0])
    begin = 0
    while begin < len(pairs):
        end = int(np.append(firsts, len(pairs))[np.searchsorted(firsts, begin + _TOGETHER)])
        yield pairs[begin:end]
        begin = end


def _pairs(rows: Any) -> Pairs:
    return np.stack((rows.column("first").to_numpy(), rows.column("second").to_numpy()), axis=1)


def _gathered(pairs: Pairs, profiles: Profiles) -> tuple[Ints, list[Profile], Pairs]:
    """The articles of some pairs, their profiles, and the pairs by their places among these."""
    ends, at = np.unique(pairs, return_inverse=True)
    return ends, [profiles[end] for end in ends.tolist()], at.reshape(pairs.shape)
