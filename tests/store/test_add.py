"""Articles into a store and stories out of it, whatever happens on the way."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import newstemma
from bench.synthetic import synthetic_articles
from newstemma.errors import StoreError
from newstemma.model import AnnotatedArticle, Article
from newstemma.pipeline import Line
from newstemma.render import to_json
from newstemma.settings import Settings
from newstemma.settings.store import StoreSettings
from newstemma.store import Batch, Store, StoryFilter, open_store
from newstemma.stored import add, regroup, stories, tell

LAKE = Path(__file__).resolve().parents[2] / "examples" / "lake"
RULES = replace(Settings(), encoder=replace(Settings().encoder, rules_alone=True))


def record(article: Article) -> str:
    published = article.about.published
    return json.dumps({"id": article.id, "text": article.text, "published": published and published.isoformat()})


def lines(path: Path, count: int, *, seed: int = 1) -> Path:
    """Write `count` invented articles, seven to an event."""
    path.write_text("".join(record(one) + "\n" for one in synthetic_articles(count, seed=seed)), encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Files of every sort: two stories, names that clash, a copy, and what cannot be read."""
    folder = tmp_path / "news"
    shutil.copytree(LAKE, folder / "lake")
    lines(folder / "events.jsonl", 15)
    first = next(iter(sorted((folder / "lake").iterdir())))
    (folder / "again").mkdir()
    shutil.copy(first, folder / "again" / "copy.txt")
    (folder / "one.jsonl").write_text('{"id": "same", "text": "The ferry sank off Skerry."}\nbroken\n')
    (folder / "two.jsonl").write_text('{"id": "same", "text": "A quarry was flooded in Bresk."}\n')
    (folder / "empty.txt").write_text("")
    for name in ("foreign", "alien"):  # one record in two places, which is no article that can be read
        german = "Die Fähre zwischen Arlund und Skerry wird im Mai wieder fahren, sagte das Hafenamt am Montag. " * 3
        (folder / f"{name}.jsonl").write_text(json.dumps({"text": german}) + "\n", encoding="utf-8")
    return folder


def test_a_store_tells_the_same_bytes_as_reading_the_files(news: Path, tmp_path: Path) -> None:
    expected = to_json(newstemma.read([news], settings=RULES))
    store = tmp_path / "news.store"
    done = add(store, [news], settings=RULES, store_settings=StoreSettings(batch=4))
    told = tell(store, settings=RULES)
    assert to_json(told) == expected
    assert done.rejected == told.rejected != ()
    assert to_json(tell(store, settings=RULES)) == expected  # from what was kept


def test_what_is_in_the_store_is_not_read_again(news: Path, tmp_path: Path) -> None:
    store = tmp_path / "news.store"
    first = add(store, [news], settings=RULES)
    assert first.articles == len({article.sha256 for dossier in tell(store, settings=RULES).dossiers
                                  for article in dossier.articles})  # fmt: skip
    again = add(store, [news], settings=RULES)
    assert again.articles == 0
    assert again.passed_over == len([path for path in news.rglob("*") if path.is_file()]) - 1  # all but the empty one
    assert [entry.file for entry in again.rejected] == [str(news / "empty.txt")]
    with open_store(str(store)) as opened:
        assert opened.rejected() == first.rejected


def test_a_record_that_was_mended_is_no_longer_rejected(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", tmp_path / "a.jsonl"
    german = "Die Fähre fährt wieder im Mai, sagte das Hafenamt in Arlund am Montag. " * 3
    file.write_text(json.dumps({"text": german}) + "\nbroken\n")
    assert [entry.stage for entry in add(store, [file], settings=RULES).rejected] == ["clean", "ingest"]
    file.write_text('{"text": "The ferry will sail again in May, as the harbour office in Arlund said."}\n')
    assert add(store, [file], settings=RULES).articles == 1
    with open_store(str(store)) as opened:
        assert opened.rejected() == ()


def test_a_file_that_has_grown_is_read_on(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", lines(tmp_path / "a.jsonl", 7)
    assert add(store, [file], settings=RULES).articles == 7
    lines(file, 14)
    assert add(store, [file], settings=RULES).articles == 7
    assert to_json(tell(store, settings=RULES)) == to_json(newstemma.read([file], settings=RULES))


def test_each_text_is_read_closely_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“The ferry is late,” harbour master Ida Moss of Skerry said on Monday."
    for outlet in ("The Tern", "The Skua", "The Gull"):
        (tmp_path / f"{outlet}.txt").write_text(f"outlet: {outlet}\n\n{text}", encoding="utf-8")
    store = tmp_path / "news.store"
    add(store, sorted(tmp_path.glob("*.txt")), settings=RULES)
    seen: list[str] = []
    annotate = Line.annotate

    def watched(line: Line, article: Article) -> AnnotatedArticle:
        seen.append(article.id)
        return annotate(line, article)

    monkeypatch.setattr(Line, "annotate", watched)
    (dossier,) = tell(store, settings=RULES).dossiers
    assert {article.about.outlet for article in dossier.articles} == {"The Tern", "The Skua", "The Gull"}
    assert len(dossier.attributions) == 3
    assert len(seen) == 1
    tell(store, settings=RULES)
    assert len(seen) == 1


def test_stories_are_listed_and_told_one_by_one(tmp_path: Path) -> None:
    store = tmp_path / "news.store"
    add(store, [lines(tmp_path / "a.jsonl", 24)], settings=RULES)
    listed = stories(store)
    assert [one.articles for one in listed] == [7, 7, 7, 3]
    assert all(one.first <= one.last and one.title for one in listed)
    (dossier,) = tell(store, [listed[-1].id], settings=RULES).dossiers
    assert len(dossier.articles) == 3
    assert tell(store, [dossier.articles[0].id], settings=RULES).dossiers == (dossier,)
    assert len(stories(store, StoryFilter(least=4))) == 3
    word = listed[0].title.split()[0]
    assert listed[0] in stories(store, StoryFilter(words=(word.lower(),)))
    assert stories(store, StoryFilter(words=("%",))) == []
    day = listed[0].first
    assert {one.id for one in stories(store, StoryFilter(since=day, until=day))} == {
        one.id for one in listed if one.first <= day <= one.last
    }


def test_a_story_keeps_its_identifier_while_it_grows(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", tmp_path / "a.jsonl"
    add(store, [lines(file, 3)], settings=RULES)
    (before,) = stories(store)
    add(store, [lines(file, 14)], settings=RULES)
    after = {one.id: one.articles for one in stories(store)}
    assert after[before.id] == 7
    assert len(after) == 2


def test_grouping_anew_changes_nothing_where_nothing_has_changed(news: Path, tmp_path: Path) -> None:
    store = tmp_path / "news.store"
    add(store, [news], settings=RULES)
    before = stories(store)
    regroup(store)
    assert stories(store) == before


def test_an_unknown_story_is_named(tmp_path: Path) -> None:
    store = tmp_path / "news.store"
    add(store, [lines(tmp_path / "a.jsonl", 2)], settings=RULES)
    with pytest.raises(StoreError, match="no story or article 'story-1'"):
        tell(store, ["story-1"], settings=RULES)


def test_other_settings_for_what_is_kept_are_refused(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", lines(tmp_path / "a.jsonl", 2)
    add(store, [file], settings=RULES)
    other = replace(RULES, clean=replace(RULES.clean, keep_residue=True))
    with pytest.raises(StoreError, match="other settings of clean"):
        add(store, [file], settings=other)


def test_memory_holds_one_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    file = lines(tmp_path / "a.jsonl", 50)
    keep = Store.add

    def watched(store: Store, batch: Batch) -> int:
        sizes.append(len(batch.taken))
        return keep(store, batch)

    monkeypatch.setattr(Store, "add", watched)
    add(tmp_path / "news.store", [file], settings=RULES, store_settings=StoreSettings(batch=8))
    assert sum(sizes) == 50
    assert max(sizes) == 8


def test_what_was_unreadable_is_tried_again(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", tmp_path / "a.txt"
    file.write_text("")
    assert add(store, [file], settings=RULES).rejected
    file.write_text("The ferry between Arlund and Skerry sank on Monday.")
    assert add(store, [file], settings=RULES).articles == 1
    with open_store(str(store)) as opened:
        assert opened.rejected() == ()


def test_versions_of_an_article_that_come_one_after_the_other_are_one_article(tmp_path: Path) -> None:
    store, url = tmp_path / "news.store", "https://tern.example/ice"
    text = "Ice closed the ferry between Arlund and Skerry, the harbour office said on Monday. Nobody was hurt."
    for number, more in enumerate(("", " It will sail again on Friday.")):
        told = {"url": url, "outlet": "The Tern", "published": f"2026-03-0{number + 1}", "text": text + more}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(told) + "\n", encoding="utf-8")
        add(store, [tmp_path / f"{number}.jsonl"], settings=RULES)
    reading = tell(store, settings=RULES)
    assert [len(article.versions) for article in reading.dossiers[0].articles] == [1]
    assert to_json(reading) == to_json(newstemma.read(sorted(tmp_path.glob("*.jsonl")), settings=RULES))
