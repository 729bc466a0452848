"""Feeds: entries with their text, outlets by source, nothing opened on the way."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.feeds import read_feed
from newstemma.ingest.records import Record
from newstemma.settings.ingest import IngestSettings

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Gull</title><link>https://gull.example</link><language>en-GB</language>
<item><title>Lake freezes</title><link>https://gull.example/1</link><pubDate>Tue, 04 Feb 2031 09:30:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>It froze.</p><p>&ldquo;Nobody may skate.&rdquo;</p>]]></content:encoded></item>
<item><title>Ferry stops</title><link>https://wire.example/2</link>
<source url="https://wire.example/rss">The Wire</source>
<description>The ferry stopped &amp;amp; waits.</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Måsen</title>
<entry><title>Ice</title><link href="https://masen.example/1"/><published>2031-02-04T09:30:00Z</published>
<content type="text">It froze.</content></entry></feed>""".encode("utf-16")


def entries(data: bytes) -> list[Record]:
    return [entry for entry in read_feed(data) if isinstance(entry, Record)]


def test_entries_carry_their_text_and_what_is_said_of_them() -> None:
    lake, ferry = entries(RSS)
    assert lake.media == "html"
    assert "<p>It froze.</p>" in lake.content
    assert lake.given.title == "Lake freezes"
    assert lake.given.url == "https://gull.example/1"
    assert (lake.given.outlet, lake.given.language) == ("The Gull", "en")
    assert lake.given.published == datetime(2031, 2, 4, 9, 30, tzinfo=UTC)
    assert ferry.content == "The ferry stopped & waits."


def test_an_entry_from_elsewhere_is_that_outlets() -> None:
    assert entries(RSS)[1].given.outlet == "The Wire"


def test_atom_in_another_encoding() -> None:
    (ice,) = entries(ATOM)
    assert (ice.content, ice.given.outlet) == ("It froze.", "Måsen")


def test_entries_without_text_are_reported_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "gull.xml").write_bytes(RSS)
    pages, rejected = ingest([tmp_path], settings=IngestSettings())
    assert [page.id for page in pages] == ["gull:1", "gull:2"]
    assert [(Path(each.file).name, each.reason) for each in rejected] == [
        ("gull.xml#3", "is an entry without text; read the page that it links to, by --fetch or by its address")
    ]


def test_no_file_is_opened_for_a_feed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the password", encoding="utf-8")
    feed = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e SYSTEM "{secret.as_uri()}">]>
    <rss version="2.0"><channel><item><description>It froze. &e;</description></item></channel></rss>"""
    assert "password" not in "".join(entry.content for entry in entries(feed.encode()))
    with pytest.raises(ArticleError, match="no feed"):  # a name is no feed either
        list(read_feed(str(secret).encode()))


def test_entities_that_grow_are_not_followed() -> None:
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    feed = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{nested}]>
    <rss version="2.0"><channel><item><description>It froze. &e8;</description></item></channel></rss>"""
    assert sum(len(entry.content) for entry in entries(feed.encode())) < 100


def test_the_message_for_the_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(ArticleError, match=r"pip install 'newstemma\[formats\]'"):
        list(read_feed(RSS))
