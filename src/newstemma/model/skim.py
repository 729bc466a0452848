"""What grouping needs of an article, made cheaply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Skim"]


@dataclass(frozen=True, slots=True)
class Skim:
    """One article as grouping sees it.

    `shingles` are 64-bit hashes of runs of words; `lead` counts the content words of title and first sentences, `words`
    those of the whole text; `names` and `numbers` are normalised; `days` are the calendar days that the article is
    dated to or names outright.
    """

    article: str
    shingles: frozenset[int]
    words: tuple[tuple[str, int], ...]
    lead: tuple[tuple[str, int], ...]
    names: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[date]
