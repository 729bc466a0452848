"""How well articles are grouped into stories: B-cubed on news_cluster, AUC on article pairs, three annotated stories.

    python -m evals.stories

Reads `news_cluster.jsonl.gz`, `article_pairs.jsonl.gz`, `seeds/` and `stories/` in the folder that NEWSTEMMA_DATA names
(default: ../shared/data).
"""

from __future__ import annotations

import gzip
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from newstemma.group import group
from newstemma.group.likeness import likeness, profiles
from newstemma.model import Article, Metadata, Skim
from newstemma.settings.group import GroupSettings
from newstemma.skim import skim

__all__ = ["bcubed", "main", "measure"]

DATA = Path(os.environ.get("NEWSTEMMA_DATA", "../shared/data"))
_FOLDS = 5


def measure(data: Path) -> dict[str, float]:
    """Return the figures on the gold sets in `data`, each 0 to 1 unless its name says otherwise."""
    articles = list(_news_cluster(data))
    skims = [skim(article) for _, article in articles]
    gold = {article.id: event for event, article in articles}
    figures = dict(zip(("precision", "recall", "f1"), bcubed(_clusters(skims, GroupSettings()), gold), strict=True))
    figures["f1_undated"] = bcubed(_clusters([replace(s, days=frozenset()) for s in skims], GroupSettings()), gold)[2]
    figures["f1_cross_validated"] = _cross_validated(skims, gold)
    figures["pairs_auc"] = _pairs_auc(data)
    figures["three_stories_f1"] = _three_stories(data)
    return figures


def bcubed(clusters: Sequence[Sequence[str]], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998), each article weighing the same.

    >>> bcubed([["a", "b", "c"]], {"a": "x", "b": "x", "c": "x"})
    (1.0, 1.0, 1.0)
    """
    events: defaultdict[str, set[str]] = defaultdict(set)
    for id_, event in gold.items():
        events[event].add(id_)
    precision = recall = 0.0
    for cluster in clusters:
        for id_ in cluster:
            right = len(set(cluster) & events[gold[id_]])
            precision += right / len(cluster)
            recall += right / len(events[gold[id_]])
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _clusters(skims: Sequence[Skim], settings: GroupSettings) -> list[tuple[str, ...]]:
    return [story.articles for story in group(skims, settings=settings)]


def _cross_validated(skims: Sequence[Skim], gold: Mapping[str, str]) -> float:
    """Mean F1 over folds of events, the threshold chosen on the other folds each time."""
    events = sorted(set(gold.values()))
    tried = [GroupSettings(link=link / 100) for link in range(6, 19, 2)]
    scores: list[float] = []
    for fold in range(_FOLDS):
        held = set(events[fold::_FOLDS])
        parts = [[s for s in skims if (gold[s.article] in held) == inside] for inside in (False, True)]
        marks = [{s.article: gold[s.article] for s in part} for part in parts]
        best = max(tried, key=lambda settings: bcubed(_clusters(parts[0], settings), marks[0])[2])
        scores.append(bcubed(_clusters(parts[1], best), marks[1])[2])
    return sum(scores) / len(scores)


def _pairs_auc(data: Path) -> float:
    """Chance that a pair on one story (overall at most 2) is liker than one on different stories (at least 3)."""
    alike: list[float] = []
    unlike: list[float] = []
    settings = GroupSettings()
    for pair in _records(data / "article_pairs.jsonl.gz"):
        skims = [skim(Article(side, pair["text" + side])) for side in "12"]
        first, second = profiles(skims, settings)
        value = likeness(first, second, settings)
        if pair["overall"] <= 2:
            alike.append(value)
        elif pair["overall"] >= 3:
            unlike.append(value)
    return sum((a > u) + (a == u) / 2 for a in alike for u in unlike) / (len(alike) * len(unlike))


def _three_stories(data: Path) -> float:
    """B-cubed F1 of the three annotated stories, mixed."""
    gold: dict[str, str] = {}
    skims: list[Skim] = []
    for path in sorted([*data.glob("seeds/*.txt"), *data.glob("stories/*/*.txt")]):
        gold[path.stem] = path.parent.name
        skims.append(skim(_with_header(path)))
    return bcubed(_clusters(skims, GroupSettings()), gold)[2]


def _with_header(path: Path) -> Article:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    text = "\n".join(line for line in lines if not line.startswith("# ")).strip()
    return Article(path.stem, text, about=_about(head))


def _about(record: Mapping[str, Any]) -> Metadata:
    published = record.get("published")
    return Metadata(
        title=record.get("title"),
        outlet=record.get("outlet"),
        published=datetime.fromisoformat(published) if published else None,
    )


def _news_cluster(data: Path) -> Iterator[tuple[str, Article]]:
    for record in _records(data / "news_cluster.jsonl.gz"):
        yield str(record["event"]), Article(record["id"], record["text"], about=_about(record))


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Print the figures, or say what is missing."""
    if not (DATA / "news_cluster.jsonl.gz").exists():
        print(f"stories: no gold set in {DATA.resolve()}; set NEWSTEMMA_DATA to the folder that holds it")
        return
    for name, value in measure(DATA).items():
        print(f"stories  {name:<20} {value:.3f}")


if __name__ == "__main__":
    main()
