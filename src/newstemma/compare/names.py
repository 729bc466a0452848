"""Differences of name: one name in two spellings, and things that one article names and another only describes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from newstemma.model import Alignment, AnnotatedArticle, Difference, Mention, Nature, Position, Span, fingerprint
from newstemma.settings.wording import NameSettings
from newstemma.text.tokens import key, tokenize

__all__ = ["name_differences"]

# "a mega-dormitory (HALDO)": a compound, which says enough to be recognised, then the name in brackets.
_NAMED = re.compile(r"(?P<thing>\b[^\W\d_]{2,30}(?:-[^\W\d_]{2,30}){1,3})\s\((?P<name>[A-Z][\w-]{2,30})\)")


def name_differences(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, *, settings: NameSettings
) -> tuple[Difference, ...]:
    """Return names that are not the same for one bearer.

    >>> name_differences([], Alignment(), settings=NameSettings())
    ()

    Two spellings of one name, never both in one article, are "precision", since both may transliterate one name; so is
    a thing that one article names and another only describes with the same words. A longer and a shorter form of one
    name are no difference.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    found = [*_spellings(ordered, alignment, settings), *_described(ordered)]
    return tuple(sorted(found, key=lambda difference: difference.positions[0].witnesses))


def _difference(
    about: str, nature: Nature, positions: Sequence[tuple[str, Sequence[Span]]], texts: Mapping[str, str]
) -> Difference:
    made = []
    for value, spans in positions:
        witnesses = tuple(sorted(set(spans)))
        made.append(Position(value, witnesses[0].of(texts[witnesses[0].article]), witnesses))
    made.sort(key=lambda position: (-len({span.article for span in position.witnesses}), position.witnesses))
    evidence = sorted(span for position in made for span in position.witnesses)
    return Difference(fingerprint("difference", "name", *evidence), "name", nature, about, tuple(made))


def _spellings(
    articles: Sequence[AnnotatedArticle], alignment: Alignment, settings: NameSettings
) -> Iterator[Difference]:
    """Yield pairs of full names of persons that share one part and spell another in two ways."""
    texts = {article.id: article.article.text for article in articles}
    entity_of = {mention: entity for entity in alignment.entities for mention in entity.mentions}
    bearers: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for article in articles:
        for mention in article.mentions:
            entity = entity_of.get(mention.span)
            if mention.form == "name" and entity is not None and entity.type == "person":
                parts = tuple(token.key for token in tokenize(texts[article.id], mention.span.start, mention.span.end))
                bearers[parts].append(mention)
    by_part: dict[tuple[int, int, str], list[tuple[str, ...]]] = defaultdict(list)
    for parts in bearers:
        for place, part in enumerate(parts):
            if len(parts) > 1:
                by_part[len(parts), place, part].append(parts)
    seen = set()
    for _, names in sorted(by_part.items()):
        for one, other in pairwise(sorted(names)):
            pair = one, other
            if pair in seen or not _one_name(one, other, settings):
                continue
            seen.add(pair)
            users = [{mention.span.article for mention in bearers[name]} for name in pair]
            if not users[0] & users[1]:
                spans = [[mention.span for mention in bearers[name]] for name in pair]
                printed = [spans[n][0].of(texts[spans[n][0].article]) for n in (0, 1)]
                yield _difference(printed[0], "precision", list(zip(printed, spans, strict=True)), texts)


def _one_name(one: tuple[str, ...], other: tuple[str, ...], settings: NameSettings) -> bool:
    """Tell whether two names of equal length differ in one part, and in that by a few letters only."""
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(unlike) != 1:
        return False
    a, b = unlike[0]
    least = min(len(a), len(b))
    most = min(settings.most_edits, least // settings.least_letters)
    return a[:1] == b[:1] and least >= settings.least_letters and OSA.distance(a, b, score_cutoff=most) <= most


def _described(articles: Sequence[AnnotatedArticle]) -> Iterator[Difference]:
    """Yield things that one article names in brackets and another describes with the same words and never names."""
    texts = {article.id: article.article.text for article in articles}
    named: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for article in articles:
        for sentence in article.sentences:
            for found in _NAMED.finditer(texts[article.id], sentence.start, sentence.end):
                thing = key(found["thing"]).replace("-", "")
                if found["thing"].islower():
                    named[thing, found["name"]].append(Span(article.id, found.start("name"), found.end("name")))
    things = {thing for thing, _ in named}
    uses = [(word, span) for article in articles if things for word, span in _compounds(article) if word in things]
    for (thing, name), spans in sorted(named.items()):
        nameless = {article.id for article in articles if not re.search(rf"\b{re.escape(name)}\b", texts[article.id])}
        described = [span for word, span in uses if word == thing and span.article in nameless]
        if described:
            yield _difference(f"{thing} ({name})", "precision", [(name, spans), (thing, described)], texts)


def _compounds(article: AnnotatedArticle) -> Iterator[tuple[str, Span]]:
    """Yield the lower-case words of an article and its pairs of neighbours, hyphens and blanks left out."""
    for sentence in article.sentences:
        tokens = tokenize(article.article.text, sentence.start, sentence.end)
        for token in tokens:
            if token.text.islower():
                yield token.key.replace("-", ""), Span(article.id, token.start, token.end)
        for one, other in pairwise(tokens):
            if one.text.islower() and other.text.islower():
                yield one.key + other.key, Span(article.id, one.start, other.end)
