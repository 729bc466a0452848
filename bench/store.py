"""Articles into a store: how fast, how large, and what a thousand more cost a small store and a large one.

`python -m bench.store [COUNT ...]` (10,000 and 30,000) prints for stores of so many invented articles: articles added a
processor second, grouping included, bytes of the store for each, the processor seconds of adding 1,000 more, one half
of them to stories that are there, in how many of the 1,000 the story holds the article's own event and no other, and
the peak memory of adding them; between two sizes, the exponent by which these seconds grow. Processor seconds, since
the clock on the wall tells more of what else a machine does.

A larger store is 30,000 articles, as many times as fit, each time with names, rare words and runs of words of their
own: that takes half a millisecond each, where cleaning and grouping takes eight. Days stay, so all that is in the store
was told within a year or so, however much it is.
"""

from __future__ import annotations

import json
import math
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np

from bench.news import Told, news
from newstemma.group.packing import Packed, pack, written
from newstemma.group.weights import among, counted
from newstemma.model import PackedSkim
from newstemma.settings.group import GroupSettings
from newstemma.store import open_store
from newstemma.stored import add
from newstemma.text.sketch import Hashes

__all__ = ["main"]

SIZES = (10_000, 30_000)
MORE = 1_000
_WHOLE = 30_000  # articles that are read, cleaned and grouped; the others are copies
_COMMON = 50  # articles that have a word that no event has for itself


def main() -> None:
    """Print a line for each size; each is measured in a process of its own, for its peak memory."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    more = f"s for {MORE:,} more"
    print(f"{'articles':>9} {'articles/s':>11} {'bytes each':>11} {more:>17} {'right':>6} {'MiB':>6}", flush=True)
    spent = []
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=".") as folder:
            spent.append(_measured(Path(folder), size))
    for (one, first), (other, second) in pairwise(zip(sizes, spent, strict=True)):
        print(f"exponent from {one:,} to {other:,}: {math.log(second / first) / math.log(other / one):.2f}")


def _measured(folder: Path, size: int) -> float:
    place, known = folder / "news.store", min(size, _WHOLE)
    told, more = _parted(known)
    filled = _added(place, _written(folder / "known.jsonl", told))
    size = max(1, size // known) * known
    if size > known:
        _multiply(place, size)
    stored = sum(file.stat().st_size for file in folder.glob("news.store*"))
    file = _written(folder / "more.jsonl", more)
    command = [sys.executable, "-m", "bench.store", "--add", str(place), str(file)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds, peak = map(float, run.stdout.split())
    right = _right(place, more)
    print(f"{size:9,} {known / filled:11.0f} {stored / size:11,.0f} {seconds:17.1f} {right:6} {peak:6.0f}", flush=True)
    return seconds


def _parted(known: int) -> tuple[list[Told], list[Told]]:
    """Return so many articles, and 1,000 more: the last of every so-manieth event, and whole events for the rest."""
    told = list(news(known + MORE // 2))
    by_event: defaultdict[int, list[Told]] = defaultdict(list)
    for one in told:
        by_event[one.event].append(one)
    events = [some for _, some in sorted(by_event.items()) if len(some) > 1]
    late = [some[-1] for some in events[:: max(1, len(events) // (MORE // 2))]][: MORE // 2]
    held_back = {one.article.id for one in late}
    others = news(MORE - len(late), start=told[-1].event + 1)
    return [one for one in told if one.article.id not in held_back][:known], [*late, *others]


def _written(path: Path, told: Iterable[Told]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for one in told:
            about = one.article.about
            record = {"id": one.article.id, "text": one.article.text, "title": about.title, "outlet": about.outlet}
            record["published"] = str(about.published)
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _added(place: Path, file: Path) -> float:
    start = time.process_time()
    add(place, [file])
    return time.process_time() - start


def _right(place: Path, more: Sequence[Told]) -> int:
    """How many of these articles are in a story that holds articles of their event alone."""
    with open_store(str(place)) as store:
        stories = [{article.id.split("-")[0] for article in store.story(one.article.id)} for one in more]
    return sum(held == {str(one.event)} for held, one in zip(stories, more, strict=True))


_COPIED = """
INSERT INTO texts SELECT {digest}, content FROM texts WHERE rowid <= :texts;
INSERT INTO stories SELECT number + :stories * :round, :round || '/' || id, size, first, last, title,
    lead + :articles * :round FROM stories WHERE number <= :stories;
INSERT INTO articles SELECT number + :articles * :round, :round || '/' || id, :round || '/' || name, {sha256}, media,
    {text}, about, removed, profile, addresses, heading, published, story + :stories * :round
    FROM articles WHERE number <= :articles;
INSERT INTO skims SELECT article + :articles * :round, turned(content, :round) FROM skims WHERE article <= :articles;
INSERT INTO places SELECT article + :articles * :round, :round || '/' || file FROM places WHERE article <= :articles;
INSERT INTO keys SELECT iif(common.key IS NULL, (first.key | :mark) - (first.key & :mark), first.key) AS turned,
    place + :articles * :round FROM first LEFT JOIN common ON common.key = first.key ORDER BY turned, place;
"""
"""What makes one copy of the first articles; SQLite writes an exclusive or as a difference."""


def _multiply(place: Path, size: int) -> None:
    """Add whole copies of the articles of a store, with names, rare words and runs of their own, up to `size`."""
    store = sqlite3.connect(place, isolation_level=None)
    store.execute("PRAGMA synchronous = OFF")
    store.execute("PRAGMA cache_size = -500000")
    skims = [PackedSkim("", content) for (content,) in store.execute("SELECT content FROM skims ORDER BY article")]
    words, holders = counted((one.words, np.ones((len(one.words), 1), np.int64)) for one in _unpacked(skims))
    common = words[holders[:, 0] >= _COMMON]
    store.execute("CREATE TEMP TABLE common (key INTEGER PRIMARY KEY)")
    store.executemany("INSERT INTO common VALUES (?)", ((key,) for key in common.view(np.int64).tolist()))
    store.execute("CREATE TEMP TABLE first AS SELECT key, place FROM keys")
    store.create_function("turned", 2, partial(_turned, common=common), deterministic=True)
    (texts,) = store.execute("SELECT max(rowid) FROM texts").fetchone()
    (stories,) = store.execute("SELECT max(number) FROM stories").fetchone()
    sums = {"articles": len(skims), "texts": texts, "stories": stories}
    for number in range(1, size // len(skims)):
        hashes = ("digest", "sha256", "text")
        turned = {name: f"substr({name}, {number} + 1) || substr({name}, 1, {number})" for name in hashes}
        store.execute("BEGIN IMMEDIATE")
        for statement in _COPIED.format(**turned).split(";")[:-1]:
            wanted = {**sums, "round": number, "mark": _mark(number)}
            store.execute(statement, {name: value for name, value in wanted.items() if f":{name}" in statement})
        store.execute("COMMIT")
    store.close()


def _mark(number: int) -> int:
    return number << 40


def _unpacked(skims: Iterable[PackedSkim]) -> Iterator[Packed]:
    return (pack(skim, GroupSettings()) for skim in skims)


def _turned(content: bytes, number: int, common: Hashes) -> bytes:
    """The skim of a copy: its names, its rare words and its runs are others than the model's."""
    (skim,) = _unpacked([PackedSkim("", content)])
    mark = np.uint64(_mark(number))
    words, topic, names = (
        np.where(among(hashes, common)[0], hashes, hashes ^ mark) for hashes in (skim.words, skim.topic, skim.names)
    )
    order = np.argsort(words)
    turned = replace(
        skim,
        whole=skim.whole ^ int(mark),
        words=words[order],
        places=skim.places[order],
        topic=np.sort(topic),
        names=np.sort(names),
        runs=np.sort(skim.runs ^ mark),
    )
    return written(turned).content


if __name__ == "__main__":
    if sys.argv[1:2] == ["--add"]:
        taken = _added(Path(sys.argv[2]), Path(sys.argv[3]))
        print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    else:
        main()
