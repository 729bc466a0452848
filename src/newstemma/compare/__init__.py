"""Where the accounts of one story go back to each other, where they differ, and what each does not carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstemma.compare.accounts import find_accounts
from newstemma.compare.ages import age_differences
from newstemma.compare.causes import cause_differences
from newstemma.compare.context import Contexts
from newstemma.compare.denials import denial_differences
from newstemma.compare.editions import Editions
from newstemma.compare.names import name_differences
from newstemma.compare.numbers import number_differences
from newstemma.compare.offices import office_differences
from newstemma.compare.places import place_differences
from newstemma.compare.prospects import prospect_differences
from newstemma.compare.remainders import remainder_differences
from newstemma.compare.reuse import find_reuse
from newstemma.compare.silences import find_silences
from newstemma.compare.stated import Clauses
from newstemma.compare.support import support_counter
from newstemma.compare.times import time_differences
from newstemma.compare.wording import find_wording
from newstemma.model import Alignment, AnnotatedArticle, Comparison, Difference, Span
from newstemma.settings.compare import CompareSettings

__all__ = ["compare"]


def compare(articles: Sequence[AnnotatedArticle], alignment: Alignment, *, settings: CompareSettings) -> Comparison:
    """Compare the accounts of one story.

    >>> from newstemma.model import Alignment
    >>> compare([], Alignment(), settings=CompareSettings())
    Comparison(accounts=(), reuse=(), support={}, differences=(), silences=(), wording=())

    The order of `articles` does not matter.
    """
    articles = sorted(articles, key=lambda article: article.id)
    reuse = find_reuse(articles, settings=settings.accounts)
    accounts = find_accounts(articles, reuse, settings=settings.accounts)
    editions = Editions(articles)
    found = _differences(editions.firsts, editions.alone(alignment), settings)
    differences = tuple(map(editions.spread, found))
    count = support_counter(articles, accounts, reuse)
    supported = {key: count(witnesses) for key, witnesses in _findings(articles, alignment, differences)}
    silences = find_silences(articles, alignment.claims, accounts, settings=settings.silences)
    wording = find_wording(articles, alignment.entities, settings=settings.wording)
    return Comparison(accounts, reuse, supported, differences, silences, wording)


def _differences(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, settings: CompareSettings
) -> tuple[Difference, ...]:
    """Return the differences of all kinds."""
    contexts = Contexts(articles, settings.differences.reach_words, settings.differences.key_reach_words)
    clauses = Clauses(articles, contexts)
    return (
        *number_differences(articles, alignment, settings=settings.differences),
        *remainder_differences(articles, settings=settings.differences),
        *age_differences(articles, alignment, contexts, settings=settings.differences),
        *time_differences(articles, alignment, settings=settings.differences),
        *place_differences(articles, alignment, settings=settings.places),
        *name_differences(articles, alignment, settings=settings.names),
        *office_differences(articles, alignment.entities),
        *cause_differences(articles),
        *prospect_differences(articles, alignment.entities, settings=settings.differences),
        *denial_differences(articles, clauses, settings=settings.differences),
    )


def _findings(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, differences: Sequence[Difference]
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield what support is counted for, with its witnesses."""
    content = {attribution.id: attribution.content for article in articles for attribution in article.attributions}
    for claim in alignment.claims:
        yield claim.id, claim.witnesses
    for utterance in alignment.utterances:
        yield utterance.id, tuple(span for witness in utterance.witnesses for span in content[witness.attribution])
    for difference in differences:
        for position in difference.positions:
            yield position.id, position.witnesses
