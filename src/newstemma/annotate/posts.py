"""Embedded posts, which carry their author's words without quotation marks: "TEXT — Name (@handle) Month D, YYYY"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newstemma.model import Article, Attribution, Span
from newstemma.settings.quotations import QuotationSettings

__all__ = ["find_posts"]

_WINDOW = 160  # characters before a post's end in which its signature stands


# Compiled when a text first needs them: few texts embed a post, and the program should start fast.
@cache
def _signature() -> re.Pattern[str]:
    """Author, handle and date behind a post."""
    month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    return re.compile(
        r"(?:—|–|―|--|-)\s*(?P<source>[^\s—–(][^—–()@\n]{0,80}?\s*\(\s*@\w{1,30}\s*\))\s*"
        rf"(?P<date>(?:{month}\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{month}\.?\s+\d{{4}})|$)"
    )


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+))+\s*$")


def find_posts(article: Article, paragraphs: Sequence[Span], *, settings: QuotationSettings) -> tuple[Attribution, ...]:
    """Return the embedded posts, each one direct attribution with its author as source.

    >>> text = "The bridge is open again. — Ada Brook (@adabrook) May 4, 2021"
    >>> [post] = find_posts(Article("a", text), [Span("a", 0, len(text))], settings=QuotationSettings())
    >>> post.content[0].of(text), post.source[0].of(text)
    ('The bridge is open again.', 'Ada Brook (@adabrook)')

    A post of several short lines reaches up to the first line that is too long or ends with a colon.
    """
    text = article.text
    found: list[Attribution] = []
    previous_post = -1
    for number, paragraph in enumerate(paragraphs):
        if "(@" not in text[paragraph.start : paragraph.end].replace("( ", "("):
            continue
        for match in _signature().finditer(text, paragraph.start, paragraph.end):
            begin = max(paragraph.start, found[-1].source[0].end if found else 0)
            if found and begin > paragraph.start:
                begin = _after_date(text, begin, match.start())
            end = _trim_end(text, begin, match.start())
            if begin == paragraph.start:
                begin = _first_line(article, paragraphs, number, previous_post, end, settings)
            end = _trim_end(text, begin, match.start())
            begin, end = _without_marks(text, begin, end)
            if end - begin < 3 or end - begin > settings.post_characters:
                continue
            source = article.span(*match.span("source"))
            found.append(
                Attribution(
                    article.id, "direct", (article.span(begin, end),), source=(source,), speaker_text=source.of(text),
                    confidence=0.9,
                )
            )  # fmt: skip
            previous_post = number
    return tuple(found)


def _after_date(text: str, begin: int, end: int) -> int:
    match = re.compile(r"\s*[A-Z][a-z]+\.?\s+\d{1,2},\s+\d{4}\s*").match(text, begin, end)
    return match.end() if match else begin


def _without_marks(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin] in " \t\n\"“'‘":
        begin += 1
    while end > begin and text[end - 1] in ' \t\n"”':
        end -= 1
    return begin, end


def _trim_end(text: str, begin: int, end: int) -> int:
    link = _link().search(text, max(begin, end - _WINDOW), end)
    end = link.start() if link else end
    while end > begin and text[end - 1].isspace():
        end -= 1
    return end


def _first_line(
    article: Article, paragraphs: Sequence[Span], number: int, previous: int, end: int, settings: QuotationSettings
) -> int:
    """Return where a post that ends in paragraph `number` begins, over short lines without marks or a colon."""
    begin = paragraphs[number].start
    if end - begin > settings.post_line_characters:
        return begin
    for above in range(number - 1, previous, -1):
        line = article.text[paragraphs[above].start : paragraphs[above].end]
        if article.text.count("\n", paragraphs[above].end, paragraphs[above + 1].start) > 1:
            break
        if len(line) > settings.post_line_characters or end - paragraphs[above].start > settings.post_characters // 2:
            break
        if re.search(r"[:\"“”«»]|\b(?:said|wrote|tweeted|posted)\b", line):
            break
        begin = paragraphs[above].start
    return begin
