"""Addresses: one form for all that lead to one article."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newstemma.clean.addresses import normal_address

ICE = "https://tern.example/2026/ice"


@pytest.mark.parametrize(
    "address",
    [
        "http://tern.example/2026/ice",
        "https://www.tern.example/2026/ice/",
        "https://m.tern.example/2026/ice#comments",
        "HTTPS://Tern.Example:443//2026/ice",
        f"{ICE}?utm_source=letter&utm_medium=e-mail",
        f"{ICE}?fbclid=abc&gclid=def&ref=home",
        f"{ICE}/amp/",
        f"{ICE}?outputType=amp",
        f"{ICE}?amp",
        "https://amp.tern.example/2026/ice",
        "https://tern.example/amp/2026/ice",
        "https://tern.example/2026/ice.amp",
        "https://tern.example/2026/%69ce",
        "https://www.google.com/amp/s/tern.example/2026/ice",
        "https://tern-example.cdn.ampproject.org/c/s/tern.example/2026/ice?utm_source=x",
        f" {ICE} ",
    ],
)
def test_one_article_has_one_address(address: str) -> None:
    assert normal_address(address) == "tern.example/2026/ice"


@pytest.mark.parametrize(
    "address",
    [
        f"{ICE}?id=7",
        "https://gull.example/2026/ice",
        "https://tern.example/2026/Ice",
        "https://tern.example:8080/2026/ice",
    ],
)
def test_what_may_be_another_article_has_another(address: str) -> None:
    assert normal_address(address) not in ("", "tern.example/2026/ice")


def test_the_order_of_parameters_does_not_count() -> None:
    assert (
        normal_address(f"{ICE}?b=2&a=1")
        == normal_address(f"{ICE}?a=1&utm_id=3&b=2")
        != normal_address(f"{ICE}?a=2&b=1")
    )


@pytest.mark.parametrize(
    "address", ["", "ice.html", "https://tern.example", "https://tern.example/?utm_source=x", "ftp://tern.example/a",
                "http://[broken/a", "https://tern.example:port/a", "javascript:alert(1)", "https:///a"]
)  # fmt: skip
def test_front_pages_and_other_things_are_no_articles(address: str) -> None:
    assert normal_address(address) == ""


PIECES = st.sampled_from(
    ["amp", "/", "index.html", ".amp", ".html", "%", "%25", "%41", "%2f", "4", "é", "?", "&", "utm_x=1", "id=2",
     "amp=1", "#", "www.", "m.", "tern.example", ":80", "@", " ", "+", "\ud800", "google.com/amp/s/"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=30))
@example("?\ud800&index.html")
def test_the_normal_form_is_normal(rest: str) -> None:
    for address in (f"https://tern.example/{rest}", f"https://{rest}"):
        if normal := normal_address(address):
            assert normal_address(f"https://{normal}") == normal
    if normal := normal_address(f"https://tern.example/{rest}"):
        assert normal_address(f"http://www.tern.example/{rest}") == normal == normal_address(f"http://m.{normal}")
