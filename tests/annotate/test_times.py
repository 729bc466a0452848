from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.annotate.times import find_times
from newstemma.model import Article, Relative, Span, When


def times(text: str) -> tuple[When, ...]:
    return find_times(Article("a", text), [Span("a", 0, len(text))])


@pytest.mark.parametrize(
    ("text", "printed", "type_", "value"),
    [
        ("He left on Monday night.", "Monday night", "TIME", "XXXX-WXX-1TNI"),
        ("Three days ago it rained.", "Three days ago", "DATE", "XXXX-XX-XX"),
        ("It fell earlier this year.", "earlier this year", "DATE", "XXXX"),
        ("Since March 2022 he waits.", "March 2022", "DATE", "2022-03"),
        ("She died on Feb. 4, 2025.", "Feb. 4, 2025", "DATE", "2025-02-04"),
        ("She died on 4 February 2025.", "4 February 2025", "DATE", "2025-02-04"),
        ("Logged 2025-02-04 here.", "2025-02-04", "DATE", "2025-02-04"),
        ("In the 1990s it shut.", "the 1990s", "DATE", "199"),
        ("Sales grew: the third quarter of 2019.", "the third quarter of 2019", "DATE", "2019-Q3"),
        ("It opened in summer 2014.", "summer 2014", "DATE", "2014-SU"),
        ("They talked for two weeks.", "two weeks", "DURATION", "P2W"),
        ("A 10-year lease ends.", "10-year", "DURATION", "P10Y"),
        ("It meets every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("The paper is printed daily.", "daily", "SET", "P1D"),
        ("The gate shut at 10:30.", "10:30", "TIME", "XXXX-XX-XXT10:30"),
        ("He woke around 6:45 a.m. on Sunday.", "6:45 a.m. on Sunday", "TIME", "XXXX-WXX-7T06:45"),
        ("Last night it snowed.", "Last night", "TIME", "XXXX-XX-XXTNI"),
        ("It closed by the end of November.", "the end of November", "DATE", "XXXX-11"),
    ],
)
def test_reads(text: str, printed: str, type_: str, value: str) -> None:
    [found] = times(text)
    assert (found.span.of(text), found.type, found.value) == (printed, type_, value)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "May Orr spoke; June Vell sang.",
        "The sun set a second time.",
        "Wait a second, he said.",
        "He fell and won.",
        "Flour, 2 kg, and 300 sheep.",
        "",
    ],
)
def test_ordinary_words_are_no_times(text: str) -> None:
    assert [each.span.of(text) for each in times(text)] == []


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("He came on Tuesday.", Relative("weekday", ordinal=2)),
        ("He will come on Tuesday.", Relative("weekday", ordinal=2, direction=1)),
        ("He came last Tuesday.", Relative("weekday", -1, 2, direction=-1)),
        ("He comes next month.", Relative("month", 1)),
        ("He came on May 3.", Relative("monthname", ordinal=5, day=3)),
        ("He came yesterday.", Relative("day", -1)),
        ("He came in 2019.", None),
        ("The previous week was dry.", None),
    ],
)
def test_what_hangs_on_the_articles_day(text: str, relative: Relative | None) -> None:
    [found] = times(text)
    assert found.relative == relative


@given(st.lists(st.sampled_from("last next Monday May 3 , 2019 the - 1990s of third quarter at 5 p.m. ago 😀".split())))
def test_spans_are_in_order_and_inside(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for found in times(text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@pytest.mark.parametrize("piece", ["last ", "Monday ", "10:", "the ", "5 May ", "a few ", "-", "early "])
def test_long_input_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    times(text)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "text",
    [
        "The rock formed 10^400 days ago.",
        "The rock formed 10^30 years ago and fell 9 quadrillion years later.",
        "The rock formed two" + " million" * 60 + " years ago.",
    ],
)
def test_a_number_beyond_measure_stops_nothing(text: str) -> None:
    assert all(text[each.span.start : each.span.end] for each in times(text))
