"""Word documents: paragraphs and tables in order, and what is none."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.docx import read_docx
from newstemma.settings.ingest import IngestSettings

MOST = 1_000_000


def document(*paragraphs: str, table: tuple[str, ...] = ()) -> bytes:
    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if table:
        grid = made.add_table(rows=1, cols=len(table))
        for cell, text in zip(grid.rows[0].cells, table, strict=True):
            cell.text = text
        made.add_paragraph("After the table.")
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def test_paragraphs_and_cells_come_in_order() -> None:
    data = document("It froze.", "", "“Nobody may skate.”", table=("Monday", "It thawed."))
    assert read_docx(data, most=MOST) == "It froze.\n“Nobody may skate.”\nMonday\nIt thawed.\nAfter the table."


def test_it_may_have_a_header(tmp_path: Path) -> None:
    (tmp_path / "lake.docx").write_bytes(document("outlet: The Gull", "published: 2031-02-04", "---", "It froze."))
    (tmp_path / "bare.docx").write_bytes(document("It froze on Sunday."))
    pages, rejected = ingest([tmp_path], settings=IngestSettings())
    assert rejected == ()
    assert [page.content for page in pages] == ["It froze on Sunday.", "It froze."]
    assert [page.given.outlet for page in pages] == [None, "The Gull"]


def test_what_is_no_document_says_why() -> None:
    old = b"\xd0\xcf\x11\xe0" + bytes(2_000)
    with pytest.raises(ArticleError, match="is no Word document of today"):
        read_docx(old, most=MOST)
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("a.txt", "It froze.")
    with pytest.raises(ArticleError, match="too broken to be read"):
        read_docx(archive.getvalue(), most=MOST)
    with pytest.raises(ArticleError, match="without text"):
        read_docx(document(" "), most=MOST)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = BytesIO(document("It froze."))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/more.xml", b"a" * 5_000_000)
    with pytest.raises(ArticleError, match=r"is a Word document of \d MB, more than the 1 MB that are read"):
        read_docx(bomb.getvalue(), most=MOST)


def test_external_entities_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the password", encoding="utf-8")
    source, target = zipfile.ZipFile(BytesIO(document("It froze."))), BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document'
                part = part.replace(b"<w:document", declared.encode(), 1).replace(b"It froze.", b"It froze. &e;")
            package.writestr(name, part)
    try:
        assert "password" not in read_docx(target.getvalue(), most=MOST)
    except ArticleError as error:
        assert "password" not in str(error)


def test_the_message_for_the_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ArticleError, match=r"pip install 'newstemma\[formats\]'"):
        read_docx(document("It froze."), most=MOST)
