"""Quantities: the printed value, its unit, and the direction of the hedge.

Measured on the sentences of NewsQuant, in two parts by a hash of the text: the rules were written with a look at the
seen three quarters alone.

`python -m evals.quantities` prints the figures.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evals.counts import Counts
from evals.gold import records, report
from newstemma.annotate.lexer import lex
from newstemma.annotate.nouns import singular
from newstemma.annotate.quantities import find_quantities
from newstemma.annotate.units import unit_at
from newstemma.model import Article, Quantity, Span

__all__ = ["main", "measure", "nominal"]


def nominal(quantity: Quantity, text: str) -> str:
    """Return the number that was printed, as NewsQuant writes it: hedges taken off, ranges as "low-high".

    >>> text = "Some 20 to 30 boats, or nearly 300 people, left."
    >>> [nominal(each, text) for each in find_quantities(Article("q", text), [Span("q", 0, len(text))])]
    ['20-30', '300']
    """
    if quantity.hedge:
        bare = quantity.span.of(text).replace(quantity.hedge, " ", 1)
        alone = find_quantities(Article("q", bare), [Span("q", 0, len(bare))])
        if len(alone) == 1 and not alone[0].hedge:
            return nominal(alone[0], bare)
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return _figure(high if low is None else low)
    return _figure(low) if low == high else f"{_figure(low)}-{_figure(high)}"


def printed_values(found: Sequence[Quantity], text: str) -> list[tuple[str, Quantity]]:
    """Return the printed number of each quantity; a change "from 9 to 5" is one range, as NewsQuant has it.

    >>> text = "It fell from 9 miles in May to 5 miles."
    >>> [value for value, _ in printed_values(find_quantities(Article("q", text), [Span("q", 0, len(text))]), text)]
    ['5-9']
    """
    values: list[tuple[str, Quantity]] = []
    for quantity in found:
        former = values[-1][1] if values else None
        if former is not None and _is_change(former, quantity, text):
            low, high = sorted((former.low or 0.0, quantity.low or 0.0))
            values[-1] = (f"{_figure(low)}-{_figure(high)}", quantity)
        else:
            values.append((nominal(quantity, text), quantity))
    return values


def _is_change(first: Quantity, second: Quantity, text: str) -> bool:
    """Tell whether the text goes from one single number to the next, in one unit: "from 9 miles in May to 5 miles"."""
    if first.low is None or first.low != first.high or second.low is None or second.low != second.high:
        return False
    before, between = text[: first.span.start].split()[-1:], text[first.span.end : second.span.start].split()
    same = first.unit == second.unit and (bool(first.unit) or first.counted == second.counted)
    return same and before == ["from"] and between[-1:] == ["to"] and len(between) <= 4


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"


def _gold(value: str) -> str:
    try:
        return _figure(float(value))
    except ValueError:
        return "-".join(_figure(part) for part in sorted(float(part) for part in value.split("-")))


def _change(quantity: Quantity) -> str:
    if not quantity.hedge:
        return "="
    if quantity.high is None:
        return ">"
    return "<" if quantity.low is None else "~"


# What the annotators of NewsQuant call what our reader names otherwise, and its reading of the name does not tell.
_CALLED = {
    "people": "person", "kids": "child", "count": "time", "percentage": "%", "year of age": "age",
    "month of age": "age", "pound-mass": "pound", "brake horsepower": "horsepower", "foot pound-force": "pound-foot",
    "parts-per-billion": "part per billion", "parts-per-million": "part per million", "-": "",
}  # fmt: skip


def _names(gold: str) -> set[str]:
    """Return the names under which we may carry NewsQuant's unit: its own, ours as read, and of a rate what is divided.

    >>> sorted(_names("hong kong dollar")), sorted(_names("kilometer per hour"))
    (['HKD', 'hong kong dollar'], ['kilometer', 'kilometer per hour', 'kilometre', 'kilometre per hour'])

    A currency without its country ("krone") is one with its country where our reader leaves the country open.
    """
    names = {gold} if gold in _CALLED else {gold, re.split(r" per | of ", gold)[0]}
    for name in list(names):
        names.add(_CALLED.get(name, name))
        lexemes = lex(f"1 {name}")
        found = unit_at(lexemes, 1)
        if found is not None and found[0] == len(lexemes):
            names.add(found[1])
            alone = unit_at(lexemes, len(lexemes) - 1)
            names |= {alone[1]} if alone is not None and found[1].isupper() and alone[1].islower() else set()
    return names


def _same_unit(quantity: Quantity, gold: str, printed: str) -> bool:
    """Tell whether the unit, or what is counted, is NewsQuant's: of counted things the head ("snaps of coverage")."""
    ours = "age" if quantity.counted == "age" else quantity.unit or quantity.counted
    if ours in _names(gold):
        return True
    heads = gold.rpartition(" ")[2], re.split(r" (?:of|in|for) ", printed)[0].rpartition(" ")[2]
    return not quantity.unit and bool(ours) and ours in {singular(head.lower()) for head in heads}


def quarter_of(identifier: str) -> int:
    """Return the quarter, 0 to 3, that a record belongs to; nobody looks at the last one."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 4


def measure(data: Path) -> dict[str, float]:
    """Return precision, recall and F1 of printed values, F1 with the unit, and how often the hedge is right."""
    counts: dict[str, Counter[str]] = {"all": Counter(), "seen": Counter(), "unseen": Counter()}
    for record in records(data / "quantities.jsonl.gz"):
        text = record["text"]
        article = Article("q", text)
        found = find_quantities(article, [Span("q", 0, len(text))])
        tallies = counts["all"], counts["unseen" if quarter_of(text) == 3 else "seen"]
        tally: Counter[str] = Counter()
        gold = [
            (_gold(each["value"]), each["change"], each["normalized_unit"], each["unit"])
            for each in record["quantities"]
        ]
        left = printed_values(found, text)
        tally["gold"] += len(gold)
        tally["found"] += len(left)
        for value, change, unit, printed in gold:
            alike = [pair for pair in left if pair[0] == value]
            match = next((pair for pair in alike if _same_unit(pair[1], unit, printed)), next(iter(alike), None))
            if match is not None:
                left.remove(match)
                tally["matched"] += 1
                tally["hedge"] += _change(match[1]) == change or change in ("up", "down")
                tally["unit"] += _same_unit(match[1], unit, printed)
        for each in tallies:
            each.update(tally)
    return {
        f"NewsQuant, {part}: {name}": value for part, tally in counts.items() for name, value in _scores(tally).items()
    }


def _scores(tally: Counter[str]) -> dict[str, float]:
    values = Counts(tally["matched"], tally["found"], tally["gold"])
    return values.figures("values") | {
        "values F1, unit right": Counts(tally["unit"], tally["found"], tally["gold"]).f1,
        "hedges right, of values found": Counts(tally["hedge"], tally["matched"]).share,
    }


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
