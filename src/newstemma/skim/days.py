"""The calendar days that a text is dated to or names outright."""

from __future__ import annotations

import re
from datetime import date

from newstemma.model import day_of

__all__ = ["days"]

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"  # noqa: E501
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_DATE = re.compile(
    r"\b(?=[adfjmnos\d])(?:"  # all but these first letters fail at once
    rf"{_MONTH.format(1)}\s{{1,3}}{_DAY.format(1)}\b(?:,?\s{{1,3}}{_YEAR.format(1)}\b)?"
    rf"|{_DAY.format(2)}\s{{1,3}}{_MONTH.format(2)}(?:,?\s{{1,3}}{_YEAR.format(2)}\b)?"
    rf"|{_YEAR.format(3)}-(?P<month3>\d\d)-{_DAY.format(3)}\b)",
    re.IGNORECASE,
)


def days(*texts: str, published: date | None = None) -> frozenset[date]:
    """Return the day of publication and the days that `texts` name with month and day.

    >>> sorted(days("It rained on 3 May 2019 and on June 30.", published=date(2019, 7, 1)))
    [datetime.date(2019, 5, 3), datetime.date(2019, 6, 30), datetime.date(2019, 7, 1)]

    A day without a year is the one nearest to the day of publication, and is left out where that is not known.
    """
    issued = day_of(published)
    found = {issued} if issued else set()
    for text in texts:
        for match in _DATE.finditer(text):
            found |= _day(match, issued)
    return frozenset(found)


def _day(match: re.Match[str], issued: date | None) -> set[date]:
    form = "1" if match["month1"] else "2" if match["month2"] else "3"
    named, day, year = match["month" + form].lower(), int(match["day" + form]), match["year" + form]
    month = int(named) if named.isdigit() else 1 + next(i for i, m in enumerate(_MONTHS) if m.startswith(named[:3]))
    try:
        if year:
            return {date(int(year), month, day)}
        if issued is None:
            return set()
        near = [date(issued.year + shift, month, day) for shift in (-1, 0, 1) if 1 <= issued.year + shift <= 9999]
        return {min(near, key=lambda d: abs((d - issued).days))}
    except ValueError:  # 31 April, or 29 February of a common year
        return set()
