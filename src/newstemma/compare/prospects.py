"""Prospects: what is still to come for some articles, and is happening or done for others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newstemma.compare.dating import LIGHT_VERBS, base_of
from newstemma.compare.event_terms import STOP_WORDS, term_of
from newstemma.compare.number_natures import days_apart
from newstemma.compare.stated import is_inside, speech_of
from newstemma.model import AnnotatedArticle, Difference, Entity, Position, Span, day_of, fingerprint
from newstemma.settings.differences import DifferenceSettings

__all__ = ["prospect_differences"]

_WILL = (
    r"(?:will|is\s+to|are\s+to|plans?\s+to|(?:is|are|was|were)\s+(?:scheduled|expected|due|set|slated|poised)\s+to)\s+"
)
_ASIDE = r"(?:,[^.;]{3,140}?,)?\s+"  # "Moss, who left the board last week, is to speak"
_WHO_WILL = re.compile(rf"{_ASIDE}(?P<will>{_WILL}(?P<verb>[a-z]+))\b")
_WHO_DID = re.compile(rf"{_ASIDE}(?P<did>(?:is|was)\s+(?:currently\s+|now\s+)?(?P<going>[a-z]+ing)|(?P<verb>[a-z]+))\b")
_DEFINITE = (
    r"\b(?P<what>(?:the|its|his|her|their|this|these|those)\s+(?:[\w’'-]{1,40}\s+){0,3}?(?P<noun>[a-z’'-]{1,40}))"
)
_PAST = r"[a-z]+(?:ed|en|wn|id|ld|nt|ft|un)"
_WHAT_WILL = re.compile(rf"{_DEFINITE}\s+{_WILL}be\s+(?P<verb>{_PAST})\b", re.IGNORECASE)
_WHAT_WAS = re.compile(rf"{_DEFINITE}\s+(?:was|were|has\s+been|have\s+been)\s+(?P<verb>{_PAST})\b", re.IGNORECASE)
_DID_WHAT = re.compile(
    rf"\b(?P<verb>[a-z]+ed|gave|sent|took|held|sold|paid)\s+{_DEFINITE}"
    r"\b(?=[.,;]|\s+(?:of|on|in|that|which|to|for|at|by|as|with|from|and)\b)"
)
_FORMS = ((_WHAT_WILL, True), (_WHAT_WAS, False), (_DID_WHAT, False))
_CLAUSE_END = re.compile(r"[.:,](?=\s|$)|[;!?()“”\"—–\n]|\s(?:and|but|which|who|that|where|while|after|as|if)\s")
_WITH = re.compile(r"\bwith\s+(?:[a-z’'-]{1,40}\s+){0,4}(?P<names>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)")
_LONG = 80  # characters of a clause that are printed behind its verb
_REACH = 220  # characters behind a name in which its verb stands


@dataclass(frozen=True, slots=True)
class _Event:
    """What somebody does or what becomes of something: verb and who or what, where, and whether it is yet to come.

    `about` names who or what it is; `span` holds the verb with the rest of its clause.
    """

    key: tuple[str, str]
    about: str
    span: Span
    ahead: bool
    published: date | None


def prospect_differences(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], *, settings: DifferenceSettings
) -> Iterator[Difference]:
    """Yield what is yet to come for one article and is happening, or done, for another of the same or a later day.

    >>> list(prospect_differences([], [], settings=DifferenceSettings()))
    []

    One event is one verb with one person as its subject, or with the same definite noun as what it happens to ("its
    names will be released", "released the names"). Such a difference is an update.
    """
    entity_of = {mention: entity for entity in entities if entity.type == "person" for mention in entity.mentions}
    events: dict[tuple[str, str], list[_Event]] = defaultdict(list)
    for article in articles:
        for event in (*_of_persons(article, entity_of), *_of_things(article)):
            events[event.key].append(event)
    for key in sorted(events):
        yield from _differences(events[key], articles, settings)


def _of_persons(article: AnnotatedArticle, entity_of: Mapping[Span, Entity]) -> Iterator[_Event]:
    text, day, speech = article.article.text, day_of(article.article.about.published), speech_of(article)
    for mention in article.mentions:
        entity = entity_of.get(mention.span)
        if entity is None or mention.form != "name" or is_inside(mention.span.start, speech):
            continue
        for form, ahead in ((_WHO_WILL, True), (_WHO_DID, False)):
            found = form.match(text, mention.span.end, mention.span.end + _REACH)
            if found is None:
                continue
            verb = found["verb"] or found["going"]
            if _tells(verb) and (ahead or found["verb"] is None or _is_past(verb)):
                start = found.start("will") if ahead else found.start("did")
                span = Span(article.id, start, _clause_end(article, found.end()))
                yield _Event((_term(verb), entity.id), entity.name, span, ahead, day)


def _of_things(article: AnnotatedArticle) -> Iterator[_Event]:
    text, day, speech = article.article.text, day_of(article.article.about.published), speech_of(article)
    for sentence in article.sentences:
        for form, ahead in _FORMS:
            for found in form.finditer(text, sentence.start, sentence.end):
                noun, verb = found["noun"].lower(), found["verb"].lower()
                if noun not in STOP_WORDS and _tells(verb) and not is_inside(found.start(), speech):
                    span = Span(article.id, found.start(), _clause_end(article, found.end()))
                    yield _Event((_term(verb), term_of(noun)), found["what"], span, ahead, day)


def _clause_end(article: AnnotatedArticle, at: int) -> int:
    """Return where the clause ends that goes on at an offset; a long one is cut between words."""
    text = article.article.text
    ends = _CLAUSE_END.search(text, at, at + _LONG)
    if ends is not None:
        return ends.start()
    return max(at, text.rfind(" ", at, at + _LONG)) if len(text) > at + _LONG else len(text.rstrip())


def _tells(verb: str) -> bool:
    """Tell whether a verb says by itself what happens."""
    return verb not in LIGHT_VERBS and verb not in STOP_WORDS


def _is_past(verb: str) -> bool:
    return verb.endswith("ed") or base_of(verb) != verb


def _term(verb: str) -> str:
    return term_of(base_of(verb))


def _differences(
    events: Sequence[_Event], articles: Sequence[AnnotatedArticle], settings: DifferenceSettings
) -> Iterator[Difference]:
    """Set what is ahead against what has come, where the days of publication allow both to be one event."""
    texts = {article.id: article.article.text for article in articles}
    # Events of one day and one company face the same others, however many articles tell them.
    alike: dict[bool, dict[tuple[date | None, frozenset[str]], list[_Event]]] = {True: {}, False: {}}
    for event in events:
        company = _company(event.span.of(texts[event.span.article]))
        alike[event.ahead].setdefault((event.published, company), []).append(event)
    facing: tuple[set[Span], set[Span]] = set(), set()
    for (ahead_on, one), ahead in alike[True].items():
        for (come_on, other), come in alike[False].items():
            if _in_turn(ahead_on, come_on, settings) and (not (one and other) or one & other):
                facing[0].update(_of_others(ahead, come))
                facing[1].update(_of_others(come, ahead))
    sides = [tuple(sorted(spans)) for spans in facing]
    if {span.article for span in sides[0]} == {span.article for span in sides[1]}:
        return
    about = next(event.about for event in events if event.span == sides[0][0])
    printed = [" ".join(spans[0].of(texts[spans[0].article]).split()) for spans in sides]
    positions = tuple(Position(text, text, spans) for text, spans in zip(printed, sides, strict=True))
    identifier = fingerprint("difference", "attribution", *sorted({*sides[0], *sides[1]}))
    yield Difference(identifier, "attribution", "update", about, positions)


def _of_others(events: Sequence[_Event], facing: Sequence[_Event]) -> Iterator[Span]:
    """Yield where events stand that another article's event faces."""
    articles = {event.span.article for event in facing}
    for event in events:
        if len(articles) > 1 or event.span.article not in articles:
            yield event.span


def _company(clause: str) -> frozenset[str]:
    """Return the words of the names of those with whom something is done: meeting another is another event.

    >>> sorted(_company("will meet with Osk of the board"))
    ['Osk']
    """
    return frozenset(word for found in _WITH.finditer(clause) for word in found["names"].split())


def _in_turn(one: date | None, other: date | None, settings: DifferenceSettings) -> bool:
    """Tell whether what was ahead on one day of publication can have come on the other."""
    if one is not None and other is not None and one > other:
        return False
    return days_apart(one, other) <= settings.apart_days
