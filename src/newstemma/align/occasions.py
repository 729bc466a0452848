"""When, where and through which medium something was said, from the narrator's words around the cue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newstemma.model import AnnotatedArticle, Attribution, Entity, Occasion, Span, When
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["Circumstance", "Setting", "merged", "names_medium", "place_names", "settings_of"]


@dataclass(frozen=True, slots=True, order=True)
class Circumstance:
    """One stated circumstance: its kind, what it is compared by, how it is printed and where."""

    kind: str  # "when", "where" or "medium"
    value: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Setting:
    """What one attribution's sentence states of its occasion; empty where it states nothing."""

    circumstances: tuple[Circumstance, ...] = ()
    times: tuple[When, ...] = ()

    def values(self, kind: str) -> frozenset[str]:
        """Return what is stated for `kind`, as it is compared."""
        return frozenset(item.value for item in self.circumstances if item.kind == kind)


_NETWORK = (
    r"(?:X|Twitter|Facebook|Instagram|Truth Social|Telegram|LinkedIn|TikTok|YouTube|Weibo|Threads|Bluesky|social media)"
)
_A = r"(?:a|an|the|its|his|her|their)"
_PATTERNS = {
    "post": (
        rf"\bon (?:{_A} )?(?:official |personal )?{_NETWORK}\b(?: account| page)?",
        rf"\bin (?:a|an|another)(?: series of)? (?:[\w-]+ )?(?:{_NETWORK} )?(?:posts?|tweets?|messages posted)\b",
        r"\btweeted\b|\bposted on\b",
    ),
    "statement": (
        rf"\bin {_A} (?:[\w-]+ ){{0,2}}statement\b|\b[Tt]he statement (?:said|read)",
        r"\bin a (?:press|news) release\b",
    ),
    "press": (
        r"\b(?:told|(?:[Ss]peaking |spoke |said )?to) (?:[\w-]+ )?(?:reporters|journalists)\b",
        rf"\b(?:at|in|during) {_A} (?:[\w-]+ ){{0,2}}(?:conference|briefing)\b",
    ),
    "interview": (
        rf"\b(?:in|during) {_A} (?:[\w-]+ ){{0,2}}interview\b(?: (?:with|on) (?:[Tt]he )?[A-Z][\w.&’'-]*)?",
        r"\btold (?:[Tt]he )?(?!Congress|Parliament|President|Mr|Ms|Mrs|Dr)[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}",
        r"\bby (?:tele)?phone\b",
        r"\bon (?:[\w’']+ ){0,2}(?:CNN|MSNBC|NBC|ABC|CBS|CNBC|NPR|PBS|BBC|Fox News|C-SPAN|Sky News)\b",
    ),
    "email": (r"\b(?:in|by|via) (?:an |a )?(?:[\w-]+ )?e-?mail\b|\bin (?:a|an) (?:[\w-]+ )?text message\b",),
    "letter": (rf"\bin {_A} (?:[\w-]+ ){{0,2}}letter\b",),
    "document": (
        rf"\bin {_A} (?:[\w-]+ ){{0,2}}(?:memorandum|memo|report|filing|complaint|lawsuit|order|ruling)\b",
        rf"\bin {_A} (?:[\w-]+ ){{0,2}}(?:advisory|opinion|indictment|affidavit)\b",
        r"\bin court (?:papers|documents|filings)\b",
    ),
    "speech": (
        rf"\b(?:in|during) {_A} (?:[\w-]+ ){{0,2}}(?:speech|address|remarks|sermon)\b",
        rf"\bat {_A} (?:[\w-]+ ){{0,2}}(?:rally|fund-?raiser|dinner|event|town hall|ceremony)\b",
        rf"\btold {_A} (?:[\w-]+ )?(?:crowd|audience|supporters|rally)\b",
        rf"\bin (?:{_A} )?prepared (?:remarks|testimony)\b",
    ),
    "testimony": (
        rf"\btestified\b|\bin (?:[\w-]+ ){{0,3}}testimony\b|\bin (?:{_A} )?prepared remarks\b",
        rf"\b(?:at|during) {_A} (?:[\w-]+ ){{0,2}}hearing\b",
        rf"\btold {_A} (?:[\w-]+ ){{0,2}}(?:committee|panel|subcommittee|court|jury|judge|hearing)\b",
        r"\btold (?:Congress|Parliament|lawmakers|senators)\b",
    ),
}
_MEDIA = tuple((value, re.compile(pattern)) for value, patterns in _PATTERNS.items() for pattern in patterns)
_OPENING = re.compile(r"(?:^|[.!?\n])\s*(?:At|By|During|In|On|Speaking|Told)\b")
_SAYING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|wrote|writes|added|adds|called|calling|tweeted|posted|announced|declared|"
    r"stated|insisted|argued|warned|explained|testified|replied|asked|described|confirmed|claimed|claims|speaking|spoke|"
    r"puts? it)\b"
)
_BEFORE_PLACE = re.compile(r"\b(?:in|at|from|near|outside)(?: the)?(?: [a-z]+){0,2},? ?$", re.IGNORECASE)
_AT_MOST_A_MONTH = frozenset({"day", "part", "hour", "minute", "week", "month"})


def names_medium(text: str) -> bool:
    """Tell whether the narrator says through what something was said.

    >>> names_medium("In a letter she had asked for more."), names_medium("She also asked for more.")
    (True, False)
    """
    lowered = _OPENING.sub(lambda found: found.group().lower(), text)
    return any(pattern.search(lowered) for _, pattern in _MEDIA)


def settings_of(
    article: AnnotatedArticle,
    attributions: Sequence[tuple[Attribution, tuple[Span, ...]]],
    named: Mapping[Span, str],
    times: Sequence[When],
    settings: UtteranceSettings,
) -> list[Setting]:
    """Return the setting of each attribution of one article, given with its quoted spans.

    `named` is what `place_names` returns for the story; `times` may hold those of other articles too. What stands
    inside quotation marks is not the narrator's and is not read. An attribution whose sentence states nothing takes
    over from the sentence before it in the paragraph, if that quotes nothing.
    """
    narrator = _narrator_text(article, [span for _, spans in attributions for span in spans])
    own = [time for time in times if time.span.article == article.id] or article.times
    here = sorted(((time.span, time) for time in own), key=lambda item: item[0])
    places = _places(article, named)
    starts = [sentence.start for sentence in article.sentences]
    found = []
    for attribution, spans in attributions:
        marked = (*spans, *attribution.cue, *attribution.source)
        numbers = sorted({number for span in marked for number in _sentences_at(starts, span)})
        setting = Setting()
        if numbers:
            cue = min((span.start for span in attribution.cue), default=None)
            reader = _Reader(narrator, here, places, settings.cue_window_words)
            setting = reader.read(article, numbers, cue)
            before = numbers[0] - 1
            if not setting.circumstances and before >= 0 and _same_paragraph(article, before, numbers[0]):
                sentence = article.sentences[before]
                if narrator[sentence.start : sentence.end] == article.text(sentence):
                    setting = reader.read(article, [before], None)
        found.append(setting)
    return found


def _narrator_text(article: AnnotatedArticle, quoted: Iterable[Span]) -> str:
    """Return the article's text with quoted words blanked, offsets kept."""
    text = article.article.text
    pieces, at = [], 0
    for span in sorted({*quoted, *(item.span for item in article.quoted)}):
        if span.end > at:
            start = max(span.start, at)
            pieces += [text[at:start], "\x00" * (span.end - start)]
            at = span.end
    return "".join([*pieces, text[at:]])


def place_names(entities: Sequence[Entity]) -> dict[Span, str]:
    """Return the name of the place that is mentioned at each span.

    >>> place_names([Entity("e1", "Marren", "place", ("Marren",), (), (Span("a", 0, 6),))])
    {Span(article='a', start=0, end=6): 'Marren'}
    """
    return {span: entity.name for entity in entities if entity.type == "place" for span in entity.mentions}


def _places(article: AnnotatedArticle, names: Mapping[Span, str]) -> list[tuple[Span, str]]:
    """Return the place names of the article with what they are compared by."""
    return sorted(
        (mention.span, names.get(mention.span, mention.name or article.text(mention.span)).lower())
        for mention in article.mentions
        if mention.type == "place" and mention.form == "name"
    )


def _sentences_at(starts: list[int], span: Span) -> range:
    first = max(bisect_right(starts, span.start) - 1, 0)
    last = bisect_left(starts, span.end + 1)  # one more: the mark that closes belongs to the sentence
    return range(min(first, len(starts) - 1) if starts else 0, last)


def _same_paragraph(article: AnnotatedArticle, one: int, other: int) -> bool:
    between = article.article.text[article.sentences[one].end : article.sentences[other].start]
    return "\n" not in between


@dataclass(frozen=True, slots=True)
class _Reader:
    narrator: str
    times: Sequence[tuple[Span, When]]
    places: Sequence[tuple[Span, str]]
    window_words: int

    def read(self, article: AnnotatedArticle, numbers: Sequence[int], cue: int | None) -> Setting:
        circumstances: set[Circumstance] = set()
        times: list[When] = []
        for number in numbers:
            start, end = article.sentences[number].start, article.sentences[number].end
            sentence = self.narrator[start:end]
            for value, pattern in _MEDIA:
                for match in pattern.finditer(sentence):
                    span = Span(article.id, start + match.start(), start + match.end())
                    circumstances.add(Circumstance("medium", value, match.group(), span))
            anchor = cue if cue is not None and start <= cue < end else self._cue(start, end)
            if anchor is None:
                continue
            for span, name in _between(self.places, start, end):
                before = self.narrator[max(start, span.start - _PREPOSITION_CHARACTERS) : span.start]
                if self._near(anchor, span) and _BEFORE_PLACE.search(before):
                    circumstances.add(Circumstance("where", name, article.text(span), span))
            for _, time in _between(self.times, start, end):
                dated = time.granularity in _AT_MOST_A_MONTH and time.type in ("DATE", "TIME")
                if dated and self._near(anchor, time.span):
                    times.append(time)
                    circumstances.add(Circumstance("when", time.value, article.text(time.span), time.span))
        return Setting(tuple(sorted(circumstances)), tuple(sorted(times, key=lambda time: time.span)))

    def _cue(self, start: int, end: int) -> int | None:
        match = _SAYING.search(self.narrator, start, end)
        return match.start() if match else None

    def _near(self, cue: int, span: Span) -> bool:
        """Tell whether the words at `span` belong to the clause of saying rather than to something it tells of."""
        if abs(span.start - cue) > _CLAUSE_CHARACTERS or "\x00" in self.narrator[span.start : span.end]:
            return False
        between = self.narrator[cue : span.start] if cue <= span.start else self.narrator[span.end : cue]
        words = between.split()
        return len(words) <= self.window_words and not any(word.lower() in _OTHER_CLAUSE for word in words[1:])


_Placed = TypeVar("_Placed")


def _between(items: Sequence[tuple[Span, _Placed]], start: int, end: int) -> Sequence[tuple[Span, _Placed]]:
    """Return those of the sorted `items` that begin between two offsets."""
    first = bisect_left(items, start, key=lambda item: item[0].start)
    return items[first : bisect_left(items, end, key=lambda item: item[0].start)]


_PREPOSITION_CHARACTERS = 40  # before a place, read for "in", "at" and the like
_CLAUSE_CHARACTERS = 2000  # from a cue; a quotation may stand between
_OTHER_CLAUSE = frozenset("that which who whose whom where when after before because while if since".split())


def merged(settings: Sequence[Setting]) -> Occasion:
    """Return the occasion that the witnesses state together, each circumstance in the words that most of them use.

    >>> post = Circumstance("medium", "post", "on X", Span("a", 10, 14))
    >>> merged([Setting((post,)), Setting()]).medium
    'on X'
    """
    stated: Mapping[str, Counter[str]] = {kind: Counter() for kind in ("when", "where", "medium")}
    evidence: set[Span] = set()
    for item in {item for setting in settings for item in setting.circumstances}:
        stated[item.kind][item.text] += 1
        evidence.add(item.span)
    chosen = {
        kind: min(counter, key=lambda text: (-counter[text], -len(text), text)) if counter else ""
        for kind, counter in stated.items()
    }
    return Occasion(**chosen, evidence=tuple(sorted(evidence)))
