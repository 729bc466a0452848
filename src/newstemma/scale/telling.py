"""From stories to what the user gets: tables of stories, and the dossiers of those that are large enough.

gathered   articles of a part  -> by story
told       stories of a part   -> a table of them, and their dossiers
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from newstemma.model import AnnotatedArticle, Article, Reading, fingerprint
from newstemma.pipeline import bare
from newstemma.render import to_jsonl
from newstemma.scale.job import Work
from newstemma.scale.rows import parted

__all__ = ["DOSSIERS", "STORIES", "gathered", "told"]

STORIES = "stories.parquet"
DOSSIERS = "dossiers.jsonl"
_GROUP = 10_000  # rows that stand together in a table
_SCHEMA = pa.schema([
    ("story", pa.string()), ("article", pa.string()), ("title", pa.string()), ("outlet", pa.string()),
    ("url", pa.string()), ("published", pa.string()), ("sha256", pa.string()), ("files", pa.list_(pa.string())),
])  # fmt: skip


def gathered(work: Work, part: int) -> None:
    """Bring the articles of each story together."""
    story = np.load(work.job.place("storied", 0) / "story.npy", mmap_mode="r")
    rows = work.own("skimmed", part, "articles")
    told_by = story[rows.column("position").to_numpy()]
    columns = {name: rows.column(name) for name in ("position", "article")} | {"story": pa.array(told_by)}
    with work.making("gathered", part) as folder:
        work.write(folder, parted(columns, told_by % work.job.parts, work.job.parts))


def told(work: Work, part: int) -> None:
    """Write the stories of a part, the largest first, and the dossiers of those that are to be read closely."""
    rows = work.rows("gathered", part)
    stories: dict[int, list[tuple[int, int]]] = {}
    places = zip(rows.column("story").to_pylist(), rows.column("position").to_pylist(), strict=True)
    for row, (story, position) in enumerate(places):
        stories.setdefault(story, []).append((position, row))
    packed = rows.column("article")
    batch = work.job.batch
    with (
        work.making("told", part) as folder,
        pq.ParquetWriter(folder / STORIES, _SCHEMA) as table,
        (folder / DOSSIERS).open("w", encoding="utf-8", newline="") as dossiers,
    ):
        waiting: list[dict[str, object]] = []
        for _, held in sorted(stories.items(), key=lambda one: (-len(one[1]), one[0])):
            articles = [work.packer.unpack(packed[row].as_py(), Article) for _, row in sorted(held)]
            waiting += _rows(articles)
            if len(waiting) >= _GROUP:
                table.write_table(pa.Table.from_pylist(waiting, schema=_SCHEMA))
                waiting = []
            if len(articles) >= batch.least and not batch.stories_alone:
                dossiers.write(_dossier(work, articles))
        table.write_table(pa.Table.from_pylist(waiting, schema=_SCHEMA))


def _rows(articles: Sequence[Article]) -> list[dict[str, object]]:
    story = fingerprint("story", *(article.id for article in articles))
    return [
            {
                "story": story, "article": _readable(article.id), "title": _readable(article.about.title),
                "outlet": _readable(article.about.outlet), "url": _readable(article.about.url),
                "published": article.about.published and article.about.published.isoformat(),
                "sha256": article.sha256, "files": [_readable(file) for file in article.files],
            }
            for article in articles
    ]  # fmt: skip


def _readable(text: str | None) -> str | None:
    """A text without halves of surrogate pairs, which Parquet's UTF-8 cannot hold."""
    return text and text.encode("utf-8", "replace").decode()


def _dossier(work: Work, articles: Sequence[Article]) -> str:
    line = work.reading
    once: dict[tuple[object, ...], bytes] = {}  # each text is read closely once, whoever prints it
    read: list[AnnotatedArticle] = []
    for article in articles:
        removed = tuple((mark.span.start, mark.span.end) for mark in article.removed)
        key = article.text, article.about.kind, removed
        if key not in once:
            once[key] = work.packer.pack(line.annotate(bare(article)))
        annotated = work.packer.unpack(once[key], AnnotatedArticle, article=article.id)
        read.append(replace(annotated, article=article))
    return to_jsonl(Reading((line.dossier(read),), (), line.made_with))
