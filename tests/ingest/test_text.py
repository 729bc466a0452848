"""Headers of plain text."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.ingest.text import split_header


@pytest.mark.parametrize(
    "header",
    [
        "# outlet: The Gull\n# published: 2025-02-04T00:00:00\n\n",
        "outlet: The Gull\npublished: 4 February 2025\n\n",
        "---\nOutlet: 'The Gull'\ndate: 2025-02-04\ntags: lake\n---\n",
        "\n# outlet: The Gull\r\n# weather: cold\r\n# published: 2025-02-04\r\n\r\n",
    ],
)
def test_header_lines_are_read_and_left_out(header: str) -> None:
    about, text = split_header(header + "The lake froze.\n")
    assert (about.outlet, about.published, text) == ("The Gull", date(2025, 2, 4), "The lake froze.\n")


def test_every_key() -> None:
    about, _ = split_header(
        "# title: Lake Freezes\n# url: https://gull.example/1\n# author: Ann Roe\n"
        "# language: en-GB\n# kind: Transcript\n"
        "# published: 2025-02-04T09:30:00+02:00\n# updated: 2025-02-05\n# fetched: 2025-02-06\n\nText."
    )
    assert (about.title, about.url, about.author) == ("Lake Freezes", "https://gull.example/1", "Ann Roe")
    assert (about.language, about.kind) == ("en", "transcript")
    assert about.published == datetime.fromisoformat("2025-02-04T09:30:00+02:00")
    assert (about.modified, about.fetched) == (date(2025, 2, 5), date(2025, 2, 6))


@pytest.mark.parametrize(
    "text",
    [
        "Title: a word\nthat opens a poem.",
        "Keeper: it froze.\n\nMore.",
        "# Lake\n\nIt froze.",
        "",
        "\n\n",
        "# note: none\n\nText.",
    ],
)
def test_what_is_no_header_stays(text: str) -> None:
    about, kept = split_header(text)
    assert kept == text
    assert about.title is None


@given(st.text(alphabet="title:# -\n\rab'"))
def test_the_text_is_an_end_of_the_content(content: str) -> None:
    assert content.endswith(split_header(content)[1])
