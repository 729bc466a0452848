"""Grouping of articles into stories.

Measured on news_cluster (B-cubed against its events; also with all dates taken away, and with the threshold chosen on
other events), on article_pairs (whether pairs on one story are liker than others) and on the stories annotated by hand,
mixed.

`python -m evals.stories` prints the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from pathlib import Path
from statistics import correlation

import numpy as np

from evals.curves import area
from evals.gold import gold_stories, metadata, records, report
from newstemma.clean import clean
from newstemma.errors import ArticleError
from newstemma.group import group, word_weights
from newstemma.group.likeness import likeness, profiles
from newstemma.model import Article, Metadata, Page, Skim, WordWeights
from newstemma.settings.clean import CleanSettings
from newstemma.settings.group import GroupSettings
from newstemma.skim import skim

__all__ = ["bcubed", "main", "measure"]

_FOLDS = 5
_NOTHING = Metadata()


def measure(data: Path) -> dict[str, float]:
    """Return B-cubed shares on news_cluster and on the annotated stories, and the area under the curve on pairs."""
    articles = list(_news_cluster(data))
    skims = [skim(article) for _, article in articles]
    gold = {article.id: event for event, article in articles}
    precision, recall, f1 = bcubed(_clusters(skims, GroupSettings()), gold)
    undated = [replace(s, days=frozenset()) for s in skims]
    return {
        "news_cluster: B-cubed precision": precision,
        "news_cluster: B-cubed recall": recall,
        "news_cluster: B-cubed F1": f1,
        "news_cluster: B-cubed F1 without dates": bcubed(_clusters(undated, GroupSettings()), gold)[2],
        "news_cluster: B-cubed F1, cross-validated": _cross_validated(skims, gold),
        **_pairs(data),
        "stories_gold, mixed: B-cubed F1": _annotated_stories(data),
    }


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


def _clusters(
    skims: Sequence[Skim], settings: GroupSettings, weights: WordWeights | None = None
) -> list[tuple[str, ...]]:
    return [story.articles for story in group(skims, settings=settings, weights=weights)]


def _cross_validated(skims: Sequence[Skim], gold: Mapping[str, str]) -> float:
    """Mean F1 over folds of events, the threshold chosen on the other folds each time; all articles weigh the words."""
    events = sorted(set(gold.values()))
    weights = word_weights(skims, GroupSettings())
    tried = [GroupSettings(link=link / 1000) for link in range(100, 201, 5)]
    scores: list[float] = []
    for fold in range(_FOLDS):
        held = set(events[fold::_FOLDS])
        parts = [[s for s in skims if (gold[s.article] in held) == inside] for inside in (False, True)]
        marks = [{s.article: gold[s.article] for s in part} for part in parts]
        best = max(tried, key=lambda settings: bcubed(_clusters(parts[0], settings, weights), marks[0])[2])
        scores.append(bcubed(_clusters(parts[1], best, weights), marks[1])[2])
    return sum(scores) / len(scores)


def _pairs(data: Path) -> dict[str, float]:
    """How well likeness tells pairs on one story (overall at most 2) from others (at least 3), and follows overall.

    Words are weighed by all articles of the set. The correlation is that of the square root of likeness, which has a
    long tail, with how alike the readers found the pairs.
    """
    held = list(records(data / "article_pairs.jsonl.gz"))
    skims = [skim(_cleaned(pair["pair_id"] + side, pair["text" + side])) for pair in held for side in "12"]
    settings = GroupSettings()
    seen = profiles(skims, settings)
    values = [likeness(*pair, settings) for pair in zip(seen[::2], seen[1::2], strict=True)]
    judged = [float(pair["overall"]) for pair in held]
    told = [(value, overall <= 2) for value, overall in zip(values, judged, strict=True) if not 2 < overall < 3]
    return {
        "article_pairs: area under the curve, same story": area(*map(np.array, zip(*told, strict=True))),
        "article_pairs: correlation with the readers": -correlation([sqrt(value) for value in values], judged),
    }


def _annotated_stories(data: Path) -> float:
    """B-cubed F1 of the annotated stories, mixed."""
    gold: dict[str, str] = {}
    skims: list[Skim] = []
    for story in gold_stories(data):
        for name, article in story.articles().items():
            skims.append(skim(replace(article, id=f"{story.name}-{name}")))
            gold[skims[-1].article] = story.name
    return bcubed(_clusters(skims, GroupSettings()), gold)[2]


def _news_cluster(data: Path) -> Iterator[tuple[str, Article]]:
    for record in records(data / "news_cluster.jsonl.gz"):
        yield str(record["event"]), _cleaned(record["id"], record["text"], metadata(record))


def _cleaned(name: str, text: str, about: Metadata = _NOTHING) -> Article:
    """Return an article as the line hands it to `skim`; one that the line would refuse, as it came."""
    try:
        return clean(Page(name, (name,), "", "text", text, about), settings=CleanSettings())
    except ArticleError:
        return Article(name, text, about=about)


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
