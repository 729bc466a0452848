"""The commands over a store, as a user meets them."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from tests.store.test_add import lines
from typer.testing import CliRunner, Result

from newstemma.cli import app


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "empty.txt").write_text("")
    place = tmp_path / "news.store"
    done = run("add", place, lines(tmp_path / "a.jsonl", 9), tmp_path / "empty.txt", "-q")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "9 new articles" in done.stderr
    assert "empty.txt (ingest): is empty" in done.stderr
    return place


def test_adding_again_says_what_was_known(store: Path) -> None:
    done = run("add", store, store.with_name("a.jsonl"), "-q")
    assert (done.exit_code, done.stderr) == (0, f"{store}: 0 new articles, 1 files known\n")


def test_an_identifier_is_whole_on_a_narrow_screen(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "56")
    identifiers = [one["id"] for one in json.loads(run("stories", store, "--json").stdout)]
    printed = run("stories", store).stdout
    assert all(identifier in printed for identifier in identifiers)
    assert max(map(len, printed.splitlines())) <= 56


def test_stories_are_listed_in_three_forms(store: Path) -> None:
    listed = json.loads(run("stories", store, "--json").stdout)
    assert [one["articles"] for one in listed] == [7, 2]
    assert [row["id"] for row in csv.DictReader(io.StringIO(run("stories", store, "-f", "csv").stdout))] == [
        one["id"] for one in listed
    ]
    assert listed[1]["id"] in run("stories", store).stdout
    assert json.loads(run("stories", store, "--json", "--least", "3").stdout) == listed[:1]
    nothing = run("stories", store, "zebra", "--json")
    assert (nothing.exit_code, nothing.stdout) == (1, "[]\n")
    assert run("stories", store, "--since", "soon").exit_code == 2


def test_one_story_is_told(store: Path, tmp_path: Path) -> None:
    (_, small) = json.loads(run("stories", store, "--json").stdout)
    done = run("tell", store, small["id"], "--rules", "--json", "-q")
    (dossier,) = json.loads(done.stdout)["dossiers"]
    assert len(dossier["articles"]) == 2
    again = run("tell", store, dossier["articles"][0]["id"], "--rules", "-o", tmp_path / "page.html", "-q")
    assert again.exit_code == 0
    assert dossier["title"] in (tmp_path / "page.html").read_text(encoding="utf-8")
    everything = json.loads(run("tell", store, "--all", "--rules", "--json", "-q").stdout)
    assert [len(one["articles"]) for one in everything["dossiers"]] == [7, 2]
    assert [entry["stage"] for entry in everything["rejected"]] == ["ingest"]


def test_what_could_not_be_read_is_listed(store: Path) -> None:
    (entry,) = json.loads(run("rejected", store, "--json").stdout)
    assert entry["file"].endswith("empty.txt")


def test_grouping_anew_keeps_the_stories(store: Path) -> None:
    before = run("stories", store, "--json").stdout
    assert run("regroup", store, "-q").exit_code == 0
    assert run("stories", store, "--json").stdout == before


def test_misuse_is_said_in_words(store: Path, tmp_path: Path) -> None:
    assert run("tell", store).exit_code == 2
    assert run("tell", store, "story-0", "--all").exit_code == 2
    unknown = run("tell", store, "story-0", "--rules", "-q")
    assert unknown.exit_code == 2
    assert "has no story or article 'story-0'; `newstemma stories` lists" in unknown.stderr
    missing = run("stories", tmp_path / "no.store")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "does not exist; check the spelling" in missing.stderr


def test_missing_libraries_are_named_with_the_command(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("newstemma.store", "sqlalchemy"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    done = run("stories", store)
    assert done.exit_code == 2
    assert "pip install 'newstemma[store]'" in done.stderr
