"""What the articles of one story say together: entities, anchored times, utterances, claims."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.align.anchoring import anchor_times
from newstemma.align.claims import find_claims
from newstemma.align.entities import link_entities
from newstemma.align.utterances import collate
from newstemma.model import Alignment, AnnotatedArticle
from newstemma.settings.align import AlignSettings

__all__ = ["align"]


def align(articles: Sequence[AnnotatedArticle], *, settings: AlignSettings) -> Alignment:
    """Align the articles of one story.

    >>> align([], settings=AlignSettings())
    Alignment(entities=(), speakers={}, times=(), utterances=(), claims=())

    The order of `articles` does not matter.
    """
    articles = sorted(articles, key=lambda article: article.id)
    entities, speakers = link_entities(articles)
    times = anchor_times(articles, settings=settings.anchoring)
    utterances = collate(articles, entities, speakers, times, settings=settings.utterances)
    claims = find_claims(articles, entities, speakers, times, utterances, settings=settings.claims)
    return Alignment(entities, speakers, times, utterances, claims)
