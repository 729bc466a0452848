"""Time expressions, a small grammar after TimeML's TIMEX3; `align` anchors what hangs on the article's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newstemma.annotate.time_items import Items, classify
from newstemma.annotate.time_rules import match_times
from newstemma.model import Article, Relative, Span, When
from newstemma.settings.times import TimeSettings

__all__ = ["find_times"]

_DEFAULT = TimeSettings()
_AHEAD = frozenset(
    """will shall 'll scheduled expected plans plan planned planning due going upcoming slated expire expires payable
    begins starts ends""".split()
)
_BEHIND = frozenset("said told was were had did announced reported released".split())


def find_times(article: Article, sentences: Sequence[Span], *, settings: TimeSettings = _DEFAULT) -> tuple[When, ...]:
    """Find the time expressions in the `sentences` of an article, in order, not anchored yet.

    >>> text = "She arrived on Monday night and left three days ago, in March 2021."
    >>> for time in find_times(Article("a", text), [Span("a", 0, len(text))]):
    ...     print(time.span.of(text), time.type, time.value)
    Monday night TIME XXXX-WXX-1TNI
    three days ago DATE XXXX-XX-XX
    March 2021 DATE 2021-03

    Spans leave prepositions out and take determiners in, as TimeML does. A weekday or month that stands after "will",
    "scheduled" and the like is marked as lying ahead.
    """
    items = classify(article.text, sentences)
    found: list[When] = []
    for begin, end, reading in match_times(items):
        relative = reading.relative
        if relative is not None and relative.unit in ("weekday", "monthname") and relative.direction == 0:
            relative = _directed(items, begin, relative, settings.future_reach)
        span = article.span(items.starts[begin], items.ends[end - 1])
        found.append(When(span, reading.type, reading.value, reading.granularity, relative))
    return tuple(found)


def _directed(items: Items, begin: int, relative: Relative, reach: int) -> Relative:
    """Mark a named day or month as lying ahead where the clause before it is about what is to come."""
    for at in range(begin - 1, max(-1, begin - 1 - reach), -1):
        word = items.words[at]
        if items.symbols[at] == "\n" or word in _BEHIND or word in (";", "“", '"'):
            break
        if word in _AHEAD:
            return replace(relative, direction=1)
    return relative
