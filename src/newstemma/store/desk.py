"""Where articles join stories: who waits, whom they may be like, and the parts that come of it. One transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select

from newstemma.model import Lookup, PackedSkim
from newstemma.packing import Packer
from newstemma.settings.store import StoreSettings
from newstemma.store import fates, shelf
from newstemma.store.chunks import chunks
from newstemma.store.fates import Part
from newstemma.store.schema import articles, asked, census, keys, stories

__all__ = ["Desk"]

_Census = TypeVar("_Census")
_DAY = 1 << 40  # places a day: more than there are articles
_LAST = (1 << 63) - 1
_UNIT = 1 << 20  # squared weights are summed as whole numbers of these parts, so that their order does not count
_AT_ONCE = 4_000  # keys that are looked for in one statement, which bounds the rows that come back


class Desk:
    """The stories of a store while some articles join them; numbers are those of articles, unless said otherwise."""

    def __init__(self, connection: Connection, packer: Packer, settings: StoreSettings) -> None:
        self._connection = connection
        self._packer = packer
        self._settings = settings

    def size(self) -> int:
        """Return how many articles there are: the last number, since none is ever taken out."""
        return self._connection.scalar(select(func.max(articles.c.number))) or 0

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

    def skims(self, numbers: Sequence[int]) -> dict[int, PackedSkim]:
        """Return the skims of articles."""
        return dict(shelf.skims_of(self._connection, numbers))

    def twins(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return for each article the first in the store that has the same text, itself perhaps."""
        found: dict[int, int] = {}
        same = articles.alias()
        first = select(same.c.number).where(same.c.text == articles.c.text).order_by(same.c.number).limit(1)
        told = select(articles.c.number, first.scalar_subquery())
        for some in chunks(numbers):
            found.update(
                (number, twin) for number, twin in self._connection.execute(told.where(articles.c.number.in_(some)))
            )
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

    def index(self, found: Mapping[int, Lookup]) -> None:
        """Note the keys by which others find these articles."""
        rows = [(key, one.day * _DAY + number) for number, one in found.items() for key in one.keys]
        if rows:  # sorted, so that each page of the table is written once
            self._connection.execute(insert(keys), [{"key": key, "place": place} for key, place in sorted(rows)])

    def neighbours(self, found: Mapping[int, Lookup]) -> dict[int, list[int]]:
        """Return for each article those indexed that share most with it, by what the keys in common weigh."""
        rows = iter([
            {"article": number, "key": key, "place": one.day * _DAY + number, "weight": round(weight**2 * _UNIT)}
            for number, one in found.items()
            for key, weight in one.keys.items()
        ])  # fmt: skip
        shared: defaultdict[int, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
        asked.create(self._connection, checkfirst=True)
        while some := list(islice(rows, _AT_ONCE)):
            self._connection.execute(delete(asked))
            self._connection.execute(insert(asked), some)
            for number, weight, place in self._connection.execute(_BESIDE, {"near": self._settings.near - 1}):
                shared[number][place % _DAY] += weight
        self._connection.execute(delete(asked))
        return {number: self._nearest(number, shared[number]) for number in found}

    def _nearest(self, number: int, shared: Mapping[int, int]) -> list[int]:
        others = sorted(other for other in shared if other != number)
        return nlargest(self._settings.nearest, others, key=shared.__getitem__)

    def stories(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return the numbers of the stories of those articles that are in one."""
        found: dict[int, int] = {}
        for some in chunks(numbers):
            told = select(articles.c.number, articles.c.story).where(articles.c.number.in_(some))
            held = self._connection.execute(told.where(articles.c.story.is_not(None)))
            found.update((number, story) for number, story in held if story is not None)
        return found

    def sizes(self, numbers: Iterable[int]) -> dict[int, int]:
        """Return how many articles the stories with these numbers have."""
        found: dict[int, int] = {}
        for some in chunks(sorted(numbers)):
            told = select(stories.c.number, stories.c.size).where(stories.c.number.in_(some))
            found.update((number, size) for number, size in self._connection.execute(told))
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

    def first(self, story: int, most: int) -> list[int]:
        """Return the first articles of one story."""
        told = select(articles.c.number).where(articles.c.story == story).order_by(articles.c.number).limit(most)
        return list(self._connection.scalars(told))

    def assign(self, parts: Iterable[Part], *, because: str) -> None:
        """Make a story of each part; of stories that are not in one whole, `parts` must hold all articles."""
        fates.assign(self._connection, parts, because=because)


def _beside() -> Select[int, int, int]:
    """The articles under each key that is asked for that stand nearest to a place: so many up to it, and after it."""
    near = keys.alias()
    reached = select(near.c.place).where(near.c.key == asked.c.key).limit(1).offset(bindparam("near"))
    low = reached.where(near.c.place <= asked.c.place).order_by(near.c.place.desc()).scalar_subquery()
    high = reached.where(near.c.place > asked.c.place).order_by(near.c.place).scalar_subquery()
    between = keys.c.place.between(func.coalesce(low, 0), func.coalesce(high, _LAST))
    told = select(asked.c.article, asked.c.weight, keys.c.place)
    return told.select_from(asked.join(keys, (keys.c.key == asked.c.key) & between))


_BESIDE = _beside()
