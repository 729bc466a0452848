"""That something was said: the sentences in which several articles report one utterance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from newstemma.model import AnnotatedArticle, Attribution, Span, Utterance

__all__ = ["spoken"]


def spoken(
    articles: Sequence[AnnotatedArticle], utterances: Sequence[Utterance]
) -> Iterator[tuple[tuple[Span, Attribution], ...]]:
    """Yield, for each utterance that at least two articles report, the sentences that do, with their attributions.

    >>> list(spoken([], []))
    []

    "X said Y" supports that X said it, and often where, when and through what: of an article, all sentences that name
    the source or say how it was said; only where none does, the first that quotes.
    """
    report_of = {report.id: (article, report) for article in articles for report in article.attributions}
    for utterance in utterances:
        framed: dict[str, dict[Span, Attribution]] = {}
        bare: dict[str, dict[Span, Attribution]] = {}
        for witness in utterance.witnesses:
            if witness.attribution not in report_of:
                continue  # of a primary text, which does not report
            article, report = report_of[witness.attribution]
            frame = (*report.cue, *report.source)
            for place in frame or report.content[:1]:
                if (sentence := _sentence(article, place)) is not None:
                    (framed if frame else bare).setdefault(article.id, {}).setdefault(sentence, report)
        if len({*framed, *bare}) > 1:
            only = {
                name: dict([min(held.items(), key=itemgetter(0))]) for name, held in bare.items() if name not in framed
            }
            yield tuple(
                pair for _, held in sorted((framed | only).items()) for pair in sorted(held.items(), key=itemgetter(0))
            )


def _sentence(article: AnnotatedArticle, place: Span) -> Span | None:
    number = bisect_right([sentence.start for sentence in article.sentences], place.start) - 1
    held = number >= 0 and article.sentences[number].overlaps(place)
    return article.sentences[number] if held else None
