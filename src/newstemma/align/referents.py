"""What each article of a story says of each of its referents, before they are linked across the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newstemma.model import AnnotatedArticle, EntityType, Mention, Span
from newstemma.text.names import GENERATIONS, name_words

__all__ = ["Local", "foremost", "local_referents", "name_tokens"]

_HONORIFICS = frozenset(
    """mr mrs ms miss dr prof sir dame lord lady rev fr sen rep gov gen col lt sgt president alhaji mallam malam sheikh
    sheik imam rabbi señor señora""".split()
)
_SAME = {
    "us": "united states", "usa": "united states", "america": "united states", "uk": "united kingdom",
    "britain": "united kingdom", "great britain": "united kingdom", "un": "united nations", "eu": "european union",
    "uae": "united arab emirates", "united states of america": "united states",
}  # fmt: skip
_SPOKEN = {f"spokes{who}": "spokesperson" for who in ("man", "woman", "people", "men", "women")}


@lru_cache(maxsize=65_536)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name that count when names of several articles are compared.

    >>> name_tokens("Mr. José P. Núñez Jr."), name_tokens("the U.S. Storm Office’s"), name_tokens("an Osk spokesman")
    (('jose', 'p', 'nunez'), ('united', 'states', 'storm', 'office'), ('osk', 'spokesperson'))

    Accents, case, points, honorifics, articles, possessive endings and company suffixes do not count.
    """
    words = " ".join(_SPOKEN.get(word, word) for word in name_words(name) if word not in {"a", "an"})
    words = " ".join(_SAME.get(word, word) for word in words.split())
    kept = _SAME.get(words, words).split()
    while len(kept) > 1 and kept[0] in _HONORIFICS:
        kept.pop(0)
    return tuple(kept)


class Local(NamedTuple):
    """What one article says of one referent.

    `tokens` are the words of `name` that count and `type` the likeliest type. `forms` counts the names in print,
    `titles` are the offices that stand at them. `described` says that it is no name but a description of a speaker
    ("an Osk spokesman"), and `definite` that the article has it as *the* one. `attributions` are those that it speaks.
    """

    name: str
    tokens: tuple[str, ...]
    type: EntityType
    types: Counter[EntityType]
    forms: Counter[str]
    titles: frozenset[str]
    spans: frozenset[Span]
    attributions: tuple[str, ...]
    described: bool
    definite: bool

    @property
    def generation(self) -> str:
        """The suffix that tells father from son, or nothing."""
        last = self.name.casefold().rstrip(".").rpartition(" ")[2]
        return last if last in GENERATIONS else ""


def foremost(types: Counter[EntityType]) -> EntityType:
    """Return the type seen most, "other" only where no type was seen.

    >>> foremost(Counter(["other", "other", "place"])), foremost(Counter())
    ('place', 'other')
    """
    if len(types) == 1:
        return next(iter(types))
    return min(types, key=lambda kind: (kind == "other", -types[kind], kind), default="other")


def local_referents(article: AnnotatedArticle) -> Iterator[Local]:
    """Yield the referents of one article, described speakers included, by name."""
    mentions: dict[str, list[Mention]] = {}
    for mention in article.mentions:
        if mention.name:
            mentions.setdefault(mention.name, []).append(mention)
    spoken: dict[str, list[str]] = {}
    sources: dict[str, set[Span]] = {}
    definite: set[str] = set()
    for attribution in article.attributions:
        if not attribution.speaker:
            continue
        spoken.setdefault(attribution.speaker, []).append(attribution.id)
        sources.setdefault(attribution.speaker, set()).update(attribution.source)
        if attribution.speaker_text[:4].lower() == "the ":
            definite.add(attribution.speaker)
    for name in sorted(mentions.keys() | spoken.keys()):
        here = mentions.get(name, [])
        types: Counter[EntityType] = Counter([mention.type for mention in here])
        yield Local(
            name,
            name_tokens(name),
            foremost(types),
            types,
            Counter([" ".join(article.text(mention.span).split()) for mention in here if mention.form == "name"]),
            frozenset([mention.title for mention in here if mention.title]),
            frozenset([mention.span for mention in here] if here else sources[name]),
            tuple(spoken.get(name, ())),
            described=not here,
            definite=name in definite,
        )
