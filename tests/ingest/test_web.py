"""The web as input: pages by their addresses, links of feeds, manners and bounds, on a server of this machine."""

from __future__ import annotations

import contextlib
import gzip
import io
import socket
import ssl
import sys
import threading
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.site import Reply, Site, page, serve

from newstemma.clean import clean
from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.files import EXTENSIONS
from newstemma.ingest.web.bodies import unpacked
from newstemma.ingest.web.forms import form_of
from newstemma.model import Page, Rejected
from newstemma.settings.clean import CleanSettings
from newstemma.settings.fetch import FetchSettings
from newstemma.settings.ingest import IngestSettings

WORDS = (
    "The harbour office said on Monday that the lake had frozen over from the north shore to the old pier.",
    "“Nobody may walk on it,” said Mona Hastrup, who runs the office, and added that the ferry would wait.",
    "The ice was nine centimetres thick in the morning, and men with poles were measuring it all day long.",
)
LAKE = page(*WORDS, title="Lake freezes")
PATIENT = FetchSettings()
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Gull</title>
<item><title>Lake freezes</title><link>https://gull.example/1</link><pubDate>Tue, 04 Feb 2031 09:30:00 GMT</pubDate>
<description>The lake froze, says the feed.</description></item>
<item><title>Ferry stops</title><link>/2</link><source url="https://wire.example/rss">The Wire</source>
<description>The ferry stopped, says the feed.</description></item>
<item><title>Bare</title><link>http://heron.example/3</link></item></channel></rss>""".replace("https://", "http://")


def settings(fetch: FetchSettings = PATIENT, *, linked: bool = False, most: int = 1_000_000) -> IngestSettings:
    return IngestSettings(document_bytes=most, fetch=replace(fetch, linked=linked))


def fetched(
    replies: Mapping[str, Reply], *addresses: str | Path, names: Mapping[str, list[str]] | None = None, **more: object
) -> tuple[tuple[Page, ...], tuple[Rejected, ...], Site]:
    with serve(replies) as site:
        site.names |= names or {}
        pages, rejected = ingest(addresses, settings=settings(**more), network=site.network())  # type: ignore[arg-type]
        return pages, rejected, site


def reason(replies: Mapping[str, Reply], address: str = "http://gull.example/1", **more: object) -> str:
    """Return the one line that says why an address was not read."""
    pages, rejected, _ = fetched(replies, address, **more)  # type: ignore[arg-type]
    assert not pages
    (entry,) = rejected
    assert (entry.file, entry.stage) == (address, "ingest")
    assert "\n" not in entry.reason
    return entry.reason


def moved(target: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": target})


def test_a_page_is_read_and_its_address_is_that_of_the_article() -> None:
    pages, rejected, site = fetched({"gull.example/2031/lake.html?print=1": Reply(LAKE)},
                                    "http://gull.example/2031/lake.html?print=1#top")  # fmt: skip
    assert not rejected
    (lake,) = pages
    assert (lake.id, lake.media) == ("gull.example/2031/lake?print=1", "html")
    assert lake.files == ("http://gull.example/2031/lake.html?print=1#top",)
    assert lake.given.url == "http://gull.example/2031/lake.html?print=1"
    assert site.asked == ["gull.example/robots.txt", "gull.example/2031/lake.html?print=1"]
    assert "measuring it all day long" in clean(lake, settings=CleanSettings()).text


def packed(data: bytes, packer: str) -> bytes:
    return gzip.compress(data, mtime=0) if packer == "gzip" else zlib.compress(data)


def test_the_program_says_who_it_is_and_sends_nothing_of_the_user() -> None:
    robots = Reply(b"", headers={"Set-Cookie": "a=b"})
    _, _, site = fetched({"gull.example/robots.txt": robots, "gull.example/1": Reply(LAKE)}, "http://gull.example/1")
    for headers in site.headers:
        assert headers["user-agent"].startswith("newstemma/")
        assert not {"cookie", "authorization", "referer"} & set(headers)


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetched({"gull.example/1": Reply(LAKE)}, "http://gull.example/1")[0]


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/html", "text/xml", "application/octet-stream", ""])
def test_an_address_that_turns_out_to_be_a_feed_is_read_as_one(kind: str) -> None:
    pages, rejected, site = fetched({"gull.example/news": Reply(FEED.encode(), kind=kind)}, "http://gull.example/news")
    assert [(each.id, each.given.title) for each in pages] == [
        ("gull.example/news:1", "Lake freezes"),
        ("gull.example/news:2", "Ferry stops"),
    ]
    assert [each.file for each in rejected] == ["http://gull.example/news#3"]
    assert "gull.example/1" not in site.asked


LINKED = {
    "gull.example/feed": Reply(FEED.encode(), kind="application/rss+xml"),
    "gull.example/1": Reply(page(*WORDS, head='<meta property="og:site_name" content="The Sea Gull">')),
    "gull.example/2": Reply(page(*WORDS[::-1])),
    "heron.example/3": Reply(page(*WORDS, "And the heron was seen on it.")),
}


def test_linked_pages_are_read_instead_of_entries() -> None:
    pages, rejected, site = fetched(LINKED, "http://gull.example/feed", linked=True)
    assert not rejected
    assert [(each.id, each.files, each.given.url) for each in pages] == [
        ("gull.example/feed:1", ("http://gull.example/feed#1",), "http://gull.example/1"),
        ("gull.example/feed:2", ("http://gull.example/feed#2",), "http://gull.example/2"),
        ("gull.example/feed:3", ("http://gull.example/feed#3",), "http://heron.example/3"),
    ]
    first, second, third = (clean(each, settings=CleanSettings()) for each in pages)
    assert "nine centimetres" in first.text
    assert "says the feed" not in first.text
    assert first.about.outlet == "The Sea Gull"  # what the page says wins
    assert first.about.published == datetime(2031, 2, 4, 9, 30, tzinfo=UTC)  # what it does not say, the entry does
    assert (second.about.title, second.about.outlet) == ("Ferry stops", "The Wire")
    assert third.about.outlet == "The Gull"
    assert site.asked.count("gull.example/robots.txt") == 1


def test_feeds_in_files_are_followed_too(tmp_path: Path) -> None:
    (tmp_path / "gull.xml").write_text(FEED.replace("/2<", "http://gull.example/2<"), encoding="utf-8")
    pages, rejected, _ = fetched(LINKED, tmp_path / "gull.xml", linked=True)
    assert not rejected
    assert [each.given.url for each in pages] == [f"http://{host}.example/{n}" for n, host in
                                                  enumerate(("gull", "gull", "heron"), start=1)]  # fmt: skip


def test_where_a_page_cannot_be_fetched_the_entry_is_read_and_a_line_says_why() -> None:
    replies = {**LINKED, "gull.example/1": Reply(status=410), "heron.example/3": Reply(status=500)}
    pages, rejected, _ = fetched(replies, "http://gull.example/feed", linked=True)
    assert pages[0].content == "The lake froze, says the feed."
    assert pages[0].entries == ()
    assert [(each.file, each.reason) for each in rejected] == [
        (
            "http://gull.example/feed#1",
            "its page http://gull.example/1 was answered with 410 Gone; check the address; "  # noqa: ISC004
            "the text of the feed's entry was read instead",
        ),
        (
            "http://gull.example/feed#3",
            "its page http://heron.example/3 was answered with 500 Internal Server Error; try again later; "  # noqa: ISC004
            "the feed's entry has no text itself",
        ),
    ]


def test_a_link_to_a_feed_or_an_archive_is_no_page() -> None:
    replies = {**LINKED, "gull.example/1": LINKED["gull.example/feed"]}
    pages, rejected, site = fetched(replies, "http://gull.example/feed", linked=True)
    assert pages[0].content == "The lake froze, says the feed."
    assert "is no page but a collection" in rejected[0].reason
    assert len(site.asked) == len(set(site.asked))


def test_no_more_links_than_set_are_followed() -> None:
    pages, rejected, site = fetched(LINKED, "http://gull.example/feed", fetch=replace(PATIENT, links=1), linked=True)
    assert [each.media for each in pages] == ["html", "text"]
    assert [each.reason.split(";")[0] for each in rejected] == [
        f"its page http://{place} was not asked for, 1 pages are fetched for one feed at most"
        for place in ("gull.example/2", "heron.example/3")
    ]
    assert "gull.example/2" not in site.asked


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_counts(status: int) -> None:
    replies = {
        "gull.example/1": moved("//www.gull.example/one", status),
        "www.gull.example/one": moved("/lake#top", status),
        "www.gull.example/lake": Reply(LAKE),
    }
    pages, rejected, _ = fetched(replies, "http://gull.example/1")
    assert not rejected
    assert (pages[0].given.url, pages[0].files) == ("http://www.gull.example/lake", ("http://gull.example/1",))


def test_a_redirect_in_a_circle_ends() -> None:
    assert "circle" in reason({"gull.example/1": moved("/2"), "gull.example/2": moved("/1")})


def test_redirects_without_end_end() -> None:
    told = reason({f"gull.example/{number}": moved(f"/{number + 1}") for number in range(1, 30)})
    assert told.startswith("redirects to /7, which is the redirect after 5 others")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("http://127.0.0.1/", "leads to 127.0.0.1, which is no public address"),
        ("http://127.0.0.1:8080/", "port 8080"),
        ("http://[::ffff:127.0.0.1]/", "leads to ::ffff:127.0.0.1, which is no public address"),
        ("http://inside.example/", "leads to 10.1.2.3, which is no public address"),
        ("file:///etc/passwd", "is an address of the kind 'file'"),
        ("http://a:b@heron.example/", "has a name and password"),
        ("http://heron.example:99999999/", "is a broken address"),
        ("http://", "in a circle"),
    ],
)
def test_redirects_are_checked_again(target: str, told: str) -> None:
    replies = {"gull.example/feed": moved(target)}
    given = reason(replies, "http://gull.example/feed", names={"inside.example": ["10.1.2.3"]})
    assert given.startswith("redirects to ")
    assert told in given


def test_what_was_checked_is_what_is_connected_to() -> None:
    with serve({"gull.example/1": Reply(LAKE)}) as site:
        answers = iter([["8.8.8.8"], ["1.1.1.1"], ["127.0.0.1"]])  # a name that changes while it is being asked for
        site.names["gull.example"] = []
        network = replace(site.network(), look_up=lambda _host, _port: next(answers))
        pages, _ = ingest(["http://gull.example/1"], settings=settings(), network=network)
        assert pages
        assert site.connected == [("8.8.8.8", 80), ("1.1.1.1", 80)]  # robots.txt and the page: one look-up for each
        _, (refused,) = ingest(["http://gull.example/1"], settings=settings(), network=network)
        assert "leads to 127.0.0.1" in refused.reason
        assert len(site.connected) == 2


def test_a_host_with_a_private_address_among_others_is_refused() -> None:
    assert "leads to 192.168.1.1" in reason({}, names={"gull.example": ["8.8.8.8", "192.168.1.1"]})


def test_ports_are_used_where_the_user_writes_them() -> None:
    pages, _, site = fetched({"gull.example:8080/1": moved("/2"), "gull.example:8080/2": Reply(LAKE)},
                             "http://gull.example:8080/1")  # fmt: skip
    assert pages[0].given.url == "http://gull.example:8080/2"
    assert set(site.connected) == {("8.8.4.4", 8080)}


@pytest.mark.parametrize("address", ["ftp://gull.example/1", "file:///etc/passwd", "gopher://gull.example"])
def test_other_kinds_of_address_are_refused(address: str) -> None:
    assert "only http and https are fetched" in reason({}, address)


def test_the_rule_of_addresses_holds_on_the_machines_own_network() -> None:
    for address in ("http://127.0.0.1:9/", "http://2130706433/", "http://localhost/", "http://[::1]/"):
        pages, rejected = ingest([address], settings=settings())
        assert not pages
        assert "no public address" in rejected[0].reason


@pytest.mark.parametrize(
    ("robots", "read"),
    [
        (Reply(b"User-agent: *\nDisallow: /private\n"), True),
        (Reply(b"User-agent: *\nDisallow: /\n"), False),
        (Reply(b"User-agent: newstemma\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), False),
        (Reply(b"User-agent: *\nDisallow: /\nAllow: /1$\n"), True),
        (Reply(b"User-agent: *\nDisallow: /\n", status=404), True),
        (Reply(b"", status=403), True),
        (Reply(b"", status=503), False),
        (Reply(b"User-agent: *\nDisallow: /\n", told_length=5_000), False),
        (Reply(b"\xff\xfe\x00 nonsense"), True),
    ],
)
def test_robots_are_obeyed(robots: Reply, read: bool) -> None:
    pages, rejected, site = fetched(
        {"gull.example/robots.txt": robots, "gull.example/1": Reply(LAKE)}, "http://gull.example/1"
    )
    assert (bool(pages), bool(rejected), "gull.example/1" in site.asked) == (read, not read, read)


def test_robots_that_moved_are_obeyed() -> None:
    replies = {
        "gull.example/robots.txt": moved("http://www.gull.example/robots.txt"),
        "www.gull.example/robots.txt": Reply(b"User-agent: *\nDisallow: /\n"),
    }
    assert "closed to programs" in reason(replies)


def test_the_beginning_of_endless_robots_counts() -> None:
    robots = Reply(b"User-agent: *\nDisallow: /\n" + b"# and so on\n" * 60_000)
    assert "closed to programs" in reason({"gull.example/robots.txt": robots})


def test_robots_hold_for_where_a_redirect_leads() -> None:
    replies = {
        "gull.example/1": moved("http://heron.example/3"),
        "heron.example/robots.txt": Reply(b"User-agent: *\nDisallow: /\n"),
    }
    assert reason(replies).startswith("redirects to http://heron.example/3, which is closed to programs")


def test_a_server_that_is_silent_is_left() -> None:
    began = time.monotonic()
    assert "did not answer within 0.4 seconds" in reason(
        {"gull.example/1": Reply(LAKE, silent=20)}, fetch=FetchSettings(read_seconds=0.4)
    )
    assert time.monotonic() - began < 10


def test_a_server_that_trickles_is_left() -> None:
    began = time.monotonic()
    assert "longer than 1 seconds in all" in reason(
        {"gull.example/1": Reply(LAKE, drip=0.05)}, fetch=FetchSettings(whole_seconds=1.0)
    )
    assert time.monotonic() - began < 10


def test_a_page_that_is_too_large_is_not_read() -> None:
    for length in (None, -1):  # whether the server says so or not
        assert "larger than 0 MB" in reason({"gull.example/1": Reply(b"x" * 5_000, told_length=length)}, most=4_000)


@pytest.mark.parametrize("packer", ["gzip", "deflate"])
def test_a_bomb_does_no_harm(packer: str) -> None:
    bomb = packed(b" " * 100_000_000, packer)
    tracemalloc.start()
    told = reason({"gull.example/1": Reply(bomb, headers={"Content-Encoding": packer})})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "larger than 1 MB" in told
    assert peak < 40_000_000  # the bomb itself is held by the server of the test


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(LAKE, mtime=0)),
        ("x-gzip", gzip.compress(LAKE[:200], mtime=0) + gzip.compress(LAKE[200:], mtime=0)),
        ("deflate", zlib.compress(LAKE)),
        ("deflate", zlib.compress(LAKE, wbits=-15)),
        ("identity", LAKE),
    ],
)
def test_packed_pages_are_unpacked(encoding: str, body: bytes) -> None:
    pages, rejected, _ = fetched({"gull.example/1": Reply(body, headers={"Content-Encoding": encoding})},
                                 "http://gull.example/1")  # fmt: skip
    assert not rejected
    assert pages[0].content == LAKE.decode()


@given(st.binary(max_size=3_000), st.sampled_from(["gzip", "deflate"]), st.integers(1, 700))
def test_however_it_is_cut_what_was_packed_comes_out(data: bytes, packer: str, size: int) -> None:
    body = packed(data, packer)
    chunks = [body[start : start + size] for start in range(0, len(body), size)]
    assert b"".join(unpacked(chunks, packer, most=len(data))) == data


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(LAKE, told_length=100_000), "gave no whole answer"),
        (Reply(gzip.compress(LAKE, mtime=0)[:-40], headers={"Content-Encoding": "gzip"}), "breaks off"),
        (Reply(LAKE, headers={"Content-Encoding": "gzip"}), "is damaged"),
        (Reply(LAKE, headers={"Content-Encoding": "br"}), "is packed as 'br'"),
        (Reply(b"ftypisom", kind="video/mp4"), "is of the type 'video/mp4', which no reader knows"),
        (Reply(b"\x89PNG\r\n\x1a\n", kind="text/html"), "is a PNG image"),
        (Reply(b""), "is empty"),
        (Reply(status=404), "was answered with 404 Not Found; check the address"),
        (Reply(status=403), "was answered with 403 Forbidden; save the page in a browser"),
        (Reply(status=500), "was answered with 500 Internal Server Error"),
        (Reply(status=429), "was answered with 429 Too Many Requests"),
        (Reply(status=304), "was answered with 304 Not Modified"),
        (Reply(LAKE, headers={"X": "y" * 200_000}), "gave no whole answer"),
    ],
)
def test_what_is_no_page_gets_a_line(reply: Reply, told: str) -> None:
    assert told in reason({"gull.example/1": reply})


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"It froze.",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nIt froze.",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nIt froze.",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nIt froze.",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nIt froze.",
        b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe://\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 3,
        bytes(range(256)) * 40,
    ],
)
def test_an_answer_that_is_no_http_gets_a_line(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, serve({}) as site:
        threading.Thread(target=answer_always, args=(server, answer), daemon=True).start()
        network = replace(site.network(), route=lambda _number, _port: server.getsockname())
        pages, (refused,) = ingest(["http://gull.example/1"], settings=settings(), network=network)
    assert not pages
    assert "\n" not in refused.reason


def answer_always(server: socket.socket, answer: bytes) -> None:
    with contextlib.suppress(OSError):  # the test is over
        while True:
            asking, _ = server.accept()
            with asking:
                asking.recv(65_536)
                asking.sendall(answer)
                asking.shutdown(socket.SHUT_WR)
                asking.recv(1)


def test_hosts_that_are_not_there_get_a_line() -> None:
    assert "the host 'gull.example' is not known" in reason({}, names={"gull.example": []})
    with serve({}) as site:
        network = replace(site.network(), route=lambda _number, _port: ("127.0.0.1", 9))
        _, (refused,) = ingest(["http://gull.example/1"], settings=settings(), network=network)
    assert refused.reason.startswith("cannot be reached")


def test_a_wrong_charset_does_not_spoil_the_words() -> None:
    lying = Reply(LAKE, kind="text/html; charset=iso-8859-1")
    cyrillic = "<html><body><p>Лёд на озере, сказали в порту.</p></body></html>"
    honest = Reply(cyrillic.encode("windows-1251"), kind="text/html; charset=windows-1251")
    unknown = Reply(LAKE, kind="text/html; charset=klingon")
    replies = {"a.example/": lying, "b.example/": honest, "c.example/": unknown}
    pages, rejected, _ = fetched(replies, *(f"http://{host}.example/" for host in "abc"))
    assert not rejected
    contents = {each.id: each.content for each in pages}
    assert contents["a.example"] == LAKE.decode()  # that of c has the same bytes, and is the same page
    assert contents["b.example"] == cyrillic


def test_one_host_is_asked_one_at_a_time_with_pauses() -> None:
    replies = {f"gull.example/{number}": Reply(page(*WORDS, str(number))) for number in range(5)}
    pages, _, site = fetched(replies, *(f"http://{place}" for place in replies))
    assert len(pages) == 5
    assert site.busiest == {"gull.example": 1}
    assert len(site.waited) == 4
    assert all(0.5 < pause <= 1.0 for pause in site.waited)


def test_hosts_are_asked_side_by_side_and_nothing_hangs_on_who_answers_first() -> None:
    hosts = ("gull", "heron", "tern")
    told = {f"{host}.example/{number}": page(*WORDS, f"{host} {number}") for host in hosts for number in range(3)}
    told["heron.example/3"] = b""
    addresses = [f"http://{place}" for place in told]
    runs = []
    for slow in hosts:
        replies = {place: Reply(body, silent=0.1 * place.startswith(slow)) for place, body in told.items()}
        pages, rejected, site = fetched(replies, *addresses)
        runs.append((pages, rejected))
        assert set(site.busiest.values()) == {1}
        assert site.most_hosts > 1
        addresses.reverse()
    assert runs[0] == runs[1] == runs[2]


@pytest.mark.parametrize(("asked", "paused"), [("7", 7.0), ("0.1", 1.0), ("86400", 30.0), ("soon", 1.0)])
def test_pauses_that_robots_ask_for_are_made_up_to_a_bound(asked: str, paused: float) -> None:
    robots = Reply(f"User-agent: *\nCrawl-delay: {asked}\n".encode())
    replies = {"gull.example/robots.txt": robots, "gull.example/1": Reply(LAKE), "gull.example/2": Reply(b"Rain.")}
    _, _, site = fetched(replies, "http://gull.example/1", "http://gull.example/2")
    (pause,) = site.waited
    assert paused - 0.5 < pause <= paused


def test_an_address_is_asked_for_once() -> None:
    addresses = ["http://gull.example/1", "http://GULL.example/1", "http://gull.example/1#top"]
    pages, _, site = fetched({"gull.example/1": Reply(LAKE)}, *addresses)
    assert pages[0].files == tuple(sorted(addresses))
    assert site.asked.count("gull.example/1") == 1


def test_whoever_watches_is_told_how_far_it_has_come() -> None:
    news: list[tuple[str, int, int]] = []
    with serve({"gull.example/1": Reply(LAKE)}) as site:
        ingest(
            ["http://gull.example/1", "http://heron.example/1", "ftp://heron.example/1"],
            settings=settings(),
            network=site.network(),
            progress=lambda *told: news.append(told),
        )
    assert news == [("fetch", 1, 2), ("fetch", 2, 2)]


@pytest.mark.parametrize(
    ("path", "kind", "body", "media"),
    [
        ("notes.txt", "text/plain", b"title: Ice\n\nIt froze.", "text"),
        ("export.csv", "text/plain", b"title,text\nIce,It froze.\n", "text"),
        (
            "all.jsonl.gz",
            "application/gzip",
            gzip.compress(b'{"title": "Ice", "text": "It froze."}\n', mtime=0),
            "text",
        ),
        ("one", "application/json", b'{"title": "Ice", "text": "It froze."}', "text"),
    ],
)
def test_other_formats_are_read_as_their_files_are(path: str, kind: str, body: bytes, media: str) -> None:
    pages, rejected, _ = fetched({f"gull.example/{path}": Reply(body, kind=kind)}, f"http://gull.example/{path}")
    assert not rejected
    assert [(each.media, each.given.title, each.content) for each in pages] == [(media, "Ice", "It froze.")]


def test_an_archive_is_read_and_one_in_it_is_not() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("lake.txt", "It froze.")
        archive.writestr("more.zip", "PK")
    pages, rejected, _ = fetched(
        {"gull.example/all.zip": Reply(written.getvalue(), kind="application/zip")}, "http://gull.example/all.zip"
    )
    assert [(each.id, each.given.url) for each in pages] == [("gull.example/all/lake", None)]
    assert "archive within an archive" in rejected[0].reason


def test_a_type_that_no_reader_knows_names_itself() -> None:
    with pytest.raises(ArticleError, match="'image/png'"):
        form_of("image/png", "/1.html", b"")


def test_certificates_are_checked_for_the_host_that_was_named(tmp_path: Path) -> None:
    served, trusted = certificate("gull.example", tmp_path)
    with serve({"gull.example/1": Reply(LAKE), "heron.example/1": Reply(LAKE)}, tls=served) as site:
        site.trust = trusted
        pages, rejected = ingest(
            ["https://gull.example/1", "https://heron.example/1"], settings=settings(), network=site.network()
        )
        site.trust = None
        _, (unknown,) = ingest(["https://gull.example/1"], settings=settings(), network=site.network())
    assert [each.given.url for each in pages] == ["https://gull.example/1"]
    assert set(site.connected) == {("8.8.4.4", 443)}
    (other,) = rejected
    assert "Hostname mismatch" in other.reason
    assert "certificate verify failed" in unknown.reason


def certificate(host: str, folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return what a server of `host` shows, and what trusts that."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    written = folder / "gull.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    written.write_bytes(secret + signed.public_bytes(serialization.Encoding.PEM))
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(written)
    return served, ssl.create_default_context(cadata=signed.public_bytes(serialization.Encoding.PEM).decode())


@pytest.mark.parametrize("library", ["httpx2", "protego"])
def test_the_message_for_the_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    for module in [name for name in sys.modules if name.startswith("newstemma.ingest.web.")]:
        if module.endswith(("fetcher", "manners", "request", "connections")):
            monkeypatch.delitem(sys.modules, module)
    pages, (refused,) = ingest(["https://gull.example/1"], settings=settings())
    assert not pages
    assert "pip install 'newstemma[fetch]'" in refused.reason


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_every_form_that_a_file_may_have_may_be_fetched(extension: str) -> None:
    assert form_of("application/octet-stream", f"/export{extension}", b"\x00") == extension


def test_rich_text_and_parquet_are_known_by_their_types() -> None:
    assert form_of("application/rtf", "/export", b"{\\rtf1 Ice}") == ".rtf"
    assert form_of("application/vnd.apache.parquet", "/export", b"PAR1") == ".parquet"
