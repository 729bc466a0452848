"""The words of a name under which two names count as the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["GENERATIONS", "name_words"]

GENERATIONS = frozenset("jr sr ii iii iv".split())
"""What tells father from son; no word of the name."""
_SMALL = frozenset("the of for and".split())
_SUFFIXES = frozenset("inc incorporated corp ltd limited llc llp plc ag sa nv gmbh spa pty lp".split())
_WEIGHTLESS = _SMALL | _SUFFIXES | GENERATIONS
_ENDING = re.compile(r"['’ʼ]s?(?=\s|$)")
_MARKS = {ord("."): None, ord(","): None, ord("\u200b"): None, ord("&"): " ", ord("’"): "'", ord("ʼ"): "'"}


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of `name` that count, in lower case.

    >>> name_words("The Osk Bank & Trust, Inc."), name_words("José P. Núñez Jr."), name_words("Osk’s Bank")
    (('osk', 'bank', 'trust'), ('jose', 'p', 'nunez'), ('osk', 'bank'))

    Accents, case, points, articles, small words, possessive endings and the suffixes of companies and sons do not
    count, unless the name has nothing else. Without a word or a mark in it the result is empty.
    """
    plain = _ENDING.sub("", name.translate(_MARKS))
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = plain.casefold().split()
    return tuple([word for word in words if word not in _WEIGHTLESS] or words)
