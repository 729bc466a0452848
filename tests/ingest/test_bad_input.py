"""What is broken, huge or hostile, for every reader: one clear line each, and nothing is harmed."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import time
import zipfile
from pathlib import Path

import pyarrow
import pytest
from docx import Document
from fpdf import FPDF
from pyarrow.parquet import write_table

from newstemma.clean import clean
from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.metadata import published_on
from newstemma.model import Page, Rejected
from newstemma.settings.clean import CleanSettings
from newstemma.settings.ingest import IngestSettings

TEXT = "The lake froze on Monday, and the keeper closed it. "
FEED = f"<rss version='2.0'><channel><title>Gull</title><item><description>{TEXT}</description></item></channel></rss>"
PAGE = f"<html><body><article><p>{TEXT * 5}</p></article></body></html>"
HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PAGE)}\r\n\r\n{PAGE}"
WARC = (
    "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://gull.example/1\r\n"
    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Date: 2031-02-04T00:00:00Z\r\n"
    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(HTTP)}\r\n\r\n{HTTP}\r\n\r\n"
)
SMALL = IngestSettings(document_bytes=1_000_000, table_bytes=1_000_000, collection_bytes=1_000_000)
TWO_GIB = 1 << 31


def pdf() -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica")
    made.multi_cell(0, text=TEXT * 5)
    return bytes(made.output())


def word() -> bytes:
    made, written = Document(), io.BytesIO()
    made.add_paragraph(TEXT)
    made.save(written)
    return written.getvalue()


def parquet() -> bytes:
    written = io.BytesIO()
    write_table(pyarrow.table({"text": [TEXT]}), written)
    return written.getvalue()


def zipped() -> bytes:
    with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
        archive.writestr("lake.txt", TEXT)
    return packed.getvalue()


def tarred() -> bytes:
    with tarfile.open(fileobj=(packed := io.BytesIO()), mode="w") as archive:
        member = tarfile.TarInfo("lake.txt")
        member.size = len(TEXT)
        archive.addfile(member, io.BytesIO(TEXT.encode()))
    return packed.getvalue()


WHOLE = {
    "txt": TEXT.encode(),
    "html": PAGE.encode(),
    "json": json.dumps({"text": TEXT}).encode(),
    "jsonl": json.dumps({"text": TEXT}).encode(),
    "csv": f'text\n"{TEXT}"\n'.encode(),
    "rss": FEED.encode(),
    "warc": WARC.encode(),
    "parquet": parquet(),
    "pdf": pdf(),
    "docx": word(),
    "rtf": f"{{\\rtf1 {TEXT}}}".encode(),
    "zip": zipped(),
    "tar": tarred(),
}


def read(path: Path, settings: IngestSettings | None = None) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    pages, rejected = ingest([path], settings=settings or IngestSettings())
    for refusal in rejected:
        assert refusal.stage == "ingest"
        assert "\n" not in refusal.reason
        assert len(refusal.reason) > 20
    return pages, rejected


@pytest.mark.parametrize("extension", WHOLE)
def test_each_reader_reads_what_is_whole(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"lake.{extension}"
    path.write_bytes(WHOLE[extension])
    pages, rejected = read(path)
    assert (len(pages), rejected) == (1, ())


@pytest.mark.parametrize("extension", WHOLE)
def test_a_compressed_file_that_is_cut_short(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"lake.{extension}.gz"
    whole = gzip.compress(WHOLE[extension])
    path.write_bytes(whole[: len(whole) // 2])
    pages, rejected = read(path)
    assert (pages, len(rejected)) == ((), 1)


@pytest.mark.parametrize("extension", [name for name in WHOLE if name not in ("zip", "warc", "tar")])
def test_a_compressed_bomb_is_not_unpacked(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"lake.{extension}.gz"
    path.write_bytes(gzip.compress(b"a" * 5_000_000))
    pages, (rejected,) = read(path, SMALL)
    assert pages == ()
    assert "is larger than 1 MB" in rejected.reason


def test_a_tar_whose_member_never_ends_is_left(tmp_path: Path) -> None:
    member = tarfile.TarInfo("lake.txt")
    member.size = 1 << 50
    path = tmp_path / "lake.tar.gz"
    path.write_bytes(gzip.compress(member.tobuf() + bytes(5_000_000)))
    pages, (rejected,) = read(path, SMALL)
    assert (pages, "holds more than 1 MB" in rejected.reason) == ((), True)


@pytest.mark.parametrize("extension", WHOLE)
def test_a_file_of_two_gibibytes(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"lake.{extension}"
    with path.open("wb") as file:
        file.write(b"{" if extension in ("json", "jsonl") else b"")
        os.truncate(file.fileno(), TWO_GIB)  # takes no room on the disk
    began = time.process_time()
    pages, rejected = read(path)
    assert time.process_time() - began < 20
    assert (pages, len(rejected)) == ((), 1)


@pytest.mark.parametrize("extension", WHOLE)
def test_nothing_but_nul_bytes(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"lake.{extension}"
    path.write_bytes(bytes(10_000))
    pages, rejected = read(path)
    assert (pages, len(rejected)) == ((), 1)


@pytest.mark.parametrize("written", ["30000-01-01", "1 January 30000", "30000-01-01T00:00:00Z", 884_541_340_800_000])
def test_a_date_in_the_year_30000_is_none(tmp_path: Path, written: str | int) -> None:
    assert published_on(written) is None
    path = tmp_path / "lake.json"
    path.write_text(json.dumps({"text": TEXT, "published": written}))
    (page,), rejected = read(path)
    assert (page.given.published, rejected) == (None, ())


@pytest.mark.parametrize("tag", ["div", "p", "span", "blockquote", "table"])
def test_a_page_nested_a_hundred_thousand_deep(tag: str) -> None:
    content = f"<html><body>{f'<{tag}>' * 100_000}{TEXT * 5}{f'</{tag}>' * 100_000}</body></html>"
    began = time.process_time()
    try:
        article = clean(Page("a", ("a",), "", "html", content), settings=CleanSettings())
    except ArticleError as error:
        assert error.reason
    else:
        assert "The lake froze" in article.text
    assert time.process_time() - began < 10


def test_a_page_in_another_encoding_than_it_says(tmp_path: Path) -> None:
    said = PAGE.replace("<body>", "<head><meta charset='shift_jis'></head><body>").replace("lake", "“lake”")
    path = tmp_path / "lake.html"
    path.write_bytes(said.encode("utf-8"))
    (page,), rejected = read(path)
    assert (page.content, rejected) == (said, ())


def test_external_entities_of_a_page_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dat"
    secret.write_text("the password")
    entity = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    content = f"{entity}<html><body><article><p>{TEXT * 5}&e;</p></article></body></html>"
    article = clean(Page("a", ("a",), "", "html", content), settings=CleanSettings())
    assert "password" not in article.text
