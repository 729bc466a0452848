"""Web archives: pages with their addresses, one bad record that stops no other."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstemma.ingest import ingest
from newstemma.ingest.warc import read_warc
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings

PAGE = "<html><body><p>It froze on Monday, “hard”.</p></body></html>"


def record(url: str, body: bytes, *, kind: str = "text/html", status: str = "200 OK", encoding: str = "") -> bytes:
    coded = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coded}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Date: 2031-02-04T09:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read(
    path: Path, data: bytes, settings: IngestSettings | None = None
) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    path.write_bytes(data)
    return ingest([path], settings=settings or IngestSettings())


def numbered(*bodies: bytes) -> list[bytes]:
    return [record(f"https://gull.example/{number}", body) for number, body in enumerate(bodies, start=1)]


@pytest.mark.parametrize("packed", ["plain", "by record", "as a whole"])
def test_pages_come_with_their_addresses(tmp_path: Path, packed: str) -> None:
    records = numbered(PAGE.encode(), PAGE.replace("Monday", "Sunday").encode("cp1252"))
    if packed == "by record":
        records = [gzip.compress(each) for each in records]
    data = gzip.compress(b"".join(records)) if packed == "as a whole" else b"".join(records)
    pages, rejected = read(tmp_path / ("gull.warc" if packed == "plain" else "gull.warc.gz"), data)
    assert not rejected
    assert [(page.id, page.given.url, page.media) for page in pages] == [
        ("gull:1", "https://gull.example/1", "html"),
        ("gull:2", "https://gull.example/2", "html"),
    ]
    assert pages[0].content == PAGE
    assert "Sunday, “hard”" in pages[1].content


def test_one_page_under_two_addresses_keeps_both(tmp_path: Path) -> None:
    (page,), _ = read(tmp_path / "gull.warc", b"".join(numbered(PAGE.encode(), PAGE.encode())))
    assert page.addresses == ("https://gull.example/1", "https://gull.example/2")
    assert page.given.fetched == datetime(2031, 2, 4, 9, tzinfo=UTC)


def test_encodings_of_transfer_and_content_are_undone(tmp_path: Path) -> None:
    chunked = record("https://gull.example/1", gzip.compress(PAGE.encode()), encoding="gzip")
    (page,), _ = read(tmp_path / "gull.warc", chunked)
    assert page.content == PAGE


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    others = [
        record("https://gull.example/a.png", b"\x89PNG", kind="image/png"),
        record("https://gull.example/gone", PAGE.encode(), status="404 Not Found"),
        record("https://gull.example/moved", PAGE.encode(), status="301 Moved"),
    ]
    (page,), rejected = read(
        tmp_path / "gull.warc", b"".join([*others, record("https://gull.example/1", PAGE.encode())])
    )
    assert (page.given.url, rejected) == ("https://gull.example/1", ())


def test_a_bad_record_stops_no_other(tmp_path: Path) -> None:
    records = numbered(b"  ", bytes(range(256)) * 40, b"x" * 3_000, PAGE.encode())
    pages, rejected = read(tmp_path / "gull.warc", b"".join(records), IngestSettings(document_bytes=2_000))
    assert [page.id for page in pages] == ["gull:4"]
    assert [(Path(each.file).name, each.reason.split(";")[0].split(":")[0][:24]) for each in rejected] == [
        ("gull.warc#1", "is a page without conten"),
        ("gull.warc#2", "is a page of more than 0"),
        ("gull.warc#3", "is a page of more than 0"),
    ]


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    first, second = numbered(PAGE.encode(), PAGE.encode() * 9)
    for name, data in {
        "gull.warc": first + second[:-200] + b"\r\n\r\nnoise",
        "gull.warc.gz": gzip.compress(first) + gzip.compress(second)[:-30],
    }.items():
        pages, rejected = read(tmp_path / name, data)
        assert pages[0].content == PAGE
        assert rejected or len(pages) == 2


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(record("https://gull.example/1", b"<html>" + b"a" * 200_000_000), 9)
    path = tmp_path / "bomb.warc.gz"
    path.write_bytes(bomb)
    del bomb
    tracemalloc.start()
    with path.open("rb") as stream:
        ((_, _, page),) = read_warc(stream, most=1_000_000)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert not isinstance(page, bytes)


def test_the_message_for_the_missing_extra_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    _, (rejected,) = read(tmp_path / "gull.warc", record("https://gull.example/1", PAGE.encode()))
    assert "pip install 'newstemma[formats]'" in rejected.reason
