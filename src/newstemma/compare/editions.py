"""Articles with one text: what differs is looked for in one of them, and stands in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newstemma.model import Alignment, AnnotatedArticle, Difference, Span

__all__ = ["Editions"]


class Editions:
    """The articles of a story, those with the same text together.

    Two that were published at two times are not one: "on Monday" is another day in each.
    """

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        """`articles` are sorted by identifier; the first of each text stands for the others."""
        alike: dict[tuple[object, ...], list[AnnotatedArticle]] = defaultdict(list)
        for one in articles:
            alike[one.article.text, one.article.about.kind, one.article.about.published, _cut(one)].append(one)
        self.firsts = [copies[0] for copies in alike.values()]
        self._copies = {copies[0].id: [copy.id for copy in copies[1:]] for copies in alike.values()}

    def alone(self, alignment: Alignment) -> Alignment:
        """Return an alignment of the firsts."""
        if not any(self._copies.values()):
            return alignment
        return Alignment(
            entities=tuple(replace(one, mentions=self._kept(one.mentions)) for one in alignment.entities),
            speakers=alignment.speakers,
            times=tuple(time for time in alignment.times if time.span.article in self._copies),
            utterances=tuple(
                replace(one, witnesses=tuple(each for each in one.witnesses if each.article in self._copies))
                for one in alignment.utterances
            ),
            claims=tuple(
                replace(one, witnesses=kept) for one in alignment.claims if (kept := self._kept(one.witnesses))
            ),
        )

    def _kept(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(span for span in spans if span.article in self._copies)

    def spread(self, difference: Difference) -> Difference:
        """Return a difference of the firsts with the witnesses that stand in their copies."""
        positions = []
        for position in difference.positions:
            copied = [
                Span(copy, span.start, span.end) for span in position.witnesses for copy in self._copies[span.article]
            ]
            witnesses = tuple(sorted({*position.witnesses, *copied})) if copied else position.witnesses
            positions.append(replace(position, witnesses=witnesses))
        return replace(difference, positions=tuple(positions))


def _cut(one: AnnotatedArticle) -> tuple[tuple[int, int], ...]:
    return tuple((removed.span.start, removed.span.end) for removed in one.article.removed)
