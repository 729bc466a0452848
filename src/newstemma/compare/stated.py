"""The clauses in which articles state something, as sets of terms, and how much of one clause another one says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import fsum

from newstemma.compare.context import Contexts
from newstemma.compare.dating import base_of
from newstemma.compare.event_terms import STOP_WORDS, kind_of, term_of
from newstemma.model import AnnotatedArticle, Span, day_of
from newstemma.text.stems import stem

__all__ = ["NOMINAL", "Clauses", "Stated", "is_inside", "speech_of", "terms_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’&-][^\W\d_]+)*")
_CUT = re.compile(
    r"[;—–]|,\s+(?=(?:but|and|while|although|though|after|before|when|which|who|saying|adding)\b)"
    r"|\b(?:but|although|because|while)\b"
)
# Bare nouns ("due to rain") are left out: nothing in them tells them from verbs ("due to start").
NOMINAL = (
    r"(?:(?:the|an?|its|his|her|their|our|this|that|these|those|what|how|some|several|many|more|both|bad|poor|heavy|"
    r"high|low|strong|severe|human|faulty|old)\b|\d|(?-i:[A-Z])|[a-z]+\s+of\b"
    r"|(?!(?:bring|sing|ring|mention|question|witness)\b)"
    r"[a-z-]{2,40}(?:[^\Wsui]s|ing|tion|sion|ness|ity|ism|ous|ful|less|ical)\b)"
)
"""Pattern, for a search that ignores case, of an opening word that is surely no verb after "due to"."""
# What is not stated as a fact: negated, denied, possible, asked, yet to come. With a capital, "May" is a month and
# "Will" a name.
_UNREAL = re.compile(
    r"\b(?:if|whether|might|(?-i:may|will|can)|could|would|should|shall|must|unless|not|no|never|"
    r"den(?:y|ied|ies|ying)|without|unlikely|reject\w*|dismiss\w*|disput\w*|refut\w*|yet|cannot|neither|nor|scheduled|"
    rf"expected|awaiting|due\s+to(?!\s+{NOMINAL}))\b|n[’']t\b|\?",
    re.IGNORECASE,
)
_SHORTEST = 3  # letters of a word that is a term


@dataclass(frozen=True, slots=True)
class Stated:
    """A clause that an article states as a fact, outside direct speech; `weights` are its terms with their rarity."""

    span: Span
    weights: Mapping[str, float]
    published: date | None


class Clauses:
    """All that the articles of a story state as facts, found by term."""

    def __init__(self, articles: Sequence[AnnotatedArticle], contexts: Contexts) -> None:
        self._articles = [article for article in articles if article.article.about.kind == "article"]
        self._contexts = contexts

    def terms(self, text: str) -> Mapping[str, float]:
        """Return the terms of some words, with how rare each is in the story."""
        return {term: self._contexts.rarity(term_of(word)) for term, word in terms_of(text).items()}

    @cached_property
    def _by_term(self) -> Mapping[str, Sequence[Stated]]:
        found: dict[str, list[Stated]] = {}
        for article in self._articles:
            day = day_of(article.article.about.published)
            speech = speech_of(article)
            for span in _clauses(article):
                text = article.text(span)
                if _UNREAL.search(text) or _is_spoken(span, speech):
                    continue
                stated = Stated(span, self.terms(text), day)
                for term in stated.weights:
                    found.setdefault(term, []).append(stated)
        return found

    def saying(self, terms: Mapping[str, float], *, least: int, share: float) -> list[Stated]:
        """Return, by place, the clauses with `least` of some terms, the rarest too, and `share` of their weight."""
        if len(terms) < least:
            return []
        rarest = max(sorted(terms), key=lambda term: terms[term])
        total = fsum(terms.values())
        found = [
            stated
            for stated in self._by_term.get(rarest, ())
            if len(stated.weights.keys() & terms.keys()) >= least
            and fsum(weight for term, weight in sorted(terms.items()) if term in stated.weights) >= share * total
        ]
        return sorted(found, key=lambda stated: stated.span)


def terms_of(text: str) -> dict[str, str]:
    """Return the terms of some words, each with the first word that has it; sorts of things are one term.

    >>> sorted(terms_of("Militants freed the girls"))
    ['child', 'fighter', 'free']
    """
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'").removesuffix("'s")
        if word not in STOP_WORDS and len(word) >= _SHORTEST:
            term = term_of(base_of(word))
            found.setdefault(kind_of(term)[0] if term == stem(base_of(word)) else term, word)
    return found


def speech_of(article: AnnotatedArticle) -> list[Span]:
    """Return what an article quotes as speech, by place."""
    return sorted(quoted.span for quoted in article.quoted if quoted.speech)


def is_inside(at: int, spans: Iterable[Span]) -> bool:
    """Tell whether an offset lies in one of some spans of its article.

    >>> is_inside(4, [Span("a", 0, 4)]), is_inside(3, [Span("a", 0, 4)])
    (False, True)
    """
    return any(span.start <= at < span.end for span in spans)


def _is_spoken(span: Span, speech: Sequence[Span]) -> bool:
    """Tell whether the larger part of some words stands in quotation marks."""
    last = bisect_right(speech, span.end, key=lambda quoted: quoted.start)
    inside = sum(
        max(0, min(each.end, span.end) - max(each.start, span.start)) for each in speech[max(0, last - 8) : last]
    )
    return 2 * inside > len(span)


def _clauses(article: AnnotatedArticle) -> Iterator[Span]:
    text = article.article.text
    for sentence in article.sentences:
        at = sentence.start
        cuts: Iterable[tuple[int, int]] = [m.span() for m in _CUT.finditer(text, sentence.start, sentence.end)]
        for start, end in [*cuts, (sentence.end, sentence.end)]:
            if start > at:
                yield Span(article.id, at, start)
            at = max(at, end)
