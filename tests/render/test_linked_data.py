"""Annotations and quotations, read back as RDF by a reader that is not ours."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace
from tests.render.ferry import ARTICLES, ferry_reading

from newstemma.model import Article, Attribution, Dossier, Metadata, Reading, Span
from newstemma.render.annotations import to_annotations
from newstemma.render.phrases import printable
from newstemma.render.quotations import to_quotations

OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
AS = "http://www.w3.org/ns/activitystreams#"

# Tests have no network: of the context that our pages name, the terms that they use, as the Recommendation has them.
ANNO = {
    "oa": str(OA),
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    **{
        name: f"oa:{name}"
        for name in (
            "Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector exact prefix suffix "
            "tagging identifying describing"
        ).split()
    },
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
}


def annotated(reading: Reading) -> Graph:
    page = json.loads(to_annotations(reading))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return Graph().parse(data=json.dumps(page | {"@context": ANNO}), format="json-ld")


def quoted(reading: Reading) -> Graph:
    return Graph().parse(data=to_quotations(reading), format="json-ld")


def saying(text: str, *, kind: str = "direct") -> Reading:
    span = Span("a", 0, len(text))
    said = Attribution("a", kind, (span,))  # type: ignore[arg-type]
    article = Article("a", text, about=Metadata(outlet=text, title=text))
    return Reading((Dossier("d", text, "", (article,), attributions=(said,)),), ())


def test_each_annotation_quotes_its_article() -> None:
    graph, texts = annotated(ferry_reading()), [article.text for article in ARTICLES]
    selectors = list(graph.subjects(RDF.type, OA.TextQuoteSelector))
    assert len(selectors) == len(json.loads(to_annotations(ferry_reading()))["items"]) > 20
    for selector in selectors:
        parts = [str(graph.value(selector, part)) for part in (OA.prefix, OA.exact, OA.suffix)]
        assert sum("".join(parts) in text for text in texts) == 1


def test_every_annotation_has_what_the_model_asks_for() -> None:
    graph = annotated(ferry_reading())
    annotations = list(graph.subjects(RDF.type, OA.Annotation))
    assert all(str(annotation).startswith("urn:uuid:") for annotation in annotations)
    for annotation in annotations:
        assert list(graph.objects(annotation, OA.hasBody))
        assert len(list(graph.objects(annotation, OA.hasTarget))) == 1
        assert graph.value(annotation, OA.motivatedBy) in (OA.identifying, OA.describing)


def test_the_target_is_the_page_where_its_address_is_known() -> None:
    graph = annotated(ferry_reading())
    sources = {str(source) for source in graph.objects(None, OA.hasSource)}
    assert "https://wire.example/news/ferry-1" in sources
    assert not any(source.startswith("ftp:") for source in sources)


def test_offsets_stand_where_no_page_could_belie_them() -> None:
    text = "“Rain fell,” she said."
    said = Attribution("a", "direct", (Span("a", 1, 10),))
    reading = Reading((Dossier("d", "Rain", "", (Article("a", text),), attributions=(said,)),), ())
    graph = annotated(reading)
    (place,) = graph.subjects(RDF.type, OA.TextPositionSelector)
    offsets = [graph.value(place, end) for end in (OA.start, OA.end)]
    assert [int(str(offset)) for offset in offsets] == [1, 10]
    paged = replace(reading.dossiers[0], articles=(Article("a", text, about=Metadata(url="https://x.example/1")),))
    assert not list(annotated(Reading((paged,), ())).subjects(RDF.type, OA.TextPositionSelector))


def test_an_utterance_is_a_quotation_with_what_each_article_prints_of_it() -> None:
    graph = quoted(ferry_reading())
    (author,) = graph.subjects(SCHEMA.name, Literal("Odalys Brenn"))
    assert (author, RDF.type, SCHEMA.Person) in graph
    (utterance,) = graph.subjects(SCHEMA.author, author)
    examples = list(graph.objects(utterance, SCHEMA.workExample))
    pages = {str(graph.value(graph.value(example, SCHEMA.isPartOf), SCHEMA.identifier)) for example in examples}
    assert pages == {"gazette", "herald", "notice", "tidewatch", "wire"}
    assert all((example, RDF.type, SCHEMA.Quotation) in graph for example in examples)


def test_a_primary_text_is_no_news_article() -> None:
    graph = quoted(ferry_reading())
    parts = graph.objects(None, SCHEMA.isPartOf)
    kinds = {str(graph.value(part, SCHEMA.identifier)): graph.value(part, RDF.type) for part in parts}
    assert kinds["notice"] == SCHEMA.CreativeWork
    assert kinds["wire"] == SCHEMA.NewsArticle


@pytest.mark.parametrize("kind", ["direct", "mixed", "indirect"])
def test_only_what_is_quoted_is_a_quotation(kind: str) -> None:
    graph = quoted(saying("Rain fell", kind=kind))
    assert len(list(graph.subjects(RDF.type, SCHEMA.Quotation))) == (kind != "indirect")


def test_addresses_are_literals_that_run_nothing() -> None:
    said = Attribution("a", "direct", (Span("a", 0, 4),))
    article = Article("a", "Rain", about=Metadata(url="javascript:alert(1)"))
    reading = Reading((Dossier("d", "Rain", "", (article,), attributions=(said,)),), ())
    assert "javascript" not in to_quotations(reading) + to_annotations(reading)


@given(st.text(min_size=1))
def test_every_text_is_carried(text: str) -> None:
    expected = Literal(printable(text))
    assert expected in set(annotated(saying(text)).objects(None, OA.exact))
    assert expected in set(quoted(saying(text)).objects(None, SCHEMA.text))


def test_nothing_read_is_an_empty_page() -> None:
    assert json.loads(to_annotations(Reading((), ())))["items"] == []
    assert json.loads(to_quotations(Reading((), ())))["@graph"] == []
