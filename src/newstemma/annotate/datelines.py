"""Datelines: the place, day and sender that agencies print before the first word of a report."""

from __future__ import annotations

import re

__all__ = ["after_dateline"]

_WORD = r"[^\W\d_][\w.'’-]*"
_PLACE = rf"{_WORD}(?:[ ,/]{{1,2}}{_WORD}){{0,4}}"
_DAY = r"(?:, ?[^\W\d_]{3,9}\.? ?\d{1,2})?"
_DASH = r"\s?(?:--|[—–-])\s"
# With a sender in brackets the place may be in any case, or absent; without one only capitals tell it from a sentence.
_SENT = re.compile(rf"(?:{_PLACE}{_DAY} ?)?\((?=[^)]*[A-Z])[^()\n]{{2,40}}\){_DASH}")
_CAPITALS = re.compile(
    rf"[A-Z][A-Z.'’-]{{2,}}(?:[ ,/]{{1,2}}[A-Z][A-Z.'’-]+){{0,3}}(?:, {_WORD})?{_DAY}{_DASH}(?=[A-Z“\"])"
)
_LONGEST = 80  # characters


def after_dateline(text: str, start: int, end: int) -> int:
    """Return where the report begins in the paragraph `text[start:end]`: behind its dateline, or at `start`.

    >>> lines = "ELMSTEAD (NPA) — It rained.", "Elmstead – wet – slept."
    >>> [line[after_dateline(line, 0, len(line)) :] for line in lines]
    ['It rained.', 'Elmstead – wet – slept.']
    """
    stop = min(end, start + _LONGEST)
    match = _SENT.match(text, start, stop) or _CAPITALS.match(text, start, stop)
    return match.end() if match and match.end() < end else start
