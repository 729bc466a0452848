"""Decisions of collation, judged by hand: pairs of quotations that were merged, and the nearest that were not.

From the events of BASIL, each told by three outlets, 150 pairs of quotations of two outlets are drawn that stand in one
utterance, and the 150 pairs most alike that do not. They were judged blind: from a sheet in shuffled order without the
program's answer. The verdicts are kept in `evals/decisions.jsonl` as places, without text.

`python -m evals.decisions` prints the figures, with `--notes` what was judged wrong; with `--sheet` the pairs that
have no verdict yet.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

import newstemma
from evals.counts import Counts
from evals.gold import ABSENT, basil_text, data_folder, records, report
from evals.reader import line_settings
from newstemma.model import Article, Dossier

__all__ = ["main", "measure"]

VERDICTS = Path(__file__).with_name("decisions.jsonl")
MERGED, APART = 150, 150
FEWEST_WORDS = 3  # of quotations that are compared: fewer can hardly be judged

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations of two outlets, with what stands around them, and whether the program merged them."""

    one: Place
    other: Place
    shown: tuple[str, str]
    merged: bool
    likeness: float

    @property
    def order(self) -> str:
        """A key that says nothing of the answer."""
        return hashlib.sha256(repr((self.one, self.other)).encode()).hexdigest()


def _events(data: Path) -> Iterator[list[Article]]:
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records(data / "basil.jsonl.gz"):
        events[record["triplet-uuid"]].append(record)
    for name in sorted(events):
        yield [Article(record["uuid"], basil_text(record)) for record in events[name]]


def _pairs(data: Path) -> list[Pair]:
    """Return the drawn pairs: merged ones by the order of their keys, the others by likeness."""
    settings = line_settings(one_story=True)
    merged: list[Pair] = []
    apart: list[Pair] = []
    for articles in _events(data):
        (dossier,) = newstemma.collate(articles, settings=settings).dossiers
        for pair in _in_story(dossier):
            (merged if pair.merged else apart).append(pair)
    merged.sort(key=lambda pair: pair.order)
    apart.sort(key=lambda pair: (-pair.likeness, pair.order))
    return merged[:MERGED] + apart[:APART]


def _in_story(dossier: Dossier) -> Iterator[Pair]:
    texts = {article.id: article.text for article in dossier.articles}
    utterance_of = {w.attribution: utterance.id for utterance in dossier.utterances for w in utterance.witnesses}
    quoted = [
        (span, utterance_of.get(attribution.id, attribution.id))
        for attribution in dossier.attributions
        if attribution.kind == "direct"
        for span in attribution.content
        if len(span.of(texts[span.article]).split()) >= FEWEST_WORDS
    ]
    for (one, first), (other, second) in combinations(sorted(quoted), 2):
        if one.article == other.article:
            continue
        words = one.of(texts[one.article]).lower(), other.of(texts[other.article]).lower()
        likeness = fuzz.partial_ratio(*words)
        if first == second or likeness > 40:
            around = tuple(texts[s.article][max(0, s.start - 90) : s.end + 90] for s in (one, other))
            places = (one.article, one.start, one.end), (other.article, other.start, other.end)
            yield Pair(*places, (around[0], around[1]), first == second, likeness)


def _verdicts() -> dict[tuple[Place, Place], bool]:
    """Return for each judged pair whether both are of one act of speech."""
    if not VERDICTS.exists():
        return {}
    held = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    return {(tuple(entry["one"]), tuple(entry["other"])): entry["same"] for entry in held}


def measure(data: Path) -> dict[str, float]:
    """Return the precision of the merged pairs, and the share of the nearest others that are wrong, of those judged."""
    merged, apart = Counts(), Counts()
    verdicts = _verdicts()
    for pair in _pairs(data):
        same = verdicts.get((pair.one, pair.other))
        if same is None:
            continue
        if pair.merged:
            merged += Counts(int(same), 1, 1)
        else:
            apart += Counts(int(same), 1, 1)
    return {
        "BASIL: merged quotations, precision": merged.precision,
        "BASIL: merged quotations judged": float(merged.reported),
        "BASIL: nearest not merged, wrong": apart.precision,
        "BASIL: nearest not merged judged": float(apart.reported),
    }


def _notes(data: Path) -> Iterator[str]:
    verdicts = _verdicts()
    for pair in _pairs(data):
        same = verdicts.get((pair.one, pair.other))
        if same is not None and same != pair.merged:
            yield f"{'merged' if pair.merged else 'apart'}: {pair.shown[0]!r} | {pair.shown[1]!r}"


def _sheet(data: Path) -> Iterator[str]:
    verdicts = _verdicts()
    for pair in sorted(_pairs(data), key=lambda pair: pair.order):
        if (pair.one, pair.other) not in verdicts:
            yield json.dumps({"one": pair.one, "other": pair.other, "shown": pair.shown}, ensure_ascii=False)


def main() -> None:
    """Print the figures, or the pairs that are still to be judged."""
    parser = argparse.ArgumentParser(prog="python -m evals.decisions", description=__doc__, add_help=False)
    parser.add_argument("--sheet", action="store_true")
    arguments, _ = parser.parse_known_args()
    if not arguments.sheet:
        report(measure, _notes)
        return
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    for line in _sheet(data):
        print(line)


if __name__ == "__main__":
    main()
