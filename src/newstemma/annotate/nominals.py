"""Nominals that a text ties to a name: "the secretary of state", "the company", "the Lylish government"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newstemma.annotate.gazetteer import (
    ADJECTIVAL,
    COLLECTIVES,
    COUNTRY_OF,
    DEMONYMS,
    NEWS_MEDIA,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS,
    PLATFORMS,
    ROLES,
    SPEECH_VERBS,
    SPOKESPERSONS,
)
from newstemma.annotate.referents import Referent, name_key
from newstemma.annotate.titles import role_of, title_words
from newstemma.annotate.words import Spotted, Word

__all__ = ["Nominal", "collective", "find_nominals", "fitting"]

_HEADS = ROLES | ORGANIZATION_NOUNS
_BREAKS = (SPEECH_VERBS - {"reports", "states", "state"}) | frozenset(
    "of for at in to on from with by and or who which that is was were are has had".split()
)
_DEMONYM_OF = {state: adjective for adjective, state in reversed(list(COUNTRY_OF.items()))}
_DEMONYM_OF["United States"] = "US"
_CORPORATE = frozenset(
    """company firm corporation bank retailer carrier airline automaker carmaker manufacturer insurer lender brokerage
    publisher conglomerate startup start-up operator developer broadcaster group organization organisation agency bureau
    movement network""".split()
)
_MEDIA_HEADS = frozenset("broadcaster network publisher agency".split())
_LONGEST = 6  # words between the determiner and the head of a nominal, the head included


class Nominal(NamedTuple):
    """A definite noun phrase: its range, sentence, head noun in lower case, and the words that narrow it."""

    start: int
    end: int
    sentence: int
    head: str
    modifiers: tuple[str, ...]


def find_nominals(sentences: Sequence[Sequence[Word]]) -> Iterator[Nominal]:
    """Yield the noun phrases with "the" whose head is a role or a kind of organisation, in order.

    >>> from newstemma.annotate.words import read_words
    >>> [(n.head, n.modifiers) for n in find_nominals([read_words("The Lylish foreign minister left.", 0, 33)])]
    [('minister', ('lylish', 'foreign'))]
    """
    for number, words in enumerate(sentences):
        for index, word in enumerate(words):
            if word.lower == "the" and (nominal := _nominal(words, index, number)):
                yield nominal


def _nominal(words: Sequence[Word], index: int, number: int) -> Nominal | None:
    for last in range(index + 1, min(len(words), index + 1 + _LONGEST)):
        word = words[last]
        if word.text == "-":
            continue
        if not word.text[0].isalnum() or word.lower in _BREAKS:
            return None
        if not _heads(word) or (last + 1 < len(words) and _goes_on(words[last + 1])):
            continue
        end = last
        modifiers = [w.lower for w in words[index + 1 : last]]
        if last + 2 < len(words) and words[last + 1].text == "of" and words[last + 2].lower in {"state", "staff"}:
            end = last + 2
            modifiers.append(words[end].lower)
        if end + 1 < len(words) and words[end + 1].text[0].isupper() and not words[end].possessive:
            return None
        return Nominal(words[index].start, words[end].end, number, word.lower, tuple(modifiers))
    return None


def _heads(word: Word) -> bool:
    return word.lower in _HEADS or word.lower.rpartition("-")[2] in ROLES or _aged(word.lower)


def _aged(head: str) -> bool:
    """Tell whether a nominal means a person by age alone: "the 21-year-old"."""
    return head.endswith("year-old")


def _goes_on(word: Word) -> bool:
    return word.text[0].isalpha() and word.lower in _HEADS


def fitting(nominal: Nominal, referents: Sequence[Referent], before: dict[int, int]) -> Referent | None:
    """Return whom of `referents` the nominal means, given where each was `before` named last, or `None`."""
    seen = [r for r in referents if id(r) in before]
    if _aged(nominal.head):
        return max((r for r in seen if r.type == "person"), key=lambda r: before[id(r)], default=None)
    if nominal.head in ROLES:
        scored = [(score, before[id(r)], r) for r in seen if (score := _office_score(nominal, r)) > 0]
        if scored or nominal.head not in ORGANIZATION_NOUNS:
            return max(scored, key=lambda item: item[:2])[2] if scored else None
    named = [r for r in seen if r.type == "organization" and nominal.head in r.tokens]
    if named:
        return max(named, key=lambda r: before[id(r)])
    if nominal.head not in _CORPORATE or any(word.title() in DEMONYMS for word in nominal.modifiers):
        return None
    heard = [r for r in seen if nominal.head in _MEDIA_HEADS and r.name in NEWS_MEDIA]
    bodies = heard or [r for r in seen if r.type == "organization" and not _public(r)]
    bodies += [r for r in seen if r.type == "other" and len(r.names) > 1 and r.name not in ADJECTIVAL]
    if not bodies:
        return None
    latest = max(before[id(r)] for r in bodies)
    return max(bodies, key=lambda r: (len(r.names) / (1 + (latest - before[id(r)]) / 500), before[id(r)]))


def _public(referent: Referent) -> bool:
    """Tell whether no "company" or "group" means this body: an office of state, or whom the text only cites."""
    return bool(set(referent.tokens) & _PUBLIC) or referent.name in NEWS_MEDIA or referent.name in PLATFORMS


_OFFICES = (
    ORGANIZATION_HEADS
    & frozenset("department ministry senate congress court house parliament office committee commission party".split())
) | {"pentagon", "kremlin", "fed", "constitution"}
_PUBLIC = COLLECTIVES | _OFFICES


def _office_score(nominal: Nominal, referent: Referent) -> float:
    """Weigh how well the titles of a person fit a nominal; 0 where head or modifiers speak against it."""
    best = 0.0
    for title in referent.titles.values():
        said = set(title_words(title))
        words = title.replace("’s", "").split()
        said |= {_DEMONYM_OF.get(" ".join(pair), "").lower() for pair in [*zip(words), *pairwise(words)]}
        heads = said & SPOKESPERSONS if nominal.head in SPOKESPERSONS else said & {nominal.head}
        if not heads or (role_of(title) != nominal.head and nominal.head not in SPOKESPERSONS):
            continue
        if {"vice", "deputy", "former"} & (said ^ set(nominal.modifiers)) and not {"former"} & said:
            continue
        fits = sum(word in said for word in nominal.modifiers)
        strange = sum(word.title() in DEMONYMS and word not in said for word in nominal.modifiers)
        if "state" in nominal.modifiers and "state" not in said:
            strange += 1
        best = max(best, 1.0 + fits - 0.25 * (len(nominal.modifiers) - fits) - 2 * strange)
    if not best and nominal.head in ROLES and referent.type == "person":
        return 0.0
    return best


def collective(words: Sequence[Word], name: Spotted) -> tuple[Word, str] | None:
    """Return the last word and the plain form of the body that `name` stands before, if it does.

    >>> from newstemma.annotate.words import read_words, spotted
    >>> words = read_words("Nigeria’s government and the Osk administration", 0, 47)
    >>> collective(words, spotted(words[:1], 0, 0))[1], collective(words, spotted(words[4:5], 0, 4))[1]
    ('Nigerian government', 'Osk administration')
    """
    last = name.last
    for head in range(last + 1, min(len(words), last + 3)):
        if words[head].lower in COLLECTIVES:
            between = " ".join(word.text for word in words[last + 1 : head])
            if between and between not in {"federal", "central", "military", "national"}:
                return None
            body = _DEMONYM_OF.get(name.text) or _DEMONYM_OF.get(" ".join(name_key(name.text)).title()) or name.text
            return words[head], f"{body} {words[head].lower}"
        if not words[head].text.isalpha():
            return None
    return None
