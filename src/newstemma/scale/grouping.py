"""From articles to stories: the steps of `group`, with files between them where `group` has arrays.

skimmed    articles of a part       -> versions united; packed skims
located    places of all            -> which part holds an article; the first of those that say the same
used       words used most          -> by word
crowded    by word                  -> how many articles use each most
counted    words of articles        -> by word
weighed    by word                  -> weights; which words several articles have
profiled   packed skims             -> profiles; keys and runs, by key
indexed    keys and runs of a range -> index; pairs of representatives and of common runs
neighbours articles, all indexes    -> pairs, by their first article
alike      pairs                    -> edges
divided    edges                    -> by connected part
clustered  connected parts          -> stories
storied    stories                  -> story of every article, copies included
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
from newstemma.group.packing import Packed, pack, said_in
from newstemma.group.refine import average_link
from newstemma.group.rows import Ints, run_starts, spread
from newstemma.group.weights import Scale, topics
from newstemma.group.weights import counted as counted_words
from newstemma.group.weights import part as part_of
from newstemma.group.weights import weighed as weights_of
from newstemma.model import Article, PackedSkim, WordWeights
from newstemma.scale.components import save_edges, saved_parts
from newstemma.scale.job import Work
from newstemma.scale.rows import batch_of, lists, parted
from newstemma.text.sketch import Hashes

__all__ = [
    "alike", "clustered", "counted", "crowded", "divided", "indexed", "located", "neighbours", "profiled", "skimmed",
    "storied", "used", "weighed",
]  # fmt: skip

_KINDS: dict[str, type[np.generic]] = {
    "days": np.int32, "values": np.float32, "key_values": np.float32, "name_values": np.float32,
}  # fmt: skip
_PROFILE = {field.name: _KINDS.get(field.name, np.uint64) for field in fields(Profile)[1:]}
_INDEX = [field.name for field in fields(Index)]
_NOWHERE = -1  # the part of an article that has become a version of another


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
    """Note in which part and row each article is, and which is the first of those that say the same."""
    size = len(saved_parts(work.job.place("versions", 0)))
    home, row, first = np.full(size, _NOWHERE, np.int32), np.zeros(size, np.int32), np.arange(size)
    said: list[Hashes] = []
    whose: list[Ints] = []
    for number in range(work.job.parts):
        held = work.own("skimmed", number, "packed")
        positions = held.column("position").to_numpy()
        home[positions], row[positions] = number, np.arange(len(positions))
        said.append(held.column("whole").to_numpy())
        whose.append(positions)
    wholes, owners = np.concatenate(said), np.concatenate(whose)
    wholes, owners = wholes[wholes != 0], owners[wholes != 0]
    order = np.lexsort((owners, wholes))
    begins = np.flatnonzero(np.diff(wholes[order], prepend=np.uint64(0)) != 0)  # no whole is 0
    first[owners[order]] = np.repeat(owners[order][begins], np.diff(np.append(begins, len(order))))
    with work.making("located", part) as folder:
        for name, values in (("home", home), ("row", row), ("first", first)):
            np.save(folder / f"{name}.npy", values)


class _Places:
    """Where articles are, and which are told apart: of those that say the same only the first counts from here on."""

    def __init__(self, work: Work) -> None:
        folder = work.job.place("located", 0)
        self.home, self.row, self.first = (np.load(folder / f"{name}.npy", mmap_mode="r") for name in _WHERE)

    def distinct(self, positions: Ints) -> npt.NDArray[np.bool_]:
        """Tell which of these articles are the first to say what they say."""
        return np.asarray(self.first[positions] == positions)


_WHERE = ("home", "row", "first")


def _packed(work: Work, part: int) -> tuple[Ints, list[Packed]]:
    """The skims of a part that are told apart, with their positions, which are in order."""
    rows = work.own("skimmed", part, "packed")
    positions = rows.column("position").to_numpy()
    kept = np.flatnonzero(_Places(work).distinct(positions))
    skims = (PackedSkim("", rows.column("skim")[row].as_py()) for row in kept.tolist())
    return positions[kept], [pack(skim, work.job.settings.group) for skim in skims]


def _by_range(hashes: Hashes, parts: int) -> Ints:
    """The part for each hash: its place in the range of all, so that parts are in the order of hashes."""
    return ((hashes >> np.uint64(32)) * np.uint64(parts) >> np.uint64(32)).astype(np.int64)


def _write_sums(work: Work, step: str, part: int, words: Hashes, sums: Ints, total: int = 0) -> None:
    columns = {"word": pa.array(words)} | {f"sum{at}": pa.array(sums[:, at]) for at in range(sums.shape[1])}
    with work.making(step, part) as folder:
        work.write(folder, parted(columns, _by_range(words, work.job.parts), work.job.parts))
        (folder / "total").write_text(str(total))


def _sums(work: Work, step: str, part: int, width: int) -> tuple[Hashes, Ints]:
    """The sums of what all parts of a step counted of the words of one range."""
    rows = work.rows(step, part)
    sums = np.stack([rows.column(f"sum{at}").to_numpy() for at in range(width)], axis=1)
    return counted_words([(rows.column("word").to_numpy(), sums)], width=width)


def used(work: Work, part: int) -> None:
    """Count the articles that use each word most."""
    _write_sums(work, "used", part, *counted_words(topics(_packed(work, part)[1])))


def crowded(work: Work, part: int) -> None:
    """Add up how many articles use each word of a range most; of any other there is one."""
    words, holders = _sums(work, "used", part, 1)
    many = holders[:, 0] > 1
    with work.making("crowded", part) as folder:
        work.write(folder, [batch_of({"word": pa.array(words[many]), "holders": pa.array(holders[many, 0])})])


def _all(work: Work, step: str, *names: str) -> list[npt.NDArray[Any]]:
    """Columns of what all parts of a step made, in the order of parts."""
    held = [work.own(step, part) for part in range(work.job.parts)]
    return [np.concatenate([rows.column(name).to_numpy(zero_copy_only=False) for rows in held]) for name in names]


def counted(work: Work, part: int) -> None:
    """Count in how many articles each word is, each article for its part."""
    settings = work.job.settings.group
    words, holders = _all(work, "crowded", "word", "holders")
    packed = _packed(work, part)[1]
    shares = [part_of(one, words, holders, settings) for one in packed]
    found = ((one.words, np.tile((1, share), (len(one.words), 1))) for one, share in zip(packed, shares, strict=True))
    _write_sums(work, "counted", part, *counted_words(found, width=2), total=sum(shares))


def weighed(work: Work, part: int) -> None:
    """Weigh the words of a range, and tell which of them several articles have."""
    words, sums = _sums(work, "counted", part, 2)
    total = sum(int((place / "total").read_text()) for place in work.made("counted"))
    weights = weights_of(words, sums[:, 1], total, work.job.settings.group)
    with work.making("weighed", part) as folder:
        columns = {
            "word": pa.array(words),
            "weight": pa.array(np.frombuffer(weights.weights, "<f8")),
            "several": pa.array(sums[:, 0] > 1),
        }
        work.write(folder, [batch_of(columns)])
        (folder / "rarest").write_text(repr(weights.rarest))


def profiled(work: Work, part: int) -> None:
    """Profile the articles of a part by the weights of all words, and write their keys and runs by key."""
    settings, parts = work.job.settings.group, work.job.parts
    words, weights, several = _all(work, "weighed", "word", "weight", "several")
    rarest = float((work.job.place("weighed", 0) / "rarest").read_text())
    scale = Scale(WordWeights(words.astype("<u8").tobytes(), weights.astype("<f8").tobytes(), rarest))
    shared = words[several]
    positions, packed = _packed(work, part)
    seen = [profile(one, scale, shared, settings) for one in packed]
    rows = key_rows(seen, positions)
    runs = np.concatenate([np.empty(0, np.uint64), *(one.runs for one in seen)])
    owners = np.repeat(positions, [len(one.runs) for one in seen])
    with work.making("profiled", part) as folder:
        columns = {"position": pa.array(positions)}
        columns |= {name: lists([getattr(one, name) for one in seen], kind) for name, kind in _PROFILE.items()}
        work.write(folder, [batch_of(columns)], "profiles")
        held = {field.name: pa.array(getattr(rows, field.name)) for field in fields(KeyRows)}
        work.write(folder, parted(held, _by_range(rows.keys, parts), parts), "keys")
        # Sketches hold the smallest hashes, so a range would not do.
        run_part = (runs % np.uint64(parts)).astype(np.int64)
        work.write(folder, parted({"run": pa.array(runs), "owner": pa.array(owners)}, run_part, parts), "runs")


def indexed(work: Work, part: int) -> None:
    """Index the keys of a range; find who represents whom, and who has runs in common, under the keys of this part."""
    settings, parts, home = work.job.settings.group, work.job.parts, _Places(work).home
    keys, runs = work.rows("profiled", part, "keys"), work.rows("profiled", part, "runs")
    index = index_of(KeyRows(*(keys.column(field.name).to_numpy() for field in fields(KeyRows))))
    met = bucket_pairs(runs.column("run").to_numpy(), runs.column("owner").to_numpy(), settings)
    codes, counts = np.unique((met[:, 0] << 32) | met[:, 1], return_counts=True)
    common = np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1)
    with work.making("indexed", part) as folder:
        for name in _INDEX:
            np.save(folder / f"{name}.npy", getattr(index, name))
        np.save(folder / "by_owner.npy", np.argsort(index.owners, kind="stable"))
        work.write(folder, _by_home(distinct_pairs(represented(index, settings)), home, parts), "represented")
        work.write(folder, _by_home(common, home, parts, counts), "common")


def _by_home(pairs: Pairs, home: npt.NDArray[Any], parts: int, counts: Ints | None = None) -> list[Any]:
    columns = {"first": pa.array(pairs[:, 0]), "second": pa.array(pairs[:, 1])}
    if counts is not None:
        columns["count"] = pa.array(counts)
    return parted(columns, home[pairs[:, 0]], parts)


def neighbours(work: Work, part: int) -> None:
    """Find for each article of a part the nearest of all others, by the keys that they share."""
    settings, places = work.job.settings.group, _Places(work)
    indexes = [_index(work, number) for number in range(work.job.parts)]
    positions = work.own("profiled", part, "profiles").column("position").to_numpy()
    found: list[Pairs] = [np.empty((0, 2), np.int64)]
    for start in range(0, len(positions), AT_A_TIME):
        some = positions[start : start + AT_A_TIME]
        met = [meetings(index, _rows_of(some, index, by_owner), settings) for index, by_owner in indexes]
        together = Meetings(*(np.concatenate([getattr(one, side.name) for one in met]) for side in fields(Meetings)))
        found.append(nearest(together, settings))
    pairs = distinct_pairs(np.concatenate(found))
    with work.making("neighbours", part) as folder:
        work.write(folder, _by_home(pairs, places.home, work.job.parts))


def _index(work: Work, part: int) -> tuple[Index, Ints]:
    folder = work.job.place("indexed", part)
    index = Index(*(np.load(folder / f"{name}.npy", mmap_mode="r") for name in _INDEX))
    return index, np.load(folder / "by_owner.npy", mmap_mode="r")


def _rows_of(owners: Ints, index: Index, by_owner: Ints) -> Ints:
    """The rows of these articles in an index, those of one after those of another."""
    held = index.owners[by_owner]
    begin, end = np.searchsorted(held, owners), np.searchsorted(held, owners, side="right")
    return by_owner[spread(begin, end - begin)]


class _Profiles:
    """The profiles of all articles, each read from its part when it is asked for."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._places = _Places(work)
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
    settings, profiles = work.job.settings.group, _Profiles(work)
    common = work.rows("indexed", part, "common")
    codes = (common.column("first").to_numpy() << 32) | common.column("second").to_numpy()
    codes, at = np.unique(codes, return_inverse=True)
    shared = np.bincount(at, common.column("count").to_numpy(), len(codes))
    codes = codes[shared >= settings.least_shared]
    copies = np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1)
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
        columns = {name: pa.array([getattr(edge, name) for edge in found], kind) for name, kind in _EDGE.items()}
        work.write(folder, [batch_of(columns)])
        save_edges(folder, ((edge.first, edge.second) for edge in found if edge.value >= settings.link))


_EDGE = {"first": pa.int64(), "second": pa.int64(), "value": pa.float64(), "cosine": pa.float64()}
_TOGETHER = 65_536  # pairs whose profiles are held at once


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


def _gathered(pairs: Pairs, profiles: _Profiles) -> tuple[Ints, list[Profile], Pairs]:
    """The articles of some pairs, their profiles, and the pairs by their places among these."""
    ends, at = np.unique(pairs, return_inverse=True)
    return ends, [profiles[end] for end in ends.tolist()], at.reshape(pairs.shape)


def divided(work: Work, part: int) -> None:
    """Bring the edges inside each connected part together."""
    label, rows = saved_parts(work.job.place("connected", 0)), work.own("alike", part)
    first, second = rows.column("first").to_numpy(), rows.column("second").to_numpy()
    inside = np.flatnonzero(label[first] == label[second])
    columns = {name: pa.array(rows.column(name).to_numpy()[inside]) for name in _EDGE}
    with work.making("divided", part) as folder:
        work.write(folder, parted(columns, label[first[inside]] % work.job.parts, work.job.parts))


def clustered(work: Work, part: int) -> None:
    """Make stories of the connected parts that are this part's: each article's is told by its first article."""
    settings, profiles, places = work.job.settings.group, _Profiles(work), _Places(work)
    label = saved_parts(work.job.place("connected", 0))
    rows = work.rows("divided", part)
    held: dict[int, list[Edge]] = {}
    for edge in map(Edge._make, zip(*(rows.column(name).to_pylist() for name in _EDGE), strict=True)):
        held.setdefault(int(label[edge.first]), []).append(edge)
    mine = np.flatnonzero(label % work.job.parts == part)
    mine = mine[(places.home[mine] != _NOWHERE) & places.distinct(mine)]
    members: dict[int, list[int]] = {}
    for position in mine.tolist():
        members.setdefault(int(label[position]), []).append(position)
    story = np.array(mine)
    for name, together in members.items():
        if len(together) > 1:
            for cluster in average_link({one: profiles[one] for one in together}, held.get(name, []), settings):
                story[np.searchsorted(mine, cluster)] = min(cluster)
    with work.making("clustered", part) as folder:
        work.write(folder, [batch_of({"position": pa.array(mine), "story": pa.array(story)})])


def storied(work: Work, part: int) -> None:
    """Note the story of every article, by its first; copies are in that of what they are copies of."""
    places = _Places(work)
    story = np.full(len(places.home), _NOWHERE, np.int64)
    positions, stories = _all(work, "clustered", "position", "story")
    story[positions] = stories
    story = np.where(places.home == _NOWHERE, _NOWHERE, story[places.first])
    with work.making("storied", part) as folder:
        np.save(folder / "story.npy", story)
