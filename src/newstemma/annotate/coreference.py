"""Mentions of an article: its names, the nominals tied to them, and its pronouns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from newstemma.annotate.gazetteer import ADJECTIVAL, COLLECTIVES, ORGANIZATION_NOUNS, SPEECH_VERBS
from newstemma.annotate.named import encoded_names
from newstemma.annotate.nominals import Nominal, collective, find_nominals, fitting
from newstemma.annotate.referents import Referent, name_referents
from newstemma.annotate.spotting import spot_names
from newstemma.annotate.words import Spotted, Word, read_words
from newstemma.model import Article, EntityType, Mention, NamedSpan, Span
from newstemma.settings.names import NameSettings

__all__ = ["refer"]

_MALE, _FEMALE = frozenset("he him his himself".split()), frozenset("she her hers herself".split())
_OBLIQUE = frozenset(
    """of for with to by from about against at on in between under including like than over after before under near
    behind toward towards""".split()
)
_CLAUSE_OPENERS = frozenset(
    "though although while but because that whether as when if where since and so whereas".split()
)
_BESIDE = _OBLIQUE | {"and"}
_NEUTRAL = frozenset("it they".split())
_PRONOUNS = _MALE | _FEMALE | _NEUTRAL
_MARK = re.compile('[“”"]')


class _Trace(NamedTuple):
    """Where a referent was spoken of, and how prominently."""

    start: int
    sentence: int
    referent: Referent
    weight: float


class _Found(NamedTuple):
    """A mention whose referent's type and name may still be settled by what follows."""

    span: Span
    form: Literal["name", "nominal", "pronoun"]
    type: EntityType
    name: str = ""
    title: str = ""
    referent: Referent | None = None

    def mention(self) -> Mention:
        """Return the mention, once the article has been read to its end."""
        if self.referent is None:
            return Mention(self.span, self.form, self.type, self.name, self.title)
        return Mention(self.span, self.form, self.referent.type, self.referent.name, self.title)


@dataclass(slots=True, eq=False, repr=False)
class _Reader:
    """Goes through an article once and keeps in mind who was spoken of."""

    article: Article
    sentences: list[list[Word]]
    settings: NameSettings
    quoted: list[tuple[int, int]]
    traces: deque[_Trace]
    subject: int = -1
    last: dict[int, int] = field(default_factory=dict)
    recent: dict[int, Referent] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    found: list[_Found] = field(default_factory=list)

    def read(self, encoded: Sequence[NamedSpan] | None) -> list[Mention]:
        """Return the mentions, in the order of the text; names are the encoder's, where there is one."""
        spotted = spot_names(self.sentences, self.settings)
        if encoded is not None:
            spotted = encoded_names(self.sentences, encoded, spotted, self.settings)
        events: list[tuple[int, int, int, Spotted | Nominal | Word, Referent | None]] = []
        for referent in name_referents(self.sentences, spotted, encoded or (), self.settings):
            events += [(name.start, name.end, name.sentence, name, referent) for name in referent.names]
        begins = [name.start for name in spotted]
        for nominal in find_nominals(self.sentences):
            at = bisect_right(begins, nominal.end - 1) - 1
            if at < 0 or spotted[at].end < nominal.end:  # "the Lyle Council" is a name
                events.append((nominal.start, nominal.end, nominal.sentence, nominal, None))
        for number, words in enumerate(self.sentences):
            events += [(word.start, word.end, number, word, None) for word in self._pronouns(words)]
        for start, end, number, event, named in sorted(events, key=lambda item: (item[0], -item[1])):
            span = self.article.span(start, end)
            if named is not None and isinstance(event, Spotted):
                self._name(span, number, event, named)
            elif isinstance(event, Nominal):
                self._nominal(span, number, event)
            elif isinstance(event, Word):
                meant = self._antecedent(event, number)
                if meant:
                    self._note(start, number, meant)
                kind: EntityType = "organization" if event.lower in _NEUTRAL else "person"
                self.found.append(_Found(span, "pronoun", kind, referent=meant))
        return [found.mention() for found in self.found]

    def _pronouns(self, words: Sequence[Word]) -> Iterator[Word]:
        """Yield "he", "she" and their forms, and "it" and "they" where they speak in narration."""
        for index, word in enumerate(words):
            if word.lower not in _PRONOUNS:
                continue
            speaks = index + 1 < len(words) and words[index + 1].text in SPEECH_VERBS
            if word.lower not in _NEUTRAL or (speaks and not self._quoted(word.start)):
                yield word

    def _quoted(self, position: int) -> bool:
        """Tell whether `position` lies between quotation marks."""
        at = bisect_right(self.quoted, (position, len(self.article.text))) - 1
        return at >= 0 and position < self.quoted[at][1]

    def _note(self, start: int, sentence: int, referent: Referent) -> None:
        """Remember that `referent` was spoken of at `start`; subjects outside quotations stay best in mind."""
        words = self.sentences[sentence]
        index = bisect_right(words, start, key=lambda word: word.start) - 1  # a name may begin inside a compound
        before = words[index - 1].lower if index else ""
        weight = 0.0
        if before in _OBLIQUE:
            weight -= 1.5
        elif words[index].possessive:
            weight -= 0.7
        elif self.subject != sentence:
            weight += 1.0
        elif before in _CLAUSE_OPENERS:
            weight += 0.8
        if before in SPEECH_VERBS or any(word.text in SPEECH_VERBS for word in words[index + 1 : index + 4]):
            weight += 1.0
        if self._quoted(start):
            weight -= 2.0
        if weight >= 0:
            self.subject = sentence
        self.traces.append(_Trace(start, sentence, referent, weight))
        self.recent.pop(id(referent), None)
        self.recent[id(referent)] = referent
        self.last[id(referent)] = start
        if len(self.recent) > self.settings.referents_in_mind:
            del self.recent[next(iter(self.recent))]

    def _antecedent(self, word: Word, sentence: int) -> Referent | None:
        """Return whom the pronoun `word` most likely means; the only candidate takes its gender."""
        gender = "M" if word.lower in _MALE else "F" if word.lower in _FEMALE else ""
        scored: list[tuple[float, int, Referent]] = []
        for trace in self.traces:
            referent, distance = trace.referent, sentence - trace.sentence
            if distance > self.settings.reach_sentences or not _can_be(referent, gender):
                continue
            score = trace.weight - 1.2 * distance + (0.6 if referent.gender and gender else 0.0)
            score += 0.4 if referent.titles or len(referent.names) > 2 else 0.0
            score -= 1.0 if referent.type == "other" else 0.0
            scored.append((score, trace.start, referent))
        if not scored:
            return None
        best = max(scored, key=lambda item: item[:2])[2]
        if gender and not best.gender and len({id(referent) for _, _, referent in scored}) == 1:
            best.gender = gender
        if gender:
            best.type = "person"
        return best

    def _name(self, span: Span, number: int, name: Spotted, referent: Referent) -> None:
        self.found.append(_Found(span, "name", referent.type, "", referent.titles.get(span.start, ""), referent))
        body = collective(self.sentences[number], name)
        if body is None or referent.type == "organization":
            self._note(span.start, number, referent)
        if body is None:
            return
        last, called = body
        before = self._before(number, span.start)
        start = before.start if before and before.lower == "the" else span.start
        self.found.append(_Found(self.article.span(start, last.end), "nominal", "organization", called))
        # "the government" later on is the one that acts in the text, not one that is only mentioned beside.
        beside = (neighbour := self._before(number, start)) is not None and neighbour.lower in _BESIDE
        if not beside or last.lower not in self.bodies:
            self.bodies[last.lower] = "" if beside else called

    def _before(self, number: int, start: int) -> Word | None:
        words = self.sentences[number]
        index = bisect_left(words, start, key=lambda word: word.start)
        return words[index - 1] if index else None

    def _nominal(self, span: Span, number: int, nominal: Nominal) -> None:
        plain = nominal.head in COLLECTIVES and set(nominal.modifiers) <= {"federal", "new"}
        if plain and (body := self.bodies.get(nominal.head)):
            self.found.append(_Found(span, "nominal", "organization", body))
            return
        meant = fitting(nominal, list(self.recent.values()), self.last)
        if meant:
            self._note(span.start, number, meant)
        kind: EntityType = "organization" if nominal.head in ORGANIZATION_NOUNS else "person"
        self.found.append(_Found(span, "nominal", kind, referent=meant))


def _can_be(referent: Referent, gender: str) -> bool:
    """Tell whether a pronoun of `gender` can mean `referent`; without gender it means an organisation."""
    if not gender:
        return referent.type == "organization"
    if referent.type == "other":  # a bare surname that the text never explains
        return len(referent.tokens) == 1 and referent.name not in ADJECTIVAL and referent.name[:1].isupper()
    return referent.type == "person" and referent.gender in {"", gender}


def refer(
    article: Article, sentences: Sequence[Span], encoded: Sequence[NamedSpan] | None, settings: NameSettings
) -> tuple[Mention, ...]:
    """Return what in `sentences` stands for somebody or something, sorted by span; see `names.find_mentions`."""
    words = [read for s in sentences if (read := read_words(article.text, s.start, s.end))]
    traces: deque[_Trace] = deque(maxlen=settings.traces_in_mind)
    reader = _Reader(article, words, settings, _quotations(article.text, sentences), traces)
    found = sorted(reader.read(encoded), key=lambda m: (m.span.start, m.span.end, m.form, m.type, m.name, m.title))
    return tuple(mention for mention, _ in groupby(found))


def _quotations(text: str, sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """Return roughly what stands in double quotation marks; enough to tell narration from speech."""
    found: list[tuple[int, int]] = []
    opened = -1
    for sentence in sentences:
        for match in _MARK.finditer(text, sentence.start, sentence.end):
            mark, position = match.group(), match.start()
            if mark == "“" or (mark == '"' and opened < 0):
                opened = position
            elif mark != "“" and opened >= 0:
                found.append((opened, position))
                opened = -1
        if opened >= 0 and "\n" in text[sentence.end : sentence.end + 2]:
            found.append((opened, sentence.end))
            opened = -1
    return found
