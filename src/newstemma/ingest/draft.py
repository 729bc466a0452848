"""What one input becomes before its identifier is settled, and how drafts become pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from newstemma.model import Media, Metadata, Page

__all__ = ["Draft", "digest", "pages"]

_SUFFIX_DIGITS = (8, 64)  # hexadecimal digits of SHA-256 that tell clashing identifiers apart: short, else all


@dataclass(frozen=True, slots=True)
class Draft:
    """One input, decoded; `name` is the identifier that it asks for, `file` the place that it was read from."""

    name: str
    file: str
    sha256: str
    media: Media
    content: str
    given: Metadata = field(default_factory=Metadata)


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
    same: defaultdict[tuple[str, Media], list[Draft]] = defaultdict(list)
    for draft in drafts:
        same[draft.sha256, draft.media].append(draft)
    first = [min(copies, key=lambda draft: (draft.name, draft.file)) for copies in same.values()]
    names = _distinct(first)
    found = [
        Page(
            id=names[draft.sha256, draft.media],
            files=tuple(sorted({copy.file for copy in same[draft.sha256, draft.media]})),
            sha256=draft.sha256,
            media=draft.media,
            content=draft.content,
            given=draft.given,
            addresses=tuple(sorted({url for copy in same[draft.sha256, draft.media] if (url := copy.given.url)})),
        )
        for draft in first
    ]
    return tuple(sorted(found, key=lambda page: page.id))


def _distinct(drafts: list[Draft]) -> dict[tuple[str, Media], str]:
    """Return the identifier of each draft: its name, with a part of its hash where others have the same name."""
    names = {(draft.sha256, draft.media): draft.name for draft in drafts}
    for digits in _SUFFIX_DIGITS:
        taken = Counter(names.values())
        names = {
            key: name if taken[name] == 1 else f"{_stem(name, key[0])}-{key[0][:digits]}" for key, name in names.items()
        }
    return names


def _stem(name: str, whole: str) -> str:
    return name.removesuffix(f"-{whole[: _SUFFIX_DIGITS[0]]}")
