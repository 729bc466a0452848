"""No text of the gold sets stands in the project."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from evals.gold import data_folder

ROOT = Path(__file__).resolve().parents[1]
RUN = 5  # words in a row that count as copied

# Speakers in the gold that are no persons: agencies and offices that any program about news may name.
NO_PERSON = re.compile(
    r"Press|Department|International|Committee|Cross|Citizens|campaign|Cardinal|officials|source|judge"
)


def project_files() -> list[Path]:
    kinds = {".py", ".md", ".txt", ".html", ".json", ".jsonl", ".toml", ".jinja"}
    folders = [ROOT / name for name in ("src", "tests", "evals", "bench", "docs", "examples", "training")]
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in kinds] + [
        ROOT / "README.md"
    ]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


@pytest.fixture(scope="module")
def stories() -> list[Path]:
    data = data_folder()
    files = sorted([*(data / "seeds").glob("*.txt"), *(data / "stories").rglob("*.txt")]) if data else []
    if not files:
        pytest.skip(
            "the gold stories are not at hand: put them into ../shared/data or name their folder in NEWSTEMMA_DATA"
        )
    return files


def test_no_five_words_in_a_row_from_a_story(stories: list[Path]) -> None:
    known: set[tuple[str, ...]] = set()
    for path in stories:
        for line in path.read_text(encoding="utf-8").splitlines():
            known |= runs(line)
    copied = {
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in project_files()
        for line in path.read_text(encoding="utf-8").splitlines()
        for run in runs(line) & known
    }
    assert not copied


@pytest.mark.usefixtures("stories")
def test_no_persons_full_name_from_a_story() -> None:
    data = data_folder()
    assert data is not None
    names: set[str] = set()
    for path in sorted((data / "stories_gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        names |= {entry["speaker"] for kind in ("direct_quotes", "indirect") for entry in record[kind]}
    persons = {name for name in names if re.fullmatch(r"(?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w'-]+", name)}
    persons = {name for name in persons if not NO_PERSON.search(name)}
    assert len(persons) > 10
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in project_files()
        for name in persons
        if name in path.read_text(encoding="utf-8")
    }
    assert not found


def test_a_copied_line_would_be_found(stories: list[Path]) -> None:
    line = max(stories[0].read_text(encoding="utf-8").splitlines(), key=len)
    assert runs(f"# {line}") & runs(line)
