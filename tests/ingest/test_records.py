"""Records of several formats."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.errors import ArticleError
from newstemma.ingest.metadata import published_on
from newstemma.ingest.records import read_record, records_in

OURS = {"text": "It froze.", "title": "Lake Freezes", "outlet": "The Gull", "published": "2025-02-04", "language": "en"}
NEWS_PLEASE = {
    "maintext": "It froze.", "title": "Lake Freezes", "source_domain": "The Gull",
    "date_publish": "2025-02-04 00:00:00", "language": "en", "authors": ["Ann Roe", "Bo Lund"],
}  # fmt: skip
SCHEMA_ORG = {
    "@type": "NewsArticle", "articleBody": "It froze.", "headline": "Lake Freezes", "datePublished": "2025-02-04",
    "publisher": {"@type": "Organization", "name": "The Gull"}, "inLanguage": "en-US", "author": [{"name": "Ann Roe"}],
}  # fmt: skip
NINJS = {
    "body_text": "It froze.", "headline": "Lake Freezes", "versioncreated": "2025-02-04", "source": "The Gull",
    "language": "en",
}  # fmt: skip


@pytest.mark.parametrize("record", [OURS, NEWS_PLEASE, SCHEMA_ORG, NINJS])
def test_formats_say_the_same(record: dict[str, Any]) -> None:
    found = read_record(record)
    assert (found.media, found.content) == ("text", "It froze.")
    given_ = found.given
    assert (given_.title, given_.outlet, given_.language) == ("Lake Freezes", "The Gull", "en")
    assert given_.published == date(2025, 2, 4)


def test_formats_say_when_a_text_was_changed_and_fetched() -> None:
    about = read_record(NEWS_PLEASE | {"date_modify": "2025-02-05", "date_download": "2025-02-06 10:00:00"}).given
    assert (about.modified, about.fetched) == (date(2025, 2, 5), datetime(2025, 2, 6, 10))
    assert read_record(SCHEMA_ORG | {"dateModified": "2025-02-05"}).given.modified == date(2025, 2, 5)


def test_html_goes_the_way_of_pages() -> None:
    assert read_record({"html": "<p>It froze.</p>", "text": " "}).media == "html"
    assert read_record({"body_html": "<p>It froze.</p>"}).media == "html"


def test_own_identifiers_are_strings() -> None:
    assert [read_record({"text": "x", "id": own}).id for own in ("a", 7, None, True, " ", [1])] == [
        "a",
        "7",
        "",
        "",
        "",
        "",
    ]


def test_of_a_graph_only_what_has_a_text_counts() -> None:
    assert records_in({"@graph": [{"@type": "Organization", "name": "The Gull"}, SCHEMA_ORG]}) == [SCHEMA_ORG]


def test_half_a_surrogate_pair_can_be_written() -> None:
    assert read_record({"text": "It \ud83d froze."}).content.encode("utf-8")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tue, 04 Feb 2025 09:30:00 +0000", datetime(2025, 2, 4, 9, 30, tzinfo=UTC)),
        (1738661400, datetime(2025, 2, 4, 9, 30, tzinfo=UTC)),
        (1738661400000, datetime(2025, 2, 4, 9, 30, tzinfo=UTC)),
        ("Feb. 4, 2025", date(2025, 2, 4)),
        ("2025-02-30", None),
        ("on Tuesday", None),
        (10**40, None),
        (True, None),
        ([], None),
    ],
)
def test_dates(written: object, read: date | None) -> None:
    assert published_on(written) == read


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "html", "id", "title", "outlet", "published", "author", "url", "language", "kind", "x"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_value_is_a_record_or_is_refused(value: object) -> None:
    try:
        assert read_record(value).content.strip()
    except ArticleError as error:
        assert error.stage == "ingest"
    assert records_in(value) is None or isinstance(records_in(value), list)
