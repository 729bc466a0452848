"""What one input becomes before its identifier is settled, and how drafts become pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from newstemma.model import Media, Metadata, Page

__all__ = ["Draft", "Key", "digest", "distinct_names", "pages"]

_SUFFIX_DIGITS = (8, 64)  # hexadecimal digits of SHA-256 that tell clashing identifiers apart: short, else all


Key = tuple[str, Media]  # what makes inputs the same: the hash of their bytes, and how these are read


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
    same: defaultdict[Key, list[Draft]] = defaultdict(list)
    for draft in drafts:
        same[_key(draft)].append(draft)
    first = [_first(copies) for copies in same.values()]
    entries = (entry for draft in first for entry in _others(draft, same[_key(draft)]))
    names = distinct_names({_key(draft): draft.name for draft in (*first, *entries)})
    return tuple(sorted((_page(same[_key(draft)], names) for draft in first), key=lambda page: page.id))


def _key(draft: Draft) -> Key:
    return draft.sha256, draft.media


def _first(copies: Iterable[Draft]) -> Draft:
    return min(copies, key=lambda draft: (draft.name, draft.file))


def _others(first: Draft, copies: Iterable[Draft]) -> list[Draft]:
    """Return the entries of feeds that led to `copies` of one page, but for that of the first, which has its name."""
    entries = {_key(copy.entry): copy.entry for copy in copies if copy.entry}
    return [entries[key] for key in sorted(entries) if first.entry is None or key != _key(first.entry)]


def _page(copies: list[Draft], names: dict[Key, str]) -> Page:
    draft = _first(copies)
    own = names[_key(draft)]
    led: defaultdict[Key, list[Draft]] = defaultdict(list)
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


def distinct_names(names: Mapping[Key, str]) -> dict[Key, str]:
    """Return the identifier of each record: the name that it asks for, with a part of its hash where others do too.

    >>> distinct_names({("11", "text"): "a", ("22", "text"): "b"})
    {('11', 'text'): 'a', ('22', 'text'): 'b'}
    """
    found = dict(names)
    for digits in _SUFFIX_DIGITS:
        taken = Counter(found.values())
        found = {
            key: name if taken[name] == 1 else f"{_stem(name, key[0])}-{key[0][:digits]}" for key, name in found.items()
        }
    return found


def _stem(name: str, whole: str) -> str:
    return name.removesuffix(f"-{whole[: _SUFFIX_DIGITS[0]]}")
