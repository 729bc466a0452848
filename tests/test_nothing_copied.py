"""No text of the gold sets stands in the project."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from evals.gold import data_folder

ROOT = Path(__file__).resolve().parents[1]
RUN = 5  # words in a row that count as copied from a story
SENTENCE_RUN = 8  # and from the larger sets, where five words meet by chance
SENTENCE = 40  # characters from which a field of those sets holds text
FIGURES = 3  # figures among five words in a row that count as copied from the sentences with quantities

# What many papers print under their articles, by which residue is known.
FORMULA = re.compile("reserved this material may not be|not responsible for the content of external")

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


def runs(text: str, length: int = RUN) -> set[tuple[str, ...]]:
    found = words(text)
    return set(zip(*(found[start:] for start in range(length)), strict=False))


def figure_runs(text: str) -> set[tuple[str, ...]]:
    if sum(map(str.isdecimal, text)) < FIGURES:
        return set()
    return {run for run in runs(text) if sum(word.isdecimal() for word in run) >= FIGURES}


def sentence_runs(text: str) -> set[tuple[str, ...]]:
    return runs(text, SENTENCE_RUN)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) >= SENTENCE:
            yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name != "corenlp":  # the same text once more, word by word
                yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def gold_sets(names: list[str]) -> list[Path]:
    data = data_folder()
    return [path for name in names if data and (path := data / f"{name}.jsonl.gz").is_file()]


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
@pytest.mark.parametrize(
    ("names", "cut"),
    [
        ("answers article_pairs basil claim_pairs news_cluster polnear quantities timeml", sentence_runs),
        ("quantities", figure_runs),
    ],
)
def test_no_run_of_words_from_a_gold_set(names: str, cut: Callable[[str], set[tuple[str, ...]]]) -> None:
    ours = {
        run: path.relative_to(ROOT)
        for path in project_files()
        for line in path.read_text(encoding="utf-8").splitlines()
        for run in cut(line)
        if not FORMULA.search(" ".join(run))
    }
    known = set(ours)
    copied: set[str] = set()
    for path in gold_sets(names.split()):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for text in set(texts(json.loads(line))):
                    copied |= {f"{ours[run]}: {' '.join(run)}" for run in cut(text) & known}
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


def test_copied_figures_would_be_found() -> None:
    assert figure_runs("# ferries rose 3,107 to 2,918 then") & figure_runs("They rose 3,107 to 2,918 in all.")
