"""What happened when, in the order of time and in the sources' words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from newstemma.model import AnnotatedArticle, Claim, Moment, Span, When
from newstemma.settings.compose import ComposeSettings

__all__ = ["chronicle"]

_SINCE = re.compile(r"\bsince\s+(?:the\s+|early\s+|late\s+|mid-?)?$", re.IGNORECASE)
_SINCE_REACH = 12  # characters before a time in which "since" and a small word stand
_TOLD = re.compile(r"[\"'“‘\[]*\w")  # no dash, bracket or bullet
_LEAST_WORDS = 5
_PRECISE = frozenset(("month", "day", "part", "hour", "minute"))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time and the words that carry it."""

    earliest: datetime
    latest: datetime
    words: Span


def chronicle(
    articles: Sequence[AnnotatedArticle], claims: Iterable[Claim], times: Iterable[When], *, settings: ComposeSettings
) -> tuple[Moment, ...]:
    """Return one moment for each day and fact that the articles date, earliest first.

    Times that are anchored to a month or better count, those inside quotation marks do not: what is told there is a
    speaker's; neither does where a state began ("since March"), nor what is no sentence, such as the line under a post.
    Of several times in one statement the first is when it happened. Moments of one day that carry one claim are one,
    with the narrowest time that all their witnesses allow.
    """
    by_id = {article.id: article for article in articles}
    starts = {article.id: [span.start for span in article.sentences] for article in articles}
    quoted = {article.id: sorted(mark.span for mark in article.quoted if mark.depth == 0) for article in articles}
    stated: dict[str, list[tuple[Span, str]]] = {}
    for claim in claims:
        for witness in claim.witnesses:
            stated.setdefault(witness.article, []).append((witness, claim.id))
    spans = {article: [span for span, _ in sorted(witnesses)] for article, witnesses in stated.items()}
    claim_of = {article: [claim for _, claim in sorted(witnesses)] for article, witnesses in stated.items()}
    told: set[Span] = set()
    groups: dict[tuple[str, str], list[_Dated]] = {}
    for when in sorted(times, key=lambda when: when.span):
        article = by_id.get(when.span.article)
        if article is None or when.earliest is None or when.latest is None or when.granularity not in _PRECISE:
            continue
        if _holding(quoted[article.id], when.span) is not None:
            continue
        number = bisect_right(starts[article.id], when.span.start) - 1
        if number < 0 or not article.sentences[number].covers(when.span):
            continue
        found = _holding(spans.get(article.id, []), when.span)
        words = article.sentences[number] if found is None else spans[article.id][found]
        carried = str(words) if found is None else claim_of[article.id][found]
        if words in told or not _is_told(article, words, when.span):
            continue
        told.add(words)
        day = f"{when.earliest:%Y-%m-%d}" if when.granularity != "month" else f"{when.earliest:%Y-%m}"
        key = day, carried
        groups.setdefault(key, []).append(_Dated(when.earliest, when.latest, words))
    moments = [_moment(group, by_id) for group in groups.values()]
    moments.sort(key=lambda moment: (-len({span.article for span in moment.witnesses}), moment.witnesses))
    kept = moments[: settings.most_moments]
    return tuple(sorted(kept, key=lambda moment: (moment.earliest, moment.latest, moment.witnesses)))


def _is_told(article: AnnotatedArticle, words: Span, time: Span) -> bool:
    """Tell whether `words` say what happened at `time`."""
    text = article.text(words)
    if _SINCE.search(article.article.text, max(words.start, time.start - _SINCE_REACH), time.start):
        return False
    return bool(_TOLD.match(text)) and len(text.split()) >= _LEAST_WORDS


def _holding(spans: Sequence[Span], span: Span) -> int | None:
    """Return the number of the one of `spans`, sorted and apart, that covers `span`."""
    number = bisect_right(spans, Span(span.article, span.start, 2**62)) - 1
    return number if number >= 0 and spans[number].covers(span) else None


def _moment(group: Sequence[_Dated], by_id: dict[str, AnnotatedArticle]) -> Moment:
    earliest, latest = max(dated.earliest for dated in group), min(dated.latest for dated in group)
    if earliest > latest:
        earliest, latest = min(dated.earliest for dated in group), max(dated.latest for dated in group)
    spans = sorted({dated.words for dated in group})
    shortest = min(spans, key=lambda span: (not by_id[span.article].text(span)[:1].isupper(), len(span), span))
    return Moment(earliest, latest, by_id[shortest.article].text(shortest), tuple(spans))
