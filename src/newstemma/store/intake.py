"""Taking articles in: each record once, each text once, an identifier of its own for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from newstemma.model import Article, Media, PackedSkim, RecordKey, Rejected, identifiers
from newstemma.model.naming import SHORT
from newstemma.packing import Packer, pack_text
from newstemma.store.chunks import chunks
from newstemma.store.schema import articles, places, rejected, skims, sources, texts

__all__ = ["Batch", "Copy", "Taken", "add", "known", "unread"]

_FEW = 50  # articles that ask for one name up to which all of them are looked at when one more does
_HEADING = 200  # characters of a first line that stands for a title


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that is new to the store, with its skim; its `id` is the name that it asks for.

    `profile` is the fingerprint of the profile of outlets that it was cleaned with, if it was.
    """

    article: Article
    skim: PackedSkim
    media: Media
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """One more place of a record that the store, or the batch, has already."""

    sha256: str
    media: Media
    name: str
    file: str
    address: str | None = None


@dataclass(slots=True)
class Batch:
    """What is added in one transaction.

    `opened` are files that are read from the start, `finished` those that have been read to their end, with the stamp
    that they bore. `rejected` holds, under its file, what could not be read.
    """

    taken: list[Taken] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)
    finished: dict[str, str] = field(default_factory=dict)
    rejected: list[tuple[str, Rejected]] = field(default_factory=list)


def unread(connection: Connection, stamps: Sequence[tuple[str, str]]) -> list[bool]:
    """Tell for each file and stamp whether it still has to be read."""
    told = select(sources.c.file, sources.c.stamp).where(sources.c.file.in_([file for file, _ in stamps]))
    stamped = dict(connection.execute(told).all())
    return [not stamp or stamped.get(file) != stamp for file, stamp in stamps]


def known(connection: Connection, hashes: Iterable[str]) -> set[tuple[str, str]]:
    """Return which records the store has of those with these hashes: hash and media."""
    told = select(articles.c.sha256, articles.c.media).where(articles.c.sha256.in_(sorted(hashes)))
    return {(sha256, media) for sha256, media in connection.execute(told)}


def add(connection: Connection, batch: Batch, packer: Packer) -> int:
    """Add a batch and return how many articles of it are new."""
    if batch.opened:  # what could not be read the last time may be readable now
        connection.execute(delete(rejected).where(rejected.c.source.in_(sorted(batch.opened))))
    number = connection.scalar(select(func.coalesce(func.max(articles.c.number), 0))) or 0
    have = known(connection, [one.article.sha256 for one in batch.taken])  # by another program, in the meantime
    new: list[Taken] = []
    for one in batch.taken:
        key = one.article.sha256, one.media
        if key in have:
            batch.copies += (Copy(*key, one.article.id, file, one.article.about.url) for file in one.article.files)
            continue
        have.add(key)
        new.append(one)
    _insert(connection, {number + place: one for place, one in enumerate(new, start=1)}, packer)
    names = {one.article.id for one in new}
    more, renamed = _add_copies(connection, batch.copies, packer)
    _name(connection, names | more, {*range(number + 1, number + 1 + len(new)), *renamed})
    for file, stamp in sorted(batch.finished.items()):
        connection.execute(delete(sources).where(sources.c.file == file))
        connection.execute(insert(sources).values(file=file, stamp=stamp))
    told = [
        {"file": entry.file, "stage": entry.stage, "reason": entry.reason, "source": source}
        for source, entry in batch.rejected
    ]
    _insert_new(connection, rejected, told)
    return len(new)


def _insert(connection: Connection, new: Mapping[int, Taken], packer: Packer) -> None:
    digests = {
        number: sha256(one.article.text.encode("utf-8", "surrogatepass")).hexdigest() for number, one in new.items()
    }
    contents = {digests[number]: one.article.text for number, one in new.items()}
    _insert_new(
        connection, texts, [{"digest": digest, "content": pack_text(text)} for digest, text in contents.items()]
    )
    if not new:
        return
    connection.execute(insert(articles), [_row(number, one, digests[number], packer) for number, one in new.items()])
    connection.execute(insert(skims), [{"article": number, "content": one.skim.content} for number, one in new.items()])
    found = [
        {"article": number, "file": file} for number, one in new.items() for file in sorted(set(one.article.files))
    ]
    _insert_new(connection, places, found)


def _row(number: int, one: Taken, digest: str, packer: Packer) -> dict[str, object]:
    article = one.article
    return {
        "number": number,
        "id": f"{article.sha256}-{one.media}",  # until it is named
        "name": article.id,
        "sha256": article.sha256,
        "media": one.media,
        "text": digest,
        "about": packer.pack(article.about),
        "removed": packer.pack(article.removed),
        "profile": one.profile,
        "addresses": packer.pack(article.addresses),
        "heading": _heading(article),
        "published": article.about.published.isoformat() if article.about.published else None,
    }


def _insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows, except those with whose key there is one."""
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def _heading(article: Article) -> str:
    """The title of an article, else its first line."""
    if article.about.title:
        return _storable(article.about.title)
    lines = (line for span in article.kept() for line in span.of(article.text).splitlines() if line.strip())
    return next((_storable(line[:_HEADING]) for line in lines), "")


def _storable(line: str) -> str:
    """A line as any database takes it: no character zero, no halves of surrogate pairs."""
    return " ".join(line.replace("\0", " ").encode("utf-8", "replace").decode().split())


def _add_copies(connection: Connection, copies: Sequence[Copy], packer: Packer) -> tuple[set[str], set[int]]:
    """Note where else records stand; return articles that ask for another name by it: these names, old and new.

    Of several names for one record the first in order of the alphabet counts, whichever came first.
    """
    if not copies:
        return set(), set()
    told = select(articles.c.sha256, articles.c.media, articles.c.number, articles.c.name).where(
        tuple_(articles.c.sha256, articles.c.media).in_(sorted({(copy.sha256, copy.media) for copy in copies}))
    )
    held = {(sha256, media): (number, name) for sha256, media, number, name in connection.execute(told)}
    changed: set[str] = set()
    renamed: set[int] = set()
    found: list[dict[str, object]] = []
    for copy in copies:
        number, name = held[copy.sha256, copy.media]
        found.append({"article": number, "file": copy.file})
        if copy.name < name:
            connection.execute(update(articles).where(articles.c.number == number).values(name=copy.name))
            held[copy.sha256, copy.media] = number, copy.name
            changed |= {name, copy.name}
            renamed.add(number)
    _insert_new(connection, places, found)
    for key in sorted({(copy.sha256, copy.media) for copy in copies if copy.address}):
        at = articles.c.number == held[key][0]
        packed = connection.scalar(select(articles.c.addresses).where(at))
        known = packer.unpack(packed, tuple[str, ...]) if packed else ()
        more = {copy.address for copy in copies if copy.address and (copy.sha256, copy.media) == key}
        connection.execute(update(articles).where(at).values(addresses=packer.pack(tuple(sorted({*known, *more})))))
    return changed, renamed


class _Named(NamedTuple):
    number: int
    sha256: str
    media: Media
    name: str
    id: str

    @property
    def key(self) -> RecordKey:
        return self.sha256, self.media


def _name(connection: Connection, names: Iterable[str], numbers: Iterable[int]) -> None:
    """Give identifiers to articles that are new, or ask for other names, and to those whose `names` they clash with.

    Of very many that ask for one name, those alone are looked at that may clash with the ones at hand.
    """
    wanted, changed = set(names), set(numbers)
    while True:
        rows, others = _asking(connection, wanted, changed)
        given = identifiers({row.key: row.name for row in (*rows, *others)})
        known = {row.number for row in (*rows, *others)}
        clashing = [row for row in _named(connection, articles.c.id, set(given.values())) if row.number not in known]
        if not clashing:  # else one asks for what another is given
            break
        wanted |= {row.name for row in clashing}
        changed |= {row.number for row in clashing}
    changes = [{"article": row.number, "given": given[row.key]} for row in rows if given[row.key] != row.id]
    if changes:
        change = update(articles).where(articles.c.number == bindparam("article")).values(id=bindparam("given"))
        connection.execute(change, changes)


def _asking(connection: Connection, names: set[str], changed: set[int]) -> tuple[list[_Named], list[_Named]]:
    """Return the articles that ask for one of `names`, and of names that many ask for some that stay as they are."""
    counts: dict[str, int] = {}
    for some in chunks(sorted(names)):
        told = select(articles.c.name, func.count()).where(articles.c.name.in_(some)).group_by(articles.c.name)
        counts.update((name, count) for name, count in connection.execute(told))
    rows = list(_named(connection, articles.c.name, {name for name, count in counts.items() if count <= _FEW}))
    crowded = {name for name, count in counts.items() if count > _FEW}
    if not crowded:
        return rows, []
    mine = [row for row in _named(connection, articles.c.number, changed) if row.name in crowded]
    begins = {row.sha256[:SHORT] for row in mine}
    columns = [articles.c[field] for field in _Named._fields]
    near = select(*columns).where(articles.c.sha256.between(bindparam("low"), bindparam("high")))
    for begin in sorted(begins):
        found = connection.execute(near, {"low": begin, "high": f"{begin}g"})  # g: after all hexadecimal digits
        rows += (row for row in map(_Named._make, found) if row.name in crowded)
    known = {row.number for row in rows}
    others: list[_Named] = []
    for name in sorted(crowded):
        found = connection.execute(select(*columns).where(articles.c.name == name).limit(2))
        others += (row for row in map(_Named._make, found) if row.number not in known)
    return rows, others


def _named(connection: Connection, column: ColumnElement[Any], wanted: Iterable[Any]) -> Iterator[_Named]:
    for some in chunks(sorted(wanted)):
        told = select(*(articles.c[field] for field in _Named._fields)).where(column.in_(some))
        yield from map(_Named._make, connection.execute(told))
