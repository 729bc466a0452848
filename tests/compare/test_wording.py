from __future__ import annotations

from dataclasses import replace

import pytest
from tests.align.closely import closely, entities

from newstemma.compare.noun_phrases import is_term, phrase_after
from newstemma.compare.wording import find_wording
from newstemma.model import AnnotatedArticle, Attribution, Mention, Quantity, Span, Wording
from newstemma.settings.wording import WordingSettings
from newstemma.text.tokens import tokenize


def wording_of(*articles: AnnotatedArticle) -> tuple[Wording, ...]:
    return find_wording(articles, entities(articles), settings=WordingSettings())


def terms(wording: Wording) -> dict[str, set[str]]:
    return {term.text: {span.article for span in term.witnesses} for term in wording.terms}


def counted(article: AnnotatedArticle, figure: str) -> AnnotatedArticle:
    start = article.article.text.index(figure)
    span = Span(article.id, start, start + len(figure))
    value = float(figure.replace(",", ""))
    return replace(article, quantities=(*article.quantities, Quantity(span, value, value)))


def test_terms_behind_one_number_are_words_for_one_thing() -> None:
    a = counted(closely("a", "The camp near the border holds 4,200 refugees from the valley."), "4,200")
    b = counted(closely("b", "Some 4,200 illegal settlers from the valley live in the camp by the border."), "4,200")
    (found,) = wording_of(a, b)
    assert terms(found) == {"refugees": {"a"}, "illegal settlers": {"b"}}


def test_one_number_in_unlike_sentences_ties_nothing() -> None:
    a = counted(closely("a", "The camp near the border holds 4,200 refugees."), "4,200")
    b = counted(closely("b", "Organisers sold 4,200 tickets on the first evening."), "4,200")
    assert wording_of(a, b) == ()


def test_terms_in_one_place_of_two_like_sentences() -> None:
    a = closely("a", "Guards moved the strikers from the gates of the harbour before sunrise on Friday.")
    b = closely("b", "Guards moved the rioters from the gates of the harbour before sunrise on Friday.")
    (found,) = wording_of(a, b)
    assert terms(found) == {"strikers": {"a"}, "rioters": {"b"}}


def test_descriptions_of_one_person() -> None:
    articles = []
    for name, text, words in (
        ("a", "Osk spoke. The reformer left.", "The reformer"),
        ("b", "Osk spoke. The agitator left.", "The agitator"),
    ):
        article = closely(name, text)
        start = text.index(words)
        mention = Mention(Span(name, start, start + len(words)), "nominal", "person", "Osk")
        articles.append(replace(article, mentions=(*article.mentions, mention)))
    (found,) = wording_of(*articles)
    assert found.referent == "Osk"
    assert terms(found) == {"reformer": {"a"}, "agitator": {"b"}}


def test_whom_a_description_means_is_not_guessed_among_several() -> None:
    articles = []
    for name, text, words in (
        ("a", "Osk and Veldt spoke. The reformer left.", "The reformer"),
        ("b", "Osk and Veldt spoke. The agitator left.", "The agitator"),
    ):
        article = closely(name, text)
        start = text.index(words)
        mention = Mention(Span(name, start, start + len(words)), "nominal", "person", "Osk")
        articles.append(replace(article, mentions=(*article.mentions, mention)))
    assert wording_of(*articles) == ()


def test_verbs_with_which_one_statement_is_reported() -> None:
    def reports(name: str, verb: str) -> AnnotatedArticle:
        text = f"“No ferry of ours was ever in danger of sinking,” Osk {verb}."
        article = closely(name, text)
        verb_at, source_at = text.index(verb), text.index("Osk")
        report = Attribution(
            name,
            "direct",
            (article.quoted[0].span,),
            (Span(name, verb_at, verb_at + len(verb)),),
            (Span(name, source_at, source_at + 3),),
            "Osk",
        )
        return replace(article, attributions=(report,))

    (found,) = wording_of(reports("a", "said"), reports("b", "insisted"))
    assert terms(found) == {"said": {"a"}, "insisted": {"b"}}
    assert wording_of(reports("a", "said"), reports("b", "added")) == ()


def test_articles_with_the_same_words_differ_in_nothing() -> None:
    text = "Guards moved the strikers from the gates of the harbour before sunrise on Friday."
    assert wording_of(closely("a", text), closely("b", text)) == ()


@pytest.mark.parametrize(
    ("text", "start", "phrase"),
    [
        ("with tired dock workers waiting outside", 1, "tired dock workers"),
        ("a floating hotel known for parties", 1, "floating hotel"),
        ("of Norland", 1, ""),
        ("to sleep badly", 2, ""),
        ("", 0, ""),
    ],
)
def test_phrases_end_at_plurals_participles_and_small_words(text: str, start: int, phrase: str) -> None:
    tokens = tokenize(text)
    assert " ".join(token.text for token in tokens[start : phrase_after(tokens, start, 4)]) == phrase


def test_a_term_follows_a_determiner_or_a_number() -> None:
    tokens = tokenize("the harbour guards quickly left")
    assert is_term(tokens, 1, 3)
    assert not is_term(tokens, 2, 3)
