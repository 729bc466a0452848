"""Inputs that nobody would write: the door neither falls nor jams."""

from __future__ import annotations

import gzip
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.ingest import ingest
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings

EXTENSIONS = (
    "txt",
    "md",
    "html",
    "json",
    "jsonl",
    "csv",
    "rss",
    "warc",
    "parquet",
    "rtf",
    "xyz",
    "",
    "txt.gz",
    "json.gz",
    "jsonl.gz",
    "warc.gz",
)
WORDS = "The lake froze on Monday, and the keeper closed it. "
MIB = 1 << 20


def read(data: bytes, extension: str) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"lake.{extension}" if extension else "lake")
        path.write_bytes(data)
        pages, rejected = ingest([path], settings=IngestSettings())
        for refusal in rejected:
            assert refusal.file.startswith(path.as_posix())
            assert refusal.stage == "ingest"
            assert refusal.reason
        return pages, rejected


MARKED = st.sampled_from(
    [b'{"text": ', b'"', b"}", b"[", b"{", b"\n", b"\\u", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"---\n",
     b"title: a\n", b"\x1f\x8b\x08", b"1e999", b"NaN", b"\xd8\x00", WORDS.encode(), WORDS.encode("utf-16"),
     b"# url: x\n", b"<rss version='2.0'><channel><item>", b"<description>", b"WARC/1.1\r\nWARC-Type: response\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"Content-Length: 9\r\n\r\n",
     b"%PDF-1.7\n", b"1 0 obj <</Type /Catalog /Pages 1 0 R>> endobj\n",
     b"trailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
     b"PK\x03\x04", b"PAR1", b"{\\rtf1 ", b"1 of 2 DOCUMENTS\n", b"LENGTH: 2 words\n",
     b"HD\tIce\nTD\tIt froze.\n", b"AN\tDocument GULLAR0020310204e72400001\n"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKED | st.binary(max_size=30), max_size=12).map(b"".join), st.sampled_from(EXTENSIONS))
def test_any_bytes_give_pages_or_a_reason(data: bytes, extension: str) -> None:
    pages, rejected = read(data, extension)
    assert pages or rejected or extension.startswith("jsonl")


@pytest.mark.parametrize(
    "extension",
    [
        "txt",
        "html",
        "json",
        "jsonl",
        "csv",
        "rss",
        "warc",
        "parquet",
        "pdf",
        "docx",
        "rtf",
        "zip",
        "tar",
        "xyz",
        "json.gz",
    ],
)
@pytest.mark.parametrize(
    "data",
    [
        b"[" * MIB,
        b'{"a":' * (MIB // 5),
        b'{"text": "' + b"a" * MIB,
        (WORDS * (MIB // len(WORDS))).encode(),
        (WORDS * 20_000).encode("utf-16")[:-1],
        WORDS.encode("utf-16") + WORDS.encode() * 1000,
        b"\x00" * MIB,
        WORDS.encode() + b"\x00" * 1000,
        b"<" * MIB,
        b"<!-- " * (MIB // 5),
        b"title: " * (MIB // 7),
        b"# title: x\n" * (MIB // 32),
        b"---\n" * (MIB // 32),
        b" " * MIB + b"x",
        b"\r\n" * (MIB // 2) + b"x",
    ],
    ids=[
        "brackets", "objects", "unclosed", "one line", "half UTF-16", "mixed", "NULs", "NUL tail", "angles", "comments",
        "header words", "headers", "fences", "spaces", "blank lines",
    ],
)  # fmt: skip
def test_a_mebibyte_of_anything_takes_seconds(data: bytes, extension: str) -> None:
    packed = gzip.compress(data, 1) if extension.endswith("gz") else data
    began = time.process_time()
    pages, rejected = read(packed, extension)
    assert time.process_time() - began < 10  # about 3 at most on an idle core
    assert pages or rejected
