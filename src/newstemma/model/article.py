"""What comes in: pages, the articles made of them, and the inputs that could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from newstemma.model.span import Span

__all__ = ["Article", "Change", "Kind", "Media", "Metadata", "Page", "Rejected", "Removed", "Version", "day_of"]

Kind = Literal["article", "transcript", "release", "post"]
"""What sort of text it is; all but "article" are primary texts, which are no accounts of their own."""

Media = Literal["text", "html"]


def day_of(moment: date | None) -> date | None:
    """Return the day of a moment that may have an hour, as those of `Metadata` may.

    >>> day_of(datetime(2026, 3, 12, 9, 30))
    datetime.date(2026, 3, 12)
    """
    return moment.date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a text besides the text; absent values are `None`.

    `published` is a `date`, or a `datetime` where the time of day is known (with its time zone where that is known).
    So are `modified`, when the outlet last changed the text, and `fetched`, when it was taken from there.
    `language` is an ISO 639-1 code. `outlet` is a name or a host name, as the input gives it.
    """

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    kind: Kind = "article"
    modified: date | None = None
    fetched: date | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One input as it came, decoded, with where it came from.

    `id` is the input's own identifier or its path without extension, made distinct. `files` are the paths that hold the
    same bytes, `addresses` those under which they came. `sha256` is that of the record's bytes. `given` is what the
    input itself says about the text (header lines, JSON fields). `entries` are those of feeds that led to the page:
    what the first says counts where the page says nothing, and their texts, as far as they have any, are read where the
    page has none.
    """

    id: str
    files: tuple[str, ...]
    sha256: str
    media: Media
    content: str
    given: Metadata = Metadata()
    addresses: tuple[str, ...] = ()
    entries: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Removed:
    """A span of an article's text that is residue, which all readers skip, and why.

    `reason` is one of the words that `clean` documents, for instance "photo credit" or "related link".
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """A span of the text that is read, and the words that an earlier version has in its place.

    The span is empty where words were taken out, `earlier` where they were added.
    """

    span: Span
    earlier: str


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier state of an article: its text and what is known about it, and what changed since then.

    `changes` are sorted, by their spans in the text that is read; residue is not compared.
    """

    text: str
    files: tuple[str, ...]
    sha256: str
    about: Metadata
    removed: tuple[Removed, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One text, which never changes after cleaning; every offset in a dossier counts in `text`.

    `removed` is sorted and does not overlap. A text may consist of residue alone. `addresses` are all that it was found
    under, sorted; `versions` its earlier states, latest first.
    """

    id: str
    text: str
    files: tuple[str, ...] = ()
    sha256: str = ""
    about: Metadata = field(default_factory=Metadata)
    removed: tuple[Removed, ...] = ()
    addresses: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of this article from `start` up to `end`.

        >>> Article("a", "Rain fell.").span(0, 4)
        Span(article='a', start=0, end=4)
        """
        return Span(self.id, start, end)

    def kept(self) -> Iterator[Span]:
        """Yield the stretches of the text that are not residue, in order.

        >>> from newstemma.model import Removed
        >>> text = "Photo: B. Rain fell."
        >>> article = Article("a", text, removed=(Removed(Span("a", 0, 9), "photo credit"),))
        >>> [span.of(text) for span in article.kept()]
        [' Rain fell.']
        """
        start = 0
        for removed in self.removed:
            if start < removed.span.start:
                yield self.span(start, removed.span.start)
            start = removed.span.end
        if start < len(self.text):
            yield self.span(start, len(self.text))


@dataclass(frozen=True, slots=True, order=True)
class Rejected:
    """An input that could not become an article: which file, in which stage, for what reason."""

    file: str
    stage: str
    reason: str
