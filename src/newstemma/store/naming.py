"""An identifier of its own for each article, whatever name it asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

__all__ = ["identifiers"]

_Key = tuple[str, str]
_DIGITS = (8, 64)  # hexadecimal digits of SHA-256 that tell clashing identifiers apart: short, else all


def identifiers(name: str, keys: Sequence[_Key], taken: AbstractSet[str]) -> dict[_Key, str]:
    """Return the identifier of each record, told by hash and media, that asks for `name`.

    >>> identifiers("a", [("11" * 32, "text")], set())
    {('1111111111111111111111111111111111111111111111111111111111111111', 'text'): 'a'}
    >>> sorted(identifiers("a", [("11" * 32, "text"), ("22" * 32, "text")], set()).values())
    ['a-11111111', 'a-22222222']

    As `ingest` names the records of one run, so that a store and a run speak of an article by one identifier. None of
    those `taken` by articles with other names is given.
    """
    if len(keys) == 1 and name not in taken:
        return {keys[0]: name}
    for digits in _DIGITS:
        found = {key: f"{name}-{key[0][:digits]}" for key in keys}
        if max(Counter(found.values()).values()) == 1 and taken.isdisjoint(found.values()):
            return found
    return {key: f"{name}-{key[0]}-{key[1]}" for key in keys}
