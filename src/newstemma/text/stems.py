"""What inflected forms of a word have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from newstemma.text.tokens import key

__all__ = ["stem"]

_VOWEL = re.compile(r"[aeiouy]")
_ENDINGS = ("ing", "ed", "ly")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what inflected forms of an English word have in common, roughly.

    >>> stem("Offers") == stem("offered") == stem("offering") == stem("offer")
    True
    >>> stem("released") == stem("release"), stem("countries") == stem("country")
    (True, True)

    Takes off plural, past, participle and adverb endings, and a final e; derivation is left alone.
    """
    plain = key(word).removesuffix("'s").rstrip("'")
    if len(plain) <= 3 or not plain.isalpha():
        return plain
    if plain.endswith("ies"):
        plain = plain[:-3] + "y"
    elif plain.endswith(("sses", "shes", "ches", "xes", "zes")):
        plain = plain[:-2]
    elif plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    for ending in _ENDINGS:
        base = plain.removesuffix(ending)
        if base != plain and len(base) >= 3 and _VOWEL.search(base):
            plain = base[:-1] if base[-1] == base[-2] and base[-1] not in "lsz" else base
            break
    return plain[:-1] if plain.endswith("e") and len(plain) > 3 else plain
