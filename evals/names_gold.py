"""Sentences whose names were marked by hand: where they stand in the gold sets, and the labels, without any text.

An article is named by the first digits of its identifier's sha256, since identifiers are made of headlines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.gold import basil_text, records
from newstemma.model import EntityType

__all__ = ["TEST", "NamedSentence", "named_sentences"]

TEST = Path(__file__).parent / "names.jsonl"
"""The 300 sentences that are measured on."""


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """One sentence of a gold set's article and the names in it, as ranges of that article's text."""

    source: str
    text: str
    start: int
    end: int
    names: tuple[tuple[int, int, EntityType], ...]


def _texts(data: Path, source: str) -> Iterator[tuple[str, str]]:
    """Yield the articles of a set by digest; those of `basil` come as paragraphs of sentences."""
    for record in records(data / f"{source}.jsonl.gz"):
        yield _identified(source, record)


def _identified(source: str, record: dict[str, Any]) -> tuple[str, str]:
    if source == "basil":
        return _digest(record["file"]), basil_text(record)
    return _digest(record["id"]), record["text"]


def _digest(identifier: str) -> str:
    return sha256(identifier.encode()).hexdigest()[:12]


def named_sentences(data: Path, labels: Path = TEST) -> Iterator[NamedSentence]:
    """Yield the sentences that `labels` lists, with their text from the sets under `data`."""
    entries = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    texts: dict[str, dict[str, str]] = {}
    for source in sorted({entry["set"] for entry in entries}):
        wanted = {entry["article"] for entry in entries if entry["set"] == source}
        texts[source] = {name: text for name, text in _texts(data, source) if name in wanted}
    for entry in entries:
        names = tuple((start, end, kind) for start, end, kind in entry["names"])
        yield NamedSentence(entry["set"], texts[entry["set"]][entry["article"]], entry["start"], entry["end"], names)
