"""Texts and pages that nobody would write."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.clean import clean
from newstemma.errors import ArticleError
from newstemma.model import Article, Media, Page
from newstemma.settings.clean import CleanSettings

WORDS = "The lake froze on Monday, and the keeper of it said that it would be closed. "
MIB = 1 << 20


def cleaned(content: str, media: Media) -> Article | None:
    try:
        return clean(Page("a", ("a",), "", media, content), settings=CleanSettings())
    except ArticleError as error:
        assert error.stage == "clean"
        assert error.reason
        return None


TAGS = st.sampled_from(
    ["<html>", "<p>", "</p>", "<figure><figcaption>", "</figure>", "<aside class='related'>", "<blockquote>",
     "<img alt='a b c d'>", "<!--", "]]>", "&#0;", "&#xD800;",
     "<?xml version='1.0' encoding='utf-8'?>", "<svg>", "\x00", "\u2028", "🙂",
     WORDS, WORDS * 5]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS | st.text(max_size=10), max_size=14).map("".join), st.sampled_from(["html", "text"]))
def test_any_page_is_an_article_or_has_a_reason(content: str, media: Media) -> None:
    article = cleaned(content, media)
    if article is not None:
        assert all(0 <= mark.span.start < mark.span.end <= len(article.text) for mark in article.removed)


UNITS = [
    WORDS, "a ", "By Ann Roe ", "Ann Roe, ", "Ann Roe/", "(Ann Roe/", "A/A", "follow us on ", "cookies we use ", "?!",
    "a@b.", "@a ", "12/12 ", "1 h ", "Posted: 4 ", "Share\n", "Ann Roe\n", "Tags: a\n", "“", "'", "\u200b",
    "©", "NYSE: A ",
    "Photo ", "FILE - ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_mebibyte_of_text_takes_seconds(unit: str) -> None:
    text = WORDS * 2 + "\n" + unit * (MIB // len(unit))
    began = time.process_time()
    cleaned(text, "text")
    assert time.process_time() - began < 10  # about 3 at most on an idle core


@pytest.mark.parametrize(
    "unit", ["<div>", f"<p>{WORDS}", "<aside class=related><p>a</p>", "<figure><figcaption>a ", "&amp;"]
)
def test_a_mebibyte_of_markup_takes_seconds(unit: str) -> None:
    content = f"<html><body><article><p>{WORDS * 5}</p>" + unit * (MIB // 4 // len(unit))
    began = time.process_time()
    cleaned(content, "html")
    assert time.process_time() - began < 10  # about 3 at most on an idle core
