"""Times: their spans, and the values they are brought to.

Measured on the articles of TimeBank, in two parts by a hash of the name: the rules were written with a look at the
seen three quarters alone. Times are anchored to the day on which the article was written.

`python -m evals.times` prints the figures.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from evals.gold import records, report
from evals.quantities import quarter_of
from newstemma.align.anchoring import anchor_times
from newstemma.annotate.times import find_times
from newstemma.model import AnnotatedArticle, Article, Metadata, Span, When
from newstemma.text.sentences import paragraphs, sentences

__all__ = ["main", "measure", "read_times"]


def read_times(record: dict[str, Any]) -> tuple[When, ...]:
    """Return the times of one TimeBank record, anchored to its creation date."""
    text = record["text"]
    article = Article(record["id"], text, about=Metadata(published=date.fromisoformat(record["created"][:10])))
    spans = tuple(
        Span(article.id, start, end) for bounds in paragraphs(text) for start, end in sentences(text, *bounds)
    )
    return anchor_times([AnnotatedArticle(article, sentences=spans, times=find_times(article, spans))])


def measure(data: Path) -> dict[str, float]:
    """Return strict and relaxed F1 of spans, and F1 and accuracy of values, for all of TimeBank and its parts.

    Relaxed: the spans overlap. Value F1: they overlap and type and value are right; value accuracy: of relaxed matches.
    """
    counts: dict[str, Counter[str]] = {"all": Counter(), "seen": Counter(), "unseen": Counter()}
    for record in records(data / "timeml.jsonl.gz"):
        tally: Counter[str] = Counter()
        _count(tally, record)
        for part in ("all", "unseen" if quarter_of(record["id"]) == 3 else "seen"):
            counts[part].update(tally)
    return {
        f"TimeBank, {part}: {name}": value for part, tally in counts.items() for name, value in _scores(tally).items()
    }


def _count(tally: Counter[str], record: dict[str, Any]) -> None:
    found = list(read_times(record))
    tally["gold"] += len(record["times"])
    tally["found"] += len(found)
    for gold in record["times"]:
        near = [when for when in found if when.span.start < gold["end"] and gold["start"] < when.span.end]
        if not near:
            continue
        match = next(
            (when for when in near if (when.span.start, when.span.end) == (gold["start"], gold["end"])), near[0]
        )
        found.remove(match)
        tally["relaxed"] += 1
        tally["strict"] += (match.span.start, match.span.end) == (gold["start"], gold["end"])
        tally["value"] += match.value == gold["value"]


def _scores(tally: Counter[str]) -> dict[str, float]:
    both = max(1, tally["gold"] + tally["found"])
    return {
        "times precision": tally["strict"] / max(1, tally["found"]),
        "times recall": tally["strict"] / max(1, tally["gold"]),
        "times F1": 2 * tally["strict"] / both,
        "times F1, spans overlap": 2 * tally["relaxed"] / both,
        "values F1": 2 * tally["value"] / both,
        "values right, of times found": tally["value"] / max(1, tally["relaxed"]),
    }


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
