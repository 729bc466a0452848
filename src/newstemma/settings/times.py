"""Settings of the reading and anchoring of times."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TimeSettings"]


@dataclass(frozen=True, slots=True)
class TimeSettings:
    """How time expressions are brought to intervals.

    >>> TimeSettings().night_ends_hour
    6
    """

    night_ends_hour: int = 6
    """Hour of the next day at which a night ends, so that "Monday night" reaches into Tuesday. Set by judgement."""
    future_reach: int = 14
    """Words before a weekday or month among which "will", "plans to" and the like show that it lies ahead. On the seen
    half of TimeBank, 8 to 20 gave the same values."""
    day_ahead_days: int = 92
    """Days after the article's within which a day of a month without a year ("Nov. 21") is taken to lie ahead, although
    nothing else says so. On the seen half of TimeBank such days were ahead; months without a day mostly were not."""
    compared_reach: int = 300
    """Characters after a named quarter within which "a year earlier" means the same quarter of the year before."""
    tense_reach: int = 120
    """Characters before a bare month in which, inside its sentence, "will", "by" and the like show that it lies
    ahead."""
