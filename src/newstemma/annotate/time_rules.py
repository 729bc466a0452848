"""The grammar of times over item symbols."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newstemma.annotate.time_day_meanings import (
    clock_alone_meaning,
    day_meaning,
    iso_meaning,
    part_of_day_meaning,
    slashed_meaning,
)
from newstemma.annotate.time_items import Items
from newstemma.annotate.time_matches import Match, Reading
from newstemma.annotate.time_meanings import (
    ago_meaning,
    century_meaning,
    decade_meaning,
    duration_meaning,
    month_meaning,
    quarter_meaning,
    recent_meaning,
    reference_meaning,
    season_meaning,
    set_meaning,
    step_meaning,
    the_unit_meaning,
    unit_ago_meaning,
    year_end_meaning,
    year_meaning,
)

__all__ = ["match_times"]

_DAY = (
    r"(?:(?:W,?)?(?:(?P<m>M)(?P<d>[DO])(?:,?(?P<y>Y))?|d?(?P<d2>[DO])f?(?P<m2>M)(?:,?(?P<y2>Y))?)"
    r"|(?:d?(?P<step>[lnh]))?(?P<w>W)|(?P<shift>T))"
)
_MARKED_CLOCK = r"(?:(?P<clock{0}>[CDN])(?:(?P<half{0}>A)|K)z?)"
_CLOCK = r"(?:(?P<clock{0}>[CDN])(?:(?P<half{0}>A)|K)z?|(?P<clock{0}b>C)z?)"
_INNER = r"(?:d?Bf|d?E-?)?"  # "the end of March", "early March", "mid-March": the whole phrase, with March's value
_OWNED = r"(?P<of_step>[lnhc])U'~"  # "this year's"
_NUMBERED = rf"d?(?:E-?)?(?:{_OWNED}|k?(?P<ago>U-[ge])|(?P<y>Y)|(?P<step>[lnhc]))?(?:x-?)?"

# At each place the first rule that matches is taken, so what is longer stands first.
_RULES: tuple[tuple[str, Callable[[Match], Reading | None]], ...] = (
    (r"(?P<y>Y)-(?P<m>D)-(?P<d>D)", iso_meaning),
    (r"(?P<m>D)/(?P<d>D)/(?P<y>Y)", slashed_meaning),
    (r"(?P<adverb>F)", set_meaning),
    (r"(?P<w>w)(?P<part>[Pp])?", set_meaning),
    (r"(?P<w>W)(?P<part>p)", set_meaning),
    (r"r(?P<w>W)(?P<part>P)?", set_meaning),
    (r"r(?P<part>P)", set_meaning),
    (r"r(?P<u>[UVQ])", set_meaning),
    (r"(?<=[NDY])a(?P<u>U)(?![geL])", set_meaning),
    (rf"{_CLOCK.format(1)},?o?{_DAY}", day_meaning),
    (rf"(?:E-?)?{_DAY}(?:(?P<part2>P)|,?@?{_CLOCK.format(2)})", day_meaning),
    (rf"d?(?:E-?)?(?P<part1>P)[,fo]?{_DAY}", day_meaning),
    (rf"(?:E-?)?{_DAY}", day_meaning),
    (_MARKED_CLOCK.format(""), clock_alone_meaning),
    (r"(?<=[@H])(?P<clock>C)z?", clock_alone_meaning),
    (rf"{_INNER}(?P<step>[lnh])?(?P<m>M)(?:,?f?(?P<y>Y)|f?(?P<of_step>[lnh])U)?", month_meaning),
    (rf"{_INNER}(?:d?(?P<step>[lnh])|d)(?P<s>S)(?:f?(?P<y>Y))?", season_meaning),
    (r"(?:E-?)?(?P<s>S)(?:[f,]?(?P<y>Y)|f(?P<of_step>[lnh])U)", season_meaning),
    (r"(?P<o>O)-Q", quarter_meaning),
    (rf"{_NUMBERED}(?P<o>O)Q(?:[fo]?(?P<y2>Y)|f?(?P<of_step2>[lnh])U)?", quarter_meaning),
    (rf"d?k?(?:{_OWNED}|(?P<y>Y)|(?P<ago>U-[ge])|(?P<step>[lnhc]))x?Q", quarter_meaning),
    (r"d?k?(?P<u>U)-[ge][uQ]?", unit_ago_meaning),
    (r"(?:d?E-?)?(?:d)?(?P<o>O)-?(?P<century>U)", century_meaning),
    (r"d?(?:E-?)?'?(?P<z>Z)", decade_meaning),
    (r"H?(?P<n>[NDa])(?:(?P<few>s)f?)?j?-?(?P<u>[UVQ])(?P<way>[geL])", ago_meaning),
    (r"(?P<few>s)j?(?P<u>V)(?P<way>[geL])", ago_meaning),
    (r"H?(?P<n>[NDY])-j?(?P<u>[UVQ])", duration_meaning),
    (
        r"(?:H(?=[NDYas]))?d?(?:[lnc]|O(?=[ND]))?(?:(?P<n>[NDY])(?:i[ND])?|a?(?P<few>s)f?)j?(?P<u>[UVQ])",
        duration_meaning,
    ),
    (r"H?(?P<n>a)j?-?(?P<u>[U])(?!-)", duration_meaning),
    (r"d?(?P<step>[lnRc])(?P<u>V)", recent_meaning),
    (r"(?:d?Bf|[EeL])?d?(?P<step>[lnhc])x?(?P<u>U)", step_meaning),
    (r"(?P<step>[lnh])?(?P<u>U)(?:-|'~)?B", year_end_meaning),
    (r"(?:d?Bf)?d(?:x)?(?P<u>[UQ])(?!-)", the_unit_meaning),
    (r"(?P<step>[lhn])(?P<part>P)", part_of_day_meaning),
    (r"(?:d?(?:E-?)?)?(?P<part>P)", part_of_day_meaning),
    (rf"{_INNER}(?:dU|d?xU?)?(?P<y>Y)(?![UV%])", year_meaning),
    (r"(?P<r>R)", reference_meaning),
)
_PATTERNS = tuple(re.compile(pattern) for pattern, _ in _RULES)
_ANY = re.compile("|".join(f"({re.sub(r'[(][?]P<[^>]+>', '(?:', pattern)})" for pattern, _ in _RULES))

# Only a possessive s stands for another word inside an expression, so each stretch without one is searched alone, and
# only where it holds a word of the calendar.
_STRETCH = re.compile(r"(?:[^~\n]|(?<=')~)+")
_CORE = re.compile(r"[MWwUVQPpTSYZCKRFA]")


def match_times(items: Items) -> Iterator[tuple[int, int, Reading]]:
    """Yield the time expressions of `items`: first item, item after the last, meaning.

    Expressions do not overlap; at each place the longest rule that reads it wins.
    """
    symbols = "".join(items.symbols)
    for stretch in _STRETCH.finditer(symbols):
        at, end = stretch.span()
        if _CORE.search(symbols, at, end) is None:
            continue
        while (found := _ANY.search(symbols, at, end)) is not None:
            at = found.start() + 1
            for rule in range((found.lastindex or 1) - 1, len(_RULES)):
                groups = _PATTERNS[rule].match(symbols, found.start(), end)
                if groups is not None and (reading := _RULES[rule][1](Match(items, groups))) is not None:
                    yield groups.start(), groups.end(), reading
                    at = groups.end()
                    break
