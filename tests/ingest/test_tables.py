"""Tables: columns by their names, rows that do not fit, marks and line ends within cells."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.tables import read_rows
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings

FROZE = "It froze on Monday.\n\n“Nobody may skate,” the keeper said, and meant it."


def table(*rows: list[str], delimiter: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue()


def read(
    path: Path, text: str, *, columns: tuple[tuple[str, str], ...] = ()
) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    path.write_bytes(gzip.compress(text.encode(), mtime=0) if path.suffix == ".gz" else text.encode())
    return ingest([path], settings=IngestSettings(columns=columns))


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (["Headline", "Text", "Source", "Date", "Link"], "lake.csv"),
        (["title", "story_text", "media_name", "publish_date", "url"], "lake.csv.gz"),
        (["Article Title", "Full-Text", "PUBLICATION", "Publication date", "Article URL"], "lake.CSV"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_known_by_their_names(tmp_path: Path, header: list[str], name: str, delimiter: str) -> None:
    row = ["Lake, frozen", FROZE, "The Gull", "2031-02-04", "https://gull.example/1"]
    (page,), rejected = read(tmp_path / name, table(header, row, delimiter=delimiter))
    assert not rejected
    assert (page.content, page.media) == (FROZE, "text")
    assert page.given.title == "Lake, frozen"
    assert page.given.outlet == "The Gull"
    assert page.given.published == date(2031, 2, 4)
    assert page.given.url == "https://gull.example/1"


def test_columns_of_other_names_can_be_told(tmp_path: Path) -> None:
    text = table(["Brödtext", "Tidning", "text"], [FROZE, "Måsen", "seen"])
    (page,), _ = read(tmp_path / "lake.csv", text, columns=(("text", "brödtext"), ("outlet", "Tidning")))
    assert (page.content, page.given.outlet) == (FROZE, "Måsen")
    _, (rejected,) = read(tmp_path / "lake.csv", text, columns=(("text", "Body"),))
    assert rejected.reason.startswith("is a table without the column 'Body' (its columns: Brödtext, Tidning, text)")


def test_a_column_that_is_told_is_no_other_field(tmp_path: Path) -> None:
    text = table(["name", "body"], ["The Gull", FROZE])
    (page,), _ = read(tmp_path / "lake.csv", text, columns=(("outlet", "name"),))
    assert (page.given.outlet, page.given.title) == ("The Gull", None)


def test_pages_in_a_column_go_the_way_of_pages(tmp_path: Path) -> None:
    (page,), _ = read(tmp_path / "lake.csv", table(["html", "url"], ["<p>It froze.</p>", "https://x.example"]))
    assert page.media == "html"


def test_a_bad_row_stops_no_other(tmp_path: Path) -> None:
    text = 'title,text\nA,It froze.\nB,"It" thawed.\nC,It,froze\nD,\n\nE,It froze again.\n'
    pages, rejected = read(tmp_path / "lake.csv", text)
    assert [page.given.title for page in pages] == ["A", "E"]
    assert [page.id for page in pages] == ["lake:1", "lake:5"]
    assert [(Path(each.file).name, each.reason.split(";")[0]) for each in rejected] == [
        ("lake.csv#2", "is a broken row: ',' expected after '\"'"),
        ("lake.csv#3", "has 3 cells, where the header has 2"),
        ("lake.csv#4", rejected[2].reason.split(";")[0]),
    ]
    assert "without text" in rejected[2].reason


def test_an_article_may_be_long(tmp_path: Path) -> None:
    long = "It froze. " * 20_000
    (page,), _ = read(tmp_path / "lake.csv", table(["text"], [long]))
    assert page.content == long
    assert csv.field_size_limit() == 131_072  # the process's own limit is as it was


def test_the_order_of_columns_does_not_matter(tmp_path: Path) -> None:
    one, _ = read(tmp_path / "lake.csv", table(["title", "text"], ["Ice", FROZE]))
    other, _ = read(tmp_path / "lake.csv", table(["text", "title"], [FROZE, "Ice"]))
    assert one == other


cells = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_what_was_written_comes_back(rows: list[tuple[str, str]], delimiter: str) -> None:
    text = table(["title", "text"], ["Ice", FROZE], *(list(row) for row in rows), delimiter=delimiter)
    found = [row for _, row in read_rows(text, columns=())]
    kept = [("Ice", FROZE), *(row for row in rows if any(cell.strip() for cell in row))]
    assert found == [{"title": title, "text": body} for title, body in kept]


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_a_table_without_any_line_says_so(text: str) -> None:
    with pytest.raises(ArticleError, match="without any line"):
        list(read_rows(text, columns=()))
