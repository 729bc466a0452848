"""Exports of Factiva: articles that end with "Document" and a number, with field codes such as HD and LP or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newstemma.errors import ArticleError
from newstemma.ingest.export_forms import without_text
from newstemma.ingest.metadata import metadata
from newstemma.ingest.records import Record

__all__ = ["factiva_articles", "is_factiva"]

_HEAD: Final = "CLM SE HD BY CR WC PD ET SN SC ED PG VOL LA CY".split()
_TEXT: Final = ("LP", "TD")
_FOOT: Final = "CT RF ART CO IN NS RE IPC IPD PUB AN".split()
_CODES: Final = "|".join((*_HEAD, *_TEXT, *_FOOT))
_CODE: Final = re.compile(rf"({_CODES})(?:(?:\s*[\t|]\s*| {{2,}})(.*))?")
_PRINTED: Final = re.compile(rf"({_CODES})(?: (.*))?")  # in a PDF a space is all that is left of the columns
_END: Final = re.compile(r"(?:AN\b[\s|]*)?Document ([A-Za-z][A-Za-z0-9]{9,39})")
_WORDS: Final = re.compile(r"\d[\d,.]{0,8} words?")
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?", re.IGNORECASE)
_RIGHTS: Final = re.compile(r"\(?(?:Copyright|©|\(c\)).*|.{0,80}All rights reserved\.?.{0,80}", re.IGNORECASE)
_NAMES: Final = 4  # words of the longest byline that is told by its looks
_DETAILS: Final = 10  # lines between the number of words and the text: day, time, outlet, code, page, language, rights


def is_factiva(lines: Sequence[str]) -> bool:
    """Tell whether lines, without white space around them, are such an export.

    >>> is_factiva(["HD  Ice", "TD", "It froze.", "AN  Document GULL000020310204e7240000a"]), is_factiva(["It froze."])
    (True, False)
    """
    plain = [line.strip(" |") for line in lines]
    if not any(map(_END.fullmatch, plain)):
        return False
    printed = any(line.startswith("AN ") and _END.fullmatch(line) for line in plain)
    heads = ("HD\t", "HD|", "HD  ", "HD |", *(["HD "] if printed else []))
    return any(_WORDS.fullmatch(line) or line == "HD" or line.startswith(heads) for line in plain)


def factiva_articles(lines: Sequence[str]) -> Iterator[Record | ArticleError]:
    """Yield the articles of an export in its order; one without its text comes as an error in its place.

    With codes ("full article plus indexing") LP and TD hold the text. Without, the number of words comes after title
    and author, and day, outlet, language and rights before the text.
    """
    article: list[str] = []
    for line in (line.strip(" |") for line in lines):
        if _END.fullmatch(line):
            yield _coded(article, code) if (code := _code_of(article, line)) else _plain(article)
            article = []
        elif line:
            article.append(line)


def _code_of(lines: Sequence[str], end: str) -> re.Pattern[str] | None:
    """Return how codes stand before their values in an article, `None` where it has none."""
    if any(map(_CODE.fullmatch, lines)):
        return _CODE
    return _PRINTED if end.startswith("AN ") and any(map(_PRINTED.fullmatch, lines)) else None


def _coded(lines: Sequence[str], pattern: re.Pattern[str]) -> Record | ArticleError:
    fields: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        code = pattern.fullmatch(line)
        if code and not (name in _TEXT and code[1] in _HEAD):  # a text may have a line "BY" of its own
            name = code[1]
            fields.setdefault(name, []).append(code[2] or "")
        elif name:
            fields[name].append(line)
    text = "\n".join(line for name in _TEXT for line in fields.get(name, ()) if line)

    def told(name: str) -> str:
        return " ".join(fields.get(name, ())).strip()

    return _record(text, told("HD"), told("SN"), told("BY"), told("PD"), told("LA"))


def _plain(lines: Sequence[str]) -> Record | ArticleError:
    place = next((number for number, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if place is None:
        return _record("", "", "", "", "", "")
    above, below = list(lines[:place]), list(lines[place + 1 :])
    author = above.pop() if len(above) > 1 and _names_somebody(above[-1], above[-2]) else ""
    if len(below) > 1 and _CLOCK.fullmatch(below[1]):
        del below[1]
    rights = [number for number, line in enumerate(below[:_DETAILS]) if _RIGHTS.fullmatch(line)]
    day, outlet, *_ = *below, "", ""
    language = next((line for line in below[2:_DETAILS] if line == "English"), "")
    start = rights[-1] + 1 if rights else below.index(language) + 1 if language else 3
    return _record("\n".join(below[start:]), above[-1] if above else "", outlet, author, day, language)


def _names_somebody(line: str, above: str) -> bool:
    """Tell whether a line below a title is a byline: names alone, where the title is longer, or a word that says so."""
    if line.lower().startswith("by "):
        return True
    names = line.split()
    return len(names) <= _NAMES < len(above.split()) and all(name[0].isupper() for name in names)


def _record(text: str, title: str, outlet: str, author: str, day: str, language: str) -> Record | ArticleError:
    if not text.strip():
        return without_text(*_TEXT)
    author = re.sub(r"^by\s+", "", author, flags=re.IGNORECASE)
    return Record(
        "", "text", text, metadata(title=title, outlet=outlet, author=author, published=day, language=language)
    )
