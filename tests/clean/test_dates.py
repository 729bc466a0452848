"""Dates that a text gives of itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.clean.dates import date_line, date_prefix, date_suffix

DAY = date(2025, 2, 4)


@pytest.mark.parametrize(
    "line",
    [
        "2025-02-04", "February 4, 2025", "Feb. 4th 2025", "4 February 2025", "Tuesday, 4 Feb 2025",
        "Published: February 4, 2025",
        "Posted on Feb 4, 2025", "date: 2025-02-04", "First published on Tue 4 Feb 2025", "23/02/2025",
    ],
)  # fmt: skip
def test_lines_of_a_date(line: str) -> None:
    own = date_line(line)
    assert own is not None
    assert own.published.replace(day=4) == DAY
    assert (own.start, own.end) == (0, len(line))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Updated: 2025-02-04 17:52", datetime(2025, 2, 4, 17, 52)),
        ("Published 2025-02-04T17:52:10Z", datetime(2025, 2, 4, 17, 52, tzinfo=UTC)),
        ("February 4, 2025 at 5:52 PM", datetime(2025, 2, 4, 17, 52)),
        ("4 February 2025, 12:05 a.m. GMT", datetime(2025, 2, 4, 0, 5, tzinfo=UTC)),
        ("2025-02-04 17:52 +05:30", datetime(2025, 2, 4, 17, 52, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
    ],
)
def test_times_of_day(line: str, moment: datetime) -> None:
    own = date_line(line)
    assert own is not None
    assert own.published == moment


@pytest.mark.parametrize(
    "line",
    [
        "On February 4, 2025 the lake froze.", "4/2/2025", "31 February 2025", "February 2025", "2025", "", "May 4",
        "The report of 4 February 2025", "February 4, 2025 the lake froze over",
    ],
)  # fmt: skip
def test_lines_that_give_none(line: str) -> None:
    assert date_line(line) is None


def test_prefix_and_suffix() -> None:
    prefix, suffix = (
        date_prefix("Published: 4 February 2025 The lake froze."),
        date_suffix("It froze. via February 4th 2025"),
    )
    assert prefix is not None
    assert suffix is not None
    assert (prefix.published, suffix.published) == (DAY, DAY)
    assert "It froze. via February 4th 2025"[suffix.start : suffix.end] == "via February 4th 2025"
    assert date_prefix("Updated rules of 2025-02-04 apply.") is None
    assert date_suffix("The lake froze on February 4th 2025") is None


@given(st.text(max_size=80))
def test_any_line_is_read_or_not(line: str) -> None:
    for read in (date_line, date_prefix, date_suffix):
        own = read(line)
        assert own is None or 0 <= own.start < own.end <= len(line)
