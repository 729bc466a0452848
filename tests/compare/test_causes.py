from __future__ import annotations

from tests.compare.reading import read_closely

from newstemma.compare.causes import cause_differences
from newstemma.model import Difference


def differences(*texts: str) -> list[Difference]:
    articles, _ = read_closely(texts)
    return list(cause_differences(articles))


def test_two_causes_of_one_event_may_hold_together() -> None:
    (found,) = differences(
        "The flood, which was caused by a broken sluice, reached the mill.",
        "Osk said that months of neglect led to the flood.",
        "Farmers blamed the flood on a careless warden.",
    )
    assert (found.kind, found.nature, found.about) == ("attribution", "scope", "cause of the flood")
    assert [position.text for position in found.positions] == [
        "a broken sluice",
        "months of neglect",
        "a careless warden",
    ]


def test_one_cause_in_other_words_is_no_difference() -> None:
    assert not differences("The flood was caused by a broken sluice.", "The flood stemmed from a sluice that broke.")


def test_an_event_that_few_articles_speak_of_is_left_out() -> None:
    one, other = "The delay was caused by fog.", "Osk said that a lost key caused the delay."
    assert differences(one, other)
    assert not differences(one, other, "The fair opened.", "A band played.", "Bread was sold.")


SLUICE = "The flood was caused by a broken sluice."


def test_what_is_negated_denied_or_asked_is_no_cause() -> None:
    assert differences(SLUICE, "The rain caused the flood.")
    assert not differences(SLUICE, "The rain never caused the flood.")
    assert not differences(SLUICE, "Osk denied that the rain caused the flood.")
    assert not differences(SLUICE, "Osk asked whether the rain caused the flood.")
    assert not differences(SLUICE, "No storm caused the flood.")
    assert not differences(SLUICE, "The flood was blamed on nobody.")
    assert differences(SLUICE, "The warden did not come, the rain caused the flood.")


def test_a_cause_may_itself_be_negated() -> None:
    assert differences("The flood was caused by a pump that did not work.", "The rain caused the flood.")


def test_due_to_do_something_is_no_cause() -> None:
    court = "Osk blamed the trial on a jealous miller."
    assert not differences(court, "The trial is due to start on Monday.")
    assert not differences(court, "The trial is due to reopen.")
    assert differences(court, "The trial is due to a stolen lantern.")
    assert differences(court, "The trial is due to heavy smuggling.")
    assert differences(court, "The trial is due to complaints.")


def test_a_cause_in_speech_is_an_utterances() -> None:
    assert not differences(SLUICE, "“The rain caused the flood,” said Ida Osk.")


def test_causes_that_a_chain_of_words_links_are_one_position() -> None:
    assert not differences(SLUICE, "A sluice and a bolt caused the flood.", "A loose bolt caused the flood.")
