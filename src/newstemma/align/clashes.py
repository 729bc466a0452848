"""Whether two occasions can be one: what is stated of medium, place and time, and where it excludes the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce

from newstemma.align.occasions import Setting
from newstemma.model import When

__all__ = ["Stated", "clashing", "same_setting", "stated", "stated_together"]

_STATED_THROUGH = frozenset({"post", "email", "letter", "document", "press"})  # what a statement may come by
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one or several settings state, in the form in which it is compared.

    `places` are the words of place names, `intervals` times without time zone, `days` times of a day without a date.
    """

    media: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    intervals: frozenset[tuple[datetime, datetime]] = frozenset()
    days: frozenset[str] = frozenset()

    def __or__(self, other: Stated) -> Stated:
        """Return what the two state together."""
        return Stated(
            self.media | other.media,
            self.places | other.places,
            self.intervals | other.intervals,
            self.days | other.days,
        )

    def __bool__(self) -> bool:
        """Tell whether anything is stated."""
        return bool(self.media or self.places or self.intervals or self.days)


def stated(setting: Setting) -> Stated:
    """Return what a setting states; a town and its country may share a word of their names."""
    intervals = [_interval(time) for time in setting.times]
    return Stated(
        media=setting.values("medium"),
        places=frozenset(
            word for name in setting.values("where") for word in name.split() if word not in ("the", "of")
        ),
        intervals=frozenset(interval for interval in intervals if interval),
        days=frozenset(time.value[:10] for time in setting.times if _interval(time) is None and _is_day(time)),
    )


def stated_together(settings: Iterable[Setting]) -> Stated:
    """Return what several settings state together."""
    return reduce(Stated.__or__, map(stated, settings), Stated())


def _interval(time: When) -> tuple[datetime, datetime] | None:
    if time.earliest is None or time.latest is None:
        return None
    return time.earliest.replace(tzinfo=None), time.latest.replace(tzinfo=None)


def _is_day(time: When) -> bool:
    return time.granularity == "day" and time.value[:1] in "0123456789X"


def clashing(one: Stated, other: Stated) -> frozenset[str]:
    """Return the kinds of circumstance in which two occasions exclude each other, "day" for times over a day apart.

    >>> sorted(clashing(Stated(media=frozenset({"post"})), Stated(media=frozenset({"interview"}))))
    ['medium']

    A kind that either does not state is no clash, and places that share a word are none ("San Pedro", "San Pedro
    Sula"): a town and its country cannot be told apart without a gazetteer.
    """
    found = set()
    here, there = one.media, other.media
    if here and there and not here & there and not ("statement" in here | there and (here | there) & _STATED_THROUGH):
        found.add("medium")
    if one.places and other.places and not one.places & other.places:
        found.add("where")
    gap = _gap(one, other)
    if gap > timedelta(0):
        found.add("when")
        if gap > _ONE_DAY:
            found.add("day")
    return frozenset(found)


def _gap(one: Stated, other: Stated) -> timedelta:
    """Return the time between the two; nothing where they meet, or where neither can be compared with the other."""
    if (one.intervals or one.days) and (other.intervals or other.days):
        if one.intervals and other.intervals:
            return min(
                max(later[0] - earlier[1], earlier[0] - later[1], timedelta(0))
                for earlier in one.intervals
                for later in other.intervals
            )
        comparable = {len(day) for day in one.days} & {len(day) for day in other.days}
        if comparable and not one.days & other.days:
            return timedelta(hours=12)
    return timedelta(0)


def same_setting(one: Stated, other: Stated) -> bool:
    """Tell whether medium, place and day are all stated, and the same."""
    return (
        bool(one.media & other.media and one.places & other.places)
        and bool((one.intervals or one.days) and (other.intervals or other.days))
        and not clashing(one, other)
    )
