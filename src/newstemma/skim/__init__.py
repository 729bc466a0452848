"""Skim: what grouping needs of an article, in one to two milliseconds."""

from __future__ import annotations

from newstemma.model import Article, Skim
from newstemma.settings.skim import SkimSettings
from newstemma.skim.days import days
from newstemma.skim.names import names
from newstemma.skim.words import content_words, lead, numbers, words
from newstemma.text.sketch import run_hashes, sketch, whole_hash, word_hashes

__all__ = ["skim"]

_DEFAULT = SkimSettings()


def skim(article: Article, *, settings: SkimSettings = _DEFAULT) -> Skim:
    """Return what grouping needs of `article`; its residue is skipped.

    >>> from newstemma.model import Metadata
    >>> text = "The mayor of Elmstead closed 12 bridges. Rain fell."
    >>> seen = skim(Article("a", text, about=Metadata(title="Elmstead bridges closed")))
    >>> seen.lead
    (('bridges', 2), ('closed', 2), ('elmstead', 2), ('fell', 1), ('mayor', 1), ('rain', 1))
    >>> sorted(seen.names), sorted(seen.numbers)
    (['elmstead'], ['12'])

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
        words=content_words(flat),
        lead=content_words(words(title + "\n" + lead(stretches, settings))),
        names=names(stretches, settings),
        numbers=numbers(set(flat)),
        days=days(title, *stretches, published=article.about.published),
        whole=whole_hash(runs) if len(sampled) else 0,
    )
