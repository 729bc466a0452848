from __future__ import annotations

from datetime import date

from tests.align.closely import closely

from newstemma.compare.silences import find_silences
from newstemma.model import Account, AnnotatedArticle, Claim, Silence, Span
from newstemma.settings.silences import SilenceSettings

FACT = "Inspectors warned Harbour Line about corroded lifeboats in March."
RETOLD = "Harbour Line was warned in March about corroded lifeboats, inspectors said."
OTHER = "The ferry sank off Aldport on Monday. Divers will search the wreck tomorrow."


def carried(*articles: AnnotatedArticle) -> Claim:
    """The claim that the first sentence of each of `articles` states."""
    spans = tuple(article.sentences[0] for article in articles)
    return Claim("claim-1", articles[0].text(spans[0]), spans[0], spans)


def silences(articles: list[AnnotatedArticle], claim: Claim, accounts: tuple[Account, ...] = ()) -> tuple[Silence, ...]:
    return find_silences(articles, [claim], accounts, settings=SilenceSettings())


def account(*articles: str) -> Account:
    return Account(f"account-{articles[0]}", articles, "", ())


def test_an_article_without_the_fact_is_silent() -> None:
    a, b, c = closely("a", FACT), closely("b", RETOLD), closely("c", OTHER)
    assert silences([a, b, c], carried(a, b)) == (Silence("claim-1", ("c",)),)


def test_an_article_that_has_it_in_a_quotation_is_not_silent() -> None:
    a, b = closely("a", FACT), closely("b", RETOLD)
    c = closely("c", f"{OTHER} “In March we told them that the lifeboats were corroding,” an inspector said.")
    assert silences([a, b, c], carried(a, b)) == ()


def test_an_article_that_appeared_before_the_fact_was_known_is_not_silent() -> None:
    a, b = (closely(name, FACT, published=date(2031, 5, 9)) for name in "ab")
    early, late = (closely(name, OTHER, published=date(2031, 5, day)) for name, day in (("c", 8), ("d", 9)))
    assert silences([a, b, early, late], carried(a, b)) == (Silence("claim-1", ("d",)),)


def test_what_few_accounts_carry_is_no_silence_of_the_others() -> None:
    a, b, c = closely("a", FACT), closely("b", OTHER), closely("c", OTHER)
    assert silences([a, b, c], carried(a)) == ()


def test_articles_of_one_account_count_once_and_speak_for_each_other() -> None:
    a, b, c = closely("a", FACT), closely("b", FACT), closely("c", OTHER)
    assert silences([a, b, c], carried(a, b), (account("a", "b"), account("c"))) == ()
    d = closely("d", FACT)
    assert silences([a, b, c, d], carried(a, d), (account("a", "b"), account("c"), account("d"))) == (
        Silence("claim-1", ("c",)),
    )


def test_a_claim_of_few_telling_words_is_not_looked_for() -> None:
    a, b, c = closely("a", "It did not go well for us."), closely("b", "It did not go well."), closely("c", OTHER)
    assert silences([a, b, c], carried(a, b)) == ()


def test_an_empty_article_says_nothing_and_is_not_silent() -> None:
    a, b = closely("a", FACT), closely("b", FACT)
    assert silences([a, b, closely("c", "")], carried(a, b)) == ()
    assert silences([], Claim("claim-1", "", Span("z", 0, 0), ())) == ()
