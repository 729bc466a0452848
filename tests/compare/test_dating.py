from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.compare.dating import dated
from newstemma.model import Span


def events(marked: str) -> list[str]:
    """Return what the time between < and > dates."""
    start, end = marked.index("<"), marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    found = dated(text, Span("a", 0, len(text)), Span("a", start, end))
    assert all(place.of(text) for place in found.values())
    return list(found)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Venn left the board in <May>.", ["leav"]),
        ("Venn, who had to step down <last week>, will be heard.", ["to dismiss"]),
        ("The master stepped aside <last week>.", ["dismiss"]),
        ("The pilot announced her resignation <last month> and sailed.", ["dismiss", "say"]),
        ("Moss on <Tuesday> offered a share of the lake.", ["offer"]),
        ("Moss made the offer while hosting Venn at her house on <Monday>.", ["meet", "offer"]),
        ("Declaring <Thursday>'s release a success, they sang.", ["free"]),
        ("They spoke during a <Monday> meeting.", ["meet"]),
        ("On <Friday>, more than forty boats sank off the cape.", ["sink"]),
        ("The board released a report on <Tuesday> that called for a dam.", ["free"]),
        ("The lease, which expires by <the end of the year>, is cheap.", ["expir"]),
    ],
)
def test_a_time_dates_the_verb_or_the_noun_that_it_belongs_to(marked: str, expected: list[str]) -> None:
    assert events(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Venn said on <Monday> that the ferry sank.",
        "Since <March> forty people have been arrested.",
        "Moss unveiled the <2031> Harbour Cup.",
        "The Tern first reported on the offer on <Sunday>.",
    ],
)
def test_speech_states_and_names_are_no_events(marked: str) -> None:
    assert events(marked) == []


def test_what_is_to_come_is_not_what_has_happened() -> None:
    assert events("The council will pass the bill <this year>.") == ["to pass"]
    assert events("The council passed the bill <this year>.") == ["pass"]


@given(st.text(max_size=60), st.text(max_size=12), st.text(max_size=60))
def test_any_text_gives_places_inside_the_sentence(before: str, time: str, after: str) -> None:
    text = before + time + after
    found = dated(text, Span("a", 0, len(text)), Span("a", len(before), len(before) + len(time)))
    assert all(0 <= place.start < place.end <= len(text) for place in found.values())
