"""Differences of time: when several articles say that one thing happened, with intervals that are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

from newstemma.compare.context import ClaimPlaces, Context, Contexts, likeness, paired
from newstemma.compare.headings import heading
from newstemma.compare.positions import candidate_pairs, group
from newstemma.model import (
    Alignment,
    AnnotatedArticle,
    Difference,
    Nature,
    Position,
    Span,
    TimeValue,
    When,
    fingerprint,
)
from newstemma.settings.differences import DifferenceSettings

__all__ = ["time_differences"]

_DEFAULT = DifferenceSettings()
_PREPOSITIONS = frozenset("on in at since by during until till before after around about".split())
_SPEECH, _CLAIM = "speech:", "claim:"  # mark events that are an utterance or a claim, not a word


@dataclass(frozen=True, slots=True)
class _Moment:
    """An anchored time with its surroundings and the events that it dates: near event words and utterances."""

    value: TimeValue
    span: Span
    context: Context
    hanging: str  # the words of an expression that hangs on the article's day, else nothing
    events: frozenset[str]

    @property
    def article(self) -> str:
        return self.span.article

    @property
    def claims(self) -> frozenset[str]:
        return frozenset(event for event in self.events if event.startswith(_CLAIM))

    @property
    def length(self) -> timedelta:
        return self.value.latest - self.value.earliest


def time_differences(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, *, settings: DifferenceSettings = _DEFAULT
) -> tuple[Difference, ...]:
    """Find times that different articles give for one event and that are not the same.

    >>> time_differences([], Alignment())
    ()

    Two times date one event where they stand at the attribution of one utterance, or where an event word is near both
    and their surroundings agree. Days that differ by no more than clocks around the world do are a matter of clocks.
    """
    contexts = Contexts(articles, settings.reach_words, settings.key_reach_words)
    moments = _moments(articles, alignment, contexts, settings)
    edges = _edges(moments, contexts, settings)
    linked = {(first, second) for _, first, second in edges}

    def fits(some: Sequence[int], others: Sequence[int]) -> bool:
        return all(_may_join(moments, linked, min(pair), max(pair)) for pair in product(some, others))

    groups = ([moments[place] for place in places] for places in group(len(moments), edges, fits))
    found = [each for members in groups if (each := _difference(members, contexts, settings)) is not None]
    return tuple(sorted(found, key=lambda each: each.positions[0].witnesses[0]))


def _moments(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, contexts: Contexts, settings: DifferenceSettings
) -> list[_Moment]:
    texts = {article.id: article.article.text for article in articles}
    quoted = {article.id: [quote.span for quote in article.quoted if quote.speech] for article in articles}
    spoken, claims = _spoken(articles, alignment), ClaimPlaces(alignment.claims)
    moments: list[_Moment] = []
    for when in sorted(alignment.times, key=lambda when: when.span):
        if when.earliest is None or when.latest is None or (context := contexts.around(when.span)) is None:
            continue
        if when.latest - when.earliest > timedelta(days=settings.longest_days):
            continue
        if when.relative is not None and any(span.covers(when.span) for span in quoted[when.span.article]):
            continue  # it hangs on the day of the speech, which may be another one
        uttered = {_SPEECH + utterance for utterance in _uttered(when, context.sentence, spoken, settings.cue_reach)}
        stated = {_CLAIM + claim for claim in claims.at(when.span)}
        moments.append(
            _Moment(
                TimeValue(when.earliest, when.latest),
                _with_preposition(when.span, texts[when.span.article], context.sentence.start),
                context,
                texts[when.span.article][when.span.start : when.span.end].lower() if when.relative else "",
                frozenset(context.events) | uttered | stated,
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
    when: When, sentence: Span, spoken: Mapping[str, Sequence[tuple[Span, tuple[Span, ...], str]]], reach: int
) -> set[str]:
    """Return the utterances whose cue stands near a time, in its sentence, that is not itself part of what was said."""
    if when.relative is not None and (when.relative.direction > 0 or when.relative.amount > 0):
        return set()  # nobody has spoken yet on a day that lies ahead
    return {
        utterance
        for cue, content, utterance in spoken.get(when.span.article, ())
        if sentence.covers(cue) and not any(span.overlaps(when.span) for span in content)
        if max(cue.start - when.span.end, when.span.start - cue.end) <= reach
    }


def _with_preposition(span: Span, text: str, start: int) -> Span:
    """Take the preposition before a time into its span."""
    before = text[max(start, span.start - 12) : span.start]
    word = before.split()[-1] if before.split() and before[-1].isspace() else ""
    if word.lower() not in _PREPOSITIONS:
        return span
    return Span(span.article, span.start - len(before) + before.rindex(word), span.end)


def _edges(
    moments: Sequence[_Moment], contexts: Contexts, settings: DifferenceSettings
) -> list[tuple[float, int, int]]:
    common = settings.common_most(len(moments))
    terms = [moment.context.weights | dict.fromkeys(moment.events, 1.0) for moment in moments]
    stated: dict[str, set[TimeValue]] = defaultdict(set)
    for moment in moments:
        stated[moment.article].add(moment.value)
    edges: list[tuple[float, int, int]] = []

    def one_moment(first: int, second: int) -> bool:
        one, other = moments[first], moments[second]
        return _nested(one, other) or _by_clock(one, other, settings)

    answers = paired([moment.span for moment in moments], [moment.claims for moment in moments], one_moment)
    for first, second in candidate_pairs(terms, common):
        one, other = moments[first], moments[second]
        if one.article == other.article:
            continue
        alike = likeness(one.context, other.context)
        if one.value != other.value and one.hanging and one.hanging == other.hanging and alike >= settings.copied:
            continue  # one passage, copied on two days with its "next month"
        if any(event.startswith(_SPEECH) for event in one.events & other.events):
            edges.append((1.0 + alike, first, second))
        elif alike >= (
            settings.likeness_paired if (first, second) in answers else _needed(one, other, contexts, settings)
        ):
            both = one.value in stated[other.article] or other.value in stated[one.article]
            if not both or _nested(one, other) or _slip(one, other):
                edges.append((alike, first, second))
    return edges


def _needed(one: _Moment, other: _Moment, contexts: Contexts, settings: DifferenceSettings) -> float:
    """Return the likeness at which two times date one event; above 1 where they never do."""
    shared = one.events & other.events
    if not shared:
        return 2.0
    if one.value == other.value:
        return settings.likeness_equal
    claimed = any(event.startswith(_CLAIM) for event in shared)
    rarity = max((contexts.rarity(event) for event in shared if not event.startswith(_CLAIM)), default=0.0)
    if _nested(one, other) or _by_clock(one, other, settings):
        wide = max(one.length, other.length) > timedelta(days=settings.wide_days)
        if claimed and _nested(one, other) and not wide:
            return settings.likeness_equal
        return settings.likeness_event + settings.common_event_cost * (1 - rarity)
    if _slip(one, other):
        return settings.likeness_slip
    return settings.likeness_far if claimed else 2.0


def _nested(one: _Moment, other: _Moment) -> bool:
    """Tell whether one interval lies in the other, a night reaching into the next day included."""
    return one.value.earliest <= other.value.latest and other.value.earliest <= one.value.latest


def _slip(one: _Moment, other: _Moment) -> bool:
    """Tell whether two dates are alike but for the year, as where one of them is a slip of the pen."""
    first, second = sorted((one, other), key=lambda moment: moment.length)
    if second.length > timedelta(days=31) or first.value.earliest.year == second.value.earliest.year:
        return False
    year = second.value.earliest.year
    if first.value.earliest.month == 2 and first.value.earliest.day == 29:
        return False
    start = first.value.earliest.replace(year=year)
    return second.value.earliest <= start <= second.value.latest


def _by_clock(one: _Moment, other: _Moment, settings: DifferenceSettings) -> bool:
    """Tell whether clocks around the world can make one moment of two intervals of a day or less."""
    if max(one.length, other.length) > timedelta(days=1):
        return False
    gap = max(one.value.earliest - other.value.latest, other.value.earliest - one.value.latest)
    return gap <= timedelta(hours=settings.clock_hours)


def _may_join(moments: Sequence[_Moment], linked: set[tuple[int, int]], first: int, second: int) -> bool:
    """Tell whether two times may stand in one group: those that cannot be one moment only where they are linked."""
    one, other = moments[first], moments[second]
    if one.value == other.value or (first, second) in linked:
        return True
    if one.article == other.article:
        return _slip(one, other)
    whole_year = max(one.length, other.length) > timedelta(days=300)
    return _nested(one, other) or _slip(one, other) or whole_year  # a slip of the year shows against the year as well


def _difference(moments: Sequence[_Moment], contexts: Contexts, settings: DifferenceSettings) -> Difference | None:
    """Make positions of a group's intervals; `None` where it has one interval or one article."""
    values: dict[TimeValue, list[_Moment]] = defaultdict(list)
    for moment in moments:
        values[moment.value].append(moment)
    if len(values) < 2 or len({moment.article for moment in moments}) < 2 or _one_day(moments):
        return None
    positions: list[Position] = []
    for value in sorted(values, key=lambda value: (value.earliest, value.latest)):
        witnesses = sorted(moment.span for moment in values[value])
        positions.append(Position(value, contexts.printed(witnesses[0]), tuple(witnesses)))
    spans = sorted(span for position in positions for span in position.witnesses)
    nature = _nature([members[0] for members in values.values()], settings)
    about = heading([(moment.span, moment.context, False) for moment in moments], contexts)
    return Difference(fingerprint("difference", "time", *spans), "time", nature, about, tuple(positions))


def _one_day(moments: Sequence[_Moment]) -> bool:
    """Tell whether all times begin on one day and are no longer: "Monday" and "Monday night" agree."""
    days = {moment.value.earliest.date() for moment in moments}
    return len(days) == 1 and all(moment.length < timedelta(days=1) for moment in moments)


def _nature(positions: Sequence[_Moment], settings: DifferenceSettings) -> Nature:
    """Tell why the times differ, from the mildest explanation that all of them allow."""
    pairs = [(one, other) for at, one in enumerate(positions) for other in positions[at + 1 :]]
    if all(_covers(one, other) or _covers(other, one) for one, other in pairs):
        return "precision"
    if all(_nested(*pair) for pair in pairs) and any(each.length > timedelta(days=1) for each in positions):
        return "precision"
    return "clock" if all(_nested(*pair) or _by_clock(*pair, settings) for pair in pairs) else "conflict"


def _covers(one: _Moment, other: _Moment) -> bool:
    return one.value.earliest <= other.value.earliest and other.value.latest <= one.value.latest
