"""Who speaks: from the words at a source, or the lack of any, to a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from newstemma.annotate.gazetteer import SPEECH_VERBS
from newstemma.annotate.referents import gender_of, name_key
from newstemma.annotate.sources import MESSAGES, Sources
from newstemma.model import Article, Attribution, Mention, QuotedSpan, Span
from newstemma.settings.names import NameSettings

__all__ = ["resolve_speakers"]

_DEFAULT = NameSettings()

_PRONOUNS = frozenset("he she they it".split())
_RELATIVES = frozenset("who that which".split())
_SAID_BY = re.compile(r"[,.?!…]?[\"'”’»]+,?\s+(?:also\s+)?([a-z]+)\s+(?:the\s+)?")
_CLOSED = re.compile(r"[,.?!…]?[\"'”’»]+,?\s+(?:the\s+)?")
_SAYS = re.compile(r"\s+(?:also\s+)?([a-z]+)\b")
_SAYS_THIS = re.compile(r"\s(?:also\s+)?([a-z]+)[,:]?\s+[\"'“‘«]+$")
_IN_A_MESSAGE = re.compile(
    r"\b(?:[Ii]n|[Bb]y|through|issued|released|wrote|sent|published)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){0,2}"
    r"(?:statement|letter|memo|memorandum|e-?mail|release|post|message|filing|announcement|notice|tweet)\b"
)
_PARTY = re.compile(r"[RDI]-[A-Z][\w.]*")
_LONGEST_APPOSITION = 300  # characters; keeps one endless sentence linear
_APPOSED = re.compile(r"(?:,[^,“”\"]*)?,?\s*")
_COMPLEMENT = re.compile(r"\b(?:of|for|at|in|to|from|with|by|on|against|under|about|near)\s+(?:the\s+)?$")


class _Said(NamedTuple):
    """An attribution whose speaker is settled; `text` is its source as printed."""

    paragraph: int
    sentence: int
    speaker: str
    text: str


@dataclass(slots=True, eq=False, repr=False)
class _Resolver:
    """Goes through the attributions of one article in order and keeps in mind who spoke before."""

    article: Article
    settings: NameSettings
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    sources: Sources
    speech: list[Span]
    reported: list[Span]
    genders: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    said: list[_Said] = field(default_factory=list)

    def __post_init__(self) -> None:
        described: dict[str, list[str]] = {}
        for mention in self.sources.mentions:
            if not mention.name or mention.form == "pronoun":
                continue
            self.types.setdefault(mention.name, mention.type)
            honorific = self.article.text[max(0, mention.span.start - 5) : mention.span.start].split()[-1:]
            described.setdefault(mention.name, []).extend([mention.title, *honorific])
        self.genders = {name: gender_of(name_key(name), titles) for name, titles in described.items()}

    def resolve(self, attribution: Attribution) -> Attribution:
        """Return `attribution` with its speaker."""
        if not attribution.content:
            return attribution
        text = " ".join(" ".join(span.of(self.article.text).split()) for span in attribution.source)
        confidence = attribution.confidence
        if not attribution.source and (beside := self._beside(attribution)):
            speaker, text = beside.name, beside.span.of(self.article.text)
            attribution = replace(attribution, source=(beside.span,))
        elif not attribution.source:
            speaker = self._continued(attribution)
            if not speaker and self.said and self._goes_on(attribution):
                text = self.said[-1].text  # nameless, but known from before: "a local source"
            confidence *= self.settings.continued_confidence
        elif text.lower() in _PRONOUNS:
            speaker = self._pronoun(attribution.source[0])
        elif text.lower() in _RELATIVES or _PARTY.fullmatch(text):
            speaker = self._relative(attribution.source[0])
        else:
            speaker = self._named(attribution.source, text)
        at = attribution.content[0].start
        place = (attribution.source or attribution.content)[0].start
        self.said.append(_Said(self._paragraph(at), self._sentence(place), speaker, text))
        return replace(attribution, speaker=speaker, speaker_text=text, confidence=confidence)

    def _beside(self, attribution: Attribution) -> Mention | None:
        """Return the name beside the verb of saying at a quotation: "…," said Per Osk; "…," the Lyle Bank reports."""
        if attribution.kind == "indirect":
            return None
        text, end = self.article.text, attribution.content[-1].end
        said = _SAID_BY.match(text, end)
        if said and said.group(1) in SPEECH_VERBS:
            return next((m for m in self._names(said.end(), said.end() + 1) if m.span.start == said.end()), None)
        closed = _CLOSED.match(text, end)
        for mention in self._names(closed.end(), closed.end() + 1) if closed else ():
            says = _SAYS.match(text, mention.span.end)
            if says and says.group(1) in SPEECH_VERBS:
                return mention
        start = attribution.content[0].start
        says = _SAYS_THIS.search(text, max(0, start - self.settings.subject_reach), start)
        if says and says.group(1) in SPEECH_VERBS:
            return next((m for m in self._names(says.start() - 60, says.start()) if m.span.end == says.start()), None)
        return None

    def _names(self, start: int, end: int) -> list[Mention]:
        """Return the names of persons and organisations that begin in a stretch of the text."""
        begun = self.sources.begun(max(0, start), end)
        return [m for m in begun if m.form == "name" and m.type in {"person", "organization"}]

    def _relative(self, span: Span) -> str:
        """Return the person whom "who" or a party goes on about: "Ida Osk, a baker, who said"; "Osk, R-Ohio, said"."""
        reach = max(self.sentences[self._sentence(span.start)].start, span.start - _LONGEST_APPOSITION)
        for mention in reversed(self.sources.begun(reach, span.start)):
            if mention.type == "person" and mention.form != "pronoun":
                between = self.article.text[mention.span.end : span.start]
                return mention.name if _APPOSED.fullmatch(between) else ""
        return ""

    def _named(self, source: tuple[Span, ...], text: str) -> str:
        """Return whom the printed `source` names, describes, or means by what was written: "the statement"."""
        described = [said.speaker for said in self.said[-20:] if said.speaker]
        spans = [*source, self.article.span(source[0].start, source[-1].end)] if len(source) > 1 else source
        found = next((name for span in spans if (name := self.sources.name(span, described))), "")
        words = text.lower().split()
        if found or len(words) > 3 or not words or words[-1] not in MESSAGES or words[0] in {"a", "an", "one"}:
            return found
        sentence = self._sentence(source[0].start)
        near = self.said and sentence - self.said[-1].sentence <= self.settings.reach_sentences
        return (
            (self.said[-1].speaker if near else "")
            or self._subject(sentence, source[0].start)
            or self._subject(sentence - 1, source[0].start)
        )

    def _pronoun(self, span: Span) -> str:
        """Return whom the pronoun at `span` means: the speaker before, if nothing speaks against, else who is meant."""
        word = span.of(self.article.text).lower()
        gender = {"he": "M", "she": "F"}.get(word, "")
        paragraph, sentence = self._paragraph(span.start), self._sentence(span.start)
        meant = next((m.name for m in self.sources.within(span) if m.form == "pronoun" and m.name), "")
        for said in reversed(self.said):
            if paragraph - said.paragraph > 1 or sentence - said.sentence > self.settings.reach_sentences:
                break
            if word == "it" and said.speaker and self._message(said.sentence):
                return said.speaker
            single = "person" if said.speaker.startswith(("a ", "an ")) else "organization"  # described, no mention
            person = self.types.get(said.speaker, single) == "person"
            if not said.speaker or (word in {"he", "she"}) != person:
                continue
            if gender and self.genders.get(said.speaker, "") not in {"", gender}:
                continue
            between = range(sentence, said.sentence, -1)
            if meant and any(self._subject(number, span.start, self.reported) == meant for number in between):
                return meant  # narration in between is about somebody else
            return said.speaker
        return meant

    def _message(self, number: int) -> bool:
        """Tell whether the sentence speaks of a statement, a letter or the like, which "it" can mean."""
        sentence = self.sentences[number]
        return _IN_A_MESSAGE.search(self.article.text, sentence.start, sentence.end) is not None

    def _continued(self, attribution: Attribution) -> str:
        """Return who speaks where no source is printed: the speaker of the same or of the paragraph before."""
        start = attribution.content[0].start
        paragraph, sentence = self._paragraph(start), self._sentence(start)
        if self.said and self._goes_on(attribution):
            return self.said[-1].speaker
        if attribution.kind == "indirect":
            return ""
        lead = self.article.text[max(0, start - 4) : start].rstrip("“\"'‘« \n")
        if lead.endswith(":") and sentence and (name := self._subject(sentence - 1, start)):
            return name
        near = bool(self.said) and paragraph - self.said[-1].paragraph <= self.settings.continuing_paragraphs
        return self._subject(sentence, start) or (self.said[-1].speaker if near else "")

    def next_to(self, one: Attribution, other: Attribution) -> bool:
        """Tell whether the direct quotation `other` opens the paragraph after `one`."""
        start = other.content[0].start
        number = self._paragraph(start)
        opens = start - self.paragraphs[number].start <= 2 if number >= 0 else False
        return opens and other.kind == "direct" and number - self._paragraph(one.content[-1].start) == 1

    def _goes_on(self, attribution: Attribution) -> bool:
        """Tell whether a quotation without a source continues the one before."""
        paragraph = self._paragraph(attribution.content[0].start)
        apart = paragraph - self.said[-1].paragraph
        near = apart <= self.settings.continuing_paragraphs
        return apart == 0 or (near and self._wholly_quoted(paragraph, attribution))

    def _wholly_quoted(self, number: int, attribution: Attribution) -> bool:
        """Tell whether the paragraph holds nothing but quotation, marks and spaces aside."""
        if not 0 <= number < len(self.paragraphs):
            return False
        paragraph = self.paragraphs[number]
        first = bisect_right(self.speech, paragraph.start, key=lambda span: span.start)
        last = bisect_right(self.speech, paragraph.end, key=lambda span: span.start)
        inside = sum(len(span) for span in attribution.content if paragraph.covers(span))
        quoted = sum(len(span) for span in self.speech[first:last] if paragraph.covers(span))
        return max(inside, quoted) >= len(paragraph) - 6

    def _subject(self, number: int, position: int, reported: Sequence[Span] = ()) -> str:
        """Return the name before `position` that can be the subject of the sentence's narration, or nothing.

        A name in what is `reported` is not, nor the one in "Osk, she said, was late": who speaks seldom names himself.
        """
        if not 0 <= number < len(self.sentences):
            return ""
        sentence, text = self.sentences[number], self.article.text
        for mention in self.sources.within(sentence):
            if mention.span.start >= min(position, sentence.start + self.settings.subject_reach):
                return ""
            if not mention.name or mention.type in {"place", "other"} or _inside(self.speech, mention.span):
                continue
            if mention.form == "name" and (
                _inside(reported, mention.span)
                or (text[mention.span.end : mention.span.end + 2].strip() == "," and position - mention.span.end <= 2)
            ):
                continue
            owns = re.match(r"['’]s?\s", text[mention.span.end : mention.span.end + 3])
            if not owns and not _COMPLEMENT.search(text, sentence.start, mention.span.start):
                return mention.name
        return ""

    def _paragraph(self, position: int) -> int:
        return bisect_right(self.paragraphs, position, key=lambda span: span.start) - 1

    def _sentence(self, position: int) -> int:
        return max(0, bisect_right(self.sentences, position, key=lambda span: span.start) - 1)


def _inside(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of the sorted `spans`, which do not overlap, covers `span`."""
    at = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return at >= 0 and spans[at].covers(span)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """Return those of `spans` that no other begins before and covers, sorted."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def resolve_speakers(
    article: Article,
    paragraphs: tuple[Span, ...],
    sentences: tuple[Span, ...],
    quoted: tuple[QuotedSpan, ...],
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    settings: NameSettings = _DEFAULT,
) -> tuple[Attribution, ...]:
    """Return `attributions`, in their order, each with its speaker and how the source is printed.

    >>> article = Article("a", "Ida Osk spoke. “We won,” she said.")
    >>> whole, name, pronoun = article.span(0, 34), article.span(0, 7), article.span(25, 28)
    >>> mentions = (Mention(name, "name", "person", "Ida Osk"), Mention(pronoun, "pronoun", "person", "Ida Osk"))
    >>> said = Attribution("a", "direct", (article.span(16, 23),), (article.span(29, 33),), (pronoun,))
    >>> found = resolve_speakers(article, (whole,), (article.span(0, 14), article.span(15, 34)), (), mentions, (said,))
    >>> found[0].speaker, found[0].speaker_text
    ('Ida Osk', 'she')

    A source without a name whose organisation has one becomes a description, "an Osk spokesman"; other sources without
    a name, and quotations that continue nobody's, keep an empty speaker. A quotation that continues that of a nameless
    source has that source's words as `speaker_text`.
    """
    speech = sorted(quote.span for quote in quoted if quote.speech and quote.depth == 0)
    sources = Sources(article, sorted(mentions), settings)
    reported = _outermost(span for attribution in attributions for span in attribution.content)
    resolver = _Resolver(article, settings, paragraphs, sentences, sources, speech, reported)
    order = sorted(range(len(attributions)), key=lambda index: (attributions[index].content, index))
    resolved = {index: resolver.resolve(attributions[index]) for index in order}
    running = {quote.span for quote in quoted if not quote.closed}
    for index, following in reversed([*pairwise(order)]):
        one, other = resolved[index], resolved[following]
        if not one.source and one.kind == "direct" and one.content[-1] in running and resolver.next_to(one, other):
            resolved[index] = replace(one, speaker=other.speaker, speaker_text=other.speaker_text)
    return tuple(resolved[index] for index in range(len(attributions)))
