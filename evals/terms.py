"""How far two readers agree on the terms of an arrangement: what a program could reach on these marks at most.

`evals/terms.jsonl` has the marks that a method is to be measured on (see terms.md), `evals/terms_second.jsonl` those of
a second reader of two of its stories, made from the same guideline without a look at the first. A term matches where
both play one role and, in at least one article, half of their characters are the same (Dice 1945); each matches once,
the likest first.

`python -m evals.terms` prints precision and recall of the second reader against the first; no data is needed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.matching import matched

__all__ = ["Marked", "agreement", "main", "marked_terms"]

_SAME = 0.5
_FIRST, _SECOND = (Path(__file__).with_name(name) for name in ("terms.jsonl", "terms_second.jsonl"))


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked term: its role, and the characters of its witnesses in each article."""

    role: str
    places: Mapping[str, frozenset[int]]


def marked_terms(marks: Path) -> dict[str, list[Marked]]:
    """Return the terms of each story that `marks` lists."""
    lines = marks.read_text(encoding="utf-8").splitlines()
    return {story["story"]: list(map(_marked, story["terms"])) for story in map(json.loads, lines)}


def _marked(term: Mapping[str, Any]) -> Marked:
    places: defaultdict[str, set[int]] = defaultdict(set)
    for article, start, end in term["witnesses"]:
        places[article].update(range(start, end))
    return Marked(term["role"], {article: frozenset(held) for article, held in places.items()})


def agreement(first: Sequence[Marked], second: Sequence[Marked]) -> dict[str, float]:
    """Return which share of the second reader's terms the first has, and which share of the first's the second has.

    >>> price = Marked("price", {"a": frozenset(range(9))})
    >>> agreement([price], [price, Marked("limit", {"a": frozenset(range(20, 30))})])["precision"]
    0.5
    """
    alike, whatever = len(matched(second, first, _in_role)), len(matched(second, first, _likeness))
    return {
        "precision": alike / max(1, len(second)),
        "recall": alike / max(1, len(first)),
        "precision, whatever the role": whatever / max(1, len(second)),
        "recall, whatever the role": whatever / max(1, len(first)),
    }


def _likeness(one: Marked, other: Marked) -> float:
    """Return the most that two terms have in common in one article, 0 below a half."""
    common = (
        2 * len(one.places[name] & other.places[name]) / (len(one.places[name]) + len(other.places[name]))
        for name in one.places.keys() & other.places.keys()
    )
    best = max(common, default=0.0)
    return best if best >= _SAME else 0.0


def _in_role(one: Marked, other: Marked) -> float:
    return _likeness(one, other) if one.role == other.role else 0.0


def main() -> None:
    """Print the figures of each story that two have read."""
    first = marked_terms(_FIRST)
    for story, second in marked_terms(_SECOND).items():
        figures = "  ".join(f"{name} {value:.3f}" for name, value in agreement(first[story], second).items())
        print(f"{story}: {len(first[story])} and {len(second)} terms  {figures}")


if __name__ == "__main__":
    main()
