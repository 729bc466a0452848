"""The surroundings of a number or a time, and how alike two of them are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from newstemma.compare.event_terms import STOP_WORDS, is_event, is_listed, term_of
from newstemma.model import AnnotatedArticle, Claim, Span

__all__ = ["ClaimPlaces", "Context", "Contexts", "likeness", "paired"]

_Pair = tuple[int, int]

_LONGEST_WORD = 20  # characters, with the space after it: keeps the work small in a sentence without end
_SUBJECT_REACH = 300  # characters before an expression in which the subject that it belongs to may stand
_WORD = re.compile(r"[^\W\d_]+(?:['’&-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around one expression.

    `weights` are of unit length: stems with their weight. `events` leads from the stems of near event words to where
    the nearest is printed.
    """

    sentence: Span
    weights: dict[str, float]
    events: dict[str, Span]


class Contexts:
    """Surroundings in the articles of one story; a word is worth less the more of the story's sentences have it."""

    def __init__(self, articles: Sequence[AnnotatedArticle], reach: int, event_reach: int) -> None:
        self._articles = {article.id: article for article in articles}
        self._starts = {article.id: [sentence.start for sentence in article.sentences] for article in articles}
        self._reach, self._event_reach = reach, event_reach
        counts: Counter[str] = Counter()
        sentences = 0
        for article in articles:
            for sentence in article.sentences:
                sentences += 1
                counts.update({term_of(word) for word in _words(article.text(sentence))})
        self._rarity = {
            term: log((1 + sentences) / count) / log(1 + sentences) for term, count in counts.items() if sentences
        }

    def around(self, span: Span, subject: re.Pattern[str] | None = None) -> Context | None:
        """Return the surroundings of `span` inside its sentence; `None` where it stands in none.

        Where the sentence has `subject` before `span`, what stands around that belongs to them as well.
        """
        article = self._articles[span.article]
        place = bisect_right(self._starts[span.article], span.start) - 1
        if place < 0 or article.sentences[place].end < span.end:
            return None
        sentence, text = article.sentences[place], article.article.text
        near = self._near(text, sentence, span.start, span.end)
        far = max(sentence.start, span.start - _SUBJECT_REACH)
        if subject is not None and (found := subject.search(text, far, span.start)) is not None:
            near += self._near(text, sentence, found.start(), found.end())
        weights: dict[str, float] = {}
        for distance, match in near:
            if (word := match.group().lower()) not in STOP_WORDS:
                term = term_of(word)
                weights[term] = max(weights.get(term, 0.0), self._weight(term, distance))
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        events: dict[str, Span] = {}
        for distance, match in sorted(near, key=lambda pair: (pair[0], pair[1].start())):
            inside = span.start <= match.start() < span.end
            if distance < self._event_reach and not inside and _names_event(match.group()):
                events.setdefault(term_of(match.group()), article.article.span(match.start(), match.end()))
        return Context(sentence, {term: weight / length for term, weight in weights.items()}, events)

    def _near(self, text: str, sentence: Span, start: int, end: int) -> list[tuple[int, re.Match[str]]]:
        """Return the words around and inside `start` to `end`, with how many words lie between."""
        width = _LONGEST_WORD * self._reach
        before = list(_WORD.finditer(text, max(sentence.start, start - width), start))[::-1]
        after = list(_WORD.finditer(text, end, min(sentence.end, end + width)))
        inside = [(0, match) for match in _WORD.finditer(text, start, end)]
        return inside + [pair for side in (before, after) for pair in enumerate(side[: self._reach])]

    def printed(self, span: Span) -> str:
        """Return the words at `span`."""
        return span.of(self._articles[span.article].article.text)

    def rarity(self, term: str) -> float:
        """Return how rare a term is in the story: 1 where one sentence has it, 0 where all have."""
        return self._rarity.get(term, 1.0)

    def topic(self, contexts: Sequence[Context]) -> str:
        """Return the name, else the word, that weighs most in all `contexts`, as the first sentence prints it."""
        shared = set.intersection(*(set(context.weights) for context in contexts)) if contexts else set()
        printed: dict[str, str] = {}
        for match in _WORD.finditer(self.printed(contexts[0].sentence) if contexts else ""):
            term = term_of(match.group().lower())
            if term in shared and len(term) > 2 and not term.endswith("ly"):
                printed.setdefault(term, match.group())
        weight = {term: sum(context.weights[term] for context in contexts) for term in printed}
        best = max(printed, key=lambda term: (printed[term][0].isupper(), weight[term], term), default=None)
        return "" if best is None else printed[best]

    def _weight(self, term: str, distance: int) -> float:
        return self._rarity.get(term, 1.0) / (1 + distance / self._reach)


class ClaimPlaces:
    """Which facts stand where: times and numbers in witnesses of one claim are likely to be about one thing.

    That something was said, or who somebody is, is no such fact.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for claim in claims:
            if claim.kind in ("sentence", "part"):
                for witness in claim.witnesses:
                    self._places[witness.article].append((witness, claim.id))

    def at(self, span: Span) -> frozenset[str]:
        """Return the identifiers of the claims of which a witness covers `span`."""
        return frozenset(claim for witness, claim in self._places.get(span.article, ()) if witness.covers(span))


def paired(spans: Sequence[Span], claims: Sequence[frozenset[str]], alike: Callable[[int, int], bool]) -> set[_Pair]:
    """Return the pairs of expressions that answer each other in two witnesses of one claim.

    `claims` are those in whose witnesses each of `spans` stands. Two answer each other where they are `alike`, and
    neither is like another one in the witness of the other.
    """
    held: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, span in enumerate(spans):
        for claim in claims[number]:
            held[claim][span.article].append(number)
    found: set[_Pair] = set()
    for by_article in held.values():
        for (_, some), (_, others) in combinations(sorted(by_article.items()), 2):
            answers = [(one, other) for one in some for other in others if alike(min(one, other), max(one, other))]
            ones, twos = Counter(one for one, _ in answers), Counter(other for _, other in answers)
            found |= {(min(a, b), max(a, b)) for a, b in answers if ones[a] == 1 == twos[b]}
    return found


def likeness(first: Context, second: Context) -> float:
    """Return the cosine of two surroundings, 0 to 1."""
    small, large = sorted((first.weights, second.weights), key=len)
    return sum(weight * large[term] for term, weight in small.items() if term in large)


def _names_event(printed: str) -> bool:
    """Tell whether a word names an event; a participle with a capital is mostly a name."""
    word = printed.lower()
    return is_listed(word) or (is_event(word) and printed[0].islower())


def _words(text: str) -> Iterable[str]:
    return (word for match in _WORD.finditer(text) if (word := match.group().lower()) not in STOP_WORDS)
