"""A reading as annotations on the articles: the Web Annotation Data Model of the W3C."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from newstemma.model import Reading, Span
from newstemma.render.index import Index, index
from newstemma.render.links import live_link
from newstemma.render.phrases import printable
from newstemma.render.records import Record

__all__ = ["to_annotations"]

_AROUND: Final = 32  # characters before and after the words, by which a reader finds them again: what Hypothesis writes


def to_annotations(reading: Reading) -> str:
    """Write the findings of a reading as one `AnnotationPage` in JSON-LD.

    >>> print(to_annotations(Reading((), ())), end="")
    {
      "@context": "http://www.w3.org/ns/anno.jsonld",
      "type": "AnnotationPage",
      "items": []
    }

    One annotation for each quotation or report, and for each witness of a claim and of a difference. Its target is the
    article's page, where the address is known, with a `TextQuoteSelector`; else the article by its identifier, with the
    `TextPositionSelector` too, whose offsets hold in the text as newstemma read it. The same finding has the same `id`
    in every run. Web Annotation Data Model, W3C Recommendation of 23 February 2017.
    """
    items = [annotation for dossier in reading.dossiers for annotation in _annotations(index(dossier))]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _annotations(at: Index) -> Iterator[Record]:
    dossier = at.dossier
    for said in dossier.attributions:
        bodies = [_body("tagging", f"{said.kind} quotation" if said.kind != "indirect" else "report")]
        if speaker := at.speaker(said):
            bodies.append(_body("identifying", speaker))
        if utterance := at.utterances.get(at.utterance_of.get(said.id, "")):
            bodies.append(_body("describing", utterance.wording))
        yield from _on(at, said.id, said.content, "identifying", bodies)
    for claim in dossier.claims:
        bodies = [_body("tagging", "claim"), _body("describing", claim.text)]
        yield from _on(at, claim.id, claim.witnesses, "describing", bodies)
    for difference in dossier.differences:
        for position in difference.positions:
            about = f"{difference.about}: {position.text}" if difference.about else position.text
            bodies = [_body("tagging", f"difference: {difference.nature}"), _body("describing", about)]
            yield from _on(at, f"{difference.id}:{position.id}", position.witnesses, "describing", bodies)


def _body(purpose: str, value: str) -> Record:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": printable(value)}


def _on(at: Index, finding: str, spans: Iterable[Span], motivation: str, bodies: list[Record]) -> Iterator[Record]:
    for span in spans:
        name = f"newstemma:{at.dossier.id}:{finding}:{span.article}:{span.start}:{span.end}"
        yield {
            "id": uuid5(NAMESPACE_URL, printable(name)).urn,
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": _target(at, span),
        }


def _target(at: Index, span: Span) -> Record:
    article = at.articles[span.article]
    quote = {
        "type": "TextQuoteSelector",
        "exact": printable(span.of(article.text)),
        "prefix": printable(article.text[max(0, span.start - _AROUND) : span.start]),
        "suffix": printable(article.text[span.end : span.end + _AROUND]),
    }
    page = live_link(article.about.url, "")
    if page:
        return {"type": "SpecificResource", "source": page, "selector": quote}
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    source = uuid5(NAMESPACE_URL, printable(f"newstemma:{article.id}:{article.sha256}")).urn
    return {"type": "SpecificResource", "source": source, "selector": [quote, place]}
