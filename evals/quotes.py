"""Quotations and reported speech, found without the rest of the line.

Measured on the stories annotated by hand, their residue taken out as the gold has it, and on PolNeAR's development
part, where the spans of the first annotator hold. There a quotation is a piece of content in double marks, which leaves
out whatever stands in marks without being attributed: precision is a lower bound. Of reported clauses a story's gold
holds ten clear cases, so that recall alone is measured.

`python -m evals.quotes` prints the figures, with `--rules` those of rules alone; with `--notes` also each quotation of
a story that is not as in the gold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.counts import Counts
from evals.gold import GoldQuote, GoldStory, gold_stories, overlap, places, records, report, words_at
from evals.line import LEAST_OVERLAP
from evals.matching import matched
from evals.reader import encoder
from newstemma.annotate import paragraphs, sentences
from newstemma.annotate.attributions import find_attributions
from newstemma.annotate.quotation import pair_quotations
from newstemma.annotate.reports import gather_reports
from newstemma.model import Article, Attribution, Removed, Span
from newstemma.settings.quotations import QuotationSettings

__all__ = ["main", "matches", "measure", "segments"]

_POLNEAR_OVERLAP = 0.5  # its annotators often take the marks, or a comma's neighbours, into the content

Places = Sequence[tuple[int, int]]


def measure(data: Path) -> dict[str, float]:
    """Return precision, recall and F1 of quotations, of their sources and of reported clauses, for both sets."""
    quotes, clauses = Counts(), Counts()
    for story in gold_stories(data):
        for article, gold, attributions in _annotated(story):
            spans = [span for span, _ in segments(attributions)]
            found = matches(article.text, spans, [quote.places for quote in gold], LEAST_OVERLAP)
            quotes += Counts(len(found), len(spans), len(gold))
            clauses += _clauses(article, attributions, _indirect(story, article), LEAST_OVERLAP)
    figures = quotes.figures("quotes") | {"reported clauses recall": clauses.recall}
    return {f"stories_gold, quotations alone: {name}": value for name, value in figures.items()} | _polnear(data)


def segments(attributions: Iterable[Attribution]) -> list[tuple[Span, Attribution]]:
    """Return the quoted segments, each with its attribution."""
    return [(span, one) for one in attributions if one.kind == "direct" for span in one.content]


def matches(text: str, found: Sequence[Span], gold: Sequence[Places], least: float) -> dict[int, int]:
    """Match found spans one to one with gold items, each at any of its places; returns found index to gold index.

    >>> matches("We won. We lost.", [Span("a", 8, 16)], [[(0, 7)], [(8, 15)]], 0.8)
    {0: 1}
    """
    words = [words_at(text, [(span.start, span.end)]) for span in found]
    golden = [[words_at(text, [place]) for place in item] for item in gold]

    def likeness(mine: frozenset[int], theirs: Sequence[frozenset[int]]) -> float:
        share = max((overlap(mine, there) for there in theirs), default=0.0)
        return share if share >= least else 0.0

    return matched(words, golden, likeness)


def _found(article: Article) -> tuple[Attribution, ...]:
    cut = paragraphs(article)
    ends, quoted = sentences(article, cut), pair_quotations(article, cut)
    reader = encoder()
    encoding = reader.encode(article, cut, ends, quoted) if reader else None
    reports = gather_reports(article.text, encoding, cut, ends) if encoding else None
    return find_attributions(article, cut, ends, quoted, reports, settings=QuotationSettings())[1]


def _annotated(story: GoldStory) -> Iterator[tuple[Article, list[GoldQuote], tuple[Attribution, ...]]]:
    """Yield each article without the gold's residue, its gold quotations, and the attributions found."""
    articles = story.articles()
    texts = {name: article.text for name, article in articles.items()}
    quotes, residue = story.quotes(texts), story.residue(texts)
    for name, article in articles.items():
        without = replace(article, removed=_removed(name, residue[name]))
        yield without, [quote for quote in quotes if quote.article == name], _found(without)


def _removed(name: str, residue: Places) -> tuple[Removed, ...]:
    """Return the places of residue in order, those that lie inside or overlap others joined with them."""
    merged: list[Span] = []
    for start, end in sorted(residue):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(name, merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(name, start, end))
    return tuple(Removed(span, "gold residue") for span in merged)


def _indirect(story: GoldStory, article: Article) -> list[Places]:
    entries = [entry for entry in story.record["indirect"] if entry["article"] == article.id]
    return [places(article.text, entry["content"]) for entry in entries]


def _clauses(article: Article, attributions: Iterable[Attribution], gold: Sequence[Places], least: float) -> Counts:
    reported = [one.content[0] for one in attributions if one.kind != "direct"]
    return Counts(len(matches(article.text, reported, gold, least)), len(reported), len(gold))


def _polnear(data: Path) -> dict[str, float]:
    quotes, sources, clauses = Counts(), Counts(), Counts()
    for record in records(data / "polnear.jsonl.gz"):
        if record["split"] != "dev":
            continue
        article = Article(record["id"], record["text"])
        entries = record["annotations"][0]["attributions"]
        attributions = _found(article)
        spans, quoted = segments(attributions), list(_quoted(article.text, entries))
        found = matches(article.text, [s for s, _ in spans], [[place] for place, _ in quoted], _POLNEAR_OVERLAP)
        quotes += Counts(len(found), len(spans), len(quoted))
        for i, j in found.items():
            if source := quoted[j][1]:
                sources += _source(article.text, [attribution for _, attribution in spans[: i + 1]], source)
        clauses += _clauses(article, attributions, list(_reported(article.text, entries)), _POLNEAR_OVERLAP)
    figures = quotes.figures("quotes") | sources.figures("sources of quotes") | clauses.figures("reported clauses")
    return {f"PolNeAR dev: {name}": value for name, value in figures.items()}


def _quoted(text: str, entries: Iterable[dict[str, Any]]) -> Iterator[tuple[tuple[int, int], Places]]:
    """Yield the pieces of content that stand in double marks, without the marks, each with its source."""
    for entry in entries:
        for start, end in entry["content"]:
            piece = text[start:end].strip()
            if len(piece) > 2 and piece[0] in '"“' and piece[-1] in '"”':
                yield (start + 1, end - 1), entry["source"][:1]


def _reported(text: str, entries: Iterable[dict[str, Any]]) -> Iterator[Places]:
    """Yield contents of one piece that have a source and do not begin with a mark."""
    for entry in entries:
        if len(entry["content"]) == 1 and entry["source"] and text[entry["content"][0][0]] not in '"“‘':
            yield entry["content"]


def _source(text: str, attributions: Sequence[Attribution], gold: Places) -> Counts:
    """Hold the source of the last of `attributions` against the gold's; one without a cue goes on from that before."""
    mine = attributions[-1].source
    if not mine and len(attributions) > 1 and not attributions[-1].cue:
        mine = attributions[-2].source
    return Counts(len(matches(text, mine[:1], [gold], _POLNEAR_OVERLAP)), int(bool(mine)), 1)


def _notes(data: Path) -> Iterator[str]:
    for story in gold_stories(data):
        for article, gold, attributions in _annotated(story):
            spans = segments(attributions)
            found = matches(article.text, [s for s, _ in spans], [quote.places for quote in gold], LEAST_OVERLAP)
            for i, (span, one) in enumerate(spans):
                if i not in found:
                    yield f"{story.name} {article.id}: not in the gold: {span.of(article.text)!r} | {one.speaker_text}"
            for j, quote in enumerate(gold):
                if j not in found.values():
                    yield f"{story.name} {article.id}: not found: {quote.content!r} | {quote.speaker}"


def main() -> None:
    """Print the figures, under `--notes` what is not as in the gold."""
    report(measure, _notes)


if __name__ == "__main__":
    main()
