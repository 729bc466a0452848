"""Answers of many outlets to one question, grouped by hand, held against claims.

`python -m evals.claims` makes an article of each answer's paragraph and prints precision and recall of the pairs that
claims join. The gold groups answers, which are shorter than the clauses that claims are made of.
"""

from __future__ import annotations

import gzip
import json
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.gold import data_folder
from newstemma.align import align
from newstemma.annotate import annotate
from newstemma.model import Article
from newstemma.settings import Settings

__all__ = ["main", "measure"]


def measure(data: Path) -> dict[str, float]:
    """Return precision and recall of joined pairs of answers, over all questions, 0 to 1."""
    right = reported = true = 0
    with gzip.open(data / "answers.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            gold, joined = _pairs(json.loads(line)["answers"])
            right += len(gold & joined)
            reported += len(joined)
            true += len(gold)
    return {
        "answer pairs precision": right / max(1, reported),
        "answer pairs recall": right / max(1, true),
        "answer pairs joined": float(reported),
    }


def _pairs(answers: list[dict[str, Any]]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the pairs of answers that the gold has in one group, and those whose clauses a claim joins."""
    settings = Settings()
    texts = {f"{number:03}": answer["Paragraph"] for number, answer in enumerate(answers)}
    group = {f"{number:03}": answer["cluster_global"] for number, answer in enumerate(answers)}
    start = {
        f"{number:03}": max(0, answer["Paragraph"].find(answer["Answer"])) for number, answer in enumerate(answers)
    }
    articles = [annotate(Article(name, text), settings=settings.annotate) for name, text in texts.items()]
    joined: set[tuple[str, str]] = set()
    for claim in align(articles, settings=settings.align).claims:
        holders = sorted({span.article for span in claim.witnesses if span.start <= start[span.article] < span.end})
        joined.update(combinations(holders, 2))
    return {pair for pair in combinations(sorted(texts), 2) if group[pair[0]] == group[pair[1]]}, joined


def main() -> None:
    """Print the figures, or say that there is no data."""
    data = data_folder()
    if data is None:
        print("no gold sets: put them into ../shared/data or name their folder in NEWSTEMMA_DATA")
        return
    for name, figure in measure(data).items():
        print(f"{name:24} {figure:8.3f}")


if __name__ == "__main__":
    main()
