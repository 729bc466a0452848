"""Stories whose arrangement's terms were marked by hand (see terms.md): places in articles of gold sets, no text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evals.gold import basil_text, gold_stories, metadata, records
from newstemma.model import Article, Span, TermRole

__all__ = ["MARKED", "MarkedStory", "MarkedTerm", "marked_stories"]

MARKED = Path(__file__).parent / "terms.jsonl"
"""Four stories: two for development, two for the report."""


@dataclass(frozen=True, slots=True)
class MarkedTerm:
    """One fact of an arrangement; at least one witness for each article that states it."""

    role: TermRole
    witnesses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedStory:
    """A story that somebody read whole; one without an arrangement has no terms."""

    name: str
    articles: tuple[Article, ...]
    terms: tuple[MarkedTerm, ...]


def marked_stories(data: Path, marks: Path = MARKED) -> Iterator[MarkedStory]:
    """Yield the stories that `marks` lists, with their articles from the sets under `data`."""
    articles = dict(_articles(data))
    for line in marks.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        terms = (
            MarkedTerm(term["role"], tuple(Span(*place) for place in term["witnesses"])) for term in entry["terms"]
        )
        yield MarkedStory(entry["story"], tuple(articles[name] for name in entry["articles"]), tuple(terms))


def _articles(data: Path) -> Iterator[tuple[str, Article]]:
    """Yield all articles that may be marked, by the name that the marks have for them.

    PolNeAR's identifiers are made of headlines; its articles are named by the first digits of their sha256.
    """
    for story in gold_stories(data):
        yield from story.articles().items()
    for record in records(data / "basil.jsonl.gz"):
        about = metadata({"title": record["title"], "outlet": record["source"], "published": record["date"]})
        yield record["uuid"], Article(record["uuid"], basil_text(record), about=about)
    for record in records(data / "news_cluster.jsonl.gz"):
        yield record["id"], Article(record["id"], record["text"], about=metadata(record))
    for record in records(data / "polnear.jsonl.gz"):
        name = sha256(record["id"].encode()).hexdigest()[:12]
        yield name, Article(name, record["text"], about=metadata(record))
