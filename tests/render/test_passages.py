from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.model import Article, Removed, Span
from newstemma.render.passages import in_context, merged

TEXT = "The tide turned at six. The boat left the quay at seven, late again. Nobody waved. The end."


def shown(text: str, *spans: tuple[int, int], around: int = 30, removed: tuple[tuple[int, int], ...] = ()) -> list[str]:
    article = Article("a", text, removed=tuple(Removed(Span("a", *each), "r") for each in removed))
    return [each.text for each in in_context(article, [Span("a", *each) for each in spans], around)]


def test_context_begins_and_ends_at_sentences() -> None:
    start = TEXT.index("late again")
    assert shown(TEXT, (start, start + 10), around=45) == [
        "… ", "The boat left the quay at seven, ", "late again", ". Nobody waved. The end.",
    ]  # fmt: skip


def test_context_of_one_long_sentence_begins_at_a_word() -> None:
    text = "alpha beta gamma delta epsilon zeta eta theta iota"
    at = text.index("epsilon")
    assert shown(text, (at, at + 7), around=8) == ["… ", "delta ", "epsilon", " zeta", " …"]


def test_context_stops_before_residue() -> None:
    text = "PHOTO: A. Rain fell. SHARE THIS."
    assert shown(text, (15, 19), removed=((0, 9), (21, 32))) == ["… ", " Rain ", "fell", ".", " …"]


def test_several_spans_show_in_one_passage_with_a_gap_between_distant_ones() -> None:
    text = "One. " + "x " * 200 + "Two."
    assert shown(text, (0, 3), (5, 6), around=10)[:3] == ["One", ". ", "x"]
    assert " … " in shown(text, (0, 3), (len(text) - 4, len(text) - 1), around=10)


def test_nothing_to_show() -> None:
    assert in_context(Article("a", TEXT), [], 30) == ()
    assert shown("", (0, 0)) == []


@given(st.text(alphabet="ab. \n”", max_size=80), st.data(), st.integers(0, 40))
def test_the_words_in_question_are_always_exactly_shown(text: str, data: st.DataObject, around: int) -> None:
    place = st.integers(0, len(text))
    spans = [Span("a", *sorted((data.draw(place), data.draw(place)))) for _ in range(3)]
    stretches = in_context(Article("a", text), spans, around)
    words = [each.text for each in stretches if each.kind == "words"]
    assert words == [span.of(text) for span in merged(spans) if len(span)]
    plain = "".join(each.text for each in stretches if each.kind != "gap")
    assert len(plain) <= sum(map(len, words)) + (len(spans) + 1) * 2 * around + len(text) * (around == 0)
