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


def test_an_article_does_not_contradict_its_own_copy() -> None:
    assert not differences(RESCUED, RESCUED)


def test_articles_that_imply_one_number_are_witnesses_of_one_difference() -> None:
    stated = "Osk said that three of the rowers were wearing helmets."
    (found,) = differences(RESCUED, stated, RESCUED)
    assert [position.value for position in found.positions] == [
        NumberValue(10.0, 10.0, False, False, ""),
        NumberValue(3.0, 3.0, False, False, ""),
    ]
    assert [[span.article for span in position.witnesses] for position in found.positions] == [["0", "2"], ["1"]]


def test_each_place_that_states_a_number_is_a_witness_once() -> None:
    (found,) = differences(RESCUED, "A patrol counted them. On the quay three of the rowers were wearing helmets.")
    assert [len(position.witnesses) for position in found.positions] == [1, 1]


def test_a_number_in_speech_is_an_utterances() -> None:
    assert not differences(RESCUED, "“On the quay, three of the rowers were wearing helmets,” said Ida Osk.")
