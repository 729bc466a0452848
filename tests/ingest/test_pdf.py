"""PDF: paragraphs put together again, columns one after the other, and what has no text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from fpdf import FPDF

from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.pdf import read_pdf
from newstemma.settings.ingest import IngestSettings

TITLE = "Lake freezes early, and the keeper closes it to every skater of the town"
PARAGRAPHS = [
    'The lake froze on Monday, and the keeper closed it to skaters after days of thaw. "Nobody may skate," she said.',
    "She would measure the ice again on Thursday, at the well-known marks along the northern bank, before the market.",
    "The council pays 4,000 crowns for the fence, which is to stand until the middle of March, it said in a letter.",
]


def document(*, columns: int, rounds: int = 1, title: bool = True) -> tuple[bytes, list[str]]:
    """Print numbered paragraphs in columns; return the file and the paragraphs."""
    pdf = FPDF()
    pdf.add_page()
    if title:
        pdf.set_font("helvetica", size=24)
        pdf.multi_cell(0, 10, TITLE)
        pdf.ln(6)
    pdf.set_font("helvetica", size=11)
    told = [f"Number {number}. {PARAGRAPHS[number % 3]}" for number in range(3 * rounds)]
    with pdf.text_columns(ncols=columns, gutter=8, text_align="L") as text:
        for each in told:
            paragraph = text.paragraph(bottom_margin=3)
            paragraph.write(each)
            text.end_paragraph()
    return bytes(pdf.output()), [TITLE, *told] if title else told


@pytest.mark.parametrize(("columns", "rounds"), [(1, 1), (1, 9), (2, 6), (2, 14), (3, 5), (3, 20)])
@pytest.mark.parametrize("title", [True, False])
def test_paragraphs_come_back_in_the_order_of_reading(columns: int, rounds: int, title: bool) -> None:
    data, told = document(columns=columns, rounds=rounds, title=title)
    assert read_pdf(data).replace("\n", " ") == " ".join(told)


def test_each_paragraph_is_a_line() -> None:
    data, told = document(columns=2)
    assert read_pdf(data).split("\n") == told


def test_words_that_a_line_divides_are_joined() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    pdf.multi_cell(0, 5, "The keeper closed the frozen lake to all who wanted to go ska-\nting on Monday.\nIt thawed.")
    assert read_pdf(bytes(pdf.output())) == (
        "The keeper closed the frozen lake to all who wanted to go skating on Monday.\nIt thawed."
    )


def test_it_goes_the_way_of_texts(tmp_path: Path) -> None:
    data, told = document(columns=1)
    (tmp_path / "lake.pdf").write_bytes(data)
    (page,), rejected = ingest([tmp_path], settings=IngestSettings())
    assert (page.id, page.media, page.content, rejected) == ("lake", "text", "\n".join(told), ())


def test_a_scan_and_an_encrypted_file_say_what_to_do() -> None:
    blank = FPDF()
    blank.add_page()
    with pytest.raises(ArticleError, match=r"without text, perhaps a scan; .*OCR"):
        read_pdf(bytes(blank.output()))
    locked = FPDF()
    locked.set_encryption(owner_password="gull", user_password="tern")
    locked.add_page()
    with pytest.raises(ArticleError, match="is an encrypted PDF; save it without its password"):
        read_pdf(bytes(locked.output()))


def test_a_file_that_is_cut_short_is_no_crash() -> None:
    data, _ = document(columns=2, rounds=6)
    for share in range(1, 10):
        with pytest.raises(ArticleError):
            read_pdf(data[: len(data) * share // 40])


def test_the_message_for_the_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    with pytest.raises(ArticleError, match=r"pip install 'newstemma\[formats\]'"):
        read_pdf(b"%PDF-1.7")
