"""Articles in tables: a row for each, in columns that are known by their names (CSV, TSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newstemma.errors import ArticleError
from newstemma.ingest.records import FIELDS

__all__ = ["COLUMNS", "places_of", "read_rows"]

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    **FIELDS,
    "text": (*FIELDS["text"], "story_text", "full_text", "article_text", "article"),
    "title": (*FIELDS["title"], "article_title"),
    "outlet": (*FIELDS["outlet"], "media_name", "publication", "newspaper"),
    "published": (*FIELDS["published"], "publish_date", "publication_date", "published_date"),
    "url": (*FIELDS["url"], "article_url"),
}
"""What each field of an article is called in tables, in order of preference: as in JSON, and as in exports of databases
(Media Cloud: media_name, publish_date). Case, spaces and hyphens do not matter."""

_DELIMITERS: Final = ",;\t|"
_LARGEST_CELL: Final = (
    2**31 - 1
)  # characters: the most that the csv module takes everywhere; the file is bounded before
_FINDINGS: Final = {
    "finding",
    "words",
    "accounts",
}  # columns that tell a table of findings, which newstemma writes itself


def read_rows(text: str, *, columns: Sequence[tuple[str, str]]) -> Iterator[tuple[int, dict[str, str] | ArticleError]]:
    r"""Yield the rows of a table with their numbers from 1, each as fields of an article.

    >>> list(read_rows("Title,Text\nIce,It froze.\n", columns=()))
    [(1, {'text': 'It froze.', 'title': 'Ice'})]

    The first line names the columns; `columns` says for fields what their columns are called where the names do not
    tell. Commas, semicolons, tabs or bars divide, whichever the first line has most of; quoting is that of RFC 4180.
    Columns that are no field's are passed over, and so are rows without any text. A row that does not fit comes as an
    error in its place. Raises `ArticleError` where there is no header, no row, no column for the text, or not the one
    that `columns` names.
    """
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda mark: (first.count(mark), mark == ","))
    reader = csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter, strict=True)
    try:
        header = _next(reader)
    except StopIteration as error:
        raise ArticleError("is a table without any line; its first should name the columns", stage="ingest") from error
    except csv.Error as error:
        raise ArticleError(
            f"is a table with a broken header: {error}; correct its first line", stage="ingest"
        ) from error
    places = places_of([name.strip() for name in header], columns)
    number = 0
    while True:
        try:
            row = _next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            number += 1
            yield number, ArticleError(f"is a broken row: {error}; correct its quotation marks", stage="ingest")
            continue
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        if len(row) != len(header):
            reason = (
                f"has {len(row)} cells, where the header has {len(header)}; put cells that hold {delimiter!r} or "
                "quotation marks between quotation marks"
            )
            yield number, ArticleError(reason, stage="ingest")
        else:
            yield number, {field: row[place] for field, place in places.items()}
    if not number:
        raise ArticleError("is a table without rows; it should have one for each article", stage="ingest")


def _next(reader: Iterator[list[str]]) -> list[str]:
    """Return the next row; the module's own limit, which is the whole process's, would refuse long articles."""
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(before)


def places_of(header: Sequence[str], columns: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Lead from each field to the place of the column that holds it.

    >>> places_of(["Title", "Full-text"], ())
    {'text': 1, 'title': 0}

    Raises `ArticleError` where none holds the text, or one that `columns` names is missing.
    """
    shown = ", ".join(name[:30] for name in header[:12] if name) or "none"
    plain = [_plain(name) for name in header]
    if set(plain) >= _FINDINGS:
        message = (
            "is a table of findings that newstemma wrote, not of articles; leave it out, or name the articles alone"
        )
        raise ArticleError(message, stage="ingest")
    for _, name in columns:
        if _plain(name) not in plain:
            message = f"is a table without the column {name!r} (its columns: {shown}); correct --columns"
            raise ArticleError(message, stage="ingest")
    places: dict[str, int] = {}
    named = {field: _plain(name) for field, name in columns}
    for field, names in COLUMNS.items():
        known = (named[field],) if field in named else tuple(_plain(name) for name in names)
        free = [name for name in known if field in named or name not in named.values()]
        if found := next((name for name in free if name in plain), ""):
            places[field] = plain.index(found)
    if not places.keys() & {"text", "html"}:
        message = (
            f"is a table without a column for the text (its columns: {shown}); "
            'call one "text", or say which it is: --columns text=NAME'
        )
        raise ArticleError(message, stage="ingest")
    return places


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
