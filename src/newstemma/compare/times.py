"""Differences of time: when several articles say that one thing happened, with intervals that are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations, product

from newstemma.compare.context import Contexts, likeness, paired
from newstemma.compare.headings import heading
from newstemma.compare.moments import Moment, find_moments
from newstemma.compare.positions import candidate_pairs, group
from newstemma.model import (
    Alignment,
    AnnotatedArticle,
    Difference,
    Nature,
    Position,
    TimeValue,
    fingerprint,
)
from newstemma.settings.differences import DifferenceSettings

__all__ = ["time_differences"]

_DEFAULT = DifferenceSettings()
_MANY = frozenset(["say"])  # what people do all the time, so that doing it is no event that two articles share


def time_differences(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, *, settings: DifferenceSettings = _DEFAULT
) -> tuple[Difference, ...]:
    """Find times that different articles give for one event and that are not the same.

    >>> time_differences([], Alignment())
    ()

    Two times date one event where they stand at the attribution of one utterance, or where both date the same verb, or
    noun of an event, in their clauses: the more often the story tells of such an event in that time, the more must
    their surroundings agree. Days that differ by no more than clocks around the world do are a matter of clocks.
    """
    contexts = Contexts(articles, settings.reach_words, settings.key_reach_words)
    moments = find_moments(articles, alignment, contexts, settings)
    edges = _edges(moments, contexts, settings)
    linked = {(first, second) for _, first, second in edges}

    def fits(some: Sequence[int], others: Sequence[int]) -> bool:
        pairs = [(min(pair), max(pair)) for pair in product(some, others)]
        # What links two times of one event links all others of these values, in other articles.
        same = {_values(*pair) for pair in linked.intersection(pairs) if _one_happening(*pair)}
        return all(
            pair in linked
            or _may_join(moments[pair[0]], moments[pair[1]])
            or (_values(*pair) in same and moments[pair[0]].article != moments[pair[1]].article)
            for pair in pairs
        )

    def _values(first: int, second: int) -> frozenset[TimeValue]:
        return frozenset((moments[first].value, moments[second].value))

    def _one_happening(first: int, second: int) -> bool:
        return bool(moments[first].happenings & moments[second].happenings)

    groups = ([moments[place] for place in places] for places in group(len(moments), edges, fits))
    found = [each for members in groups if (each := _difference(members, contexts, settings)) is not None]
    return tuple(sorted(found, key=lambda each: each.positions[0].witnesses[0]))


def _edges(moments: Sequence[Moment], contexts: Contexts, settings: DifferenceSettings) -> list[tuple[float, int, int]]:
    common = settings.common_most(len(moments))
    terms = [moment.context.weights | dict.fromkeys(moment.events, 1.0) for moment in moments]
    stated: dict[str, list[Moment]] = defaultdict(list)
    for moment in moments:
        stated[moment.article].append(moment)
    edges: list[tuple[float, int, int]] = []
    happenings = _Happenings(moments, settings)

    def one_moment(first: int, second: int) -> bool:
        one, other = moments[first], moments[second]
        return _may_be_one(one, other, settings) and not _of_two_events(one, other)

    answers = paired([moment.span for moment in moments], [moment.claims for moment in moments], one_moment)
    for first, second in candidate_pairs(terms, common):
        one, other = moments[first], moments[second]
        if one.article == other.article:
            continue
        alike = likeness(one.context, other.context)
        if one.value != other.value and one.hanging and one.hanging == other.hanging and alike >= settings.copied:
            continue  # one passage, copied on two days with its "next month"
        if one.utterances & other.utterances:
            edges.append((1.0 + alike, first, second))
        elif alike >= (
            settings.likeness_paired
            if (first, second) in answers
            else _needed(one, other, happenings, contexts, settings)
        ):
            both = _states(stated[other.article], one, other) or _states(stated[one.article], other, one)
            if not both or _nested(one, other) or _slip(one, other):
                edges.append((alike, first, second))
    return edges


def _states(moments: Sequence[Moment], one: Moment, other: Moment) -> bool:
    """Tell whether the article of `other` gives the value of `one` as well: of the same event, where it is known."""
    shared = one.happenings & other.happenings
    return any(each.value == one.value and (not shared or each.happenings & shared) for each in moments)


def _of_two_events(one: Moment, other: Moment) -> bool:
    """Tell whether both date something, and not the same."""
    return bool(one.happenings and other.happenings) and not one.happenings & other.happenings


class _Happenings:
    """The dates that a story gives to what happened, by event."""

    def __init__(self, moments: Sequence[Moment], settings: DifferenceSettings) -> None:
        self._settings = settings
        self._dates: dict[str, list[Moment]] = defaultdict(list)
        for moment in moments:
            for event in moment.happenings - _MANY:
                self._dates[event].append(moment)

    def sole(self, one: Moment, other: Moment) -> bool:
        """Tell whether two times date an event of which the story knows but one in all the time that they span."""
        return any(self._once(event, one, other) for event in sorted(one.happenings & other.happenings - _MANY))

    def _once(self, event: str, one: Moment, other: Moment) -> bool:
        first = min(one.value.earliest, other.value.earliest)
        last = max(one.value.latest, other.value.latest)
        inside = [each for each in self._dates[event] if first <= each.value.earliest and each.value.latest <= last]
        return all(_nested(*pair) or _by_clock(*pair, self._settings) for pair in combinations(inside, 2))


def _of_like_width(one: Moment, other: Moment) -> bool:
    """Tell whether two times are told nearly as finely: not one as a year and one as a day."""
    narrow, wide = sorted((one.length, other.length))
    return wide <= timedelta(days=31) or narrow >= timedelta(days=20)


def _needed(
    one: Moment, other: Moment, happenings: _Happenings, contexts: Contexts, settings: DifferenceSettings
) -> float:
    """Return the likeness at which two times date one event; above 1 where they never do."""
    shared = one.events & other.events
    if not shared or _of_two_events(one, other):
        return 2.0
    if one.value == other.value:
        return settings.likeness_equal
    claimed = bool(one.claims & other.claims)
    rarity = max((contexts.rarity(event) for event in one.happenings & other.happenings), default=0.0)
    if _may_be_one(one, other, settings):
        wide = max(one.length, other.length) > timedelta(days=settings.wide_days)
        if claimed and _nested(one, other) and not wide:
            return settings.likeness_equal
        if _of_like_width(one, other) and happenings.sole(one, other):
            return settings.likeness_sole if _nested(one, other) else settings.likeness_clock
        return settings.likeness_event + settings.common_event_cost * (1 - rarity)
    if _slip(one, other):
        return settings.likeness_slip
    return settings.likeness_far if claimed else 2.0


def _may_be_one(one: Moment, other: Moment, settings: DifferenceSettings) -> bool:
    """Tell whether two times can be one moment: two days, on clocks around the world, only of what is one event."""
    return _nested(one, other) or (bool(one.happenings & other.happenings) and _by_clock(one, other, settings))


def _nested(one: Moment, other: Moment) -> bool:
    """Tell whether one interval lies in the other, a night reaching into the next day included."""
    return one.value.earliest <= other.value.latest and other.value.earliest <= one.value.latest


def _slip(one: Moment, other: Moment) -> bool:
    """Tell whether two dates are alike but for the year, as where one of them is a slip of the pen."""
    first, second = sorted((one, other), key=lambda moment: moment.length)
    if one.hanging or other.hanging:
        return False  # the year is our guess
    if second.length > timedelta(days=31) or first.value.earliest.year == second.value.earliest.year:
        return False
    year = second.value.earliest.year
    if first.value.earliest.month == 2 and first.value.earliest.day == 29:
        return False
    start = first.value.earliest.replace(year=year)
    return second.value.earliest <= start <= second.value.latest


def _by_clock(one: Moment, other: Moment, settings: DifferenceSettings) -> bool:
    """Tell whether clocks around the world can make one moment of two intervals of a day or less."""
    if max(one.length, other.length) > timedelta(days=1):
        return False
    gap = max(one.value.earliest - other.value.latest, other.value.earliest - one.value.latest)
    return gap <= timedelta(hours=settings.clock_hours)


def _may_join(one: Moment, other: Moment) -> bool:
    """Tell whether two times may stand in one group though nothing links them, or others of the same values."""
    if one.value == other.value:
        return True
    if one.article == other.article:
        return _slip(one, other)
    whole_year = max(one.length, other.length) > timedelta(days=300)
    return _nested(one, other) or _slip(one, other) or whole_year  # a slip of the year shows against the year as well


def _difference(moments: Sequence[Moment], contexts: Contexts, settings: DifferenceSettings) -> Difference | None:
    """Make positions of a group's intervals; `None` where it has one interval or one article."""
    values: dict[TimeValue, list[Moment]] = defaultdict(list)
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


def _one_day(moments: Sequence[Moment]) -> bool:
    """Tell whether all times begin on one day and are no longer: "Monday" and "Monday night" agree."""
    days = {moment.value.earliest.date() for moment in moments}
    return len(days) == 1 and all(moment.length < timedelta(days=1) for moment in moments)


def _nature(positions: Sequence[Moment], settings: DifferenceSettings) -> Nature:
    """Tell why the times differ, from the mildest explanation that all of them allow."""
    pairs = [(one, other) for at, one in enumerate(positions) for other in positions[at + 1 :]]
    if all(_covers(one, other) or _covers(other, one) for one, other in pairs):
        return "precision"
    if all(_nested(*pair) for pair in pairs) and any(each.length > timedelta(days=1) for each in positions):
        return "precision"
    return "clock" if all(_nested(*pair) or _by_clock(*pair, settings) for pair in pairs) else "conflict"


def _covers(one: Moment, other: Moment) -> bool:
    return one.value.earliest <= other.value.earliest and other.value.latest <= one.value.latest
