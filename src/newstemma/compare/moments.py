"""The times of a story with what each dates: an event, an utterance, a claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from newstemma.compare.context import ClaimPlaces, Context, Contexts
from newstemma.compare.dating import dated
from newstemma.model import Alignment, AnnotatedArticle, Span, TimeValue, When
from newstemma.settings.differences import DifferenceSettings

__all__ = ["Moment", "find_moments"]

_PREPOSITIONS = frozenset("on in at since by during until till before after around about".split())
_NAMED = re.compile("the [A-Z]")  # "player of the Year"


@dataclass(frozen=True, slots=True)
class Moment:
    """An anchored time with its surroundings and what it dates.

    `hanging` holds the words of an expression that hangs on the article's day, else nothing. `happenings` are terms of
    events, as `dated` gives them; `utterances` those at whose cue it stands; `claims` those in whose witness it stands.
    """

    value: TimeValue
    span: Span
    context: Context
    hanging: str
    happenings: frozenset[str]
    utterances: frozenset[str]
    claims: frozenset[str]

    @property
    def article(self) -> str:
        """The article that gives the time."""
        return self.span.article

    @property
    def events(self) -> frozenset[str]:
        """All that it dates."""
        return self.happenings | self.utterances | self.claims

    @property
    def length(self) -> timedelta:
        """How long the interval is."""
        return self.value.latest - self.value.earliest


def find_moments(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, contexts: Contexts, settings: DifferenceSettings
) -> list[Moment]:
    """Return the anchored times of the articles, by place, but for those too long to be compared."""
    texts = {article.id: article.article.text for article in articles}
    quoted = {article.id: [quote.span for quote in article.quoted if quote.speech] for article in articles}
    spoken, claims = _spoken(articles, alignment), ClaimPlaces(alignment.claims)
    moments: list[Moment] = []
    for when in sorted(alignment.times, key=lambda when: when.span):
        if when.earliest is None or when.latest is None or (context := contexts.around(when.span)) is None:
            continue
        if when.latest - when.earliest > timedelta(days=settings.longest_days):
            continue
        if _NAMED.match(texts[when.span.article], when.span.start):
            continue
        if when.relative is not None and any(span.covers(when.span) for span in quoted[when.span.article]):
            continue  # it hangs on the day of the speech, which may be another one
        text = texts[when.span.article]
        happenings = dated(text, context.sentence, when.span)
        moments.append(
            Moment(
                TimeValue(when.earliest, when.latest),
                _with_preposition(when.span, text, context.sentence.start),
                context,
                text[when.span.start : when.span.end].lower() if when.relative else "",
                frozenset(happenings),
                _uttered(when, context.sentence, happenings, spoken, settings.cue_reach),
                claims.at(when.span),
            )
        )
    return moments


def _spoken(
    articles: Sequence[AnnotatedArticle], alignment: Alignment
) -> dict[str, list[tuple[Span, tuple[Span, ...], str]]]:
    """Return, for each article, the cues of attributions with their content and the utterance that they belong to."""
    utterance_of = {
        witness.attribution: utterance.id for utterance in alignment.utterances for witness in utterance.witnesses
    }
    spoken: dict[str, list[tuple[Span, tuple[Span, ...], str]]] = defaultdict(list)
    for article in articles:
        for attribution in article.attributions:
            if (utterance := utterance_of.get(attribution.id)) is not None:
                spoken[article.id] += [(cue, attribution.content, utterance) for cue in attribution.cue]
    return spoken


def _uttered(
    when: When,
    sentence: Span,
    happenings: Mapping[str, Span],
    spoken: Mapping[str, Sequence[tuple[Span, tuple[Span, ...], str]]],
    reach: int,
) -> frozenset[str]:
    """Return the utterances whose cue stands near a time, in its sentence, that is not itself part of what was said.

    A time that dates another verb than the cue does not date the speech: "…," Moss said in a film shown on Friday.
    """
    if when.relative is not None and (when.relative.direction > 0 or when.relative.amount > 0):
        return frozenset()  # nobody has spoken yet on a day that lies ahead
    of_speech = not happenings or "say" in happenings
    return frozenset(
        utterance
        for cue, content, utterance in spoken.get(when.span.article, ())
        if sentence.covers(cue) and not any(span.overlaps(when.span) for span in content)
        if max(cue.start - when.span.end, when.span.start - cue.end) <= reach
        if of_speech or any(cue.overlaps(place) for place in happenings.values())
    )


def _with_preposition(span: Span, text: str, start: int) -> Span:
    """Take the preposition before a time into its span."""
    before = text[max(start, span.start - 12) : span.start]
    word = before.split()[-1] if before.split() and before[-1].isspace() else ""
    if word.lower() not in _PREPOSITIONS:
        return span
    return Span(span.article, span.start - len(before) + before.rindex(word), span.end)
