"""The head of a text: headline, byline and date above its first words, and the headline's echo below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newstemma.clean.dates import OwnDate, date_line, date_prefix
from newstemma.clean.lines import Line, Mark
from newstemma.clean.patterns import pattern
from newstemma.clean.phrases import phrase_reason
from newstemma.model import Metadata

__all__ = ["Head", "image_texts", "read_head"]

_LINES = 8  # above the body; more is no head any more
_BODY_WORDS = 12  # from which an ended line is the first of the body
_HEADLINE_LINES = 3  # in which a line can be a headline by its looks alone
_SAME = 0.75  # share of common words from which a line repeats a title
_CAPITALS = 0.8  # share of capitalised words from which a line is in title case
_SMALL = frozenset(
    "a an the and or but nor of in on at to for from by with as is be vs via per into over than that".split()
)
_WORD = r"[^\W_]+(?:['’][^\W_]+)?"
_LABEL_LINES = 2  # in which a bare section label can stand; further down the same word is a subheading
_LABEL = (
    r"(?:news|world|politics|opinion|business|local|national|international|exclusive|live|home|breaking|analysis|sports?"
    r"|entertainment|health|science|tech(?:nology)?|economy|crime|environment|education|culture|comment)"
)
_NAMED = r"[A-Z][\w.'’-]*"
_BYLINE = (
    r"(?:By|BY|(?:Written|Posted|Reported) by)\s*:?\s+"
    rf"(?P<by>{_NAMED}(?: (?:{_NAMED}|and|de|da|van|von|al|bin|el|der),?){{0,10}})"
    r"(?P<rest>\s*(?:[|,•·(–—-]|\bfor\b|\bin\b).{0,60})?"
)


@dataclass(slots=True)
class Head:
    """What the head of a text gives: residue, and what it says about the text."""

    marks: list[Mark] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    dates: list[OwnDate] = field(default_factory=list)


def read_head(lines: list[Line], about: Metadata, *, headline_words: int) -> Head:
    """Read the lines above the body.

    `about` is what is known so far: a line that repeats its title is residue. Without a title, a line without an end
    mark above the body is the headline.
    """
    head = Head(title=about.title)
    for place, line in enumerate(lines[:_LINES]):
        if place < _LABEL_LINES and len(lines) > 1 and pattern(_LABEL, re.IGNORECASE).fullmatch(line.text):
            head.marks.append(Mark(line.start, line.end, "section label"))
        elif place + 1 < len(lines) and (reason := _above_body(line, place, head, headline_words, lines[place + 1 :])):
            head.marks.append(Mark(line.start, line.end, reason))
        elif own := date_prefix(line.text):
            head.dates.append(own)
            head.marks.append(Mark(line.start + own.start, line.start + own.end, "date line"))
            break
        elif (line.ended and line.words >= _BODY_WORDS) or not (line.words < _BODY_WORDS or phrase_reason(line)):
            break
    return head


def _above_body(line: Line, place: int, head: Head, headline_words: int, below: list[Line]) -> str:
    """Return what a line above the body is, and keep in `head` what it says."""
    if own := date_line(line.text):
        head.dates.append(own)
        head.author = head.author or own.by.removeprefix("By ").strip() or None
        return "date line"
    if line.words <= 14 and (byline := pattern(_BYLINE).fullmatch(line.text)):
        head.author = head.author or byline["by"].strip(" ,")
        return "byline"
    if line.words <= headline_words and not phrase_reason(line) and _is_headline(line, head.title, below, place):
        head.title = head.title or line.text
        return "headline"
    return ""


def _is_headline(line: Line, title: str | None, below: list[Line], place: int) -> bool:
    if title and _repeats(line, title):
        return True
    if place >= _HEADLINE_LINES or line.words < 4 or line.text.endswith((".", ",", ":", ";", "…")):
        return False
    if not any(other.ended for other in below[:4]):
        return False
    if line.text[0] in "\"'“‘([" and line.text[-1] in "\"'”’)]":
        return False
    return title_case(line.text) or (title is None and not line.ended and below[0].words > line.words)


def _repeats(line: Line, title: str) -> bool:
    here, there = _bag(line.text), _bag(title)
    if not here or not there:
        return False
    common = len(here & there)
    if common >= _SAME * len(here | there):
        return True
    return here <= there and len(here) >= 4 and not line.ended


def _bag(text: str) -> frozenset[str]:
    return frozenset(word.replace("'", "").replace("’", "") for word in pattern(_WORD).findall(text.lower()))


def title_case(text: str) -> bool:
    """Tell whether the words of `text` are capitalised as those of a headline are.

    >>> title_case("Harbour Floods After Night of Rain"), title_case("Harbour floods after rain")
    (True, False)
    """
    words: list[str] = [word for word in pattern(_WORD).findall(text) if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= 2 and capitals >= _CAPITALS * sum(word[0].isalpha() for word in words)


def image_texts(lines: list[Line], headline: str | None) -> list[Mark]:
    """Find the alternative texts of images: lines in lower case, without an end mark, made of the headline's words."""
    words = _bag(headline or "")
    return [
        Mark(line.start, line.end, "image text")
        for line in lines
        if 4 <= line.words <= 30
        and not line.ended
        and line.text == line.text.lower()
        and (here := _bag(line.text))
        and len(here & words) >= _CAPITALS * len(here)
    ]
