"""Time and memory of skimming and grouping as articles become many, and whether stories stay right.

`python -m bench.size [ARTICLES ...]` (1,000, 10,000 and 100,000) makes so many invented articles (`bench.news`), one
after the other, each size in a process of its own, and prints processor seconds of making, skimming and
grouping, peak memory, B-cubed F1 against the known events, and the exponent of time from the size before.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bench.news import news
from evals.stories import bcubed
from newstemma.group import group
from newstemma.model import Skim
from newstemma.skim import skim

__all__ = ["Measured", "main", "measured"]

SIZES = (1_000, 10_000, 100_000)

Measured = tuple[float, float, float, float, float]
"""Seconds of making, skimming and grouping; peak MiB; B-cubed F1."""


def measured(articles: int) -> Measured:
    """Return what skimming and grouping so many articles take."""
    seconds: defaultdict[str, float] = defaultdict(float)
    events: dict[str, int] = {}

    def skims() -> Iterator[Skim]:
        last = time.process_time()
        for told in news(articles):
            made = time.process_time()
            seconds["made"] += made - last
            seen = skim(told.article)
            events[told.article.id] = told.event
            last = time.process_time()
            seconds["skim"] += last - made
            yield seen
            seconds["group"] += time.process_time() - last  # packing
            last = time.process_time()
        seconds["done"] = last

    stories = group(skims())
    seconds["group"] += time.process_time() - seconds["done"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    f1 = _f1([story.articles for story in stories], events)
    return seconds["made"], seconds["skim"], seconds["group"], peak, f1


def _f1(clusters: list[tuple[str, ...]], events: dict[str, int]) -> float:
    return bcubed(clusters, {article: str(event) for article, event in events.items()})[2]


def main() -> None:
    """Print the table."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    print(f"{'articles':>9}{'making s':>10}{'skim s':>9}{'group s':>9}{'articles/s':>12}", end="")
    print(f"{'exponent':>10}{'peak MiB':>10}{'KiB each':>10}{'F1':>7}")
    before: tuple[int, float] | None = None
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            making, skimming, grouping, peak, f1 = pool.submit(measured, size).result()
        taken = skimming + grouping
        exponent = math.log(taken / before[1]) / math.log(size / before[0]) if before else math.nan
        print(f"{size:9}{making:10.1f}{skimming:9.1f}{grouping:9.1f}{size / taken:12.0f}", end="")
        print(f"{exponent:10.2f}{peak:10.0f}{1024 * peak / size:10.1f}{f1:7.3f}", flush=True)
        before = size, taken


if __name__ == "__main__":
    main()
