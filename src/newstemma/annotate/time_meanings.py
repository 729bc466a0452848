"""What weeks, months, years, spans of time and repetitions mean, as TIMEX3."""

from __future__ import annotations

from dataclasses import replace

from newstemma.annotate.calendar_terms import ADVERBS, PARTS, REFERENCES, SEASONS, UNIT_CODES, UNITS, WEEKDAYS
from newstemma.annotate.time_matches import STEPS, Match, Reading
from newstemma.model import Granularity, Relative

__all__ = [
    "ago_meaning",
    "century_meaning",
    "decade_meaning",
    "duration_meaning",
    "month_meaning",
    "quarter_meaning",
    "recent_meaning",
    "reference_meaning",
    "season_meaning",
    "set_meaning",
    "step_meaning",
    "the_unit_meaning",
    "unit_ago_meaning",
    "year_end_meaning",
    "year_meaning",
]


# These count from what was told before, not from the article's day, so that they cannot be anchored here.
_NARRATIVE = frozenset("previous preceding prior following succeeding".split())
_GRANULARITY: dict[str, Granularity] = {
    "minute": "minute", "hour": "hour", "day": "day", "week": "week", "weekend": "day", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "year", "century": "year", "fortnight": "week", "second": "minute",
    "millennium": "year",
}  # fmt: skip


def month_meaning(match: Match) -> Reading:
    """Read "March", "early March 2022", "January of this year"."""
    month, year = match.value("m"), match.value("y")
    if year is not None:
        return Reading("DATE", f"{year:04}-{month:02}", "month")
    if unit := match.symbol("of_step"):
        return Reading("DATE", f"XXXX-{month:02}", "month", Relative("year", STEPS[unit]))
    if match.symbol("step") == "h":
        return Reading("DATE", f"XXXX-{month:02}", "month", Relative("year", 0))
    step = STEPS.get(match.symbol("step"), 0)
    return Reading(
        "DATE",
        f"XXXX-{month:02}",
        "month",
        Relative("monthname", step, month or 0, direction=step if step in (-1, 1) else 0),  # type: ignore[arg-type]
    )


def season_meaning(match: Match) -> Reading | None:
    """Read "this spring", "summer 2014"."""
    code, year = SEASONS[match.word("s")], match.value("y")
    if year is not None:
        return Reading("DATE", f"{year:04}-{code}", "quarter")
    step = match.symbol("step", "of_step")
    return Reading("DATE", f"XXXX-{code}", "quarter", Relative("year", STEPS.get(step, 0)))


def quarter_meaning(match: Match) -> Reading | None:
    """Read "the third quarter", "last year's fourth quarter", "the year-ago quarter"."""
    number, year = match.value("o"), match.value("y", "y2")
    if number is not None and number > 4:
        return None
    written = f"Q{number or 'X'}"
    if year is not None:
        return Reading("DATE", f"{year:04}-{written}", "quarter")
    if number is not None and (step := match.symbol("of_step", "of_step2")):
        return Reading("DATE", f"XXXX-{written}", "quarter", Relative("year", STEPS[step]))
    amount = -4 if match.at("ago") is not None else STEPS.get(match.symbol("step"), 0)
    return Reading("DATE", f"XXXX-{written}", "quarter", Relative("quarter", amount, number or 0))


def year_meaning(match: Match) -> Reading:
    """Read "2016", "fiscal 1989"."""
    return Reading("DATE", f"{match.value('y'):04}", "year")


def decade_meaning(match: Match) -> Reading:
    """Read "the 1990s"."""
    return Reading("DATE", f"{match.value('z'):03}", "year")


def century_meaning(match: Match) -> Reading | None:
    """Read "the 19th century"."""
    number = match.value("o")
    return Reading("DATE", f"{number - 1:02}", "year") if number is not None and 1 < number < 22 else None


def step_meaning(match: Match) -> Reading | None:
    """Read "last week", "earlier this year"."""
    reading = _relative(UNITS.get(match.word("u"), ""), STEPS[match.symbol("step")])
    return replace(reading, relative=None) if reading is not None and match.word("step") in _NARRATIVE else reading


def _relative(unit: str, amount: int) -> Reading | None:
    match unit:
        case "minute":
            return Reading("TIME", "XXXX-XX-XXTXX:XX", "minute", Relative("minute", amount))
        case "hour":
            return Reading("TIME", "XXXX-XX-XXTXX", "hour", Relative("hour", amount))
        case "day":
            return Reading("DATE", "XXXX-XX-XX", "day", Relative("day", amount))
        case "week" | "fortnight":
            return Reading("DATE", "XXXX-WXX", "week", Relative("week", amount * (2 if unit == "fortnight" else 1)))
        case "weekend":
            return Reading("DATE", "XXXX-WXX-WE", "day", Relative("weekend", amount))
        case "month":
            return Reading("DATE", "XXXX-XX", "month", Relative("month", amount))
        case "quarter":
            return Reading("DATE", "XXXX-QX", "quarter", Relative("quarter", amount))
        case "year":
            return Reading("DATE", "XXXX", "year", Relative("year", amount))
        case "decade":
            return Reading("DATE", "XXX", "year", Relative("year", amount * 10))
    return None


def the_unit_meaning(match: Match) -> Reading | None:
    """Read "the weekend", "the week"."""
    unit = UNITS.get(match.word("u"), "")
    if unit not in ("week", "weekend", "month", "quarter", "year"):
        return None
    reading = _relative(unit, 0)
    # "Late in the month": mostly the month that was spoken of, not the article's; a quarter is the one reported on.
    return reading if reading is None or unit in ("weekend", "quarter", "year") else replace(reading, relative=None)


def ago_meaning(match: Match) -> Reading | None:
    """Read "three days ago", "a few weeks later"."""
    unit, number, backward = UNITS.get(match.word("u"), ""), match.value("n"), match.symbol("way") != "L"
    if match.at("few") is not None or number is None:
        return Reading("DATE", "PAST_REF" if backward else "FUTURE_REF", _GRANULARITY.get(unit, "day"))
    if not backward:
        # "Three days later" hangs on what was told before, not on the article's date.
        return Reading("DATE", "XXXX-XX-XX", _GRANULARITY.get(unit, "day"))
    return _relative(unit, -number)


def unit_ago_meaning(match: Match) -> Reading | None:
    """Read "the year-ago period", "year-earlier"."""
    return _relative(UNITS.get(match.word("u"), ""), -1)


def year_end_meaning(match: Match) -> Reading | None:
    """Read "year-end"."""
    unit = UNITS.get(match.word("u"), "")
    if unit == "year" and match.items.words[match.groups.end() - 1] == "end":
        return Reading("DATE", "XXXX-12-31", "day", Relative("year", STEPS.get(match.symbol("step"), 0)))
    return _relative(unit, STEPS.get(match.symbol("step"), 0)) if unit in ("year", "month", "week") else None


def duration_meaning(match: Match) -> Reading | None:
    """Read "two weeks", "the past three years", "a 10-day"; an age is none."""
    unit = UNITS.get(match.word("u"), "")
    following = match.items.words[match.groups.end() : match.groups.end() + 2]
    if not unit or "old" in following[:2]:
        return None
    index = match.at("n")
    amount = "X" if index is None or match.at("few") is not None else f"{match.items.values[index]:g}"
    if match.word("few") == "couple":
        amount = "2"
    return Reading("DURATION", _period(amount, unit), _GRANULARITY[unit])


def _period(amount: str, unit: str) -> str:
    code = UNIT_CODES[unit]
    if code == "F":
        return f"P{2 * int(amount) if amount.isdecimal() else amount}W"
    return f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"


def set_meaning(match: Match) -> Reading | None:
    """Read "every Monday", "Tuesday nights", "monthly"."""
    if (adverb := match.word("adverb")) in ADVERBS:
        return Reading("SET", ADVERBS[adverb], "day")
    part = match.word("part").rstrip("s")
    suffix = f"T{PARTS[part]}" if part else ""
    if (weekday := match.at("w")) is not None:
        number = int(match.items.values[weekday]) or WEEKDAYS[match.items.words[weekday].rstrip("s")]
        return Reading("SET", f"XXXX-WXX-{number}{suffix}", "day")
    if part:
        return Reading("SET", f"XXXX-XX-XX{suffix}", "part")
    unit = UNITS.get(match.word("u"), "")
    return Reading("SET", _period("1", unit), _GRANULARITY[unit]) if unit else None


def reference_meaning(match: Match) -> Reading:
    """Read "now", "recently", "soon"."""
    return Reading("DATE", REFERENCES[match.word("r")], "day")


def recent_meaning(match: Match) -> Reading:
    """Read "recent weeks", "the coming months"."""
    past = match.symbol("step") in ("l", "R")
    return Reading("DATE", "PAST_REF" if past else "FUTURE_REF", _GRANULARITY[UNITS[match.word("u")]])
