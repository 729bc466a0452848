"""Articles in feeds: RSS and Atom, as far as the entries carry their text."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

from newstemma.errors import ArticleError
from newstemma.ingest.metadata import metadata
from newstemma.ingest.records import Record

__all__ = ["read_feed"]


def read_feed(data: bytes, *, linked: bool = False) -> Iterator[Record | ArticleError]:
    """Yield the entries of a feed in its order; one without words comes as an error in its place.

    >>> feed = b'<rss version="2.0"><channel><title>The Gull</title><item><description>It froze.</description></item>'
    >>> [(entry.content, entry.given.outlet) for entry in read_feed(feed + b"</channel></rss>")]
    [('It froze.', 'The Gull')]

    With `linked`, an entry without words that links to a page comes with an empty text instead. The full content wins
    over the summary. An entry that names another feed as its `source` is that outlet's. RSS 0.9
    to 2.0, Atom 0.3 and 1.0 and RDF by feedparser, which opens no address and no file on the way. Raises `ArticleError`
    where it is no feed, or feedparser is not installed.
    """
    try:
        import feedparser
    except ImportError as error:
        message = "is a feed, which needs feedparser; install it with: pip install 'newstemma[formats]'"
        raise ArticleError(message, stage="ingest") from error
    feed: Any = feedparser.parse(BytesIO(data))  # bytes themselves would be tried as the name of a file
    if not feed.version:
        raise ArticleError("is XML but no feed; name an RSS or Atom feed, or export articles as JSON", stage="ingest")
    if not feed.entries:
        raise ArticleError("is a feed without entries; fetch it again when it has some", stage="ingest")
    for entry in feed.entries:
        told = [*entry.get("content", ()), entry.get("summary_detail", {})]
        full = next((each for each in told if each.get("value", "").strip()), None)
        if full is None and linked and entry.get("link"):
            yield _record(entry, "", feed.feed, plain=True)
        elif full is None:
            yield ArticleError(
                "is an entry without text; read the page that it links to, by --fetch or by its address", stage="ingest"
            )
        else:
            yield _record(entry, full["value"], feed.feed, plain=full.get("type") == "text/plain")


def _record(entry: Any, content: str, feed: Any, *, plain: bool) -> Record:
    given = metadata(
        title=entry.get("title"),
        outlet=entry.get("source", {}).get("title") or feed.get("title"),
        url=entry.get("link"),
        author=entry.get("author"),
        published=entry.get("published") or entry.get("updated"),
        language=feed.get("language"),
    )
    if plain or "<" not in content:
        return Record("", "text", content if plain else unescape(content), given)
    return Record("", "html", f"<html><body><article>{content}</article></body></html>", given)
