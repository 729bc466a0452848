from __future__ import annotations

from newstemma.compare.accounts import find_accounts
from newstemma.compare.reuse import find_reuse
from newstemma.model import Account, AnnotatedArticle, Article, Kind, Metadata
from newstemma.text.sentences import paragraphs

FERRY = "A ferry will carry walkers across the river until engineers have mended the broken pillars. "
BRIDGE = "Crews closed the old stone bridge after heavy rain had loosened its northern pillar. "
COST = "Repairs could cost three times what the valley spends on roads in an ordinary year. "
OWN = "Walkers on the bank watched in silence as lorries turned round and shops lit candles. "
ELSE = "Farmers upstream complained that sluices stood open although meadows were already flooded. "


def annotated(id_: str, text: str, outlet: str | None = None, kind: Kind = "article") -> AnnotatedArticle:
    article = Article(id_, text, about=Metadata(outlet=outlet, kind=kind))
    return AnnotatedArticle(article, tuple(article.span(*bounds) for bounds in paragraphs(text)))


def accounts(*articles: AnnotatedArticle) -> tuple[Account, ...]:
    found = find_accounts(articles, find_reuse(articles))
    assert found == find_accounts(articles[::-1], find_reuse(articles[::-1]))
    return found


def test_nothing_has_no_account() -> None:
    assert accounts() == ()


def test_identical_articles_are_one_account() -> None:
    (account,) = accounts(annotated("a", OWN), annotated("b", OWN))
    assert account.articles == ("a", "b")
    assert account.evidence


def test_articles_without_common_words_are_two_without_origin() -> None:
    assert [(account.articles, account.origin) for account in accounts(annotated("a", OWN), annotated("b", ELSE))] == [
        (("a",), ""),
        (("b",), ""),
    ]


def test_a_primary_text_is_no_account() -> None:
    assert [a.articles for a in accounts(annotated("a", OWN), annotated("b", OWN, kind="release"))] == [("a",)]


def test_shared_passages_with_a_credit_are_one_account_with_that_origin() -> None:
    credited = annotated("a", "The road is shut, Bloomberg reported. \n" + OWN * 8 + FERRY + OWN + BRIDGE + OWN + COST)
    silent = annotated("b", ELSE * 9 + BRIDGE + ELSE + COST + ELSE + FERRY)
    (account,) = accounts(credited, silent)
    assert account.origin == "Bloomberg"
    assert {evidence.kind for evidence in account.evidence} == {"shared passage", "credit"}


def test_a_credit_for_one_quotation_is_no_origin() -> None:
    (account,) = accounts(annotated("a", "“It fell,” she told CNN. " + OWN))
    assert account.origin == ""


def test_an_agency_is_the_origin_of_what_it_prints() -> None:
    (account,) = accounts(annotated("a", OWN, outlet="www.reuters.com"))
    assert account.origin == "Reuters"


def test_a_sender_that_nobody_knows_is_an_origin() -> None:
    copy = BRIDGE + COST + FERRY
    (account,) = accounts(annotated("a", "OSTERBY (NPA) — " + copy + OWN), annotated("b", copy + ELSE))
    assert account.origin == "NPA"


def test_weak_ties_do_not_chain() -> None:
    filled = [["".join(f"{x}{y}{n} " for n in range(60)) for y in "uvw"] for x in "pqrs"]
    more = "Shopkeepers sold blankets and soup to drivers whose lorries stood idle along the southern embankment. "
    first = "".join(map("".join, zip(filled[0], (BRIDGE, COST, FERRY), strict=True)))
    last = "".join(map("".join, zip(filled[1], (OWN, ELSE, more), strict=True)))
    middle = "".join(map("".join, zip(filled[2] + filled[3], (FERRY, more, COST, ELSE, BRIDGE, OWN), strict=True)))
    articles = [annotated("a", first), annotated("b", "The road is shut, AP reported. " + middle), annotated("c", last)]
    assert {reuse.articles for reuse in find_reuse(articles)} == {("a", "b"), ("b", "c")}
    assert [account.articles for account in accounts(*articles)] == [("a", "b"), ("c",)]


def test_many_copies_are_one_account() -> None:
    assert len(accounts(*(annotated(f"a{n:02}", OWN + BRIDGE) for n in range(30)))) == 1
