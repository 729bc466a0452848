from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.render.links import article_anchor, live_link


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "ftp://x.example/1", "file:///etc/x",
        "//x.example/1", "/1", "x.example/1", "https:", "https://", "http://[bad/1", " https://x.example/1",
        "https://x.example/a b", "java\nscript:alert(1)", "https://x.example/\x00", "https://x.example/\ud800",
    ],
)  # fmt: skip
def test_only_the_web_is_linked(url: str | None) -> None:
    assert live_link(url, "Rain") == ""


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("a-b, c & d", "a%2Db%2C%20c%20%26%20d"),
        ("“é” 100%", "%E2%80%9C%C3%A9%E2%80%9D%20100%25"),
        ("one  two\tthree", "one%20two%20three"),
        ("one two\nthree four", "one%20two,three%20four"),
        (" ".join("abcdefghijklmnop"), "a%20b%20c%20d,m%20n%20o%20p"),
        ("alone\n", "alone"),
    ],
)
def test_words_are_encoded(words: str, directive: str) -> None:
    assert live_link("https://x.example/1?q=2", words) == f"https://x.example/1?q=2#:~:text={directive}"


def test_an_anchor_in_the_address_stays() -> None:
    assert live_link("http://x.example/1#top", "Rain") == "http://x.example/1#top:~:text=Rain"


def test_no_words_no_directive() -> None:
    assert live_link("https://x.example/1", " \n") == "https://x.example/1"


@given(st.text(min_size=1))
def test_a_directive_holds_nothing_that_could_be_read_as_its_own_signs(words: str) -> None:
    _, found, directive = live_link("https://x.example/1", words).partition(":~:text=")
    if found:
        assert directive.isascii() and not set(directive) & set("-&#\"'<> ")
        assert directive.count(",") <= 1
        assert unquote(directive.replace(",", " ")).split()[0] == words.split()[0]


@given(st.text())
def test_anchors_are_plain(article: str) -> None:
    assert article_anchor(article).replace("-", "").isalnum()
