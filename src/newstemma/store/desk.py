"""Where articles join stories: who waits, whom they may be like, and the parts that come of it. One transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import TypeVar

from sqlalchemy import CompoundSelect, Connection, bindparam, delete, func, insert, select, union_all

from newstemma.model import Skim
from newstemma.packing import Packer
from newstemma.settings.store import StoreSettings
from newstemma.store import fates, shelf
from newstemma.store.chunks import chunks
from newstemma.store.schema import articles, census, keys

__all__ = ["Desk"]

_Census = TypeVar("_Census")


class Desk:
    """The stories of a store while some articles join them; numbers are those of articles, unless said otherwise."""

    def __init__(self, connection: Connection, packer: Packer, settings: StoreSettings) -> None:
        self._connection = connection
        self._packer = packer
        self._settings = settings

    def size(self) -> int:
        """Return how many articles there are."""
        return self._connection.scalar(select(func.count()).select_from(articles)) or 0

    def counted(self) -> int:
        """Return how many articles there were when words were last weighed; 0 where they never were."""
        return self._connection.scalar(select(census.c.articles)) or 0

    def waiting(self, most: int) -> list[int]:
        """Return the first articles that are in no story yet."""
        told = select(articles.c.number).where(articles.c.story.is_(None)).order_by(articles.c.number).limit(most)
        return list(self._connection.scalars(told))

    def everything(self) -> list[int]:
        """Return all articles."""
        return list(self._connection.scalars(select(articles.c.number).order_by(articles.c.number)))

    def skims(self, numbers: Sequence[int]) -> dict[int, Skim]:
        """Return the skims of articles."""
        return dict(shelf.skims_of(self._connection, numbers, self._packer))

    def twins(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return for each article the first in the store that has the same text, itself perhaps."""
        found: dict[int, int] = {}
        for some in chunks(numbers):
            asked = select(articles.c.number, articles.c.text).where(articles.c.number.in_(some)).subquery()
            first = select(asked.c.number, func.min(articles.c.number)).join(articles, articles.c.text == asked.c.text)
            found.update((number, twin) for number, twin in self._connection.execute(first.group_by(asked.c.number)))
        return found

    def weights(self, kind: type[_Census]) -> _Census | None:
        """Return how words are weighed."""
        packed = self._connection.scalar(select(census.c.content))
        return None if packed is None else self._packer.unpack(packed, kind)

    def weigh(self, weights: object, articles_counted: int) -> None:
        """Weigh words by `weights` from now on; every article has to be indexed anew."""
        self._connection.execute(delete(keys))
        self._connection.execute(delete(census))
        row = {"number": 1, "articles": articles_counted, "content": self._packer.pack(weights)}
        self._connection.execute(insert(census).values(row))

    def index(self, found: Mapping[int, tuple[int, Mapping[int, float]]]) -> None:
        """Note the last day of articles and the keys by which others find them, with what each weighs."""
        rows = [
            {"key": key, "day": day, "article": number, "weight": weight}
            for number, (day, weighed) in found.items()
            for key, weight in weighed.items()
        ]
        if rows:
            self._connection.execute(insert(keys), rows)

    def neighbours(self, number: int, day: int, weighed: Mapping[int, float]) -> list[int]:
        """Return the articles that share most with one, by what the keys in common weigh."""
        shared: defaultdict[int, float] = defaultdict(float)
        asked = {"day": day, "near": self._settings.near}
        for key, weight in weighed.items():
            for other in self._connection.scalars(_BESIDE, {"key": key, **asked}):
                shared[other] += weight**2
        shared.pop(number, None)
        return nlargest(self._settings.nearest, sorted(shared), key=lambda other: shared[other])

    def stories(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return the numbers of the stories of those articles that are in one."""
        found: dict[int, int] = {}
        for some in chunks(numbers):
            told = select(articles.c.number, articles.c.story).where(articles.c.number.in_(some))
            held = self._connection.execute(told.where(articles.c.story.is_not(None)))
            found.update((number, story) for number, story in held if story is not None)
        return found

    def members(self, numbers: Iterable[int]) -> dict[int, list[int]]:
        """Return the articles of the stories with these numbers."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for some in chunks(sorted(numbers)):
            told = select(articles.c.story, articles.c.number).where(articles.c.story.in_(some))
            for story, number in self._connection.execute(told.order_by(articles.c.number)):
                if story is not None:
                    found[story].append(number)
        return dict(found)

    def assign(self, parts: Sequence[Sequence[int]], *, because: str) -> None:
        """Make a story of each part; what was a story before must be in `parts` as a whole."""
        fates.assign(self._connection, parts, because=because)


def _beside() -> CompoundSelect[int]:
    """The articles of a bucket that are nearest by day: up to that day, and after it."""
    told = select(keys.c.article).where(keys.c.key == bindparam("key")).limit(bindparam("near"))
    before = told.where(keys.c.day <= bindparam("day")).order_by(keys.c.day.desc(), keys.c.article)
    after = told.where(keys.c.day > bindparam("day")).order_by(keys.c.day, keys.c.article)
    return union_all(select(before.subquery().c.article), select(after.subquery().c.article))


_BESIDE = _beside()
