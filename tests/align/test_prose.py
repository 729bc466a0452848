from __future__ import annotations

from dataclasses import replace

import pytest
from tests.align.quoting import article, collated

from newstemma.model import Removed

OPENING = "We want to open the bridge to everybody."


def carried(condition: str, prose: str) -> str | None:
    """Return where the second article carries what its quotation drops from the end of the first's."""
    whole = f"{OPENING[:-1]} {condition}."
    built = [article("a", f"“Quill|{whole}”"), article("b", f"“Quill|{OPENING}” Quill said.\n{prose}")]
    (one,) = collated(built)
    (variant,) = next(witness for witness in one.witnesses if witness.article == "b").variants
    assert variant.affects[0] == "condition"
    return variant.elsewhere.of(built[1][0].article.text) if variant.elsewhere else None


@pytest.mark.parametrize(
    ("condition", "prose", "found"),
    [
        ("in exchange for a toll", "The town wants a bridge for a toll.", "for a toll"),
        ("in exchange for a toll", "Rowers would pay a small toll.", "pay a small toll"),
        ("in exchange for a toll", "The toll was in the news for weeks.", None),
        ("in exchange for a toll", "The rowers hate any toll.", None),
        ("only to members", "The path is for members.", None),
        ("only to members", "It would be open solely to members.", "solely to members"),
        ("only in the autumn months", "Leaves fall in the autumn months.", None),
        ("only in the autumn months", "In the autumn months the bridge would be open.", "autumn months"),
        ("only in the autumn months", "The ferry sails only in autumn months.", "only in autumn months"),
        ("only in the autumn months", "Two dry months only.", None),
        ("only for registered rowers", "A hut for registered boats and rowers fell.", None),
        (
            "as long as the river stays above 30 metres",
            "The river would have to stay above 30 meters.",
            "river would have to stay above 30 meters",
        ),
        ("as long as the river stays above 30 metres", "The river would have to stay above 20 meters.", None),
    ],
)
def test_a_condition_is_carried_by_its_words_and_what_makes_them_one(
    condition: str, prose: str, found: str | None
) -> None:
    assert carried(condition, prose) == found


def test_a_name_and_a_figure_are_not_enough_to_carry_a_sentence() -> None:
    whole = "The town of Arvenholm has had the best two years of its life. "
    built = [
        article("a", f"“Quill|{whole}{OPENING}” Quill said."),
        article("b", f"“Quill|{OPENING}” Quill said.\nArvenholm town would answer within two weeks."),
    ]
    (one,) = collated(built)
    assert [variant.elsewhere for witness in one.witnesses for variant in witness.variants] == [None]


def test_residue_carries_nothing() -> None:

    read, speakers = article("b", f"“Quill|{OPENING}” Quill said.\nThe town wants a bridge for a toll.")
    at = read.article.text.index("The town")
    removed = Removed(read.article.span(at, len(read.article.text)), "related link")
    cleaned = replace(read, article=replace(read.article, removed=(removed,)))
    (one,) = collated(
        [article("a", f"“Quill|{OPENING[:-1]} in exchange for a toll.”"), (cleaned, speakers)],
    )
    assert [variant.elsewhere for witness in one.witnesses for variant in witness.variants] == [None]
