"""What outlets, archives and clocks do to a store that grows: nothing is lost, and no step looks at everything."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from tests.store.test_add import RULES
from tests.store.test_joining import JOINING, NEWS, write
from tests.store.test_trouble import grouped

from bench.news import news
from newstemma.ingest import ingest
from newstemma.model import Article
from newstemma.settings.store import StoreSettings
from newstemma.store import Desk, open_store
from newstemma.stored import add, stories

EVENTS = {tuple(one.id for one in NEWS[at : at + 3]) for at in range(0, len(NEWS), 3)}


@contextmanager
def looking(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Watch how many skims are taken out of the store."""
    seen: list[int] = []
    skims = Desk.skims

    def watched(desk: Desk, numbers: Sequence[int]) -> object:
        seen.append(len(numbers))
        return skims(desk, numbers)

    with monkeypatch.context() as patched:
        patched.setattr(Desk, "skims", watched)
        yield seen


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(2199, 1, 1), date(1, 1, 1), None])
def test_days_that_cannot_be_keep_no_article_from_its_story(tmp_path: Path, day: date | None) -> None:
    odd = [replace(one, about=replace(one.about, published=day)) for one in NEWS[::3]]
    others = [one for one in NEWS if one.id not in {each.id for each in odd}]
    store = tmp_path / "news.store"
    for number, part in enumerate((others[:8], odd, others[8:])):
        add(store, [write(tmp_path / f"{number}.jsonl", part)], settings=RULES, store_settings=JOINING)
    assert grouped(store) == EVENTS
    assert all(story.last == (day.isoformat() if day and day.year > 2100 else story.last) for story in stories(store))


@pytest.mark.parametrize("dated", [True, False])
def test_one_more_article_costs_a_large_store_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, dated: bool
) -> None:
    costs = []
    for size in (60, 240):
        folder = tmp_path / str(size)
        folder.mkdir()
        told = [one.article for one in news(size)]
        if not dated:
            told = [replace(one, about=replace(one.about, published=None)) for one in told]
        store, late = folder / "news.store", replace(told[0], id="late", text=f"{told[0].text}\n\nMore will follow.")
        add(store, [write(folder / "1.jsonl", told)], settings=RULES, store_settings=replace(JOINING, joining=80))
        with looking(monkeypatch) as seen:
            add(store, [write(folder / "2.jsonl", [late])], settings=RULES, store_settings=JOINING)
        assert any({"late", told[0].id} <= {*story} for story in grouped(store))
        costs.append(sum(seen))
    assert costs[1] <= costs[0] + JOINING.nearest


def test_one_record_a_thousand_times_is_one_article_in_a_thousand_places(tmp_path: Path) -> None:
    store, file = tmp_path / "news.store", tmp_path / "a.jsonl"
    line = json.dumps({"id": "ferry", "text": "The ferry between Arlund and Skerry sank on Monday."})
    file.write_text(f"{line}\n" * 1_000)
    assert add(store, [file], settings=RULES).articles == 1
    with open_store(str(store)) as opened:
        (article,) = opened.story("ferry")
    assert len(article.files) == 1_000


def test_one_text_under_a_thousand_addresses_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "news.store"
    add(store, [write(tmp_path / "1.jsonl", NEWS)], settings=RULES, store_settings=JOINING)
    copies = [replace(NEWS[0], id=f"copy{number}") for number in range(1_000)]
    with looking(monkeypatch) as seen:
        how = replace(JOINING, joining=100, batch=100)
        assert add(store, [write(tmp_path / "2.jsonl", copies)], settings=RULES, store_settings=how).articles == 1_000
    assert sum(seen) == 0
    assert stories(store)[0].articles == 1_003


def test_an_outlet_that_changes_a_word_a_minute_costs_each_batch_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, words = tmp_path / "news.store", NEWS[0].text.split(" ")
    versions = []
    for minute in range(240):
        changed = [*words]
        changed[minute % len(words)] = f"word{minute}"
        versions.append(replace(NEWS[0], id=f"minute{minute:03}", text=" ".join(changed)))
    how = replace(JOINING, whole=40, joining=20, batch=20, crowd=10)
    add(store, [write(tmp_path / "1.jsonl", NEWS)], settings=RULES, store_settings=how)
    costs = []
    for number, start in enumerate(range(0, 240, 20)):
        with looking(monkeypatch) as seen:
            file = write(tmp_path / f"{number + 2}.jsonl", versions[start : start + 20])
            add(store, [file], settings=RULES, store_settings=how)
        costs.append(sum(seen))
    assert max(costs[6:]) <= max(costs[:6])
    first = stories(store)[0]
    assert first.articles == 243


def test_a_thousand_records_that_ask_for_one_name_get_those_of_a_run(tmp_path: Path) -> None:
    """Among them one that outright asks for the name that another is given."""
    texts = [f"Ferry number {number} between Arlund and Skerry sank on Monday." for number in range(300)]
    written = [json.dumps({"id": "ferry", "text": text}) for text in texts]
    given = f"ferry-{sha256(written[0].encode()).hexdigest()[:8]}"
    written.append(json.dumps({"id": given, "text": "A quarry near Bresk was flooded on Friday."}))
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(written))
    expected = {page.id for page in ingest([file], settings=RULES.ingest)[0]}
    assert given not in expected
    Random(1).shuffle(written)
    store = tmp_path / "news.store"
    for number in range(0, len(written), 43):
        part = tmp_path / f"{number}.jsonl"
        part.write_text("\n".join(written[number : number + 43]))
        add(store, [part], settings=RULES, store_settings=StoreSettings(batch=17))
    assert {name for story in grouped(store) for name in story} == expected


def as_lines(path: Path, news: Sequence[Article]) -> Path:
    return write(path / "part.jsonl", news)


def as_packed_lines(path: Path, news: Sequence[Article]) -> Path:
    packed = path / "part.jsonl.gz"
    packed.write_bytes(gzip.compress(write(path / "part", news).read_bytes()))
    (path / "part").unlink()
    return packed


def as_table(path: Path, news: Sequence[Article]) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {"id": [one.id for one in news], "text": [one.text for one in news]}
    pq.write_table(pa.table(columns), path / "part.parquet")
    return path / "part.parquet"


@pytest.mark.parametrize(("made", "least"), [(as_lines, 12), (as_packed_lines, 5), (as_table, 0)])
def test_a_partition_that_was_cut_off_is_named_and_the_others_are_read(
    tmp_path: Path, made: Callable[[Path, Sequence[Article]], Path], least: int
) -> None:
    store, folder = tmp_path / "news.store", tmp_path / "partitions"
    folder.mkdir()
    part = made(folder, NEWS[:18])
    write(folder / "z-others.jsonl", NEWS[18:])
    whole = part.read_bytes()
    part.write_bytes(whole[: len(whole) * 3 // 4])
    done = add(store, [folder], settings=RULES)
    assert 9 + least <= done.articles < 27
    (entry,) = done.rejected
    assert entry.file.startswith(str(part))
    assert entry.stage == "ingest"
    part.write_bytes(whole)  # fetched again
    again = add(store, [folder], settings=RULES)
    assert (again.articles, again.passed_over, again.rejected) == (27 - done.articles, 1, ())
    assert {name for story in grouped(store) for name in story} == {one.id for one in NEWS}
