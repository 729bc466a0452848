"""Thresholds of `compare.silences`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SilenceSettings"]


@dataclass(frozen=True, slots=True)
class SilenceSettings:
    """When a claim that others carry counts as not found in an article.

    Set on the side of caution: a silence that is not one accuses an outlet. Checked with `evals/line.py`, which counts
    silences that the gold's table of facts contradicts.
    """

    least_accounts: int = 2
    """Fewest accounts that must carry a claim before a silence on it is worth a word."""
    carried_share: float = 0.5
    """Share of all accounts that must carry the claim, this share included."""
    passage_share: float = 0.4
    """Share of the claim's weight, found within two neighbouring sentences, from which on the article may carry it."""
    article_share: float = 0.75
    """Share of the claim's weight, found anywhere in the article, from which on the article may carry it."""
    least_terms: int = 4
    """Fewest telling words of a claim that can be looked for at all."""
