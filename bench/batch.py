"""Skimming and grouping in parts on disk (`newstemma batch`), as articles become very many.

`python -m bench.batch FOLDER [ARTICLES ...]` (10,000 and 100,000) writes so many invented articles (`bench.news`) as
JSON Lines into FOLDER, in files of 10,000, makes stories of them there with two workers, and prints the seconds of each
step, the largest worker's memory, B-cubed F1 against the known events, and the exponent of time from the size before.
What was made or finished before is not done again. With `--told` the stories of three articles or more are also read
closely, by rules: accounts, claims, differences and the rest of their dossiers.
"""

from __future__ import annotations

import json
import math
import resource
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pyarrow.parquet as pq

from bench.news import news
from evals.stories import bcubed
from newstemma.scale import batch
from newstemma.settings import Settings
from newstemma.settings.batch import BatchSettings
from newstemma.settings.encoder import EncoderSettings

__all__ = ["main", "make", "measured"]

SIZES = (10_000, 100_000)
_FILE = 10_000  # articles to a file
_WORKERS = 2
_TOLD_BY = 3  # articles of a story, from which it is read closely


def make(folder: Path, articles: int) -> Path:
    """Write so many articles, and return the folder that they are in."""
    place = folder / f"news-{articles}"
    place.mkdir(parents=True, exist_ok=True)
    files = [place / f"{number:05}.jsonl" for number in range(math.ceil(articles / _FILE))]
    told = news(articles)
    for file in files if not files[-1].exists() else ():  # the last one is made last
        some = islice(told, _FILE)
        draft = file.with_suffix(".draft")
        with draft.open("w", encoding="utf-8") as lines:
            for one in some:
                about = one.article.about
                record = {"id": one.article.id, "title": about.title, "outlet": about.outlet, "text": one.article.text}
                record["published"] = about.published.isoformat() if about.published else None
                lines.write(json.dumps(record) + "\n")
        draft.replace(file)
    return place


def measured(folder: Path, articles: int, told: bool = False) -> tuple[dict[str, float], float, float]:
    """Return the seconds of each step, the MiB of the largest worker, and F1 against the known events."""
    place = make(folder, articles)
    seconds: defaultdict[str, float] = defaultdict(float)
    last = time.perf_counter()
    step = ""

    def watch(stage: str, _done: int, _total: int, /) -> None:
        nonlocal last, step
        now = time.perf_counter()
        if step:
            seconds[step] += now - last
        last, step = now, stage

    output = folder / f"{'dossiers' if told else 'stories'}-{articles}"
    how = BatchSettings(stories_alone=not told, least=_TOLD_BY if told else 1, workers=_WORKERS)
    batch(
        [place],
        output,
        settings=Settings(encoder=EncoderSettings(rules_alone=told)),
        batch_settings=how,
        progress=watch,
    )
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return dict(seconds), peak, _f1(output)


def _f1(output: Path) -> float:
    clusters: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted((output / "stories").iterdir()):
        table = pq.read_table(path, columns=["story", "article"])
        for story, article in zip(*(column.to_pylist() for column in table.columns), strict=True):
            clusters[story].append(article)
    events = {article: article.split("-")[0] for members in clusters.values() for article in members}
    return bcubed([tuple(members) for members in clusters.values()], events)[2]


def main() -> None:
    """Print the figures of each size."""
    asked = [argument for argument in sys.argv[1:] if argument != "--told"]
    folder, sizes, told = Path(asked[0]), [int(size) for size in asked[1:]] or list(SIZES), "--told" in sys.argv
    before: tuple[int, float] | None = None
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, peak, f1 = pool.submit(measured, folder, size, told).result()
        taken = sum(seconds.values())
        if not taken:
            print(f"{size:,} articles: made before, so that there is nothing to measure; F1 {f1:.3f}")
            continue
        exponent = math.log(taken / before[1]) / math.log(size / before[0]) if before else math.nan
        print(f"{size:,} articles: {taken:.0f} s, {size / taken:.0f} a second, exponent {exponent:.2f}, ", end="")
        print(f"largest process {peak:.0f} MiB, F1 {f1:.3f}")
        print("  " + ", ".join(f"{step} {spent:.0f}" for step, spent in seconds.items()), flush=True)
        before = size, taken


if __name__ == "__main__":
    main()
