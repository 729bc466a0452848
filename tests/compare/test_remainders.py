from __future__ import annotations

from datetime import date

from tests.compare.reading import read_closely

from newstemma.compare.remainders import remainder_differences
from newstemma.model import Difference, NumberValue
from newstemma.settings.differences import DifferenceSettings

RESCUED = "The guard pulled 12 rowers from the lake. All but two of the rowers were wearing helmets that night."


def differences(*texts: str, days: tuple[date, ...] = ()) -> list[Difference]:
    articles, _ = read_closely(texts, days)
    return list(remainder_differences(articles, settings=DifferenceSettings()))


def test_all_but_two_is_the_rest_of_the_number_that_the_article_gives() -> None:
    (found,) = differences(RESCUED, "Osk said that three of them were wearing helmets.")
    assert (found.kind, found.nature, found.about) == ("number", "conflict", "were wearing helmets that night")
    assert [position.text for position in found.positions] == ["All but two of the rowers", "three of them"]
    assert found.positions[0].value == NumberValue(10, 10, False, False, "")


def test_the_same_number_and_what_is_said_otherwise_are_no_difference() -> None:
    assert not differences(RESCUED, "Osk said that 10 of the rowers were wearing helmets.")
    assert not differences(RESCUED, "Osk said that three of them were asleep in the boat.")
    assert not differences(RESCUED, "Osk said that three of the horses were wearing helmets.")


def test_a_group_that_nobody_counts_says_nothing() -> None:
    assert not differences("All but two of the rowers were wearing helmets.", "Three of them were wearing helmets.")


def test_a_story_of_another_month_is_another_one() -> None:
    other = "Osk said that three of them were wearing helmets."
    assert not differences(RESCUED, other, days=(date(2031, 3, 4), date(2031, 5, 4)))
