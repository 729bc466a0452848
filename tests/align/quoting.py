"""Factories: stories told in a few lines, where “[Name|words]” makes an attribution."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from newstemma.align.utterances import collate
from newstemma.model import (
    AnnotatedArticle,
    Article,
    Attribution,
    Entity,
    Mention,
    QuotedSpan,
    Span,
    Utterance,
    When,
)
from newstemma.settings.utterances import UtteranceSettings
from newstemma.text.sentences import paragraphs, sentences

_QUOTED = re.compile(r"“(?P<name>\w*)\|(?P<words>[^“”|]*)”")
_DAYS = {"Monday": 3, "Tuesday": 4, "Thursday": 13}
_PLACES = ("Arvenholm", "Bracken")


def article(name: str, text: str) -> tuple[AnnotatedArticle, dict[str, str]]:
    """Build an article from a text in which “Name|words” is a quotation of Name's; without a name nobody is known."""
    plain, at, marked = "", 0, []
    for match in _QUOTED.finditer(text):
        plain += text[at : match.start()] + "“"
        marked.append((Span(name, len(plain), len(plain) + len(match["words"])), match["name"]))
        plain += match["words"] + "”"
        at = match.end()
    plain += text[at:]
    attributions = tuple(Attribution(name, "direct", (span,)) for span, _ in marked)
    speakers = {a.id: who for a, (_, who) in zip(attributions, marked, strict=True) if who}
    blocks = paragraphs(plain)
    read = AnnotatedArticle(
        Article(name, plain),
        paragraphs=tuple(Span(name, *block) for block in blocks),
        sentences=tuple(Span(name, *bounds) for block in blocks for bounds in sentences(plain, *block)),
        quoted=tuple(QuotedSpan(span) for span, _ in marked),
        attributions=attributions,
        mentions=tuple(
            Mention(Span(name, *m.span()), "name", "place", m.group()) for m in re.finditer("|".join(_PLACES), plain)
        ),
        times=tuple(day(name, m) for m in re.finditer("|".join(_DAYS), plain)),
    )
    return read, speakers


def day(name: str, match: re.Match[str]) -> When:
    number = _DAYS[match.group()]
    start, end = datetime(2031, 3, number), datetime(2031, 3, number, 23, 59, 59)
    return When(Span(name, *match.span()), "DATE", f"2031-03-{number:02}", "day", earliest=start, latest=end)


def told(*texts: str, entities: tuple[Entity, ...] = ()) -> tuple[Utterance, ...]:
    """Collate articles named a, b, c … in order."""
    return collated([article("abcdefghij"[number], text) for number, text in enumerate(texts)], entities)


def sourced(
    name: str, text: str, *sources: str, persons: tuple[str, ...] = ()
) -> tuple[AnnotatedArticle, dict[str, str]]:
    """Build an article whose quotations have these printed sources, in order; "" is none. `persons` are names."""
    read, speakers = article(name, text)
    plain = read.article.text
    attributions = []
    who: dict[str, str] = {}
    for item, source in zip(read.attributions, sources, strict=True):
        at = plain.find(source, item.content[0].end)
        spans = (Span(name, at, at + len(source)),) if source else ()
        attributions.append(replace(item, source=spans, speaker_text=source))
        if item.id in speakers:
            who[attributions[-1].id] = speakers[item.id]
    named = tuple(
        Mention(Span(name, *found.span()), "name", "person", found.group())
        for found in re.finditer("|".join(persons) or r"(?!)", plain)
    )
    mentions = tuple(sorted((*read.mentions, *named)))
    return replace(read, attributions=tuple(attributions), mentions=mentions), who


def collated(
    built: list[tuple[AnnotatedArticle, dict[str, str]]], entities: tuple[Entity, ...] = ()
) -> tuple[Utterance, ...]:
    speakers = {key: who for _, known in built for key, who in known.items()}
    times = tuple(time for read, _ in built for time in read.times)
    return collate([read for read, _ in built], entities, speakers, times, settings=UtteranceSettings())
