"""All of it for one story, and what the stages before hand over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from newstemma.model.account import Account, Reuse, Support
from newstemma.model.article import Article, Rejected
from newstemma.model.attribution import Attribution
from newstemma.model.claim import Claim
from newstemma.model.entity import Entity
from newstemma.model.finding import Difference, Silence, Wording
from newstemma.model.mark import Quantity, When
from newstemma.model.span import Span
from newstemma.model.utterance import Utterance

__all__ = ["Alignment", "Comparison", "Dossier", "Moment", "Reading", "SummaryLine"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What `align` finds over the articles of one story.

    `speakers` leads from an attribution's identifier to its speaker's entity; attributions without a known speaker are
    absent. `times` are the articles' time expressions, anchored, in the order of their spans.
    """

    entities: tuple[Entity, ...] = ()
    speakers: Mapping[str, str] = field(default_factory=dict)
    times: tuple[When, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What `compare` finds over the articles of one story.

    `support` leads from the identifier of a claim, an utterance or a difference's position to how many accounts stand
    behind it.
    """

    accounts: tuple[Account, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    support: Mapping[str, Support] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    silences: tuple[Silence, ...] = ()
    wording: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One sentence of a summary, a source's own, with the claim that it states; `accounts` stand behind it."""

    text: str
    claim: str
    accounts: int


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline: when, and the words that say what happened."""

    earliest: datetime
    latest: datetime
    text: str
    witnesses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the accounts of one story say together, every statement leading back to spans of `articles`.

    `when` is the story's date or empty (ISO 8601). Lists are sorted by what a reader needs first; `differences` has
    conflicts first.
    """

    id: str
    title: str
    when: str
    articles: tuple[Article, ...]
    summary: tuple[SummaryLine, ...] = ()
    accounts: tuple[Account, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    speakers: Mapping[str, str] = field(default_factory=dict)
    quantities: tuple[Quantity, ...] = ()
    times: tuple[When, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    silences: tuple[Silence, ...] = ()
    wording: tuple[Wording, ...] = ()
    timeline: tuple[Moment, ...] = ()
    support: Mapping[str, Support] = field(default_factory=dict)

    def text(self, span: Span) -> str:
        """Return the words at `span`; raises `KeyError` for an article of another story."""
        for article in self.articles:
            if article.id == span.article:
                return span.of(article.text)
        raise KeyError(f"article {span.article!r} is not in dossier {self.id}; it has {[a.id for a in self.articles]}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one run gives: a dossier for each story, largest first, and what could not be read.

    `made_with` holds the version, the weights ("rules" where no encoder is used) and a hash of the settings.
    """

    dossiers: tuple[Dossier, ...]
    rejected: tuple[Rejected, ...]
    made_with: Mapping[str, str] = field(default_factory=dict)
