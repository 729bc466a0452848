"""Articles in Parquet tables: a row for each, read in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import IO, Any, Final

from newstemma.errors import ArticleError
from newstemma.ingest.tables import places_of

__all__ = ["read_parquet"]

_BATCH: Final = 256  # rows in memory at a time


def read_parquet(
    stream: IO[bytes], *, columns: Sequence[tuple[str, str]], most: int
) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the rows of a table with their numbers from 1, each as fields of an article; columns are named as in CSV.

    Rows without a value are passed over. Only the columns that are needed are read, a batch of rows at a time. Apache
    Parquet 2, by pyarrow. Raises `ArticleError` where it is none or breaks off, a group of its rows has more than
    `most` bytes, no column holds the text, or pyarrow is not installed.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        message = "is a Parquet table, which needs pyarrow; install it with: pip install 'newstemma[parquet]'"
        raise ArticleError(message, stage="ingest") from error
    number = 0
    try:
        table: Any = ParquetFile(stream)
        names = list(table.schema_arrow.names)
        places = places_of(names, columns)
        groups = [table.metadata.row_group(group).total_byte_size for group in range(table.metadata.num_row_groups)]
        if max(groups, default=0) > most:
            message = (
                f"is a Parquet table with a group of {max(groups) / 1e6:,.0f} MB, more than the {most / 1e6:,.0f} MB"
            )
            raise ArticleError(f"{message} that are read; write it with smaller row groups", stage="ingest")
        wanted = sorted({names[place] for place in places.values()})
        for batch in table.iter_batches(batch_size=_BATCH, columns=wanted, use_threads=False):
            for row in batch.to_pylist():
                number += 1
                fields = {field: _plain(row[names[place]]) for field, place in places.items()}
                if any(value not in (None, "") for value in fields.values()):
                    yield number, fields
    except (ArrowException, OSError, ValueError, KeyError) as error:
        first_line = (str(error).splitlines() or [type(error).__name__])[0][:160]
        message = f"is a broken Parquet table: {first_line}; what came before this place was read: fetch it again"
        raise ArticleError(message, stage="ingest") from error
    if not number:
        raise ArticleError("is a table without rows; it should have one for each article", stage="ingest")


def _plain(value: object) -> object:
    """Return a value as JSON could hold it: days and points in time as they are written, bytes as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
