"""How two numbers stand to each other as ranges: equal, nested, the same when rounded, near, or apart."""

from __future__ import annotations

from math import floor, inf, log10

from newstemma.model import Quantity

__all__ = ["equal", "exact", "facing", "intersect", "nominal", "quotient", "round_alike", "significant", "vague"]


def nominal(quantity: Quantity) -> float:
    """Return the number that stands for a quantity: the one in print where it is hedged, else the middle of a range.

    >>> from newstemma.model import Span
    >>> nominal(Quantity(Span("a", 0, 9), 36.0, 40.0, high_open=True, hedge="almost"))
    40.0
    """
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return (high if low is None else low) or 0.0
    if quantity.hedge and quantity.low_open != quantity.high_open:
        return low if quantity.low_open else high
    return low if low == high else (low + high) / 2


def equal(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities are the same range."""
    return _range(first) == _range(second)


def _range(quantity: Quantity) -> tuple[float | None, float | None, bool, bool]:
    return quantity.low, quantity.high, quantity.low_open, quantity.high_open


def intersect(first: Quantity, second: Quantity) -> bool:
    """Tell whether some value satisfies both."""
    (low, low_open), (high, high_open) = (
        max((_low(first), first.low_open), (_low(second), second.low_open)),
        min((_high(first), not first.high_open), (_high(second), not second.high_open)),
    )
    return low < high or (low == high and not low_open and high_open)


def facing(first: Quantity, second: Quantity) -> bool:
    """Tell whether two half-open ranges point towards each other, so that neither lies in the other.

    >>> from newstemma.model import Span
    >>> facing(Quantity(Span("a", 0, 1), 20.0, None), Quantity(Span("b", 0, 1), None, 60.0))
    True
    """
    return (first.low is None and second.high is None) or (first.high is None and second.low is None)


def _low(quantity: Quantity) -> float:
    return -inf if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> float:
    return inf if quantity.high is None else quantity.high


def round_alike(first: Quantity, second: Quantity) -> bool:
    """Tell whether the more exact number rounds, or is cut, to the other.

    The other needs two figures that count, or must be within a twentieth: 621 is 600 in round numbers, 540 is not 500.
    """
    one, other = nominal(first), nominal(second)
    if one <= 0 or other <= 0 or one == other:
        return one == other
    digits = min(significant(one), significant(other))
    step = 10.0 ** (floor(log10(max(one, other))) - digits + 1)
    cut = floor(one / step + 1e-9) == floor(other / step + 1e-9)
    telling = digits >= 2 or quotient(first, second) <= 1.05
    return telling and (cut or _rounded(one, digits) == _rounded(other, digits))


def significant(value: float) -> int:
    """Return how many figures of a number count.

    >>> significant(84_000), significant(2.5), significant(0.07)
    (2, 2, 1)
    """
    return len(f"{value:.12g}".replace(".", "").split("e")[0].strip("0"))


def _rounded(value: float, digits: int) -> float:
    return round(value, digits - 1 - floor(log10(value)))


def quotient(first: Quantity, second: Quantity) -> float:
    """Return how many times the larger number is the smaller one, at least 1."""
    small, large = sorted((abs(nominal(first)), abs(nominal(second))))
    return 1.0 if small == large else inf if small == 0 else large / small


def exact(quantity: Quantity) -> bool:
    """Tell whether the number has two or more figures that count, so that meeting it by chance is unlikely."""
    return significant(nominal(quantity)) >= 2


def vague(quantity: Quantity) -> bool:
    """Tell whether the range spans a power of ten or more, like "thousands"."""
    low, high = quantity.low, quantity.high
    return low is not None and high is not None and low > 0 and high / low >= 10
