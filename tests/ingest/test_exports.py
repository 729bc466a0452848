"""Exports of news databases: articles parted, what is told of them kept, the rest passed over."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document

from newstemma.ingest import ingest
from newstemma.settings.ingest import IngestSettings

NEXIS = """Date and Time: Wednesday, February 5, 2031 10:00:00 AM EST
Job Number: 1234
Documents (2)
1. Lake freezes
2. Ferry stops

Lake freezes

The Gull

February 4, 2031 Tuesday

Copyright 2031 The Gull All Rights Reserved
Section: NEWS; Pg. 4
Length: 12 words
Byline: Ann Roe

Body


The lake froze on Monday.
“Nobody may skate,” the keeper said.

Load-Date: February 5, 2031


End of Document

Ferry stops

The Tern

Wednesday 5 February 2031 09:30 AM GMT
Length: 4 words
Body

The ferry waits.
Classification
Language: ENGLISH
Load-Date: February 5, 2031
End of Document

Empty one
The Tern
February 6, 2031
Length: 0 words
End of Document
"""

RULE = "_" * 60
PROQUEST = f"""{RULE}
Report Information from ProQuest
5 February 2031 10:00
{RULE}
Document 1 of 2

Lake freezes

Author: Roe, Ann

Publication info: The Gull ; Arlund

Abstract: None available.

Full text: The lake froze on Monday.
“Nobody may skate,” the keeper said.
Location: he pointed at the northern bank.

Subject: Lakes; Ice

Title: Lake freezes

Publication title: The Gull; Arlund

Publication date: Feb 4, 2031

ProQuest document ID: 77

Document URL: https://search.example/77

{RULE}
Document 2 of 2

Title: Ferry stops

Publication title: The Tern

ProQuest document ID: 78

{RULE}
Contact us at: https://search.example
"""


def test_nexis_articles_are_parted(tmp_path: Path) -> None:
    (tmp_path / "export.txt").write_text(NEXIS, encoding="utf-8")
    (lake, ferry), (rejected,) = ingest([tmp_path], settings=IngestSettings())
    assert lake.content == "The lake froze on Monday.\n“Nobody may skate,” the keeper said."
    assert (lake.given.title, lake.given.outlet, lake.given.author) == ("Lake freezes", "The Gull", "Ann Roe")
    assert lake.given.published == date(2031, 2, 4)
    assert (ferry.content, ferry.given.title, ferry.given.outlet) == ("The ferry waits.", "Ferry stops", "The Tern")
    assert ferry.given.published == date(2031, 2, 5)
    assert (lake.id, ferry.id, Path(rejected.file).name) == ("export:1", "export:2", "export.txt#3")
    assert rejected.reason.startswith("is an article of an export without its text (under 'Body')")


def test_an_export_in_a_word_document_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "export.txt").write_text(NEXIS, encoding="utf-8")
    made, written = Document(), BytesIO()
    for line in NEXIS.splitlines():
        made.add_paragraph(line)
    made.save(written)
    (tmp_path / "b" / "export.docx").write_bytes(written.getvalue())
    texts, _ = ingest([tmp_path / "a"], settings=IngestSettings())
    documents, _ = ingest([tmp_path / "b"], settings=IngestSettings())
    assert [(page.content, page.given) for page in texts] == [(page.content, page.given) for page in documents]


def test_proquest_articles_are_parted(tmp_path: Path) -> None:
    (tmp_path / "export.txt").write_text(PROQUEST, encoding="utf-8")
    (lake,), (rejected,) = ingest([tmp_path], settings=IngestSettings())
    assert lake.content.split("\n") == [
        "The lake froze on Monday.",
        "“Nobody may skate,” the keeper said.",
        "Location: he pointed at the northern bank.",
    ]
    assert (lake.given.title, lake.given.outlet, lake.given.author) == ("Lake freezes", "The Gull", "Roe, Ann")
    assert (lake.given.published, lake.given.url) == (date(2031, 2, 4), "https://search.example/77")
    assert "without its text (under 'Full text')" in rejected.reason


def test_words_of_an_export_make_no_export_of_an_article(tmp_path: Path) -> None:
    text = "The keeper closed the file.\nEnd of Document\nNobody read it.\n"
    (tmp_path / "lake.txt").write_text(text, encoding="utf-8")
    (page,), rejected = ingest([tmp_path], settings=IngestSettings())
    assert (page.content, rejected) == (text, ())
