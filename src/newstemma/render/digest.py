"""A dossier in one screen: the findings that a reader needs first, in lines, and how many more there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newstemma.model import Account, Difference, Dossier, Utterance, Variant
from newstemma.render.attestation import Attestation, attestations, label
from newstemma.render.index import Index, extent, index
from newstemma.render.phrases import AFFECTS, NATURES, accounts, clip, count, day, enumerate_names, interval, variant
from newstemma.settings.render import RenderSettings

__all__ = ["Digest", "Line", "Part", "digest"]

# Overrides of the writing direction: on one line they would reach into the words around them.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NAMES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One finding, with what is said about it beneath."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The first findings of one kind; `more` are left out."""

    heading: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Digest:
    """A story's short report; parts without a finding are left out."""

    title: str
    dateline: str
    parts: tuple[Part, ...]


def digest(dossier: Dossier, settings: RenderSettings) -> Digest:
    """Say the most important of a dossier, shortly.

    >>> digest(Dossier("d", "Rain", "2031-02-03", ()), RenderSettings())
    Digest(title='Rain', dateline='Mon 3 Feb 2031 · 0 articles · 0 accounts', parts=())
    """
    write = _Writer(index(dossier), settings)
    parts = (
        write.part("In short", write.agreed()),
        write.part("What differs", write.differs()),
        write.part("Who said what", write.said()),
        write.part("What only one account has", write.alone()),
        write.part("Accounts and origins", write.accounts()),
        write.part("Times inferred", write.inferred()),
    )
    return Digest(
        write.cut(dossier.title) or "Untitled story",
        " · ".join(filter(None, (day(dossier.when), *extent(dossier)))),
        tuple(part for part in parts if part.lines),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the lines of one dossier."""

    at: Index
    settings: RenderSettings

    def cut(self, text: str, most: int = 0) -> str:
        """Bring article text to one line of bounded length that does not reach out of its place."""
        return clip(_DIRECTION.sub("", text), most or self.settings.report_characters)

    def names(self, articles: Iterable[str]) -> str:
        return self.cut(enumerate_names(self.at.name_all(articles), _NAMES_SHOWN))

    def part(self, heading: str, lines: Iterable[Line]) -> Part:
        """Keep the first lines and count the rest."""
        every = list(lines)
        return Part(
            heading, tuple(every[: self.settings.report_lines]), max(0, len(every) - self.settings.report_lines)
        )

    def agreed(self) -> Iterator[Line]:
        for line in self.at.dossier.summary:
            yield Line(f"{self.cut(line.text)} [{count(line.accounts, 'account')}]")

    def differs(self) -> Iterator[Line]:
        for difference in self.at.dossier.differences:
            label_, explanation = NATURES[difference.nature]
            about = self.cut(difference.about) or difference.kind
            yield Line(f"{about} – {label_}: {explanation}", tuple(self._positions(difference)))

    def _positions(self, difference: Difference) -> Iterator[str]:
        for position in difference.positions:
            articles = [span.article for span in position.witnesses]
            known = accounts(self.at.support(position.id, articles))
            yield f"“{self.cut(position.text)}” – {known}: {self.names(articles)}"

    def said(self) -> Iterator[Line]:
        for number, utterance in enumerate(self.at.dossier.utterances):
            # The lines beyond those shown are only counted: collating their witnesses would be for nothing.
            yield self._utterance(utterance) if number < self.settings.report_lines else Line("")

    def _utterance(self, utterance: Utterance) -> Line:
        articles = [witness.article for witness in utterance.witnesses]
        attested = attestations(self.at, utterance, self.settings.gap_words)
        known = accounts(self.at.support(utterance.id, articles))
        when = f" ({self.cut(utterance.occasion.when)})" if utterance.occasion.when else ""
        speaker = self.cut(utterance.speaker_text) or "Speaker not named"
        touching = [(each, variant_) for each in attested for variant_ in each.variants if variant_.kind != "spelling"]
        # What touches the sense comes first: a condition that was dropped must not be cut off by a synonym.
        touching.sort(key=lambda pair: not pair[1].affects)
        who = "" if len(set(articles)) == len(self.at.articles) > 2 else f": {self.names(articles)}"
        variants = [self._variant(utterance, each, variant_) for each, variant_ in touching]
        shown = variants[: self.settings.report_variants]
        if len(variants) > len(shown):
            shown.append(f"… and {len(variants) - len(shown)} more (see the page)")
        return Line(
            f"{speaker}{when}: “{self.cut(utterance.wording)}”",
            (f"{label(self.at, attested)}{who} – {known}", *shown),
        )

    def _variant(self, utterance: Utterance, attested: Attestation, each: Variant) -> str:
        says = self.cut(variant(each, utterance.wording, self.settings.variant_characters))
        return f"{self.names(attested.articles)} {says}{self._case(each)}"

    def _case(self, difference: Variant) -> str:
        affects = ", ".join(AFFECTS[each] for each in difference.affects)
        if difference.elsewhere is not None:
            words = self.cut(self.at.text(difference.elsewhere), self.settings.variant_characters)
            case = f"elsewhere: “{words}”"
        elif difference.kind in ("truncation", "omission") and difference.affects:
            case = "not found in the article"
        else:
            case = ""
        noted = "; ".join(filter(None, (affects, case)))
        return f" ({noted})" if noted else ""

    def alone(self) -> Iterator[Line]:
        """Yield what one account has, an account after the other in turn, so that none fills the report."""
        summed = {line.claim for line in self.at.dossier.summary}
        turns: Counter[tuple[str, ...]] = Counter()
        lines: list[tuple[int, Line]] = []
        for claim in self.at.dossier.claims:
            if (
                claim.kind == "sentence"
                and claim.id not in summed
                and self.at.support(claim.id, claim.articles).accounts <= 1
            ):
                lines.append((turns[claim.articles], Line(f"{self.names(claim.articles)}: {self.cut(claim.text)}")))
                turns[claim.articles] += 1
        yield from (line for _, line in sorted(lines, key=lambda pair: pair[0]))

    def accounts(self) -> Iterator[Line]:
        """Yield the accounts whose articles or origin say something; those of one article are only counted."""
        alone = [account for account in self.at.dossier.accounts if len(account.articles) == 1 and not account.origin]
        for account in self.at.dossier.accounts:
            if account not in alone:
                yield Line(self._account(account), tuple(self.cut(each.text or each.kind) for each in account.evidence))
        if alone:
            names = self.names(article for account in alone for article in account.articles)
            yield Line(f"{names}: {count(len(alone), 'account')} with no common origin found")

    def _account(self, account: Account) -> str:
        origin = f" – goes back to {self.cut(account.origin)}" if account.origin else ""
        return f"{self.names(account.articles)}: 1 account{origin}"

    def inferred(self) -> Iterator[Line]:
        for when in self.at.dossier.times:
            if when.inferred and when.earliest is not None and when.latest is not None:
                name = self.names([when.span.article])
                yield Line(
                    f"{name}: “{self.cut(self.at.text(when.span))}” read as {interval(when.earliest, when.latest)}"
                )
