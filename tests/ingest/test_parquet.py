"""Parquet tables: rows become articles, in bounded memory, and what is broken says so."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow.parquet import write_table

from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.parquet import read_parquet
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings


def table(columns: dict[str, list[Any]], **options: Any) -> bytes:
    written = BytesIO()
    write_table(pyarrow.table(columns), written, **options)
    return written.getvalue()


def read(folder: Path, data: bytes, **options: Any) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    (folder / "lake.parquet").write_bytes(data)
    return ingest([folder], settings=IngestSettings(**options))


def test_rows_become_articles_as_in_other_tables(tmp_path: Path) -> None:
    columns: dict[str, list[Any]] = {
        "Title": ["Ice", "Ferry"],
        "full_text": ["It froze.", "It waits."],
        "media_name": ["The Gull", None],
        "authors": [["Ann Roe", "Bo Lund"], []],
        "publish_date": [datetime(2031, 2, 4, 9, 30, tzinfo=UTC), None],
        "views": [3, 4],
    }
    (ice, ferry), rejected = read(tmp_path, table(columns))
    assert (ice.id, ice.content, ice.given.title, ice.given.outlet) == ("lake:1", "It froze.", "Ice", "The Gull")
    assert (ice.given.author, ice.given.published) == ("Ann Roe, Bo Lund", datetime(2031, 2, 4, 9, 30, tzinfo=UTC))
    assert (ferry.content, ferry.given.published, rejected) == ("It waits.", None, ())


def test_columns_of_other_names_can_be_told(tmp_path: Path) -> None:
    data = table({"Words": ["It froze."], "Day": [date(2031, 2, 4)]})
    (page,), _ = read(tmp_path, data, columns=(("text", "words"), ("published", "day")))
    assert (page.content, page.given.published) == ("It froze.", date(2031, 2, 4))


def test_a_row_without_text_stops_no_other(tmp_path: Path) -> None:
    data = table({"title": ["Ice", "Ferry", None], "text": ["It froze.", None, None]})
    (page,), (rejected,) = read(tmp_path, data)
    assert (page.content, Path(rejected.file).name) == ("It froze.", "lake.parquet#2")
    assert "without text" in rejected.reason


def test_rows_are_the_same_in_groups_of_any_size() -> None:
    columns = {"text": [f"It froze {number} times." for number in range(600)]}
    read_as = [
        list(read_parquet(BytesIO(table(columns, row_group_size=size)), columns=(), most=1_000_000))
        for size in (7, 600)
    ]
    assert read_as[0] == read_as[1]
    assert len(read_as[0]) == 600


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (table({"text": ["It froze."]})[:-20], "is a broken Parquet table"),
        (b"PAR1", "is a broken Parquet table"),
        (b"It froze.", "is a broken Parquet table"),
        (table({"title": ["Ice"]}), "without a column for the text"),
        (table({"text": []}), "without rows"),
    ],
)
def test_what_cannot_be_read_gives_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    pages, (rejected,) = read(tmp_path, data)
    assert pages == ()
    assert reason in rejected.reason
    assert "\n" not in rejected.reason


def test_a_group_that_would_fill_memory_is_not_read() -> None:
    data = table({"text": ["a" * 5_000_000]}, use_dictionary=False)
    assert len(data) < 1_000_000
    with pytest.raises(ArticleError, match="smaller row groups"):
        list(read_parquet(BytesIO(data), columns=(), most=1_000_000))


def test_the_message_for_the_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ArticleError, match=r"pip install 'newstemma\[parquet\]'"):
        list(read_parquet(BytesIO(b""), columns=(), most=1_000))
