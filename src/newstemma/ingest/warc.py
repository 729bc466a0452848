"""Pages in web archives: WARC files, as crawlers write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Final

from newstemma.errors import ArticleError

__all__ = ["read_warc"]

_PAGES: Final = ("text/html", "application/xhtml+xml")
_FOUND: Final = 200  # the HTTP status of a page; what is moved or missing has no article


def read_warc(stream: IO[bytes], *, most: int) -> Iterator[tuple[str, str, bytes | ArticleError]]:
    """Yield the web pages in an archive with address and time of their capture, in its order, one in memory at a time.

    >>> import io
    >>> list(read_warc(io.BytesIO(b""), most=1_000_000))
    []

    Pages are responses with status 200 and resources, of HTML; everything else in the archive is passed over. Transfer
    and content encodings are undone. A page of more than `most` bytes, and one that is cut short, comes as an error in
    its place. WARC 1.0 and 1.1 (ISO 28500), plain or compressed by record, by FastWARC. Raises `ArticleError` where it
    is no archive, breaks off, or FastWARC is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        message = "is a web archive, which needs FastWARC; install it with: pip install 'newstemma[formats]'"
        raise ArticleError(message, stage="ingest") from error
    kinds = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all"):
            status = record.http_headers.status_code if record.http_headers else _FOUND
            kind = record.http_content_type or (record.headers.get("Content-Type") or "").partition(";")[0].strip()
            if status == _FOUND and kind in _PAGES:
                url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
                yield url, record.headers.get("WARC-Date") or "", _page(record.reader.read(most + 1), most)
    except OSError as error:
        message = f"is a broken web archive: {error}; what came before this place was read: fetch it again"
        raise ArticleError(message, stage="ingest") from error


def _page(body: bytes, most: int) -> bytes | ArticleError:
    if len(body) > most:
        message = (
            f"is a page of more than {most / 1e6:,.0f} MB, the most that is read; raise the limit in IngestSettings"
        )
        return ArticleError(message, stage="ingest")
    if not body.strip():
        return ArticleError("is a page without content: empty, or its record is cut short", stage="ingest")
    return body
