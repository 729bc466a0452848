"""The lines of a web page, as exports of news databases are laid out in HTML."""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["export_lines"]

_EXPORT: Final = re.compile(r"class=.article \w\wArticle\b|>\s*\d{1,6} of \d{1,6} DOCUMENTS?\s*<", re.IGNORECASE)
_BLOCKS: Final = frozenset("p div table tr h1 h2 h3 h4 h5 h6 li ul ol body".split())
_PASSED: Final = frozenset(("script", "style", "head"))


def export_lines(html: str) -> list[str] | None:
    """Return the lines of a page that is an export; `None` where nothing tells that it is one.

    >>> export_lines("<body><p>1 of 2 DOCUMENTS</p><p>The <b>Gull</b><br>Arlund</p></body>")
    ['', '1 of 2 DOCUMENTS', '', 'The Gull', 'Arlund', '']

    Blocks stand between empty lines, cells of a row beside one another with a tab between. Factiva's pages have the
    articles in elements of the class "article enArticle", LexisNexis' begin each with "1 of 200 DOCUMENTS".
    """
    if not _EXPORT.search(html):
        return None
    from lxml import etree  # slow to import
    from lxml import html as markup

    tree: Any = markup.document_fromstring(html.encode("utf-8", "replace"), parser=markup.HTMLParser(encoding="utf-8"))
    pieces: list[str] = []
    passed = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            passed += tag in _PASSED
            if tag in _BLOCKS and not (tag == "p" and _opens_cell(element)):
                pieces.append("\n\n")
            elif tag in ("td", "th") and element.getprevious() is not None:
                pieces.append("\t")
            if not passed and isinstance(tag, str):
                pieces.append(" ".join((element.text or "").split(" ")).replace("\n", " "))
        else:
            passed -= tag in _PASSED
            pieces.append("\n" if tag == "br" else "\n\n" if tag in _BLOCKS else "")
            if not passed:
                pieces.append((element.tail or "").replace("\n", " "))
    return _tidy("".join(pieces))


def _opens_cell(element: Any) -> bool:
    """Tell whether a paragraph is the first thing in its cell: it stays on the line of the code beside it."""
    above = element.getparent()
    return above is not None and above.tag == "td" and element.getprevious() is None and not (above.text or "").strip()


def _tidy(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        plain = "\t".join(" ".join(cell.split()) for cell in line.split("\t")).strip()
        if plain or not lines or lines[-1]:
            lines.append(plain)
    return lines
