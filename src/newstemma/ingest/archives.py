"""Files in archives: ZIP and tar, read member by member; nothing is ever unpacked to disk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from newstemma.errors import ArticleError

__all__ = ["ARCHIVES", "read_members"]

ARCHIVES = (".zip", ".tar", ".tgz")
_PACKED = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz"}


def read_members(
    stream: BinaryIO, extension: str, *, most: int, most_in_all: int
) -> Iterator[tuple[str, bytes | ArticleError]]:
    """Yield the files of an archive with their names, in its order, one in memory at a time.

    >>> import io, zipfile
    >>> with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive:
    ...     archive.writestr("lake.txt", "It froze.")
    >>> list(read_members(packed, ".zip", most=100, most_in_all=1_000))
    [('lake.txt', b'It froze.')]

    Folders, links and devices, hidden files and archives of resource forks are passed over. A name is a label and never
    a path to write to. A member that is encrypted, or of more than `most` bytes, comes as an error in its place. Raises
    `ArticleError` where the archive is broken, or goes on beyond `most_in_all` bytes.
    """
    from tarfile import TarError  # slow to import, like zipfile, and seldom needed
    from zipfile import BadZipFile

    seen = 0
    try:
        for name, data in _zip(stream, most) if extension == ".zip" else _tar(stream, most, most_in_all):
            if _hidden(name):
                continue
            seen += 0 if isinstance(data, ArticleError) else len(data)
            if seen > most_in_all:
                raise _endless(most_in_all)
            yield name, data
    except (BadZipFile, TarError, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        message = f"is a broken archive: {error}; what came before this place was read: fetch it again"
        raise ArticleError(message, stage="ingest") from error


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts


def _zip(stream: BinaryIO, most: int) -> Iterator[tuple[str, bytes | ArticleError]]:
    from zipfile import ZipFile

    with ZipFile(stream) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            if member.flag_bits & 1:
                reason = "is encrypted; unpack the archive with its password and name the folder"
                yield member.filename, ArticleError(reason, stage="ingest")
                continue
            with archive.open(member) as opened:
                yield member.filename, _bounded(opened.read(most + 1), most)


def _tar(stream: BinaryIO, most: int, most_in_all: int) -> Iterator[tuple[str, bytes | ArticleError]]:
    import tarfile

    head = stream.read(max(map(len, _PACKED)))
    stream.seek(0)
    # tarfile would try one compression after the other, and xz reads on through any number of zeros
    packed = next((name for magic, name in _PACKED.items() if head.startswith(magic)), "")
    with tarfile.open(fileobj=stream, mode=f"r:{packed}") as archive:  # type: ignore[call-overload]  # a literal, for mypy
        for member in archive:
            if member.offset_data + member.size > most_in_all:  # skipping it would unpack it
                raise _endless(most_in_all)
            opened = archive.extractfile(member) if member.isreg() else None
            if opened is not None:
                yield member.name, _bounded(opened.read(most + 1), most)


def _endless(most_in_all: int) -> ArticleError:
    message = f"holds more than {most_in_all / 1e6:,.0f} MB, the most that is read of one archive; split it"
    return ArticleError(message, stage="ingest")


def _bounded(data: bytes, most: int) -> bytes | ArticleError:
    if len(data) <= most:
        return data
    reason = f"is larger than {most / 1e6:,.0f} MB, the most that is read of one file in an archive; name it by itself"
    return ArticleError(reason, stage="ingest")
