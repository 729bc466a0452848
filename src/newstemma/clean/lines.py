"""Lines of a text with their offsets, and the looks that tell prose from what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "Mark", "split_lines"]

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_ENDED = re.compile(r"[.!?…:;,]['\"”’»)\]]*(?:\s*\([^()]{1,80}\))?$")
_LOOKED_AT = 400  # characters at a line's ends that its looks are judged by


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, at code points `start` to `end` without the white space around it."""

    start: int
    end: int
    text: str
    words: int

    @property
    def ended(self) -> bool:
        """Whether it closes with an end mark, as prose does and headlines and captions often do not."""
        return _ENDED.search(self.text[-_LOOKED_AT:]) is not None


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of residue, `start` to `end`, and why it is taken for residue."""

    start: int
    end: int
    reason: str


def split_lines(text: str) -> list[Line]:
    """Cut `text` into its lines, blank ones left out.

    >>> [(line.start, line.text) for line in split_lines("Rain fell.\\n\\n It stopped.")]
    [(0, 'Rain fell.'), (13, 'It stopped.')]
    """
    found = []
    for match in _LINE.finditer(text):
        whole = match.group()
        inside = whole.strip()
        if inside:
            start = match.start() + len(whole) - len(whole.lstrip())
            found.append(Line(start, start + len(inside), inside, len(inside.split())))
    return found
