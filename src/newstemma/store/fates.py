"""What becomes of stories when articles join: each keeps its identifier, merges and splits are written down."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from newstemma.model import fingerprint
from newstemma.store.chunks import chunks
from newstemma.store.schema import articles, lineage, stories

__all__ = ["assign", "heirs"]

_SHOWN = 3  # articles that a reason names


class _Member(NamedTuple):
    number: int
    id: str
    sha256: str
    story: int | None
    published: str | None
    heading: str


def heirs(parts: Sequence[Sequence[int]], before: Mapping[int, int]) -> list[int | None]:
    """Return for each part of the articles the story that it goes on, or `None` where it is a new one.

    >>> heirs([[1, 2, 3], [4]], {1: 7, 2: 7, 4: 7, 3: 8})
    [7, None]

    A part goes on the story that most of its articles were in, of several the first; a story is gone on by the part
    that holds most of it, of several that with the first article. `before` leads from articles to their stories.
    """
    shares = [(-shared, story, min(part), place)
              for place, part in enumerate(parts)
              for story, shared in Counter(before[one] for one in part if one in before).items()]  # fmt: skip
    found: list[int | None] = [None] * len(parts)
    gone: set[int] = set()
    for _, story, _, place in sorted(shares):
        if found[place] is None and story not in gone:
            found[place] = story
            gone.add(story)
    return found


def assign(connection: Connection, parts: Sequence[Sequence[int]], *, because: str) -> None:
    """Make a story of each part: numbers of articles that were in no story, or in stories that `parts` hold whole.

    `because` says why articles that were in stories already may have changed them.
    """
    rows = {row.number: row for row in _articles(connection, [one for part in parts for one in part])}
    before = {number: row.story for number, row in rows.items() if row.story is not None}
    going_on = heirs(parts, before)
    held: defaultdict[int, list[int]] = defaultdict(list)
    for number, story in before.items():
        held[story].append(number)
    names = dict(_names(connection, list(held)))
    last = connection.scalar(select(func.coalesce(func.max(stories.c.number), 0))) or 0
    fresh = count(last + 1)
    moved: list[dict[str, object]] = []
    new: list[dict[str, object]] = []
    old: list[dict[str, object]] = []
    fates: list[dict[str, object]] = []
    live = set(names.values())
    settled: list[tuple[int, str]] = []
    for part, heir in zip(parts, going_on, strict=True):
        number = next(fresh) if heir is None else heir
        name = names[number] if heir is not None else _new_name(connection, [rows[one].sha256 for one in part], live)
        live.add(name)
        settled.append((number, name))
        row = {"at": number, "id": name, **_told(rows[one] for one in part)}
        (new if heir is None else old).append(row)
        moved += ({"article_number": one, "to": number} for one in part if before.get(one) != number)
    for (number, name), part, heir in zip(settled, parts, going_on, strict=True):
        joined = sorted(rows[one].id for one in part if one not in before)
        reason = f"joined by {', '.join(joined[:_SHOWN])}" if joined else because
        for other in sorted({before[one] for one in part if one in before} - {number}):
            fate = "part moved to" if other in going_on else "merged into"
            fates.append({"story": names[other], "fate": fate, "other": name, "reason": reason})
            if heir is None:
                fates.append({"story": name, "fate": "split from", "other": names[other], "reason": reason})
    ended = sorted(set(held) - set(going_on))
    _write(connection, new, old, moved, ended, fates)


def _told(rows: Iterable[_Member]) -> dict[str, object]:
    """What a list shows of a story."""
    ordered = sorted(rows, key=lambda row: (row.published is None, row.published or "", row.id))
    days = sorted(row.published[:10] for row in ordered if row.published)
    title = next((row.heading for row in ordered if row.heading), "")
    ends = {"first_day": days[0], "last_day": days[-1]} if days else {"first_day": None, "last_day": None}
    return {"size": len(ordered), "title": title, **ends}


def _articles(connection: Connection, numbers: Sequence[int]) -> Iterator[_Member]:
    told = select(*(articles.c[name] for name in _Member._fields))
    for some in chunks(numbers):
        yield from map(_Member._make, connection.execute(told.where(articles.c.number.in_(some))))


def _names(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    for some in chunks(numbers):
        told = select(stories.c.number, stories.c.id).where(stories.c.number.in_(some))
        yield from ((number, name) for number, name in connection.execute(told))


def _new_name(connection: Connection, hashes: Sequence[str], live: set[str]) -> str:
    """Return the identifier of a new story: a hash of the articles that found it, and of a number where that is taken.

    It is taken where a story that these articles once founded has gone on without them.
    """
    for attempt in count():
        name = fingerprint("story", *sorted(hashes), *([attempt] if attempt else []))
        if name not in live and connection.scalar(select(stories.c.number).where(stories.c.id == name)) is None:
            return name
    raise AssertionError


def _write(
    connection: Connection,
    new: list[dict[str, object]],
    old: list[dict[str, object]],
    moved: list[dict[str, object]],
    ended: list[int],
    fates: list[dict[str, object]],
) -> None:
    values: dict[str, Any] = {name: bindparam(name) for name in ("size", "title")}
    values |= {"first": bindparam("first_day"), "last": bindparam("last_day")}
    if new:
        connection.execute(insert(stories).values(number=bindparam("at"), id=bindparam("id"), **values), new)
    if old:
        changes = [{name: value for name, value in row.items() if name != "id"} for row in old]
        connection.execute(update(stories).where(stories.c.number == bindparam("at")).values(values), changes)
    if moved:
        change = update(articles).where(articles.c.number == bindparam("article_number"))
        connection.execute(change.values(story=bindparam("to")), moved)
    for some in chunks(ended):
        connection.execute(delete(stories).where(stories.c.number.in_(some)))
    if fates:
        connection.execute(insert(lineage), fates)
