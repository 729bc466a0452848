"""What a web page itself sets apart from the article: captions, texts of images, boxes at its side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newstemma.clean.lines import Line, Mark

__all__ = ["framed_lines", "framed_texts"]

_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "a", "span", "td", "dd", "dt")
_BOXES = ("aside", "nav", "section", "ul", "figcaption", "img")
_SIDES = ("div", "section", "ul", "p")  # which may be boxes at the side, where their names say so
_ALWAYS = {"figcaption": "caption", "aside": "related link", "nav": "related link"}
_CAPTION = re.compile(r"(?:^|[-_ ]|image|photo|media|figure)(?:caption|credits?)(?:$|[-_ ])")
_SIDE = tuple(
    "-related- -most-read- -mostread- -most-popular- -mostpopular- -recommended- -recommendations- -newsletter- -promo-"
    " -sidebar- -share- -social- -tags- -read-more- -readmore- -trending- -teaser- -teasers-".split()
)
_DASHES = str.maketrans("_ ", "--")
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
    known: dict[tuple[str, str, str], str] = {}  # pages give hundreds of elements the same names
    for element in tree.iter(*_BLOCKS, *_BOXES):
        tag, attributes = element.tag, element.attrib
        if tag == "img":
            if len(words := attributes.get("alt", "").split()) >= _ALT_WORDS:
                texts.setdefault(" ".join(words), "image text")
            continue
        if not attributes and tag not in _ALWAYS:
            continue
        names = tag, attributes.get("class", ""), attributes.get("id", "")
        if (reason := known.get(names)) is None:
            reason = known[names] = _reason(*names)
        if reason:
            texts.update(dict.fromkeys(_texts(element), reason))
    return texts


def _reason(tag: str, *names: str) -> str:
    if tag in _ALWAYS:
        return _ALWAYS[tag]
    named = " ".join(filter(None, names)).lower()
    if tag in _BLOCKS and ("caption" in named or "credit" in named) and _CAPTION.search(named):
        return "caption"
    parts = f"-{named.translate(_DASHES)}-"
    return "related link" if tag in _SIDES and any(name in parts for name in _SIDE) else ""


def _texts(element: Any) -> Iterator[str]:
    """Yield the text of a small box and of each block in it."""
    words = element.text_content().split()
    if not words or len(words) > _BOX_WORDS or next(element.iter("blockquote"), None) is not None:
        return
    if next(element.iterancestors("blockquote", "q"), None) is not None:
        return
    yield " ".join(words)
    for block in element.iterdescendants(*_BLOCKS):
        words = block.text_content().split()
        if words and len(words) <= _TEXT_WORDS:
            yield " ".join(words)


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
