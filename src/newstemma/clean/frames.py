"""What a web page itself sets apart from the article: captions, texts of images, boxes at its side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newstemma.clean.lines import Line, Mark

__all__ = ["framed_lines", "framed_texts"]

_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "a", "span", "td", "dd", "dt")
_BOXES = ("aside", "nav", "section", "ul", "figcaption", "img")
_CAPTION = re.compile(r"(?:^|[-_ ]|image|photo|media|figure)(?:caption|credits?)(?:$|[-_ ])", re.IGNORECASE)
_SIDE = re.compile(
    r"(?:^|[-_ ])(?:related|most[-_]?(?:read|popular)|recommend(?:ed|ations)|newsletter|promo|sidebar|share|social|tags"
    r"|read[-_]?more|trending|teasers?)(?:$|[-_ ])",
    re.IGNORECASE,
)
_BOX_WORDS = 300  # words of the largest box; a page may call the frame around its article by any name
_TEXT_WORDS = 120
_ALT_WORDS = 4  # from which a line that says what an image says is not there by chance
_SHARE = 0.2  # of a text's characters: when boxes hold more of it, they are no boxes


def framed_texts(tree: Any) -> dict[str, str]:
    """Return the texts that a parsed page sets apart from its article, each with the reason for which it is residue.

    >>> from lxml.html import fromstring
    >>> framed_texts(fromstring("<body><p>Rain fell.<figure><figcaption>The harbour</figcaption></figure></body>"))
    {'The harbour': 'caption'}

    Quotations are left out, wherever they stand: posts are embedded in figures and boxes.
    """
    texts: dict[str, str] = {}
    for element in tree.iter(*_BLOCKS, *_BOXES):
        if element.tag == "img" and len((alt := _plain(element.get("alt") or "")).split()) >= _ALT_WORDS:
            texts.setdefault(alt, "image text")
        elif reason := _reason(element):
            texts.update(dict.fromkeys(_texts(element), reason))
    return texts


def _reason(element: Any) -> str:
    tag = element.tag
    if tag == "figcaption":
        return "caption"
    named = " ".join(filter(None, (element.get("class"), element.get("id"))))
    if named and tag in _BLOCKS and _CAPTION.search(named):
        return "caption"
    if tag in ("aside", "nav") or (named and tag in ("div", "section", "ul", "p") and _SIDE.search(named)):
        return "related link"
    return ""


def _texts(element: Any) -> Iterator[str]:
    """Yield the text of a small box and of each block in it."""
    whole = _plain(element.text_content())
    if not whole or len(whole.split()) > _BOX_WORDS or element.find(".//blockquote") is not None:
        return
    if any(above.tag in ("blockquote", "q") for above in element.iterancestors()):
        return
    yield whole
    for block in element.iter(*_BLOCKS):
        text = _plain(block.text_content())
        if text and len(text.split()) <= _TEXT_WORDS:
            yield text


def framed_lines(lines: Iterable[Line], texts: Mapping[str, str]) -> list[Mark]:
    """Find the lines that are one of `texts`; none where that would be much of the text.

    >>> from newstemma.clean.lines import split_lines
    >>> framed_lines(split_lines("Rain fell on the harbour all night.\\nBoats"), {"Boats": "caption"})
    [Mark(start=36, end=41, reason='caption')]
    """
    held = list(lines)
    found = [Mark(line.start, line.end, texts[key]) for line in held if (key := _plain(line.text)) in texts]
    marked = sum(mark.end - mark.start for mark in found)
    return found if marked <= _SHARE * sum(len(line.text) for line in held) else []


def _plain(text: str) -> str:
    return " ".join(text.split())
