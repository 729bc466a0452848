"""Shared passages: prose that two articles have in common, outside what people said to all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from newstemma.compare.credits import Credit, find_credits, outlet_of, plain_name
from newstemma.compare.passages import Passage, passages
from newstemma.compare.prose import Prose, prose
from newstemma.model import AnnotatedArticle, Evidence, Reuse, Span, fingerprint
from newstemma.settings.accounts import AccountSettings
from newstemma.text.shingles import shingles

__all__ = ["find_reuse"]

_DEFAULT = AccountSettings()


@dataclass(frozen=True, slots=True)
class _Reader:
    """One article with what finding reuse reads in it."""

    article: AnnotatedArticle
    prose: Prose
    credits: tuple[Credit, ...]


def find_reuse(articles: Sequence[AnnotatedArticle], *, settings: AccountSettings = _DEFAULT) -> tuple[Reuse, ...]:
    """Return the passages that pairs of `articles` share, a `Reuse` for each pair that shares enough, sorted by pair.

    >>> from newstemma.model import Article
    >>> text = "Crews closed the old stone bridge after heavy rain loosened its northern pillar."
    >>> articles = [AnnotatedArticle(Article(i, text), (Span(i, 0, len(text)),)) for i in "ab"]
    >>> [(reuse.articles, reuse.source) for reuse in find_reuse(articles)]
    [(('a', 'b'), '')]

    Words inside quotation marks are no evidence, since two reporters may have heard them; fragments of a few words are.
    Names, titles and the stock phrases of the trade are none either. Direction is given only where evidence gives one.
    Pairs are found by shared runs of words, so that articles without a common run cost nothing.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    own = prose(ordered, settings)
    readers = [_Reader(a, own[a.id], find_credits(a, settings=settings)) for a in ordered]
    found = (_reuse(readers[i], readers[j], settings) for i, j in _pairs(readers, settings))
    return tuple(reuse for reuse in found if reuse is not None)


def _pairs(readers: Sequence[_Reader], settings: AccountSettings) -> list[tuple[int, int]]:
    """Pairs that share a run one word longer than a seed; of a run that many share, each article meets the next two."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for position, reader in enumerate(readers):
        for run in {run for keys in reader.prose.stretches() for run in shingles(keys, settings.seed_words + 1)}:
            holders[run].append(position)
    pairs: set[tuple[int, int]] = set()
    for members in holders.values():
        if len(members) <= settings.article_limit:
            pairs.update(combinations(members, 2))
        else:
            pairs.update((a, b) for at, a in enumerate(members) for b in members[at + 1 : at + 3])
    return sorted(pairs)


def _reuse(first: _Reader, second: _Reader, settings: AccountSettings) -> Reuse | None:
    shared = passages(first.prose, second.prose, settings)
    if sum(passage.content for passage in shared) < settings.pair_content:
        return None
    spans = tuple((passage.first, passage.second) for passage in shared)
    ids = (first.article.id, second.article.id)
    evidence = [
        Evidence("shared passage", f"{passage.words} words in common outside speech", (passage.first, passage.second))
        for passage in shared
    ]
    evidence += _credit_evidence(first, [passage.first for passage in shared])
    evidence += _credit_evidence(second, [passage.second for passage in shared])
    source, why = _direction(first, second, shared, settings)
    target = "" if not source else ids[1] if source == ids[0] else ids[0]
    return Reuse(
        fingerprint("reuse", *(span for pair in spans for span in pair)), ids, spans, (*evidence, *why), source, target
    )


def _credit_evidence(reader: _Reader, shared: Sequence[Span]) -> Iterator[Evidence]:
    """Credits for the article, and credits for a passage that stand in a paragraph with shared words."""
    paragraphs = reader.article.paragraphs
    near = [p for p in paragraphs if any(p.overlaps(span) for span in shared)]
    for credit in reader.credits:
        if credit.scope == "article" or any(paragraph.covers(credit.span) for paragraph in near):
            yield Evidence("credit", f"{reader.article.id} credits {credit.origin}", (credit.span,))


def _direction(
    first: _Reader, second: _Reader, shared: Sequence[Passage], settings: AccountSettings
) -> tuple[str, tuple[Evidence, ...]]:
    """Return who goes back to whom, empty if unknown, and why.

    A credit to the other's outlet decides. So does one article's having most of an earlier one, since an agency that
    both took it from would stand in between only unseen; equal days tell nothing.
    """
    for reader, other in ((first, second), (second, first)):
        outlet = outlet_of(other.article)
        for credit in reader.credits:
            if credit.scope == "article" and outlet and plain_name(credit.origin) == outlet:
                text = f"{reader.article.id} credits {credit.origin}, the outlet of {other.article.id}"
                return other.article.id, (Evidence("credit", text, (credit.span,)),)
    times = _published(first.article), _published(second.article)
    if times[0] is None or times[1] is None or not _comparable(times[0], times[1]):
        return "", ()
    earlier = first if times[0] < times[1] else second if times[1] < times[0] else None
    if earlier is None or any(credit.scope == "article" for reader in (first, second) for credit in reader.credits):
        return "", ()
    words = sum(passage.words for passage in shared)
    later = second if earlier is first else first
    if words < settings.copied_share * max(1, min(len(earlier.prose.keys), len(later.prose.keys))):
        return "", ()
    text = f"{later.article.id} is later than {earlier.article.id} and they have most of the shorter's prose in common"
    return earlier.article.id, (Evidence("time order", text), Evidence("containment", f"{words} words"))


def _published(article: AnnotatedArticle) -> date | None:
    return article.article.about.published


def _comparable(first: date, second: date) -> bool:
    both = isinstance(first, datetime), isinstance(second, datetime)
    if both[0] != both[1]:
        return False
    if isinstance(first, datetime) and isinstance(second, datetime):
        return (first.tzinfo is None) == (second.tzinfo is None)
    return True
