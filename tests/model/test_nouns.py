"""The nouns themselves: spans, identifiers, what is kept of an article."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newstemma.model as model
from newstemma.model import Article, Dossier, Removed, Span, fingerprint

RANGES = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)


@given(RANGES, RANGES)
def test_covering_means_overlapping_unless_empty(first: list[int], second: list[int]) -> None:
    outer, inner = Span("a", *first), Span("a", *second)
    if outer.covers(inner) and len(inner):
        assert outer.overlaps(inner)
    assert outer.overlaps(inner) == inner.overlaps(outer)


def test_spans_of_other_articles_never_meet() -> None:
    assert not Span("a", 0, 9).overlaps(Span("b", 0, 9))
    assert not Span("a", 0, 9).covers(Span("b", 0, 9))


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 3)])
def test_a_span_that_runs_backwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span("a", start, end)


def test_fingerprints_hang_on_kind_and_evidence_alone() -> None:
    assert fingerprint("claim", Span("a", 1, 2)) != fingerprint("claim", Span("a", 1, 3))
    assert fingerprint("claim", "x") != fingerprint("term", "x")
    assert fingerprint("claim", "ab", "c") != fingerprint("claim", "a", "bc")


@given(st.text(max_size=60), st.lists(RANGES, max_size=4))
def test_kept_and_removed_make_the_whole_text(text: str, ranges: list[list[int]]) -> None:
    cuts: list[Removed] = []
    for start, end in sorted(ranges):
        start, end = min(start, len(text)), min(end, len(text))
        if start < end and (not cuts or cuts[-1].span.end <= start):
            cuts.append(Removed(Span("a", start, end), "test"))
    article = Article("a", text, removed=tuple(cuts))
    pieces = sorted([*article.kept(), *(cut.span for cut in cuts)])
    assert "".join(piece.of(text) for piece in pieces) == text


def test_all_nouns_are_frozen_and_slotted() -> None:
    nouns = [noun for name in model.__all__ if is_dataclass(noun := getattr(model, name))]
    assert len(nouns) > 25
    for noun in nouns:
        assert hasattr(noun, "__slots__"), noun
    with pytest.raises(FrozenInstanceError):
        Span("a", 0, 1).start = 2  # type: ignore[misc]
    assert {field.name for field in fields(Span)} == {"article", "start", "end"}


def test_a_dossier_names_what_it_has_when_asked_for_another_article() -> None:
    dossier = Dossier("d", "", "", (Article("a", "One."),))
    assert dossier.text(Span("a", 0, 3)) == "One"
    with pytest.raises(KeyError, match="'b' is not in dossier d"):
        dossier.text(Span("b", 0, 3))
