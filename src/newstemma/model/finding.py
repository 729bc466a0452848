"""What comparison finds: differences, silences, wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newstemma.model.claim import Claim
from newstemma.model.identity import fingerprint
from newstemma.model.span import Span

__all__ = [
    "Difference",
    "DifferenceKind",
    "Nature",
    "NumberValue",
    "Position",
    "Silence",
    "TimeValue",
    "Wording",
    "WordingTerm",
    "contested",
]

DifferenceKind = Literal["number", "time", "place", "name", "wording", "attribution"]
Nature = Literal["conflict", "update", "precision", "scope", "clock"]


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number as a range; see `Quantity` for the bounds."""

    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    unit: str


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time as an interval, both ends included."""

    earliest: datetime
    latest: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """One of the values that accounts give for one thing, with exact words: `text` is that of the first witness."""

    value: NumberValue | TimeValue | str
    text: str
    witnesses: tuple[Span, ...]

    @property
    def id(self) -> str:
        """Identifier made from where its witnesses stand."""
        return fingerprint("position", *self.witnesses)


@dataclass(frozen=True, slots=True)
class Difference:
    """Positions on one thing that are not the same, and the nature of the difference.

    "conflict" only where no value can satisfy both; "precision" where one range lies in the other or both round to one;
    "scope" where they count different things, or have open ends that face each other ("more than 15", "up to 44");
    "update" where a later article has a later count or itself calls the other value former; "clock" where time zones
    can explain it. The kind "attribution" holds what one account reports and another as denied, as not yet so or as
    still to come, and the causes that accounts name for one event. `about` says in the articles' words what is
    compared. `claim` is a claim's identifier or empty.
    """

    id: str
    kind: DifferenceKind
    nature: Nature
    about: str
    positions: tuple[Position, ...]
    claim: str = ""


def contested(claims: Iterable[Claim], differences: Iterable[Difference]) -> frozenset[str]:
    """Return the claims that state one of the positions of a conflict, by identifier.

    >>> contested([], [])
    frozenset()
    """
    disputed: dict[str, list[Span]] = {}
    for difference in differences:
        if difference.nature == "conflict":
            for position in difference.positions:
                for witness in position.witnesses:
                    disputed.setdefault(witness.article, []).append(witness)
    return frozenset(
        claim.id
        for claim in claims
        if any(own.overlaps(other) for own in claim.witnesses for other in disputed.get(own.article, ()))
    )


@dataclass(frozen=True, slots=True)
class Silence:
    """The articles in which a claim that others carry was not found."""

    claim: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordingTerm:
    """One term that articles use for a referent, with its witnesses."""

    text: str
    witnesses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The terms that articles use for one referent, side by side."""

    referent: str
    terms: tuple[WordingTerm, ...]
