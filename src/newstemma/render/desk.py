"""What every part of the page needs: evidence in context, and the note of which words were cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from newstemma.model import Dossier, Span
from newstemma.render.index import Index, index
from newstemma.render.links import article_anchor, live_link, words_anchor
from newstemma.render.passages import in_context
from newstemma.render.phrases import enumerate_names
from newstemma.render.view import Evidence, Link
from newstemma.settings.render import RenderSettings

__all__ = ["Desk"]

_NAMES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Desk:
    """A dossier being laid out.

    `cited` collects the spans that the page refers to, by article: each begins at an anchor of the full text. `marked`
    are those that also show there.
    """

    at: Index
    settings: RenderSettings
    cited: dict[str, set[Span]] = field(default_factory=dict)
    marked: dict[str, set[Span]] = field(default_factory=dict)
    inferred: dict[str, list[Span]] = field(default_factory=dict)
    """Times that hang on the story's date, by article."""

    @classmethod
    def of(cls, dossier: Dossier, settings: RenderSettings) -> Desk:
        """Open a desk for one dossier."""
        inferred: dict[str, list[Span]] = {}
        for when in dossier.times:
            if when.inferred:
                inferred.setdefault(when.span.article, []).append(when.span)
        return cls(index(dossier), settings, inferred=inferred)

    def mark_cited(self) -> None:
        """Let the full texts show what was cited so far."""
        self.marked.update((article, set(spans)) for article, spans in self.cited.items())

    def link(self, span: Span, text: str = "") -> Link:
        """Link to `span` in the full text, by its name or by `text`."""
        self.cited.setdefault(span.article, set()).add(span)
        return Link(text or self.name(span.article), f"#{words_anchor(span)}")

    def name(self, article: str) -> str:
        """Return what readers know an article by."""
        return self.at.names[article]

    def names(self, articles: Iterable[str], most: int = _NAMES_SHOWN) -> str:
        """Name articles, each once, in one line."""
        return enumerate_names(self.at.name_all(articles), most)

    def article_links(self, articles: Iterable[str]) -> tuple[Link, ...]:
        """Link to the full texts of articles."""
        return tuple(Link(self.name(article), f"#{article_anchor(article)}") for article in articles)

    def evidence(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """Show witnesses in their context, those of one article together, in the order of their names."""
        by_article = groupby(sorted(set(spans)), key=lambda span: span.article)
        shown = [self._in_article(article, list(witnesses)) for article, witnesses in by_article]
        return tuple(sorted(shown, key=lambda each: (each.name, each.href)))

    def _in_article(self, identifier: str, spans: list[Span]) -> Evidence:
        article = self.at.articles[identifier]
        longest = max(spans, key=len)
        hrefs = [self.link(span).href for span in spans]
        return Evidence(
            self.name(identifier),
            article.about.language or "",
            in_context(article, spans, self.settings.context_characters),
            hrefs[0],
            live_link(article.about.url, longest.of(article.text)),
        )
