from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.annotate.quantities import find_quantities
from newstemma.model import Article, Quantity, Span


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(Article("a", text), [Span("a", 0, len(text))])


def quantity(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [each.span.of(text) for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "bounds", "open_ends", "unit", "counted"),
    [
        ("Police counted 4,210 ferries.", (4210, 4210), (False, False), "", "ferry"),
        ("It cost 1.3 million euros.", (1.3e6, 1.3e6), (False, False), "EUR", ""),
        ("Some 143million rivets were lost.", (1.4014e8, 1.4586e8), (False, False), "", "rivet"),
        ("It spent US$2.5bn there.", (2.5e9, 2.5e9), (False, False), "USD", ""),
        ("They paid £40k for it.", (4e4, 4e4), (False, False), "GBP", ""),
        ("More than 62,000 people marched.", (62000, None), (True, False), "", "person"),
        ("At least seven sailors drowned.", (7, None), (False, False), "", "sailor"),
        ("Up to 30 boats sank.", (None, 30), (False, False), "", "boat"),
        ("As many as 57 women left.", (None, 57), (False, False), "", "woman"),
        ("Fewer than 12 seats were taken.", (None, 12), (False, True), "", "seat"),
        ("Nearly 400 cows were sold.", (360, 400), (False, True), "", "cow"),
        ("About 300 homes burned.", (270, 330), (False, False), "", "home"),
        ("Forty or so villagers came.", (36, 44), (False, False), "", "villager"),
        ("Dozens of children sang.", (12, 120), (False, True), "", "child"),
        ("Tens of thousands of birds flew.", (10000, 100000), (False, True), "", "bird"),
        ("Between five and seven crews worked.", (5, 7), (False, False), "", "crew"),
        ("He planted 20 to 30 trees.", (20, 30), (False, False), "", "tree"),
        ("A loan of $2-3 million followed.", (2e6, 3e6), (False, False), "USD", ""),
        ("Two or three lamps broke.", (2, 3), (False, False), "", "lamp"),
        ("A third of the harvest rotted.", (100 / 3, 100 / 3), (False, False), "%", ""),
        ("Almost half the town voted.", (45, 50), (False, True), "%", ""),
        ("Turnout fell 12.5 per cent.", (12.5, 12.5), (False, False), "%", ""),
        ("A 20-month-old slept.", (20, 20), (False, False), "month", "age"),
        ("The driver, aged 61, was hurt.", (61, 61), (False, False), "year", "age"),
        ("Orla Venn, 45, owns it.", (45, 45), (False, False), "year", "age"),
        ("A 40,000-prisoner jail opened.", (40000, 40000), (False, False), "", "prisoner"),
        ("One man stayed.", (1, 1), (False, False), "", "man"),
        ("A hundred and twenty-one miners rose.", (121, 121), (False, False), "", "miner"),
        ("Three of the captured Orvan riders escaped.", (3, 3), (False, False), "", "rider"),
        ("They took 209,000 US card numbers.", (209000, 209000), (False, False), "", "number"),
        ("Frost of minus-30 degrees came.", (-30, -30), (False, False), "degree", ""),
        ("The fund lost $-50.8bn.", (-5.08e10, -5.08e10), (False, False), "USD", ""),
        ("It fell to .25 per cent.", (0.25, 0.25), (False, False), "%", ""),
        ("It made US $89 to $93 billion.", (8.9e10, 9.3e10), (False, False), "USD", ""),
        ("Four hundred million bees flew.", (4e8, 4e8), (False, False), "", "bee"),
        ("Some 4 hundred million bees flew.", (3.6e8, 4.4e8), (False, False), "", "bee"),
        ("It holds 1/16 of a US pint.", (0.0625, 0.0625), (False, False), "pint", ""),
        ("They shot a 400-pound bear.", (400, 400), (False, False), "pound", ""),
        ("It was worth up to PS2.7m.", (None, 2.7e6), (False, False), "GBP", ""),
        ("It fell by 1 to 1.5 degrees Celsius.", (1, 1.5), (False, False), "degree Celsius", ""),
        ("Gusts of 80 miles an hour came.", (80, 80), (False, False), "mile per hour", ""),
        ("It draws 5 W at rest.", (5, 5), (False, False), "watt", ""),
        ("They paid HK$5.4m.", (5.4e6, 5.4e6), (False, False), "HKD", ""),
        ("It rose 60 basis points.", (60, 60), (False, False), "basis point", ""),
        ("Sixty fishermen sailed.", (60, 60), (False, False), "", "fisherman"),
        ("The walk is 15 kilometres long.", (15, 15), (False, False), "kilometre", ""),
    ],
)
def test_reads(
    text: str,
    bounds: tuple[float | None, float | None],
    open_ends: tuple[bool, bool],
    unit: str,
    counted: str,
) -> None:
    found = quantity(text)
    assert (found.low, found.high) == (
        pytest.approx(bounds[0]) if bounds[0] is not None else None,
        pytest.approx(bounds[1]) if bounds[1] is not None else None,
    )
    assert (found.low_open, found.high_open) == open_ends
    assert (found.unit, found.counted) == (unit, counted)


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 2016.",
        "On 4 March the 2019 budget passed.",
        "They met on Feb. 12, 2021.",
        "The gate shuts at 10:30 or 5 p.m. daily.",
        "Call 0207 555 0100 now.",
        "An F-16 passed Hall 7 on Route 66.",
        "The iPhone 11 and the Boeing 747 were new.",
        "Lorne won 3-1.",
        "1. Wash the rice.",
        "He lives at 10 Hill Street.",
        "One of them left, and no one knew the one who stayed.",
        "She came third in the second half.",
        "In the '90s and the 1980s it rained.",
        "Article 5 and chapter 12 apply.",
        "",
    ],
)
def test_leaves_labels_alone(text: str) -> None:
    assert [each.span.of(text) for each in quantities(text)] == []


def test_span_runs_from_hedge_to_noun() -> None:
    text = "There were more than 62,000 young people there."
    assert quantity(text).span.of(text) == "more than 62,000 young people"


def test_two_quantities_in_one_phrase_stay_apart() -> None:
    text = "14 of some 90 young pupils left."
    assert [each.span.of(text) for each in quantities(text)] == ["14", "some 90 young pupils"]


def test_change_from_one_number_to_another_is_no_range() -> None:
    assert [(each.low, each.high) for each in quantities("Prices rose from 5 to 7 euros.")] == [(5, 5), (7, 7)]


@given(st.text(alphabet="ab 1290.,-%$£ oneto\u200b\n½😀’“", max_size=120))
def test_spans_lie_in_order_inside_the_sentence(text: str) -> None:
    found = quantities(text)
    ends = [0]
    for each in found:
        assert each.span.start >= ends[-1]
        assert each.span.end > each.span.start
        ends.append(each.span.end)
        assert each.low is None or each.high is None or each.low <= each.high
    assert ends[-1] <= len(text)


@pytest.mark.parametrize("piece", ["1,", "one hundred and ", "$", "more than ", "2 to ", "½", "9" * 50 + " "])
def test_long_input_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.perf_counter()
    quantities(text)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The number of boats in the harbour rose to 40 on Friday.", "boat"),
        ("The number of people who have signed a letter stood at 5,200.", "person"),
        ("The death toll has climbed to 17.", "death"),
        ("The guard said the toll was 17.", "death"),
        ("The price rose to 17.", ""),
    ],
)
def test_noun_of_a_number_may_be_the_subject(text: str, counted: str) -> None:
    assert quantity(text).counted == counted


def test_former_number_counts_what_the_new_one_counts() -> None:
    assert [each.counted for each in quantities("The port has 26 cranes at work, up from 18 in May.")] == ["crane"] * 2


def test_over_may_belong_to_the_verb() -> None:
    assert (quantity("They handed over 14 sailors.").low, quantity("They handed over 14 sailors.").high) == (14, 14)
    assert quantity("They counted over 14 sailors.").low_open


def test_ages_may_be_a_range() -> None:
    assert [(each.low, each.high, each.counted) for each in quantities("They were men ages 20 to 30.")] == [
        (20, 30, "age")
    ]
    assert quantity("They were between the ages of 20 and 30.").counted == "age"


def test_kind_of_screen_is_no_quantity() -> None:
    assert quantities("He bought a 4K screen.") == ()
