"""What a difference is about, as a stretch of a witness's sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from newstemma.compare.context import Context, Contexts
from newstemma.compare.event_terms import STOP_WORDS, is_listed, term_of
from newstemma.model import Span

__all__ = ["heading"]

_WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?")
_CLAUSE_END = re.compile(
    r"[,;:()\[\]“”\"«»—\n]|\s[–-]\s|[.?!](?:\s|$)|\b(?:and|but|while|as|that|which|who|whom|because|after|before|when|"
    r"where|if|than|according)\b",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|"
    r"nine)ty(?:-\w+)?|hundreds?|thousands?|[mbt]r?illions?|dozens?|scores?|half|couple|several)$",
    re.IGNORECASE,
)
# Words that may stand inside a heading but not at its end; particles of verbs may ("cut off").
_PARTICLES = frozenset("off out up down away back over".split())
_LEADING = STOP_WORDS - {"people", "said", "told"}
_TRAILING = _LEADING - _PARTICLES
_NAME_BEFORE = re.compile(r"\b[A-Z][\w'’-]* $")
_FAR = 100  # characters to each side among which the words of the clause are sought
_GAP = " … "
_WORD_COST = 0.12  # what each word beyond the second costs, in terms shared by all
_GAP_COST = 0.3
_LONE_COST = 0.25  # a single word reads badly
_EVENT_WORTH = 1.6  # a word for an event says more than another


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of a sentence, `before` and `after` an expression that is left out."""

    before: str
    after: str

    @property
    def text(self) -> str:
        """The words, in one line."""
        return _GAP.join(" ".join(part.split()) for part in (self.before, self.after) if part)


def heading(expressions: Sequence[tuple[Span, Context, bool]], contexts: Contexts, *, reach: int = 5) -> str:
    """Return words that stand around one of the `expressions` and say most of what all of them share.

    An expression is a number or a time with its surroundings, and whether its last words say what is counted. Those
    words are kept; the number or the time itself is left out, with "…" where words stand on both sides of it. At most
    `reach` words stand on each side, all of one clause. Where a clause has none, a single word that all share.
    """
    worth = _worth([context for _, context, _ in expressions])
    best: tuple[float, str] = (-inf, "")
    for span, context, counts in sorted(expressions, key=lambda each: each[0]):
        for stretch in _stretches(contexts, span, context.sentence, counts, reach):
            score = _score(stretch, worth)
            if score > best[0] + 1e-9:
                best = score, stretch.text
    return best[1] or contexts.topic([context for _, context, _ in expressions])


def _worth(contexts: Sequence[Context]) -> Mapping[str, float]:
    """Return the share of the surroundings that have each term; what only one has is worth nothing."""
    counts = Counter(term for context in contexts for term in context.weights)
    return {term: count / len(contexts) for term, count in counts.items() if count > 1}


def _score(stretch: _Stretch, worth: Mapping[str, float]) -> float:
    words = [word.lower() for word in _WORD.findall(stretch.text)]
    terms = {term_of(word): is_listed(word) for word in words if word not in STOP_WORDS or word == "people"}
    found = sum(worth.get(term, 0.1) * (_EVENT_WORTH if event else 1.0) for term, event in terms.items())
    if not terms:
        return -inf
    gap = _GAP_COST if stretch.before and stretch.after else 0.0
    lone = _LONE_COST if len(terms) < 2 else 0.0
    return found - lone - _WORD_COST * max(0, len(words) - 2) - gap


def _stretches(contexts: Contexts, span: Span, sentence: Span, counts: bool, reach: int) -> Iterator[_Stretch]:
    """Yield what may be said of one expression: words before it, words after it, or both."""
    text = contexts.printed(sentence)
    start, end = span.start - sentence.start, span.end - sentence.start
    kept = _noun_start(text, start, end) if counts else end
    noun = text[kept:end]
    before, after = _clause_before(text, start, reach), _clause_after(text, end, reach)
    last = max((place for place, word in enumerate(before) if word.group().lower() not in _TRAILING), default=-1)
    opening = [word for word in before if word.group().lower() not in _LEADING and not _inside_name(text, word.start())]
    closing = [
        word
        for word in after
        if word.group().lower() not in _TRAILING and not _inside_name(text, text.find(" ", word.end()) + 1)
    ]
    leading = next((word.start() for word in after if word.group().lower() not in _LEADING), end)
    for stop in [end] + [word.end() for word in closing]:
        if alone := text[kept if noun else leading : stop]:
            yield _Stretch("", alone)
        right = text[kept:stop]
        for word in opening:
            left = text[word.start() : (before[-1] if right else before[last]).end()]
            yield _Stretch(left, right)


def _inside_name(text: str, at: int) -> bool:
    """Tell whether a name runs over `at`, where a word begins: "Calder |Bay"."""
    return text[at : at + 1].isupper() and _NAME_BEFORE.search(text, max(0, at - _FAR), at) is not None


def _noun_start(text: str, start: int, end: int) -> int:
    """Return where, inside a quantity's words, what is counted begins: behind its last number."""
    last = start
    for match in _WORD.finditer(text, start, end):
        if _NUMBER_WORD.search(match.group()):
            last = match.end()
    return next((m.start() for m in _WORD.finditer(text, last, end) if m.group().lower() not in _LEADING), end)


def _clause_before(text: str, start: int, reach: int) -> list[re.Match[str]]:
    """Return the last words of the clause before `start`."""
    far = max(0, start - _FAR)
    if far:
        far = text.find(" ", far, start) + 1 or start  # not inside a word
    opening = max((match.end() for match in _CLAUSE_END.finditer(text, far, start)), default=far)
    return list(_WORD.finditer(text, opening, start))[-reach:]


def _clause_after(text: str, end: int, reach: int) -> list[re.Match[str]]:
    """Return the first words of the clause after `end`."""
    far = min(len(text), end + _FAR)
    if far < len(text):
        far = text.rfind(" ", end, far) + 1 or end
    closing = _CLAUSE_END.search(text, end, far)
    return list(_WORD.finditer(text, end, far if closing is None else closing.start()))[:reach]
