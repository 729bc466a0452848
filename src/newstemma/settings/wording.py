"""Thresholds of `compare.wording`, `compare.places` and `compare.names`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NameSettings", "PlaceSettings", "WordingSettings"]


@dataclass(frozen=True, slots=True)
class WordingSettings:
    """When two terms count as words for one referent. Set by reading what was found on development events."""

    shared_words: int = 3
    """Fewest longer words that two sentences of different articles share before their words are laid side by side."""
    likeness: float = 0.5
    """Least share of words in common (Dice) of two sentences that are laid side by side."""
    postings: int = 32
    """Most sentences with one word for which that word proposes pairs; keeps large stories linear."""
    term_words: int = 4
    """Most words of a term."""
    number_context: int = 3
    """Fewest longer words that sentences share, besides the number, where two terms follow one number."""
    least_number: float = 10
    """Least number that can tie two terms together; smaller ones count too many things."""
    quotation_words: int = 5
    """Words in a row that two quotations of one speaker share where they are one statement."""


@dataclass(frozen=True, slots=True)
class PlaceSettings:
    """When two places of one event are held side by side."""

    least_shared_words: int = 2
    """Fewest longer words, besides the places, that two witnesses of one claim share."""


@dataclass(frozen=True, slots=True)
class NameSettings:
    """When two names count as one name spelled in two ways."""

    least_letters: int = 5
    """Fewest letters of a name whose spelling is compared; shorter ones differ by chance."""
    most_edits: int = 2
    """Most letters inserted, left out or changed between two spellings of one name."""
