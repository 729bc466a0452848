"""What stands before the first word of a report, and what only looks like it."""

from __future__ import annotations

import pytest

from newstemma.annotate.datelines import after_dateline


@pytest.mark.parametrize(
    "dateline",
    [
        "ELMSTEAD (NPA) — ",
        "PORT LYLE, Osk. (NPA) -- ",
        "ELMSTEAD, March 12 (Norwick) -- ",
        "(Norwick) - ",
        "Port Lyle (NPA) – ",
        "PORT LYLE — ",
        "ELMSTEAD, Osk — ",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    text = f"{dateline}The ferry sank."
    assert text[after_dateline(text, 0, len(text)) :] == "The ferry sank."


@pytest.mark.parametrize(
    "text",
    [
        "Elmstead – a wet town – slept.",
        "The ferry (built in 1990) - a wreck - sank.",
        "The union (ERU) said no.",
        "A VERY LOUD HEADLINE",
        "PORT LYLE — ",
        "",
    ],
)
def test_prose_is_kept_whole(text: str) -> None:
    assert after_dateline(text, 0, len(text)) == 0
