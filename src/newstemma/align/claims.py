"""Claims: sentences and clauses of several articles that state one fact."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newstemma.align.anchors import TermsReader
from newstemma.align.clauses import clauses, reports_by_sentence
from newstemma.align.grouping import Grouping, Stated
from newstemma.align.offices import offices
from newstemma.align.points import Passage, points
from newstemma.align.spoken import spoken
from newstemma.model import AnnotatedArticle, Attribution, Claim, ClaimKind, Entity, Span, Utterance, When, fingerprint
from newstemma.settings.claims import ClaimSettings

__all__ = ["find_claims", "passages_of"]


def find_claims(
    articles: Sequence[AnnotatedArticle],
    entities: tuple[Entity, ...] = (),
    speakers: Mapping[str, str] | None = None,
    times: tuple[When, ...] = (),
    utterances: tuple[Utterance, ...] = (),
    *,
    settings: ClaimSettings,
) -> tuple[Claim, ...]:
    """Return what the prose of `articles` states, the facts that most articles state first.

    >>> find_claims([], settings=ClaimSettings())
    ()

    Primary texts state nothing here: what they say is an utterance. Every sentence of prose belongs to at least one
    claim; one that states what no other does is a claim of its own. What only a part of some sentences states, what was
    said, and who somebody is, are claims besides where several articles have them. Clauses are joined by the weight of
    the terms that they share (names, numbers, times and content words, each weighted by how rare it is in the story),
    best pairs first and only where the groups fit as wholes, since a false merge is a correction in print. Differing
    numbers and days do not keep clauses apart: these are differences inside a claim. Opposite polarity, different
    actors and different speakers do.
    """
    articles = [article for article in articles if article.article.about.kind == "article"]
    story = _Story(articles, entities, speakers or {}, times)
    stated = _stated(story, settings)
    grouping = Grouping(stated, settings)
    texts = {article.id: article.article.text for article in articles}
    claims = [_claim(witnesses, texts, grouping) for witnesses in _witnesses(stated, grouping.groups())]
    claims += _speech(articles, utterances)
    claims += [_plain("office", spans, texts) for spans in offices(articles, entities)]
    told = _told(articles, points(_passages(story), settings))
    claims += [_plain("part", spans, texts) for spans in _not_told(told, claims)]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.articles), claim.witnesses)))


class _Story:
    """A story's articles with the readers of their terms, and who of those who say something is a person."""

    def __init__(
        self,
        articles: Sequence[AnnotatedArticle],
        entities: Sequence[Entity],
        speakers: Mapping[str, str],
        times: Iterable[When],
    ) -> None:
        self._articles = sorted(articles, key=lambda article: article.id)
        self._speakers = speakers
        self._persons = {entity.id for entity in entities if entity.type == "person"}
        self._by_mention = {mention: entity for entity in entities for mention in entity.mentions}
        self._times: dict[str, list[When]] = defaultdict(list)
        for when in times:
            self._times[when.span.article].append(when)

    def readers(self, quoted_words: int | None = None) -> Iterator[tuple[AnnotatedArticle, TermsReader]]:
        """Yield each article with a reader of its terms, which leaves out what `TermsReader` says."""
        for article in self._articles:
            yield article, TermsReader(article, self._by_mention, self._times[article.id], quoted_words)

    def person(self, reported: Attribution | None) -> str:
        """Return the identifier of who says it, empty where that is no person, or nobody."""
        speaker = self._speakers.get(reported.id, "") if reported else ""
        return speaker if speaker in self._persons else ""


def _stated(story: _Story, settings: ClaimSettings) -> list[Stated]:
    stated = []
    for article, reader in story.readers(settings.quoted_words):
        lead: Span | None = None
        for clause in clauses(article, settings=settings):
            lead = lead or clause.sentence
            speaker, printed = story.person(clause.reported), article.text(clause.span).casefold()
            stated.append(Stated(clause, reader.read(clause.span), speaker, clause.sentence == lead, printed))
    return stated


def passages_of(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[Entity],
    speakers: Mapping[str, str],
    times: Iterable[When],
) -> list[Passage]:
    """Return every sentence with all its words, quoted ones included."""
    return _passages(_Story(articles, entities, speakers, times))


def _passages(story: _Story) -> list[Passage]:
    found: list[Passage] = []
    for article, reader in story.readers():
        meanings = dict(zip(article.sentences, article.vectors, strict=False))
        for sentence, reported in reports_by_sentence(article):
            meaning, speaker = meanings.get(sentence, b""), story.person(reported)
            found.append(Passage(sentence, article.text(sentence), reader.read(sentence), speaker, meaning))
    return found


def _told(articles: Sequence[AnnotatedArticle], found: Iterable[tuple[Span, ...]]) -> Iterator[tuple[Span, ...]]:
    """Leave out what all articles only quote: that is an utterance's."""
    quoted = {article.id: sorted(mark.span for mark in article.quoted if mark.depth == 0) for article in articles}
    for spans in found:
        if not all(2 * _covered(span, quoted[span.article]) > len(span) for span in spans):
            yield spans


def _covered(span: Span, others: Sequence[Span]) -> int:
    """Return how many characters of `span` lie in `others`, which are sorted and do not overlap."""
    first = max(0, bisect_right(others, span) - 1)
    covered = 0
    for other in others[first:]:
        if other.start >= span.end:
            break
        covered += max(0, min(other.end, span.end) - max(other.start, span.start))
    return covered


def _not_told(found: Iterable[tuple[Span, ...]], claims: Iterable[Claim]) -> Iterator[tuple[Span, ...]]:
    """Leave out facts that one claim brings together already, in all articles that have them."""
    held: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in claims:
        if claim.kind in ("sentence", "speech") and len(claim.articles) > 1:
            for witness in claim.witnesses:
                held[witness.article].append((witness, claim.id))
    for spans in found:
        if len({span.article for span in spans}) < 2:
            continue
        holding: dict[str, set[str]] = defaultdict(set)
        for span in spans:
            holding[span.article] |= {claim for witness, claim in held[span.article] if witness.overlaps(span)}
        if not set.intersection(*holding.values()):
            yield spans


def _speech(articles: Sequence[AnnotatedArticle], utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Yield that something was said, for each utterance of several articles; its clearest witness names the source."""
    texts = {article.id: article.article.text for article in articles}
    for reports in spoken(articles, utterances):
        clearest, report = min(reports, key=lambda held: (not held[1].source, not held[1].cue, len(held[0]), held[0]))
        spans = tuple(sorted({span for span, _ in reports}))
        identifier = fingerprint("claim", "speech", *spans)
        yield Claim(identifier, clearest.of(texts[clearest.article]), clearest, spans, report.id, "speech")


def _plain(kind: ClaimKind, spans: Sequence[Span], texts: Mapping[str, str]) -> Claim:
    """Make a claim of spans that need no context; the longest says it most fully."""
    best = min(spans, key=lambda span: (-len(span), span))
    return Claim(fingerprint("claim", kind, *spans), best.of(texts[best.article]), best, tuple(spans), "", kind)


@dataclass(frozen=True, slots=True)
class _Witness:
    """What one sentence says for a claim: some of its clauses, next to each other or not."""

    span: Span
    parts: tuple[Stated, ...]

    @property
    def terms(self) -> frozenset[str]:
        return frozenset().union(*(part.terms.all for part in self.parts))

    @property
    def reported(self) -> str:
        return next((part.clause.reported.id for part in self.parts if part.clause.reported), "")

    @property
    def complete(self) -> bool:
        return self.parts[0].clause.complete


def _witnesses(stated: Sequence[Stated], groups: Sequence[Sequence[int]]) -> list[list[_Witness]]:
    """Return the witnesses of each claim; what nothing joins goes back to its sentence.

    In a sentence of which some clause is joined, the others stand for themselves where they can, else they stay with
    the clause before them.
    """
    group_of = {number: index for index, group in enumerate(groups) if len(group) > 1 for number in group}
    joined_sentences = {stated[number].clause.sentence for number in group_of}
    runs: dict[tuple[int, Span], list[list[Stated]]] = defaultdict(list)
    last: tuple[int, Span] | None = None
    for number, item in enumerate(stated):
        sentence = item.clause.sentence
        leans = sentence not in joined_sentences or not item.clause.complete
        if number in group_of:
            place = group_of[number], sentence
        elif leans and last is not None and last[1] == sentence:
            place = last
        else:
            place = -1 - number, sentence
        if place == last:
            runs[place][-1].append(item)
        else:
            runs[place].append([item])
        last = place
    found: dict[int, list[_Witness]] = defaultdict(list)
    for (index, _), parts in runs.items():
        for run in parts:
            start, end = run[0].clause.span, run[-1].clause.span
            found[index].append(_Witness(Span(start.article, start.start, end.end), tuple(run)))
    return list(found.values())


def _claim(witnesses: Sequence[_Witness], texts: Mapping[str, str], grouping: Grouping) -> Claim:
    best = _clearest(witnesses, texts, grouping)
    spans = tuple(sorted(witness.span for witness in witnesses))
    return Claim(fingerprint("claim", *spans), best.span.of(texts[best.span.article]), best.span, spans, best.reported)


_LEANING = re.compile(
    r"[\"'“‘(\[]*(?:he|she|it|they|we|i|his|her|its|their|this|that|these|those|and|but|so|yet|while|which|who|also|both|there|"
    r"instead|meanwhile|however|still|then|another|others|such|according)\b",
    re.IGNORECASE,
)


def _clearest(witnesses: Sequence[_Witness], texts: Mapping[str, str], grouping: Grouping) -> _Witness:
    """Return the shortest whole sentence that has most of what is shared and leans on nothing before it.

    Where most witnesses report the fact as somebody's words, the clearest is one of those: then more is not attested.
    """
    if len(witnesses) == 1:
        return witnesses[0]
    attested = Counter(term for witness in witnesses for term in witness.terms)
    core = [term for term, count in attested.items() if 2 * count >= len(witnesses) and count > 1]
    full = grouping.weight(core)
    mostly_reported = 2 * sum(1 for witness in witnesses if witness.reported) > len(witnesses)

    def rank(witness: _Witness) -> tuple[bool, bool, bool, bool, int, Span]:
        words = witness.span.of(texts[witness.span.article])
        lacking = grouping.weight(term for term in core if term not in witness.terms) > full / 4
        whole = witness.span == witness.parts[0].clause.sentence
        return (
            bool(witness.reported) != mostly_reported,
            not witness.complete or bool(_LEANING.match(words)),
            lacking,
            not whole,
            len(words),
            witness.span,
        )

    return min(witnesses, key=rank)
