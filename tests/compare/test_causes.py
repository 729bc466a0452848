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
