from __future__ import annotations

from datetime import date

from tests.compare.reading import read_closely

from newstemma.compare.ages import age_differences
from newstemma.compare.context import Contexts
from newstemma.model import Difference
from newstemma.settings.differences import DifferenceSettings

DAY = date(2031, 3, 4)


def differences(*texts: str, days: tuple[date, ...] = ()) -> list[Difference]:
    articles, alignment = read_closely(texts, days)
    contexts = Contexts(articles, DifferenceSettings().reach_words, DifferenceSettings().key_reach_words)
    return list(age_differences(articles, alignment, contexts, settings=DifferenceSettings()))


def ages(difference: Difference) -> list[str]:
    return [position.text for position in difference.positions]


def test_two_ages_of_one_name_are_a_conflict() -> None:
    (found,) = differences("Ida Osk, 41, was pulled from the river.", "The guard pulled Ida Osk, 43, from the river.")
    assert (found.kind, found.nature, found.about) == ("number", "conflict", "age of Ida Osk")
    assert ages(found) == ["41", "43"]


def test_two_names_have_two_ages() -> None:
    assert not differences("Ida Osk, 41, was pulled from the river.", "Bram Veldt, 43, was pulled from the river.")


def test_an_age_at_another_time_is_none() -> None:
    assert not differences("Ida Osk, 41, won the regatta.", "Ida Osk won her first regatta as a 29-year-old.")


def test_somebody_without_a_name_is_known_by_what_happened() -> None:
    (found,) = differences(
        "A 9-year-old boy fell through the ice of the mill pond.",
        "The ice of the mill pond broke under a 10-year-old boy.",
    )
    assert found.about == "age of the boy"
    assert not differences("A 9-year-old boy fell through the ice.", "A 10-year-old girl fell through the ice.")
    assert not differences("A 9-year-old boy fell through the ice.", "A 10-year-old boy opened the spring fair.")


def test_what_others_tell_of_a_name_tells_whose_age_it_is() -> None:
    (found,) = differences(
        "Rescuers found Ida Osk on the reef with a broken oar. “I waited,” the 41-year-old said.",
        "A 39-year-old was found on the reef with a broken oar.",
    )
    assert ages(found) == ["39-year-old", "41-year-old"]


def test_an_article_that_sets_an_age_right_gives_an_update() -> None:
    (found,) = differences(
        "A 10-year-old boy fell through the ice of the mill pond.",
        "The boy in the ice of the mill pond was initially said to be 10 years old. The boy is 9 years old.",
        "A 9-year-old boy fell through the ice of the mill pond.",
    )
    assert found.nature == "update"


def test_an_article_with_both_ages_and_articles_of_other_weeks_say_nothing() -> None:
    both = "A 9-year-old boy and a 10-year-old boy fell through the ice of the mill pond."
    assert not differences(both, "A 10-year-old boy fell through the ice of the mill pond.")
    one, other = "Ida Osk, 41, opened the spring fair.", "Ida Osk, 42, opened the spring fair."
    assert differences(one, other, days=(DAY, DAY))
    assert not differences(one, other, days=(DAY, date(2031, 9, 4)))
