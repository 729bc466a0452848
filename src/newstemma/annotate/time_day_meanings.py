"""What days, parts of the day and clock times mean, as TIMEX3."""

from __future__ import annotations

from newstemma.annotate.calendar_terms import PARTS, SHIFTS
from newstemma.annotate.time_matches import STEPS, Match, Reading
from newstemma.model import Granularity, Relative

__all__ = ["clock_alone_meaning", "day_meaning", "iso_meaning", "part_of_day_meaning", "slashed_meaning"]


def _clock_part(match: Match, suffix: str) -> str:
    """Return "T17:30" for the clock time of the match, or the empty string."""
    index = match.at("clock" + suffix, f"clock{suffix}b")
    if index is None:
        return ""
    value = int(match.items.values[index])
    minutes = value if match.items.symbols[index] == "C" else value * 60
    half = match.word("half" + suffix)[:1]
    if half == "p" and minutes < 720:
        minutes += 720
    elif half == "a" and 720 <= minutes < 780:
        minutes -= 720
    return f"T{minutes // 60:02}:{minutes % 60:02}" if minutes <= 1440 else ""


def _part(match: Match, *suffixes: str) -> str:
    for suffix in suffixes:
        if clock := _clock_part(match, suffix):
            return clock
        if word := match.word("part" + suffix):
            return PARTS[word]
    return ""


def _with_part(value: str, part: str) -> str:
    return value if not part else value + (part if part.startswith("T") else "T" + part)


def _timed(value: str, part: str, relative: Relative | None) -> Reading:
    if not part:
        return Reading("DATE", value, "day", relative)
    grain: Granularity = "part" if not part.startswith("T") else "hour" if part.endswith(":00") else "minute"
    return Reading("TIME", _with_part(value, part), grain, relative)


def day_meaning(match: Match) -> Reading | None:
    """A named day with or without a part of the day: "late Monday", "Feb. 4, 2025", "tomorrow morning"."""
    part = _part(match, "1", "2")
    year, month, day = match.value("y", "y2", "y3"), match.value("m", "m2", "m3"), match.value("d", "d2", "d3")
    if month is not None and day is not None:
        return _calendar_day(year, month, day, part)
    if (shift := match.word("shift")) in SHIFTS:
        part = part or ("NI" if shift in ("tonight", "overnight") else "")
        return _timed("XXXX-XX-XX", part, Relative("day", amount=SHIFTS[shift], part=part))
    weekday = match.value("w")
    if weekday is None:
        return None
    step = STEPS.get(match.symbol("step"), 0)
    relative = Relative("weekday", step, weekday, direction=step if step in (-1, 1) else 0, part=part)  # type: ignore[arg-type]
    return _timed(f"XXXX-WXX-{weekday}", part, relative)


def _calendar_day(year: int | None, month: int, day: int, part: str) -> Reading | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if year is not None:
        return _timed(f"{year:04}-{month:02}-{day:02}", part, None)
    return _timed(f"XXXX-{month:02}-{day:02}", part, Relative("monthname", ordinal=month, day=day, part=part))


def iso_meaning(match: Match) -> Reading | None:
    """Read "2025-02-04"."""
    year, month, day = match.value("y"), match.value("m"), match.value("d")
    assert year is not None and month is not None and day is not None
    return _calendar_day(year, month, day, "")


def slashed_meaning(match: Match) -> Reading | None:
    """Read "02/04/2025", month first unless it cannot be."""
    year, month, day = match.value("y"), match.value("m"), match.value("d")
    assert year is not None and month is not None and day is not None
    return _calendar_day(year, day, month, "") if month > 12 else _calendar_day(year, month, day, "")


def part_of_day_meaning(match: Match) -> Reading | None:
    """Read "last night", "this morning", "the evening", "noon"."""
    word, step = match.word("part"), match.symbol("step")
    part = PARTS[word]
    if step:
        return _timed("XXXX-XX-XX", part, Relative("day", STEPS[step], part=part))
    if match.at("the") is None and not part.startswith("T"):
        return None
    return _timed("XXXX-XX-XX", part, None)


def clock_alone_meaning(match: Match) -> Reading:
    """Read "at 10:30", "5 p.m."."""
    return _timed("XXXX-XX-XX", _part(match, ""), None)
