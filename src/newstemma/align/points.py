"""What sentences of several articles have in common in passing: a part of each states one fact."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from newstemma.align.anchors import Terms
from newstemma.align.grouping import days_apart
from newstemma.align.meanings import direction
from newstemma.align.statements import FINITE_VERB
from newstemma.model import Span
from newstemma.settings.claims import ClaimSettings

__all__ = ["Matcher", "Passage", "points"]

_Range = tuple[int, int]

_BOUNDARY = re.compile(r"[,;:](?=\s)|[()\[\]“”\"]+|\s[-–—]+\s|—|(?<=[^.])[.!?]+$")
_VERB = re.compile(rf"{FINITE_VERB.pattern}|[^\W\d_]{{3,}}ing", re.VERBOSE | re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|cannot|den(?:y|ied|ies|ying))\b|n['’]t\b", re.I
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with all its words as terms, quoted ones included, and its vector, where an encoder gave one.

    `speaker` is who says most of it, if a person.
    """

    span: Span
    text: str
    terms: Terms
    speaker: str
    meaning: bytes = b""


@dataclass(frozen=True, slots=True)
class _Match:
    """Parts of two passages, as ranges of places, with the terms that they share; `score` is how closely they agree."""

    score: float
    numbers: tuple[int, int]
    ranges: tuple[_Range, _Range]
    shared: frozenset[str]


@dataclass(slots=True, eq=False)
class _Cluster:
    core: frozenset[str]
    parts: dict[int, _Range] = field(default_factory=dict)


def points(passages: Sequence[Passage], settings: ClaimSettings) -> list[tuple[Span, ...]]:
    """Return, for each fact that parts of sentences in at least two articles state, these parts.

    >>> points([], ClaimSettings())
    []

    Two sentences may agree in a few words that stand close together in both and be about different things otherwise:
    "the group, which swore loyalty to the Moss family in 2029, wants …". The run of words in each is sought in which
    what is shared most outweighs what is not (Kadane's algorithm, the local alignment of Smith and Waterman without
    order). A name, an office or a fixed phrase is no fact: a verb is asked for, or many shared words.
    """
    copies: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        copies[passage.text, passage.speaker].append(passage)
    distinct = [same[0] for same in copies.values()]
    matcher = Matcher(distinct, settings)
    matches = [match for pair in matcher.candidates() if (match := matcher.match(*pair)) is not None]
    matches.sort(key=lambda match: (-match.score, match.numbers))
    return [_everywhere(cluster, distinct, copies) for cluster in _clusters(matches, matcher)]


def _everywhere(
    cluster: _Cluster, distinct: Sequence[Passage], copies: Mapping[tuple[str, str], Sequence[Passage]]
) -> tuple[Span, ...]:
    """Return the parts of a cluster in every passage that has their words."""
    spans: list[Span] = []
    for number, held in cluster.parts.items():
        first = distinct[number]
        part = _part(first, held)
        for passage in copies[first.text, first.speaker]:
            shift = passage.span.start - first.span.start
            spans.append(Span(passage.span.article, part.start + shift, part.end + shift))
    return tuple(sorted(spans))


class Matcher:
    """Finds the parts of two passages that agree; weights are shares of the weight of a term that two passages have."""

    def __init__(self, passages: Sequence[Passage], settings: ClaimSettings) -> None:
        self._passages, self._settings = passages, settings
        one = _near_figures(passages)
        self._places = [
            tuple((start, end, one.get(term, term)) for start, end, term in passage.terms.places)
            for passage in passages
        ]
        self._meanings = [direction(passage.meaning) for passage in passages]
        self._terms = [frozenset(term for _, _, term in places) for places in self._places]
        counts = Counter(term for terms in self._terms for term in terms)
        in_article = Counter(
            {(term, p.span.article) for p, terms in zip(passages, self._terms, strict=True) for term in terms}
        )
        articles = Counter(term for term, _ in in_article)
        self._background = {term for term, n in counts.items() if n >= settings.background * articles[term]}
        rarest = math.log(1 + len(passages) / 2)
        self._weights = {term: math.log(1 + len(passages) / n) / rarest for term, n in counts.items()}

    def weight(self, terms: Iterable[str]) -> float:
        """Return how much the terms weigh together."""
        return math.fsum(self._weights[term] for term in terms)

    def candidates(self) -> list[tuple[int, int]]:
        """Return the pairs of passages of different articles that share two telling terms."""
        postings: dict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(self._terms):
            for term in terms - self._background:
                postings[term].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for numbers in postings.values():
            if 2 <= len(numbers) <= self._settings.postings:
                shared.update(combinations(numbers, 2))
        article = [passage.span.article for passage in self._passages]
        return sorted((a, b) for (a, b), count in shared.items() if count > 1 and article[a] != article[b])

    def match(self, a: int, b: int) -> _Match | None:
        """Return the parts of two passages that agree, or `None`."""
        speakers = {self._passages[number].speaker for number in (a, b)} - {""}
        if len(speakers) > 1:
            return None
        shared = self._terms[a] & self._terms[b]
        if (meant := self.likeness(a, b)) >= self._settings.meaning:
            whole = (0, len(self._places[a])), (0, len(self._places[b]))
            if not self._clash(((a, whole[0]), (b, whole[1]))):
                return _Match(meant, (a, b), whole, shared)
        first = second = None
        for _ in range(3):
            first, second = self._densest(a, shared), self._densest(b, shared)
            if first is None or second is None:
                return None
            kept = self._within(a, first) & self._within(b, second)
            if kept == shared:
                break
            shared = kept
        if first is None or second is None:
            return None
        both = (a, first), (b, second)
        if not self._states(both, shared) or self._clash(both):
            return None
        apart = [self.weight(self._within(number, part) - shared) for number, part in both]
        score = self.weight(shared) - self._settings.point_gap * sum(apart) / 2
        if any(_figure(term) >= _SAYING for term in shared - self._background):
            score += self._settings.point_figure
        return _Match(score, (a, b), (first, second), shared) if score >= self._settings.point_weight else None

    def likeness(self, a: int, b: int) -> float:
        """Return how like two passages are as wholes: the cosine of their vectors, and that of their weighted terms.

        Without a vector on both sides it is 0.
        """
        first, second = self._meanings[a], self._meanings[b]
        if first is None or second is None:
            return 0.0
        total = math.sqrt(self.weight(self._terms[a]) * self.weight(self._terms[b]))
        return float(first @ second) + self.weight(self._terms[a] & self._terms[b]) / total

    def _densest(self, number: int, shared: frozenset[str]) -> _Range | None:
        """Return the run of places in which what is shared most outweighs what is not."""
        gap = self._settings.point_gap
        best, best_range, total, start = 0.0, None, 0.0, 0
        seen: set[str] = set()
        for place, (_, _, term) in enumerate(self._places[number]):
            if total <= 0.0:
                total, start, seen = 0.0, place, set()
            if term in seen:
                continue
            seen.add(term)
            total += self._weights[term] if term in shared else -gap * self._weights[term]
            if total > best:
                best, best_range = total, (start, place + 1)
        return best_range

    def _within(self, number: int, part: _Range) -> frozenset[str]:
        return frozenset(term for _, _, term in self._places[number][part[0] : part[1]])

    def _states(self, parts: Sequence[tuple[int, _Range]], shared: frozenset[str]) -> bool:
        """Tell whether what is shared states something, and both state the same of it."""
        telling = shared - self._background
        if len(telling) < self._settings.point_things:
            return False
        if len({bool(_NEGATION.search(self._printed(number, part))) for number, part in parts}) > 1:
            return False
        return (
            len(shared) >= self._settings.point_terms
            or any(_figure(term) >= _SAYING for term in telling)
            or (len(shared) > 2 and sum(term.startswith("@") for term in telling) > 1)
            or any(self._acts(number, part, telling) for number, part in parts)
        )

    def _clash(self, parts: Sequence[tuple[int, _Range]]) -> bool:
        """Tell whether two parts name other actors, or days that lie apart."""
        names: list[frozenset[str]] = []
        terms: list[frozenset[str]] = []
        for number, part in parts:
            passage = self._passages[number]
            span = _part(passage, part)
            within = frozenset(term for start, end, term in self._places[number] if span.start <= start < span.end)
            terms.append(within)
            names.append(within & passage.terms.actors)
        return (all(names) and not names[0] & names[1]) or days_apart(*terms)

    def _acts(self, number: int, part: _Range, telling: frozenset[str]) -> bool:
        """Tell whether one of the telling terms is that of a verb."""
        passage = self._passages[number]
        return any(
            term in telling and _VERB.fullmatch(passage.text, start - passage.span.start, end - passage.span.start)
            for start, end, term in self._places[number][part[0] : part[1]]
        )

    def _printed(self, number: int, part: _Range) -> str:
        """Return the words of a part, with those before it that can negate it."""
        places, passage = self._places[number], self._passages[number]
        start, end = places[part[0]][0] - passage.span.start, places[part[1] - 1][1] - passage.span.start
        return passage.text[max(0, start - _NEGATION_REACH) : end]


_ROUNDED = 1.01  # quotient of neighbours in a row of large figures that may be one figure, rounded
_NEGATION_REACH = 12  # characters before a verb in which what negates it stands: "has never ", "did not "
_INTRODUCTION = 4  # words before the first comma that say when or where: "In May, …", "Since March 2029, …"
_SAYING = 10  # figures below it are shared by chance
_LARGE = 100  # figures below it lie near each other by chance


def _near_figures(passages: Sequence[Passage]) -> Mapping[str, str]:
    """Return for each large figure the one that stands for all that are nearly equal to it."""
    figures = sorted({(value, term) for p in passages for term in p.terms.all if (value := _figure(term)) >= _LARGE})
    one: dict[str, str] = {}
    last, leader = 0.0, ""
    for value, term in figures:
        leader = leader if last and value <= last * _ROUNDED else term
        one[term], last = leader, value
    return one


def _figure(term: str) -> float:
    """Return the value of a figure, 0 for every other term."""
    try:
        return float(term[1:]) if term.startswith("#") else 0.0
    except ValueError:
        return 0.0


def _clusters(matches: Iterable[_Match], matcher: Matcher) -> list[_Cluster]:
    """Bring matches together that are about one part of a passage, as long as all share most of their terms."""
    of: dict[int, list[_Cluster]] = defaultdict(list)
    for match in matches:
        both = list(zip(match.numbers, match.ranges, strict=True))
        joined = _Cluster(match.shared, dict(both))
        homes = [home for at in both if (home := _home(of[at[0]], at, joined, matcher)) is not None]
        if not all(_fit(one, other, matcher) for one, other in combinations(homes, 2)):
            homes = homes[:1]
        for home in dict.fromkeys(homes):
            for number, part in home.parts.items():
                held = joined.parts.get(number, part)
                joined.parts[number] = min(held[0], part[0]), max(held[1], part[1])
                of[number].remove(home)
            joined.core &= home.core
        for number in joined.parts:
            of[number].append(joined)
    found = {id(cluster): cluster for clusters in of.values() for cluster in clusters}
    return sorted(found.values(), key=lambda cluster: sorted(cluster.parts.items()))


def _home(clusters: Sequence[_Cluster], at: tuple[int, _Range], joined: _Cluster, matcher: Matcher) -> _Cluster | None:
    """Return the cluster that holds at least half of a part already and states the same."""
    number, part = at
    for cluster in clusters:
        held = cluster.parts[number]
        common = min(held[1], part[1]) - max(held[0], part[0])
        if 2 * common >= min(held[1] - held[0], part[1] - part[0]) and _fit(cluster, joined, matcher):
            return cluster
    return None


def _fit(one: _Cluster, other: _Cluster, matcher: Matcher) -> bool:
    """Tell whether two clusters state one fact: most of what each shares, the other shares too."""
    return one is other or 2 * matcher.weight(one.core & other.core) >= max(
        matcher.weight(one.core), matcher.weight(other.core)
    )


def _part(passage: Passage, held: _Range) -> Span:
    """Return the part of a passage, widened to the signs that bound it, and to what introduces the sentence."""
    base = passage.span.start
    first, last = passage.terms.places[held[0]][0] - base, passage.terms.places[held[1] - 1][1] - base
    start = max((found.end() for found in _BOUNDARY.finditer(passage.text, 0, first)), default=0)
    if len(passage.text[:start].split()) <= _INTRODUCTION:
        start = 0
    after = _BOUNDARY.search(passage.text, last)
    end = after.start() if after else len(passage.text)
    start += len(passage.text[start:first]) - len(passage.text[start:first].lstrip())
    end = last + len(passage.text[last:end].rstrip())
    return Span(passage.span.article, base + start, base + end)
