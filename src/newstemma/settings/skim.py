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

    place_words: float = 10.0
    """Words over which a word's weight falls: by the inverted pyramid the event stands at the top. The n-th word of a
    text, from 0, weighs (1 + n / place_words) ** -place_power."""

    place_power: float = 0.75
    """How steeply a word's weight falls with its place. Average precision of pairs on news_cluster, all compared, is
    0.952; with 1 and 20 words, or 1.25 and 30, the same within 0.002, with words that weigh the same everywhere 0.933,
    with those of title and first three sentences alone 0.917."""

    title_weight: float = 2.0
    """What a word of the title weighs. From 1 to 4 the same figure is 0.949 to 0.952."""

    headline_share: float = 0.7
    """Share of capitalised words from which a line is a headline, whose capitals mark no names."""
