"""What grouping needs of an article, made cheaply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

__all__ = ["Lookup", "PackedSkim", "Skim", "WordWeights"]


@dataclass(frozen=True, slots=True)
class Skim:
    """One article as grouping sees it.

    `shingles` are 64-bit hashes of runs of words, of a long text a sample (`text.sketch`); `whole` is a hash of all its
    words in order, 0 where it has none; `words` are the stems of the content words of title and text, each with what it
    weighs by where it stands, in thousandths of the text's first word; `names` are stems, too; `days` are the
    calendar days that the article is dated to or names outright.
    """

    article: str
    shingles: frozenset[int]
    words: tuple[tuple[str, int], ...]
    names: frozenset[str]
    days: frozenset[date]
    whole: int = 0


@dataclass(frozen=True, slots=True)
class PackedSkim:
    """One skim in the form in which grouping works with it, a few kilobytes that need no unpacking.

    It hangs on the settings of grouping too. What its bytes mean `group` alone knows; a store keeps them as they are,
    under whatever identifier the article has now.
    """

    article: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Lookup:
    """What finds an article among others: the last day that it names, as an ordinal, 0 where it names none, and keys.

    Keys are signed 64-bit numbers, each with what it weighs; two articles that share some may be on one event.
    """

    day: int
    keys: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class WordWeights:
    """What each word that was counted in some collection tells of an event, and what any other does.

    It is all that the stories of some articles need of the others, so a store may keep it and give it to `group`.
    `words` are the 64-bit hashes of words, sorted, `weights` 64-bit floats, as many: both little-endian, one behind the
    other. `rarest` is the weight of a word that is not among them.
    """

    words: bytes
    weights: bytes
    rarest: float
