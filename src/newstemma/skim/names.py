"""Names by a crude rule: words that a text prints with a capital inside sentences and never without one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newstemma.settings.skim import SkimSettings
from newstemma.skim.words import stems, words

__all__ = ["names"]

# A capitalised word after a lower-case word, a figure or a comma opens no sentence.
_INSIDE = re.compile(r"\s(?<=[^\W_]\s|,\s)(?=([^\W\d_a-z][^\W_]*(?:['’][^\W\d_]+)?))")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_LINE = re.compile(r"[^\r\n]+")


def names(stretches: Iterable[str], settings: SkimSettings) -> frozenset[str]:
    """Return the stems of the single words of names in `stretches`, in lower case.

    >>> sorted(names(["Bridges fell, said Ada Byrne of Elmstead. Bridges are old."], SkimSettings()))
    ['ada', 'byrn', 'elmstead']

    Lines in which nearly every word has a capital are headlines and count for nothing.
    """
    capitals: set[str] = set()
    small: set[str] = set()
    for stretch in stretches:
        for line in _LINE.finditer(stretch):
            text = line.group()
            printed = _WORD.findall(text)
            lower = [word for word in printed if not word[0].isupper()]
            if len(printed) - len(lower) >= settings.headline_share * len(printed):
                continue
            small.update(lower)
            capitals.update(word for word in _INSIDE.findall(text) if word[0].isupper())
    return stems(words(" ".join(word for word in capitals if word.lower() not in small)))
