"""Quantities: the printed value, and the direction of the hedge.

Measured on the sentences of NewsQuant, in two halves by a hash of the text: the rules were written with a look at the
seen half alone.

`python -m evals.quantities` prints the figures.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

from evals.counts import Counts
from evals.gold import records, report
from newstemma.annotate.quantities import find_quantities
from newstemma.model import Article, Quantity, Span

__all__ = ["half_of", "main", "measure", "nominal"]


def nominal(quantity: Quantity) -> str:
    """Return the number that was printed, as NewsQuant writes it: hedges taken off, ranges as "low-high"."""
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return _figure(high if low is None else low)
    if low == high:
        return _figure(low)
    if quantity.hedge:
        return _figure(high if quantity.high_open else low if quantity.low_open else (low + high) / 2)
    return f"{_figure(low)}-{_figure(high)}"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"


def _gold(value: str) -> str:
    try:
        return _figure(float(value))
    except ValueError:
        return "-".join(_figure(float(part)) for part in value.split("-"))


def _change(quantity: Quantity) -> str:
    if not quantity.hedge:
        return "="
    if quantity.high is None:
        return ">"
    return "<" if quantity.low is None else "~"


def half_of(identifier: str) -> int:
    """Return the half, 0 or 1, that a record belongs to: rules were written with a look at half 0 alone."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2


def measure(data: Path) -> dict[str, float]:
    """Return precision, recall and F1 of printed values for each half, and the accuracy of hedges on matched ones."""
    counts: dict[str, Counter[str]] = {"seen": Counter(), "unseen": Counter()}
    for record in records(data / "quantities.jsonl.gz"):
        text = record["text"]
        article = Article("q", text)
        found = find_quantities(article, [Span("q", 0, len(text))])
        tally = counts["unseen" if half_of(text) else "seen"]
        gold = [(_gold(entry["value"]), entry["change"]) for entry in record["quantities"]]
        left = [(nominal(quantity), _change(quantity)) for quantity in found]
        tally["gold"] += len(gold)
        tally["found"] += len(left)
        for value, change in gold:
            match = next((pair for pair in left if pair[0] == value), None)
            if match is not None:
                left.remove(match)
                tally["matched"] += 1
                tally["hedge"] += match[1] == change or change in ("up", "down")
    return {
        f"NewsQuant, {half} half: {name}": value
        for half, tally in counts.items()
        for name, value in _scores(tally).items()
    }


def _scores(tally: Counter[str]) -> dict[str, float]:
    values = Counts(tally["matched"], tally["found"], tally["gold"])
    return values.figures("values") | {"hedges right, of values found": Counts(tally["hedge"], tally["matched"]).share}


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
