"""What the program itself says: counts, natures, variants and times in plain words, never a verdict."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from newstemma.model import Affects, Nature, Support, Variant

__all__ = [
    "AFFECTS",
    "NATURES",
    "ORDER_UNKNOWN",
    "RELATED",
    "accounts",
    "clip",
    "count",
    "day",
    "enumerate_names",
    "interval",
    "printable",
    "variant",
]

NATURES: Final[dict[Nature, tuple[str, str]]] = {
    "conflict": ("conflict", "no single value fits all of these"),
    "update": ("update", "a later article has a later value"),
    "precision": ("precision", "one may be a rounder form of the other"),
    "scope": ("scope", "they may not count the same thing"),
    "clock": ("clock", "two clocks may explain it, in different time zones"),
}
"""The nature of a difference: a label, and what it means."""

AFFECTS: Final[dict[Affects, str]] = {
    "condition": "a condition",
    "negation": "a negation",
    "hedge": "a hedge",
    "number": "a number",
    "name": "a name",
    "join": "how parts are joined",
}

RELATED: Final = {
    "other_occasion": "said on another occasion",
    "other_rendering": "another rendering",
    "doubtful": "perhaps the same statement",
}

ORDER_UNKNOWN: Final = "No article attests the order of all parts."

# What is no character of a page: controls but tab and line feed, lone surrogates, noncharacters. A terminal would obey
# some of them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def printable(text: str) -> str:
    r"""Return `text` with every control character, lone surrogate and noncharacter as U+FFFD, line ends as line feeds.

    >>> printable("a\x1b[31mb\r\n")
    'a�[31mb\n'
    """
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def clip(text: str, most: int) -> str:
    """Return `text` on one line, cut at a word with an ellipsis where it is longer than `most` characters.

    >>> clip("Rain fell  all day.", 12)
    'Rain fell…'
    """
    line = " ".join(printable(text[: most * 8 + 80]).split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{(head if space and line[most - 1] != ' ' else cut).rstrip(' ,;:')}…"


def count(number: int, singular: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> count(1, "article"), count(3, "story", "stories")
    ('1 article', '3 stories')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def accounts(support: Support) -> str:
    """Return how many accounts stand behind a finding, with the range where it is one.

    >>> accounts(Support(3, 2, 4))
    '3 accounts (2 to 4)'
    """
    known = count(support.accounts, "account")
    return known if support.least == support.most else f"{known} ({support.least} to {support.most})"


def enumerate_names(names: Sequence[str], most: int = 0) -> str:
    """Join names with commas; beyond `most`, where it is given, the rest is counted.

    >>> enumerate_names(["A", "B", "C", "D"], 2)
    'A, B and 2 more'
    """
    if most and len(names) > most + 1:
        return f"{', '.join(names[:most])} and {len(names) - most:,} more"
    return ", ".join(names)


def day(moment: date | str) -> str:
    """Return a date, or a date in ISO 8601, as readers write it, with the time of day where there is one.

    >>> day("2031-02-03"), day(datetime(2031, 2, 3, 18, 30)), day("some day")
    ('Mon 3 Feb 2031', 'Mon 3 Feb 2031, 18:30', 'some day')
    """
    if isinstance(moment, str):
        try:
            return day(datetime.fromisoformat(moment) if len(moment) > 10 else date.fromisoformat(moment))
        except ValueError:
            return moment
    written = f"{_DAYS[moment.weekday()]} {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if isinstance(moment, datetime):
        zone = f" {moment.tzname()}" if moment.tzinfo else ""
        return f"{written}, {moment:%H:%M}{zone}"
    return written


def interval(earliest: datetime, latest: datetime) -> str:
    """Return an interval, both ends included, as briefly as it can be said.

    >>> interval(datetime(2031, 2, 3), datetime(2031, 2, 3, 23, 59, 59))
    'Mon 3 Feb 2031'
    >>> interval(datetime(2031, 2, 3, 18), datetime(2031, 2, 3, 23, 59, 59))
    'Mon 3 Feb 2031, 18:00 to 23:59'
    >>> interval(datetime(2031, 2, 1), datetime(2031, 2, 28, 23, 59, 59))
    'Feb 2031'
    """
    whole_days = f"{earliest:%H:%M}" == "00:00" and f"{latest:%H:%M}" == "23:59"
    if earliest.date() == latest.date():
        if whole_days:
            return day(earliest.date())
        if f"{earliest:%H:%M}" == f"{latest:%H:%M}":
            return day(earliest)
        return f"{day(earliest.date())}, {earliest:%H:%M} to {latest:%H:%M}"
    if not whole_days:
        return f"{day(earliest)} to {day(latest)}"
    whole_months = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    if whole_months and earliest.year == latest.year:
        if earliest.month == latest.month:
            return f"{_MONTHS[earliest.month - 1]} {earliest.year}"
        if (earliest.month, latest.month) == (1, 12):
            return str(earliest.year)
    return f"{day(earliest.date())} to {day(latest.date())}"


def variant(difference: Variant, whole: str, most: int = 0) -> str:
    """Return what one witness does with the wording `whole`, as a predicate.

    >>> variant(Variant("substitution", "nobody", "no one"), "nobody came")
    'has “no one” for “nobody”'
    >>> variant(Variant("truncation", "came", ""), "nobody came")
    'stops before “came”'

    Its words are cut at `most` characters if that is given.
    """
    most = most or len(difference.wording) + len(difference.witness) + 1
    wording, witness = clip(difference.wording, most), clip(difference.witness, most)
    match difference.kind:
        case "truncation":
            opens = whole.strip().startswith(difference.wording.strip())
            closes = whole.strip().endswith(difference.wording.strip())
            return f"{'leaves out' if opens == closes else 'begins after' if opens else 'stops before'} “{wording}”"
        case "omission":
            return f"drops “{wording}”"
        case "insertion":
            return f"adds “{witness}”"
        case "join":
            return f"joins “{witness}”" + (f" where others have “{wording}”" if wording else "")
        case "spelling":
            return f"writes “{witness}” for “{wording}”"
        case "substitution":
            return f"has “{witness}” for “{wording}”"
