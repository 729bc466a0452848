"""What was read closely, kept under a hash of all that it depends on, so that nothing is read twice."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, Table, delete, insert, select

from newstemma.model import AnnotatedArticle, Article, Dossier
from newstemma.packing import Packer
from newstemma.store.schema import annotated, dossiers

__all__ = ["find_annotated", "find_dossier", "keep_annotated", "keep_dossier"]


def find_annotated(connection: Connection, key: str, article: Article, packer: Packer) -> AnnotatedArticle | None:
    """Return what was read of a text under `key`, as that of `article`."""
    packed = _find(connection, annotated, key)
    if packed is None:
        return None
    return replace(packer.unpack(packed, AnnotatedArticle, article=article.id), article=article)


def keep_annotated(connection: Connection, key: str, read: AnnotatedArticle, packer: Packer) -> None:
    """Keep what was read of a text, without the text itself."""
    connection.execute(delete(annotated).where(annotated.c.key == key))  # another program may have read it as well
    packed = packer.pack(replace(read, article=Article("", "")))
    connection.execute(insert(annotated).values(key=key, content=packed))


def find_dossier(connection: Connection, key: str, packer: Packer) -> Dossier | None:
    """Return the dossier under `key`."""
    packed = _find(connection, dossiers, key)
    return None if packed is None else packer.unpack(packed, Dossier)


def keep_dossier(connection: Connection, key: str, story: str, dossier: Dossier, packer: Packer) -> None:
    """Keep the dossier of a story in the place of the one before."""
    connection.execute(delete(dossiers).where((dossiers.c.story == story) | (dossiers.c.key == key)))
    connection.execute(insert(dossiers).values(key=key, story=story, content=packer.pack(dossier)))


def _find(connection: Connection, table: Table, key: str) -> bytes | None:
    found: bytes | None = connection.scalar(select(table.c.content).where(table.c.key == key))
    return found
