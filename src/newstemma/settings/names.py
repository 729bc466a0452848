"""Thresholds for names, coreference, speakers and the entities of a story."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NameSettings"]


@dataclass(frozen=True, slots=True)
class NameSettings:
    """Settings of `annotate.names`, `annotate.coreference`, `annotate.speakers` and `align.entities`.

    >>> NameSettings().reach_sentences
    5
    """

    # Words: a line with fewer words that could be lower case is too short to be judged a heading. Not measured.
    heading_words: int = 4
    # Share of such words with a capital from which a line is a heading. At 0.7, 0.8 and 0.9 the same 94.5 % of
    # speakers are right on the gold quotations of the three stories.
    heading_share: float = 0.8
    # Sentences: how far back the antecedent of a pronoun may stand. On a tenth of PolNeAR (train) the speakers of "he"
    # and "she" agree with the silver chains in 80.0 % at 2, in 82.2 % at 5 and at 8.
    reach_sentences: int = 5
    # Mentions that a pronoun, and referents that a nominal can look back on; they keep one endless paragraph linear.
    # At 20 mentions, as at 40, the figures above are the same.
    traces_in_mind: int = 40
    referents_in_mind: int = 200
    # Paragraphs: how far back a quotation without a source looks for the speaker whom it continues. On the gold
    # quotations 90.4 % of speakers are right at 0, 94.5 % at 1 and at 2.
    continuing_paragraphs: int = 1
    # Share of its confidence that an attribution keeps whose speaker is only continued. Not measured.
    continued_confidence: float = 0.8
    # Characters behind a source in which the rest of a title and its person may stand. Gold quotations: 93.2 % of
    # speakers right at 0, 94.5 % at 60.
    title_reach: int = 60
    # Characters before a name in its sentence up to which it can be the subject: an introduction, not a clause.
    # Agreement with the silver chains is 80.6 % at 30, 82.2 % at 60 and at 120.
    subject_reach: int = 60
    # Votes of the encoder for the type of a name at each of its places, beside rules that give at most 12 in all there:
    # they decide only where the encoder wavers. On 200 sentences marked by hand and not trained on, F1 is 0.874 with
    # the votes counted once a name, 0.855 where rules could also move what the encoder calls other; both were changed.
    encoder_votes: int = 20
    # Share of those votes from which a name is that of no person, body or place, and joins none. A half, not measured.
    other_share: float = 0.5
    # Words that a person's name has at most for the rules' bounds to be taken where they go beyond the encoder's;
    # longer runs of capitals are headings. On 400 sentences marked by hand the figures are the same without it.
    person_words: int = 3
