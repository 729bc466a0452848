from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.compare.accounts import find_accounts
from newstemma.compare.reuse import find_reuse
from newstemma.compare.support import support_counter
from newstemma.model import Account, AnnotatedArticle, Article, Reuse, Span, Support
from newstemma.text.sentences import paragraphs

LINES = (
    "Crews closed the old stone bridge after heavy rain had loosened its northern pillar.",
    "A ferry will carry walkers across the river until engineers have mended the pillars.",
    "Farmers upstream complained that sluices stood open although meadows were flooded.",
    "Shops lit candles.",
)


def annotated(id_: str, text: str) -> AnnotatedArticle:
    article = Article(id_, text)
    return AnnotatedArticle(article, tuple(article.span(*bounds) for bounds in paragraphs(text)))


def counted(articles: list[AnnotatedArticle]) -> Support:
    reuse = find_reuse(articles)
    witnesses = [article.article.span(0, len(article.article.text)) for article in articles]
    return support_counter(articles, find_accounts(articles, reuse), reuse)(witnesses)


def test_no_witness_no_support() -> None:
    assert support_counter((), (), ())(()) == Support(0, 0, 0)


def test_a_primary_text_supports_nothing() -> None:
    assert support_counter([annotated("p", "x")], (), ())([Span("p", 0, 1)]) == Support(0, 0, 0)


def test_two_accounts_count_once_inside_a_passage_that_they_share() -> None:
    articles = [annotated("a", LINES[0] + " " + LINES[1]), annotated("b", LINES[0] + " " + LINES[2])]
    accounts = [Account("x", ("a",), "", ()), Account("y", ("b",), "", ())]
    reuse = [Reuse("r", ("a", "b"), ((Span("a", 0, 80), Span("b", 0, 80)),), ())]
    assert support_counter(articles, accounts, reuse)([Span("a", 5, 20), Span("b", 5, 20)]) == Support(1, 1, 2)
    assert support_counter(articles, accounts, reuse)([Span("a", 90, 99), Span("b", 90, 99)]) == Support(2, 1, 2)


@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_an_exact_copy_adds_no_support(texts: list[list[str]], data: st.DataObject) -> None:
    articles = [annotated(f"a{number}", "\n".join(lines)) for number, lines in enumerate(texts)]
    copied = data.draw(st.sampled_from(articles))
    assert counted([*articles, annotated("copy", copied.article.text)]) == counted(articles)


@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), min_size=1, max_size=5))
def test_best_lies_between_least_and_most(texts: list[list[str]]) -> None:
    found = counted([annotated(f"a{number}", "\n".join(lines)) for number, lines in enumerate(texts)])
    assert 1 <= found.least <= found.accounts <= found.most <= len(texts)


@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_a_counter_counts_each_finding_for_itself(texts: list[list[str]], data: st.DataObject) -> None:
    articles = [annotated(f"a{number}", "\n".join(lines)) for number, lines in enumerate(texts)]
    reuse = find_reuse(articles)
    accounts = find_accounts(articles, reuse)
    count = support_counter(articles, accounts, reuse)
    for chosen in data.draw(st.lists(st.lists(st.sampled_from(articles), max_size=3), max_size=3)):
        witnesses = [article.article.span(0, 40) for article in chosen]
        assert count(witnesses) == support_counter(articles, accounts, reuse)(witnesses)
