"""All residue of a text, as marks that do not overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from newstemma.clean.captions import captions
from newstemma.clean.forms import forms
from newstemma.clean.frames import framed_lines
from newstemma.clean.head import image_texts, read_head
from newstemma.clean.lines import Line, Mark, split_lines
from newstemma.clean.phrases import phrase_reason
from newstemma.clean.recurring import recurring_lines
from newstemma.clean.tail import closing_credits, closing_dates, linked_lines, reader_comments
from newstemma.model import Media, Metadata, Place
from newstemma.settings.clean import CleanSettings

__all__ = ["Finding", "find_residue"]

_POST_LINK = re.compile(r"(?:https?://\S{1,200}?)?pic\.twitter\.com/\w+|https?://t\.co/\w{1,20}")
_LISTED = "related link"
_POST_AUTHOR = re.compile(r"\(@\w+\)")


@dataclass(frozen=True, slots=True)
class Finding:
    """The residue of a text, and what it said about the text before it was marked."""

    marks: tuple[Mark, ...]
    about: Metadata


def find_residue(
    text: str,
    about: Metadata,
    settings: CleanSettings,
    *,
    media: Media = "text",
    framed: Mapping[str, str] | None = None,
    cuts: Mapping[str, tuple[Place, ...]] | None = None,
) -> Finding:
    """Find what in `text` is not the article's: lines around it, between its paragraphs and below it.

    >>> find_residue("Rain fell on the harbour.\\nRead more: Sun", Metadata(), CleanSettings()).marks
    (Mark(start=26, end=40, reason='related link'),)

    Where rules disagree the more certain one counts: place and wording, then looks. Captions without a credit are
    looked for in plain text alone: what lacks an end mark in a page is an item of a list, and its captions are among
    the texts that it sets apart, `framed`. `cuts` are the lines that the outlet's profile knows to recur, with the
    places at which they are residue. Transcripts, releases and posts are searched by place and wording alone.
    """
    lines = split_lines(text)
    recurring = recurring_lines(lines, cuts or {}) if about.kind == "article" else []
    head = read_head(_without(lines, recurring), about, headline_words=settings.headline_words)
    distinct = {line.text: line for line in lines}  # each wording is looked at once, however often it recurs
    reasons = {words: phrase_reason(line) for words, line in distinct.items()}
    worded = [Mark(line.start, line.end, reason) for line in lines if (reason := reasons[line.text])]
    closing, last_dates = closing_dates(lines)
    marks = _merged([], head.marks, forms(text, lines), worded, closing, framed_lines(lines, framed or {}), recurring)
    marks = _merged(marks, linked_lines(lines, {mark.start: mark.reason for mark in marks}))
    if about.kind == "article":
        comments = reader_comments(
            lines, _touched(lines, marks), most_lines=settings.comment_lines, most_words=settings.comment_words
        )
        marks = _merged(marks, image_texts(lines, head.title), comments)
    marks = _merged(marks, closing_credits(lines))
    if about.kind == "article" and media == "text":
        marks = _merged(marks, captions(lines, _touched(lines, marks), least_words=settings.caption_words))
    marks = _lists_joined(lines, _merged(marks, _post_links(lines)))
    found = [*head.dates, *last_dates]
    published = next((own.published for own in sorted(found, key=lambda own: own.updated)), None)
    told = replace(
        about,
        title=about.title or head.title,
        author=about.author or head.author,
        published=about.published or published,
    )
    return Finding(tuple(marks), told)


def _merged(known: list[Mark], *more: Iterable[Mark]) -> list[Mark]:
    """Add marks to `known`, earlier ones first; one that overlaps what is there is left out."""
    merged = list(known)
    for marks in more:
        covered = _Covered(merged)
        merged += [mark for mark in sorted(marks, key=_place) if covered.add(mark)]
    return sorted(merged, key=_place)


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.reason  # a key is compared faster than marks are


def _touched(lines: list[Line], marks: list[Mark]) -> set[int]:
    """Return where the lines start in which something is marked."""
    starts = [line.start for line in lines]
    return {starts[bisect_right(starts, mark.start) - 1] for mark in marks}


def _without(lines: list[Line], marks: list[Mark]) -> list[Line]:
    known = {mark.start for mark in marks}
    return [line for line in lines if line.start not in known] if known else lines


def _lists_joined(lines: list[Line], marks: list[Mark]) -> list[Mark]:
    """Make one mark of a list of links, whose lines are residue one below the other."""
    below = {line.end: after.start for line, after in pairwise(lines)}
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last and last.reason == mark.reason == _LISTED and below.get(last.end) == mark.start:
            joined[-1] = replace(last, end=mark.end)
        else:
            joined.append(mark)
    return joined


class _Covered:
    """The characters that marks cover, to ask whether another one would overlap."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._taken = sorted((mark.start, mark.end) for mark in marks)

    def add(self, mark: Mark) -> bool:
        place = bisect_left(self._taken, (mark.start, mark.end))
        before = self._taken[place - 1][1] if place else 0
        after = self._taken[place][0] if place < len(self._taken) else mark.end
        if mark.start < before or after < mark.end or mark.start >= mark.end:
            return False
        insort(self._taken, (mark.start, mark.end))
        return True


def _post_links(lines: list[Line]) -> list[Mark]:
    """Find the addresses of pictures in embedded posts; the posts themselves are what somebody wrote, and stay."""
    return [
        Mark(line.start + match.start(), line.start + match.end(), "link")
        for line in lines
        if _POST_AUTHOR.search(line.text)
        for match in _POST_LINK.finditer(line.text)
    ]
