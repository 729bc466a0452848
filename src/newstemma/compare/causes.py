"""Differences of cause: what brought about the event of the story, as several articles tell it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newstemma.compare.event_terms import STOP_WORDS, term_of
from newstemma.compare.stated import NOMINAL, is_inside, speech_of, terms_of
from newstemma.model import AnnotatedArticle, Difference, Position, Span, fingerprint
from newstemma.text.parts import connected_parts

__all__ = ["cause_differences"]

_DEFINITE = r"(?:the|its|his|her|their|this|that)"
_EFFECT = rf"\b{_DEFINITE}\s+(?:[\w’'-]{{1,40}}\s+){{0,3}}?(?P<effect>[\w’'-]{{1,40}})"
_BE = r"(?:was|were|is|are|had\s+been|has\s+been|have\s+been|may\s+have\s+been|might\s+have\s+been)"
_HOW = r"(?:(?:largely|partly|mainly|probably|likely|apparently|also)\s+)?"
_CAUSE = r"(?P<cause>[^.,;:()“”\"—–]{1,150})"
# "The flood, which was caused by a broken dyke", "the flood stemmed from", "blamed the flood on", "a dyke caused it".
_AFTER = re.compile(
    rf"{_EFFECT},?\s+(?:(?:which|that)\s+)?(?:{_BE}\s+)?{_HOW}(?:caused\s+by|blamed\s+on|attributed\s+to|"
    rf"(?:the|a)\s+result\s+of|due\s+to(?=\s+{NOMINAL})|born\s+(?:out\s+)?of|triggered\s+by|sparked\s+by|"
    rf"brought\s+(?:on|about)\s+by|stemm(?:ed|ing)\s+from|result(?:ed|ing)\s+from|arose\s+from)\s+{_CAUSE}",
    re.IGNORECASE,
)
_BLAMED = re.compile(rf"\b(?:blam|attribut)(?:ed|es|ing)\s+{_EFFECT}\s+(?:on|to)\s+{_CAUSE}", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?P<cause>(?:[\w’'-]{1,40}\s+){1,6}?)(?:caused|allowed|led\s+to|triggered|sparked|resulted\s+in|"
    rf"(?:was|were)\s+(?:to\s+blame|responsible)\s+for)\s+{_EFFECT}"
    r"(?=[.,;:]|\s+(?:that|which|in|on|at|of|and|as|by|for|after|when)\b|$)",
    re.IGNORECASE,
)
_SAYING = re.compile(r".*\b(?:said|says|told|that|and\s+said|because|but)\s+", re.IGNORECASE)
_CUT = re.compile(r"[,;:()“”\"—–]|\b(?:but|because|although|while)\b")
_UNREAL = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|nothing|cannot|whether|if|den(?:y|ied|ies|ying))\b|n[’']t\b",
    re.IGNORECASE,
)
_LONG = 150  # characters before a cause and its event that are read for what makes them unreal
_FORMS = (_AFTER, _BLAMED, _BEFORE)


@dataclass(frozen=True, slots=True)
class _Cause:
    """What an article names as the cause of an event: its words, their terms."""

    span: Span
    terms: frozenset[str]


def cause_differences(articles: Sequence[AnnotatedArticle]) -> Iterator[Difference]:
    """Yield the causes that articles name for an event that half of them or more speak of, where they share no word.

    >>> list(cause_differences([]))
    []

    Several causes may hold together, so that the nature is "scope". Causes that share a word are one position.
    """
    causes: dict[str, list[_Cause]] = defaultdict(list)
    printed: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: article.id):
        for event, word, span in _causes(article):
            terms = frozenset(terms_of(article.text(span))) - {event}
            if terms:
                printed.setdefault(event, word)
                causes[event].append(_Cause(span, terms))
    spoken_of = _spoken_of(articles, causes.keys())
    for event in sorted(causes):
        if 2 * spoken_of[event] >= len(articles):
            difference = _difference(causes[event], f"cause of the {printed[event]}", articles)
            if difference is not None:
                yield difference


def _causes(article: AnnotatedArticle) -> Iterator[tuple[str, str, Span]]:
    """Yield events with the word for them and the words for their cause, each sentence read once for each form."""
    text, speech = article.article.text, speech_of(article)
    for sentence in article.sentences:
        for form in _FORMS:
            at = sentence.start
            while (found := form.search(text, at, sentence.end)) is not None:
                word = found["effect"].lower()
                start, end = found.span("cause")
                leading = _SAYING.match(text, start, end) if form is _BEFORE else None
                start = leading.end() if leading else start
                cause = text[start:end].strip()
                first = text.index(cause, start)
                told = not is_inside(first, speech) and not _is_unreal(text, sentence, found)
                if word not in STOP_WORDS and cause and told:
                    yield term_of(word), word, Span(article.id, first, first + len(cause))
                at = found.start("effect") + 1


def _is_unreal(text: str, sentence: Span, found: re.Match[str]) -> bool:
    """Tell whether a cause is negated, denied or asked for, in the clause up to it or by its own first word."""
    start = max(sentence.start, found.start() - _LONG)
    start = max((cut.end() for cut in _CUT.finditer(text, start, found.start())), default=start)
    cause = found.start("cause")
    return bool(_UNREAL.search(text, start, max(cause, found.start("effect"))) or _UNREAL.match(text, cause))


def _spoken_of(articles: Sequence[AnnotatedArticle], events: Iterable[str]) -> Counter[str]:
    """Return in how many articles a word for each event stands."""
    counts: Counter[str] = Counter()
    wanted = set(events)
    for article in articles if wanted else ():
        counts.update(wanted & terms_of(article.article.text).keys())
    return counts


def _difference(causes: Sequence[_Cause], about: str, articles: Sequence[AnnotatedArticle]) -> Difference | None:
    """Make positions of causes that share no word; `None` where no article differs from another."""
    first: dict[str, Span] = {}
    of = connected_parts((first.setdefault(term, cause.span), cause.span) for cause in causes for term in cause.terms)
    positions: dict[Span, set[Span]] = defaultdict(set)
    for cause in causes:
        positions[of[cause.span]].add(cause.span)
    giving = [{span.article for span in spans} for spans in positions.values()]
    if len(positions) < 2 or all(some == giving[0] for some in giving):
        return None
    texts = {article.id: article.article.text for article in articles}
    made = []
    for spans in sorted(tuple(sorted(spans)) for spans in positions.values()):
        text = " ".join(spans[0].of(texts[spans[0].article]).split())
        made.append(Position(text, text, spans))
    evidence = sorted(span for position in made for span in position.witnesses)
    return Difference(fingerprint("difference", "attribution", *evidence), "attribution", "scope", about, tuple(made))
