"""Thresholds of `align.terms`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TermSettings"]


@dataclass(frozen=True, slots=True)
class TermSettings:
    """When words of several articles count as one term of an arrangement, and which terms are sure enough to show.

    Shares and likenesses lie in 0 to 1. Chosen by `python -m training.choose_terms` on stories that the encoder did not
    learn from.
    """

    least: float = 0.35
    """Least confidence of words that may be a witness of a term."""
    sure: float = 0.6
    """Least confidence of a term: that at least one article's words state it, were each mistaken by itself."""
    link: float = 0.4
    """Least mean likeness of two groups of words, by the weight of what they share, that are one term."""
    other_role: float = 0.2
    """Taken off the likeness of words that play different roles: readers differ on a role sooner than on a term."""
    carried: float = 0.7
    """Share of the weight of a term's shared words that one sentence of another article must have to carry it."""
    core_words: int = 2
    """Fewest shared words, names or figures by which another article's sentence is seen to carry a term."""
    terms: int = 5
    """Fewest sure terms from which a story has an arrangement; a stray one or two are nearly always wrong."""
    roles: int = 3
    """Fewest roles that these play."""
    postings: int = 64
    """Most groups of words with one word in common for which it proposes pairs; keeps large stories linear."""
