"""Articles into a store by way of profiles of outlets, addresses and feeds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.ingest.site import Reply, page, serve
from tests.store.test_add import RULES
from tests.store.test_commands import run

import newstemma
from newstemma.clean import write_profile
from newstemma.model import OutletProfile, Profile, RecurringLine
from newstemma.render import to_json
from newstemma.stored import add, tell

TEXT = "The ferry between Arlund and Skerry sank on Monday, the harbour office said. Nobody was hurt."
PLUG = "Hear the tern every day"
FIRST, SECOND = (
    Profile((OutletProfile("the tern", articles, 31, (RecurringLine(PLUG.lower(), ("tail",)),)),))
    for articles in (40, 80)
)
ICE = (
    "The harbour office said on Monday that the lake had frozen over from the north shore to the old pier.",
    "Nobody may walk on it, said Mona Hastrup, who runs the office, and added that the ferry would wait.",
)
ITEM = "<item><title>Lake</title><link>http://gull.example/{}</link><description>{}</description></item>"


def feed(*items: tuple[int, str]) -> Reply:
    told = "".join(ITEM.format(*item) for item in items)
    written = f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Gull</title>{told}</channel></rss>'
    return Reply(written.encode(), kind="application/rss+xml")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(f"outlet: The Tern\n\n{TEXT}\n\n{PLUG}\n", encoding="utf-8")
    return path


def test_a_store_tells_what_reading_with_the_profile_tells(article: Path, tmp_path: Path) -> None:
    store = tmp_path / "news.store"
    add(store, [article], profile=FIRST, settings=RULES)
    told = tell(store, settings=RULES)
    assert [mark.reason for mark in told.dossiers[0].articles[0].removed] == ["recurring line"]
    assert to_json(told) == to_json(newstemma.read([article], profile=FIRST, settings=RULES))


def test_a_new_profile_serves_what_is_added_from_then_on(article: Path, tmp_path: Path) -> None:
    store, names = tmp_path / "news.store", [one.fingerprint[:12] for one in (FIRST, SECOND)]
    add(store, [article], profile=FIRST, settings=RULES)
    other = tmp_path / "b.txt"
    other.write_text(article.read_text().replace("Nobody", "No one"), encoding="utf-8")
    add(store, [article, other], profile=SECOND, settings=RULES)
    reading = tell(store, settings=RULES)
    assert reading.made_with["profile"] == ", ".join(sorted(names))
    third = tmp_path / "c.txt"
    third.write_text("A quarry near Bresk was flooded on Friday, the council said.", encoding="utf-8")
    add(store, [third], settings=RULES)
    assert tell(store, settings=RULES).made_with["profile"] == ", ".join(sorted([*names, "none"]))
    assert "profile" not in tell(store, ["c"], settings=RULES).made_with


def test_the_command_takes_a_profile(article: Path, tmp_path: Path) -> None:
    profile, store = tmp_path / "p.json", tmp_path / "news.store"
    profile.write_text(write_profile(FIRST), encoding="utf-8")
    assert run("add", store, article, "--profile", profile, "-q").exit_code == 0
    assert FIRST.fingerprint[:12] in run("tell", store, "--all", "--rules", "--json", "-q").stdout
    refused = run("add", store, article, "--profile", article, "-q")
    assert refused.exit_code == 2
    assert "is no profile" in " ".join(refused.stderr.replace("│", " ").split())


def test_pages_of_a_feed_are_fetched_once_until_their_entries_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, address = tmp_path / "news.store", "http://gull.example/feed"
    linked = replace(RULES, ingest=replace(RULES.ingest, fetch=replace(RULES.ingest.fetch, linked=True)))
    replies = {
        "gull.example/feed": feed((1, "The lake froze."), (2, "The ferry waits.")),
        "gull.example/1": Reply(page(*ICE)),
        "gull.example/2": Reply(page(*ICE[::-1])),
    }
    with serve(replies) as site:
        monkeypatch.setattr("newstemma.ingest.Network", site.network)
        expected = newstemma.read([address], settings=linked)
        assert add(store, [address], settings=linked).articles == 2
        assert to_json(tell(store, settings=RULES)) == to_json(
            replace(expected, made_with=tell(store, settings=RULES).made_with)
        )
        site.asked.clear()
        assert add(store, [address], settings=linked).articles == 0
        assert "gull.example/1" not in site.asked
        replies["gull.example/feed"] = feed((1, "The lake froze."), (2, "The ferry sails."))
        replies["gull.example/2"] = Reply(page(*ICE, "On Friday it sailed again."))
        assert add(store, [address], settings=linked).articles == 1
        assert [place for place in site.asked if place[-1].isdigit()] == ["gull.example/2"]


def test_entries_behind_one_wall_are_read_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, address = tmp_path / "news.store", "http://gull.example/feed"
    linked = replace(RULES, ingest=replace(RULES.ingest, fetch=replace(RULES.ingest.fetch, linked=True)))
    told = [f"{line} It was the {place} time." for place, line in zip(("first", "last"), ICE, strict=True)]
    wall = Reply(b"<html><body></body></html>", kind="text/html")
    replies = {"gull.example/feed": feed(*enumerate(told)), "gull.example/0": wall, "gull.example/1": wall}
    with serve(replies) as site:
        monkeypatch.setattr("newstemma.ingest.Network", site.network)
        expected = newstemma.read([address], settings=linked)
        assert sum(len(dossier.articles) for dossier in expected.dossiers) == 2
        done = add(store, [address], settings=linked)
    assert (done.articles, len(done.rejected)) == (2, len(expected.rejected))


def test_a_page_that_could_not_be_fetched_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, address = tmp_path / "news.store", "http://gull.example/feed"
    linked = replace(RULES, ingest=replace(RULES.ingest, fetch=replace(RULES.ingest.fetch, linked=True)))
    replies = {"gull.example/feed": feed((1, "")), "gull.example/1": Reply(status=500)}
    with serve(replies) as site:
        monkeypatch.setattr("newstemma.ingest.Network", site.network)
        done = add(store, [address], settings=linked)
        assert (done.articles, len(done.rejected)) == (0, 1)
        replies["gull.example/1"] = Reply(page(*ICE))
        assert add(store, [address], settings=linked).articles == 1
