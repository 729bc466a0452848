"""What stands in a store: articles, stories, and what could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, exists, func, select
from sqlalchemy.sql import ColumnElement

from newstemma.model import Article, Metadata, PackedSkim, Rejected, Removed
from newstemma.packing import Packer, unpack_text
from newstemma.store.chunks import chunks
from newstemma.store.schema import articles, lineage, places, rejected, skims, stories, texts

__all__ = [
    "Listed",
    "StoryFilter",
    "articles_of",
    "fate_of",
    "find_stories",
    "find_story",
    "profiles_of",
    "rejections",
    "skims_of",
]


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as a list shows it: `first` and `last` are the days (ISO 8601) between which it was told, or empty."""

    id: str
    articles: int
    first: str
    last: str
    title: str


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories to list.

    Every one of `words` must stand in the heading of one of its articles, in any case; some of its days must lie
    between `since` and `until` (ISO 8601, both included); it must have `least` articles.
    """

    words: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    least: int = 1


def find_stories(connection: Connection, wanted: StoryFilter) -> list[Listed]:
    """Return the stories that `wanted` lets through, largest first, then latest."""
    query = select(stories).where(stories.c.size >= wanted.least)
    if wanted.since:
        query = query.where(stories.c.last >= wanted.since)
    if wanted.until:
        query = query.where(stories.c.first <= wanted.until)
    for word in wanted.words:
        query = query.where(_headed(word))
    ordered = query.order_by(stories.c.size.desc(), func.coalesce(stories.c.last, "").desc(), stories.c.id)
    return [Listed(row.id, row.size, row.first or "", row.last or "", row.title) for row in connection.execute(ordered)]


def _headed(word: str) -> ColumnElement[bool]:
    """Whether an article of the story has a heading with `word` in it."""
    return exists().where(articles.c.story == stories.c.number, articles.c.heading.icontains(word, autoescape=True))


def find_story(connection: Connection, name: str) -> int | None:
    """Return the number of the story that `name` means: its identifier, or that of one of its articles."""
    found = connection.scalar(select(stories.c.number).where(stories.c.id == name))
    return found or connection.scalar(select(articles.c.story).where(articles.c.id == name))


def fate_of(connection: Connection, name: str) -> list[tuple[str, str, str]]:
    """Return what became of the story `name`, in order: its fate, the other story, the reason."""
    told = select(lineage.c.fate, lineage.c.other, lineage.c.reason).where(lineage.c.story == name)
    return [tuple(row) for row in connection.execute(told.order_by(lineage.c.number))]


def rejections(connection: Connection) -> tuple[Rejected, ...]:
    """Return what could not be read, sorted."""
    told = connection.execute(select(rejected.c.file, rejected.c.stage, rejected.c.reason))
    return tuple(sorted(Rejected(*row) for row in told))


def articles_of(connection: Connection, story: int, packer: Packer) -> list[Article]:
    """Return the articles of a story, by identifier."""
    files: defaultdict[int, list[str]] = defaultdict(list)
    told = select(places.c.article, places.c.file).join(articles).where(articles.c.story == story)
    for number, file in connection.execute(told):
        files[number].append(file)
    rows = connection.execute(select(articles, texts.c.content).join(texts).where(articles.c.story == story))
    found = [
        Article(
            id=row.id,
            text=unpack_text(row.content),
            files=tuple(sorted(files[row.number])),
            sha256=row.sha256,
            about=packer.unpack(row.about, Metadata),
            removed=packer.unpack(row.removed, tuple[Removed, ...], article=row.id),
            addresses=packer.unpack(row.addresses, tuple[str, ...]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda article: article.id)


def profiles_of(connection: Connection, name: str) -> Iterator[str | None]:
    """Yield the profiles that the articles of the story `name` were cleaned with; `None` is for those without."""
    yield from connection.scalars(
        select(articles.c.profile).distinct().where(articles.c.story == find_story(connection, name))
    )


def skims_of(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, PackedSkim]]:
    """Yield the skims of the articles with these numbers, under the identifiers that the articles have now."""
    for some in chunks(numbers):
        told = select(skims.c.article, articles.c.id, skims.c.content).join(articles).where(skims.c.article.in_(some))
        for number, name, content in connection.execute(told):
            yield number, PackedSkim(name, content)
