"""Stories out of a store: read closely only when somebody asks, and each distinct text once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from newstemma.model import AnnotatedArticle, Article, Dossier
from newstemma.pipeline import Line, bare
from newstemma.store import Store

__all__ = ["told"]


def told(store: Store, line: Line, names: Sequence[str]) -> tuple[Dossier, ...]:
    """Return the dossiers of the stories `names`, each once, in the order in which `read` has them."""
    found: dict[tuple[str, ...], Dossier] = {}  # by the articles
    stories = [line.unite(store.story(name)) for name in names]
    total, done = sum(map(len, stories)), 0
    for articles in stories:
        story = tuple(article.id for article in articles)
        if story not in found:
            found[story] = _dossier(store, line, articles, done=done, total=total)
        done += len(articles)
    return tuple(found[story] for story in sorted(found, key=lambda story: (-len(story), story)))


def _dossier(store: Store, line: Line, articles: Sequence[Article], *, done: int, total: int) -> Dossier:
    key = _hash(line.made_with, articles)
    kept = store.dossier(key)
    if kept is None:
        read: list[AnnotatedArticle] = []
        for place, article in enumerate(articles, start=1):
            read.append(_annotated(store, line, article))
            line.progress("annotate", done + place, total)
        kept = line.dossier(read)
        store.keep_dossier(key, articles[0].sha256, kept)
    line.progress("annotate", done + len(articles), total)
    return kept


def _annotated(store: Store, line: Line, article: Article) -> AnnotatedArticle:
    """Read an article closely, unless its text has been read before.

    Only what the reading hangs on goes into it: text, residue, kind. So what is kept serves every outlet's copy.
    """
    removed = [(mark.span.start, mark.span.end) for mark in article.removed]
    weights = {name: line.made_with[name] for name in ("version", "weights")}
    key = _hash(weights, line.settings.annotate, article.about.kind, removed, article.text)
    kept = store.annotated(key, article)
    if kept is None:
        kept = replace(line.annotate(bare(article)), article=article)
        store.keep_annotated(key, kept)
    return kept


def _hash(*parts: object) -> str:
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
