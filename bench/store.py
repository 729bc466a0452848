"""Articles into a store: how fast, how large, and what a thousand more cost a small store and a larger one.

`python -m bench.store [COUNT ...]` (1,000 and 10,000) prints for so many invented articles, seven to an event: articles
added a processor second, grouping included, bytes of the store for each, peak memory of the process so far, and the
processor seconds of adding 1,000 more, up to one half of them to stories that are there. Processor seconds, since the
clock on the wall tells more of what else a machine does.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from bench.synthetic import synthetic_articles
from newstemma.model import Article
from newstemma.stored import add, stories

__all__ = ["main"]

SIZES = (1_000, 10_000)
MORE = 1_000
PER_EVENT = 7


def main() -> None:
    """Print a line for each size."""
    more = f"s for {MORE:,} more"
    print(
        f"{'articles':>9} {'articles/s':>11} {'bytes each':>11} {'peak MiB':>9} {more:>17} {'stories':>8}", flush=True
    )
    for count in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), count)


def _measure(folder: Path, count: int) -> None:
    place = folder / "news.store"
    known, late = _parted(synthetic_articles(count + MORE // 2, per_event=PER_EVENT), count)
    taken = _added(place, _written(folder / "known.jsonl", known))
    size = sum(file.stat().st_size for file in folder.glob("news.store*"))
    others = list(synthetic_articles(MORE - len(late), seed=2, per_event=PER_EVENT))
    more = _added(place, _written(folder / "more.jsonl", [*late, *others]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = len(stories(place))
    print(
        f"{len(known):9,} {len(known) / taken:11.0f} {size / len(known):11,.0f} {peak:9.0f} {more:17.1f} {found:8,}",
        flush=True,
    )


def _parted(articles: Iterable[Article], count: int) -> tuple[list[Article], list[Article]]:
    """Hold back one article of each event, of as many events as it takes, so that `count` are left."""
    whole = list(articles)
    late = list(islice(whole, 0, len(whole), PER_EVENT))[: len(whole) - count]
    held_back = {article.id for article in late}
    return [article for article in whole if article.id not in held_back], late


def _written(path: Path, articles: Iterable[Article]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number, article in enumerate(articles):
            published = article.about.published
            told = {"id": f"{path.stem}-{number}", "text": article.text, "published": published and str(published)}
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
    return path


def _added(place: Path, file: Path) -> float:
    start = time.process_time()
    add(place, [file])
    return time.process_time() - start


if __name__ == "__main__":
    main()
