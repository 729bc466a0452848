"""Settings of collation: which quoted fragments are pieces of one utterance."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["UtteranceSettings"]


@dataclass(frozen=True, slots=True)
class UtteranceSettings:
    """Thresholds of `newstemma.align.utterances`.

    Unless a comment says otherwise a value was set by reading what it merges and what it keeps apart in stories of
    news_cluster and triplets of basil, preferring a missed merge to a false one; `python -m evals.line` measures a
    change.
    """

    # Words in a row that two fragments share to be compared at all when each has more than `short_words`.
    shingle_words: int = 2
    # Fragments compared with each longest one that shares a shingle; bounds the work for phrases that all print.
    rivals_compared: int = 6
    # Fragments of at most so many words join only what contains them.
    short_words: int = 4
    # Letters of a one-word fragment that may join what contains it.
    lone_word_letters: int = 6
    # Share of an overlap, gaps and cut ends counted, that must agree: below it the two are rival renderings.
    identity: float = 0.65
    # The same where one of the two speakers is unknown.
    identity_unknown: float = 0.75
    # Words in a row that overrule different speakers, since speakers are found by rule and may be wrong.
    run_any_speaker: int = 12
    # The same between a person and an organisation, who may speak for each other.
    run_spokesman: int = 8
    # Words in common, not all in a row, that overrule them: `run_spokesman` of which so many carry content.
    content_any_speaker: int = 4
    # Words in a row that overrule them where they are all that one of the two quotes.
    run_contained: int = 7
    # Words in a row that overrule a stated other place, day or medium.
    run_any_occasion: int = 12
    # Words in common from which two fragments that fail `identity` are held apart for good.
    rival_words: int = 6
    # Words in common from which unmerged utterances of one speaker are shown as related.
    related_words: int = 5
    # The same where a speaker is unknown: share of the overlap that must agree.
    related_identity: float = 0.5
    # Share of content words of the shorter that makes another rendering of the longer.
    rendering_share: float = 0.5
    # Words of a fragment inside the narrator's sentence, from which it may continue the paragraph before.
    partial_words: int = 8
    # Words that one of two fragments in one paragraph must have to be one utterance by their place alone.
    neighbour_words: int = 4
    # The same where both stand inside the narrator's sentences, which may sum up several occasions.
    listed_words: int = 5
    # Content words that two quotations of a speaker in one article share to be one utterance, unless the narrator names
    # an occasion for him in between; and the share of the shorter one's. This joins little: no pair of BASIL across
    # outlets, where it joined 32 with two wrong in three before the narrator's occasions were heeded.
    echo_words: int = 4
    echo_share: float = 0.25
    # Words of one matched block, under which neighbouring variants are one variant.
    block_words: int = 3
    # Share of a dropped passage's content words that one sentence elsewhere in the article must have to carry it.
    carried_share: float = 0.6
    # Words after a cue within which its place, day and medium are looked for.
    cue_window_words: int = 14
