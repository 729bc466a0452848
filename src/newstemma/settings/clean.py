"""Settings of `clean`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CleanSettings"]


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """What counts as residue of the page, and as a text that the program knows the language of.

    >>> CleanSettings().keep_residue
    False
    """

    keep_residue: bool = False
    """Whether residue stays in: nothing is marked, and all readers see the whole text."""

    english_share: float = 0.1
    """Share of English function words among lower-case words from which a text is English. Articles of news_cluster,
    BASIL and PolNeAR lie above 0.15, the pages in other languages among the gold pages below 0.04."""

    language_words: int = 20
    """Lower-case words below which a text passes without a look at its language: the share means nothing yet."""

    page_words: int = 15
    """Words of main text below which a web page holds no article. The shortest of the gold pages has 42."""

    headline_words: int = 25
    """Words of the longest headline line. The longest of news_cluster's 206 titles has 24."""

    caption_words: int = 11
    """Words from which a line without an end mark is a caption, not a subheading, between lines that have one.
    Subheadings in news_cluster have 9 at most but for a few."""

    comment_words: int = 25
    """Words of the longest line that is taken for a reader's comment at the end of a text."""

    comment_lines: int = 12
    """Lines of the longest run of readers' comments that is looked for."""

    version_words: float = 0.35
    """Share of the words of the shorter text, of four letters and more, that the other has, too, from which texts under
    one address are versions of one article. Of pairs of articles on different events of news_cluster 0.5% lie above,
    with the first 300 characters of one 1%; of such pairs on one event, from different outlets, 62%."""

    address_texts: int = 50
    """Different texts under one address above which it is no article's: that of a search, a list, a database."""
