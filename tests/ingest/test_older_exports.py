"""Exports of LexisNexis before Nexis Uni and of Factiva, as text, RTF, HTML and Word documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.exports import articles_in, articles_in_page
from newstemma.ingest.rtf import read_rtf
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings

LAKE = (
    "The lake at Arlund froze on Monday night, and the keeper of the northern bank closed it before anybody walked.",
    "“Nobody may skate,” the keeper said.",
)

LEXIS = """
Download Request: All Documents: 1-3
Time Of Request: Wednesday, February 5, 2031  10:00:00 EST

Terms: (lake)


                               1 of 3 DOCUMENTS


                            Copyright 2031 Gull Press
                              All Rights Reserved

                                    The Gull

                           February 4, 2031 Tuesday
                                 Late Edition

SECTION: NEWS; Pg. A04

LENGTH: 26 words

HEADLINE: Lake freezes

BYLINE: Ann Roe

BODY:

The lake at Arlund froze on Monday night, and the keeper of the northern bank
closed it before anybody walked.

“Nobody may skate,” the keeper said.

LOAD-DATE: February 5, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                               2 of 3 DOCUMENTS



                                    The Tern

                           5 February 2031 Wednesday

Ferry stops for the
winter

BYLINE: BO LUND

LENGTH: 3 words

The ferry waits.

SECTION 4 of the pier is closed.

LANGUAGE: ENGLISH


                            Copyright 2031 Tern Ltd
                              All Rights Reserved

                               3 of 3 DOCUMENTS

                                    The Tern

                           6 February 2031 Thursday

Empty one

LENGTH: 0 words

LANGUAGE: ENGLISH
"""

CODED = [
    ("SE", "News"),
    ("HD", "Lake freezes"),
    ("BY", "By Ann Roe"),
    ("WC", "26 words"),
    ("PD", "4 February 2031"),
    ("ET", "09:30"),
    ("SN", "The Gull"),
    ("SC", "GULLAR"),
    ("LA", "English"),
    ("CY", "Copyright 2031 Gull Press"),
    ("LP", LAKE[0]),
    ("TD", LAKE[1]),
    ("NS", "gweat : Weather"),
    ("AN", "Document GULLAR0020310204e72400001"),
]
WITHOUT_TEXT = [("HD", "Empty one"), ("SN", "The Tern"), ("AN", "Document TERNAR0020310205e72500002")]
PLAIN = [
    "News",
    "Ferry stops for the winter, its owner says",
    "Bo Lund",
    "1,203 words",
    "5 February 2031",
    "10:15",
    "The Tern",
    "TERNAR",
    "8",
    "English",
    "(c) 2031 Tern Ltd. All rights reserved.",
    "The ferry waits.",
    "Document TERNAR0020310205e72500003",
]


def lexis_blocks() -> list[str]:
    return [" ".join(block.split()) for block in LEXIS.split("\n\n") if block.strip()]


def factiva_text() -> str:
    coded = "\n".join(f"\t{code}\t{value}" for code, value in [*CODED, *WITHOUT_TEXT])
    return f"{coded}\n" + "\n".join(PLAIN) + "\nSearch Summary\nText lake\n"


def in_html(blocks: Sequence[str]) -> str:
    return "<html><body>" + "".join(f"<div><p>{escape(block)}</p></div>" for block in blocks) + "</body></html>"


def factiva_html() -> str:
    def cell(value: str) -> str:
        return f"<p class='articleParagraph enarticleParagraph'>{escape(value)}</p>"

    def table(fields: Sequence[tuple[str, str]]) -> str:
        rows = "".join(
            f"<tr><td class='index'><b>{code}</b>&nbsp;</td><td>{cell(value)}</td></tr>" for code, value in fields
        )
        return f"<div class='article enArticle'><table>{rows}</table></div>"

    plain = "".join(f"<div>{escape(line)}</div>" for line in PLAIN)
    page = f"{table(CODED)}{table(WITHOUT_TEXT)}<div class='article enArticle'>{plain}</div>"
    return f"<html><head><title>Factiva</title></head><body><script>var a = 'TD';</script>{page}</body></html>"


def in_rtf(lines: Sequence[str]) -> bytes:
    written = "".join(f"\\pard {''.join(_rtf(character) for character in line)}\\par\n" for line in lines)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}{written}}}".encode("ascii")


def _rtf(character: str) -> str:
    if character in "\\{}":
        return f"\\{character}"
    return (
        character
        if character < "\x7f" and character != "\t"
        else "\\tab "
        if character == "\t"
        else f"\\u{ord(character)}?"
    )


def in_word(lines: Sequence[str]) -> bytes:
    made, written = Document(), BytesIO()
    for line in lines:
        made.add_paragraph(line)
    made.save(written)
    return written.getvalue()


def in_pdf(blocks: Sequence[str]) -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=10)
    for block in blocks:
        made.multi_cell(0, 5, text=block.replace("“", '"').replace("”", '"'), new_x="LMARGIN", new_y="NEXT")
        made.ln(5)
    return bytes(made.output())


def read(folder: Path, name: str, data: bytes) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    (folder / name).write_bytes(data)
    return ingest([folder], settings=IngestSettings())


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("export.txt", lambda: LEXIS.encode()),
        ("export.rtf", lambda: in_rtf(lexis_blocks())),
        ("export.html", lambda: in_html(lexis_blocks()).encode()),
        ("export.docx", lambda: in_word(lexis_blocks())),
    ],
)
def test_lexisnexis_articles_are_parted(tmp_path: Path, name: str, written: Callable[[], bytes]) -> None:
    (lake, ferry), (rejected,) = read(tmp_path, name, written())
    assert lake.content.split("\n") == list(LAKE)
    about = lake.given
    assert (about.title, about.outlet, about.author) == ("Lake freezes", "The Gull", "Ann Roe")
    assert (about.published, about.language) == (date(2031, 2, 4), "en")
    assert ferry.content == "The ferry waits.\nSECTION 4 of the pier is closed."
    about = ferry.given
    assert (about.title, about.outlet, about.author) == ("Ferry stops for the winter", "The Tern", "BO LUND")
    assert about.published == date(2031, 2, 5)
    assert Path(rejected.file).name == f"{name}#3"
    assert "without its text (under 'LENGTH')" in rejected.reason


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("export.txt", lambda: factiva_text().encode()),
        ("export.rtf", lambda: in_rtf(factiva_text().split("\n"))),
        ("export.html", lambda: factiva_html().encode()),
        ("export.docx", lambda: in_word(factiva_text().split("\n"))),
    ],
)
def test_factiva_articles_are_parted(tmp_path: Path, name: str, written: Callable[[], bytes]) -> None:
    (lake, ferry), (rejected,) = read(tmp_path, name, written())
    assert lake.content.split("\n") == list(LAKE)
    about = lake.given
    assert (about.title, about.outlet, about.author) == ("Lake freezes", "The Gull", "Ann Roe")
    assert (about.published, about.language) == (date(2031, 2, 4), "en")
    assert ferry.content == "The ferry waits."
    about = ferry.given
    assert (about.title, about.outlet) == ("Ferry stops for the winter, its owner says", "The Tern")
    assert (about.author, about.published, about.language) == ("Bo Lund", date(2031, 2, 5), "en")
    assert Path(rejected.file).name == f"{name}#2"
    assert "without its text (under 'LP' and 'TD')" in rejected.reason


@pytest.mark.parametrize("blocks", [lexis_blocks(), [f"{code} {value}" for code, value in [*CODED, *WITHOUT_TEXT]]])
def test_articles_with_fields_are_parted_in_a_pdf(tmp_path: Path, blocks: Sequence[str]) -> None:
    (lake, *_), (rejected,) = read(tmp_path, "export.pdf", in_pdf(blocks))
    assert lake.content.split("\n") == [line.replace("“", '"').replace("”", '"') for line in LAKE]
    assert (lake.given.title, lake.given.outlet, lake.given.author) == ("Lake freezes", "The Gull", "Ann Roe")
    assert "without its text" in rejected.reason


@pytest.mark.parametrize(
    "text",
    [
        "1 of 2 DOCUMENTS was signed, the keeper said.\nLENGTH: he did not know.",
        "The keeper wrote.\nDocument KEEPER20310204A was lost.\n12 words",
        "BY  the lake\nTD  is a code of no meaning here.",
    ],
)
def test_words_of_an_export_make_no_export_of_an_article(text: str) -> None:
    assert articles_in(text) is None


def test_a_page_about_documents_is_a_page(tmp_path: Path) -> None:
    (page,), _ = read(tmp_path, "lake.html", b"<html><body><p>Only 1 of 2 DOCUMENTS was signed.</p></body></html>")
    assert page.media == "html"


def test_a_line_that_reads_like_a_code_stays_in_the_text() -> None:
    lines = [
        "HD\tIce",
        "LP\tIt froze.",
        "BY\tnobody's leave.",
        "TD\tIt thawed.",
        "AN\tDocument GULLAR0020310204e72400001",
    ]
    (found,) = articles_in("\n".join(lines)) or iter([])
    assert not isinstance(found, ArticleError)
    assert found.content == "It froze.\nBY\tnobody's leave.\nIt thawed."


def test_what_is_no_rtf_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, reason in ((b"It froze.", "is no RTF document"), (b"{\\rtf1 }", "without text")):
        with pytest.raises(ArticleError, match=reason):
            read_rtf(data)
    monkeypatch.setitem(__import__("sys").modules, "striprtf.striprtf", None)
    with pytest.raises(ArticleError, match=r"pip install 'newstemma\[formats\]'"):
        read_rtf(b"{\\rtf1 It froze.}")


PIECES = st.sampled_from([*LEXIS.split("\n"), *factiva_text().split("\n"), "1 of 2 DOCUMENTS", "<p>", "</td>", "<td>"])


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES | st.text(max_size=10), max_size=30))
def test_broken_exports_give_articles_or_reasons(lines: list[str]) -> None:
    text = "\n".join(lines)
    for articles in (articles_in(text), articles_in_page(f"<p>1 of 2 DOCUMENTS</p>{text}")):
        for article in articles or ():
            assert isinstance(article, ArticleError) or article.content.strip()
