from __future__ import annotations

from tests.align.closely import closely, entities

from newstemma.compare.names import name_differences
from newstemma.model import Alignment, AnnotatedArticle, Difference, EntityType
from newstemma.settings.wording import NameSettings

NAMES: dict[str, EntityType] = {
    "Yusuf Karimow": "person",
    "Yusuf Karimov": "person",
    "Yusuf Salim": "person",
    "Karimow": "person",
}


def differences(*texts: str) -> tuple[Difference, ...]:
    articles: list[AnnotatedArticle] = [
        closely(identifier, text, names=NAMES) for identifier, text in zip("abcdef", texts, strict=False)
    ]
    return name_differences(articles, Alignment(entities(articles)), settings=NameSettings())


def test_one_name_in_two_spellings() -> None:
    (found,) = differences("Yusuf Karimow won.", "The winner is Yusuf Karimov.")
    assert found.nature == "precision"
    assert {position.text for position in found.positions} == {"Yusuf Karimow", "Yusuf Karimov"}


def test_an_article_that_has_both_spellings_speaks_of_two_people() -> None:
    assert differences("Yusuf Karimow beat Yusuf Karimov.", "Yusuf Karimov lost.") == ()


def test_other_names_and_shorter_forms_are_no_difference() -> None:
    assert differences("Yusuf Karimow won.", "Yusuf Salim lost.") == ()
    assert differences("Yusuf Karimow won.", "Karimow won.") == ()


def test_a_thing_that_only_one_article_names() -> None:
    (found,) = differences(
        "They will live in a mega-dormitory (HALDO) by the sea.",
        "They will live in a megadormitory.",
        "They will live in a mega dormitory near HALDO street.",
    )
    assert {position.text for position in found.positions} == {"HALDO", "megadormitory"}
    assert found.nature == "precision"


def test_common_words_in_front_of_brackets_describe_nothing() -> None:
    assert differences("They crossed the river (OSTRA) at night.", "A river was crossed.") == ()


def test_nothing_gives_nothing() -> None:
    assert differences() == ()
    assert differences("", "") == ()
