"""Terms of an arrangement: what several articles say of an offer, a deal, a bill, by the role that it plays."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from newstemma.align.points import Passage
from newstemma.model import AnnotatedArticle, Claim, Span, Term, TermRole, TermSpan, fingerprint
from newstemma.settings.terms import TermSettings

__all__ = ["find_terms"]


@dataclass(frozen=True, slots=True)
class _Stated:
    """Words that the encoder takes for a term, what they say, and whether they deny it."""

    span: Span
    role: TermRole
    sure: float
    words: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """Words of one or more articles that state one term."""

    members: tuple[_Stated, ...]

    @property
    def sure(self) -> float:
        """How likely it is that at least one article states it, were each article mistaken by itself."""
        best: dict[str, float] = {}
        for one in self.members:
            best[one.span.article] = max(one.sure, best.get(one.span.article, 0.0))
        return 1 - math.prod(1 - sure for _, sure in sorted(best.items()))

    @property
    def role(self) -> TermRole:
        """The role that its surest words play, taken together."""
        sums: defaultdict[TermRole, list[float]] = defaultdict(list)
        for one in self.members:
            sums[one.role].append(one.sure)
        return max(sorted(sums), key=lambda role: math.fsum(sums[role]))

    @property
    def core(self) -> frozenset[str]:
        """What at least half of its words have in common."""
        counts = Counter(word for one in self.members for word in one.words)
        return frozenset(word for word, count in counts.items() if 2 * count >= len(self.members))


def find_terms(
    articles: Sequence[AnnotatedArticle],
    passages: Sequence[Passage],
    claims: Sequence[Claim] = (),
    *,
    settings: TermSettings,
) -> tuple[Term, ...]:
    """Return the terms of the arrangement that a story is about, none where it is about none.

    >>> find_terms([], [], settings=TermSettings())
    ()

    The words are those that the encoder marks (without one there are no terms). What says the same in several articles
    is one term; a sentence of a further article that has nearly all of its words carries it too. `passages` are the
    sentences of `articles`; a primary text is no account, and carries nothing.
    """
    articles = sorted((a for a in articles if a.article.about.kind == "article"), key=lambda article: article.id)
    story = _Story(articles, passages)
    groups = [group for group in story.groups(settings) if group.sure >= settings.sure]
    if len(groups) < settings.terms or len({group.role for group in groups}) < settings.roles:
        return ()
    arrangement = fingerprint("arrangement", *(article.id for article in articles))
    terms = (_term(group, story.carried(group, settings), arrangement, articles, claims) for group in groups)
    return tuple(sorted(terms, key=lambda term: (-len(term.articles), -term.confidence, term.witnesses)))


class _Story:
    """The sentences of a story's articles, what each says, and how much each word tells."""

    def __init__(self, articles: Sequence[AnnotatedArticle], passages: Sequence[Passage]) -> None:
        self._articles = articles
        read = {article.id for article in articles}
        self._passages = sorted((p for p in passages if p.span.article in read), key=lambda passage: passage.span)
        counts = Counter(word for passage in self._passages for word in passage.terms.all)
        self._weights = {word: math.log(1 + len(self._passages) / count) for word, count in counts.items()}
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self._passages):
            for word in sorted(passage.terms.all):
                self._having[word].append(number)

    def groups(self, settings: TermSettings) -> list[_Group]:
        """Return the words that are taken for terms, those that say the same together."""
        stated = [one for article in self._articles for one in self._stated(article, settings)]
        likeness = {
            pair: self._likeness(stated[pair[0]], stated[pair[1]], settings) for pair in _pairs(stated, settings)
        }
        found = {number: [number] for number in range(len(stated))}
        group_of = list(range(len(stated)))
        for (first, second), value in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
            if value < settings.link:
                break
            one, other = sorted((group_of[first], group_of[second]))
            if one == other:
                continue
            across = [likeness.get((min(a, b), max(a, b)), 0.0) for a in found[one] for b in found[other]]
            if math.fsum(across) >= settings.link * len(across):
                for number in found[other]:
                    group_of[number] = one
                found[one] += found.pop(other)
        return [_Group(tuple(stated[number] for number in sorted(members))) for members in found.values()]

    def _stated(self, article: AnnotatedArticle, settings: TermSettings) -> Iterator[_Stated]:
        passages = {passage.span: passage for passage in self._passages if passage.span.article == article.id}
        inside = _holding(article.terms, sorted(passages))
        for marked, sentence in zip(article.terms, inside, strict=True):
            if sentence is None or marked.confidence < settings.least:
                continue
            places = passages[sentence].terms.places
            words = frozenset(word for start, _, word in places if marked.span.start <= start < marked.span.end)
            if words:
                negated = passages[sentence].terms.negated
                yield _Stated(marked.span, marked.role, marked.confidence, words, negated)

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(self._weights[word] for word in words)

    def _likeness(self, one: _Stated, other: _Stated, settings: TermSettings) -> float:
        """Return the share of the weight of both that they share, as a cosine."""
        shared = self._weight(one.words & other.words)
        value = shared / math.sqrt(self._weight(one.words) * self._weight(other.words))
        return value - settings.other_role * (one.role != other.role)

    def carried(self, group: _Group, settings: TermSettings) -> list[Span]:
        """Return the words by which articles that are not in the group carry it nevertheless, one place in each."""
        core = group.core
        if len(core) < settings.core_words:
            return []
        full = self._weight(core)
        having = {one.span.article for one in group.members}
        denied = 2 * sum(one.negated for one in group.members) > len(group.members)
        best: dict[str, tuple[float, int]] = {}
        for number in sorted({number for word in core for number in self._having[word]}):
            passage = self._passages[number]
            shared = self._weight(core & passage.terms.all)
            article = passage.span.article
            if article in having or passage.terms.negated != denied or shared < settings.carried * full:
                continue
            best[article] = max((shared, -number), best.get(article, (0.0, 0)))
        return [_covering(self._passages[-number], core) for _, (_, number) in sorted(best.items())]


def _holding(marked: Sequence[TermSpan], sentences: Sequence[Span]) -> list[Span | None]:
    """Return for each of the sorted `marked` the sentence that it lies in."""
    found: list[Span | None] = []
    number = 0
    for one in marked:
        while number < len(sentences) and sentences[number].end <= one.span.start:
            number += 1
        held = sentences[number] if number < len(sentences) else None
        found.append(held if held is not None and held.overlaps(one.span) else None)
    return found


def _pairs(stated: Sequence[_Stated], settings: TermSettings) -> list[tuple[int, int]]:
    """Return the pairs that share a word which is not in too many."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(stated):
        for word in one.words:
            having[word].append(number)
    return sorted({pair for numbers in having.values() for pair in combinations(numbers[: settings.postings], 2)})


def _covering(passage: Passage, core: frozenset[str]) -> Span:
    """Return the words of a sentence from the first that the core has to the last."""
    places = [(start, end) for start, end, word in passage.terms.places if word in core]
    return Span(passage.span.article, places[0][0], max(end for _, end in places))


def _term(
    group: _Group,
    carried: Iterable[Span],
    arrangement: str,
    articles: Sequence[AnnotatedArticle],
    claims: Sequence[Claim],
) -> Term:
    core = group.core
    alike = [one for one in group.members if one.role == group.role]
    clearest = min(alike, key=lambda one: (-len(one.words & core), -round(one.sure, 2), len(one.span), one.span)).span
    by_id: Mapping[str, AnnotatedArticle] = {article.id: article for article in articles}
    witnesses = tuple(sorted({*(one.span for one in group.members), *carried}))
    return Term(
        id=fingerprint("term", group.role, *witnesses),
        arrangement=arrangement,
        role=group.role,
        text=by_id[clearest.article].text(clearest),
        clearest=clearest,
        witnesses=witnesses,
        claim=_claim(clearest, claims),
        reported=_reported(clearest, by_id[clearest.article]),
        confidence=round(group.sure, 4),
    )


def _claim(span: Span, claims: Sequence[Claim]) -> str:
    """Return the claim whose witness holds most of the words, the one that most articles carry first."""
    held = [
        (min(span.end, witness.end) - max(span.start, witness.start), len(claim.articles), claim.id)
        for claim in claims
        if claim.kind in ("sentence", "part")
        for witness in claim.witnesses
        if witness.overlaps(span)
    ]
    return max(held, default=(0, 0, ""))[2]


def _reported(span: Span, article: AnnotatedArticle) -> str:
    """Return the report that the words stand in, the innermost first."""
    holding = [(len(part), one.id) for one in article.attributions for part in one.content if part.covers(span)]
    return min(holding, default=(0, ""))[1]
