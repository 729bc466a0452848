"""Thresholds of the reading of quotations and attributions."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["QuotationSettings"]


@dataclass(frozen=True, slots=True)
class QuotationSettings:
    """What separates speech from words that are merely set in marks, and an embedded post from other lines.

    >>> QuotationSettings().loose_fragment_words
    5
    """

    # Words that a quoted fragment without any cue must have at least to count as speech. On 480 articles of PolNeAR's
    # train part 4 to 6 gave the same balance of misses and false alarms.
    loose_fragment_words: int = 5
    # Words that a name, a title or a slogan in marks has at most; longer ones are judged as speech. By eye, as above.
    title_words: int = 6
    # Characters that a line of an embedded post has at most where the post runs over several, and a whole post: the
    # platforms' limit of 280, doubled for those that allow more.
    post_line_characters: int = 120
    post_characters: int = 560
    # Confidence of the rules from which the tag beside a quotation ("…," said Ida Moss) stands against the encoder's
    # source: the rules give 0.9 and more to tags, 0.8 and less to what they infer. On PolNeAR's development part linked
    # direct attributions have F1 0.919 with tags taken, 0.903 without.
    sure_tag: float = 0.9
    # Share of words from which a quotation and a content of the encoder count as the same. Not measured; where every
    # quotation inside a longer content counted as speech, quotes on the three stories fell to precision 0.91.
    same_words_share: float = 0.75
    # Words that a reported clause has at least; one alone is a slip of the encoder or a scare quote. Not measured.
    reported_words: int = 2
