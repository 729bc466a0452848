"""How much of a dossier the reader sees at once."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RenderSettings"]


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """Lengths of the page and of the short reports; none of them changes what is found.

    All were set by eye: the page on screens 360 to 1280 pixels wide, the short reports on a terminal of 80 by 50.
    """

    context_characters: int = 150
    """Characters of an article shown on each side of a witness: one to two sentences of English news."""

    gap_words: int = 8
    """Words that a witness lacks in a row from which on they show as their count, not struck out one by one."""

    open_quotations: int = 12
    """Quotations that one article alone prints, shown before the rest is folded away."""

    report_lines: int = 6
    """Findings of one kind in a short report; the rest is counted."""

    report_variants: int = 4
    """Variants of one utterance in a short report."""

    report_characters: int = 240
    """Length of a quotation or statement in a short report, cut at a word."""

    variant_characters: int = 70
    """Length of the words of a variant in a short report, cut at a word."""
