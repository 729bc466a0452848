"""Utterances, put back together from the pieces that articles quote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newstemma.model.span import Span

__all__ = ["Affects", "Occasion", "Part", "RelatedUtterance", "Utterance", "UtteranceWitness", "Variant", "VariantKind"]

VariantKind = Literal["truncation", "omission", "insertion", "substitution", "join", "spelling"]
Affects = Literal["condition", "negation", "hedge", "number", "name", "join"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When, where and through which medium something was said, each in the articles' words or empty, with the
    evidence."""

    when: str = ""
    where: str = ""
    medium: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the reconstructed wording that at least one witness prints without a gap.

    `after` says how it follows the part before it: "first" opens the wording; "adjacent": one witness prints both
    within one pair of marks; "later": some witness has both in this order, with a gap; "unknown": no article attests
    the order. `witnesses` are the identifiers of the attributions that carry words of this part, sorted.
    """

    text: str
    after: Literal["first", "adjacent", "later", "unknown"]
    witnesses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """How one witness differs from the reconstructed wording.

    `wording` is what the reconstruction has there, `witness` what this witness prints (either may be empty). `affects`
    names what of the sense is touched, sorted; nothing for spelling, case and punctuation. `elsewhere` is where the
    same article carries the missing matter outside this quotation; `None` where it was not found in the article.
    """

    kind: VariantKind
    wording: str
    witness: str
    affects: tuple[Affects, ...] = ()
    elsewhere: Span | None = None


@dataclass(frozen=True, slots=True)
class UtteranceWitness:
    """One attribution's text for an utterance; `share` is the part of the wording's words that it has, 0 to 1."""

    attribution: str
    article: str
    share: float
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class RelatedUtterance:
    """Another utterance that is near this one and was not merged with it, and why."""

    utterance: str
    kind: Literal["other_occasion", "other_rendering", "doubtful"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speaking or writing on one occasion.

    `speaker` is an entity's identifier or empty; `speaker_text` its name or, without one, the words that the articles
    use. `wording` is the fullest wording that the witnesses attest, a reconstruction, with gaps as " […] ".
    """

    id: str
    speaker: str
    speaker_text: str
    occasion: Occasion
    wording: str
    parts: tuple[Part, ...]
    witnesses: tuple[UtteranceWitness, ...]
    related: tuple[RelatedUtterance, ...] = ()
    confidence: float = 1.0
