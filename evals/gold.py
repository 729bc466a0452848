"""The gold sets: where they are and how a story annotated by hand is read.

The sets are no part of the project. They are looked for in the folder that NEWSTEMMA_DATA names, else in ../shared/data
beside the repository. What a story's gold holds is described in that folder's stories_gold/README.md.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from newstemma.model import Article, Metadata

__all__ = [
    "ABSENT",
    "GoldFact",
    "GoldQuote",
    "GoldStory",
    "basil_text",
    "data_folder",
    "gold_stories",
    "metadata",
    "overlap",
    "places",
    "records",
    "report",
    "words_at",
]

ABSENT = "no gold sets: put them into ../shared/data or name their folder in NEWSTEMMA_DATA"
"""What every evaluation says where there is nothing to measure on."""

_WORD = re.compile(r"\w+")
_OPENING = frozenset("\"'“‘«„")
_HEADER = re.compile(r"\A(?:# \w+: .*\n)+\n*")


def data_folder() -> Path | None:
    """Return the folder of the gold sets, or `None` where there is none."""
    named = os.environ.get("NEWSTEMMA_DATA")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"
    return folder if folder.is_dir() else None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One quoted segment, with the places where its words stand (more than one where the article repeats them)."""

    article: str
    places: tuple[tuple[int, int], ...]
    content: str
    speaker: str
    utterance: str


@dataclass(frozen=True, slots=True)
class GoldFact:
    """What at least two articles report: for each position, the places of its witnesses as (article, start, end)."""

    about: str
    kind: str
    disagree: bool
    positions: tuple[tuple[tuple[str, int, int], ...], ...]

    @property
    def witnesses(self) -> tuple[tuple[str, int, int], ...]:
        """All witnesses of all positions."""
        return tuple(witness for position in self.positions for witness in position)

    @property
    def articles(self) -> frozenset[str]:
        """The articles that state the fact."""
        return frozenset(article for article, _, _ in self.witnesses)


@dataclass(frozen=True, slots=True)
class GoldStory:
    """One story annotated by hand; `files` leads from the gold's article names to the texts."""

    name: str
    files: Mapping[str, Path]
    record: Mapping[str, Any]

    def articles(self) -> dict[str, Article]:
        """Return the articles under the gold's names, without the header lines that some files begin with."""
        found = {}
        for name, path in self.files.items():
            text = path.read_text(encoding="utf-8")
            header = _HEADER.match(text)
            lines = header[0].splitlines() if header else []
            fields = dict(line[2:].split(": ", 1) for line in lines if line)
            found[name] = Article(name, text[header.end() if header else 0 :], about=metadata(fields))
        return found

    def quotes(self, texts: Mapping[str, str]) -> list[GoldQuote]:
        """Return the direct quotes, located in `texts` (article name to text)."""
        return [
            GoldQuote(
                entry["article"],
                places(texts[entry["article"]], entry["content"]),
                entry["content"],
                entry["speaker"],
                entry["utterance"],
            )
            for entry in self.record["direct_quotes"]
        ]

    def facts(self, texts: Mapping[str, str]) -> list[GoldFact]:
        """Return the facts, their witnesses located in `texts`."""
        return [
            GoldFact(
                entry["about"],
                entry["kind"],
                entry["disagree"],
                tuple(
                    tuple(
                        (witness["article"], *place)
                        for witness in position["witnesses"]
                        for place in places(texts[witness["article"]], witness["text"])[:1]
                    )
                    for position in entry["positions"]
                ),
            )
            for entry in self.record["facts"]
        ]

    def residue(self, texts: Mapping[str, str]) -> dict[str, list[tuple[int, int]]]:
        """Return the places of residue by article; a residue line that stands several times counts each time."""
        found: dict[str, list[tuple[int, int]]] = {name: [] for name in self.files}
        for entry in self.record["residue"]:
            found[entry["article"]].extend(places(texts[entry["article"]], entry["text"]))
        return found

    def accounts(self) -> list[frozenset[str]]:
        """Return the partition of the articles by common origin."""
        return [frozenset(entry["articles"]) for entry in self.record["accounts"]]


def places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where `words` stand in `text`, those right behind a quotation mark first.

    >>> places('for a fee, and "for a fee"', "for a fee")
    ((16, 25), (0, 9))
    """
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
    return tuple(sorted(found, key=lambda place: (text[max(0, place[0] - 1) : place[0]] not in _OPENING, place)))


def words_at(text: str, spans: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> frozenset[int]:
    """Return the offsets at which the words inside `spans` start.

    >>> sorted(words_at("We won.", [(0, 7)]))
    [0, 3]
    """
    return frozenset(m.start() for start, end in spans for m in _WORD.finditer(text, start, end))


def overlap(first: frozenset[int], second: frozenset[int]) -> float:
    """Return intersection over union of two sets of words, 0 where both are empty."""
    return len(first & second) / len(first | second) if first or second else 0.0


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gold set, one JSON object a line, compressed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def basil_text(record: Mapping[str, Any]) -> str:
    """Return the text of an article of BASIL, which comes as paragraphs of sentences.

    >>> basil_text({"body-paragraphs": [["Rain fell.", "It stopped."], ["Boats sailed."]]})
    'Rain fell. It stopped.\\n\\nBoats sailed.'
    """
    return "\n\n".join(" ".join(sentences) for sentences in record["body-paragraphs"])


def metadata(fields: Mapping[str, Any]) -> Metadata:
    """Return what a record, or a header, says about an article: title, outlet, time of publication."""
    published = fields.get("published")
    return Metadata(
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        published=datetime.fromisoformat(published) if published else None,
    )


def report(
    measure: Callable[[Path], Mapping[str, float]], notes: Callable[[Path], Iterable[str]] | None = None
) -> None:
    """Print what `measure` finds on the gold sets, under `--notes` after what `notes` does, or that there are none."""
    data = data_folder()
    if data is None:
        print(ABSENT)
        return
    if notes is not None and "--notes" in sys.argv[1:]:
        for note in notes(data):
            print(note)
    figures = measure(data)
    width = max(map(len, figures), default=0)
    for figure, value in figures.items():
        print(f"{figure:{width}}  {value:.3f}")


def gold_stories(data: Path) -> list[GoldStory]:
    """Return the stories annotated by hand that lie under `data`, by name."""
    stories = []
    for path in sorted((data / "stories_gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        folder = data / "seeds" if path.stem == "seeds" else data / "stories" / path.stem
        # The seeds' files are named 000_<hash>, their gold names are "000".
        files = {file.stem.partition("_")[0]: file for file in sorted(folder.glob("*.txt"))}
        stories.append(GoldStory(path.stem, files, record))
    return stories
