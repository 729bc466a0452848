from __future__ import annotations

from datetime import date

from tests.compare.reading import read_closely

from newstemma.compare.prospects import prospect_differences
from newstemma.model import Difference
from newstemma.settings.differences import DifferenceSettings

MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)


def differences(*texts: str, days: tuple[date, ...] = ()) -> list[Difference]:
    articles, alignment = read_closely(texts, days)
    return list(prospect_differences(articles, alignment.entities, settings=DifferenceSettings()))


def test_what_somebody_is_to_do_and_does_is_an_update() -> None:
    (found,) = differences(
        "Ida Osk, who left the board in May, is scheduled to speak in court at 4:30 p.m. on Tuesday.",
        "Ida Osk is currently speaking in the harbour court.",
    )
    assert (found.kind, found.nature, found.about) == ("attribution", "update", "Ida Osk")
    assert [position.text for position in found.positions] == [
        "is scheduled to speak in court at 4:30 p.m",
        "is currently speaking in the harbour court",
    ]


def test_what_will_be_done_to_a_thing_and_was_is_an_update() -> None:
    (found,) = differences("Its name will be published soon.", "The guard published the name of the ship.")
    assert found.about == "Its name"
    assert differences("The bridge is to be closed.", "The bridge was closed in the night.")


def test_other_people_other_things_and_other_verbs_are_other_events() -> None:
    assert not differences("Ida Osk will testify on Tuesday.", "Bram Veldt testified on Tuesday.")
    assert not differences("The bridge will be closed.", "The market was closed.")
    assert not differences("The bridge will be closed.", "The bridge was painted.")


def test_what_was_ahead_only_later_or_long_before_is_another_event() -> None:
    texts = "Ida Osk will testify on Tuesday.", "Ida Osk testified in Aldport."
    assert differences(*texts, days=(MONDAY, TUESDAY))
    assert not differences(*texts, days=(TUESDAY, MONDAY))
    assert not differences(*texts, days=(MONDAY, date(2031, 4, 4)))


def test_articles_that_all_tell_both_do_not_differ() -> None:
    both = "Ida Osk will testify on Tuesday. On Monday Ida Osk testified in Aldport."
    assert not differences(both, both)


def test_what_is_done_with_somebody_else_is_another_event() -> None:
    ahead = "Ida Osk will meet with Bram Veldt in Aldport."
    assert differences(ahead, "Ida Osk met with Veldt on the quay.")
    assert not differences(ahead, "Ida Osk met with Jon Tarn on the quay.")


def test_copies_are_witnesses_of_one_difference() -> None:
    ahead, come = "The bridge is to be closed.", "The bridge was closed in the night."
    (found,) = differences(ahead, come, ahead, come, come)
    assert [[span.article for span in position.witnesses] for position in found.positions] == [
        ["0", "2"],
        ["1", "3", "4"],
    ]


def test_what_one_article_tells_as_ahead_and_as_done_faces_the_other_articles_alone() -> None:
    both = "The bridge will be closed. The bridge was closed in the night."
    (found,) = differences(both, "The bridge was closed at noon.")
    assert [[span.article for span in position.witnesses] for position in found.positions] == [["0"], ["1"]]
