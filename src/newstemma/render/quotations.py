"""A reading as linked data on what was said: schema.org's `Quotation`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from newstemma.model import Article, Attribution, Reading
from newstemma.render.index import Index, index
from newstemma.render.links import live_link
from newstemma.render.phrases import printable
from newstemma.render.records import Record

__all__ = ["to_quotations"]

_AUTHOR: Final = {"person": "Person", "organization": "Organization"}


def to_quotations(reading: Reading) -> str:
    """Write what is quoted in a reading as JSON-LD in the vocabulary of schema.org.

    >>> print(to_quotations(Reading((), ())), end="")
    {
      "@context": {
        "@vocab": "https://schema.org/"
      },
      "@graph": []
    }

    Each utterance is a `Quotation` with its wording; what an article prints of it is a `workExample`, a `Quotation`
    that is part of that `NewsArticle`. A quotation that belongs to no utterance stands by itself. Reports without
    quotation marks are no quotations and are left out, and an utterance that has nothing else with them. A primary text
    is a `CreativeWork`. https://schema.org/Quotation
    """
    graph = [quotation for dossier in reading.dossiers for quotation in _quotations(index(dossier))]
    page = {"@context": {"@vocab": "https://schema.org/"}, "@graph": graph}
    return json.dumps(page, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _quotations(at: Index) -> Iterator[Record]:
    for utterance in at.dossier.utterances:
        printed = [at.attributions[witness.attribution] for witness in utterance.witnesses]
        examples = [_printed(at, said) for said in printed if said.kind != "indirect"]
        if examples:
            author = _author(at, utterance.speaker, utterance.speaker_text)
            yield {"@type": "Quotation", "text": printable(utterance.wording), **author, "workExample": examples}
    for said in at.dossier.attributions:
        if said.id not in at.utterance_of and said.kind != "indirect":
            yield _printed(at, said) | _author(at, at.dossier.speakers.get(said.id, ""), at.speaker(said))


def _printed(at: Index, said: Attribution) -> Record:
    text = " […] ".join(at.text(span) for span in said.content)
    return {"@type": "Quotation", "text": printable(text), "isPartOf": _article(at.articles[said.article])}


def _author(at: Index, entity: str, text: str) -> Record:
    """Return who said it: a person or an organisation where that is known, else by the words for it."""
    known = at.entities.get(entity)
    if known is not None:
        return {"author": {"@type": _AUTHOR.get(known.type, "Thing"), "name": printable(known.name)}}
    return {"author": {"@type": "Thing", "name": printable(text)}} if text else {}


def _article(article: Article) -> Record:
    about, page = article.about, live_link(article.about.url, "")
    told: Record = {"@type": "NewsArticle" if about.kind == "article" else "CreativeWork"}
    if page:
        told["url"] = page
    told["identifier"] = printable(article.id)
    if about.title:
        told["headline"] = printable(about.title)
    if about.outlet:
        told["publisher"] = {"@type": "Organization", "name": printable(about.outlet)}
    if about.published:
        told["datePublished"] = about.published.isoformat()
    if about.language:
        told["inLanguage"] = printable(about.language)
    return told
