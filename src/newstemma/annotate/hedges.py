"""Words around a number that open its bounds: "about", "more than", "up to", "or so"."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from typing import Literal

from newstemma.settings.quantities import QuantitySettings

__all__ = ["Bounds", "Hedge", "hedge_after", "hedge_before", "widen"]

Hedge = Literal["about", "nearly", "over", "least", "under", "most", "just over"]

_PHRASES: tuple[tuple[Hedge, str], ...] = (
    (
        "about",
        """
        about / around / roughly / approximately / approx / approx . / some / circa / an estimated / estimated /
        ~ / ≈ / something like / in the region of / in the order of / on the order of / in the neighborhood of /
        in the neighbourhood of / more or less / give or take / estimated at / averaged / averaging / an average
        of / on average
        """,
    ),
    (
        "nearly",
        """
        nearly / almost / close to / just under / just below / just short of / approaching / nearing / not quite
        / virtually / slightly less than / slightly under / a little under / little less than
        """,
    ),
    (
        "just over",
        """
        just over / just above / slightly more than / slightly over / a little over / little more than
        """,
    ),
    (
        "over",
        """
        more than / more - than / over / over than / in excess of / upwards of / upward of / above / greater
        than / well over / > / far more than / much more than / exceeding / exceeds / exceeded / exceed /
        topping / topped / tops / surpassing / surpassed / surpasses / north of / beyond / well above / higher
        than / larger than / better than / well in excess of / greater or equal to
        """,
    ),
    (
        "least",
        """
        at least / no fewer than / no less than / not less than / not fewer than / a minimum of / minimum of /
        at minimum / minimum / as little as / as few as / as low as / ≥ / > = / at the very least
        """,
    ),
    (
        "under",
        """
        fewer than / less than / far fewer than / far less than / under / below / well under / well below /
        smaller than / lower than / < / short of / not even / sub - / south of / just shy of / shy of
        """,
    ),
    (
        "most",
        """
        up to / upto / as many as / as much as / at most / at the most / no more than / not more than / a
        maximum of / maximum of / as high as / as long as / as large as / not exceeding / ≤ / < = / a max of /
        max
        """,
    ),
)
_PHRASES_AFTER: tuple[tuple[Hedge, str], ...] = (
    (
        "least",
        """
        or more / and up / + / and counting / plus / or over / or higher / or greater / or above / or better /
        and over / and above / or older / and older / - plus
        """,
    ),
    ("about", "or so / or thereabouts / more or less / - odd / - ish / odd"),
    (
        "most",
        """
        or less / or fewer / or under / or lower / or below / and under / and below / or younger / and younger
        """,
    ),
)
_BEFORE: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): hedge for hedge, phrases in _PHRASES for phrase in phrases.split("/")
}
_AFTER: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): hedge for hedge, phrases in _PHRASES_AFTER for phrase in phrases.split("/")
}
_LONGEST = max(map(len, _BEFORE))


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range; see `Quantity` for what its ends mean."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


def hedge_before(words: list[str], index: int) -> tuple[int, Hedge] | None:
    """Read the longest hedge that ends right before `index`: where it begins, and its kind.

    >>> hedge_before("arrested more than 40".split(), 3)
    (1, 'over')
    """
    for length in range(min(_LONGEST, index), 0, -1):
        if hedge := _BEFORE.get(tuple(words[index - length : index])):
            return index - length, hedge
    return None


def hedge_after(words: list[str], index: int) -> tuple[int, Hedge] | None:
    """Read the hedge that begins at `index`: where it ends, and its kind.

    >>> hedge_after("40 or so people".split(), 1)
    (3, 'about')
    """
    for length in range(min(3, len(words) - index), 0, -1):
        if hedge := _AFTER.get(tuple(words[index : index + length])):
            # "It was up 3 miles and up 5", "5 or more than 6" say nothing of the number before.
            following = words[index + length] if index + length < len(words) else ""
            return (
                None
                if following[:1].isdigit() or following in ("to", "than", "from", "by")
                else (index + length, hedge)
            )
    return None


def widen(value: float, hedge: Hedge, settings: QuantitySettings) -> Bounds:
    """Return the range that `value` means under `hedge`.

    >>> widen(300.0, "about", QuantitySettings())
    Bounds(low=270.0, high=330.0, low_open=False, high_open=False)
    """
    slack = _slack(value, settings)
    match hedge:
        case "about":
            return Bounds(value - slack, value + slack)
        case "nearly":
            return Bounds(value - slack, value, high_open=True)
        case "just over":
            return Bounds(value, value + slack, low_open=True)
        case "over":
            return Bounds(value, None, low_open=True)
        case "least":
            return Bounds(value, None)
        case "under":
            return Bounds(None, value, high_open=True)
        case "most":
            return Bounds(None, value)


def _slack(value: float, settings: QuantitySettings) -> float:
    """Half a unit of the last figure that is not zero, within the shares of the value that the settings allow."""
    if value <= 0:
        return 0.0
    step = 10.0 ** floor(log10(value))
    while abs(value / step - round(value / step)) > 1e-6 and step > value * 1e-6:
        step /= 10.0
    return min(max(step / 2, settings.approximate_least * value), settings.approximate_most * value)
