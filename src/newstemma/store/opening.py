"""Opening a store: its file, its locks, its version, and what goes wrong with them, in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from newstemma.errors import StoreError
from newstemma.settings.store import StoreSettings
from newstemma.store.schema import TABLES, VERSION, facts

__all__ = ["looking", "open_engine", "writing"]

_KIND = "newstemma store"
_MAGIC = b"SQLite format 3\x00"
_WRITES = "writes"  # the option of a connection that will write
_AGAIN = "what it held before is all there; run the same command again and it goes on where it stopped"
_REASONS = {
    "SQLITE_FULL": f"has no room left: the disk, or the size that was allowed, is full. Make room; {_AGAIN}",
    "SQLITE_BUSY": f"is being written to by another program. Wait until that is done; {_AGAIN}",
    "SQLITE_LOCKED": f"is being written to by another program. Wait until that is done; {_AGAIN}",
    "SQLITE_NOTADB": "is no store; name another file, or one that does not exist yet",
    "SQLITE_CORRUPT": "is damaged; take the last copy of it that was kept, or make it anew from the articles",
    "SQLITE_READONLY": "may not be written to; change the rights of the file and of its folder, or name another",
    "SQLITE_PERM": "may not be opened; change the rights of the file and of its folder, or name another",
    "SQLITE_CANTOPEN": "cannot be opened; name a file in a folder that exists and that you may write to",
    "SQLITE_IOERR": f"cannot be read or written, the disk reports an error. See to the disk; {_AGAIN}",
}


def open_engine(place: str, *, create: bool, settings: StoreSettings) -> Engine:
    """Open the store at `place`, a path or the address of a PostgreSQL database; make it if it may be made.

    Raises `StoreError` where it cannot be, is no store, or has another version.
    """
    shared = "://" in place
    if not shared:
        _check_file(Path(place), create=create)
    with _in_words(place):
        engine = _shared(place) if shared else _embedded(place, settings)
        with engine.begin() as connection:
            empty = create and not inspect(connection).get_table_names()
        if empty:
            _make_tables(engine)
        with engine.begin() as connection:
            _check_tables(place, connection)
    return engine


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(str(path), "is a folder; name a file")
    if path.exists():
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) not in (b"", _MAGIC):
                raise StoreError(str(path), _REASONS["SQLITE_NOTADB"])
    elif not create:
        raise StoreError(str(path), "does not exist; check the spelling, or make it with `newstemma add`")


def _shared(place: str) -> Engine:
    if not place.startswith("postgresql"):
        raise StoreError(place, "is no store that can be opened; name a file, or a database as postgresql://host/name")
    try:
        return create_engine(place)
    except ModuleNotFoundError as error:
        reason = "needs psycopg, which is not installed; install it with: pip install 'newstemma[postgresql]'"
        raise StoreError(place, reason) from error


def _embedded(place: str, settings: StoreSettings) -> Engine:
    engine = create_engine(f"sqlite:///{place}", connect_args={"timeout": settings.wait_seconds})

    @event.listens_for(engine, "connect")
    def prepare(opened: sqlite3.Connection, _record: object) -> None:
        opened.isolation_level = None  # sqlite3 would begin transactions at moments of its own
        opened.execute("PRAGMA synchronous = FULL")  # what was committed outlives a power cut
        opened.execute("PRAGMA foreign_keys = ON")
        opened.execute(f"PRAGMA cache_size = {-1024 * settings.cache_mib}")
        opened.execute("PRAGMA temp_store = MEMORY")
        if settings.most_bytes is not None:
            (page,) = opened.execute("PRAGMA page_size").fetchone()
            opened.execute(f"PRAGMA max_page_count = {settings.most_bytes // page}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")

    return engine


def _make_tables(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        # Who reads does not wait for who writes. The file remembers it.
        with closing(engine.raw_connection()) as opened:
            opened.cursor().execute("PRAGMA journal_mode = WAL")
    with engine.execution_options(**{_WRITES: True}).begin() as connection:
        if not inspect(connection).get_table_names():  # nobody else has made them in the meantime
            TABLES.create_all(connection)
            told = {"kind": _KIND, "version": str(VERSION)}
            connection.execute(facts.insert(), [{"name": name, "value": value} for name, value in told.items()])


def _check_tables(place: str, connection: Connection) -> None:
    names = set(inspect(connection).get_table_names())
    told = dict(connection.execute(select(facts.c.name, facts.c.value)).all()) if facts.name in names else {}
    if told.get("kind") != _KIND:
        raise StoreError(place, "holds data of another program, or none; name another file")
    if told["version"] != str(VERSION):
        reason = (
            f"has version {told['version']}, this program reads version {VERSION}; use the program that made it, or "
            "make the store anew from the articles"
        )
        raise StoreError(place, reason)


@contextmanager
def looking(engine: Engine, place: str) -> Iterator[Connection]:
    """Open a transaction that reads: it sees the store as it is now until it ends, whoever writes meanwhile."""
    with _in_words(place), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, place: str) -> Iterator[Connection]:
    """Open a transaction that writes, whole or not at all; who else wants to write waits until it ends."""
    with _in_words(place), engine.execution_options(**{_WRITES: True}).begin() as connection:
        # Takes the lock of PostgreSQL at once, as BEGIN IMMEDIATE does that of SQLite, so that what is read here still
        # holds when it is written.
        connection.execute(select(facts.c.value).where(facts.c.name == "version").with_for_update())
        yield connection


@contextmanager
def _in_words(place: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        told = getattr(error.orig, "sqlite_errorname", "")
        for name, reason in _REASONS.items():
            if told.startswith(name):
                raise StoreError(place, reason) from error
        if told:
            raise
        raise StoreError(place, f"cannot be used: {error.orig}") from error
    except SQLAlchemyError as error:
        raise StoreError(place, f"cannot be used: {error}") from error
