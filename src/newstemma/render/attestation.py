"""Which articles attest which words of an utterance, article by article rather than quotation by quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.model import Utterance, UtteranceWitness, Variant
from newstemma.render.collation import Reading, collate
from newstemma.render.index import Index
from newstemma.render.phrases import count, enumerate_names
from newstemma.text.tokens import tokenize

__all__ = ["Attestation", "attestations", "label"]


@dataclass(frozen=True, slots=True)
class Attestation:
    """Articles that print the same words of an utterance with the same variants; `words` of the wording are theirs."""

    articles: tuple[str, ...]
    reading: Reading
    words: int
    variants: tuple[Variant, ...]

    @property
    def whole(self) -> bool:
        """Whether it is the wording itself, word for word."""
        return all(stretch.kind == "has" for stretch in self.reading)


def attestations(at: Index, utterance: Utterance, gap_words: int) -> tuple[Attestation, ...]:
    """Set each article that quotes `utterance` beside its wording; the fullest first.

    An article that quotes it in several places has the words of all of them together.
    """
    quoting: defaultdict[str, list[UtteranceWitness]] = defaultdict(list)
    for witness in utterance.witnesses:
        quoting[witness.article].append(witness)
    same: defaultdict[tuple[tuple[str, ...], tuple[Variant, ...]], list[str]] = defaultdict(list)
    for article, unsorted in quoting.items():
        witnesses = sorted(unsorted, key=lambda witness: at.attributions[witness.attribution].content)
        printed = tuple(_printed(at, witness) for witness in witnesses)
        same[printed, _variants(printed, witnesses)].append(article)
    collated = {printed: collate(utterance.wording, printed, gap_words) for printed, _ in same}
    found: defaultdict[tuple[Reading, tuple[Variant, ...]], list[str]] = defaultdict(list)
    for (printed, variants), articles in same.items():
        found[collated[printed], variants] += articles
    shown = [
        Attestation(tuple(sorted(articles)), reading, _words(reading), variants)
        for (reading, variants), articles in found.items()
    ]
    return tuple(sorted(shown, key=lambda each: (-each.words, len(each.variants), each.articles)))


def label(at: Index, attested: Sequence[Attestation]) -> str:
    """Say what a wording is: a primary text's, or a reconstruction where several articles print it in other words."""
    printing = [article for each in attested for article in each.articles]
    number = sum(at.articles[article].about.kind == "article" for article in printing)
    if number < len(printing):
        primary = (article for article in printing if at.articles[article].about.kind != "article")
        return f"in the words of {enumerate_names(at.name_all(primary))}, quoted by {count(number, 'article')}"
    if number == 1:
        return "as printed by one article"
    if all(each.whole for each in attested):
        return f"in the same words in {count(number, 'article')}"
    return f"reconstructed from {count(number, 'article')}"


def _printed(at: Index, witness: UtteranceWitness) -> str:
    return " ".join(at.text(span) for span in at.attributions[witness.attribution].content)


def _variants(printed: Sequence[str], witnesses: Sequence[UtteranceWitness]) -> tuple[Variant, ...]:
    """Return an article's variants; what one of its quotations lacks and another has, the article does not lack."""
    carried = [_keys(text) for text in printed]
    kept: dict[Variant, None] = {}
    for number, witness in enumerate(witnesses):
        for variant in witness.variants:
            missing = _keys(variant.wording) if variant.kind in ("truncation", "omission") else ""
            others = carried[:number] + carried[number + 1 :]
            if not (missing.strip() and any(missing in other for other in others)):
                kept[variant] = None
    return tuple(kept)


def _keys(text: str) -> str:
    return f" {' '.join(token.key for token in tokenize(text) if token.is_word)} "


def _words(reading: Reading) -> int:
    return sum(token.is_word for stretch in reading if stretch.kind == "has" for token in tokenize(stretch.text))
