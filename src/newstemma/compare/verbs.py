"""The verbs with which articles report one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newstemma.compare.uses import Use, side_by_side, together, without_determiner
from newstemma.model import AnnotatedArticle, Attribution, Entity, Span, Wording
from newstemma.settings.wording import WordingSettings
from newstemma.text.tokens import tokenize

__all__ = ["reporting_verbs"]

_PLAIN_CUES = frozenset(
    """said say says saying told tell tells added adds adding wrote writes writing written stated states announced
    announces tweeted posted according""".split()
)


@dataclass(frozen=True, slots=True)
class _Report:
    """One report of a statement: its verb, where its words stand, and how the statement is called."""

    use: Use
    content: Span
    referent: str


def _place(report: _Report) -> tuple[Span, Span]:
    return report.content, report.use.span


def reporting_verbs(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], settings: WordingSettings
) -> Iterator[Wording]:
    """Yield the verbs with which articles report one statement, where at least one of them does more than report.

    >>> list(reporting_verbs([], [], WordingSettings()))
    []

    Quotations of one speaker are one statement where they share a run of words.
    """
    entity_of = {name: entity for entity in reversed(entities) for name in entity.names}
    by_run: dict[tuple[str, ...], list[_Report]] = defaultdict(list)
    for article in articles:
        for attribution in article.attributions:
            entity = entity_of.get(attribution.speaker)
            if attribution.kind == "indirect" or entity is None or not attribution.cue:
                continue
            use = without_determiner(article, attribution.cue[0])
            opening = " ".join(article.text(attribution.content[0]).split()[: settings.quotation_words])
            if use is not None:
                report = _Report(use, attribution.content[0], f"{entity.name}: “{opening} …”")
                for run in _runs(article, attribution, settings.quotation_words):
                    by_run[entity.id, *run].append(report)
    pairs = [(one, other) for _, reports in sorted(by_run.items()) for one, other in pairwise(reports)]
    reporting: dict[Span, set[_Report]] = defaultdict(set)
    for pair in pairs:
        for report in pair:
            reporting[report.content].add(report)
    for statement in together([(one.content, other.content) for one, other in pairs]):
        reports = sorted((report for content in statement for report in reporting[content]), key=_place)
        if not all(_PLAIN_CUES.intersection(report.use.form.split()) for report in reports):
            wording = side_by_side(reports[0].referent, [report.use for report in reports])
            if wording is not None:
                yield wording


def _runs(article: AnnotatedArticle, attribution: Attribution, length: int) -> set[tuple[str, ...]]:
    keys = [
        token.key
        for part in attribution.content
        for token in tokenize(article.article.text, part.start, part.end)
        if token.is_word
    ]
    return {tuple(keys[start : start + length]) for start in range(len(keys) - length + 1)}
