"""How much residue of the gold stories is marked, and how much real text by mistake: `python -m evals.residue`."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newstemma.clean import clean
from newstemma.ingest import ingest
from newstemma.model import Article
from newstemma.settings.clean import CleanSettings
from newstemma.settings.ingest import IngestSettings

__all__ = ["main", "measure"]

_COVERED = 0.8  # share of an item's characters from which it counts as found
_STORIES = {"seeds": "seeds", "ev66": "stories/ev66", "ev72": "stories/ev72"}  # gold file: folder of its texts


@dataclass(slots=True)
class _Score:
    """Counts of one story; shares are taken last. Only characters that are not white space count."""

    gold: int = 0
    found: int = 0
    items: int = 0
    items_found: int = 0
    real: int = 0
    cut: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: _Score) -> None:
        """Add the counts of another story."""
        for name in ("gold", "found", "items", "items_found", "real", "cut"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def shares(self, prefix: str) -> dict[str, float]:
        """Return what is reported of these counts."""
        return {
            f"{prefix}residue_found": self.found / max(1, self.gold),
            f"{prefix}items_found": self.items_found / max(1, self.items),
            f"{prefix}real_text_marked": self.cut / max(1, self.real),
        }


def measure(data: Path) -> dict[str, float]:
    """Return the share of gold residue that is marked, in characters and items, and of real text that is."""
    return {name: share for _, scores in _stories(data) for name, share in scores.items()}


def _stories(data: Path) -> Iterator[tuple[_Score, dict[str, float]]]:
    whole = _Score()
    for story, folder in _STORIES.items():
        score = _story(data / "stories_gold" / f"{story}.json", data / folder)
        whole.add(score)
        yield score, score.shares(f"{story}.")
    yield whole, whole.shares("")


def _story(gold_file: Path, folder: Path) -> _Score:
    pages, rejected = ingest([folder], settings=IngestSettings())
    if rejected:
        raise ValueError(f"gold articles were rejected: {rejected}")
    articles = {page.id.split("_")[0]: clean(page, settings=CleanSettings()) for page in pages}
    items: dict[str, list[str]] = {name: [] for name in articles}
    for item in json.loads(gold_file.read_text(encoding="utf-8"))["residue"]:
        items[item["article"]].append(item["text"])
    score = _Score()
    for name in sorted(articles):
        _compare(articles[name], items[name], score)
    return score


def _compare(article: Article, items: list[str], score: _Score) -> None:
    """Add one article's counts."""
    text = article.text
    marked = {place for removed in article.removed for place in range(removed.span.start, removed.span.end)}
    gold: set[int] = set()
    for item in sorted(set(items)):
        for start in _places(text, item):
            places = {place for place in range(start, start + len(item)) if not text[place].isspace()}
            gold |= places
            score.items += 1
            if len(places & marked) >= _COVERED * len(places):
                score.items_found += 1
            else:
                score.missed.append(item)
    written = {place for place, character in enumerate(text) if not character.isspace()}
    score.gold += len(gold)
    score.found += len(gold & marked)
    score.real += len(written - gold)
    score.cut += len((written - gold) & marked)
    score.wrong += [
        f"{article.id}: {removed.reason}: {removed.span.of(text)}"
        for removed in article.removed
        if len(gold & set(range(removed.span.start, removed.span.end))) < 0.5 * len(removed.span.of(text).strip())
    ]


def _places(text: str, item: str) -> list[int]:
    """Return where an item stands: the lines that it fills, which the gold names once, else its first place.

    A caption may repeat words of a paragraph, and a title that the gold counts may stand in the header alone.
    """
    whole = re.compile(rf"^[ \t]*({re.escape(item)})[ \t]*$", re.MULTILINE)
    lines = [match.start(1) for match in whole.finditer(text)]
    return lines or [text.index(item)] * (item in text)


def main() -> None:
    """Print the shares, and what was missed or marked by mistake."""
    data = Path(os.environ.get("NEWSTEMMA_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
    if not (data / "stories_gold").is_dir():
        print(f"residue: nothing measured, there are no gold stories in {data}; set NEWSTEMMA_DATA to the data folder")
        return
    for score, shares in _stories(data):
        for name, share in shares.items():
            print(f"{name:28} {share:.4f}")
        for missed in score.missed:
            print(f"    missed  {missed[:100]!r}")
        for wrong in score.wrong:
            print(f"    wrong   {wrong[:140]!r}")


if __name__ == "__main__":
    main()
