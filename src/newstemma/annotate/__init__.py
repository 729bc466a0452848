"""Read one article closely: who says what, who is named, what is counted, when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newstemma.annotate.attributions import find_attributions
from newstemma.annotate.datelines import after_dateline
from newstemma.annotate.names import find_mentions
from newstemma.annotate.primary import is_primary, uttered
from newstemma.annotate.quantities import find_quantities
from newstemma.annotate.quotation import pair_quotations
from newstemma.annotate.reports import gather_reports
from newstemma.annotate.speakers import resolve_speakers
from newstemma.annotate.times import find_times
from newstemma.model import AnnotatedArticle, Article, Encoder, Span
from newstemma.settings.annotate import AnnotateSettings
from newstemma.text.sentences import paragraphs as paragraph_ranges
from newstemma.text.sentences import sentences as sentence_ranges

__all__ = ["annotate", "paragraphs", "sentences"]


def annotate(article: Article, *, settings: AnnotateSettings, encoder: Encoder | None = None) -> AnnotatedArticle:
    """Return the article with its paragraphs, sentences, quotations, mentions, attributions, quantities and times.

    `encoder` reads names and attributions, and rules work on what it finds; without one, rules do all of it.

    >>> article = Article("a", "“The ferry is late,” harbour master Ida Moss said on Monday.")
    >>> read = annotate(article, settings=AnnotateSettings())
    >>> [(read.text(one.content[0]), one.speaker) for one in read.attributions]
    [('The ferry is late,', 'Ida Moss')]

    Of a primary text (transcript, release, post) every sentence is an attribution: it is what was said.

    An article without text, or whose text is all residue, has none of them.
    """
    cut = paragraphs(article)
    ends = sentences(article, cut)
    paired = pair_quotations(article, cut)
    encoding = encoder.encode(article, cut, ends, paired) if encoder else None
    reports = gather_reports(article.text, encoding, cut, ends) if encoding else None
    mentions = find_mentions(article, ends, encoding.names if encoding else None, settings=settings.names)
    quoted, attributions = find_attributions(article, cut, ends, paired, reports, settings=settings.quotations)
    if is_primary(article):
        attributions = uttered(article, ends)
    return AnnotatedArticle(
        article=article,
        paragraphs=cut,
        sentences=ends,
        quoted=quoted,
        mentions=mentions,
        attributions=resolve_speakers(article, cut, ends, quoted, mentions, attributions, settings=settings.names),
        quantities=find_quantities(article, ends, settings=settings.quantities),
        times=find_times(article, ends, settings=settings.times),
        vectors=encoding.vectors if encoding else (),
    )


def paragraphs(article: Article) -> tuple[Span, ...]:
    """Return the paragraphs of what is not residue; a removed span inside a paragraph parts it.

    >>> from newstemma.model import Removed
    >>> text = "Rain fell. Read more Snow came."
    >>> [span.of(text) for span in paragraphs(Article("a", text, removed=(Removed(Span("a", 11, 20), "plug"),)))]
    ['Rain fell.', 'Snow came.']
    """
    kept = tuple(article.kept())
    starts = [span.start for span in kept]
    found: list[Span] = []
    for start, end in paragraph_ranges(article.text):
        for number in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
            begin, stop = max(start, kept[number].start), min(end, kept[number].end)
            part = article.text[begin:stop]
            if part.strip():
                begin += len(part) - len(part.lstrip())
                found.append(article.span(begin, begin + len(part.strip())))
    return tuple(found)


def sentences(article: Article, within: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentences of the paragraphs `within`, in order, without the datelines before them."""
    return tuple(
        article.span(*bounds)
        for one in within
        for bounds in sentence_ranges(article.text, after_dateline(article.text, one.start, one.end), one.end)
    )
