from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.closely import closely, entities

from newstemma.align.anchors import Terms
from newstemma.align.claims import find_claims
from newstemma.align.clauses import Clause, clauses
from newstemma.align.grouping import Grouping, Stated
from newstemma.model import AnnotatedArticle, Attribution, Claim, Span
from newstemma.settings.claims import ClaimSettings

SETTINGS = ClaimSettings()


def claims_of(*articles: AnnotatedArticle, **given_: object) -> tuple[Claim, ...]:
    return find_claims(articles, entities(articles), settings=SETTINGS, **given_)  # type: ignore[arg-type]


def shared(claims: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in claims if len(claim.articles) > 1]


FERRY = (
    closely("a", "The ferry sank off Aldport on Monday with 312 people on board. Tickets cost more than last summer."),
    closely(
        "b", "A ferry with 310 people on board sank near Aldport late on Tuesday. The captain has kept silent so far."
    ),
    closely("c", "Osk opened the new museum in Sundvik yesterday. Visitors praised its roof of glass and copper."),
)


def test_two_sentences_that_tell_one_fact_in_other_words_and_numbers_are_one_claim() -> None:
    (claim,) = shared(claims_of(*FERRY))
    assert claim.articles == ("a", "b")
    assert {span.start for span in claim.witnesses} == {0}


def stated(text: str, *, terms: str, side_by_side: tuple[tuple[str, str], ...] = ()) -> Stated:
    span = Span(text, 0, len(text))
    words = frozenset(terms.split())
    return Stated(
        Clause(span, span, True),
        Terms(words, frozenset(), frozenset(), False, compounds=frozenset(side_by_side)),
        "",
        False,
        text,
    )


def test_words_side_by_side_are_one_thing() -> None:
    def groups(*pair: tuple[str, str]) -> int:
        one = stated("a", terms="hydrogen bomb test plant visitor", side_by_side=pair)
        other = stated("b", terms="hydrogen bomb test fisher fear", side_by_side=pair)
        return len(Grouping([one, other], replace(SETTINGS, sure=1.0)).groups())

    assert groups() == 1
    assert groups(("hydrogen", "bomb")) == 2


def test_sharing_what_the_story_is_about_is_not_sharing_a_fact() -> None:
    def groups(uses: int) -> int:
        shared_words = "strike docker wage port"
        rest = [
            stated(name, terms=f"strike docker wage port {name}{i} {name}x{i}") for name in "ab" for i in range(uses)
        ]
        one = stated("a", terms=f"{shared_words} paid monday")
        other = stated("b", terms=f"{shared_words} contract summer")
        found = Grouping(
            [one, other, *rest], replace(SETTINGS, repeated=2.0, similarity=0.1, link=0.05, sure=0.0)
        ).groups()
        return sum({0, 1} <= set(group) for group in found)

    assert groups(0) == 1
    assert groups(3) == 0


@pytest.mark.parametrize("dateline", ["ALDPORT (NPA) — ", "(NPA) ", ""])
def test_first_sentences_about_one_actor_tell_one_event(dateline: str) -> None:
    a = closely(
        "a", f"{dateline}Osk has offered to open the old harbour to every fishing boat of Sundvik, his office said."
    )
    b = closely("b", "Osk offered on Friday to let boats from Sundvik land their catch behind the mole.")
    assert [claim.articles for claim in shared(claims_of(a, b))] == [("a", "b")]


def test_a_sentence_that_only_introduces_a_quotation_states_nothing() -> None:
    text = "Osk called the plan “a gift”, adding that:"
    article = closely("a", text)
    cue, source = text.index("called"), text.index("Osk")
    content = article.quoted[0].span
    report = Attribution("a", "direct", (content,), (Span("a", cue, cue + 6),), (Span("a", source, source + 3),), "Osk")
    assert claims_of(replace(article, attributions=(report,))) == ()


def test_what_only_one_article_has_is_a_claim_of_its_own() -> None:
    texts = {article.id: article.article.text for article in FERRY}
    alone = {claim.text for claim in claims_of(*FERRY) if len(claim.articles) == 1}
    assert "Tickets cost more than last summer." in alone
    assert all(claim.text == claim.clearest.of(texts[claim.clearest.article]) for claim in claims_of(*FERRY))


def test_claims_of_most_articles_come_first_whatever_the_order_of_input() -> None:
    expected = claims_of(*FERRY)
    assert [len(claim.articles) for claim in expected] == sorted((len(c.articles) for c in expected), reverse=True)
    assert all(claims_of(*order) == expected for order in permutations(FERRY))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # another actor
            "Osk promised voters a second bridge over the river by spring.",
            "Veldt promised voters a second tunnel under the river by autumn.",
        ),
        (  # opposite polarity
            "The harbour company warned the crew of a leak before the voyage began.",
            "The harbour company never warned passengers that a leak had been found.",
        ),
    ],
)
def test_likeness_of_words_does_not_join_what_clashes(one: str, other: str) -> None:
    assert shared(claims_of(closely("a", one), closely("b", other))) == []


def test_two_speakers_make_two_claims() -> None:
    first = "The dam will hold for another hundred winters, Osk said."
    second = "The dam will hold for another hundred winters, Veldt said."
    articles, speakers = [], {}
    for identifier, text, speaker in (("a", first, "entity-Osk"), ("b", second, "entity-Veldt")):
        content = Span(identifier, 0, text.index(","))
        report = Attribution(identifier, "indirect", (content,))
        plain = closely(identifier, text)
        articles.append(
            AnnotatedArticle(plain.article, plain.paragraphs, plain.sentences, (), plain.mentions, (report,))
        )
        speakers[report.id] = speaker
    found = claims_of(*articles, speakers=speakers)
    assert shared(found) == []
    assert {claim.reported for claim in found} == set(speakers)


def test_direct_speech_belongs_to_utterances() -> None:
    text = (
        "“We will never again leave a ferry without boats for everyone on board,” Osk said. The ferry had four boats."
    )
    (claim,) = claims_of(closely("a", text))
    assert claim.text == "The ferry had four boats."


def test_the_clearest_witness_names_its_subject() -> None:
    first = closely("a", "Harbour Line pays 40 million crowns to the families of the drowned.")
    second = closely("b", "It pays 40 million crowns to the families of the drowned in the coming year.")
    (claim,) = shared(claims_of(first, second))
    assert claim.text.startswith("Harbour Line")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The mayor resigned on Friday, and her deputy will lead the town until May.", 2),
        ("The bakery sells bread, rolls, cakes and coffee to the whole street.", 1),
        ("The company, which owns six ships and a yard, sold its oldest ferry.", 1),
        ("The bridge reopened at noon; traffic remained slow until late evening.", 2),
        ("The bridge – closed since the flood of last spring – reopened at noon today.", 1),
        ("The clinic treated forty patients, including six children from the village.", 2),
    ],
)
def test_sentences_are_cut_where_both_sides_say_something(text: str, parts: int) -> None:
    assert len(list(clauses(closely("a", text), settings=SETTINGS))) == parts


def test_cut_sentences_are_put_together_again_where_nothing_joins_their_parts() -> None:
    text = "The mayor resigned on Friday, and her deputy will lead the town until May."
    (claim,) = claims_of(closely("a", text))
    assert claim.text == text


def test_an_exact_copy_adds_a_witness_and_no_claim() -> None:
    text = "The ferry sank off Aldport on Monday with 312 people on board."
    assert [claim.articles for claim in claims_of(closely("a", text), closely("b", text))] == [("a", "b")]


def test_headings_state_nothing() -> None:
    assert claims_of(closely("a", "Five things to know about ferries")) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aT .,;“”\"'—-\n0é\u200b🚢", max_size=300))
def test_any_text_gives_claims_that_stand_in_it(text: str) -> None:
    article = closely("a", text)
    for claim in find_claims([article], settings=SETTINGS):
        assert claim.text == claim.clearest.of(text)
        assert claim.clearest in claim.witnesses


def test_every_sentence_of_prose_belongs_to_a_claim() -> None:
    covered = [span for claim in claims_of(*FERRY) for span in claim.witnesses]
    assert all(any(s.overlaps(span) for span in covered) for article in FERRY for s in article.sentences)
