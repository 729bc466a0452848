"""Skim: what grouping needs of an article, in one to two milliseconds."""

from __future__ import annotations

from newstemma.model import Article, Skim
from newstemma.settings.skim import SkimSettings
from newstemma.skim.days import days
from newstemma.skim.names import names
from newstemma.skim.words import placed_words, words
from newstemma.text.sketch import run_hashes, sketch, whole_hash, word_hashes

__all__ = ["skim"]

_DEFAULT = SkimSettings()


def skim(article: Article, *, settings: SkimSettings = _DEFAULT) -> Skim:
    """Return what grouping needs of `article`; its residue is skipped.

    >>> from newstemma.model import Metadata
    >>> text = "The mayor of Elmstead closed 12 bridges. Rain fell."
    >>> seen = skim(Article("a", text, about=Metadata(title="Elmstead bridges closed")))
    >>> seen.words
    (('bridg', 2703), ('clos', 2777), ('elmstead', 2821), ('fell', 643), ('mayor', 931), ('rain', 672))
    >>> sorted(seen.names)
    ['elmstead']

    An empty text has empty fields. Costs are linear in the length of the text.
    """
    stretches = [span.of(article.text) for span in article.kept()]
    title = article.about.title or ""
    printed = [words(stretch) for stretch in stretches]
    flat = [word for stretch in printed for word in stretch]
    runs = [run_hashes(word_hashes(stretch), settings.shingle_words) for stretch in stretches]
    sampled = sketch(runs, one_in=settings.shingles_one_in, least=settings.shingles_least)
    return Skim(
        article=article.id,
        shingles=frozenset(sampled.tolist()),
        words=placed_words(words(title), flat, settings),
        names=names(stretches, settings),
        days=days(title, *stretches, published=article.about.published),
        whole=whole_hash(runs) if len(sampled) else 0,
    )
