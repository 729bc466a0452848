"""Whether a line that recurs is about the articles that carry it, as background is and a plug is not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newstemma.clean.language import FUNCTION_WORDS

__all__ = ["Told", "Topic", "words_in"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENING = re.compile(r"(?:^|[.!?:]\s+)\W*\w+")
_TITLE_CASE = 0.8  # share of capitalised words from which capitals tell no names


@dataclass(frozen=True, slots=True)
class Told:
    """The words of an article: those of its title and own lines, those of each line that recurs, its author's name."""

    own: frozenset[str]
    again: Mapping[str, frozenset[str]]
    author: frozenset[str]

    def tells(self, word: str) -> bool:
        """Tell whether the article has a word outside lines that recur."""
        return word in self.own and word not in self.author

    def names(self, word: str, *, beside: str) -> bool:
        """Tell whether the article has a word anywhere but in the line `beside`."""
        again = any(word in words for key, words in self.again.items() if key != beside)
        return (word in self.own or again) and word not in self.author


@dataclass(frozen=True, slots=True)
class Topic:
    """What a line is about: `key` is its normal form, `printed` its words, `own_name` that of its outlet."""

    key: str
    printed: str
    own_name: str = ""

    def is_of(self, carriers: Sequence[Told], others: Sequence[Told], *, least_share: float, lift: float) -> bool:
        """Tell whether a word of the line stands elsewhere in many articles that carry it, as words of prose do.

        >>> told = [Told(words_in("The mayor, Odalys Quint, left."), {}, frozenset())]
        >>> Topic("", "The town is run by Odalys Quint").is_of(told, [], least_share=0.5, lift=2)
        True
        >>> Topic("", "Hear us at breakfast").is_of(told, [], least_share=0.5, lift=2)
        False

        A name counts in any other line, and however many of the outlet's articles have it: background comes in several
        sentences. Other words count outside lines that recur, where boilerplate would vouch for boilerplate, and only
        if they are `lift` times rarer in the outlet's other articles. The names of the outlet and of authors do not
        count.
        """
        names = _names(self.printed)
        outlet = "".join(_WORD.findall(self.own_name))
        for word in sorted(words_in(self.printed)):
            if word in outlet:
                continue
            least = least_share * len(carriers)
            if word in names and sum(each.names(word, beside=self.key) for each in carriers) >= least:
                return True
            here = sum(each.tells(word) for each in carriers)
            there = sum(each.tells(word) for each in others) / len(others) if others else 1.0
            if here >= max(least, lift * there * len(carriers)):
                return True
        return False


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, without figures and function words.

    >>> sorted(words_in("The Tern at 7"))
    ['at', 'tern']
    """
    return frozenset(_WORD.findall(text.casefold())) - FUNCTION_WORDS


def _names(text: str) -> frozenset[str]:
    """Return the words that capitals tell to be names: none at the opening of a sentence or in title case."""
    found = _WORD.findall(_OPENING.sub(" ", text))
    capitals = [word.casefold() for word in found if word[0].isupper()]
    return frozenset(capitals if len(capitals) < _TITLE_CASE * len(found) else ())
