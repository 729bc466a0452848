"""How far an article's narrator stays with one statement of a speaker before he sets out another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from newstemma.align.occasions import names_medium
from newstemma.align.voices import Place
from newstemma.model import AnnotatedArticle, Span

__all__ = ["APART", "Course", "unquoted"]

APART = re.compile(
    r"\b(?:later|earlier|previously|separately|(?:on|in|at) (?:another|a different|a separate|a later|an earlier)|"
    r"has (?:repeatedly|often|long)|last (?:week|month|year|spring|summer|fall|autumn|winter)|"
    r"(?:days|weeks|months|years) (?:ago|before|later)|once)\b",
    re.IGNORECASE,
)
"""Words of a narrator who sets something on another occasion."""
_ASKED = re.compile(r"\basked\b", re.IGNORECASE)
_LONG_QUOTATION = 5000  # characters; a neighbouring quotation that is longer and begins before is not blanked


class Course:
    """One article, read for where it reports whose words, and where it names another occasion."""

    def __init__(
        self,
        article: AnnotatedArticle,
        paragraphs: Sequence[int],
        speakers: Mapping[str, str],
        names: Mapping[str, frozenset[str]],
    ) -> None:
        """`paragraphs` are where they start, `speakers` entities by attribution, `names` words of their names."""
        self._article, self._names = article, names
        self._reported: dict[int, set[str]] = {}
        for item in article.attributions:
            paragraph = bisect_right(paragraphs, item.content[0].start)
            self._reported.setdefault(paragraph, set()).add(speakers.get(item.id, ""))

    def bridged(self, before: Place, here: Place, speaker: str) -> bool:
        """Tell whether all between two quotations reports what `speaker` said, nobody else, on no other occasion."""
        between = range(before.paragraph + 1, here.paragraph)
        if not speaker or not between or any(self._reported.get(number) != {speaker} for number in between):
            return False
        return not self._names_occasion(before.last, here.first)

    def number(self, here: Place, speaker: str) -> int:
        """Return how many sentences up to a quotation name an occasion for its speaker, or for nobody by name."""
        own = self._names.get(speaker, frozenset())
        last = bisect_right(self._occasions, here.last, key=lambda item: item[0])
        return sum(not named or bool(named & own) for _, named in self._occasions[:last])

    @cached_property
    def _occasions(self) -> list[tuple[int, frozenset[str]]]:
        """Where sentences start that name an occasion, with the words of the names in them."""
        named = sorted(item.span for item in self._article.mentions if item.form == "name" and item.type != "place")
        found = []
        for sentence in self._article.sentences:
            if self._names_occasion(sentence.start, sentence.end):
                first = bisect_left(named, sentence.start, key=lambda span: span.start)
                last = bisect_left(named, sentence.end, key=lambda span: span.start)
                words = (self._article.text(span).lower().split() for span in named[first:last])
                found.append(
                    (
                        sentence.start,
                        frozenset(word.removesuffix("'s").removesuffix("’s") for each in words for word in each),
                    )
                )
        return found

    def _names_occasion(self, low: int, high: int) -> bool:
        """Tell whether the narrator names a day, a medium, a question or something like "later" between two offsets."""
        if any(low <= start < high for start in self._told_times):
            return True
        told = unquoted(self._article, (), low, high)
        return names_medium(told) or APART.search(told) is not None or _ASKED.search(told) is not None

    @cached_property
    def _told_times(self) -> list[int]:
        """Where the narrator's days and times of day stand."""
        quoted = [item.span for item in self._article.quoted]
        times = (time.span for time in self._article.times if time.type in ("DATE", "TIME"))
        return [time.start for time in times if not any(span.covers(time) for span in quoted)]


def unquoted(article: AnnotatedArticle, spans: Sequence[Span], low: int, high: int) -> str:
    """Return what the narrator says between `low` and `high`, without `spans` and other quoted words."""
    first = bisect_left(article.quoted, low - _LONG_QUOTATION, key=lambda item: item.span.start)
    last = bisect_left(article.quoted, high, key=lambda item: item.span.start)
    text, at, kept = article.article.text, low, []
    for span in sorted({*spans, *(item.span for item in article.quoted[first:last])}):
        if span.end > at and span.start < high:
            kept.append(text[at : max(span.start, at)])
            at = span.end
    return "".join([*kept, text[at:high]])
