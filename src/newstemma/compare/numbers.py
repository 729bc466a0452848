"""Differences of number: what several articles count, with values that are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from newstemma.compare.context import ClaimPlaces, Contexts, likeness, paired
from newstemma.compare.figures import Contrast, Figure, contrasts, doubled, find_figures, kinds_agree
from newstemma.compare.headings import heading
from newstemma.compare.number_natures import days_between, grows, nature_of
from newstemma.compare.positions import candidate_pairs, group
from newstemma.compare.ranges import equal, exact, facing, intersect, nominal, quotient, round_alike, vague
from newstemma.model import Alignment, AnnotatedArticle, Difference, NumberValue, Position, Span, fingerprint
from newstemma.settings.differences import DifferenceSettings

__all__ = ["number_differences"]

_DEFAULT = DifferenceSettings()
_NEVER = 2.0  # above any likeness


def number_differences(
    articles: Sequence[AnnotatedArticle],
    alignment: Alignment,
    *,
    settings: DifferenceSettings = _DEFAULT,
) -> tuple[Difference, ...]:
    """Find numbers of different articles that count one thing and are not the same.

    >>> number_differences([], Alignment())
    ()

    Two numbers count one thing where unit, kind of thing, event and surroundings agree; the farther apart they are, the
    more so. Durations are left out. An article that gives both values speaks of two things, unless it sets one against
    the other: "26, up from 18", "the engineers put it at €6.5 million".
    """
    contexts = Contexts(articles, settings.reach_words, settings.key_reach_words)
    figures = find_figures(articles, contexts, ClaimPlaces(alignment.claims))
    linking = _Linking(figures, list(contrasts(articles, figures)), settings)
    groups = group(len(figures), linking.edges, linking.fits)
    found = [_difference([figures[place] for place in places], contexts) for places in groups]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.positions[0].witnesses[0]))


class _Linking:
    """Which numbers of a story count one thing: `edges` from (likeness, place, place), and which sides fit."""

    def __init__(self, figures: Sequence[Figure], inside: Sequence[Contrast], settings: DifferenceSettings) -> None:
        self._figures, self._inside, self._settings = figures, inside, settings
        self._stated: dict[tuple[str, float], list[Figure]] = defaultdict(list)  # by article and number
        for figure in figures:
            self._stated[figure.article, nominal(figure.quantity)].append(figure)
        self._counted: dict[tuple[str, str, str], set[float]] = defaultdict(set)  # by article, unit and kind
        for figure in figures:
            self._counted[figure.article, figure.quantity.unit, figure.kind].add(nominal(figure.quantity))
        self._contrasted = {(figures[each.first].article, self._values(each.first, each.second)) for each in inside}
        self.edges = [(1.0, each.first, each.second) for each in inside] + self._between()
        self._linked = {(first, second) for _, first, second in self.edges}

    def _values(self, first: int, second: int) -> frozenset[float]:
        return frozenset((nominal(self._figures[first].quantity), nominal(self._figures[second].quantity)))

    def _between(self) -> list[tuple[float, int, int]]:
        """Return the links between articles."""
        figures, settings = self._figures, self._settings
        common = settings.common_most(len(figures))
        edges: list[tuple[float, int, int]] = []
        answers = paired([each.quantity.span for each in figures], [each.claims for each in figures], self._may_be_one)
        for first, second in candidate_pairs([figure.context.weights for figure in figures], common):
            one, other = figures[first], figures[second]
            if not kinds_agree(one, other) or doubled(one, other):
                continue
            if one.article == other.article and not equal(one.quantity, other.quantity):
                continue
            alike = likeness(one.context, other.context)
            needed = settings.likeness_paired if (first, second) in answers else _needed(one, other, settings)
            if self._sole(one) and self._sole(other):
                needed = min(needed, _needed_of_sole(one, other, settings))
            if alike >= needed and not self._keeps_apart(first, second):
                edges.append((alike, first, second))
        return edges

    def _sole(self, figure: Figure) -> bool:
        """Tell whether a number is the only one of its kind in its article."""
        return len(self._counted[figure.article, figure.quantity.unit, figure.kind]) == 1

    def _may_be_one(self, first: int, second: int) -> bool:
        one, other = self._figures[first], self._figures[second]
        return kinds_agree(one, other) and intersect(one.quantity, other.quantity)

    def _keeps_apart(self, first: int, second: int) -> bool:
        """Tell whether the article of one number gives the other's as well, and does not set the two against it."""
        one, other = self._figures[first], self._figures[second]
        values = self._values(first, second)
        if len(values) == 1:
            return False
        return any(
            any(kinds_agree(theirs, each) for each in self._stated[mine.article, nominal(theirs.quantity)])
            and (mine.article, values) not in self._contrasted
            for mine, theirs in ((one, other), (other, one))
        )

    def fits(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether two groups may become one: numbers that cannot be one are linked, or set against each other."""
        both = {*some, *others}
        against = {
            self._values(each.first, each.second) for each in self._inside if each.first in both and each.second in both
        }
        return all(self._agree(min(pair), max(pair), against) for pair in product(some, others))

    def _agree(self, first: int, second: int, against: set[frozenset[float]]) -> bool:
        one, other = self._figures[first], self._figures[second]
        if (first, second) in self._linked or equal(one.quantity, other.quantity):
            return True
        if self._values(first, second) in against:
            return True
        ratio = quotient(one.quantity, other.quantity)
        if ratio <= self._settings.near_ratio and one.article != other.article:
            return True
        agree = intersect(one.quantity, other.quantity) or round_alike(one.quantity, other.quantity)
        return agree and ratio <= self._settings.apart_ratio


def _needed(one: Figure, other: Figure, settings: DifferenceSettings) -> float:
    """Return the likeness at which two numbers count one thing; `_NEVER` where they never do."""
    first, second = one.quantity, other.quantity
    shared = bool(one.context.events.keys() & other.context.events.keys()) or bool(one.claims & other.claims)
    same_kind = bool(one.kind) and one.kind == other.kind
    telling = min(nominal(first), nominal(second)) >= settings.telling_least and exact(first) and exact(second)
    if equal(first, second):
        if telling:
            return settings.likeness_telling
        return settings.likeness_equal if shared or same_kind else 2 * settings.likeness_equal
    ratio = quotient(first, second)
    if facing(first, second) and ratio > settings.near_ratio:
        # "More than 20" and "up to 60" contradict nothing and confirm nothing: at most they differ in scope.
        return settings.likeness_far if shared and same_kind else _NEVER
    large = min(nominal(first), nominal(second)) >= settings.near_least
    if ratio <= settings.near_ratio and large and not vague(first) and not vague(second):
        if telling and shared:
            return settings.likeness_telling
        return settings.likeness_near if shared or same_kind else 2 * settings.likeness_near
    agree = intersect(first, second)
    if vague(first) or vague(second):
        return (settings.likeness_nested if same_kind else settings.likeness_far) if shared and agree else _NEVER
    if not shared:
        if first.unit and ratio <= settings.near_ratio and agree:
            return settings.likeness_measured
        return settings.likeness_far if same_kind and agree else _NEVER
    if ratio <= settings.apart_ratio and (agree or round_alike(first, second)):
        return settings.likeness_nested
    return _apart(one, other, ratio, settings)


def _needed_of_sole(one: Figure, other: Figure, settings: DifferenceSettings) -> float:
    """Return the likeness that numbers need each of which is the only one of its kind in its article.

    Everybody counts people; how many excavators there were is told of one thing in most stories.
    """
    first, second = one.quantity, other.quantity
    ratio = quotient(first, second)
    if not one.kind or one.kind != other.kind or one.kind == "person" or None in (first.low, second.low):
        return _NEVER
    if vague(first) or vague(second) or not 1 < ratio <= settings.apart_ratio:
        return _NEVER
    if intersect(first, second) or round_alike(first, second):
        return settings.likeness_sole_number
    large = not first.unit and min(nominal(first), nominal(second)) >= settings.sole_least
    return settings.likeness_sole_apart if large else _NEVER


def _apart(one: Figure, other: Figure, ratio: float, settings: DifferenceSettings) -> float:
    """Return the likeness that numbers of one event need which cannot both hold."""
    if days_between(one, other) > settings.apart_days and not grows(one, other):
        return _NEVER
    if one.quantity.unit:  # one event has several measures: how high, how far
        return settings.likeness_far if ratio <= settings.apart_ratio else _NEVER
    if (one.grown or other.grown) and one.kind == other.kind:
        return settings.likeness_nested  # a running count: other numbers of it are to be expected
    small = min(nominal(one.quantity), nominal(other.quantity)) < 10
    return settings.likeness_apart if ratio <= settings.apart_ratio and not small else settings.likeness_far


@dataclass(frozen=True, slots=True)
class _Held:
    """A value and the figures that give it, those first that say it most exactly."""

    value: NumberValue
    figures: tuple[Figure, ...]


def _difference(figures: Sequence[Figure], contexts: Contexts) -> Difference | None:
    """Make positions of a group's values; `None` where no article differs from another."""
    held = _held(figures)
    if len(held) < 2 or not _differ(held):
        return None
    positions: list[Position] = []
    for each in held:
        # Who gives a value as the current one speaks first: its words are printed.
        ordered = sorted(each.figures, key=lambda figure: (figure.former, figure.quantity.span))
        witnesses = tuple(figure.quantity.span for figure in ordered)
        positions.append(Position(each.value, contexts.printed(witnesses[0]), witnesses))
    spans = sorted(span for position in positions for span in position.witnesses)
    nature = nature_of([each.figures for each in held])
    about = heading([(figure.quantity.span, figure.context, bool(figure.kind)) for figure in figures], contexts)
    return Difference(fingerprint("difference", "number", *spans), "number", nature, about, tuple(positions))


def _held(figures: Sequence[Figure]) -> list[_Held]:
    """Return the values from small to large; one that is only told as a former value is none."""
    exact_values = {nominal(each.quantity): _value(each) for each in figures if each.quantity.low == each.quantity.high}
    values: dict[NumberValue, list[Figure]] = defaultdict(list)
    for figure in figures:
        value = _value(figure)
        # "About 40" and "40" are one position: no newspaper means to correct the other.
        hedged = None not in (value.low, value.high) and figure.quantity.hedge
        values[exact_values.get(nominal(figure.quantity), value) if hedged else value].append(figure)
    held = [
        _Held(value, tuple(sorted(holders, key=_spread)))
        for value, holders in values.items()
        if not all(holder.former for holder in holders)
    ]
    return sorted(held, key=lambda each: (nominal(each.figures[0].quantity), each.figures[0].quantity.span))


def _differ(held: Sequence[_Held]) -> bool:
    """Tell whether some article lacks a value that another one gives, and not all values are one number, hedged."""
    giving = [{figure.article for figure in each.figures} for each in held]
    hedged = all(figure.quantity.hedge for each in held for figure in each.figures)
    one_number = len({nominal(figure.quantity) for each in held for figure in each.figures}) == 1
    return any(some != giving[0] for some in giving) and not (hedged and one_number)


def _value(figure: Figure) -> NumberValue:
    quantity = figure.quantity
    return NumberValue(quantity.low, quantity.high, quantity.low_open, quantity.high_open, quantity.unit)


def _spread(figure: Figure) -> tuple[float, Span]:
    """Sort exact numbers before ranges."""
    low, high = figure.quantity.low, figure.quantity.high
    return (inf if low is None or high is None else high - low), figure.quantity.span
