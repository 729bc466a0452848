"""What one input becomes before its identifier is settled, and how drafts become pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from newstemma.model import Media, Metadata, Page, RecordKey, identifiers

__all__ = ["Draft", "digest", "pages"]


@dataclass(frozen=True, slots=True)
class Draft:
    """One input, decoded; `name` is the identifier that it asks for, `file` the place that it was read from.

    `link` is the address of the page that an entry of a feed is about, `entry` the entry that led to a page.
    """

    name: str
    file: str
    sha256: str
    media: Media
    content: str
    given: Metadata = field(default_factory=Metadata)
    link: str = ""
    entry: Draft | None = None


def digest(data: bytes) -> str:
    """Return the SHA-256 of a record as it came.

    >>> digest(b"")[:8]
    'e3b0c442'
    """
    return sha256(data).hexdigest()


def pages(drafts: Iterable[Draft]) -> tuple[Page, ...]:
    """Make one page of all drafts with the same bytes, and give each page an identifier of its own.

    >>> drafts = [Draft("a", "x/a.txt", "11", "text", "Rain."), Draft("a", "y/a.txt", "22", "text", "Sun.")]
    >>> [page.id for page in pages(drafts)]
    ['a-11', 'a-22']

    Pages are sorted by identifier. Of several names for the same bytes the first in order of the alphabet counts.
    """
    same: defaultdict[RecordKey, list[Draft]] = defaultdict(list)
    for draft in drafts:
        same[_key(draft)].append(draft)
    first = [_first(copies) for copies in same.values()]
    asking = [*first, *(entry for draft in first for entry in _others(draft, same[_key(draft)]))]
    names = identifiers({_key(draft): draft.name for draft in asking})
    return tuple(sorted((_page(same[_key(draft)], names) for draft in first), key=lambda page: page.id))


def _key(draft: Draft) -> RecordKey:
    return draft.sha256, draft.media


def _first(copies: Iterable[Draft]) -> Draft:
    return min(copies, key=lambda draft: (draft.name, draft.file))


def _others(first: Draft, copies: Iterable[Draft]) -> list[Draft]:
    """Return the entries of feeds that led to `copies` of one page, but for that of the first, which has its name."""
    entries = {_key(copy.entry): copy.entry for copy in copies if copy.entry}
    return [entries[key] for key in sorted(entries) if first.entry is None or key != _key(first.entry)]


def _page(copies: list[Draft], names: dict[RecordKey, str]) -> Page:
    draft = _first(copies)
    own = names[_key(draft)]
    led: defaultdict[RecordKey, list[Draft]] = defaultdict(list)
    for copy in sorted(copies, key=lambda copy: (copy.name, copy.file)):
        if copy.entry:
            led[_key(copy.entry)].append(copy.entry)
    return Page(
        id=own,
        files=tuple(sorted({copy.file for copy in copies})),
        sha256=draft.sha256,
        media=draft.media,
        content=draft.content,
        given=draft.given,
        addresses=tuple(sorted({url for copy in copies if (url := copy.given.url)})),
        entries=tuple(_page(entries, {key: own} | names) for key, entries in led.items()),
    )
