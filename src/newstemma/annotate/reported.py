"""What the encoder's reports say of quotations, and the reported clauses in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newstemma.annotate.reports import Report
from newstemma.annotate.spans import overlapping
from newstemma.model import Article, Attribution, QuotedSpan, Span
from newstemma.settings.quotations import QuotationSettings

__all__ = ["completed", "readings_of", "reported_clauses", "with_reports"]

_WORD = re.compile(r"\w+")
_DEFAULT = QuotationSettings()


@dataclass(frozen=True, slots=True)
class _Contents:
    """The spans of content of all reports, in order, and the report that each belongs to."""

    spans: list[Span]
    reports: list[Report]

    @classmethod
    def of(cls, reports: Sequence[Report]) -> _Contents:
        both = sorted(((span, report) for report in reports for span in report.content), key=lambda one: one[0])
        return cls([span for span, _ in both], [report for _, report in both])


def _words(article: Article, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(article.text, span.start, span.end))


def _common_words(article: Article, one: Span, other: Span) -> int:
    """Count the words that two overlapping spans share."""
    return _words(article, article.span(max(one.start, other.start), min(one.end, other.end)))


def readings_of(
    article: Article,
    quoted: Sequence[QuotedSpan],
    reports: Sequence[Report],
    settings: QuotationSettings = _DEFAULT,
) -> list[bool | None]:
    """Tell for each quotation whether the encoder reads it as speech, or as words in marks, or leaves it open.

    >>> article = Article("a", "“We won,” he said. It was “odd”.")
    >>> won, odd = QuotedSpan(article.span(1, 8)), QuotedSpan(article.span(27, 30))
    >>> readings_of(article, [won, odd], [Report((article.span(0, 9),))])
    [True, False]

    A quotation is speech where the words of a content are its words. Where it stands inside a longer content it may be
    a scare quote of whoever is reported or the words that the reporter vouches for: that is left open.
    """
    spans = _Contents.of(reports).spans
    found: list[bool | None] = []
    for one in quoted:
        meeting = [spans[at] for at in overlapping(spans, one.span)]
        total = _words(article, one.span)
        inside = sum(_common_words(article, one.span, span) for span in meeting)
        whole = sum(_words(article, span) for span in meeting)
        alone = inside >= settings.same_words_share * total and inside >= settings.same_words_share * whole
        found.append(True if alone and inside else None if inside else False)
    return found


def completed(
    article: Article,
    reports: Sequence[Report],
    direct: Sequence[Attribution],
    settings: QuotationSettings = _DEFAULT,
) -> tuple[Report, ...]:
    """Return `reports` with the sources that rules found beside the quotations in them.

    The source of a tag of which the rules are sure ("…," said Ida Moss) is taken where a report has none or another,
    any other where it has none. Only a report of nothing but quotations is completed.
    """
    quotations = sorted(((span, one) for one in direct for span in one.content), key=lambda item: item[0].start)
    starts = [span.start for span, _ in quotations]
    found: list[Report] = []
    for report in reports:
        held: list[Attribution] = []
        for span in report.content:
            at = bisect_right(starts, _trimmed(article, span).start) - 1
            if at < 0 or not span.overlaps(quotations[at][0]):
                continue
            if _common_words(article, span, quotations[at][0]) >= settings.same_words_share * _words(article, span):
                held.append(quotations[at][1])
        tagged = next((one for one in held if one.source), None)
        if tagged is not None and len(held) == len(report.content) and _outweighs(tagged, report, settings):
            report = replace(report, cue=tagged.cue, source=tagged.source)
        found.append(report)
    return tuple(found)


def _outweighs(one: Attribution, report: Report, settings: QuotationSettings) -> bool:
    """Tell whether the source that the rules found is another than that of the report, and the better one."""
    return not _same_source(one, report) and (not report.source or one.confidence >= settings.sure_tag)


def _same_source(one: Attribution, report: Report) -> bool:
    return any(mine.overlaps(theirs) for mine in one.source for theirs in report.source)


def with_reports(
    article: Article,
    attributions: Sequence[Attribution],
    reports: Sequence[Report],
    settings: QuotationSettings = _DEFAULT,
) -> tuple[Attribution, ...]:
    """Return direct `attributions` with the cue and the source of the report that holds most of each.

    A source that the rules found and that shares text with the encoder's stays as they found it: both mean the same
    words, and the rules leave out what stands around them. So does one of which they are sure. Where the encoder has
    no source, nothing changes.
    """
    contents = _Contents.of(reports)
    found: list[Attribution] = []
    for one in attributions:
        meeting = [
            (_common_words(article, span, contents.spans[at]), at)
            for span in one.content
            for at in overlapping(contents.spans, span)
        ]
        report = contents.reports[max(meeting, key=lambda item: (item[0], -item[1]))[1]] if meeting else None
        sure = one.source and one.confidence >= settings.sure_tag
        if report is None or not report.source or sure or _same_source(one, report):
            found.append(one)
            continue
        source = tuple(_trimmed(article, span) for span in report.source)
        printed = " ".join(span.of(article.text) for span in source)
        found.append(replace(one, cue=report.cue or one.cue, source=source, speaker_text=printed))
    return tuple(found)


def reported_clauses(
    article: Article,
    quoted: Sequence[QuotedSpan],
    reports: Sequence[Report],
    posts: Sequence[Span],
    settings: QuotationSettings = _DEFAULT,
) -> Iterator[Attribution]:
    """Yield what the reports hold beside whole quotations: "indirect" clauses, and "mixed" ones with speech in them.

    A span that is nothing but speech in marks is left to the direct attributions, as are the embedded `posts`.
    """
    speech = sorted(one.span for one in quoted if one.speech and one.depth == 0)
    for report in reports:
        content: list[Span] = []
        mixed = False
        for span in report.content:
            trimmed = _trimmed(article, span)
            inside = [speech[at] for at in overlapping(speech, trimmed)]
            told = _words(article, trimmed) - sum(_common_words(article, trimmed, quote) for quote in inside)
            if told < settings.reported_words or overlapping(posts, trimmed):
                continue
            content.append(trimmed)
            mixed = mixed or bool(inside)
        if not content:
            continue
        source = tuple(_trimmed(article, span) for span in report.source)
        yield Attribution(
            article.id,
            "mixed" if mixed else "indirect",
            tuple(content),
            report.cue,
            source,
            speaker_text=" ".join(span.of(article.text) for span in source),
            confidence=report.confidence,
        )


def _trimmed(article: Article, span: Span) -> Span:
    """Return `span` without the commas, points and single marks at its edges that are not part of what it says."""
    start, end = span.start, span.end
    text = article.text
    while start < end and not text[start].isalnum() and text[start] not in "$€£“‘\"'([#@":
        start += 1
    while start < end and not text[end - 1].isalnum() and text[end - 1] not in "%”’\"')]$€£":
        end -= 1
    for opening, closing in ("“”", "‘’", '""', "''", "()", "[]"):
        inner = text[start:end]
        if inner[:1] == opening and (closing not in inner[1:] or inner.find(closing, 1) == len(inner) - 1):
            start += 1
            end -= inner[-1:] == closing and len(inner) > 1
        elif inner[-1:] == closing and opening not in inner[:-1] and closing not in "’'":
            end -= 1
    return article.span(start, max(start, end))
