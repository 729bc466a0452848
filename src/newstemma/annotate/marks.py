"""Quotation marks as they stand in a paragraph, told from apostrophes, feet, inches and years."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from newstemma.model import Span

__all__ = ["Family", "Mark", "read_marks", "starts_with_mark"]

Family = Literal["double", "angle", "single"]

_MARK = re.compile(r"''|‘‘|’’|``|[\"“”„‟«»‹›‘’‚'`]")
_OPENING = frozenset(["“", "„", "‟", "‘‘", "``", "«", "‹", "‘", "‚"])
_CLOSING = frozenset(["”", "’’", "»", "›", "’"])
_ANGLES = frozenset("«»‹›")
_SINGLES = frozenset("‘’‚'`")
_BEFORE_OPENING = frozenset('([{—–-/:"“„«‘…')
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}$")


class Mark(NamedTuple):
    """One mark as it stands; one that neither opens nor closes for sure may do either."""

    start: int
    end: int
    family: Family
    opens: bool
    closes: bool


def starts_with_mark(text: str, paragraph: Span) -> bool:
    """Tell whether the paragraph begins with a mark that may open a quotation."""
    match = _MARK.match(text, paragraph.start, paragraph.end)
    return match is not None and match.group() not in _CLOSING


def read_marks(text: str, paragraph: Span) -> list[Mark]:
    """Read the quotation marks of one paragraph; apostrophes, feet, inches and years are left out."""
    found: list[Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        sign, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if sign in _SINGLES:
            mark = _single(text, paragraph, match, before, after)
            if mark is not None:
                found.append(mark)
            continue
        if sign == '"' and _FEET_AND_INCHES.search(text, max(paragraph.start, start - 6), start):
            continue
        family: Family = "angle" if sign in _ANGLES else "double"
        if sign in _OPENING or sign in _CLOSING:
            # Some keyboards turn the mark the wrong way: one at a word's wrong side shows by the spaces around it.
            opens, closes = sign in _OPENING, sign in _CLOSING
            if opens and not before.isspace() and _ends_word(before) and (after.isspace() or after in ",.;"):
                opens, closes = False, True
            elif closes and before.isspace() and after.isalnum():
                opens, closes = True, False
        else:
            if (
                before.isdigit()
                and (after.isspace() or after.isdigit())
                and not any(m.family == "double" for m in found)
            ):
                continue  # inches
            left = before.isspace() or before in _BEFORE_OPENING
            right = not (after.isalnum() or after in "[($£€#@“‘'…")
            opens, closes = left and not right, right and not left
        found.append(Mark(start, end, family, opens, closes))
    return found


def _ends_word(character: str) -> bool:
    return character.isalnum() or character in ",.!?;:…)]"


def _single(text: str, paragraph: Span, match: re.Match[str], before: str, after: str) -> Mark | None:
    sign, start, end = match.group(), match.start(), match.end()
    if before.isalnum() and after.isalnum():
        return None
    opens = (
        sign != "’"
        and (before.isspace() or before in _BEFORE_OPENING)
        and (after.isalnum() or after in '[($£€#@“"…')
        and not _elision().match(text, end, paragraph.end)
    )
    closes = sign in "’'" and not before.isspace() and not after.isalnum() and before not in "([{—–“"
    return Mark(start, end, "single", opens, closes) if opens != closes else None


@cache
def _elision() -> re.Pattern[str]:
    """Words that drop their first letters: the mark before them is an apostrophe."""
    words = "em|til|tis|twas|cause|cuz|n|bout|round|nuff|un|tude|hood"
    return re.compile(rf"\d0s\b|\d\ds?\b(?!\s+\w+\s+\w+)|(?:{words})\b", re.IGNORECASE)
