"""Claims that join answers of many outlets to one question.

Measured on the answers that were grouped by hand: an article is made of each answer's paragraph, and the pairs of
answers that claims join are held against the groups. The gold groups answers, which are shorter than the clauses that
claims are made of.

`python -m evals.claims` prints the figures.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

from evals.counts import Counts
from evals.gold import records, report
from evals.reader import encoder
from newstemma.align import align
from newstemma.annotate import annotate
from newstemma.model import Article
from newstemma.settings import Settings

__all__ = ["main", "measure"]


def measure(data: Path) -> dict[str, float]:
    """Return precision, recall and F1 of joined pairs of answers, over all questions."""
    pairs = Counts()
    for question in records(data / "answers.jsonl.gz"):
        gold, joined = _pairs(question["answers"])
        pairs += Counts(len(gold & joined), len(joined), len(gold))
    return pairs.figures("joined pairs of answers")


def _pairs(answers: list[dict[str, Any]]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the pairs of answers that the gold has in one group, and those whose clauses a claim joins."""
    settings = Settings()
    texts = {f"{number:03}": answer["Paragraph"] for number, answer in enumerate(answers)}
    group = {f"{number:03}": answer["cluster_global"] for number, answer in enumerate(answers)}
    start = {
        f"{number:03}": max(0, answer["Paragraph"].find(answer["Answer"])) for number, answer in enumerate(answers)
    }
    articles = [
        annotate(Article(name, text), settings=settings.annotate, encoder=encoder()) for name, text in texts.items()
    ]
    joined: set[tuple[str, str]] = set()
    for claim in align(articles, settings=settings.align).claims:
        holders = sorted({span.article for span in claim.witnesses if span.start <= start[span.article] < span.end})
        joined.update(combinations(holders, 2))
    return {pair for pair in combinations(sorted(texts), 2) if group[pair[0]] == group[pair[1]]}, joined


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
