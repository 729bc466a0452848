"""Entries of feeds and the pages that they link to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from newstemma.errors import ArticleError
from newstemma.ingest.draft import Draft
from newstemma.ingest.files import Source
from newstemma.model import Rejected

__all__ = ["follow", "instead"]

_PAGES = ("", ".html", ".txt", ".md", ".pdf", ".docx")  # forms that hold one article

Read = Callable[[Source], Iterable[Draft | Rejected]]


def follow(
    drafts: Iterable[Draft], found: Mapping[str, Source | ArticleError], read: Read
) -> Iterator[Draft | Rejected]:
    """Yield the page that each entry of a feed links to; where there is none, the entry itself and the reason.

    >>> entry = Draft("gull:1", "gull.xml#1", "11", "text", "It froze.", link="https://gull.example/1")
    >>> gone = {entry.link: ArticleError("was answered with 404 Not Found", stage="ingest")}
    >>> [type(each).__name__ for each in follow([entry], gone, read=lambda source: ())]
    ['Draft', 'Rejected']

    `found` is what stands at the addresses. A page keeps the name and the place of its entry.
    """
    for draft in drafts:
        if not draft.link:
            yield draft
            continue
        try:
            page = _page(found[draft.link], read)
        except ArticleError as error:
            yield from instead(draft, f"its page {draft.link} {error.reason}")
        else:
            yield replace(page, name=draft.name, file=draft.file, entry=draft)


def instead(entry: Draft, reason: str) -> Iterator[Draft | Rejected]:
    """Yield an entry in the place of its page, as far as it has a text, and say so."""
    if entry.content:
        yield entry
    read = "the text of the feed's entry was read instead" if entry.content else "the feed's entry has no text itself"
    yield Rejected(entry.file, "ingest", f"{reason}; {read}")


def _page(source: Source | ArticleError, read: Read) -> Draft:
    """Return the one article that a linked page holds."""
    if isinstance(source, ArticleError):
        raise source
    if source.extension not in _PAGES:
        raise ArticleError("is no page but a collection; name its address itself to read it", stage="ingest")
    found = list(read(source))
    if len(found) != 1:
        raise ArticleError(f"holds {len(found)} articles; name its address itself to read them", stage="ingest")
    (page,) = found
    if isinstance(page, Rejected):
        raise ArticleError(page.reason, stage=page.stage)
    return page
