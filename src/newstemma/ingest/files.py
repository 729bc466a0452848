"""Files: finding those that the user means, and reading their bytes."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO

from newstemma.errors import ArticleError
from newstemma.model import Rejected

__all__ = ["EXTENSIONS", "STANDARD_INPUT", "Source", "inside", "open_raw", "read_bytes", "read_lines", "stamp_of",
           "standard_input", "walk"]  # fmt: skip

STANDARD_INPUT = "-"
_GZIP = b"\x1f\x8b"  # RFC 1952
EXTENSIONS = (".txt", ".text", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".rss",
              ".atom", ".xml", ".warc", ".parquet", ".pdf", ".docx", ".rtf", ".zip", ".tar", ".tgz")  # fmt: skip
_LATER = {
    ".xlsx": "Excel", ".mhtml": "MHTML", ".epub": "EPUB",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read: `file` as the user named it or reached it, `name` the identifier that its path gives.

    `data` are its bytes where it lies in an archive or was fetched, else `None`. Of what was fetched, `url` is the
    address, `form` the extension that its type stands for, and `charset` the encoding that the server names.
    """

    file: str
    name: str
    data: bytes | None = None
    url: str | None = None
    form: str = ""
    charset: str = ""

    @property
    def extension(self) -> str:
        """The lower-case extension that tells the format, that inside of `.gz` included."""
        if self.url is not None:
            return self.form
        return Path(self.file.lower().removesuffix(".gz")).suffix


def walk(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Source], list[Rejected]]:
    """Find the files that `paths` name, folders with all that is in them, each once and sorted.

    >>> walk(["no-such-folder"])[1][0].reason
    'does not exist; check the spelling, or name a file or folder that does'

    Hidden files and folders are left out, links to folders inside a folder are not followed.
    """
    sources: set[Source] = set()
    rejected: set[Rejected] = set()
    for given in sorted({os.fspath(path) for path in paths}):
        path = Path(given)
        if not os.path.lexists(path):
            rejected.add(_rejected(path, "does not exist; check the spelling, or name a file or folder that does"))
        elif path.is_dir():
            found = list(_files_under(path, rejected))
            sources.update(found)
            if not found:
                extensions = ", ".join(EXTENSIONS)
                rejected.add(_rejected(path, f"is a folder without files; put articles into it ({extensions})"))
        else:
            sources.add(Source(path.as_posix(), _without_extension(path.name)))
    return sorted(sources), sorted(rejected)


def stamp_of(source: Source) -> str:
    """Return what changes when a file does, its size and the moment of its last change; empty where it has none."""
    try:
        seen = os.stat(source.file) if source.data is None else None  # noqa: PTH116 - as in `open_raw`
    except OSError:
        return ""
    return f"{seen.st_size}-{seen.st_mtime_ns}" if seen and stat.S_ISREG(seen.st_mode) else ""


def standard_input(*, most: int) -> Source:
    """Return what the standard input holds, up to `most` bytes and one more, which tells that it is too large."""
    return Source(STANDARD_INPUT, "stdin", sys.stdin.buffer.read(most + 1))


def inside(archive: Source, member: str, data: bytes) -> Source:
    """Return a file that lies in an archive.

    >>> inside(Source("in/a.zip", "a"), "north/1.txt", b"Rain.").name
    'a/north/1'
    """
    return Source(f"{archive.file}!{member}", f"{archive.name}/{_without_extension(member)}", data)


def _files_under(folder: Path, rejected: set[Rejected]) -> Iterator[Source]:
    def refused(error: OSError) -> None:
        rejected.add(_rejected(Path(error.filename or folder), _why(error)))

    for place, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                path = Path(place, name)
                yield Source(path.as_posix(), _without_extension(path.relative_to(folder).as_posix()))


def _without_extension(name: str) -> str:
    plain = name[:-3] if name.lower().endswith(".gz") else name
    path = Path(plain)
    return path.with_suffix("").as_posix() if path.suffix else plain


def _rejected(path: Path, reason: str) -> Rejected:
    return Rejected(path.as_posix(), "ingest", reason)


def _why(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}; check that it is there and that you may read it"


def open_raw(source: Source) -> BinaryIO:
    """Open a regular file as it stands; anything else (a pipe, a device) could keep the reader waiting for ever."""
    if source.data is not None:
        return BytesIO(source.data)
    if name := _LATER.get(source.extension):
        raise ArticleError(
            f"is {name}, which this version does not read; export it as text, HTML, JSON Lines or CSV",
            stage="ingest",
        )
    try:
        if not stat.S_ISREG(os.stat(source.file).st_mode):  # noqa: PTH116 - Path.stat raises RuntimeError for link loops in 3.11
            raise ArticleError("is no regular file; name a file or a folder", stage="ingest")
        return Path(source.file).open("rb")
    except OSError as error:
        raise ArticleError(_why(error), stage="ingest") from error


@contextmanager
def _open(source: Source) -> Iterator[BinaryIO | gzip.GzipFile]:
    """Open a file, decompressed where its name ends in `.gz`, or what was fetched begins as such files do."""
    fetched = source.url is not None and source.data is not None
    packed = source.data.startswith(_GZIP) if fetched and source.data else source.file.lower().endswith(".gz")
    with open_raw(source) as raw:
        if not packed:
            yield raw
            return
        with gzip.GzipFile(fileobj=raw) as unpacked:
            yield unpacked


def read_bytes(source: Source, *, most: int) -> bytes:
    """Return a file's bytes, decompressed; raises `ArticleError` where it is empty, too large or cannot be read."""
    with _open(source) as handle:
        try:
            if isinstance(handle, BufferedReader) and os.fstat(handle.fileno()).st_size > most:
                raise ArticleError(_too_large(most), stage="ingest")  # before any of it fills memory
            data = handle.read(most + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise ArticleError(_broken(error), stage="ingest") from error
    if len(data) > most:
        raise ArticleError(_too_large(most), stage="ingest")
    if not data.strip():
        raise ArticleError(
            "is empty; it should hold an article" if not data else "holds nothing but white space", stage="ingest"
        )
    return data


def read_lines(source: Source, *, most: int, most_in_all: int) -> Iterator[tuple[int, bytes | ArticleError]]:
    """Yield the lines of a file that are not blank, with their numbers from 1.

    A line of more than `most` bytes comes as an error in its place. Raises `ArticleError` where the file cannot be read
    or goes on beyond `most_in_all` bytes.
    """
    with _open(source) as handle:
        number, seen = 0, 0
        while True:
            number += 1
            try:
                line = handle.readline(most + 1)
                size = len(line)
                while line and not line.endswith(b"\n") and len(line) > most:
                    rest = handle.readline(most)
                    size += len(rest)
                    if not rest or rest.endswith(b"\n"):
                        break
            except (OSError, EOFError, zlib.error) as error:
                raise ArticleError(_broken(error), stage="ingest") from error
            if not line:
                return
            seen += size
            if seen > most_in_all:
                raise ArticleError(_too_large(most_in_all), stage="ingest")
            if size > most + 1:
                yield number, ArticleError(_too_large(most), stage="ingest")
            elif line.strip():
                yield number, line


def _broken(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {reason}; if it is compressed, it may be damaged: fetch it again"


def _too_large(most: int) -> str:
    return (
        f"is larger than {most / 1e6:,.0f} MB, the most that is read in one piece; "
        "split it into files of one article, or raise the limit in IngestSettings"
    )
