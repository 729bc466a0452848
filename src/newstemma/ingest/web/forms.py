"""What an answer is: by the type that the server names, by its address, and by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from newstemma.errors import ArticleError
from newstemma.ingest.files import EXTENSIONS

__all__ = ["charset_of", "form_of"]

_FORMS: Final = {
    "text/html": ".html", "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/rdf+xml": ".rss",
    "application/xml": ".xml", "text/xml": ".xml",
    "application/json": ".json", "application/ld+json": ".json", "application/feed+json": ".json",
    "application/jsonl": ".jsonl", "application/x-ndjson": ".jsonl", "application/x-jsonlines": ".jsonl",
    "text/csv": ".csv", "text/tab-separated-values": ".tsv", "text/markdown": ".md",
    "application/rtf": ".rtf", "text/rtf": ".rtf", "application/vnd.apache.parquet": ".parquet",
    "application/pdf": ".pdf", "application/warc": ".warc", "application/zip": ".zip", "application/x-tar": ".tar",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
_VAGUE: Final = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/gzip",
                 "application/x-gzip", "application/zip")  # fmt: skip
_KNOWN: Final = (*EXTENSIONS, ".xhtml")
_FEED: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,1000}?-->\s*|<\?[^>]{0,300}\?>\s*)*<(?:rss|feed|rdf:RDF)\b", re.S
)
_PAGE: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.S | re.I
)
_HEAD: Final = 4_096  # bytes


def form_of(kind: str, path: str, data: bytes) -> str:
    """Return the extension that tells the readers of files what an answer is, empty where its content must tell.

    >>> form_of("text/html; charset=utf-8", "/news", b'<?xml version="1.0"?><rss version="2.0">')
    '.rss'
    >>> form_of("text/plain", "/export.csv", b"title,text")
    '.csv'

    `kind` is the Content-Type as the server writes it; what says nothing of the form leaves it to the ending of `path`.
    Raises `ArticleError` where no reader knows the type.
    """
    media = kind.partition(";")[0].strip().lower()
    ending = PurePosixPath(path.lower().removesuffix(".gz")).suffix
    head = data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]
    if _FEED.match(head):
        return ".rss"
    if _PAGE.match(head):
        return ".html"
    if media in _VAGUE and ending in _KNOWN:
        return ending
    if media in _VAGUE:
        return _FORMS.get(media, "")
    if media in _FORMS:
        return _FORMS[media]
    message = f"is of the type {media[:60]!r}, which no reader knows; name a web page, a feed, a text, a table or a PDF"
    raise ArticleError(message, stage="ingest")


def charset_of(kind: str) -> str:
    """Return the encoding that a Content-Type names, empty where it names none.

    >>> charset_of('text/html; charset="Windows-1251"')
    'windows-1251'
    """
    match = re.search(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", kind, re.IGNORECASE)
    return match[1].lower() if match else ""
