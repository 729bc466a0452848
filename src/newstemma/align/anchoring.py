"""Times brought to intervals: by the article's day, else by the story's, which is marked as inferred."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from newstemma.model import AnnotatedArticle, Relative, When, day_of
from newstemma.settings.times import TimeSettings

__all__ = ["anchor_times", "interval", "story_day"]

_DEFAULT = TimeSettings()
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})(?:-(?P<day>\d{2}))?|Q(?P<quarter>[1-4])|W(?P<week>\d{2})(?P<weekend>-WE)?"
    r"|(?P<season>SP|SU|FA|WI)))?(?:T(?P<part>MO|MI|AF|EV|NI|DT|\d{2}:\d{2}))?"
)
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_COMPARED = re.compile(r"year[ -](?:ago|earlier)")
_AHEAD = re.compile(
    r"\b(?:will|would|expect(?:s|ed)?|scheduled|due|plans?|planned|until|by|slated|set to)\b", re.IGNORECASE
)
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # northern, meteorological: the first of three months
# First hour of a part of the day and the hour before which it ends; a night ends on the next day, see the settings.
_PART_HOURS = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 22), "DT": (6, 18)}
_NIGHT_BEGINS = 18


def anchor_times(articles: Sequence[AnnotatedArticle], *, settings: TimeSettings = _DEFAULT) -> tuple[When, ...]:
    """Return the times of all `articles` of one story with value and interval, in the order of their spans.

    >>> from newstemma.model import Article, Metadata, Span
    >>> monday = When(Span("a", 0, 6), "DATE", "XXXX-WXX-1", "day", Relative("weekday", ordinal=1))
    >>> about = Metadata(published=date(2025, 2, 5))
    >>> [when] = anchor_times([AnnotatedArticle(Article("a", "Monday", about=about), times=(monday,))])
    >>> when.value, when.earliest.isoformat(), when.latest.isoformat()
    ('2025-02-03', '2025-02-03T00:00:00', '2025-02-03T23:59:59')

    A weekday without direction is the nearest one past, today included, as news writes it; a bare month lies ahead
    where the words before it look ahead. "The quarter", and "a year earlier" right after one, go back to the quarter
    that was told of before. What cannot be placed, since
    no article of the story has a date, or since it hangs on another event, comes back as it was.
    """
    shared = story_day([article.article.about.published for article in articles])
    anchored: list[When] = []
    for article in articles:
        own = day_of(article.article.about.published)
        reported = _Reported(article.article.text, settings)
        for when in article.times:
            ahead = replace(when, relative=reported.turned(when))
            anchored.append(reported.read(_anchored(ahead, own or shared, own is None, settings), when))
    return tuple(sorted(anchored, key=lambda when: when.span))


class _Reported:
    """What an article has told of, from which a quarter or a month without a year takes its meaning."""

    def __init__(self, text: str, settings: TimeSettings) -> None:
        self._text, self._settings = text, settings
        self._quarter, self._told_at = "", 0

    def turned(self, when: When) -> Relative | None:
        """Return how an expression hangs on the day: ahead where the words before a bare month look ahead."""
        relative = when.relative
        if relative is None or relative.unit != "monthname" or relative.day or relative.direction or relative.amount:
            return relative
        before = self._text[max(0, when.span.start - self._settings.tense_reach) : when.span.start]
        sentence = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
        return replace(relative, direction=1) if _AHEAD.search(sentence) else relative

    def read(self, placed: When, printed: When) -> When:
        """Return an anchored time, a quarter or "a year earlier" taken from the quarter that was told of before."""
        words = placed.span.of(self._text).lower()
        relative = printed.relative
        if relative is not None and placed.earliest is not None and not words.startswith(("this ", "current ")):
            if relative.unit == "quarter" and not relative.ordinal:
                told = self._quarter or _shifted(placed.value, -1)
                ago = relative.amount == -4 or "last year" in words
                if relative.amount in (0, -4) and _QUARTER.fullmatch(told):
                    placed = self._with_value(placed, _shifted(told, -4) if ago else told)
            elif self._compares(relative, words, placed.span.start):
                return self._with_value(placed, _shifted(self._quarter, -4))
        if _QUARTER.fullmatch(placed.value) and not (relative and relative.amount == -4):
            self._quarter, self._told_at = placed.value, placed.span.end
        return placed

    def _compares(self, relative: Relative, words: str, at: int) -> bool:
        """Tell whether a quarter was named right before, with which "a year earlier" compares."""
        near = bool(self._quarter) and at - self._told_at <= self._settings.compared_reach
        return near and relative.unit == "year" and relative.amount == -1 and bool(_COMPARED.search(words))

    def _with_value(self, when: When, value: str) -> When:
        bounds = interval(value, night_ends_hour=self._settings.night_ends_hour)
        if bounds is None:
            return when
        return replace(when, value=value, granularity="quarter", earliest=bounds[0], latest=bounds[1])


def _shifted(quarter: str, by: int) -> str:
    """Return the quarter so many after another one; anything else comes back as it is.

    >>> _shifted("2031-Q1", -1), _shifted("2031-Q3", -4)
    ('2030-Q4', '2030-Q3')
    """
    if not _QUARTER.fullmatch(quarter):
        return quarter
    number = int(quarter[:4]) * 4 + int(quarter[-1]) - 1 + by
    return f"{number // 4:04}-Q{number % 4 + 1}"


def story_day(published: Sequence[date | None]) -> date | None:
    """Return the day that most of the dates support, the median of those where several do; `None` without a date.

    >>> story_day([date(2025, 2, 4), None, date(2025, 2, 5), date(2025, 2, 4)])
    datetime.date(2025, 2, 4)
    """
    counts = Counter(day for moment in published if (day := day_of(moment)) is not None)
    if not counts:
        return None
    most = max(counts.values())
    best = sorted(day for day, count in counts.items() if count == most)
    return best[(len(best) - 1) // 2]


def _anchored(when: When, anchor: date | None, inferred: bool, settings: TimeSettings) -> When:
    value, hangs = when.value, False
    if when.relative is not None:
        filled = None if anchor is None else _filled(when, when.relative, anchor, settings)
        if filled is None:
            return when
        value, hangs = filled, True
    if when.type not in ("DATE", "TIME"):
        return when
    bounds = interval(value, night_ends_hour=settings.night_ends_hour)
    if bounds is None:
        return when
    return replace(when, value=value, earliest=bounds[0], latest=bounds[1], inferred=hangs and inferred)


def _filled(when: When, relative: Relative, anchor: date, settings: TimeSettings) -> str | None:
    """Return the TIMEX3 value that a relative expression has on the day `anchor`; `None` outside the calendar."""
    try:
        return _value_on(when, relative, anchor, settings)
    except (OverflowError, ValueError):
        return None


def _value_on(when: When, relative: Relative, anchor: date, settings: TimeSettings) -> str:
    amount = relative.amount
    match relative.unit:
        case "weekday":
            return _timed(_weekday(relative, anchor).isoformat(), relative)
        case "monthname":
            return _timed(_named_month(relative, anchor, settings), relative)
        case "day" | "hour" | "minute":
            days = amount if relative.unit == "day" else 0
            return _timed((anchor + days * _DAY).isoformat(), relative)
        case "week" | "weekend":
            year, week, _ = (anchor + 7 * amount * _DAY).isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if relative.unit == "weekend" else "")
        case "month":
            months = anchor.year * 12 + anchor.month - 1 + amount
            return f"{_checked(months // 12):04}-{months % 12 + 1:02}"
        case "quarter":
            return _quarter(relative, anchor)
        case "year":
            year = _checked(anchor.year + amount)
            return when.value.replace("XXXX", f"{year:04}") if "XXXX" in when.value else f"{year:04}"[: len(when.value)]


def _checked(year: int) -> int:
    return date(year, 1, 1).year


def _timed(value: str, relative: Relative) -> str:
    part = relative.part
    return value + (part if part.startswith("T") or not part else f"T{part}")


def _weekday(relative: Relative, anchor: date) -> date:
    """Return the day of a named weekday: "last" and "next" leave the anchor's own day out."""
    ahead = (relative.ordinal - anchor.isoweekday()) % 7
    if relative.direction > 0:
        return anchor + (ahead or (7 if relative.amount else 0)) * _DAY
    if ahead == 1 and not relative.direction and not relative.amount:
        return anchor + _DAY  # day has broken elsewhere: nobody names the weekday of six days ago like this
    behind = -ahead % 7
    return anchor - (behind or (7 if relative.amount else 0)) * _DAY


def _named_month(relative: Relative, anchor: date, settings: TimeSettings) -> str:
    """Return month or day of a month without a year: the nearest past one, the anchor's included, unless ahead."""
    place = (relative.ordinal, relative.day or anchor.day)
    today = (anchor.month, anchor.day)
    if relative.amount and not relative.day:
        place, today = (relative.ordinal, 0), (anchor.month, 0)
    year = anchor.year
    if relative.direction > 0:
        year += place < today or (place == today and relative.amount > 0)
    elif relative.day and relative.direction == 0 and _just_ahead(relative, anchor, settings.day_ahead_days):
        year += place < today
    else:
        year -= place > today or (place == today and relative.amount < 0)
    return f"{_checked(year):04}-{relative.ordinal:02}" + (f"-{relative.day:02}" if relative.day else "")


def _just_ahead(relative: Relative, anchor: date, days: int) -> bool:
    ahead = ((relative.ordinal - anchor.month) % 12) * 30 + relative.day - anchor.day  # a month counts as 30 days
    return 0 < ahead <= days


def _quarter(relative: Relative, anchor: date) -> str:
    quarters = anchor.year * 4 + (anchor.month - 1) // 3
    if relative.ordinal:
        quarters -= (quarters % 4 - (relative.ordinal - 1)) % 4
    quarters += relative.amount
    return f"{_checked(quarters // 4):04}-Q{quarters % 4 + 1}"


def interval(value: str, *, night_ends_hour: int = _DEFAULT.night_ends_hour) -> tuple[datetime, datetime] | None:
    """Return first and last second of a TIMEX3 date or time; `None` for what is open or no date.

    >>> [moment.isoformat() for moment in interval("2025-02-03TNI")]
    ['2025-02-03T18:00:00', '2025-02-04T05:59:59']
    >>> interval("XXXX-WXX-1") is None
    True
    """
    try:
        if re.fullmatch(r"\d{2,3}", value):  # a century, a decade
            width = 10 ** (4 - len(value))
            first = int(value) * width
            return datetime(max(first, 1), 1, 1), datetime(first + width - 1, 12, 31, 23, 59, 59)
        found = _VALUE.fullmatch(value)
        return None if found is None else _bounds(found, night_ends_hour)
    except (OverflowError, ValueError):
        return None


def _bounds(found: re.Match[str], night_ends_hour: int) -> tuple[datetime, datetime]:
    first, last = _days(found)
    start, end = datetime.combine(first, time()), datetime.combine(last, time(23, 59, 59))
    part = found["part"]
    if part is None:
        return start, end
    if part == "NI":
        return start + timedelta(hours=_NIGHT_BEGINS), start + timedelta(days=1, hours=night_ends_hour) - _SECOND
    if part in _PART_HOURS:
        opens, closes = _PART_HOURS[part]
        return start + timedelta(hours=opens), start + timedelta(hours=closes) - _SECOND
    hour, minute = map(int, part.split(":"))
    moment = start + timedelta(hours=hour, minutes=minute)
    return moment, moment + timedelta(seconds=59)


def _days(found: re.Match[str]) -> tuple[date, date]:
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return (monday + 5 * _DAY if found["weekend"] else monday), monday + 6 * _DAY
    if found["month"]:
        month, length = int(found["month"]), 1
    elif found["quarter"]:
        month, length = 3 * int(found["quarter"]) - 2, 3
    elif found["season"]:
        month, length = _SEASON_MONTHS[found["season"]], 3
    else:
        month, length = 1, 12
    closing = year * 12 + month - 1 + length - 1
    end_year, end_month = closing // 12, closing % 12 + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])
