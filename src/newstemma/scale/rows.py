"""Rows on disk between two steps: Arrow files with one batch for each part of the step that reads them.

Files of the Arrow IPC format are mapped, not read: a step takes the batch that is its own, and single rows anywhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from newstemma.group.rows import Ints

__all__ = ["batch_of", "by_range", "lists", "parted", "read", "write"]


def write(path: Path, batches: Sequence[Any]) -> None:
    """Write batches of one schema to a file."""
    with path.open("wb") as file, pa.ipc.new_file(file, batches[0].schema) as writer:
        for batch in batches:
            writer.write_batch(batch)


def read(paths: Iterable[Path], part: int) -> Any:
    """Return the batches of a part, one file after the other, as one."""
    tables = []
    for path in paths:
        with pa.memory_map(os.fspath(path)) as file:
            tables.append(pa.ipc.open_file(file).get_batch(part))
    return batch_of_table(pa.Table.from_batches(tables))


def parted(columns: Mapping[str, Any], part_of: npt.NDArray[Any], parts: int) -> list[Any]:
    """Cut rows into a batch for each part, the rows of each in their order here.

    >>> [batch.to_pydict() for batch in parted({"row": pa.array([7, 8, 9])}, np.array([1, 0, 1]), 2)]
    [{'row': [8]}, {'row': [7, 9]}]
    """
    order = np.argsort(part_of, kind="stable")
    table = pa.table(dict(columns)).take(pa.array(order))
    bounds = np.searchsorted(part_of[order], np.arange(parts + 1))
    return [batch_of_table(table.slice(begin, end - begin)) for begin, end in pairwise(bounds.tolist())]


def batch_of(columns: Mapping[str, Any]) -> Any:
    """Return columns as one batch."""
    return pa.record_batch(dict(columns))


def batch_of_table(table: Any) -> Any:
    """Return a table as one batch."""
    whole = table.combine_chunks()
    return whole.to_batches()[0] if len(whole) else pa.RecordBatch.from_pylist([], schema=whole.schema)


def lists(found: Sequence[npt.NDArray[Any]], kind: type[np.generic]) -> Any:
    """Return arrays of numbers as a column of lists.

    >>> lists([np.array([1, 2]), np.array([])], np.int32).to_pylist()
    [[1, 2], []]
    """
    offsets = np.concatenate(([0], np.cumsum([len(one) for one in found], dtype=np.int64)))
    values = np.concatenate([np.empty(0, kind), *found]).astype(kind, copy=False)
    return pa.LargeListArray.from_arrays(pa.array(offsets, pa.int64()), pa.array(values))


def by_range(hashes: npt.NDArray[np.uint64], parts: int) -> Ints:
    """Return the part of each hash: its place in the range of all, so that parts are in the order of hashes.

    >>> by_range(np.array([0, 1 << 63], np.uint64), 4).tolist()
    [0, 2]
    """
    return ((hashes >> np.uint64(32)) * np.uint64(parts) >> np.uint64(32)).astype(np.int64)
