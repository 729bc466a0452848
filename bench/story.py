"""Speed of bringing one large story together, once its articles are annotated: alignment, comparison, composition.

`python -m bench.story [COUNT]` prints the seconds of each for so many invented articles on one event (200), and, where
the gold sets are at hand, for as many articles of BASIL taken as one story, which share almost nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

from bench.synthetic import synthetic_articles
from evals.gold import basil_text, data_folder, records
from newstemma.align import align
from newstemma.annotate import annotate
from newstemma.compare import compare
from newstemma.compose import compose
from newstemma.encoder import open_encoder
from newstemma.model import AnnotatedArticle, Article
from newstemma.settings import Settings

__all__ = ["main", "seconds"]

COUNT = 200


def seconds(articles: Sequence[AnnotatedArticle]) -> dict[str, float]:
    """Return the seconds that each step takes for one story."""
    settings = Settings()
    times = [time.perf_counter()]
    alignment = align(articles, settings=settings.align)
    times.append(time.perf_counter())
    comparison = compare(articles, alignment, settings=settings.compare)
    times.append(time.perf_counter())
    compose(articles, alignment, comparison, settings=settings.compose)
    times.append(time.perf_counter())
    return {name: times[at + 1] - times[at] for at, name in enumerate(("align", "compare", "compose"))}


def _articles(count: int) -> dict[str, list[Article]]:
    stories = {"one invented event": list(synthetic_articles(count, per_event=count))}
    if (data := data_folder()) is not None:
        held = list(records(data / "basil.jsonl.gz"))[:count]
        stories["BASIL as one story"] = [Article(record["uuid"], basil_text(record)) for record in held]
    return stories


def main() -> None:
    """Print the seconds of each step."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    encoder = open_encoder(threads=2)
    for name, articles in _articles(count).items():
        read = [annotate(article, settings=Settings().annotate, encoder=encoder) for article in articles]
        taken = seconds(read)
        steps = ", ".join(f"{step} {value:.1f} s" for step, value in taken.items())
        print(f"{name}, {len(read)} articles: {steps}, in all {sum(taken.values()):.1f} s")


if __name__ == "__main__":
    main()
