from __future__ import annotations

from datetime import date, datetime
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.closely import closely, entities

from newstemma.compose import compose
from newstemma.model import (
    Alignment,
    AnnotatedArticle,
    Claim,
    Comparison,
    Difference,
    Dossier,
    Nature,
    Occasion,
    Part,
    Position,
    Silence,
    Span,
    Support,
    Utterance,
    UtteranceWitness,
    When,
)
from newstemma.settings.compose import ComposeSettings

SANK = "The ferry sank off Aldport on Monday with 312 people on board."
BOATS = "Harbour Line had been warned about corroded lifeboats in March by two inspectors."
DIVERS = "Divers from Norland will search the wreck for the missing crew tomorrow."


def claim(name: str, *spans: Span, articles: tuple[AnnotatedArticle, ...]) -> Claim:
    texts = {article.id: article.article.text for article in articles}
    return Claim(name, spans[0].of(texts[spans[0].article]), spans[0], tuple(sorted(spans)))


def story() -> tuple[tuple[AnnotatedArticle, ...], tuple[Claim, ...]]:
    a = closely("a", f"{SANK} {BOATS}", published=date(2031, 5, 9), title="Ferry sinks off Aldport")
    b = closely("b", f"{DIVERS} {SANK}", published=date(2031, 5, 9), title="A bad week for Norland's ships")
    c = closely("c", f"{SANK} {BOATS}", published=date(2031, 5, 10))
    articles = a, b, c
    return articles, (
        claim("claim-boats", a.sentences[1], c.sentences[1], articles=articles),
        claim("claim-divers", b.sentences[0], articles=articles),
        claim("claim-sank", a.sentences[0], b.sentences[1], c.sentences[0], articles=articles),
    )


def dossier(
    articles: tuple[AnnotatedArticle, ...],
    claims: tuple[Claim, ...] = (),
    comparison: Comparison | None = None,
    **found: object,
) -> Dossier:
    alignment = Alignment(entities(articles), claims=claims, **found)  # type: ignore[arg-type]
    return compose(articles, alignment, comparison or Comparison(), settings=ComposeSettings())


def moment_in(article: AnnotatedArticle, words: str, day: int, *, inferred: bool = False) -> When:
    start = article.article.text.index(words)
    span = Span(article.id, start, start + len(words))
    begins, ends = datetime(2031, 5, day), datetime(2031, 5, day, 23, 59, 59)
    return When(span, "DATE", f"2031-05-{day:02}", "day", None, begins, ends, inferred)


def test_a_summary_is_the_sources_own_sentences_most_carried_first() -> None:
    articles, claims = story()
    made = dossier(articles, claims)
    assert made.summary[0].text == SANK
    assert {line.text for line in made.summary} == {SANK, BOATS, DIVERS}
    assert (made.summary[0].claim, made.summary[0].accounts) == ("claim-sank", 3)


def test_support_counts_accounts_not_articles() -> None:
    articles, claims = story()
    support: dict[str, Support] = {"claim-sank": Support(1, 1, 2), "claim-boats": Support(2, 2, 2)}
    made = dossier(articles, claims, Comparison(support=support))
    assert [claim.id for claim in made.claims] == ["claim-boats", "claim-sank", "claim-divers"]
    assert {line.claim: line.accounts for line in made.summary}["claim-sank"] == 1
    assert made.support == support


def test_no_two_lines_of_a_summary_say_the_same() -> None:
    a = closely("a", SANK)
    b = closely("b", "With 312 people on board, the ferry sank off Aldport late on Monday.")
    both = tuple(claim(f"claim-{x.id}", x.sentences[0], articles=(a, b)) for x in (a, b))
    assert len(dossier((a, b), both).summary) == 1


def test_fragments_headings_and_torn_quotations_are_no_summary() -> None:
    texts = (
        "Photo credits and more",
        "and then they left the burning ship without a word.",
        "“The ferry sank off Aldport on Monday, he said.",
    )
    articles = tuple(closely(name, text) for name, text in zip("abc", texts, strict=True))
    claims = tuple(claim(f"claim-{x.id}", x.sentences[0], articles=articles) for x in articles)
    assert dossier(articles, claims).summary == ()


def test_the_title_is_the_one_that_most_articles_bear_out() -> None:
    assert dossier(*story()).title == "Ferry sinks off Aldport"


def test_without_titles_the_first_line_gives_one() -> None:
    article = closely("a", SANK)
    assert dossier((article,), (claim("claim-a", article.sentences[0], articles=(article,)),)).title == SANK[:-1]


def test_the_day_is_that_on_which_most_appeared_else_that_of_the_first_sentences() -> None:
    assert dossier(*story()).when == "2031-05-09"
    article = closely("a", SANK)
    assert dossier((article,), times=(moment_in(article, "Monday", 5),)).when == "2031-05-05"
    assert dossier((article,)).when == ""


def test_times_of_one_day_in_one_claim_are_one_moment() -> None:
    articles, claims = story()
    times = (*(moment_in(article, "Monday", 5) for article in articles), moment_in(articles[1], "tomorrow", 10))
    made = dossier(articles, claims, times=times)
    assert [(moment.earliest.day, len(moment.witnesses)) for moment in made.timeline] == [(5, 3), (10, 1)]
    assert made.timeline[0].text == SANK


def test_a_time_inside_a_quotation_is_the_speakers() -> None:
    article = closely("a", "“We met on Monday,” Osk said in Aldport to the press.")
    assert dossier((article,), times=(moment_in(article, "Monday", 5),)).timeline == ()


def test_where_a_state_began_dates_no_event_and_a_statement_has_one_time() -> None:
    since = closely("a", "Since Monday the ferries have stayed in the harbour of Aldport.")
    assert dossier((since,), times=(moment_in(since, "Monday", 5),)).timeline == ()
    two = closely("a", "Osk said on Friday that the ferry had left Aldport on Monday.")
    made = dossier((two,), times=(moment_in(two, "Friday", 9), moment_in(two, "Monday", 5)))
    assert [moment.earliest.day for moment in made.timeline] == [9]


def test_a_summary_prefers_a_witness_that_leans_on_nothing() -> None:
    a = closely("a", "But the ferry sank off Aldport on Monday with 312 people on board.")
    b = closely("b", SANK)
    sank = claim("claim-sank", a.sentences[0], b.sentences[0], articles=(a, b))
    assert [line.text for line in dossier((a, b), (sank,)).summary] == [SANK]


def test_what_one_account_alone_has_comes_by_how_much_it_tells() -> None:
    a = closely("a", f"{SANK} The weather was fine. The owner Harbour Line lost 3 ferries off Aldport before 2019.")
    b = closely("b", SANK)
    claims = (
        claim("claim-weather", a.sentences[1], articles=(a, b)),
        claim("claim-owner", a.sentences[2], articles=(a, b)),
        claim("claim-sank", a.sentences[0], b.sentences[0], articles=(a, b)),
    )
    support = {"claim-weather": Support(1, 1, 1), "claim-owner": Support(1, 1, 1), "claim-sank": Support(2, 2, 2)}
    made = dossier((a, b), claims, Comparison(support=support))
    assert [found.id for found in made.claims] == ["claim-sank", "claim-owner", "claim-weather"]


def test_conflicts_come_first_and_a_difference_finds_its_claim() -> None:
    articles, claims = story()

    def difference(name: str, nature: Nature, *spans: Span) -> Difference:
        return Difference(name, "number", nature, "people", tuple(Position("x", "x", (span,)) for span in spans))

    in_sank = [Span(x.id, x.article.text.index("312"), x.article.text.index("312") + 3) for x in articles[:2]]
    elsewhere = Span("a", 0, 3), articles[1].sentences[0]
    found = (difference("one", "precision", *elsewhere), difference("two", "conflict", *in_sank))
    made = dossier(articles, claims, Comparison(differences=found))
    assert [(d.id, d.claim) for d in made.differences] == [("two", "claim-sank"), ("one", "")]


def test_utterances_of_most_accounts_and_words_first_and_silences_as_their_claims() -> None:
    articles, claims = story()

    def utterance(name: str, wording: str, *carriers: str) -> Utterance:
        witnesses = tuple(UtteranceWitness(f"{name}-{x}", x, 1.0) for x in carriers)
        return Utterance(name, "", "Osk", Occasion(), wording, (Part(wording, "first", ()),), witnesses)

    said = (
        utterance("short", "We won.", "a"),
        utterance("long", "We won at last.", "a"),
        utterance("two", "Yes.", "a", "b"),
    )
    silences = Silence("claim-divers", ("a",)), Silence("claim-sank", ("b",))
    made = dossier(articles, claims, Comparison(silences=silences), utterances=said)
    assert [utterance.id for utterance in made.utterances] == ["two", "long", "short"]
    assert [silence.claim for silence in made.silences] == ["claim-sank", "claim-divers"]


def test_the_order_of_input_does_not_count() -> None:
    articles, claims = story()
    expected = dossier(articles, claims)
    assert all(dossier(order, tuple(reversed(claims))) == expected for order in permutations(articles))


def test_nothing_gives_an_empty_dossier() -> None:
    made = dossier(())
    assert (made.title, made.when, made.summary, made.timeline) == ("", "", (), ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet='AB c.“”"\n9🚢', max_size=120), max_size=3))
def test_any_text_is_composed_of_its_own_words(texts: list[str]) -> None:
    articles = tuple(closely(f"{number}", text) for number, text in enumerate(texts))
    claims = tuple(
        claim(f"claim-{article.id}-{span.start}", span, articles=articles)
        for article in articles
        for span in article.sentences
    )
    made = dossier(articles, claims)
    assert all(any(line.text in text for text in texts) for line in made.summary)
