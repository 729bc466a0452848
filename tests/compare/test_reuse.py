from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from newstemma.compare.reuse import find_reuse
from newstemma.model import AnnotatedArticle, Article, Metadata, QuotedSpan
from newstemma.text.sentences import paragraphs

COPY = "Crews closed the old stone bridge at Elmstead after heavy rain had loosened its northern pillar."


def annotated(id_: str, text: str, outlet: str | None = None, hour: int | None = None) -> AnnotatedArticle:
    """An article whose speech stands between curly marks."""
    published = None if hour is None else datetime(2020, 5, 4, hour)
    article = Article(id_, text, about=Metadata(outlet=outlet, published=published))
    opened = [at + 1 for at, mark in enumerate(text) if mark == "“"]
    closed = [at for at, mark in enumerate(text) if mark == "”"]
    quoted = tuple(QuotedSpan(article.span(a, b)) for a, b in zip(opened, closed, strict=False) if a <= b)
    return AnnotatedArticle(article, tuple(article.span(*bounds) for bounds in paragraphs(text)), quoted=quoted)


def shared(first: str, second: str) -> list[tuple[str, str]]:
    texts = {"a": first, "b": second}
    found = find_reuse([annotated(id_, text) for id_, text in texts.items()])
    return [(a.of(texts["a"]), b.of(texts["b"])) for reuse in found for a, b in reuse.passages]


def test_nothing_one_and_strangers_share_nothing() -> None:
    assert find_reuse([]) == ()
    assert find_reuse([annotated("a", COPY)]) == ()
    assert shared(COPY, "Tomas Quill won the chess open.") == []


def test_a_passage_is_found_over_edited_words() -> None:
    edited = COPY.replace("heavy rain", "days of heavy rain")
    ((mine, theirs),) = shared("It rained. " + COPY, edited + " A ferry runs.")
    assert mine.startswith("Crews closed")
    assert theirs.endswith("northern pillar")


def test_speech_that_two_heard_is_no_reuse() -> None:
    said = "“The bridge will be rebuilt with pillars of steel before winter comes to the valley,”"
    assert shared(f"{said} Velda Orrin said.", f"At noon the mayor announced: {said}") == []


def test_speech_that_one_prints_without_marks_is_no_reuse() -> None:
    said = "The bridge will be rebuilt with pillars of steel before winter comes to the valley"
    texts = {"a": f"“{said},” Velda Orrin wrote.", "b": f"Her post in full.\n\n{said}", "c": f"It says:\n\n{said}"}
    assert find_reuse([annotated(id_, text) for id_, text in texts.items()]) == ()
    del texts["a"]  # without the marks nobody can tell
    assert len(find_reuse([annotated(id_, text) for id_, text in texts.items()])) == 1


def test_words_repeated_without_end_take_no_time() -> None:
    start = time.process_time()
    for text in ("“a " * 20_000, "a b c " * 10_000, f"{COPY} " * 500):
        shared(text, text + COPY)
    assert time.process_time() - start < 20


def test_a_quoted_fragment_does_not_break_a_passage() -> None:
    text = "Engineers will mend the pillars “for a fee” and return the bridge to walkers by summer."
    assert len(shared(text, text)) == 1


def test_names_and_titles_are_no_copy() -> None:
    line = "Deputy Prime Minister Velda Anne Orrin of Elmstead said on Monday evening"
    assert shared(f"{line} that rain fell.", f"{line}: walkers should wait.") == []


def test_a_credit_to_the_other_outlet_gives_the_direction() -> None:
    told = annotated("a", f"The road is shut, the Elmstead Herald reported. {COPY}", "norby.example")
    herald = annotated("b", COPY + " A ferry runs.", "elmsteadherald.example")
    (reuse,) = find_reuse([told, herald])
    assert (reuse.source, reuse.target) == ("b", "a")
    assert {evidence.kind for evidence in reuse.evidence} == {"shared passage", "credit"}


def test_most_of_an_earlier_article_gives_the_direction_and_one_date_does_not() -> None:
    (reuse,) = find_reuse([annotated("a", COPY + " Ferries ran.", hour=9), annotated("b", COPY, hour=7)])
    assert (reuse.source, reuse.target) == ("b", "a")
    (reuse,) = find_reuse([annotated("a", COPY, hour=9), annotated("b", COPY)])
    assert (reuse.source, reuse.target) == ("", "")


WORDS = st.lists(st.sampled_from("bridge pillar stone rain crews closed the of “ ” Orrin 💧 .".split()), max_size=60)


@given(st.lists(WORDS, max_size=4))
def test_passages_match_and_order_does_not_count(texts: Sequence[Sequence[str]]) -> None:
    articles = [annotated(f"a{number}", " ".join(words)) for number, words in enumerate(texts)]
    found = find_reuse(articles)
    assert found == find_reuse(articles[::-1])
    for reuse in found:
        assert reuse.articles == tuple(sorted(reuse.articles))
        assert all((a.article, b.article) == reuse.articles for a, b in reuse.passages)
