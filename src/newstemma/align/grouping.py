"""Grouping clauses that state one fact."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from newstemma.align.anchors import Terms
from newstemma.align.clauses import Clause
from newstemma.settings.claims import ClaimSettings

__all__ = ["Grouping", "Stated", "days_apart"]

_DAY = re.compile(r"~\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Stated:
    """A clause, its terms, who is reported to say it, and whether it stands in its article's first sentence of prose.

    The speaker is a person; the empty one is the outlet itself, a body or somebody without a name. `printed` are its
    words.
    """

    clause: Clause
    terms: Terms
    speaker: str
    leads: bool
    printed: str


class Grouping:
    """Groups of clauses that state one fact, as numbers into the list of clauses."""

    def __init__(self, stated: Sequence[Stated], settings: ClaimSettings) -> None:
        self._settings = settings
        self._copies: dict[tuple[frozenset[str], str, str], list[int]] = defaultdict(list)
        for number, item in enumerate(stated):
            # Few terms are a copy only with the same words: what is left of two quotations may be nothing.
            printed = item.printed if len(item.terms.all) < settings.shared_terms else ""
            self._copies[item.terms.all, item.speaker, printed].append(number)
        firsts = [numbers[0] for numbers in self._copies.values()]
        self._numbers = firsts
        self._stated = stated
        found_in = Counter(term for number in firsts for term in stated[number].terms.all)
        self._background = self._often_used(found_in)
        self._weight = {term: math.log(1 + len(firsts) / count) for term, count in found_in.items()}
        self._total = {number: self.weight(stated[number].terms.all) for number in firsts}
        self._known: dict[tuple[int, int], float] = {}

    def _often_used(self, found_in: Counter[str]) -> frozenset[str]:
        """Return the terms that the articles use again and again: what the story is about, not what one fact says."""
        used = {(term, self._article(number)) for number in self._numbers for term in self._stated[number].terms.all}
        articles = Counter(term for term, _ in used)
        return frozenset(
            term for term, count in found_in.items() if count >= self._settings.background * articles[term]
        )

    def groups(self) -> list[list[int]]:
        """Return the groups, each sorted, clauses that nothing joins on their own."""
        group_of = {number: [number] for number in self._numbers}
        for _, a, b in self._edges():
            one, other = group_of[a], group_of[b]
            if one is not other and self._fit(one, other):
                joined = sorted(one + other)
                for number in joined:
                    group_of[number] = joined
        copies = {numbers[0]: numbers for numbers in self._copies.values()}
        distinct = {group[0]: group for group in group_of.values()}
        return [sorted(copy for number in group for copy in copies[number]) for _, group in sorted(distinct.items())]

    def _edges(self) -> list[tuple[float, int, int]]:
        """Return the pairs that are each other's best in the two articles, most similar first."""
        best: dict[tuple[int, str], tuple[float, int]] = {}
        for a, b in self._candidates():
            score = self.similarity(a, b)
            if score >= self._settings.similarity:
                for one, other in ((a, b), (b, a)):
                    place = one, self._article(other)
                    if place not in best or (score, -other) > (best[place][0], -best[place][1]):
                        best[place] = score, other
        edges = {
            (-score, min(one, other), max(one, other))
            for (one, _), (score, other) in best.items()
            if best.get((other, self._article(one)), (0.0, -1))[1] == one
        }
        return sorted(edges)

    def _candidates(self) -> list[tuple[int, int]]:
        """Return the pairs of clauses that share enough of the rarer terms, by way of an inverted index."""
        postings: dict[str, list[int]] = defaultdict(list)
        for number in self._numbers:
            for term in self._stated[number].terms.all:
                postings[term].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for numbers in postings.values():
            if 2 <= len(numbers) <= self._settings.postings:
                shared.update(combinations(numbers, 2))
        return [pair for pair, count in shared.items() if count >= 2]

    def _fit(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Tell whether two groups state one fact as wholes."""
        pairs = [(min(a, b), max(a, b)) for a in one for b in other]
        scores = [self.similarity(a, b) for a, b in pairs]
        event = all(_both_tell_the_event(self._stated[a], self._stated[b]) for a, b in pairs)
        link = self._settings.lead_link if event else self._settings.link
        return sum(scores) >= link * len(scores) and min(scores) >= link / 2

    def similarity(self, a: int, b: int) -> float:
        """Return how much of what the two clauses say is the same, 0 to 1; 0 where they cannot state one fact."""
        if (a, b) not in self._known:
            self._known[a, b] = self._compared(a, b)
        return self._known[a, b]

    def _compared(self, a: int, b: int) -> float:
        one, other = self._stated[a], self._stated[b]
        common = one.terms.all & other.terms.all
        counted = self._count_one_thing(one, other, common)
        happens = counted + sum(not term.startswith("@") for term in common)
        if counted + len(common) < self._settings.shared_terms or happens < self._settings.shared_predicates:
            return 0.0
        event = _both_tell_the_event(one, other)
        shared = self.weight(common)
        totals = self._stated_weight(a, common), self._stated_weight(b, common)
        copied = event or shared >= self._settings.copied * max(totals)
        things = 0 if copied else counted + self._things(one, other, common)
        if not copied and things < self._settings.shared_things:
            return 0.0
        score = shared / math.sqrt(totals[0] * totals[1])
        if one.terms.anchors & other.terms.anchors:
            score = (score + shared / min(totals)) / 2
        if counted or any(_figure(term) >= _LARGE for term in common - self._background):
            score += self._settings.figure_bonus
        elif not copied and things == self._settings.shared_things and score < self._settings.sure:
            return 0.0
        score -= self._settings.few_terms * max(0, self._settings.enough_terms - len(common))
        if not (one.clause.complete and other.clause.complete):
            score -= self._settings.leaning
        required = self._required(one, other)
        if not required and event:
            score += self._settings.lead_bonus
        return score if score >= required else 0.0

    def _count_one_thing(self, one: Stated, other: Stated, common: frozenset[str]) -> bool:
        """Tell whether larger figures, one of each, are nearly equal where the two clauses share none."""
        if any(_figure(term) >= _LARGE for term in common):
            return False
        figures = [{value for term in x.terms.all if (value := _figure(term)) >= _LARGE} for x in (one, other)]
        return any(a <= b * _ROUNDED and b <= a * _ROUNDED for a in figures[0] for b in figures[1])

    def _things(self, one: Stated, other: Stated, common: frozenset[str]) -> int:
        """Count the things that two clauses share beyond the background; names and days alone are none.

        Two words that stand side by side in both clauses are one thing.
        """
        telling = common - self._background
        if all(term[0] in "@~" for term in telling):
            return 0
        joined = one.terms.compounds & other.terms.compounds
        return len(telling) - sum(first in telling and second in telling for first, second in joined)

    def _required(self, one: Stated, other: Stated) -> float:
        """Return the similarity below which two clauses do not state one fact, by how they clash."""
        if one.speaker and other.speaker and one.speaker != other.speaker:
            return math.inf
        actors = one.terms.actors, other.terms.actors
        strangers = all(actors) and not actors[0] & actors[1]
        required = 0.0
        if one.clause.span.article == other.clause.span.article:
            required = self._settings.repeated
        if one.leads and other.leads and not (_about(one, other) and _about(other, one)):
            required = max(required, self._settings.opposed)
        if days_apart(one.terms.all, other.terms.all):
            required = max(required, self._settings.other_days)
        if _far_apart(one.terms.all, other.terms.all):
            required = max(required, self._settings.other_figures)
        if strangers or one.terms.negated != other.terms.negated:
            required = max(required, self._settings.opposed)
        return required

    def _stated_weight(self, number: int, common: frozenset[str]) -> float:
        """Return what a clause says in all; figures and times that the other has not may be just what differs."""
        apart = [term for term in self._stated[number].terms.all if term[0] in "#~" and term not in common]
        return self._total[number] - self._settings.differing * self.weight(apart)

    def _article(self, number: int) -> str:
        return self._stated[number].clause.span.article

    def weight(self, terms: Iterable[str]) -> float:
        """Return how much the terms weigh together; a term weighs the more the rarer it is in the story."""
        return math.fsum(self._weight[term] for term in terms)


def _both_tell_the_event(one: Stated, other: Stated) -> bool:
    """Tell whether two clauses open their articles, are about the same, name one actor and no days that lie apart."""
    return (
        one.leads
        and other.leads
        and bool(one.terms.actors & other.terms.actors)
        and _about(one, other)
        and _about(other, one)
        and any(
            term[0] in "@#" and term in y.terms.all for x, y in ((one, other), (other, one)) for term in x.terms.opening
        )
        and not days_apart(one.terms.all, other.terms.all)
    )


def _about(one: Stated, other: Stated) -> bool:
    """Tell whether what opens the first clause, a name or figure or two words of it, stands in the other."""
    shared = one.terms.opening & other.terms.all
    return len(shared) > 1 or any(term[0] in "@#" for term in shared)


_SAME_DAYS = 3  # days between two days that may be one: clocks and loose reports


def days_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both name days and none of one lies near any of the other."""
    days = [
        [date.fromisoformat(term[1:]).toordinal() for term in terms if _DAY.fullmatch(term)] for terms in (one, other)
    ]
    return all(days) and not any(abs(a - b) <= _SAME_DAYS for a in days[0] for b in days[1])


_LARGE = 100  # figures below it lie near each other by chance
_ROUNDED = 1.05  # quotient up to which two large figures are likely to be one, rounded
_NEAR = 1.3  # quotient up to which two figures may count one thing


def _far_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both have figures and none of one is near any of the other: then they may be of two events."""
    figures = [sorted(value for term in terms if (value := _figure(term))) for terms in (one, other)]
    return all(figures) and not any(a <= b * _NEAR and b <= a * _NEAR for a in figures[0] for b in figures[1])


def _figure(term: str) -> float:
    """Return the value of a figure, 0 for every other term and for figures that are no plain number."""
    try:
        return float(term[1:]) if term.startswith("#") else 0.0
    except ValueError:
        return 0.0
