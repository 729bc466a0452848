"""The door: one article read by all modules."""

from __future__ import annotations

import pytest

from newstemma.annotate import annotate, paragraphs
from newstemma.model import Article, Removed, Span
from newstemma.settings.annotate import AnnotateSettings

TEXT = "“The dam holds,” engineer Ida Moss said on Monday. Photo: Ole. About 300 people had left.\n\nShe went home."


def test_all_spans_lie_outside_the_residue() -> None:
    start = TEXT.index("Photo")
    residue = Removed(Span("a", start, start + len("Photo: Ole.")), "photo credit")
    read = annotate(Article("a", TEXT, removed=(residue,)), settings=AnnotateSettings())
    spans = [*read.paragraphs, *read.sentences, *(q.span for q in read.quoted), *(m.span for m in read.mentions)]
    assert len(read.paragraphs) == 3
    assert not any(span.overlaps(residue.span) for span in spans)
    assert [one.speaker for one in read.attributions] == ["Ida Moss"]


@pytest.mark.parametrize("text", ["", " \n", "“", "”", "\u200b", "🙂 “🙂”", "“" * 50])
def test_nothing_much_gives_no_attribution(text: str) -> None:
    assert annotate(Article("a", text), settings=AnnotateSettings()).attributions == ()


def test_an_article_that_is_all_residue_is_empty() -> None:
    article = Article("a", TEXT, removed=(Removed(Span("a", 0, len(TEXT)), "plug"),))
    assert paragraphs(article) == ()
    assert annotate(article, settings=AnnotateSettings()).attributions == ()


def test_identical_texts_give_identical_findings() -> None:
    first, second = (annotate(Article("a", TEXT), settings=AnnotateSettings()) for _ in range(2))
    assert first == second


def test_a_quotation_over_paragraphs_is_one_and_belongs_to_who_is_named_at_its_end() -> None:
    text = (
        "The council met in Elmstead.\n“Nobody wants the ferry to stop. We all use it.\n"
        "“But it has to pay its way,” harbour master Ida Moss said."
    )
    read = annotate(Article("a", text), settings=AnnotateSettings())
    (one,) = [each for each in read.attributions if each.kind == "direct"]
    assert [read.text(span) for span in one.content] == [
        "Nobody wants the ferry to stop. We all use it.",
        "But it has to pay its way,",
    ]
    assert one.speaker == "Ida Moss"
