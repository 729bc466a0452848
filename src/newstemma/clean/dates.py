"""The dates that a text gives of itself: lines at its head and its end, never a date in prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from newstemma.clean.patterns import pattern

__all__ = ["OwnDate", "date_line", "date_prefix", "date_suffix"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|"
        "nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?:{})\b\.?".format("|".join(sorted(_MONTHS, key=len, reverse=True)))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"((?:19|20)\d\d)"
_ZONE = r"(?:Z|UTC|GMT|BST|CE?S?T|[ECMP]S?D?T|IST|[+-]\d\d:?\d\d)"
_TIME = (
    rf"(?:(?:\s*[,T|-]\s*|\s{{1,3}}(?:at\s)?)(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?::\d\d(?:\.\d{{1,6}})?)?"
    rf"\s?(?P<half>[ap]\.?m\.?)?\s?(?P<zone>\(?{_ZONE}\)?)?)?"
)
_DATE = (
    rf"{_WEEKDAY}(?:(?P<iso>(?:19|20)\d\d-\d\d?-\d\d?)|(?P<dmy>{_DAY}\s{{1,3}}{_MONTH},?\s{{1,3}}{_YEAR})"
    rf"|(?P<mdy>{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR})|(?P<slash>\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d)){_TIME}"
)
_LABEL = (
    r"(?P<label>(?:first |originally |last |date )?(?:published|posted|updated|modified|created|released|issued|date)"
    r"(?: on| at)?)"
)
_FLAGS = re.IGNORECASE
_WHOLE = rf"(?:{_LABEL}\s*:?\s*)?{_DATE}[.\s]*(?P<more>[|•·;,/(-].{{0,80}})?"
_BYLINE = rf"(?P<by>[^|\n]{{2,80}}?)\s*[|•·]\s*(?:{_LABEL}\s*:?\s*)?{_DATE}[.\s]*(?P<more>[|•·].{{0,80}})?"
_PREFIX = rf"{_LABEL}(?:\s*:\s*|\s{{1,3}}(?=(?:19|20)\d\d-)){_DATE}"
_SUFFIX = rf"(?:via|published|posted|updated)\s*:?\s(?:on\s)?{_DATE}[.\s]*$"
_FIXED_ZONES = {"Z": 0, "UTC": 0, "GMT": 0}


@dataclass(frozen=True, slots=True)
class OwnDate:
    """A date of the text's own, at `start` to `end` of its line; `updated` where it says when the text was changed."""

    start: int
    end: int
    published: date
    updated: bool = False
    by: str = ""


def date_line(line: str) -> OwnDate | None:
    """Read a line that holds nothing but the text's own date, perhaps with a label, a time and a byline.

    >>> date_line("Published: 4 February 2025").published
    datetime.date(2025, 2, 4)
    >>> date_line("Gull News | Updated: 2025-02-04 17:52").by
    'Gull News'
    >>> date_line("On 4 February 2025 it rained.") is None
    True
    """
    if len(line) > 240:
        return None
    match = pattern(_WHOLE, _FLAGS).fullmatch(line) or pattern(_BYLINE, _FLAGS).fullmatch(line)
    return _own(match) if match else None


def date_prefix(line: str) -> OwnDate | None:
    """Read a labelled date that someone else's extraction left before the first words.

    >>> date_prefix("date 2025-02-04 Rain fell.").end
    15
    """
    match = pattern(_PREFIX, _FLAGS).match(line[:120])
    return _own(match) if match else None


def date_suffix(line: str) -> OwnDate | None:
    """Read a labelled date that ends a line.

    >>> date_suffix("via February 4th 2025").published
    datetime.date(2025, 2, 4)
    """
    tail = max(0, len(line) - 120)
    match = pattern(_SUFFIX, _FLAGS).search(line[tail:])
    return _own(match, tail) if match else None


def _own(match: re.Match[str], shift: int = 0) -> OwnDate | None:
    published = _read(match)
    if published is None:
        return None
    named = match.groupdict()
    updated = bool(re.search("updated|modified", named.get("label") or "", re.IGNORECASE))
    by = (named.get("by") or "").strip()
    return OwnDate(match.start() + shift, match.end() + shift, published, updated, by)


def _read(match: re.Match[str]) -> date | None:
    """Return the moment that a match of `_DATE` names; `None` for 31 February, and for 4/2/2025, which is two days."""
    if match["slash"]:
        first, second, year = map(int, match["slash"].split("/"))
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (second, first) if first > 12 else (first, second)
    elif match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
    else:
        written = match["dmy"] or match["mdy"]
        month = next(_MONTHS[word] for word in re.findall("[a-z]+", written.lower()) if word in _MONTHS)
        numbers = [int(number) for number in re.findall(r"\d+", written)]
        day, year = numbers[0], numbers[1]
    try:
        on = date(year, month, day)
        return _at(match, on) if match["hour"] else on
    except ValueError:
        return None


def _at(match: re.Match[str], on: date) -> datetime:
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=_zone((match["zone"] or "").strip("()").upper()))


def _zone(name: str) -> timezone | None:
    """Return the time zone of an offset or of universal time; letters such as CST and IST name several, so none."""
    if name in _FIXED_ZONES:
        return UTC
    if re.fullmatch(r"[+-]\d\d:?\d\d", name):
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))
    return None
