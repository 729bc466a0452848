from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations

from tests.align.closely import closely, entities

from newstemma.align.claims import passages_of
from newstemma.align.terms import find_terms
from newstemma.model import AnnotatedArticle, Metadata, Span, Term, TermRole, TermSpan
from newstemma.settings.terms import TermSettings

SETTINGS = TermSettings(terms=3)
SURE, UNSURE = 0.9, 0.4


def marked(identifier: str, text: str, terms: Mapping[str, TermRole], confidence: float = SURE) -> AnnotatedArticle:
    article = closely(identifier, text)
    spans = (
        TermSpan(Span(identifier, text.index(words), text.index(words) + len(words)), role, confidence)
        for words, role in terms.items()
    )
    return replace(article, terms=tuple(sorted(spans, key=lambda one: one.span)))


def terms_of(*articles: AnnotatedArticle, settings: TermSettings = SETTINGS) -> dict[str, Term]:
    passages = passages_of(articles, entities(articles), {}, ())
    return {term.text: term for term in find_terms(articles, passages, settings=settings)}


ONE = marked(
    "a",
    "Harbour Line has offered to run a night boat to Sundvik. It asks 40 crowns a crossing. "
    "The council of Aldport must approve the timetable.",
    {
        "Harbour Line has offered": "party",
        "run a night boat to Sundvik": "gives",
        "40 crowns a crossing": "price",
        "The council of Aldport must approve the timetable": "condition",
    },
)
OTHER = marked(
    "b",
    "The offer that Harbour Line made is a night boat to Sundvik. Fishermen fear the noise of the night boat.",
    {
        "The offer that Harbour Line made": "party",
        "a night boat to Sundvik": "gives",
        "Fishermen fear the noise": "objection",
    },
)
FURTHER = closely("c", "Nobody has asked the fishermen. The timetable must be one that Aldport's council will approve.")


def test_what_says_the_same_is_one_term_with_all_that_carry_it() -> None:
    found = terms_of(ONE, OTHER)
    assert found["run a night boat to Sundvik"].articles == ("a", "b")
    assert found["40 crowns a crossing"].articles == ("a",)
    assert found["Fishermen fear the noise"].role == "objection"


def test_a_sentence_with_nearly_all_of_its_words_carries_a_term_that_was_not_marked_in_it() -> None:
    term = terms_of(ONE, OTHER, FURTHER)["The council of Aldport must approve the timetable"]
    assert term.articles == ("a", "c")
    (carried,) = (span for span in term.witnesses if span.article == "c")
    assert carried.of(FURTHER.article.text) == "timetable must be one that Aldport's council will approve"


def test_a_sentence_that_denies_it_does_not_carry_it() -> None:
    denying = closely("c", "The council of Aldport will not approve the timetable.")
    assert terms_of(ONE, OTHER, denying)["The council of Aldport must approve the timetable"].articles == ("a",)


def test_what_no_article_states_surely_is_no_term_but_two_doubtful_witnesses_make_one() -> None:
    doubtful = marked("b", "It costs 40 crowns a crossing.", {"40 crowns a crossing": "price"}, UNSURE)
    alone = marked("a", "It asks 40 crowns a crossing.", {"40 crowns a crossing": "price"}, UNSURE)
    settings = replace(SETTINGS, terms=1, roles=1)
    assert terms_of(doubtful, settings=settings) == {}
    (term,) = terms_of(alone, doubtful, settings=settings).values()
    assert term.confidence == round(1 - (1 - UNSURE) ** 2, 4)


def test_a_story_with_a_stray_term_has_no_arrangement() -> None:
    stray = marked("a", "It asks 40 crowns a crossing. Rain fell on Sundvik.", {"40 crowns a crossing": "price"})
    assert terms_of(stray) == {}


def test_primary_texts_carry_nothing() -> None:
    about = Metadata(kind="release")
    release = replace(OTHER, article=replace(OTHER.article, about=about))
    assert terms_of(ONE, release)["run a night boat to Sundvik"].articles == ("a",)


def test_the_order_of_articles_does_not_matter() -> None:
    results = [terms_of(*order) for order in permutations((ONE, OTHER, FURTHER))]
    assert all(result == results[0] for result in results)


def test_an_exact_copy_adds_no_term() -> None:
    copy = marked("d", ONE.article.text, {ONE.text(one.span): one.role for one in ONE.terms})
    assert terms_of(ONE, OTHER).keys() == terms_of(ONE, OTHER, copy).keys()
