"""A dossier's nouns at hand by their identifiers, and what its articles are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newstemma.model import Account, Article, Attribution, Claim, Dossier, Entity, Span, Support, Utterance
from newstemma.render.phrases import count

__all__ = ["Index", "extent", "index"]


@dataclass(frozen=True, slots=True)
class Index:
    """What every form of output looks up.

    `names` leads from an article to what readers know it by; `account_of` and `utterance_of` are absent for articles
    without an account and attributions without an utterance.
    """

    dossier: Dossier
    articles: Mapping[str, Article]
    names: Mapping[str, str]
    attributions: Mapping[str, Attribution]
    claims: Mapping[str, Claim]
    entities: Mapping[str, Entity]
    account_of: Mapping[str, Account]
    utterances: Mapping[str, Utterance]
    utterance_of: Mapping[str, str]

    def text(self, span: Span) -> str:
        """Return the words at `span`."""
        return span.of(self.articles[span.article].text)

    def name_all(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return the names of `articles`, each once, sorted."""
        return tuple(sorted({self.names[article] for article in articles}))

    def support(self, finding: str, articles: Iterable[str]) -> Support:
        """Return the accounts behind a finding; where none were counted, those that its `articles` belong to."""
        counted = self.dossier.support.get(finding)
        if counted is not None:
            return counted
        accounts = {self.account_of[article].id for article in articles if article in self.account_of}
        return Support(len(accounts), len(accounts), len(accounts))

    def carried(self, utterance: Utterance) -> Support:
        """Return the accounts behind an utterance."""
        return self.support(utterance.id, [witness.article for witness in utterance.witnesses])

    def reported_by(self, claim: Claim) -> str:
        """Return whose words a claim is, or empty: the outlet's own, or nobody's that is known."""
        reported = self.attributions.get(claim.reported)
        return self.speaker(reported) if reported else ""

    def speaker(self, attribution: Attribution) -> str:
        """Return who is quoted, by the fullest name known, or empty."""
        entity = self.entities.get(self.dossier.speakers.get(attribution.id, ""))
        return entity.name if entity else attribution.speaker or attribution.speaker_text


def index(dossier: Dossier) -> Index:
    """Look a dossier through once.

    >>> index(Dossier("d", "Rain", "", (Article("a/1", "Rain fell."),))).names
    {'a/1': 'a/1'}

    An article goes by its outlet; where outlets are unknown by its identifier, where two articles share one by both. A
    checksum at the end of an identifier ("harbour_09f3c2d1ab") is left out where the rest still tells articles apart.
    """
    outlets = Counter(article.about.outlet for article in dossier.articles)
    short = _short_identifiers([article.id for article in dossier.articles])
    return Index(
        dossier,
        articles={article.id: article for article in dossier.articles},
        names={article.id: _name(article, short[article.id], outlets) for article in dossier.articles},
        attributions={attribution.id: attribution for attribution in dossier.attributions},
        claims={claim.id: claim for claim in dossier.claims},
        entities={entity.id: entity for entity in dossier.entities},
        account_of={article: account for account in dossier.accounts for article in account.articles},
        utterances={utterance.id: utterance for utterance in dossier.utterances},
        utterance_of={
            witness.attribution: utterance.id for utterance in dossier.utterances for witness in utterance.witnesses
        },
    )


def extent(dossier: Dossier) -> tuple[str, ...]:
    """Say how many articles, primary texts and accounts a story has.

    >>> extent(Dossier("d", "Rain", "", (Article("a", "Rain fell."),)))
    ('1 article', '0 accounts')
    """
    articles = sum(article.about.kind == "article" for article in dossier.articles)
    primary = len(dossier.articles) - articles
    told = (count(primary, "primary text"),) if primary else ()
    return (count(articles, "article"), *told, count(len(dossier.accounts), "account"))


def _name(article: Article, identifier: str, outlets: Counter[str | None]) -> str:
    outlet = article.about.outlet
    if not outlet:
        return identifier
    return outlet if outlets[outlet] == 1 else f"{outlet} ({identifier})"


_CHECKSUM = re.compile(r"(?<=[^\W_])[-_.](?=[a-f]*[0-9])[0-9a-f]{8,}$")


def _short_identifiers(identifiers: Sequence[str]) -> dict[str, str]:
    """Lead from each identifier to a form without its checksum, or to itself where that form would stand for two."""
    short = {identifier: _CHECKSUM.sub("", identifier) for identifier in identifiers}
    uses = Counter([*short.values(), *(identifier for identifier in identifiers if short[identifier] != identifier)])
    return {identifier: form if uses[form] == 1 else identifier for identifier, form in short.items()}
