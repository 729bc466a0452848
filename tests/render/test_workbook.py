from __future__ import annotations

import io
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from tests.render.ferry import ARTICLES, ferry_reading

from newstemma.errors import InputError
from newstemma.model import Article, Claim, Dossier, Metadata, Reading, Span
from newstemma.render import workbook
from newstemma.render.phrases import printable
from newstemma.render.workbook import to_xlsx

SHEETS = ["articles", "utterances", "quotes", "claims", "differences", "accounts", "not read"]


def opened(reading: Reading) -> Workbook:
    return load_workbook(io.BytesIO(to_xlsx(reading)))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    head, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def claiming(text: str, url: str | None = None) -> Reading:
    span = Span("a", 0, len(text))
    article = Article("a", text, about=Metadata(outlet=text, url=url))
    return Reading((Dossier("d", text, "", (article,), claims=(Claim("claim-1", text, span, (span,)),)),), ())


def test_each_finding_has_its_sheet_with_a_frozen_header() -> None:
    book = opened(ferry_reading())
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row > 1


def test_words_are_what_stands_there() -> None:
    texts, book = {article.id: article.text for article in ARTICLES}, opened(ferry_reading())
    for sheet in ("utterances", "quotes", "claims", "differences"):
        for row in rows(book, sheet):
            start, end = row["start"], row["end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert texts[str(row["article"])][start:end] == row["words"]


def test_words_lead_to_the_live_page_where_it_is_one() -> None:
    links = {
        str(row[columns.index("article")].value): row[columns.index("words")].hyperlink
        for sheet in [opened(ferry_reading())["claims"]]
        for columns in [[cell.value for cell in sheet[1]]]
        for row in sheet.iter_rows(min_row=2)
    }
    link = links["wire"]
    assert link is not None
    assert link.target == "https://wire.example/news/ferry-1"
    assert str(link.location).startswith(":~:text=")
    assert links["tidewatch"] is None  # its address is none of the web


def test_utterances_say_how_each_witness_differs() -> None:
    found = rows(opened(ferry_reading()), "utterances")
    assert any("has “No one” for “Nobody”" in str(row["variants"]) for row in found)
    assert {row["accounts"] for row in found if row["speaker"] == "Odalys Brenn"} == {3}


def test_what_was_not_read_has_its_reason() -> None:
    reading = ferry_reading()
    found = rows(opened(reading), "not read")
    assert [row["reason"] for row in found] == [rejected.reason for rejected in reading.rejected]


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert to_xlsx(ferry_reading()) == to_xlsx(ferry_reading())


@pytest.mark.parametrize("text", ["=1+1", "{=SUM(A1)}", "+1", "@x", "https://x.example", "internal:Sheet!A1", "0012"])
def test_every_text_is_a_text(text: str) -> None:
    sheet = opened(claiming(text))["claims"]
    cell = sheet.cell(2, 3)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@given(st.text(min_size=1))
def test_every_text_comes_back(text: str) -> None:
    (row,) = rows(opened(claiming(text, "https://x.example/1")), "claims")
    assert row["text"] == row["words"] == printable(text)


def test_a_text_longer_than_a_cell_is_cut() -> None:
    (row,) = rows(opened(claiming("𝄞" * 20_000)), "claims")
    assert row["text"] == "𝄞" * 16_383 + "…"


def test_an_address_longer_than_the_format_allows_is_no_link() -> None:
    book = opened(claiming("Rain", "https://x.example/" + "a" * 2_100))
    assert rows(book, "claims")[0]["words"] == "Rain"
    assert all(cell.hyperlink is None for row in book["claims"] for cell in row)


def test_more_rows_than_the_format_allows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_ROWS", 3)
    with pytest.raises(InputError, match="sheet 'articles' would have more than 3 rows"):
        to_xlsx(ferry_reading())


def test_the_message_for_the_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "find_spec", lambda _name: None)
    with pytest.raises(InputError, match=r"pip install 'newstemma\[xlsx\]'"):
        to_xlsx(ferry_reading())


def test_it_is_a_package_with_one_part_for_each_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(to_xlsx(Reading((), ())))) as package:
        assert package.testzip() is None
        assert sum(name.startswith("xl/worksheets/sheet") for name in package.namelist()) == len(SHEETS)
    assert "xlsxwriter" in sys.modules
