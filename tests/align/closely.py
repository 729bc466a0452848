"""Articles read closely, made of a line of text and a list of names, and the entities that they speak of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from newstemma.model import AnnotatedArticle, Article, Entity, EntityType, Mention, Metadata, QuotedSpan, Span
from newstemma.text.sentences import paragraphs, sentences

NAMES: Mapping[str, EntityType] = {
    "Ida Osk": "person",
    "Osk": "person",
    "Bram Veldt": "person",
    "Veldt": "person",
    "Harbour Line": "organization",
    "Aldport": "place",
    "Norland": "place",
    "Sundvik": "place",
}


def closely(
    identifier: str,
    text: str,
    *,
    names: Mapping[str, EntityType] = NAMES,
    published: date | None = None,
    title: str | None = None,
) -> AnnotatedArticle:
    """Read `text`: sentences, names (the longest first) and pairs of curly marks."""
    article = Article(identifier, text, about=Metadata(title=title, published=published))
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    mentions = tuple(
        Mention(Span(identifier, m.start(), m.end()), "name", names[m.group()], m.group())
        for m in re.finditer(rf"\b(?:{pattern})\b", text)
    )
    blocks = [Span(identifier, start, end) for start, end in paragraphs(text)]
    return AnnotatedArticle(
        article,
        paragraphs=tuple(blocks),
        sentences=tuple(
            Span(identifier, start, end) for block in blocks for start, end in sentences(text, block.start, block.end)
        ),
        quoted=tuple(QuotedSpan(Span(identifier, m.start() + 1, m.end() - 1)) for m in re.finditer("“[^”]*”", text)),
        mentions=mentions,
    )


def entities(articles: Iterable[AnnotatedArticle]) -> tuple[Entity, ...]:
    """Link names by their last word."""
    bearers: dict[str, list[tuple[str, EntityType, Span]]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.id):
        for mention in article.mentions:
            bearers[mention.name.split()[-1]].append((mention.name, mention.type, mention.span))
    return tuple(
        Entity(
            f"entity-{last}",
            max((name for name, _, _ in uses), key=len),
            uses[0][1],
            tuple(sorted({name for name, _, _ in uses})),
            (),
            tuple(span for _, _, span in uses),
        )
        for last, uses in sorted(bearers.items())
    )
