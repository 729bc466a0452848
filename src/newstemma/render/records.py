"""The nouns of a dossier as records of the contract `newstemma/1`: plain dicts, keys in its order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from newstemma.model import (
    Account,
    Article,
    Attribution,
    Claim,
    Difference,
    Evidence,
    NumberValue,
    Position,
    Quantity,
    Removed,
    Reuse,
    Span,
    TimeValue,
    Utterance,
    UtteranceWitness,
    Variant,
    Version,
    When,
)
from newstemma.render.index import Index

__all__ = ["Record", "record"]

Record = dict[str, Any]


def record(at: Index) -> Record:
    """Return one dossier as a record.

    >>> from newstemma.model import Dossier
    >>> from newstemma.render.index import index
    >>> list(record(index(Dossier("d", "Rain", "", ()))))[:5]
    ['id', 'title', 'when', 'summary', 'articles']
    """
    dossier = at.dossier
    return {
        "id": dossier.id,
        "title": dossier.title,
        "when": dossier.when,
        "summary": [{"text": line.text, "claim": line.claim, "accounts": line.accounts} for line in dossier.summary],
        "articles": [_article(at, article) for article in dossier.articles],
        "accounts": [_account(at, account) for account in dossier.accounts],
        "reuse": [_reuse(at, reuse) for reuse in dossier.reuse],
        "entities": [
            {
                "id": entity.id,
                "name": entity.name,
                "type": entity.type,
                "names": list(entity.names),
                "mentions": _spans(at, entity.mentions),
            }
            for entity in dossier.entities
        ],
        "attributions": [_attribution(at, attribution) for attribution in dossier.attributions],
        "quantities": [_quantity(at, quantity) for quantity in dossier.quantities],
        "times": [_time(at, when) for when in dossier.times],
        "utterances": [_utterance(at, utterance) for utterance in dossier.utterances],
        "claims": [_claim(at, claim) for claim in dossier.claims],
        "terms": [],
        "differences": [_difference(at, difference) for difference in dossier.differences],
        "silences": [{"claim": silence.claim, "articles": list(silence.articles)} for silence in dossier.silences],
        "wording": [
            {
                "referent": wording.referent,
                "terms": [{"text": term.text, "witnesses": _spans(at, term.witnesses)} for term in wording.terms],
            }
            for wording in dossier.wording
        ],
        "timeline": [
            {
                "earliest": moment.earliest.isoformat(),
                "latest": moment.latest.isoformat(),
                "text": moment.text,
                "witnesses": _spans(at, moment.witnesses),
            }
            for moment in dossier.timeline
        ],
    }


def _span(at: Index, span: Span) -> Record:
    return {"article": span.article, "start": span.start, "end": span.end, "text": at.text(span)}


def _spans(at: Index, spans: Iterable[Span]) -> list[Record]:
    return [_span(at, span) for span in spans]


def _day(moment: date | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _number(value: float | None) -> float | None:
    """Write whole numbers without a decimal point, as far as a double is exact."""
    return int(value) if value is not None and value == int(value) and abs(value) < 2**53 else value


def _article(at: Index, article: Article) -> Record:
    account = at.account_of.get(article.id)
    return {
        "id": article.id,
        "files": list(article.files),
        "sha256": article.sha256,
        "kind": article.about.kind,
        "url": article.about.url,
        "outlet": article.about.outlet,
        "title": article.about.title,
        "published": _day(article.about.published),
        "language": article.about.language,
        "account": account.id if account else None,
        "text": article.text,
        "removed": _removed(article.removed, article.text),
        "modified": _day(article.about.modified),
        "fetched": _day(article.about.fetched),
        "addresses": list(article.addresses),
        "versions": [_version(article, version) for version in article.versions],
    }


def _removed(removed: Iterable[Removed], text: str) -> list[Record]:
    return [
        {"start": each.span.start, "end": each.span.end, "text": each.span.of(text), "reason": each.reason}
        for each in removed
    ]


def _version(article: Article, version: Version) -> Record:
    about = version.about
    return {
        "files": list(version.files),
        "sha256": version.sha256,
        "url": about.url,
        "title": about.title,
        "published": _day(about.published),
        "modified": _day(about.modified),
        "fetched": _day(about.fetched),
        "text": version.text,
        "removed": _removed(version.removed, version.text),
        "changes": [
            {
                "start": change.span.start,
                "end": change.span.end,
                "text": change.span.of(article.text),
                "earlier": change.earlier,
            }
            for change in version.changes
        ],
    }


def _evidence(at: Index, evidence: Sequence[Evidence]) -> list[Record]:
    return [{"kind": each.kind, "text": each.text, "spans": _spans(at, each.spans)} for each in evidence]


def _account(at: Index, account: Account) -> Record:
    return {
        "id": account.id,
        "articles": list(account.articles),
        "origin": account.origin or None,
        "evidence": _evidence(at, account.evidence),
    }


def _reuse(at: Index, reuse: Reuse) -> Record:
    return {
        "id": reuse.id,
        "from": reuse.source or None,
        "to": reuse.target or None,
        "articles": list(reuse.articles),
        "passages": [_spans(at, passage) for passage in reuse.passages],
        "evidence": _evidence(at, reuse.evidence),
    }


def _attribution(at: Index, attribution: Attribution) -> Record:
    return {
        "id": attribution.id,
        "article": attribution.article,
        "kind": attribution.kind,
        "content": _spans(at, attribution.content),
        "cue": _spans(at, attribution.cue),
        "source": _spans(at, attribution.source),
        "speaker": at.dossier.speakers.get(attribution.id) or None,
        "speaker_text": attribution.speaker_text or None,
        "utterance": at.utterance_of.get(attribution.id),
        "confidence": round(attribution.confidence, 4),
    }


def _quantity(at: Index, quantity: Quantity) -> Record:
    return {
        "id": quantity.id,
        **_span(at, quantity.span),
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "low_open": quantity.low_open,
        "high_open": quantity.high_open,
        "hedge": quantity.hedge,
        "unit": quantity.unit,
        "counted": quantity.counted,
    }


def _time(at: Index, when: When) -> Record:
    return {
        "id": when.id,
        **_span(at, when.span),
        "type": when.type,
        "value": when.value,
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "inferred": when.inferred,
    }


def _utterance(at: Index, utterance: Utterance) -> Record:
    occasion = utterance.occasion
    return {
        "id": utterance.id,
        "speaker": utterance.speaker or None,
        "speaker_text": utterance.speaker_text or None,
        "occasion": {
            "when": occasion.when,
            "where": occasion.where,
            "medium": occasion.medium,
            "evidence": _spans(at, occasion.evidence),
        },
        "wording": utterance.wording,
        "accounts": at.carried(utterance).accounts,
        "confidence": round(utterance.confidence, 4),
        "parts": [
            {"text": part.text, "after": part.after, "witnesses": list(part.witnesses)} for part in utterance.parts
        ],
        "witnesses": [_witness(at, witness) for witness in utterance.witnesses],
        "related": [{"utterance": related.utterance, "as": related.kind} for related in utterance.related],
    }


def _witness(at: Index, witness: UtteranceWitness) -> Record:
    return {
        "attribution": witness.attribution,
        "article": witness.article,
        "share": round(witness.share, 4),
        "variants": [_variant(at, variant) for variant in witness.variants],
    }


def _variant(at: Index, variant: Variant) -> Record:
    return {
        "kind": variant.kind,
        "wording": variant.wording,
        "witness": variant.witness,
        "affects": list(variant.affects),
        "elsewhere": _span(at, variant.elsewhere) if variant.elsewhere else None,
    }


def _claim(at: Index, claim: Claim) -> Record:
    support = at.support(claim.id, claim.articles)
    return {
        "id": claim.id,
        "text": claim.text,
        "kind": claim.kind,
        "reported": claim.reported or None,
        "witnesses": _spans(at, claim.witnesses),
        "articles": list(claim.articles),
        "accounts": support.accounts,
        "accounts_range": [support.least, support.most],
    }


def _difference(at: Index, difference: Difference) -> Record:
    return {
        "id": difference.id,
        "kind": difference.kind,
        "nature": difference.nature,
        "about": difference.about,
        "claim": difference.claim or None,
        "positions": [
            {
                "value": _value(position.value),
                "text": position.text,
                "witnesses": _spans(at, position.witnesses),
                "accounts": _position_accounts(at, position),
            }
            for position in difference.positions
        ],
    }


def _position_accounts(at: Index, position: Position) -> int:
    return at.support(position.id, [span.article for span in position.witnesses]).accounts


def _value(value: NumberValue | TimeValue | str) -> Record | str:
    match value:
        case NumberValue():
            return {
                "low": _number(value.low),
                "high": _number(value.high),
                "low_open": value.low_open,
                "high_open": value.high_open,
                "unit": value.unit,
            }
        case TimeValue():
            return {"earliest": value.earliest.isoformat(), "latest": value.latest.isoformat()}
        case str():
            return value
