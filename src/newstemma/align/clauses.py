"""Prose cut into the clauses that can each state a fact."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newstemma.align.statements import FINITE_VERB, statements
from newstemma.model import AnnotatedArticle, Attribution, Span
from newstemma.settings.claims import ClaimSettings

__all__ = ["Clause", "clauses", "reports_by_sentence"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and the sentence that it stands in.

    `complete` is false where it leans on the words before it (a relative or participial clause). `reported` is the
    attribution whose content makes up most of it.
    """

    span: Span
    sentence: Span
    complete: bool
    reported: Attribution | None = None


_WORD = re.compile(r"\w[\w'’-]*")
_END_OF_PROSE = re.compile(r"[.!…:;,—–-][\"'”’»)\]]*$")
_CUT = re.compile(
    r"""
      (?P<stop>;)\s+
    | \s?(?P<dash>[—–]|(?<=\s)--?(?=\s))\s?
    | ,\s+(?=(?P<coordination>and|but|while|though|although|whereas|yet|so)\s)
    | ,\s+(?=(?P<dependent>which|who|whose|whom|where|when|in\ which|including|after|before|because|since|as|with)\s)
    """,
    re.VERBOSE,
)
_PRONOUN_SUBJECT = re.compile(r"(?:\w+ly\s+)?(?:he|she|it|they|we|I|there)\s", re.IGNORECASE)
_NOUN_SUBJECT = re.compile(
    r"(?:the|a|an|his|her|its|their|our|this|that|these|those|some|many|most|several|no|all|one|\d[\d,.]*|[A-Z]\w*)\s"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose)\b")
_REACH = 200  # characters before a cut in which the verb of the words before it is sought
_VERB_WITHIN = 70  # characters after a coordinating word in which its own verb must come


def clauses(article: AnnotatedArticle, *, settings: ClaimSettings) -> Iterator[Clause]:
    """Yield the clauses of the article's own prose, in order.

    >>> from newstemma.model import Article
    >>> text = "The ferry sank on Monday, and the whole crew was saved."
    >>> read = AnnotatedArticle(Article("a", text), sentences=(Span("a", 0, len(text)),))
    >>> [read.text(clause.span) for clause in clauses(read, settings=ClaimSettings())]
    ['The ferry sank on Monday', 'and the whole crew was saved.']

    Headings, questions, and sentences that mostly stand in quotation marks or only say whose words come are left out;
    those belong to utterances. A sentence that is not cut is one clause.
    """
    sentences = article.sentences
    outer = sorted(mark.span for mark in article.quoted if mark.depth == 0)
    quoted = _by_sentence(sentences, [(span, span) for span in outer])
    stated = list(statements(article))
    reports = _by_sentence(
        sentences, [(part, report) for report in stated if report.kind != "direct" for part in report.content]
    )
    frames = _by_sentence(sentences, [(part, part) for report in stated for part in (*report.source, *report.cue)])
    for number, sentence in enumerate(sentences):
        marks = quoted.get(number, [])
        if not _is_prose(article, sentence, marks, frames.get(number, []), settings):
            continue
        for start, end, complete in _bounds(article.article.text, sentence, marks, settings):
            span = article.article.span(start, end)
            yield Clause(span, sentence, complete, _reported(span, reports.get(number, [])))


def reports_by_sentence(article: AnnotatedArticle) -> Iterator[tuple[Span, Attribution | None]]:
    """Yield every sentence that ends as prose does, with the attribution that has most of it as content, if one has."""
    reports = _by_sentence(
        article.sentences, [(part, report) for report in statements(article) for part in report.content]
    )
    for number, sentence in enumerate(article.sentences):
        if _END_OF_PROSE.search(article.text(sentence)[-8:]):
            yield sentence, _reported(sentence, reports.get(number, []))


def _by_sentence(sentences: Sequence[Span], items: Sequence[tuple[Span, _T]]) -> dict[int, list[_T]]:
    """Return for each sentence, by its number, what overlaps it."""
    ends = [sentence.end for sentence in sentences]
    found: dict[int, list[_T]] = {}
    for span, item in items:
        number = bisect_right(ends, span.start)
        while number < len(sentences) and sentences[number].start < span.end:
            found.setdefault(number, []).append(item)
            number += 1
    return found


def _is_prose(
    article: AnnotatedArticle, sentence: Span, marks: Sequence[Span], frame: Sequence[Span], settings: ClaimSettings
) -> bool:
    """Tell whether the outlet states something in `sentence` besides whose words stand in `marks`, or come after it."""
    text = article.text(sentence)
    if not _END_OF_PROSE.search(text[-8:]):
        return False
    words = [match.start() for match in _WORD.finditer(article.article.text, sentence.start, sentence.end)]
    narrated = _outside(words, marks)
    if len(words) - len(narrated) >= settings.quoted_share * len(words):
        return False
    introduces = bool(marks) or text.rstrip().endswith((":", ","))
    told = _outside(narrated, frame) if introduces else narrated
    return len(told) >= settings.narrator_words


def _outside(places: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """Return those of sorted `places` that no span covers."""
    found = []
    ordered = sorted(spans)
    number, covered = 0, 0
    for place in places:
        while number < len(ordered) and ordered[number].start <= place:
            covered = max(covered, ordered[number].end)
            number += 1
        if place >= covered:
            found.append(place)
    return found


def _bounds(
    text: str, sentence: Span, marks: Sequence[Span], settings: ClaimSettings
) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and completeness of the clauses of one sentence."""
    ends = [mark.end for mark in marks]
    cuts = [
        cut
        for cut in _CUT.finditer(text, sentence.start, sentence.end)
        if (number := bisect_right(ends, cut.start())) == len(marks) or cut.start() < marks[number].start
    ]
    lone_dash = sum(1 for cut in cuts if cut["dash"]) == 1
    start, complete = sentence.start, True
    for cut in cuts:
        if cut["dash"] and not lone_dash:
            continue  # a pair of dashes is a parenthesis inside one clause
        enough = settings.clause_words
        if _words(text, start, cut.start(), enough) < enough or _words(text, cut.end(), sentence.end, enough) < enough:
            continue
        if not FINITE_VERB.search(text, max(start, cut.start() - _REACH), cut.start()):
            continue  # "the company, which makes ships, said": the main verb is yet to come
        if cut["dash"] and not FINITE_VERB.search(text, cut.end(), min(sentence.end, cut.end() + _REACH)):
            continue  # " – far enough to reach the shore": no clause, what it belongs to stands before it
        stands = _stands_alone(text, cut, sentence.end)
        if cut["coordination"] and not stands:
            continue
        yield start, cut.start(), complete
        start, complete = cut.end(), stands
    yield start, sentence.end, complete


def _stands_alone(text: str, cut: re.Match[str], end: int) -> bool:
    """Tell whether the words after a cut have their own subject and verb."""
    if cut["dependent"]:
        return False
    start = cut.end() + len(cut["coordination"] or "")
    start += len(text[start : start + 1]) - len(text[start : start + 1].lstrip())
    if _PRONOUN_SUBJECT.match(text, start, end):
        return True
    window = min(end, start + _VERB_WITHIN)
    verb = FINITE_VERB.search(text, start, window)
    if cut["dash"] and verb and _RELATIVE.search(text, start, verb.start()):
        return False  # " – a fire that shocked the country": what explains the words before
    return bool(_NOUN_SUBJECT.match(text, start, end) and verb)


def _words(text: str, start: int, end: int, most: int) -> int:
    """Count the words, up to `most`."""
    count = 0
    for _ in _WORD.finditer(text, start, end):
        count += 1
        if count == most:
            break
    return count


def _reported(span: Span, reports: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution that has most of the clause as its content, if it has at least half."""
    shares = []
    for report in dict.fromkeys(reports):
        inside = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in report.content)
        if 2 * inside >= len(span):
            shares.append((inside, report.id, report))
    return max(shares, key=lambda share: share[:2])[2] if shares else None
