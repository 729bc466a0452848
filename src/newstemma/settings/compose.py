"""Thresholds of `compose`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ComposeSettings"]


@dataclass(frozen=True, slots=True)
class ComposeSettings:
    """How long a summary is and what makes a sentence fit for it. Set for a reader who has half a minute."""

    most_lines: int = 8
    """Most sentences of a summary."""
    enough_lines: int = 5
    """Sentences after which what only one account carries is no longer taken in."""
    least_words: int = 7
    """Fewest words of a sentence in a summary."""
    most_words: int = 55
    """Most words of a sentence in a summary."""
    same_share: float = 0.4
    """Share of the shorter sentence's longer words, found in a line above, from which on a line says it again."""
    said_share: float = 0.7
    """Share of a sentence's longer words, found in all lines above together, from which on it adds nothing."""
    lead_sentences: int = 3
    """Sentences at the head of an article that are expected to tell the event."""
    most_moments: int = 60
    """Most lines of a timeline; those that fewest articles carry go first."""
