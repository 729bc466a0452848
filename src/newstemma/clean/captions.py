"""Captions that stand between the paragraphs of a text without a credit to give them away."""

from __future__ import annotations

import re
from itertools import zip_longest

from newstemma.clean.lines import Line, Mark
from newstemma.clean.patterns import pattern

__all__ = ["captions"]

_LEAST_PROSE = 3  # ended paragraphs that a text needs before a missing end mark means anything
_MOST_WORDS = 70
_MOST_SENTENCES = 2
# An embedded post closes with its author's handle or the address of its picture.
_POST = r"[—–-]\s?.{1,60}\(@\w+\)|(?:t\.co|pic\.twitter\.com)/\w+$"
_ITEM = r"[-–—•▪●■►>·]|(?:\*|\d{1,3}[.)]|[a-z][.)])\s"
_SPEECH = (
    r"[“”\"]|^['‘]|\btold\b|\b(?:said|says|asked|added|wrote)$|^(?:And|But|So|Or)\b"
    r"|^(?:However|Meanwhile|Additionally|Moreover|Furthermore|Then|Still|Yet|Instead|Therefore|Finally)\b"
)
_SENTENCE_END = r"[.!?…]['\"”’)\]]*\s+['\"“‘(\[]?[A-Z]"
_PICTURE = r"(?:photo|photograph|picture|image|handout|frame grab|video grab)"
_DESCRIBES = (
    rf"\b(?:is|are) (?:seen|pictured|shown) .{{0,240}}\b(?:19|20)\d\d\.?$|\bin this .{{0,60}}\b{_PICTURE}\b"
    rf"|\bin an? (?:\w+ ){{0,3}}{_PICTURE} (?:obtained|provided|released|made available|distributed)\b"
    rf"|^(?:\w+ )?(?:file|undated|handout) {_PICTURE}\b"
)


def captions(lines: list[Line], taken: set[int], *, least_words: int) -> list[Mark]:
    """Find captions among `lines`; those that start at a place in `taken` are known residue.

    A line of at least `least_words` words without an end mark, where paragraphs have one, is a caption: subheadings are
    shorter. So is a single sentence that says it describes a picture. Lines above the first paragraph, items of a list
    and embedded posts are none.
    """
    left = [line for line in lines if line.start not in taken]
    long_lines = [line for line in left if line.words >= least_words]
    prose = sum(line.ended for line in long_lines)
    by_end_mark = prose >= _LEAST_PROSE and len(long_lines) <= 2 * prose
    found: list[Mark] = []
    in_body = in_list = False
    for line, below in zip_longest(left, left[1:]):
        if line.ended:
            in_list = line.text.endswith(":")
            in_body = in_body or line.words >= least_words
            caption = line.words <= _MOST_WORDS and _describes(line)
        else:
            whole = not (line.text[0].islower() or (below and below.text[0].islower()))  # no line of a broken paragraph
            caption = by_end_mark and in_body and not in_list and whole and least_words <= line.words <= _MOST_WORDS
        if caption and _bare(line):
            found.append(Mark(line.start, line.end, "caption"))
    return found


def _describes(line: Line) -> bool:
    return pattern(_DESCRIBES, re.IGNORECASE).search(line.text) is not None and not pattern(_SENTENCE_END).search(
        line.text
    )


def _bare(line: Line) -> bool:
    """Tell whether a line has none of the marks of a post, of an item in a list, or of speech."""
    sentences = 1 + sum(1 for _ in pattern(_SENTENCE_END).finditer(line.text))
    return sentences <= _MOST_SENTENCES and not (
        pattern(_POST).search(line.text) or pattern(_ITEM).match(line.text) or pattern(_SPEECH).search(line.text)
    )
