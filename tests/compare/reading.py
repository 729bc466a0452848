"""Articles of one story, read closely by rules alone, and their alignment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newstemma.align import align
from newstemma.annotate import annotate
from newstemma.model import Alignment, AnnotatedArticle, Article, Metadata
from newstemma.settings.align import AlignSettings
from newstemma.settings.annotate import AnnotateSettings

FILL = " The mayor thanked the harbour guard for its work. A ferry brought bread and blankets to the quay."


def read_closely(texts: Sequence[str], days: Sequence[date | None] = ()) -> tuple[list[AnnotatedArticle], Alignment]:
    """Read articles named 0, 1, 2 …, published on `days` where they are given, each with more to tell."""
    dated = [*days, *([None] * (len(texts) - len(days)))]
    articles = [
        annotate(
            Article(str(number), text + FILL, about=Metadata(published=day)), settings=AnnotateSettings(), encoder=None
        )
        for number, (text, day) in enumerate(zip(texts, dated, strict=True))
    ]
    return articles, align(articles, settings=AlignSettings())
