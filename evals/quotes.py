"""How well quotations and attributions are found, on the gold stories and on PolNeAR's development part.

Run `python -m evals.quotes`; `NEWSTEMMA_DATA` names the data folder (else ../shared/data).
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newstemma.annotate import paragraphs, sentences
from newstemma.annotate.attributions import find_attributions
from newstemma.annotate.quotation import pair_quotations
from newstemma.model import Article, Attribution, QuotedSpan, Removed, Span
from newstemma.settings.quotations import QuotationSettings
from newstemma.text.tokens import tokenize

__all__ = ["annotated", "gold_articles", "measure", "polnear"]

STORIES = ("seeds", "ev66", "ev72")
GOLD_OVERLAP, POLNEAR_OVERLAP = 0.8, 0.5  # intersection over union of tokens at their positions
_MARKS = "\"“”„«»'‘’"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article of a gold story with its direct quotations and its scare quotes, located."""

    article: Article
    quotes: tuple[tuple[Span, str], ...]
    scare: tuple[Span, ...]
    indirect: tuple[Span, ...]


@dataclass(slots=True)
class Counts:
    """Counts of what was found, what is gold and what matched; scores divide last."""

    found: int = 0
    gold: int = 0
    matched: int = 0

    def add(self, found: int, gold: int, matched: int) -> None:
        """Add one article's counts."""
        self.found, self.gold, self.matched = self.found + found, self.gold + gold, self.matched + matched

    def scores(self, name: str) -> dict[str, float]:
        """Return precision, recall and F1 under `name`."""
        precision = self.matched / self.found if self.found else 0.0
        recall = self.matched / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name} precision": precision, f"{name} recall": recall, f"{name} F1": f1}


def annotated(article: Article) -> tuple[tuple[QuotedSpan, ...], tuple[Attribution, ...]]:
    """Return the quotations and attributions of one article."""
    cut = paragraphs(article)
    return find_attributions(
        article, cut, sentences(article, cut), pair_quotations(article, cut), settings=QuotationSettings()
    )


def gold_articles(data: Path, story: str, *, residue: bool = True) -> Iterator[GoldArticle]:
    """Yield a gold story's articles; with `residue` the gold's residue is removed."""
    gold = json.loads((data / "stories_gold" / f"{story}.json").read_text("utf-8"))
    folder = data / "seeds" if story == "seeds" else data / "stories" / story
    for path in sorted(folder.glob("*.txt")):
        name = path.stem.split("_")[0]
        text = path.read_text("utf-8")
        text = re.sub(r"\A(?:# [a-z]+:.*\n)+\n?", "", text)
        removed = _located(text, [r["text"] for r in gold["residue"] if r["article"] == name], name)
        article = Article(name, text, removed=_merge(removed) if residue else ())
        quotes = [q for q in gold["direct_quotes"] if q["article"] == name]
        spans = _located(text, [q["content"] for q in quotes], name)
        yield GoldArticle(
            article,
            tuple((span, quote["speaker"]) for span, quote in zip(spans, quotes, strict=True)),
            tuple(_located(text, [s["content"] for s in gold["scare_quotes"] if s["article"] == name], name)),
            tuple(_located(text, [s["content"] for s in gold["indirect"] if s["article"] == name], name)),
        )


def _merge(spans: Iterable[Span]) -> tuple[Removed, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(span.article, merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(Removed(span, "gold residue") for span in merged)


def _located(text: str, contents: Sequence[str], name: str) -> list[Span]:
    """Find each content's place: the next occurrence that no equal content has, preferring one right after a
    mark, then a whole line."""
    used: set[int] = set()
    spans: list[Span] = []
    for content in contents:
        places = [m.start() for m in re.finditer(re.escape(content), text) if m.start() not in used]
        if not places:
            raise ValueError(f"gold text {content!r} does not stand in article {name}")
        marked = [place for place in places if place and text[place - 1] in _MARKS]
        lines = [place for place in places if f"\n{content}\n" == text[max(0, place - 1) : place + len(content) + 1]]
        place = (marked or lines or places)[0]
        used.add(place)
        spans.append(Span(name, place, place + len(content)))
    return spans


def _overlap(text: str, one: Span, other: Span) -> float:
    if not one.overlaps(other):
        return 0.0
    first = {token.start for token in tokenize(text, one.start, one.end) if token.is_word}
    second = {token.start for token in tokenize(text, other.start, other.end) if token.is_word}
    return len(first & second) / max(1, len(first | second))


def matches(text: str, found: Sequence[Span], gold: Sequence[Span], least: float) -> dict[int, int]:
    """Match found to gold spans one to one, best overlap first; returns found index to gold index."""
    pairs = [
        (-share, i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(gold)
        if (share := _overlap(text, one, other)) >= least
    ]
    matched: dict[int, int] = {}
    for _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def _segments(attributions: Iterable[Attribution]) -> list[tuple[Span, Attribution]]:
    return [(span, one) for one in attributions if one.kind == "direct" for span in one.content]


def stories(data: Path, *, verbose: bool = False, residue: bool = True) -> dict[str, float]:
    """Score direct quotations on the gold stories."""
    everything = Counts()
    results: dict[str, float] = {}
    for story in STORIES:
        counts = Counts()
        recall = Counts()
        for gold in gold_articles(data, story, residue=residue):
            text = gold.article.text
            _, attributions = annotated(gold.article)
            found = _segments(attributions)
            spans = [span for span, _ in found]
            matched = matches(text, spans, [span for span, _ in gold.quotes], GOLD_OVERLAP)
            counts.add(len(spans), len(gold.quotes), len(matched))
            clauses = [a.content[0] for a in attributions if a.kind != "direct"]
            recall.add(len(clauses), len(gold.indirect), len(matches(text, clauses, gold.indirect, GOLD_OVERLAP)))
            if verbose:
                _show(gold, found, matched)
        results |= counts.scores(f"{story} quotes")
        results[f"{story} indirect recall"] = recall.matched / max(1, recall.gold)
        everything.add(counts.found, counts.gold, counts.matched)
    return results | everything.scores("all quotes")


def _show(gold: GoldArticle, found: Sequence[tuple[Span, Attribution]], matched: Mapping[int, int]) -> None:
    text = gold.article.text
    for index, (span, one) in enumerate(found):
        if index not in matched:
            print("  extra ", gold.article.id, repr(span.of(text)), "|", one.speaker_text, file=sys.stderr)
    for index, (span, speaker) in enumerate(gold.quotes):
        if index not in matched.values():
            print("  missed", gold.article.id, repr(span.of(text)), "|", speaker, file=sys.stderr)


def polnear(data: Path, split: str = "dev") -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """Yield PolNeAR's articles of one split with the first annotator's attributions."""
    with gzip.open(data / "polnear.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["split"] == split:
                yield Article(record["id"], record["text"]), record["annotations"][0]["attributions"]


def _polnear_scores(data: Path, split: str = "dev") -> dict[str, float]:
    direct, indirect, sources = Counts(), Counts(), Counts()
    for article, gold in polnear(data, split):
        text = article.text
        quoted: list[tuple[Span, Span | None]] = []
        clauses: list[Span] = []
        for one in gold:
            source = Span(article.id, *one["source"][0]) if one["source"] else None
            for start, end in one["content"]:
                piece = text[start:end].strip()
                if len(piece) > 2 and piece[0] in '"“' and piece[-1] in '"”':
                    quoted.append((Span(article.id, start + 1, end - 1), source))
            if len(one["content"]) == 1 and source is not None and text[one["content"][0][0]] not in '"“‘':
                clauses.append(Span(article.id, *one["content"][0]))
        _, attributions = annotated(article)
        found = _segments(attributions)
        matched = matches(text, [s for s, _ in found], [s for s, _ in quoted], POLNEAR_OVERLAP)
        direct.add(len(found), len(quoted), len(matched))
        for i, j in matched.items():
            truth = quoted[j][1]
            if truth is not None:
                mine = found[i][1].source
                if not mine and i and not found[i][1].cue:  # goes on from the segment before
                    mine = found[i - 1][1].source
                hit = bool(mine) and _overlap(text, mine[0], truth) >= POLNEAR_OVERLAP
                sources.add(int(bool(mine)), 1, int(hit))
        reported = [a.content[0] for a in attributions if a.kind != "direct"]
        indirect.add(len(reported), len(clauses), len(matches(text, reported, clauses, POLNEAR_OVERLAP)))
    return (
        direct.scores("PolNeAR direct")
        | sources.scores("PolNeAR source of direct")
        | indirect.scores("PolNeAR indirect")
    )


def measure(data: Path) -> dict[str, float]:
    """Return all scores, by name."""
    return stories(data) | _polnear_scores(data)


def main() -> int:
    """Print the scores; what was missed goes to stderr with `--verbose`."""
    data = Path(os.environ.get("NEWSTEMMA_DATA", "../shared/data"))
    if not (data / "stories_gold").is_dir():
        print(f"no gold sets at {data}: set NEWSTEMMA_DATA to the folder that has stories_gold/; nothing was measured")
        return 0
    if "--verbose" in sys.argv:
        stories(data, verbose=True)
    for name, value in measure(data).items():
        print(f"{name:36} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
