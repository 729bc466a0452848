"""Primary texts: a transcript, a release or a post is itself what was said, sentence for sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newstemma.model import Article, Attribution, Span

__all__ = ["is_primary", "uttered"]

_LABEL = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Sen|Rep)\.?\s)?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}(?:\s\([^()]{1,30}\))?:\s+"
)


def is_primary(article: Article) -> bool:
    """Tell whether a text is what was said or written, not a report of it.

    >>> from newstemma.model import Metadata
    >>> is_primary(Article("a", "Friends!", about=Metadata(kind="transcript")))
    True
    """
    return article.about.kind != "article"


def uttered(article: Article, sentences: Iterable[Span]) -> tuple[Attribution, ...]:
    """Return each sentence of a primary text as words that were said, without the label of who speaks.

    >>> [one] = uttered(Article("a", "MOSS: We will share."), [Span("a", 0, 20)])
    >>> one.content[0].of("MOSS: We will share.")
    'We will share.'
    """
    found = []
    for sentence in sentences:
        label = _LABEL.match(article.text, sentence.start, sentence.end)
        said = Span(sentence.article, label.end() if label else sentence.start, sentence.end)
        if len(said):
            found.append(Attribution(article.id, "direct", (said,)))
    return tuple(found)
