"""Lines that an outlet's profile knows to recur, found in one article."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newstemma.clean.lines import Line, Mark
from newstemma.clean.patterns import pattern
from newstemma.model import Place

__all__ = ["RECURRING", "line_key", "place_of", "recurring_lines"]

RECURRING = "recurring line"
"""The reason of every mark that a profile makes."""

_HEAD_LINES = 3
_TAIL_LINES = 5
_LONGEST = 1_000  # characters of a line that can recur; a paragraph on one line is not looked at
_QUOTED = frozenset("\"'“‘«„")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u200b": None})


def line_key(text: str) -> str:
    """Return the normal form of a line, in which case, spacing, numbers and marks around it do not matter.

    >>> line_key("  Follow  us: 12,345 readers do! ")
    'follow us: # readers do'

    Empty for what cannot recur as residue: quotations, very long lines, and lines without a letter.
    """
    if len(text) > _LONGEST or text.lstrip()[:1] in _QUOTED:
        return ""
    plain = " ".join(text.casefold().translate(_MARKS).split())
    plain = pattern(r"\d+(?:[.,:]\d+)*").sub("#", plain)
    plain = pattern(r"^[^\w#@<]+|[^\w#>]+$").sub("", plain)
    return plain if pattern(r"[^\W\d_]", re.UNICODE).search(plain) else ""


def place_of(number: int, lines: int) -> Place:
    """Return where line `number`, from 0, of an article with so many `lines` stands.

    >>> [place_of(number, 12) for number in (0, 2, 3, 6, 7, 11)]
    ['head', 'head', 'middle', 'middle', 'tail', 'tail']

    In a short article the nearer end counts.
    """
    below = lines - 1 - number
    if number < _HEAD_LINES and number < below:
        return "head"
    return "tail" if below < _TAIL_LINES else "middle"


def recurring_lines(lines: list[Line], cuts: Mapping[str, tuple[Place, ...]]) -> list[Mark]:
    """Find the lines of an article that its outlet's profile knows, at the places for which it knows them.

    >>> from newstemma.clean.lines import split_lines
    >>> recurring_lines(split_lines("Rain fell.\\nThe Tern at 9"), {"the tern at #": ("tail",)})
    [Mark(start=11, end=24, reason='recurring line')]
    """
    if not cuts:
        return []
    return [
        Mark(line.start, line.end, RECURRING)
        for number, line in enumerate(lines)
        if place_of(number, len(lines)) in cuts.get(line_key(line.text), ())
    ]
