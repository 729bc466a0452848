"""Attributions on PolNeAR's development part: spans of source, cue and content, and how they are linked.

The encoder's role spans are held against the first annotator's, a span over several paragraphs cut at their ends as the
encoder cuts it. "strict" is equality of offsets; "exact" ignores signs at the edges of a span; "overlap" asks for an
intersection over union of the words of at least 0.5. A linked attribution is right where its content overlaps so much
and its source shares a word with the gold's; for links, the rules for tags beside quotations work on the encoder's
reports, as in the line. "direct" contents stand wholly in quotation marks, "without marks" have no word in them.

CofeNet (Wang et al. 2023) reports strict spans on PolNeAR's test part, which it tokenised and split into passages
anew; these figures are on the development part, which its release names otherwise, so that they stand beside, not on,
the same articles.

`python -m evals.attributions` prints the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.counts import Counts
from evals.gold import overlap, records, report, words_at
from evals.matching import matched
from newstemma.annotate import paragraphs, sentences
from newstemma.annotate.attributions import settle
from newstemma.annotate.quotation import pair_quotations
from newstemma.annotate.reports import gather_reports
from newstemma.encoder import open_encoder
from newstemma.model import Article, Encoder, Span
from newstemma.settings.quotations import QuotationSettings

__all__ = ["main", "measure"]

ROLES = ("source", "cue", "content")
_LEAST = 0.5

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """An attribution as offsets: the pieces of its content, and its source."""

    content: tuple[Range, ...]
    source: tuple[Range, ...]


@dataclass(slots=True)
class Matches:
    """What was found and is in the gold, and what is in the gold and was found: for one kind they may differ."""

    found: Counts = field(default_factory=Counts)
    gold: Counts = field(default_factory=Counts)

    def add(self, found: Sequence[bool], gold: Sequence[bool]) -> None:
        """Count verdicts on what was found and on what is in the gold."""
        self.found += Counts(sum(found), len(found))
        self.gold += Counts(sum(gold), len(gold))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.found.share + self.gold.share
        return 2 * self.found.share * self.gold.share / both if both else 0.0


def measure(data: Path, encoder: Encoder | None = None, part: slice = slice(None)) -> dict[str, float]:
    """Return F1 of spans and of linked attributions on PolNeAR dev, or on a part of its articles."""
    tally: defaultdict[str, Matches] = defaultdict(Matches)
    reader = encoder or open_encoder(threads=2)
    dev = [record for record in records(data / "polnear.jsonl.gz") if record["split"] == "dev"]
    for record in dev[part]:
        _Article(record, reader).score(tally)
    return {f"PolNeAR dev: {name} F1": tally[name].f1 for name in sorted(tally)}


class _Article:
    """One article, read by the encoder and by the first annotator."""

    def __init__(self, record: dict[str, Any], encoder: Encoder) -> None:
        self.article = Article(record["id"], record["text"])
        self.text = self.article.text
        self.whole = paragraphs(self.article)
        self.cut = sentences(self.article, self.whole)
        self.quoted = pair_quotations(self.article, self.whole)
        self.encoding = encoder.encode(self.article, self.whole, self.cut, self.quoted)
        self.entries = record["annotations"][0]["attributions"]
        self.in_marks = words_at(self.text, [_bounds(one.span) for one in self.quoted if one.depth == 0])

    def score(self, tally: defaultdict[str, Matches]) -> None:
        for role in ROLES:
            gold = {part for entry in self.entries for bounds in entry[role] for part in self._parts(*bounds)}
            found = {_bounds(one.span) for one in self.encoding.roles if one.role == role}
            tally[f"{role} strict"].add([one in gold for one in found], [one in found for one in gold])
            gold, found = {trimmed(self.text, one) for one in gold}, {trimmed(self.text, one) for one in found}
            tally[f"{role} exact"].add([one in gold for one in found], [one in found for one in gold])
            if role == "content":
                self._score_contents(tally, sorted(found), sorted(gold))
        self._score_links(tally)

    def _score_contents(self, tally: defaultdict[str, Matches], found: list[Range], gold: list[Range]) -> None:
        right = matched([[one] for one in found], [[one] for one in gold], self._alike)
        overlaps = [i in right for i in range(len(found))], [j in right.values() for j in range(len(gold))]
        tally["content overlap"].add(*overlaps)
        for kind in ("direct", "mixed", "without marks"):
            tally[f"content overlap, {kind}"].add(
                [verdict for one, verdict in zip(found, overlaps[0], strict=True) if self._kind([one]) == kind],
                [verdict for one, verdict in zip(gold, overlaps[1], strict=True) if self._kind([one]) == kind],
            )

    def _score_links(self, tally: defaultdict[str, Matches]) -> None:
        gathered = gather_reports(self.text, self.encoding, self.whole, self.cut)
        settled = settle(self.article, self.whole, self.cut, self.quoted, gathered, settings=QuotationSettings())
        mine = [
            Linked(tuple(map(_bounds, one.content)), tuple(map(_bounds, one.source)))
            for one in settled.reports
            if one.source
        ]
        theirs = [
            Linked(*(tuple((start, end) for start, end in entry[role]) for role in ("content", "source")))
            for entry in self.entries
            if entry["content"] and entry["source"]
        ]
        right = matched(mine, theirs, lambda a, b: self._alike(a.content, b.content) if self._meet(a, b) else 0.0)
        verdicts = [i in right for i in range(len(mine))], [j in right.values() for j in range(len(theirs))]
        tally["linked attributions"].add(*verdicts)
        tally["linked attributions, direct"].add(
            [verdict for one, verdict in zip(mine, verdicts[0], strict=True) if self._kind(one.content) == "direct"],
            [verdict for one, verdict in zip(theirs, verdicts[1], strict=True) if self._kind(one.content) == "direct"],
        )

    def _alike(self, one: Sequence[Range], other: Sequence[Range]) -> float:
        share = overlap(words_at(self.text, list(one)), words_at(self.text, list(other)))
        return share if share >= _LEAST else 0.0

    def _meet(self, one: Linked, other: Linked) -> bool:
        return bool(words_at(self.text, list(one.source)) & words_at(self.text, list(other.source)))

    def _kind(self, content: Sequence[Range]) -> str:
        words = words_at(self.text, list(content))
        inside = words & self.in_marks
        return "without marks" if not inside else "direct" if inside == words else "mixed"

    def _parts(self, start: int, end: int) -> Iterator[Range]:
        """Yield the stretches of a range that lie in one paragraph each, without white space at their ends."""
        for paragraph in self.whole:
            begin, stop = max(start, paragraph.start), min(end, paragraph.end)
            piece = self.text[begin:stop] if begin < stop else ""
            if piece.strip():
                begin += len(piece) - len(piece.lstrip())
                yield begin, begin + len(piece.strip())


def _bounds(span: Span) -> Range:
    return span.start, span.end


def trimmed(text: str, bounds: Range) -> Range:
    """Return a range without the signs at its edges.

    >>> trimmed("“We won,” he", (0, 9))
    (1, 7)
    """
    start, end = bounds
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
