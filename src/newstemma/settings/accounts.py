"""Settings of `compare`'s reuse and accounts."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AccountSettings"]


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """When words that two articles share show that one has them from the other, or both from a third.

    Checked on the hand-annotated stories and on pairs of articles on one event and on different events of news_cluster
    and BASIL; run `python -m evals.accounts` after changing one.

    >>> AccountSettings().passage_words
    6
    """

    seed_words: int = 3
    """Words in a row from which a shared passage is grown."""

    edited_words: int = 2
    """Words that an editor may have put in, left out or changed between two shared runs of one passage, on
    each side."""

    passage_words: int = 6
    """Least words that a shared passage has, edits not counted."""

    passage_content: int = 3
    """Least words of a shared passage that carry meaning: no function words, no stock of the trade."""

    passage_plain: int = 2
    """Least words of these that are no names or figures: "Minister A. B. said on Monday" is nobody's copy."""

    pair_content: int = 6
    """Least words with meaning in all shared passages of a pair together."""

    speech_words: int = 5
    """Words from which a quotation is speech that two reporters may both have heard; a shorter one counts as prose."""

    article_limit: int = 12
    """Articles that share one run up to which all their pairs are compared; in a larger set each meets the next two."""

    same_text: float = 0.8
    """Share of the shorter article's word runs, quotations included, that makes two articles one account; much less
    than all may be one long statement that both print."""

    same_prose: float = 0.25
    """Share of the shorter article's prose in shared passages that makes two articles one account."""

    linked_share: float = 0.1
    """Least share of the shorter article's prose in shared passages for a credit or a common outlet to tie two
    articles: a few sentences of agency copy in two long reports make them no one account. Right pairs of the annotated
    stories have 0.14 and more; pairs of news_cluster that were wrongly chained had 0.03 to 0.09."""

    credited_passages: int = 3
    """Shared passages that make two articles one account where one of them credits an agency or outlet."""

    credited_content: int = 15
    """Least words with meaning in those passages."""

    publisher_content: int = 12
    """Words with meaning in shared passages that make two articles of one outlet one account."""

    lead_paragraphs: int = 3
    """Paragraphs from the top in which "X reported" credits X for the article rather than for one fact."""

    copied_share: float = 0.5
    """Share of the shorter article's prose that the two must have in common for time order to give a direction."""
