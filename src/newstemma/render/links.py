"""Addresses: anchors inside the page, and links to the words on a live page."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final
from urllib.parse import quote, urlsplit

from newstemma.model import Span

__all__ = ["article_anchor", "live_link", "words_anchor"]

_WHOLE_WORDS: Final = 12  # a longer passage is named by its first and last words, so that the address stays short
_END_WORDS: Final = 4
# White space and controls have no place in an address; browsers drop some of them silently, and a scheme can hide so.
_NO_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def article_anchor(article: str) -> str:
    """Return the anchor of an article: the same in every run, whatever characters its identifier has.

    >>> article_anchor("north/01")
    'a-4495ce61bd'
    """
    return f"a-{sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def words_anchor(span: Span) -> str:
    """Return the anchor of the place where `span` begins."""
    return f"{article_anchor(span.article)}-{span.start}"


def live_link(url: str | None, words: str) -> str:
    """Return a link to `words` on the live page, or empty where the address is not one of the web.

    >>> live_link("https://north.example/1", "Rain fell - at last, he said")
    'https://north.example/1#:~:text=Rain%20fell%20%2D%20at%20last%2C%20he%20said'
    >>> live_link("javascript:alert(1)", "Rain")
    ''

    Text fragments of the URL Fragment Text Directives draft (WICG): a passage over a line end, or a long one, is given
    by its first and its last words.
    """
    if not url or _NO_ADDRESS.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    directive = _directive(words)
    if not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _directive(words: str) -> str:
    split = words.split()
    lines = len(words.strip().splitlines()) > 1
    if (lines and len(split) > 1) or len(split) > _WHOLE_WORDS:
        ends = min(_END_WORDS, len(split) // 2)
        return f"{_encode(split[:ends])},{_encode(split[-ends:])}"
    return _encode(split)


def _encode(words: list[str]) -> str:
    """Percent-encode; a hyphen would mark a prefix or suffix, a comma divides the parts."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
