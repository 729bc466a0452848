"""An identifier of its own for each record, whatever names records ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from newstemma.model.article import Media

__all__ = ["SHORT", "RecordKey", "identifiers"]

RecordKey = tuple[str, Media]
"""What makes records the same: the SHA-256 of their bytes, and how these are read."""

SHORT = 8
"""Hexadecimal digits of SHA-256 that tell clashing identifiers apart, where they do."""


def identifiers(asked: Mapping[RecordKey, str]) -> dict[RecordKey, str]:
    """Return the identifier of each record: the name that it asks for, and more where others would have the same.

    >>> sorted(identifiers({("11" * 32, "text"): "a", ("22" * 32, "text"): "a", ("33" * 32, "text"): "b"}).values())
    ['a-11111111', 'a-22222222', 'b']

    More is the beginning of its hash, then all of it, then how it is read as well: no longer than it takes, for those
    alone that clash. It depends on the set of records and not on their order, so a run and a store that holds the same
    records name them alike.
    """
    found = dict(asked)
    for more in (_beginning, _whole, _whole_and_media):
        taken = Counter(found.values())
        found = {key: name if taken[name] == 1 else f"{asked[key]}-{more(key)}" for key, name in found.items()}
    return found


def _beginning(key: RecordKey) -> str:
    return key[0][:SHORT]


def _whole(key: RecordKey) -> str:
    return key[0]


def _whole_and_media(key: RecordKey) -> str:
    return f"{key[0]}-{key[1]}"
