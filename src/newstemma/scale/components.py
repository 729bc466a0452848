"""Connected parts of a graph that no machine holds: its edges stay spread, only the part of every end comes together.

Large star and small star, in turns (Kiveris et al., Connected Components in MapReduce and Beyond, 2014), as joins and
aggregates of Daft. Each step that finds edges leaves of them only what holds its own ends together, so that there are
fewer of them than articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from newstemma.group.rows import Ints
from newstemma.text.parts import connected_parts

__all__ = ["parts_of_all", "save_edges", "saved_parts"]

_EDGES = "edges.parquet"
_PARTS = "parts.npy"
_PARTITIONS = 64  # of the edges, between two queries; these add up otherwise


def save_edges(folder: Path, edges: Iterable[tuple[int, int]]) -> None:
    """Write, for each end of `edges` that is not the first of its part, that it hangs on the first."""
    part = connected_parts(edges)
    hanging = [(end, top) for end, top in part.items() if end != top]
    ends, tops = (np.array([pair[side] for pair in hanging], np.int64) for side in (0, 1))
    pq.write_table(pa.table({"end": ends, "top": tops}), folder / _EDGES)


def saved_parts(folder: Path) -> Ints:
    """Return, for each position, the first of its part, itself where it is alone."""
    found: Ints = np.load(folder / _PARTS, mmap_mode="r")
    return found


def parts_of_all(places: Sequence[Path], size: int, folder: Path, *, together: int) -> None:
    """Find the parts of `size` positions by the edges in `places`, and save them.

    Up to `together` edges are taken together here, in a second or two; more stay where they are, and Daft runs queries
    over them.
    """
    files = [place / _EDGES for place in places]
    if sum(pq.ParquetFile(file).metadata.num_rows for file in files) <= together:
        tables = [pq.read_table(file) for file in files]
        edges = ((end, top) for table in tables for end, top in zip(*_columns(table), strict=True))
        part = connected_parts(edges)
        ends, tops = np.array(list(part), np.int64), np.array(list(part.values()), np.int64)
    else:
        ends, tops = (np.array(side, np.int64) for side in _columns(_hung(files)))
    parts = np.arange(size)
    parts[ends] = tops
    np.save(folder / _PARTS, parts)


def _columns(table: Any) -> tuple[list[int], list[int]]:
    return table.column("end").to_pylist(), table.column("top").to_pylist()


def _hung(files: Sequence[Path]) -> Any:
    """Return a table in which each end hangs on the first of its part, by queries of Daft's."""
    import daft

    over_cluster = daft.get_or_infer_runner_type() == "ray"  # on one machine there are no partitions
    edges = daft.read_parquet([str(file) for file in files]).collect()
    while True:
        before = _mark(edges)
        hung = _small_star(_large_star(edges))
        edges = (hung.into_partitions(min(len(files), _PARTITIONS)) if over_cluster else hung).collect()
        if _mark(edges) == before:
            return edges.to_arrow()


def _large_star(edges: Any) -> Any:
    """Hang every later neighbour of each end on the first of that end and its neighbours."""
    from daft import col

    turned = edges.select(col("top").alias("end"), col("end").alias("top"))
    selves = edges.select(col("top").alias("end"), col("top"))
    both = edges.union_all(turned).union_all(selves)
    least = both.groupby("end").agg(col("top").min().alias("least"))
    found = both.join(least, on="end").where(col("top") > col("end"))
    return found.select(col("top").alias("end"), col("least").alias("top")).distinct()


def _small_star(edges: Any) -> Any:
    """Hang each end, and what it hangs on, on the first of what it hangs on."""
    from daft import col

    least = edges.groupby("end").agg(col("top").min().alias("least"))
    found = edges.join(least, on="end")
    between = found.where(col("top") != col("least")).select(col("top").alias("end"), col("least").alias("top"))
    return between.union_all(least.select(col("end"), col("least").alias("top"))).distinct()


def _mark(edges: Any) -> tuple[int, int, int]:
    """What changes as long as ends hang on others than they will: how many edges, and the sums of both sides."""
    from daft import col

    told = edges.agg(col("end").count().alias("n"), col("end").sum().alias("ends"), col("top").sum().alias("tops"))
    row = told.to_pydict()
    return row["n"][0], row["ends"][0] or 0, row["tops"][0] or 0
