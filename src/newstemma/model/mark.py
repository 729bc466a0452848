"""What `annotate` marks inside one article: mentions of names, quantities, times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newstemma.model.identity import fingerprint
from newstemma.model.span import Span

__all__ = ["EntityType", "Granularity", "Mention", "Quantity", "Relative", "TimeType", "When"]

EntityType = Literal["person", "organization", "place", "other"]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name, nominal or pronoun that stands for somebody or something.

    `name` is the fullest name that the same article gives to the same referent, so that two mentions of one article
    with one `name` are coreferent; it is empty where the article does not say whom a nominal or pronoun means ("a
    spokesman"). `title` is the office or apposition that stands at this mention ("secretary of state"), in the
    article's words, or empty.
    """

    span: Span
    form: Literal["name", "nominal", "pronoun"]
    type: EntityType
    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a range, with its hedge, its unit and what is counted.

    `low` and `high` are `None` where there is no bound on that side; `low_open` and `high_open` exclude the bound
    itself: "more than 84,000" is low 84000, low_open, high None; "up to 30" is low None, high 30. `hedge` is the
    hedging word as printed ("about"), or empty. `unit` is "" for a plain count, "%" for per cent, an ISO 4217 code for
    money, else a unit's singular name ("kilometre", "year"). `counted` is the head of what is counted, lower case and
    singular ("person", "prisoner"), or empty. An age has a unit of time and counts "age", a fraction has the unit "%".
    Ordinals are no quantities.
    """

    span: Span
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    hedge: str = ""
    unit: str = ""
    counted: str = ""

    @property
    def id(self) -> str:
        """Identifier made from where it stands."""
        return fingerprint("quantity", self.span)


TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal["year", "quarter", "month", "week", "day", "part", "hour", "minute"]


@dataclass(frozen=True, slots=True)
class Relative:
    """How a time expression hangs on the day of its article, before it is anchored.

    `unit` "weekday" means a named day of the week, `ordinal` its number (Monday 1 to Sunday 7); "monthname" a named
    month without a year, `ordinal` 1 to 12, with `day` where the day of the month is given ("Feb. 4"); any other unit
    counts `amount` of it from the anchor (−1 "yesterday", "last week", −3 "three days ago"). `direction` −1, 0 or 1
    says whether the nearest one before, around or after is meant. `part` is a TIMEX3 part of the day ("MO", "AF", "EV",
    "NI", or "T18:30"), or empty.
    """

    unit: Literal["weekday", "monthname", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year"]
    amount: int = 0
    ordinal: int = 0
    day: int = 0
    direction: Literal[-1, 0, 1] = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and, once anchored, the interval that it means.

    `type` and `value` follow TimeML's TIMEX3; `value` has X for what the text alone does not say ("XXXX-WXX-1" for
    "Monday") until `align` anchors it. `earliest` and `latest` are the first and the last moment, both included to the
    second, in the clock of the place that the text speaks of, which is mostly unsaid; `None` before anchoring and for
    durations and sets. `inferred` says that the anchor was the story's date, since the article has none of its own.
    """

    span: Span
    type: TimeType
    value: str
    granularity: Granularity
    relative: Relative | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    inferred: bool = False

    @property
    def id(self) -> str:
        """Identifier made from where it stands."""
        return fingerprint("time", self.span)
