"""The words of the calendar: months, weekdays, parts of the day, units of time, and words that point from now."""

from __future__ import annotations

__all__ = [
    "ADVERBS", "HOURS", "MONTHS", "MONTH_ABBREVIATIONS", "PARTS", "REFERENCES", "SEASONS", "SHIFTS", "SYMBOLS", "UNITS",
    "UNIT_CODES", "WEEKDAYS", "WEEKDAY_ABBREVIATIONS", "ZONES",
]  # fmt: skip

_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
MONTH_ABBREVIATIONS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES, 1)}
WEEKDAY_ABBREVIATIONS = {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 2, "thur": 4, "thurs": 4}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "T12:00", "midnight": "T24:00",
    "dawn": "MO", "dusk": "EV", "midday": "MI", "mid-day": "MI", "nightfall": "EV", "lunchtime": "MI",
}  # fmt: skip
"""Parts of the day with their TIMEX3 codes."""
HOURS = {"MO": (5, 11), "MI": (11, 13), "AF": (12, 17), "EV": (17, 21), "NI": (18, 23), "DT": (6, 17)}
"""First and last full hour of each part of the day."""
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "springtime": "SP"}
UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "fortnight": "F", "millennium": "ML",
}  # fmt: skip
"""Units of time with the letters that a TIMEX3 duration has for them."""
UNITS = {unit: unit for unit in UNIT_CODES if unit != "second"} | {"yr": "year", "hr": "hour"}
_PLURAL_UNITS = {unit + "s": unit for unit in UNIT_CODES if unit != "century"} | {"centuries": "century", "yrs": "year"}
ZONES = frozenset("gmt utc est edt et pst pdt pt cst cdt ct bst cet cest ist jst".split())
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF", "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "soon": "FUTURE_REF",
}  # fmt: skip
"""Words that say no more than before, now or after."""
ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H", "nightly": "P1D",
}  # fmt: skip
"""Adverbs of frequency with the period that they repeat after."""
SHIFTS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}
"""Days counted from the article's."""
_WORDS = {
    "l": "last past previous preceding prior",
    "n": "next coming following upcoming succeeding",
    "h": "this",
    "c": "current latest",
    "d": "the",
    "a": "a an",
    "g": "ago",
    "e": "earlier",
    "L": "later hence",
    "E": "early late mid sometime",
    "B": "beginning start end middle half close remainder rest",
    "f": "of",
    "r": "every each",
    "s": "several few couple many",
    "x": "fiscal calendar financial",
    "j": "more trading business consecutive straight full whole additional working long successive solid school",
    "H": "about around nearly almost approximately roughly over",
    "@": "at by until till before after from",
    "o": "on",
    "t": "that these those",
    "A": "am pm a.m. p.m. a.m p.m",
    "u": "period",
    "k": "comparable corresponding same equivalent",
    "i": "to or",
    "-": "-",
    "/": "/",
    ",": ",",
    "'": "'",
    ".": ".",
}
SYMBOLS: dict[str, str] = {word: symbol for symbol, words in _WORDS.items() for word in words.split()}
"""Word to the symbol under which the grammar of times sees it; later entries were put in with care not to clash."""
SYMBOLS |= dict.fromkeys(WEEKDAYS, "W") | {name + "s": "w" for name in WEEKDAYS} | dict.fromkeys(MONTHS, "M")
SYMBOLS |= dict.fromkeys(PARTS, "P") | {part + "s": "p" for part in ("morning", "afternoon", "evening", "night")}
SYMBOLS |= (
    dict.fromkeys(SEASONS, "S") | dict.fromkeys(UNITS, "U") | dict.fromkeys(_PLURAL_UNITS, "V") | {"quarter": "Q"}
)
SYMBOLS |= dict.fromkeys(SHIFTS, "T") | dict.fromkeys(REFERENCES, "R") | dict.fromkeys(ADVERBS, "F")
SYMBOLS |= dict.fromkeys(ZONES, "z")
UNITS |= _PLURAL_UNITS
