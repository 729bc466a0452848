"""Why numbers for one thing differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product

from newstemma.compare.event_terms import GROWING, STOP_WORDS, term_of
from newstemma.compare.figures import Figure
from newstemma.compare.ranges import facing, intersect, nominal, quotient, round_alike, significant
from newstemma.model import Nature

__all__ = ["days_apart", "days_between", "grows", "nature_of"]

_DISTINCT = 1.1  # quotient from which a later count says more than the earlier one said in other words


def nature_of(positions: Sequence[Sequence[Figure]]) -> Nature:
    """Tell why values differ, from the mildest explanation that all pairs of positions allow.

    The first figure of each position stands for its value. Half-open ranges that point towards each other, "more than
    20" and "up to 60", are no precision, since neither lies in the other: they are taken to count different things.
    """
    pairs = [(one, other) for at, one in enumerate(positions) for other in positions[at + 1 :]]
    apart = [(one, other) for one, other in pairs if not _agree(one[0], other[0])]
    if apart and not _rounded_from_one([position[0] for position in positions]):
        if all(_updated(one, other) for one, other in apart):
            return "update"
        return "scope" if all(_of_two_kinds(one[0], other[0]) for one, other in apart) else "conflict"
    distinct = [(one, other) for one, other in pairs if quotient(one[0].quantity, other[0].quantity) > _DISTINCT]
    if distinct and all(_updated(one, other) for one, other in distinct):
        return "update"
    if any(_narrowed(one[0], other[0]) for one, other in pairs):
        return "scope"
    return "scope" if all(facing(one[0].quantity, other[0].quantity) for one, other in pairs) else "precision"


def _agree(one: Figure, other: Figure) -> bool:
    return intersect(one.quantity, other.quantity) or round_alike(one.quantity, other.quantity)


def _rounded_from_one(figures: Sequence[Figure]) -> bool:
    """Tell whether all numbers round the one with the most figures: 52.9, cut to 52 and rounded to 53."""
    finest, *others = sorted(figures, key=lambda figure: -significant(nominal(figure.quantity)))
    exact = finest.quantity.low == finest.quantity.high
    finer = all(significant(nominal(other.quantity)) < significant(nominal(finest.quantity)) for other in others)
    return exact and finer and all(_agree(finest, other) for other in others)


def _of_two_kinds(one: Figure, other: Figure) -> bool:
    return bool(one.kind) and bool(other.kind) and one.kind != other.kind


def _narrowed(one: Figure, other: Figure) -> bool:
    """Tell whether one of two phrases has an adjective before its noun that the other has not: "undocumented"."""
    first, second = (
        {word for word in figure.words[1:-1] if word.isalpha() and word.islower() and word not in STOP_WORDS}
        - set(figure.quantity.hedge.lower().split())
        for figure in (one, other)
    )
    alike = one.kind == other.kind and nominal(one.quantity) == nominal(other.quantity)
    return alike and bool(one.kind) and first != second


def days_between(one: Figure, other: Figure) -> int:
    """Return the days between the articles of two numbers, 0 where one of them has no date."""
    return days_apart(one.published, other.published)


def days_apart(one: date | None, other: date | None) -> int:
    """Return the days between two days of publication, 0 where one of them is not known.

    >>> days_apart(date(2031, 3, 4), date(2031, 3, 1)), days_apart(None, date(2031, 3, 1))
    (3, 0)
    """
    return 0 if one is None or other is None else abs((one - other).days)


def grows(one: Figure, other: Figure) -> bool:
    """Tell whether two numbers count what grows, or is corrected, while a story goes on."""
    return bool(GROWING & _events(one) & _events(other))


def _events(figure: Figure) -> set[str]:
    """Return the events near a number; what it counts may name one itself: "wounded"."""
    return {*figure.context.events, term_of(figure.quantity.counted)}


def _updated(one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Tell whether one value replaced the other: because an article says so, or because the larger count came later."""
    smaller, larger = sorted((one, other), key=lambda position: nominal(position[0].quantity))
    if any(figure.former for figure in (*smaller, *larger)):
        return True
    first, second = _earliest(smaller), _earliest(larger)
    if first is None or second is None or first >= second:
        return False
    return any(figure.grown for figure in larger) or any(grows(*pair) for pair in product(smaller, larger))


def _earliest(position: Sequence[Figure]) -> date | None:
    """Return the day on which a value was first published; `None` where an article that gives it has no date."""
    days = [figure.published for figure in position]
    return None if None in days else min(day for day in days if day is not None)
