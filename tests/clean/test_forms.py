"""Forms to register or sign in, between and inside lines."""

from __future__ import annotations

import time

import pytest

from newstemma.clean.forms import forms
from newstemma.clean.lines import split_lines

PROSE = "The ferry to Marren was cancelled on Monday. The harbour master said that the pier was not safe."
FORM = (
    "Start your free trial. Registered readers may open two pieces a month. Please fill in the form below. Your "
    "password must have eight characters. First name Last name Email address Password Company Country --- Chile Peru"
)


def marked(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in forms(text, split_lines(text))]


def test_a_form_is_marked_with_its_calls_and_the_list_that_follows() -> None:
    assert marked(f"{PROSE} {FORM}") == [FORM]


def test_prose_after_a_form_in_one_line_stays() -> None:
    text = f"Register now! First name Surname Email Password Sign in {PROSE}"
    assert marked(text) == ["Register now! First name Surname Email Password Sign in"]


def test_a_form_over_several_lines_is_one() -> None:
    lines = ["Enter your details", "E-mail:", "Password:", "Remember me", "Sign in", "Forgot your password"]
    assert marked("\n".join([PROSE, *lines, PROSE])) == ["\n".join(lines)]


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Stolen were the first name, last name, email address, phone number and password of each guest.",
        "Her email was read. Her password was guessed. Her company knew. Her country did not.",
        "Email or call the city. The company will submit an offer. The country waits.",
        "",
    ],
)
def test_prose_about_such_things_is_no_form(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize("between", [". Rain fell on the harbour of Marren. ", " rain and sleet" * 20])
def test_many_forms_take_linear_time(between: str) -> None:
    text = f"Register now! First name Last name Email Password{between}" * 4_000 + "."
    began = time.process_time()
    assert marked(text)
    assert time.process_time() - began < 3
