"""Speed and memory of the whole line, as ratios to one plain pass over the same text.

`python -m bench` prints, for growing numbers of invented articles: articles a second on one core, how many times the
whole line costs what cutting the text into tokens costs, peak memory, the share of each stage, and the exponent of time
between the sizes. Then the wall time from files to a page for the example story, start-up included (and for the five
seeds, where they are at hand).
"""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import newstemma
from bench.synthetic import synthetic_articles
from evals.gold import data_folder
from newstemma.text.tokens import tokenize

__all__ = ["main", "page_seconds", "seconds_for"]

SIZES = (10, 100, 1000)  # articles


def seconds_for(count: int) -> tuple[float, float, dict[str, float]]:
    """Return the processor seconds of the line for `count` articles, of one pass of tokens, and of each stage."""
    articles = list(synthetic_articles(count))
    start = time.process_time()
    for article in articles:
        tokenize(article.text)
    tokens = time.process_time() - start
    stages: dict[str, float] = defaultdict(float)
    last = time.process_time()

    def watch(stage: str, _done: int, _total: int, /) -> None:
        nonlocal last
        now = time.process_time()
        stages[stage] += now - last
        last = now

    start = last
    newstemma.collate(articles, progress=watch)
    return time.process_time() - start, tokens, stages


def page_seconds(folder: Path, *, runs: int = 5) -> float:
    """Return the least wall time in seconds from the files in `folder` to a page on disk, start-up included."""
    best = math.inf
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "newstemma.cli", "read", str(folder), "-o", f"{out}/page.html"]
        for _ in range(runs):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print the table."""
    newstemma.collate(synthetic_articles(5))  # regular expressions are compiled, modules imported
    print(f"{'articles':>9} {'seconds':>8} {'articles/s':>11} {'x tokens':>9} {'exponent':>9} {'peak MiB':>9}")
    before: tuple[int, float] | None = None
    for count in SIZES:
        seconds, tokens, stages = seconds_for(count)
        exponent = math.log(seconds / before[1]) / math.log(count / before[0]) if before else math.nan
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:9} {seconds:8.2f} {count / seconds:11.1f} {seconds / tokens:9.1f} {exponent:9.2f} {peak:9.0f}")
        before = count, seconds
    print("last stages told of: " + ", ".join(f"{stage} {spent:.2f} s" for stage, spent in stages.items()))
    root = Path(__file__).resolve().parents[1]
    print(f"example story to a page, start-up included: {page_seconds(root / 'examples' / 'lake'):.2f} s")
    data = data_folder()
    if data is None:
        print("five seeds to a page: not measured, no gold sets (../shared/data or NEWSTEMMA_DATA)")
    else:
        print(f"five seeds to a page, start-up included: {page_seconds(data / 'seeds'):.2f} s")


if __name__ == "__main__":
    main()
