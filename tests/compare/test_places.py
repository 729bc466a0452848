from __future__ import annotations

from tests.align.closely import closely, entities

from newstemma.compare.places import place_differences
from newstemma.model import Alignment, AnnotatedArticle, Claim, Difference
from newstemma.settings.wording import PlaceSettings


def differences(*articles: AnnotatedArticle) -> tuple[Difference, ...]:
    """Compare articles whose first sentences state one claim."""
    spans = tuple(article.sentences[0] for article in articles)
    claims = (Claim("claim-1", "", spans[0], spans),) if spans else ()
    return place_differences(articles, Alignment(entities(articles), claims=claims), settings=PlaceSettings())


def values(difference: Difference) -> set[object]:
    return {position.value for position in difference.positions}


def test_in_and_near_one_place_is_scope_where_one_person_is_spoken_of() -> None:
    a = closely("a", "Osk met the owners in Aldport on Monday.")
    b = closely("b", "Osk received them at her summer house near Aldport.")
    (found,) = differences(a, b)
    assert found.nature == "scope"
    assert values(found) == {"in Aldport", "near Aldport"}


def test_near_a_place_of_other_people_is_no_difference() -> None:
    a = closely("a", "Osk met the owners in Aldport on Monday.")
    b = closely("b", "Veldt keeps bees near Aldport.")
    assert differences(a, b) == ()


def test_two_places_behind_one_word_are_a_conflict() -> None:
    a = closely("a", "The stolen painting was found in Aldport after three winters.")
    b = closely("b", "Police said the stolen painting was found in Sundvik after three winters.")
    (found,) = differences(a, b)
    assert (found.nature, found.claim) == ("conflict", "claim-1")


def test_a_town_and_its_country_are_precision() -> None:
    a = closely("a", "The stolen painting was found in Aldport after three winters.")
    b = closely(
        "b", "The stolen painting was found in Norland after three winters. Roads to Aldport, Norland, are shut."
    )
    (found,) = differences(a, b)
    assert found.nature == "precision"


def test_places_of_unlike_words_are_not_held_side_by_side() -> None:
    a = closely("a", "The stolen painting was found in Aldport after three winters.")
    b = closely("b", "The stolen painting had hung in Sundvik for three winters.")
    assert differences(a, b) == ()


def test_one_place_is_no_difference_and_nothing_is_none() -> None:
    text = "The stolen painting was found in Aldport after three winters."
    assert differences(closely("a", text), closely("b", text)) == ()
    assert differences() == ()


def test_a_place_of_which_the_other_sentence_speaks_too_is_no_conflict() -> None:
    a = closely("a", "The stolen painting was found in Aldport after three winters.")
    b = closely("b", "The stolen painting of Aldport museum was found in Sundvik after three winters.")
    assert differences(a, b) == ()
