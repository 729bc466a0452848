"""Whether two quotations that follow each other in an article can be one voice going on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newstemma.model import AnnotatedArticle, Attribution, Entity, Span

__all__ = ["Place", "Voices", "known_names"]

_ANSWERED = re.compile(r"(?:replie[sd]|answer(?:s|ed)|respond(?:s|ed))", re.IGNORECASE)
_OPENING_CHARACTERS = 3  # marks and blanks that may stand before the first quoted word of a paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """An attribution with its quoted spans and the number of its paragraph."""

    attribution: Attribution
    spans: tuple[Span, ...]
    paragraph: int

    @property
    def first(self) -> int:
        """Where the attribution's words, or those that name its source, begin."""
        return min(span.start for span in (*self.spans, *self.attribution.source, *self.attribution.cue))

    @property
    def last(self) -> int:
        """Where they end."""
        return max(span.end for span in (*self.spans, *self.attribution.source, *self.attribution.cue))


def known_names(entities: Sequence[Entity]) -> dict[str, frozenset[str]]:
    """Return for each entity the words of its names, in lower case.

    >>> entity = Entity("e1", "Ada Quill", "person", ("Ada Quill", "Ms. Quill"), (), ())
    >>> sorted(known_names([entity])["e1"])
    ['ada', 'quill']
    """
    return {entity.id: _words(*entity.names, entity.name) for entity in entities}


class Voices:
    """One article's narrator, read for what comes between its quotations."""

    def __init__(self, article: AnnotatedArticle, names: Mapping[str, frozenset[str]]) -> None:
        self._article, self._names = article, names
        self._starts = [sentence.start for sentence in article.sentences]
        self._named = [item for item in article.mentions if item.form == "name" and item.type != "place"]
        self._open = {item.span.end for item in article.quoted if not item.closed}
        self._silent: list[tuple[int, int]] = []  # where the narrator does not speak; sorted, apart from each other
        for span in sorted([*(item.span for item in article.quoted), *(r.span for r in article.article.removed)]):
            if self._silent and span.start <= self._silent[-1][1]:
                self._silent[-1] = self._silent[-1][0], max(self._silent[-1][1], span.end)
            else:
                self._silent.append((span.start, span.end))

    def runs_on(self, before: Place, here: Place) -> bool:
        """Tell whether `before` is left open at the end of its paragraph and `here` opens the next: one quotation."""
        if before.spans[-1].end not in self._open or here.paragraph - before.paragraph != 1:
            return False
        between = self._article.article.text[before.spans[-1].end : here.spans[0].start]
        return len(between.strip()) <= _OPENING_CHARACTERS and not any(map(str.isalnum, between))

    def severed(self, before: Place, here: Place, speaker: str) -> bool:
        """Tell whether `here` has a source of its own that is not `speaker`, or comes after talk of somebody else.

        A printed name decides. Without one a pronoun is believed unless another is named in between; where no source is
        printed the quotation must also open its paragraph, or stand in that of the quotation before.
        """
        own = self._names.get(speaker) or _words(before.attribution.speaker, here.attribution.speaker)
        if self._answers(before, here):
            return True
        printed = [
            item
            for item in self._named
            if item.type == "person" and any(span.covers(item.span) for span in here.attribution.source)
        ]
        if printed:
            return bool(own) and not any(self._is_named(item.span, own) for item in printed)
        low, high = self._after(before.last), here.first
        if here.attribution.source:
            high = self._before(high)
        first = bisect_left(self._named, low, key=lambda item: item.span.start)
        last = bisect_left(self._named, high, key=lambda item: item.span.start)
        if any(
            not self._is_named(item.span, own) and self._told(item.span.start, item.span.end)
            for item in self._named[first:last]
        ):
            return True
        return not here.attribution.source and here.paragraph != before.paragraph and self._told(low, high)

    def _answers(self, before: Place, here: Place) -> bool:
        """Tell whether the first quotation is a question and the narrator calls what follows an answer."""
        asked = self._article.article.text[before.spans[-1].start : before.spans[-1].end].rstrip().endswith("?")
        cues = [*here.attribution.cue, *before.attribution.cue]
        return asked and any(_ANSWERED.fullmatch(self._article.text(cue)) for cue in cues)

    def _is_named(self, span: Span, own: frozenset[str]) -> bool:
        return bool(_words(self._article.text(span)) & own)

    def _after(self, offset: int) -> int:
        """Return where the sentence ends whose words `offset` follows; the marks that close it belong to it."""
        at = bisect_right(self._starts, max(offset - 1, 0)) - 1
        return max(self._article.sentences[at].end, offset) if at >= 0 else offset

    def _before(self, offset: int) -> int:
        """Return where the sentence at `offset` begins."""
        at = bisect_right(self._starts, offset) - 1
        return self._article.sentences[at].start if at >= 0 else offset

    def _told(self, low: int, high: int) -> bool:
        """Tell whether the narrator says anything between two offsets."""
        text, at = self._article.article.text, low
        first = bisect_right(self._silent, low, key=lambda item: item[1])
        last = bisect_left(self._silent, high, key=lambda item: item[0])
        for start, end in self._silent[first:last]:
            if any(map(str.isalpha, text[at:start])):
                return True
            at = end
        return any(map(str.isalpha, text[at:high]))


_NO_NAMES = frozenset("the of and for a an mr mr. mrs mrs. ms ms. dr dr. sir".split())


def _words(*names: str) -> frozenset[str]:
    """Return the words by which names are known again, in lower case."""
    words = (word for name in names for word in re.split(r"['’]s\b|[\s,]+", name.lower()))
    return frozenset(word for word in words if word) - _NO_NAMES
