"""The dossier of one story: everything found, in the order in which a reader needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from newstemma.compose.summary import headline, leans, summarise
from newstemma.compose.telling import Vocabulary, longer_words
from newstemma.compose.timeline import chronicle
from newstemma.model import (
    Alignment,
    AnnotatedArticle,
    Claim,
    Comparison,
    Difference,
    Dossier,
    Span,
    Support,
    Utterance,
    contested,
    fingerprint,
)
from newstemma.settings.compose import ComposeSettings

__all__ = ["compose"]

_FRAGMENT = 0.5  # what part of a sentence tells, or one that leans on the sentence before it, beside a whole one
_NATURES = ("conflict", "update", "clock", "scope", "precision")


def compose(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, comparison: Comparison, *, settings: ComposeSettings
) -> Dossier:
    """Put together all that was found for one story.

    >>> from newstemma.model import Article
    >>> article = AnnotatedArticle(Article("a", "The ferry sank."))
    >>> compose([article], Alignment(), Comparison(), settings=ComposeSettings()).articles[0].id
    'a'

    Utterances and claims that most accounts carry come first, differences with conflicts first. A difference belongs to
    the claim whose witnesses hold its positions, where there is one. Title, summary and timeline are words of the
    sources; what states one side of a conflict is no part of the summary.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    support = comparison.support
    vocabulary = Vocabulary(ordered)
    claims = tuple(sorted(alignment.claims, key=_claim_rank(vocabulary, support)))
    rank = {claim.id: place for place, claim in enumerate(claims)}
    when = _story_day(ordered, alignment, settings)
    disputed = contested(claims, comparison.differences)
    whole = [claim for claim in claims if claim.kind == "sentence"]
    settled = [claim for claim in whole if claim.id not in disputed]
    summary = summarise(ordered, settled, alignment.times, support, vocabulary, settings=settings)
    return Dossier(
        id=fingerprint("dossier", *(article.id for article in ordered)),
        title=headline(ordered, summary, settings=settings),
        when=when,
        articles=tuple(article.article for article in ordered),
        summary=summary,
        accounts=tuple(sorted(comparison.accounts, key=lambda account: (-len(account.articles), account.articles))),
        reuse=comparison.reuse,
        entities=tuple(sorted(alignment.entities, key=lambda entity: (-len(entity.mentions), entity.name, entity.id))),
        attributions=tuple(attribution for article in ordered for attribution in article.attributions),
        speakers=dict(sorted(alignment.speakers.items())),
        quantities=tuple(quantity for article in ordered for quantity in article.quantities),
        times=tuple(sorted(alignment.times, key=lambda time: time.span)),
        utterances=tuple(sorted(alignment.utterances, key=_utterance_rank(support))),
        claims=claims,
        differences=tuple(sorted(_with_claims(comparison.differences, claims), key=_difference_rank)),
        silences=tuple(
            sorted(comparison.silences, key=lambda silence: (rank.get(silence.claim, len(rank)), silence.claim))
        ),
        wording=comparison.wording,
        timeline=chronicle(ordered, whole, alignment.times, settings=settings),
        support=support,
    )


def _claim_rank(vocabulary: Vocabulary, support: Mapping[str, Support]) -> Callable[[Claim], tuple[object, ...]]:
    """Put first what most accounts carry; among what one alone carries, whole sentences that tell most that is new."""

    def rank(claim: Claim) -> tuple[object, ...]:
        accounts = support[claim.id].accounts if claim.id in support else len(claim.articles)
        told = 0.0
        if accounts < 2:
            told = vocabulary.news(longer_words(claim.text)) * (1.0 if _stands_alone(claim.text) else _FRAGMENT)
        return -accounts, -len(claim.articles), -told, bool(claim.reported), claim.clearest.start, claim.witnesses

    return rank


def _stands_alone(text: str) -> bool:
    """Tell whether words read as a whole sentence."""
    return text[:1].isupper() and text.rstrip("\"'”’)]")[-1:] in ".!?…" and not leans(text)


def _utterance_rank(support: Mapping[str, Support]) -> Callable[[Utterance], tuple[object, ...]]:
    def rank(utterance: Utterance) -> tuple[object, ...]:
        articles = len({witness.article for witness in utterance.witnesses})
        accounts = support[utterance.id].accounts if utterance.id in support else articles
        return -accounts, -len(utterance.wording), utterance.id

    return rank


def _difference_rank(difference: Difference) -> tuple[object, ...]:
    articles = {witness.article for position in difference.positions for witness in position.witnesses}
    return _NATURES.index(difference.nature), -len(articles), difference.about, difference.id


def _with_claims(differences: Sequence[Difference], claims: Sequence[Claim]) -> list[Difference]:
    """Give each difference that has none the claim of which witnesses hold at least two of its positions."""
    holding: dict[str, list[tuple[Span, int]]] = {}
    for number, claim in enumerate(claims):
        for witness in claim.witnesses if claim.kind in ("sentence", "part") else ():
            holding.setdefault(witness.article, []).append((witness, number))
    filled = []
    for difference in differences:
        held: Counter[int] = Counter()
        for position in difference.positions:
            held.update(
                {
                    number
                    for span in position.witnesses
                    for witness, number in holding.get(span.article, ())
                    if witness.covers(span)
                }
            )
        best, positions = min(held.items(), key=lambda item: (-item[1], item[0]), default=(0, 0))
        filled.append(difference if difference.claim or positions < 2 else replace(difference, claim=claims[best].id))
    return filled


def _story_day(articles: Sequence[AnnotatedArticle], alignment: Alignment, settings: ComposeSettings) -> str:
    """Return the day on which most articles were published, else the day that most of their first sentences name."""
    published = Counter(
        f"{day:%Y-%m-%d}" for article in articles if (day := article.article.about.published) is not None
    )
    if not published:
        leads = [span for article in articles for span in article.sentences[: settings.lead_sentences]]
        published.update(
            f"{when.earliest:%Y-%m-%d}"
            for when in alignment.times
            if when.earliest and when.granularity in ("day", "part", "hour", "minute")
            if any(lead.covers(when.span) for lead in leads)
        )
    return min(published, key=lambda day: (-published[day], day), default="")
