"""Settings of `skim`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SkimSettings"]


@dataclass(frozen=True, slots=True)
class SkimSettings:
    """How an article is made into what grouping needs of it.

    >>> SkimSettings().shingle_words
    5
    """

    shingle_words: int = 5
    """Words in a hashed run. Five in a row are seldom shared by chance, and seldom broken by an editor's change."""

    lead_sentences: int = 3
    """Sentences after the title that count as the lead. By the inverted pyramid the event stands in them."""

    lead_characters: int = 1_000
    """Characters at which the lead ends at the latest, for texts without sentence ends."""

    headline_share: float = 0.7
    """Share of capitalised words from which a line is a headline, whose capitals mark no names."""
