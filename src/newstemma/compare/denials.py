"""Denials: what some articles report as a fact, and others as denied, or as something that did not happen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from newstemma.compare.number_natures import days_apart
from newstemma.compare.stated import Clauses, Stated, is_inside, speech_of, terms_of
from newstemma.model import AnnotatedArticle, Difference, Nature, Position, Span, day_of, fingerprint
from newstemma.settings.differences import DifferenceSettings
from newstemma.text.parts import connected_parts

__all__ = ["denial_differences"]

_REPORTS = r"(?:reports?|claims?|allegations?|suggestions?|accusations?|rumou?rs?|speculation|assertions?|charges?)"
_DENIED = re.compile(
    rf"\b(?<!not )(?<!n[’']t )(?:den(?:ies|ied|ying)\s+(?:(?:[\w’'-]{{1,40}}\s+){{0,3}}?{_REPORTS}\s+)?"
    r"(?:that\s+|(?=[a-z]+ing\b))"
    rf"|(?:reject|dismiss|refut|disput)(?:s|es|ed|ing)\s+(?:as\s+\w+\s+)?(?:[\w’'-]{{1,40}}\s+){{0,3}}?{_REPORTS}\s+that\s+)",
    re.IGNORECASE,
)
_BE = r"(?:was|were|have\s+been|has\s+been)"
# "No hostages were freed", "the plans were not shown", "police have not identified": what was negated comes last.
_NEGATED = re.compile(
    rf"\bno\s+(?P<subject>(?:[\w’'-]{{1,40}}\s+){{1,5}}?){_BE}\s+(?P<passive>[a-z]+)"
    r"|\b(?:did|was|were|has|have)(?:\s+not|n[’']t)\s+(?P<yet>yet\s+)?(?:been\s+)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_TILL_NOW = re.compile(r"\b(?:since|for|in)\s+(?:\w+\s+)?(?:years|decades|months|\d{4})\b|\bsince\b|\bever\b")
_END = re.compile(
    r"[;:—–()“”\"]|,\s+(?:but|and|saying|adding|which|who|while|although|though|after|before|when)\b"
    r"|\b(?:but|because|although|while|saying|adding|until|unless)\b|,\s+(?:[\w’'.-]{1,40}\s+){1,8}(?:said|says|told)\b"
)
_CLAUSE_START = re.compile(r"[;:—–()“”\"]|,\s+(?:but|and|which|who|while|although|though)\b|\b(?:but|because|that)\b")
_TRAILING = " .,;:—–-"
_LONG = 400  # characters of a sentence that are read from a denial on, and before one


@dataclass(frozen=True, slots=True)
class _Denial:
    """What an article gives as denied or not so: its words, their terms, and those terms that must be the same.

    Of a negated clause that is its subject and its verb.
    """

    span: Span
    terms: Mapping[str, float]
    heads: frozenset[str]
    yet: bool
    published: date | None


def denial_differences(
    articles: Sequence[AnnotatedArticle], clauses: Clauses, *, settings: DifferenceSettings
) -> Iterator[Difference]:
    """Yield what one article reports as a fact and another one as denied or not so.

    >>> from newstemma.compare.context import Contexts
    >>> list(denial_differences([], Clauses([], Contexts([], 14, 7)), settings=DifferenceSettings()))
    []

    A fact and a denial face each other where most of what is denied, its rarest word included, stands in the clause of
    the fact. Nothing is said of who is right. An article may report both; some article must lack one of them. What was
    "not yet" so on an earlier day is an update.
    """
    denials = [denial for article in articles for denial in _denials(article, clauses)]
    facing = [found for group in _alike(denials) if (found := _facing(group, clauses, settings)) is not None]
    links = [(faced[0].span, denial.span) for faced, _ in facing for denial in faced]
    links += [(faced[0].span, fact.span) for faced, stated in facing for fact in stated]
    links += _again(denials, [faced for faced, _ in facing], settings)
    of = connected_parts(links)
    denied: dict[Span, list[_Denial]] = defaultdict(list)
    facts: dict[Span, list[Stated]] = defaultdict(list)
    for denial in denials:
        if denial.span in of:
            denied[of[denial.span]].append(denial)
    for _, stated in facing:
        for fact in stated:
            facts[of[fact.span]].append(fact)
    for first in sorted(denied):
        if (difference := _difference(denied[first], facts[first], articles)) is not None:
            yield difference


def _denials(article: AnnotatedArticle, clauses: Clauses) -> Iterator[_Denial]:
    text, day, speech = article.article.text, day_of(article.article.about.published), speech_of(article)
    for sentence in article.sentences:
        for found, heads, yet in _found(text, sentence):
            if is_inside(found.start, speech):
                continue  # the words of the denial itself are an utterance's
            own = frozenset(term for head in heads for term in terms_of(head))
            if len(own) == len(heads):
                yield _Denial(found, clauses.terms(found.of(text)), own, yet, day)


def _found(text: str, sentence: Span) -> Iterator[tuple[Span, tuple[str, ...], bool]]:
    """Yield the words of each denial in a sentence, with the subject and the verb that are negated, if they are."""
    for match in _DENIED.finditer(text, sentence.start, sentence.end):
        yield _cut(text, sentence, match.end(), match.end()), (), False
    opened = [sentence.start, *(cut.end() for cut in _CLAUSE_START.finditer(text, sentence.start, sentence.end))]
    for match in _NEGATED.finditer(text, sentence.start, sentence.end):
        start = match.start()
        if not match["passive"]:
            start = opened[bisect_right(opened, start) - 1]
            far = match.start() - _LONG
            if start < far:  # from the next word on
                start = text.find(" ", far, match.start()) + 1 or far
        found = _cut(text, sentence, start, match.end())
        subject = list(terms_of(match["subject"] or text[start : match.start()]).values())
        if subject and not _TILL_NOW.search(found.of(text)):
            yield found, (subject[-1], match["passive"] or match["verb"]), bool(match["yet"])


def _cut(text: str, sentence: Span, start: int, after: int) -> Span:
    """Return the words from `start` to the end of their clause, which lies behind `after`."""
    last = min(sentence.end, after + _LONG)
    ends = _END.search(text, after, last)
    end = ends.start() if ends else last
    words = text[start:end]
    start += len(words) - len(words.lstrip(" ,"))
    return Span(sentence.article, start, max(start, start + len(text[start:end].rstrip(_TRAILING))))


def _alike(denials: Sequence[_Denial]) -> Iterator[list[_Denial]]:
    """Yield denials in groups of the same words and one day, so that copies are held against facts once."""
    groups: dict[tuple[object, ...], list[_Denial]] = defaultdict(list)
    for denial in denials:
        groups[(denial.heads, denial.published, *sorted(denial.terms.items()))].append(denial)
    yield from groups.values()


def _facing(
    group: Sequence[_Denial], clauses: Clauses, settings: DifferenceSettings
) -> tuple[list[_Denial], list[Stated]] | None:
    """Return those of a group of denials and the facts which face each other; `None` where there are none."""
    first = group[0]
    facts = [
        stated
        for stated in clauses.saying(first.terms, least=settings.denied_terms, share=settings.denied_share)
        if first.heads <= stated.weights.keys() and days_apart(first.published, stated.published) <= settings.apart_days
    ]
    faced = [denial for denial in group if any(not denial.span.overlaps(stated.span) for stated in facts)]
    facing = [stated for stated in facts if any(not denial.span.overlaps(stated.span) for denial in group)]
    return (faced, facing) if faced else None


def _again(
    denials: Sequence[_Denial], faced: Sequence[Sequence[_Denial]], settings: DifferenceSettings
) -> Iterator[tuple[Span, Span]]:
    """Yield links from denials that face a fact to others of the same thing that face none."""
    known = {denial.span for group in faced for denial in group}
    for others in _alike([denial for denial in denials if denial.span not in known]) if known else ():
        same = [group[0].span for group in faced if _same(group[0], others[0], settings)]
        if same:
            yield from ((others[0].span, span) for span in (*same, *(other.span for other in others)))


def _same(one: _Denial, other: _Denial, settings: DifferenceSettings) -> bool:
    """Tell whether two denials deny one thing."""
    shared = one.terms.keys() & other.terms.keys()
    weight = fsum(one.terms[term] for term in sorted(shared))
    least = min(fsum(each.terms[term] for term in sorted(each.terms)) for each in (one, other))
    return len(shared) > settings.denied_terms and weight >= settings.denied_share * least


def _difference(
    denials: Sequence[_Denial], facts: Sequence[Stated], articles: Sequence[AnnotatedArticle]
) -> Difference | None:
    """Make the two positions; `None` where every article has both."""
    denied = tuple(sorted({denial.span for denial in denials}))
    stated = tuple(sorted({fact.span for fact in facts}))
    if {span.article for span in denied} == {span.article for span in stated}:
        return None
    texts = {article.id: article.article.text for article in articles}
    positions = tuple(Position(text, text, spans) for spans in (stated, denied) for text in [_printed(spans[0], texts)])
    nature: Nature = "update" if all(denial.yet for denial in denials) else "conflict"
    about = _printed(min(denied, key=lambda span: (len(span), span)), texts)
    return Difference(
        fingerprint("difference", "attribution", *stated, *denied), "attribution", nature, about, positions
    )


def _printed(span: Span, texts: Mapping[str, str]) -> str:
    return " ".join(span.of(texts[span.article]).split())
