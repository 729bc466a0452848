"""From files to articles: each record once, each article under an identifier of its own, versions of one united.

taken     files               -> records, by their hash; what could not be read
recorded  copies of a record  -> the record, with all its files and addresses
named     names of all        -> identifiers, and the place of each in their order
met       keys of versions    -> articles that may be versions of one
placed    records             -> articles, those that may be one in the same part
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from newstemma.clean import kept_words, meeting_keys
from newstemma.group.rows import run_sizes, run_starts
from newstemma.model import Article, RecordKey, Rejected, identifiers
from newstemma.pipeline import as_primary
from newstemma.scale.components import save_edges, saved_parts
from newstemma.scale.job import Work
from newstemma.scale.rows import batch_of, parted

__all__ = ["keyed", "met", "named", "placed", "recorded", "taken"]

_SUFFIXED = rb"-[0-9a-f]{8}([0-9a-f]{56}(-(text|html))?)?$"  # a name that may be another's with a part of its hash


def taken(work: Work, part: int) -> None:
    """Read and clean the files of a part of the input."""
    found: list[tuple[bytes, str, str, bytes | None]] = []  # key, name, file, the article if it is one
    rejected: list[Rejected] = []
    for source in work.job.inputs[part]:
        for page in work.inputs.read(source):
            if isinstance(page, Rejected):
                rejected.append(page)
                continue
            page = as_primary(page) if source.file in work.job.primary else page
            article = None
            for cleaned in work.skimming.cleaned(page):
                if isinstance(cleaned, Rejected):
                    rejected.append(cleaned)
                else:
                    article = work.packer.pack(cleaned)
            found.append((f"{page.sha256}/{page.media}".encode(), page.id, page.files[0], article))
    columns = {
        "key": pa.array([key for key, _, _, _ in found], pa.binary()),
        "name": pa.array([_written(name) for _, name, _, _ in found], pa.binary()),
        "file": pa.array([_written(file) for _, _, file, _ in found], pa.binary()),
        "article": pa.array([article for _, _, _, article in found], pa.large_binary()),
    }
    home = np.array([int(key[:8], 16) for key, _, _, _ in found], np.int64) % work.job.parts
    with work.making("taken", part) as folder:
        work.write(folder, parted(columns, home, work.job.parts))
        lines = (json.dumps([one.file, one.stage, one.reason]) + "\n" for one in sorted(set(rejected)))
        (folder / "rejected.jsonl").write_text("".join(lines), encoding="utf-8")


def recorded(work: Work, part: int) -> None:
    """Make one article of all copies of a record; the first by name and file is what counts.

    A record that is no article stays as well, since it may ask for a name that others ask for.
    """
    rows = work.rows("taken", part)
    copies: defaultdict[bytes, list[tuple[bytes, bytes, int]]] = defaultdict(list)
    keys, names, files = (rows.column(name).to_pylist() for name in ("key", "name", "file"))
    for row, (key, name, file) in enumerate(zip(keys, names, files, strict=True)):
        copies[key].append((name, file, row))
    packed = rows.column("article")
    articles = []
    for key in sorted(copies):
        first = min(copies[key])[2]
        own: bytes | None = packed[first].as_py()
        if own is not None and len(copies[key]) > 1:
            printed = [packed[row].as_py() for _, _, row in copies[key]]
            same = [work.packer.unpack(one, Article) for one in printed if one is not None]
            addresses = {address for article in same for address in article.addresses}
            merged = work.packer.unpack(own, Article)
            merged = replace(merged, files=tuple(sorted({file for article in same for file in article.files})))
            own = work.packer.pack(replace(merged, addresses=tuple(sorted(addresses))))
        articles.append((key, names[first], own))
    with work.making("recorded", part) as folder:
        columns = {
            "key": pa.array([key for key, _, _ in articles], pa.binary()),
            "name": pa.array([name for _, name, _ in articles], pa.binary()),
            "article": pa.array([own for _, _, own in articles], pa.large_binary()),
        }
        work.write(folder, [batch_of(columns)])


def named(work: Work, part: int) -> None:
    """Give each record an identifier of its own, and number all in the order of these.

    One step for all parts: it holds every name, some fifty bytes for each article.
    """
    some = [work.own("recorded", home) for home in range(work.job.parts)]
    names = pa.chunked_array([rows.column("name").cast(pa.large_binary()) for rows in some])
    found = _distinct(names, pa.chunked_array([rows.column("key") for rows in some]))
    order = pc.sort_indices(found).to_numpy()
    positions = np.empty(len(order), np.int64)
    positions[order] = np.arange(len(order))
    bounds = np.cumsum([0, *(len(rows) for rows in some)])
    with work.making("named", part) as folder:
        batches = [
            batch_of({"id": found[begin:end], "position": pa.array(positions[begin:end])})
            for begin, end in pairwise(bounds.tolist())
        ]
        work.write(folder, batches)


def _distinct(names: Any, keys: Any) -> Any:
    """Return the identifiers of records; only those that ask for one name, or might get another's, are looked at."""
    counted = pc.value_counts(names.combine_chunks())
    values, counts = counted.field(0), counted.field(1)
    several = values.filter(pc.greater(counts, 1))
    asked = pc.or_(pc.is_in(names, several), pc.match_substring_regex(names, _SUFFIXED))
    rows = np.flatnonzero(asked.to_numpy(zero_copy_only=False))
    whole = names.combine_chunks()
    if not len(rows):
        return whole
    held: dict[int, RecordKey] = {row: tuple(keys[row].as_py().decode().split("/")) for row in rows.tolist()}
    found = identifiers({held[row]: _read(whole[row].as_py()) for row in held})
    mask = np.zeros(len(whole), np.bool_)
    mask[rows] = True
    return pc.replace_with_mask(
        whole,
        pa.array(mask),
        pa.array([_written(found[held[row]]) for row in held], pa.large_binary()),
    )


def keyed(work: Work, part: int) -> None:
    """Write the keys under which articles meet those that may be versions of them."""
    keys: list[int] = []
    owners: list[int] = []
    texts: list[int] = []
    for position, article in _articles(work, part):
        text = _hash([kept_words(article)])
        for key in meeting_keys(article):
            keys.append(_hash(key))
            owners.append(position)
            texts.append(text)
    found = np.array(keys, np.uint64)
    with work.making("keyed", part) as folder:
        columns = {"key": pa.array(found), "owner": pa.array(owners, pa.int64()), "text": pa.array(texts, pa.uint64())}
        work.write(folder, parted(columns, (found % np.uint64(work.job.parts)).astype(np.int64), work.job.parts))


def met(work: Work, part: int) -> None:
    """Join each article to the first that it shares a key with.

    Under an address that very many texts have, such as that of an outlet's front page, only equal texts are joined, as
    `unite` does: so no address brings a whole outlet into one part.
    """
    rows = work.rows("keyed", part)
    keys, owners, texts = (rows.column(name).to_numpy() for name in ("key", "owner", "text"))
    order = np.lexsort((owners, texts, keys))
    keys, owners, texts = keys[order], owners[order], texts[order]
    of_text, of_key = run_starts(keys, texts), run_starts(keys)
    several = np.add.reduceat(np.isin(np.arange(len(keys)), of_text), of_key) if len(keys) else of_key
    first = np.repeat(owners[of_text], run_sizes(of_text, len(keys)))
    crowded = np.repeat(several > work.job.settings.clean.address_texts, run_sizes(of_key, len(keys)))
    joined = np.where(crowded, first, np.repeat(owners[of_key], run_sizes(of_key, len(keys))))
    with work.making("met", part) as folder:
        save_edges(folder, zip(joined.tolist(), owners.tolist(), strict=True))


def placed(work: Work, part: int) -> None:
    """Bring the articles that may be versions of one together."""
    label = saved_parts(work.job.place("versions", 0))
    positions: list[int] = []
    packed: list[bytes] = []
    for position, article in _articles(work, part):
        positions.append(position)
        packed.append(work.packer.pack(article))
    home = label[np.array(positions, np.int64)] if positions else np.empty(0, np.int64)
    columns = {
        "position": pa.array(positions, pa.int64()),
        "label": pa.array(home, pa.int64()),
        "article": pa.array(packed, pa.large_binary()),
    }
    with work.making("placed", part) as folder:
        work.write(folder, parted(columns, home % work.job.parts, work.job.parts))


def _articles(work: Work, part: int) -> Iterator[tuple[int, Article]]:
    """The articles of a part of the records, under their identifiers, with their places in the order of all."""
    records, names = work.own("recorded", part), work.own("named", 0, batch=part)
    for row in range(len(records)):
        packed = records.column("article")[row].as_py()
        if packed is not None:
            identifier = _read(names.column("id")[row].as_py())
            article = work.packer.unpack(packed, Article, article=identifier)
            yield names.column("position")[row].as_py(), replace(article, id=identifier)


def _hash(key: Sequence[str]) -> int:
    digest = blake2b(digest_size=8)
    for one in key:
        digest.update(_written(one) + b"\0")
    return int.from_bytes(digest.digest(), "little")


def _written(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _read(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")


def rejected_in(work: Work) -> Iterable[Rejected]:
    """Yield what could not be read, part by part of the input."""
    for place in work.made("taken"):
        with (place / "rejected.jsonl").open(encoding="utf-8") as lines:
            yield from (Rejected(*json.loads(line)) for line in lines)
