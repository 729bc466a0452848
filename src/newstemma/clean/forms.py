"""Forms in which a page asks its readers to register or sign in, with the calls around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise

from newstemma.clean.lines import Line, Mark

__all__ = ["forms"]

_FIELD = re.compile(
    r"\b(?:e-?mail(?: address)?|(?:first|last|full|user) ?name|surname|(?:confirm |re-?enter |your )?password|job title"
    r"|(?:phone|telephone|mobile)(?: number)?|(?:zip|post|postal) ?code|zip|country|city|state ?/ ?province|company"
    r"|organi[sz]ation|date of birth|captcha|submit|remember me|forgot(?:ten)?|(?:sign|log) ?in)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:(?:take|start|request) (?:a|your) (?:\w+ )?trial|free trial|registered (?:users|readers)|new user"
    r"|(?:enter|fill in|complete) (?:your|the)\b|your (?:e-?mail|account|password|details)|passwords?|e-?mail addresses"
    r"|sign ?up|(?:log|sign) ?in|register (?:now|here|today)|select from)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(r"[,.;!?]|\b(?:and|or|of|the|was|were|is|are)\b")
_ENDED = re.compile(r"[.!?]['\"”’)]*(?:\s|$)")
_FIELDS = 4  # that differ; in the gold sets four in a row, without a comma, stand in forms alone
_FIELD_GAP = 40  # characters from one field to the next, at most
_CALL_GAP = 200  # characters from one call to the next, or to the form, at most


def forms(text: str, lines: list[Line]) -> list[Mark]:
    """Find the forms of `text`, each with the calls around it, and with what follows in its line if that is no prose.

    >>> from newstemma.clean.lines import split_lines
    >>> page = "Rain fell. Register now! First name Last name Email Password Country Norway Peru"
    >>> [page[mark.start : mark.end] for mark in forms(page, split_lines(page))]
    ['Register now! First name Last name Email Password Country Norway Peru']
    >>> prose = "Stolen were the first name, last name, email and password of each guest."
    >>> forms(prose, split_lines(prose))
    []
    """
    runs = list(_runs_of_fields(text))
    if not runs:
        return []
    calls = [(match.start(), match.end()) for match in _CALL.finditer(text)]
    stops = [match.start() for match in _ENDED.finditer(text)]
    line_starts = [line.start for line in lines]
    marks: list[Mark] = []
    for start, end in runs:
        known = marks[-1].end if marks else 0
        if end <= known:
            continue
        before, after = bisect_left(calls, (start, 0)), bisect_left(calls, (end, 0))
        while before and start > known and start - calls[before - 1][1] <= _CALL_GAP:
            before -= 1
            start = calls[before][0]
        while after < len(calls) and calls[after][0] - end <= _CALL_GAP:
            end = max(end, calls[after][1])
            after += 1
        line = lines[bisect_right(line_starts, end - 1) - 1]
        stop = bisect_left(stops, end)
        end = end if stop < len(stops) and stops[stop] < line.end else line.end
        if start <= known and marks:
            start = min(start, marks.pop().start)
        marks.append(Mark(start, end, "registration form"))
    return marks


def _runs_of_fields(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which enough different fields stand one behind the other, and no prose between them."""
    fields = list(_FIELD.finditer(text))
    numbers = accumulate((_apart(text, one, other) for one, other in pairwise(fields)), initial=0)
    for _, run in groupby(zip(numbers, fields, strict=False), key=lambda item: item[0]):  # of no field there is 0, too
        row = [field for _, field in run]
        if len({field.group().lower() for field in row}) >= _FIELDS:
            yield row[0].start(), row[-1].end()


def _apart(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    gap = other.start() - one.end()
    return gap > _FIELD_GAP or _PROSE.search(text, one.end(), other.start()) is not None
