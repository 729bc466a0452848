"""Settings of `skim`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SkimSettings"]


@dataclass(frozen=True, slots=True)
class SkimSettings:
    """How an article is made into what grouping needs of it.

    >>> SkimSettings().shingle_words
    4
    """

    shingle_words: int = 4
    """Words in a hashed run. Of copies with 10 to 20% of their words changed and halves, `python -m bench.duplicates`
    finds as many with runs of three and of four as with five, or more; three in a row are shared by chance."""

    shingles_one_in: int = 8
    """One distinct run in so many is kept, chosen by its hash. One in 4 finds no more copies, one in 16 fewer."""

    shingles_least: int = 64
    """Runs that are kept of a short text, if it has so many: a few sentences are then known again in any article."""

    lead_sentences: int = 3
    """Sentences after the title that count as the lead. By the inverted pyramid the event stands in them."""

    lead_characters: int = 1_000
    """Characters at which the lead ends at the latest, for texts without sentence ends."""

    headline_share: float = 0.7
    """Share of capitalised words from which a line is a headline, whose capitals mark no names."""
