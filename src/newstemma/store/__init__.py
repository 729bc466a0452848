"""A store: many articles on disk, and the stories that they make up. The only room with SQL.

It lives in one SQLite file, or in a PostgreSQL database. What has been added outlives a crash; every change is one
transaction, whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import Connection, Engine, func, insert, select

from newstemma.errors import StoreError
from newstemma.model import AnnotatedArticle, Article, Dossier, Rejected
from newstemma.packing import Packer
from newstemma.settings.store import StoreSettings
from newstemma.store import cache, intake, shelf
from newstemma.store.desk import Desk
from newstemma.store.fates import Part
from newstemma.store.intake import Batch, Copy, Taken
from newstemma.store.opening import looking, open_engine, writing
from newstemma.store.schema import articles, facts
from newstemma.store.shelf import Listed, StoryFilter

__all__ = ["Batch", "Copy", "Desk", "Listed", "Part", "Store", "StoryFilter", "Taken", "open_store"]

_DEFAULT = StoreSettings()


def open_store(place: str, *, create: bool = False, settings: StoreSettings = _DEFAULT) -> Store:
    """Open the store at `place`: a file, or the address of a PostgreSQL database.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/news.store", create=True) as store:
    ...     len(store)
    0

    Raises `StoreError` where it does not exist and may not be made, is no store, or is one of another version.
    """
    return Store(place, open_engine(place, create=create, settings=settings), settings)


class Store:
    """An open store; made by `open_store`, closed at the end of a `with`. Every method may raise `StoreError`."""

    def __init__(self, place: str, engine: Engine, settings: StoreSettings) -> None:
        self.place = place
        self.settings = settings
        self._engine = engine
        self._packer = Packer()
        self._whole = Packer(spans_named=True)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    def __len__(self) -> int:
        with self._looking() as connection:
            return connection.scalar(select(func.count()).select_from(articles)) or 0

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with looking(self._engine, self.place) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with writing(self._engine, self.place) as connection:
            yield connection

    def agree(self, name: str, value: str, *, remedy: str) -> None:
        """Hold that `name` has this `value` in the whole store; raises `StoreError` with the remedy if it has not."""
        with self._writing() as connection:
            held = connection.scalar(select(facts.c.value).where(facts.c.name == name))
            if held is None:
                connection.execute(insert(facts).values(name=name, value=value))
            elif held != value:
                raise StoreError(self.place, f"was filled with other {name}; {remedy}")

    def unread(self, stamps: Sequence[tuple[str, str]]) -> list[bool]:
        """Tell for each file, with its stamp, whether it still has to be read."""
        with self._looking() as connection:
            return intake.unread(connection, stamps)

    def known(self, hashes: Sequence[str]) -> set[tuple[str, str]]:
        """Return which of the records with these hashes are here: hash and media."""
        with self._looking() as connection:
            return intake.known(connection, hashes)

    def add(self, batch: Batch) -> int:
        """Add a batch, whole or not at all, and return how many articles of it are new."""
        with self._writing() as connection:
            return intake.add(connection, batch, self._packer)

    def ungrouped(self) -> bool:
        """Tell whether articles have been added that are in no story yet."""
        with self._looking() as connection:
            told = select(articles.c.number).where(articles.c.story.is_(None)).limit(1)
            return connection.scalar(told) is not None

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open a transaction in which articles join stories."""
        with self._writing() as connection:
            yield Desk(connection, self._packer, self.settings)

    def stories(self, wanted: StoryFilter | None = None) -> list[Listed]:
        """Return the stories that `wanted` lets through, all without it: largest first, then latest."""
        with self._looking() as connection:
            return shelf.find_stories(connection, wanted or StoryFilter())

    def rejected(self) -> tuple[Rejected, ...]:
        """Return what could not be read, with its reason, sorted."""
        with self._looking() as connection:
            return shelf.rejections(connection)

    def story(self, name: str) -> list[Article]:
        """Return the articles of a story, by identifier; `name` is its identifier or that of one of its articles.

        Raises `StoreError` where there is none, with what has become of a story that there was.
        """
        with self._looking() as connection:
            number = shelf.find_story(connection, name)
            if number is None:
                raise StoreError(self.place, self._missing(connection, name))
            return shelf.articles_of(connection, number, self._packer)

    def profiles(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return which profiles the articles of these stories were cleaned with, sorted; empty where none was.

        Where some were cleaned with one and others without, "none" is among them.
        """
        with self._looking() as connection:
            found = {profile for name in names for profile in shelf.profiles_of(connection, name)}
        return tuple(sorted(profile or "none" for profile in found)) if found - {None} else ()

    def _missing(self, connection: Connection, name: str) -> str:
        fate = shelf.fate_of(connection, name)
        if fate:
            told = "; ".join(f"{one} {other}, {reason}" for one, other, reason in fate)
            return f"no longer has the story {name}: {told}"
        return f"has no story or article {name!r}; `newstemma stories` lists those that it has"

    def fate(self, name: str) -> list[tuple[str, str, str]]:
        """Return what became of the story `name`, in order: its fate, the other story, the reason."""
        with self._looking() as connection:
            return shelf.fate_of(connection, name)

    def annotated(self, key: str, article: Article) -> AnnotatedArticle | None:
        """Return what was read of the text of `article` under `key`, or `None` where nothing was."""
        with self._looking() as connection:
            return cache.find_annotated(connection, key, article, self._packer)

    def keep_annotated(self, key: str, read: AnnotatedArticle) -> None:
        """Keep what was read of a text under `key`, which holds all that it depends on."""
        with self._writing() as connection:
            cache.keep_annotated(connection, key, read, self._packer)

    def dossier(self, key: str) -> Dossier | None:
        """Return the dossier that was kept under `key`, or `None`."""
        with self._looking() as connection:
            return cache.find_dossier(connection, key, self._whole)

    def keep_dossier(self, key: str, story: str, dossier: Dossier) -> None:
        """Keep the dossier of a story under `key`, which holds all that it depends on; the one before goes."""
        with self._writing() as connection:
            cache.keep_dossier(connection, key, story, dossier, self._whole)
