"""Articles that join a store: order and batches do not count, and little is made anew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.test_add import RULES, lines, record
from tests.store.test_trouble import grouped, in_memory

from bench.synthetic import synthetic_articles
from newstemma.model import Article
from newstemma.settings.store import StoreSettings
from newstemma.store import Desk, open_store
from newstemma.stored import add, regroup, stories

JOINING = StoreSettings(whole=0, at_once=0, joining=9, batch=9)  # never all anew, but for the first time
NEWS = list(synthetic_articles(27, seed=5, per_event=3))


def write(path: Path, articles: Sequence[Article]) -> Path:
    path.write_text("".join(record(one) + "\n" for one in articles), encoding="utf-8")
    return path


def joined(folder: Path, parts: Sequence[Sequence[Article]], how: StoreSettings) -> set[tuple[str, ...]]:
    """Add parts one after the other and return the stories, as identifiers of articles."""
    store = folder / "news.store"
    for number, part in enumerate(parts):
        add(store, [write(folder / f"{number}.jsonl", part)], settings=RULES, store_settings=how)
    return grouped(store)


@settings(max_examples=5, deadline=None)
@given(st.permutations(NEWS), st.integers(1, 26), st.integers(1, 20))
def test_order_and_batches_do_not_count(shuffled: list[Article], cut: int, batch: int) -> None:
    with TemporaryDirectory() as folder:
        everything = write(Path(folder, "all.jsonl"), NEWS)
        how = StoreSettings(batch=batch)
        assert joined(Path(folder), [shuffled[:cut], shuffled[cut:]], how) == in_memory(everything)


@settings(max_examples=5, deadline=None)
@given(st.permutations(NEWS[9:]), st.lists(st.integers(1, 17), max_size=3))
def test_those_that_join_find_their_stories_in_any_order(shuffled: list[Article], cuts: list[int]) -> None:
    with TemporaryDirectory() as folder:
        ends = [0, *sorted(cuts), len(shuffled)]
        parts = [shuffled[begin:end] for begin, end in pairwise(ends)]
        expected = {tuple(one.id for one in NEWS[at : at + 3]) for at in range(0, len(NEWS), 3)}
        assert joined(Path(folder), [NEWS[:9], *parts], JOINING) == expected


def test_only_stories_that_are_touched_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    skims = Desk.skims

    def watched(desk: Desk, numbers: Sequence[int]) -> object:
        seen.extend(numbers)
        return skims(desk, numbers)

    news = list(synthetic_articles(106, per_event=7))
    how = replace(JOINING, joining=300)
    joined(tmp_path, [news[:-1]], how)
    monkeypatch.setattr(Desk, "skims", watched)
    late = replace(news[-2], id="late", text=news[-2].text + "\n\nMore is to follow.")
    add(tmp_path / "news.store", [write(tmp_path / "late.jsonl", [late])], settings=RULES, store_settings=how)
    assert len(seen) < 60
    assert any("late" in story and len(story) == 8 for story in grouped(tmp_path / "news.store"))


def test_one_article_many_times_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    skims = Desk.skims

    def watched(desk: Desk, numbers: Sequence[int]) -> object:
        seen.extend(numbers)
        return skims(desk, numbers)

    copies = [replace(NEWS[0], id=f"copy{number:03}") for number in range(60)]
    joined(tmp_path, [NEWS], JOINING)
    monkeypatch.setattr(Desk, "skims", watched)
    found = joined(tmp_path, [copies], JOINING)
    assert {"copy000", "copy059", NEWS[0].id, NEWS[2].id} <= next(set(story) for story in found if NEWS[0].id in story)
    assert len(seen) == 0


def test_a_large_story_stays_whole_though_some_stand_for_it(tmp_path: Path) -> None:
    one = list(synthetic_articles(60, per_event=60))
    found = joined(tmp_path, [one[:30], one[30:45], one[45:]], replace(JOINING, crowd=6))
    assert found == {tuple(article.id for article in one)}


def test_merges_are_written_down_and_lead_on(tmp_path: Path) -> None:
    store = tmp_path / "news.store"
    one, two, three = NEWS[:3]
    apart = "A quarry near Bresk was flooded on Friday, and the sawmill of Tolm Verrick stood under water for a week."
    other = replace(two, text=apart, about=replace(two.about, title="A quarry is flooded"))
    bridge = replace(three, text=f"{apart} {apart}\n\n{one.text}")
    add(store, [write(tmp_path / "1.jsonl", [one, other])], settings=RULES)
    before = {story.id for story in stories(store)}
    assert len(before) == 2
    add(store, [write(tmp_path / "2.jsonl", [bridge])], settings=RULES)
    (after,) = stories(store)
    (gone,) = before - {after.id}
    with open_store(str(store)) as opened:
        ((fate, heir, reason),) = opened.fate(gone)
    assert (fate, heir) == ("merged into", after.id)
    assert bridge.id in reason


def test_a_census_makes_the_stories_of_a_run_without_a_store(tmp_path: Path) -> None:
    file = lines(tmp_path / "a.jsonl", 28)
    joined(tmp_path, [NEWS[:5]], JOINING)
    add(tmp_path / "news.store", [file], settings=RULES, store_settings=JOINING)
    regroup(tmp_path / "news.store")
    assert grouped(tmp_path / "news.store") == in_memory(file, tmp_path / "0.jsonl")


def test_undated_articles_find_their_stories(tmp_path: Path) -> None:
    undated = [replace(one, about=replace(one.about, published=None)) for one in NEWS]
    assert json.loads(record(undated[0]))["published"] is None
    expected = {tuple(one.id for one in NEWS[at : at + 3]) for at in range(0, len(NEWS), 3)}
    assert joined(tmp_path, [undated[:10], undated[10:]], JOINING) == expected
