"""What becomes of stories when articles join: each keeps its identifier, merges and splits are written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from newstemma.model import fingerprint
from newstemma.store.chunks import chunks
from newstemma.store.schema import articles, lineage, stories

__all__ = ["Part", "assign", "heirs"]

_SHOWN = 3  # articles that a reason names


@dataclass(frozen=True, slots=True)
class Part:
    """What makes up one story from now on: articles by their numbers, and stories, by theirs, that go into it whole.

    What a change leaves together is named by its story alone, however many articles that has.
    """

    articles: list[int]
    whole: Sequence[int] = ()


class _Member(NamedTuple):
    number: int
    id: str
    sha256: str
    story: int | None
    published: str | None
    heading: str


_Story = Row[Any]


@dataclass(slots=True)
class _Writing:
    """Rows that a change comes to: of stories that are new and that go on, of what moves, of what is remembered."""

    new: list[dict[str, object]] = field(default_factory=list)
    old: list[dict[str, object]] = field(default_factory=list)
    moved: list[dict[str, object]] = field(default_factory=list)
    merged: list[dict[str, object]] = field(default_factory=list)
    fates: list[dict[str, object]] = field(default_factory=list)


def heirs(parts: Sequence[Part], before: Mapping[int, int], sizes: Mapping[int, int]) -> list[int | None]:
    """Return for each part the story that it goes on, or `None` where it is a new one.

    >>> heirs([Part([1, 2, 3]), Part([4]), Part([5], [9])], {1: 7, 2: 7, 4: 7, 3: 8}, {9: 30})
    [7, None, 9]

    A part goes on the story that most of its articles were in, of several the first; a story is gone on by the part
    that holds most of it, of several that with the first article. `before` leads from articles to their stories,
    `sizes` from stories to how many articles they have.
    """
    shares: list[tuple[int, int, int, int]] = []
    for place, part in enumerate(parts):
        told = [(before[one], one) for one in sorted(part.articles, reverse=True) if one in before]
        first = dict(told)
        shares += ((-shared, story, first[story], place) for story, shared in Counter(one for one, _ in told).items())
        shares += ((-sizes[story], story, 0, place) for story in part.whole)
    found: list[int | None] = [None] * len(parts)
    gone: set[int] = set()
    for _, story, _, place in sorted(shares):
        if found[place] is None and story not in gone:
            found[place] = story
            gone.add(story)
    return found


def assign(connection: Connection, parts: Iterable[Part], *, because: str) -> None:
    """Make a story of each part; of stories that are not in one whole, `parts` must hold all articles.

    `because` says why articles that were in stories already may have changed them.
    """
    changed = [part for part in parts if part.articles or len(part.whole) > 1]
    rows = {row.number: row for row in _articles(connection, [one for part in changed for one in part.articles])}
    before = {number: row.story for number, row in rows.items() if row.story is not None}
    held = {*before.values(), *(story for part in changed for story in part.whole)}
    known = {row.number: row for row in _stories(connection, sorted(held))}
    going_on = heirs(changed, before, {number: row.size for number, row in known.items()})
    leading = [known[story].lead for part in changed for story in part.whole if known[story].lead is not None]
    leads = {row.number: row for row in _articles(connection, leading)}
    last = connection.scalar(select(func.coalesce(func.max(stories.c.number), 0))) or 0
    fresh = count(last + 1)
    names = _new_names(connection, [[rows[one].sha256 for one in part.articles]
                                    for part, heir in zip(changed, going_on, strict=True) if heir is None])  # fmt: skip
    writing = _Writing()
    for part, heir in zip(changed, going_on, strict=True):
        number = next(fresh) if heir is None else heir
        name = next(names) if heir is None else known[heir].id
        members = [rows[one] for one in part.articles]
        whole = [known[story] for story in part.whole]
        row = {"at": number, "id": name, **_told(members, whole, leads)}
        (writing.new if heir is None else writing.old).append(row)
        writing.moved += ({"article_number": one, "to": number} for one in part.articles if before.get(one) != number)
        writing.merged += ({"from": story, "to": number} for story in part.whole if story != number)
        joined = sorted(row.id for row in members if row.story is None)
        reason = f"joined by {', '.join(joined[:_SHOWN])}" if joined else because
        for other in sorted({*part.whole, *(row.story for row in members if row.story is not None)} - {number}):
            fate = "part moved to" if other in going_on else "merged into"
            writing.fates.append({"story": known[other].id, "fate": fate, "other": name, "reason": reason})
            if heir is None:
                told = {"story": name, "fate": "split from", "other": known[other].id, "reason": reason}
                writing.fates.append(told)
    _write(connection, writing, sorted(held - set(going_on)))


def _told(members: Sequence[_Member], whole: Sequence[_Story], leads: Mapping[int, _Member]) -> dict[str, object]:
    """What a list shows of a story that is made up of these articles and of all that was in these stories."""
    headed = [row for row in members if row.heading]
    headed += (leads[story.lead] for story in whole if story.lead is not None)
    lead = min(headed, key=lambda row: (row.published is None, row.published or "", row.id), default=None)
    days = [row.published[:10] for row in members if row.published]
    days += (day for story in whole for day in (story.first, story.last) if day)
    return {
        "size": len(members) + sum(story.size for story in whole),
        "title": lead.heading if lead else "",
        "lead": lead.number if lead else None,
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
    }


def _articles(connection: Connection, numbers: Sequence[int]) -> Iterator[_Member]:
    told = select(*(articles.c[name] for name in _Member._fields))
    for some in chunks(numbers):
        yield from map(_Member._make, connection.execute(told.where(articles.c.number.in_(some))))


def _stories(connection: Connection, numbers: Sequence[int]) -> Iterator[_Story]:
    for some in chunks(numbers):
        yield from connection.execute(select(stories).where(stories.c.number.in_(some)))


def _new_names(connection: Connection, founded: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the identifiers of new stories: hashes of the articles that found each, and of a number where it is taken.

    It is taken where a story that these articles once founded has gone on without them.
    """
    wanted = [fingerprint("story", *sorted(hashes)) for hashes in founded]
    taken: set[str] = set()
    for some in chunks(wanted):
        taken.update(connection.scalars(select(stories.c.id).where(stories.c.id.in_(some))))
    for hashes, name in zip(founded, wanted, strict=True):
        attempts = count(1)
        while name in taken:
            name = fingerprint("story", *sorted(hashes), next(attempts))
            if connection.scalar(select(stories.c.number).where(stories.c.id == name)) is not None:
                taken.add(name)
        taken.add(name)
        yield name


def _write(connection: Connection, writing: _Writing, ended: Sequence[int]) -> None:
    values: dict[str, Any] = {name: bindparam(name) for name in ("size", "title", "lead")}
    values |= {"first": bindparam("first_day"), "last": bindparam("last_day")}
    if writing.new:
        connection.execute(insert(stories).values(number=bindparam("at"), id=bindparam("id"), **values), writing.new)
    if writing.old:
        changes = [{name: value for name, value in row.items() if name != "id"} for row in writing.old]
        connection.execute(update(stories).where(stories.c.number == bindparam("at")).values(values), changes)
    if writing.moved:
        change = update(articles).where(articles.c.number == bindparam("article_number"))
        connection.execute(change.values(story=bindparam("to")), writing.moved)
    if writing.merged:
        change = update(articles).where(articles.c.story == bindparam("from"))
        connection.execute(change.values(story=bindparam("to")), writing.merged)
    for some in chunks(ended):
        connection.execute(delete(stories).where(stories.c.number.in_(some)))
    if writing.fates:
        connection.execute(insert(lineage), writing.fates)
