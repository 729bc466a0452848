"""Who people are: the offices and descriptions that articles print beside a person's name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from newstemma.model import AnnotatedArticle, Entity, Span

__all__ = ["offices"]

_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_ENDS = frozenset("of for at in to on from with who and".split())
_SHORT = {"ceo": "chief executive", "c.e.o": "chief executive", "c.e.o.": "chief executive", "cfo": "chief financial"}
_SHORT |= {"sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "pres.": "president"}
_IDLE = frozenset("officer former acting then-".split())


def offices(articles: Sequence[AnnotatedArticle], entities: Iterable[Entity]) -> list[tuple[Span, ...]]:
    """Return, for each office of a person that at least two articles give, the words that give it.

    >>> offices([], [])
    []

    An office beside a name states a fact, though in no sentence of its own: "the harbour master, Ida Moss". Two offices
    are one where their main words agree; whose office it is, and whether it is still held, may be told differently.
    """
    person = {mention: entity.id for entity in entities if entity.type == "person" for mention in entity.mentions}
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for article in articles:
        for mention in article.mentions:
            if not mention.title or mention.span not in person:
                continue
            span = article.titled(mention)
            if span is not None:
                for head in _heads(mention.title):
                    found[person[mention.span], head].append(span)
    several = {tuple(sorted(set(spans))) for spans in found.values() if len({span.article for span in spans}) > 1}
    return sorted(several)


def _heads(title: str) -> list[str]:
    """Return the main words of a title: the last ones before "of", "for", "at".

    >>> _heads("chairman and chief executive"), _heads("Norland's minister of health"), _heads("CEO")
    (['chairman', 'chief executive'], ['minister'], ['chief executive'])
    """
    heads: list[str] = []
    for part in re.split(r"\band\b|,", title.lower()):
        words: list[str] = []
        for word in _WORD.findall(part):
            if word in _ENDS:
                break
            words += _SHORT.get(word, word).split()
        words = [word for word in words if word not in _IDLE]
        if words:
            heads.append(" ".join(words[-2:]) if words[-1] == "executive" else words[-1])
    return heads
