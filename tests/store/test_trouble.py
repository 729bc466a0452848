"""What may go wrong with a store: killed in the middle, full, locked, damaged, of another program or version."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.test_add import RULES, lines

import newstemma
from newstemma.errors import StoreError
from newstemma.ingest import ingest
from newstemma.pipeline import open_line
from newstemma.settings.store import StoreSettings
from newstemma.store import open_store
from newstemma.stored import add, regroup, stories, tell

ADDING = """
import json, sys
from newstemma.settings.store import StoreSettings
from newstemma.stored import add
how = StoreSettings(batch=10, **json.loads(sys.argv[1]))
print(add(sys.argv[2], sys.argv[3:], store_settings=how).articles)
"""


def adding(store: Path, *files: Path, **how: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADDING, json.dumps(how), str(store), *map(str, files)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def held(store: Path) -> int:
    """Return how many articles are in a store that may not have been made yet."""
    try:
        with open_store(str(store)) as opened:
            return len(opened)
    except StoreError:
        return 0


def grouped(store: Path) -> set[tuple[str, ...]]:
    """Return the stories of a store as the identifiers of their articles."""
    with open_store(str(store)) as opened:
        return {tuple(article.id for article in opened.story(story.id)) for story in opened.stories()}


def in_memory(*files: Path) -> set[tuple[str, ...]]:
    """Return the stories that a run without a store makes of the same files."""
    line = open_line(RULES, reads_closely=False)
    pages, _ = ingest(files, settings=RULES.ingest)
    return {story.articles for story in line.stories(line.articles(pages)[0])}


@pytest.mark.parametrize("least", [1, 40])
def test_killed_in_the_middle_nothing_is_lost_and_nothing_twice(tmp_path: Path, least: int) -> None:
    store, file = tmp_path / "news.store", lines(tmp_path / "a.jsonl", 336)
    run = adding(store, file)
    while run.poll() is None and held(store) < least:
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    before = held(store)
    assert least <= before < 336
    done = add(store, [file], settings=RULES)
    assert done.articles == 336 - before
    assert grouped(store) == in_memory(file)


@pytest.mark.parametrize("least", [20, 60])
def test_killed_while_articles_join_every_article_is_in_one_story(tmp_path: Path, least: int) -> None:
    store, file = tmp_path / "news.store", lines(tmp_path / "a.jsonl", 84)
    how = {"whole": 0, "at_once": 0, "joining": 7}
    run = adding(store, file, **how)
    while run.poll() is None and held(store) < least:
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    before = held(store)
    done = add(store, [file], settings=RULES, store_settings=StoreSettings(batch=10, **how))
    assert done.articles == 84 - before
    told = [(len(articles), len(set(articles))) for articles in grouped(store)]
    assert [sum(counts) for counts in zip(*told, strict=True)] == [84, 84]
    assert [story.articles for story in stories(store)] == sorted((one for one, _ in told), reverse=True)
    regroup(store)
    assert grouped(store) == in_memory(file)


def test_two_programs_may_add_at_once(tmp_path: Path) -> None:
    store = tmp_path / "news.store"
    one, two, both = (lines(tmp_path / f"{seed}.jsonl", 28, seed=seed) for seed in (1, 2, 3))
    with open_store(str(store), create=True):
        pass
    runs = [adding(store, one, both), adding(store, both, two)]
    told = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert sum(int(out) for out, _ in told) == 84
    assert grouped(store) == in_memory(one, two, both)


def test_a_full_disk_keeps_what_was_added_and_says_what_to_do(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", lines(tmp_path / "a.jsonl", 84)
    small = StoreSettings(batch=10, most_bytes=250_000)
    with pytest.raises(StoreError, match=r"no room left.*Make room.*goes on where it stopped"):
        add(store, [file], settings=RULES, store_settings=small)
    before = held(store)
    assert 0 < before < 84
    assert add(store, [file], settings=RULES).articles == 84 - before
    assert grouped(store) == in_memory(file)


def test_a_locked_store_is_waited_for_and_then_named(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", lines(tmp_path / "a.jsonl", 7)
    add(store, [file], settings=RULES)
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="written to by another program"):
        add(store, [file], settings=RULES, store_settings=StoreSettings(wait_seconds=0.1))
    assert len(stories(store)) == 1  # who only reads does not wait
    other.close()
    assert add(store, [file], settings=RULES).articles == 0


def not_a_store(path: Path) -> None:
    path.write_text("outlet: The Tern\n\nThe ferry sank.")


def of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()


def of_another_version(path: Path) -> None:
    with open_store(str(path), create=True):
        pass
    with sqlite3.connect(path) as other:
        other.execute("UPDATE facts SET value = '999' WHERE name = 'version'")
    other.close()


def cut_off(path: Path) -> None:
    add(path, [lines(path.with_suffix(".jsonl"), 50)], settings=RULES)
    path.write_bytes(path.read_bytes()[:10_000])


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (not_a_store, "is no store; name another file"),
        (of_another_program, "holds data of another program"),
        (of_another_version, "has version 999, this program reads version 2; use the program that made it"),
        (cut_off, "is damaged; take the last copy"),
        (folder, "is a folder; name a file"),
    ],
)
def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    place = tmp_path / "news.store"
    make(place)
    before = place.read_bytes() if place.is_file() else b""
    with pytest.raises(StoreError, match=reason):
        add(place, [lines(tmp_path / "a.jsonl", 3)], settings=RULES)
    assert (place.read_bytes() if place.is_file() else b"") == before


def test_a_store_that_does_not_exist_is_made_by_adding_alone(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist; check the spelling"):
        stories(tmp_path / "news.store")
    with pytest.raises(StoreError, match="cannot be opened; name a file in a folder that exists"):
        add(tmp_path / "nowhere" / "news.store", [], settings=RULES)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    import gzip

    store, file = tmp_path / "news.store", lines(tmp_path / "a.jsonl", 60)
    packed = tmp_path / "b.jsonl.gz"
    whole = gzip.compress(file.read_bytes())
    packed.write_bytes(whole[: len(whole) * 2 // 3])
    done = add(store, [packed], settings=RULES)
    assert 0 < done.articles < 60
    assert [entry.file for entry in done.rejected] == [str(packed)]
    assert "damaged" in done.rejected[0].reason
    packed.write_bytes(whole)  # fetched again
    assert add(store, [packed], settings=RULES).articles == 60 - done.articles
    with open_store(str(store)) as opened:
        assert opened.rejected() == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are any bytes there alone")
def test_a_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    store, news = tmp_path / "news.store", tmp_path / "news"
    news.mkdir()
    Path(os.fsdecode(os.fsencode(news) + b"/\xff\n.txt")).write_text("The ferry between Arlund and Skerry sank.")
    Path(os.fsdecode(os.fsencode(news) + b"/\xfe.txt")).write_text("")
    expected = newstemma.read([news], settings=RULES)
    assert add(store, [news], settings=RULES).rejected == expected.rejected
    assert tell(store, settings=RULES) == expected
    assert add(store, [news], settings=RULES).passed_over == 1


def test_a_database_of_another_kind_is_refused() -> None:
    with pytest.raises(StoreError, match="postgresql://host/name"):
        add("mysql://localhost/news", [])


def test_a_missing_driver_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"newstemma\[postgresql\]"):
        add("postgresql://localhost/news", [])
