"""Thresholds of `align.claims`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ClaimSettings"]


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """When sentences and clauses of several articles count as stating one fact.

    Similarities lie in 0 to 1. They were read off the ranked pairs of `evals/claims.py` and of development events of
    news_cluster, low enough for paraphrase that keeps names and numbers, high enough that hand checks found few false
    merges; after a change run `evals/facts.py --notes` and read what merged.
    """

    clause_words: int = 5
    """Fewest words of a clause that is split off."""
    narrator_words: int = 5
    """Fewest words outside quotation marks of a sentence that states something in the outlet's own voice."""
    quoted_words: int = 5
    """Most words of a quotation that counts as part of the outlet's own wording; a longer one is an utterance's."""
    quoted_share: float = 0.5
    """Share of a sentence's words inside quotation marks from which on it belongs to utterances, not to claims."""
    similarity: float = 0.38
    """Least similarity of two clauses that may start a claim."""
    lead_bonus: float = 0.15
    """Added to the similarity of two articles' first sentences that name one actor: most tell the same event."""
    link: float = 0.32
    """Least mean similarity between the clauses of two groups that are joined, and of any two of them its half."""
    lead_link: float = 0.2
    """The same for groups of which all clauses tell the event at the head of their articles."""
    repeated: float = 0.62
    """Least similarity of two clauses of one article that state one fact twice."""
    opposed: float = 0.62
    """Least similarity despite opposite polarity, or without any person or organisation in common."""
    other_figures: float = 0.5
    """Least similarity despite figures of which none is near any of the other's."""
    shared_terms: int = 3
    """Fewest terms that two clauses of one claim share."""
    other_days: float = 0.7
    """Least similarity despite days that lie apart: what comes back each month or year is told in the same words."""
    background: float = 2.0
    """Mean uses in the articles that have a term, from which on it belongs to the story as a whole."""
    shared_things: int = 2
    """Fewest terms beyond that background that two clauses of one claim share, words side by side counted once."""
    sure: float = 0.45
    """Similarity from which on so few things are enough, before anything is taken off; below it one more is needed."""
    figure_bonus: float = 0.1
    """Added to the similarity of clauses that share a figure of three digits or more that is no background."""
    copied: float = 0.75
    """Share of both clauses' weight that is shared, from which on they need not share more than the background."""
    differing: float = 0.8
    """Share of the weight of a figure or time that does not count against two clauses of which one lacks it."""
    enough_terms: int = 5
    """Shared terms below which likeness may be chance."""
    few_terms: float = 0.02
    """Taken off the similarity for each shared term below `enough_terms`."""
    leaning: float = 0.09
    """Taken off the similarity where one of the clauses leans on the words before it: much of its sense is there."""
    shared_predicates: int = 2
    """Fewest of these that are no names: who acts is not yet what happens."""
    postings: int = 64
    """Most clauses with one term for which that term proposes pairs; keeps large stories linear."""
    meaning: float = 0.9
    """Likeness of two sentences as wholes from which on they state one fact: the cosine of their vectors and that of
    their weighted terms, added. On the annotated stories nine in ten pairs above it share a fact of the gold, and the
    words (terms) add as much as the vectors: by vectors alone it is eight in ten for as many pairs. Two of the three
    stories choose from 0.75 to 1.3 for the third (`python -m training.calibrate`), so it is known roughly."""
    point_things: int = 2
    """Fewest things beyond the background that two parts of clauses share which state one fact in passing."""
    point_figure: float = 0.4
    """Added where a figure is shared that is no background."""
    point_terms: int = 4
    """Fewest shared terms where none of them is a verb: fewer are mostly a name or a fixed phrase."""
    point_weight: float = 1.5
    """Least weight of what they share, less what stands between it."""
    point_gap: float = 0.5
    """Share of the weight of a term between shared ones that is taken off."""
