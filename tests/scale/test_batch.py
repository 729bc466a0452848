"""Runs in parts: the same bytes as reading at once, whatever the parts and whatever happens on the way."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.scale.conftest import RULES, dossiers, record
from typer.testing import CliRunner

import newstemma
from bench.news import news
from newstemma.cli import app
from newstemma.errors import BatchError
from newstemma.ingest import ingest
from newstemma.model import OutletProfile, Profile, RecurringLine
from newstemma.pipeline import open_line
from newstemma.render import to_jsonl
from newstemma.scale import Batched, batch
from newstemma.scale.job import Work
from newstemma.settings.batch import BatchSettings

HERE = BatchSettings(workers=1)


@pytest.mark.parametrize("parts", [1, 2, 5])
def test_dossiers_are_those_of_reading_at_once(articles: Path, tmp_path: Path, parts: int) -> None:
    reading = newstemma.read([articles], settings=RULES)
    done = batch([articles], tmp_path / "out", settings=RULES, batch_settings=replace(HERE, parts=parts))
    assert dossiers(tmp_path / "out") == sorted(to_jsonl(reading).splitlines(keepends=True))
    rejected = (tmp_path / "out" / "rejected.jsonl").read_text().splitlines()
    assert [json.loads(line)["file"] for line in rejected] == [entry.file for entry in reading.rejected]
    told = sum(len(dossier.articles) for dossier in reading.dossiers)
    assert done == Batched(told, len(reading.dossiers), len(reading.dossiers), len(reading.rejected))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".key", "dossiers", "rejected.jsonl", "run.json", "stories",
    ]  # fmt: skip


def test_stories_are_those_of_grouping_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text("".join(record(told.article) for told in news(400)), encoding="utf-8")
    asked = replace(HERE, parts=4, stories_alone=True)
    batch([file], tmp_path / "out", batch_settings=asked)
    found: dict[str, list[str]] = {}
    for path in (tmp_path / "out" / "stories").iterdir():
        for row in pq.read_table(path).to_pylist():
            found.setdefault(row["story"], []).append(row["article"])
    line = open_line(reads_closely=False)
    pages, _ = ingest([file], settings=line.settings.ingest)
    stories = line.stories(line.unite(line.articles(pages)[0]))
    assert found == {story.id: list(story.articles) for story in stories}
    assert len(stories) > 20
    assert dossiers(tmp_path / "out") == []


def test_parts_of_a_graph_found_by_queries_are_those_found_at_once(articles: Path, tmp_path: Path) -> None:
    for name, together in (("here", 1_000), ("spread", 0)):
        asked = replace(HERE, parts=3, together=together, stories_alone=True)
        batch([articles], tmp_path / name, settings=RULES, batch_settings=asked)
    tables = [
        [pq.read_table(path).to_pylist() for path in sorted((tmp_path / name / "stories").iterdir())]
        for name in ("here", "spread")
    ]
    assert tables[0] == tables[1]


def test_a_step_that_failed_is_taken_up_where_it_broke_off(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = replace(HERE, parts=3)
    batch([articles], tmp_path / "whole", settings=RULES, batch_settings=asked)
    written: list[Path] = []
    write = Work.write

    def full(folder: Path, batches: object, name: str = "rows") -> None:
        if len(written) == 12:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
        written.append(folder)
        write(folder, batches, name)  # type: ignore[arg-type]

    monkeypatch.setattr(Work, "write", staticmethod(full))
    with pytest.raises(BatchError, match=r"No space left on device.*What is done is kept"):
        batch([articles], tmp_path / "out", settings=RULES, batch_settings=asked)
    done = sorted(path for path in (tmp_path / "out" / ".work").glob("*/*") if "." not in path.name)
    stamps = [path.stat().st_mtime_ns for path in done]
    assert done
    monkeypatch.setattr(Work, "write", staticmethod(write))
    seen: dict[Path, int] = {}

    def watch(stage: str, _done: int, _total: int, /) -> None:
        if stage == "told":
            seen.update({path: path.stat().st_mtime_ns for path in done})

    batch([articles], tmp_path / "out", settings=RULES, batch_settings=asked, progress=watch)
    assert [seen[path] for path in done] == stamps  # not done again
    assert dossiers(tmp_path / "out") == dossiers(tmp_path / "whole")


def test_a_run_that_was_killed_goes_on(articles: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole", tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "newstemma.cli",
        "batch",
        str(articles),
        "--rules",
        "--workers",
        "1",
        "--parts",
        "3",
    ]
    subprocess.run([*command, str(whole)], check=True, capture_output=True)
    killed = subprocess.Popen([*command, str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not (out / ".work" / "skimmed").exists() and time.monotonic() < until:
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert not (out / "run.json").exists()
    subprocess.run([*command, str(out)], check=True, capture_output=True)
    assert dossiers(out) == dossiers(whole)
    assert not (out / ".work").exists()


def test_a_finished_run_is_left_as_it_is(articles: Path, tmp_path: Path) -> None:
    asked = replace(HERE, stories_alone=True)
    first = batch([articles], tmp_path / "out", settings=RULES, batch_settings=asked)
    stamp = (tmp_path / "out" / "run.json").stat().st_mtime_ns
    assert batch([articles], tmp_path / "out", settings=RULES, batch_settings=asked) == first
    assert (tmp_path / "out" / "run.json").stat().st_mtime_ns == stamp


def test_a_folder_of_something_else_is_not_written_into(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear Ada")
    with pytest.raises(BatchError, match="not empty and holds no run; name a folder"):
        batch([articles], tmp_path / "mine", settings=RULES, batch_settings=HERE)
    asked = replace(HERE, stories_alone=True)
    batch([articles / "lake"], tmp_path / "out", settings=RULES, batch_settings=asked)
    with pytest.raises(BatchError, match=r"other files, or with other settings.*; name another folder"):
        batch([articles], tmp_path / "out", settings=RULES, batch_settings=asked)


def test_a_folder_that_cannot_hold_a_run_is_named(articles: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("Dear Ada")
    with pytest.raises(BatchError, match=r"file cannot be written to: .*; name another folder"):
        batch([articles], file, settings=RULES, batch_settings=HERE)
    with pytest.raises(BatchError, match=r"out lies in .*articles, which is read; name a folder beside it"):
        batch([articles], articles / "out", settings=RULES, batch_settings=HERE)


def test_what_is_no_run_in_parts_is_refused(articles: Path, tmp_path: Path) -> None:
    together = replace(RULES, group=replace(RULES.group, one_story=True))
    with pytest.raises(BatchError, match="read --one-story"):
        batch([articles], tmp_path / "out", settings=together, batch_settings=HERE)
    linked = replace(RULES, ingest=replace(RULES.ingest, fetch=replace(RULES.ingest.fetch, linked=True)))
    with pytest.raises(BatchError, match="add --fetch"):
        batch([articles], tmp_path / "out", settings=linked, batch_settings=HERE)


def test_a_run_goes_on_only_with_the_parts_that_it_began_with(articles: Path, tmp_path: Path) -> None:
    asked = replace(HERE, parts=2, part_files=2)

    def stopped(step: str, done: int, _total: int, /) -> None:
        if step == "taken" and done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch([articles], tmp_path / "out", settings=RULES, batch_settings=asked, progress=stopped)
    with pytest.raises(BatchError, match="other settings"):
        batch([articles], tmp_path / "out", settings=RULES, batch_settings=replace(asked, part_files=4))


def test_an_address_of_many_texts_unites_equal_ones_alone(tmp_path: Path) -> None:
    few = replace(RULES, clean=replace(RULES.clean, address_texts=2))
    told = [one.article for one in news(4)]
    address = "https://tern.example/"
    file = tmp_path / "a.jsonl"
    lines = [record(one, url=address) for one in told] + [record(replace(told[0], id="again"), url=address)]
    file.write_text("".join(lines), encoding="utf-8")
    batch([file], tmp_path / "out", settings=few, batch_settings=replace(HERE, parts=3))
    reading = newstemma.read([file], settings=few)
    assert sum(len(dossier.articles) for dossier in reading.dossiers) == 4
    assert dossiers(tmp_path / "out") == sorted(to_jsonl(reading).splitlines(keepends=True))


def test_a_primary_text_is_no_account(articles: Path, tmp_path: Path) -> None:
    lake = sorted((articles / "lake").iterdir())
    reading = newstemma.read(lake, primary=lake[:1], settings=RULES)  # named twice, it is primary all the same
    assert reading == newstemma.read(lake[1:], primary=lake[:1], settings=RULES)
    batch(lake, tmp_path / "out", primary=lake[:1], settings=RULES, batch_settings=HERE)
    assert dossiers(tmp_path / "out") == sorted(to_jsonl(reading).splitlines(keepends=True))


def test_a_profile_of_outlets_marks_what_recurs(tmp_path: Path) -> None:
    file, plug = tmp_path / "a.txt", "Hear the tern every day"
    file.write_text(f"outlet: The Tern\n\nThe ferry to Skerry sank on Monday. Nobody was hurt.\n\n{plug}\n")
    known = Profile((OutletProfile("the tern", 40, 31, (RecurringLine(plug.lower(), ("tail",)),)),))
    batch([file], tmp_path / "out", profile=known, settings=RULES, batch_settings=HERE)
    reading = newstemma.read([file], profile=known, settings=RULES)
    assert [mark.reason for mark in reading.dossiers[0].articles[0].removed] == ["recurring line"]
    assert dossiers(tmp_path / "out") == [to_jsonl(reading)]


def test_only_large_stories_are_read_closely(articles: Path, tmp_path: Path) -> None:
    reading = newstemma.read([articles], settings=RULES)
    least = len(reading.dossiers[0].articles)
    large = [dossier for dossier in reading.dossiers if len(dossier.articles) >= least]
    done = batch([articles], tmp_path / "out", settings=RULES, batch_settings=replace(HERE, least=least))
    assert 0 < done.dossiers == len(large) < done.stories == len(reading.dossiers)


def test_the_command_says_what_came_of_it(articles: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(
        app, ["batch", str(articles / "lake"), str(tmp_path / "out"), "--rules", "--workers", "1", "--json"]
    )
    assert run.exit_code == 0, run.output
    assert json.loads(run.stdout)["articles"] == len(list((articles / "lake").iterdir()))
    again = CliRunner().invoke(app, ["batch", str(articles), str(tmp_path / "out"), "--workers", "1"])
    assert (again.exit_code, "name another folder" in again.output) == (2, True)
    none = CliRunner().invoke(app, ["batch", str(tmp_path / "no-such"), str(tmp_path / "none")])
    assert (none.exit_code, "no-such" in none.output) == (2, True)
