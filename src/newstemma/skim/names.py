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
# Offices and institutions that every town and every state has: two articles that both have one need not mean the same.
_OF_MANY = frozenset(
    """academy administration agency airport ambassador army assembly association attorney authority avenue bank bishop
    board brigade bureau cabinet captain center central centre chairman chairwoman chamber chancellor chief church city
    club college colonel commerce commission commissioner committee company congress congressman congresswoman
    constitution corporation council councillor county court deputy department detective director district doctor
    education embassy executive federal federation fire foundation general government governor hall health high hospital
    house inspector institute intelligence international judge justice king lake law league lieutenant magistrate
    majesty mayor minister ministry monarch mount national navy north northern office officer official order parish
    park parliament party pastor police pope premier president prime prince princess prof professor prosecutor queen
    rep representative reverend river road royal school secretary security senate senator sergeant service sheriff sir
    society south southern speaker square state station stock street supreme treasury tribunal trust union united
    university valley vice village weather west western east eastern""".split()
)


def names(stretches: Iterable[str], settings: SkimSettings) -> frozenset[str]:
    """Return the stems of the single words of names in `stretches`, in lower case.

    >>> sorted(names(["Bridges fell, said Ada Byrne of Elmstead. Bridges are old."], SkimSettings()))
    ['ada', 'byrn', 'elmstead']

    Lines in which nearly every word has a capital are headlines and count for nothing, nor do offices and institutions.
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
    named = words(" ".join(word for word in capitals if word.lower() not in small))
    return stems(word for word in named if word not in _OF_MANY)
