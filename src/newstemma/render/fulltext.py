"""An article's whole text, with the words that findings rest on marked, and residue set back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newstemma.model import Article, Span
from newstemma.render.desk import Desk
from newstemma.render.links import article_anchor, live_link, words_anchor
from newstemma.render.passages import merged
from newstemma.render.phrases import day
from newstemma.render.versions import earlier_versions, other_addresses
from newstemma.render.view import ArticleView, Piece

__all__ = ["lay_out"]

_LINE = re.compile(r"[^\n\r]+")


def lay_out(desk: Desk, article: Article) -> ArticleView:
    """Lay out one article; each span that was cited before begins at an anchor."""
    about = article.about
    account = desk.at.account_of.get(article.id)
    versions = earlier_versions(desk, article)
    cited = desk.cited.get(article.id, set())
    return ArticleView(
        anchor=article_anchor(article.id),
        name=desk.name(article.id),
        title=about.title or "",
        published=day(about.published) if about.published else "",
        inferred=day(desk.at.dossier.when) if article.id in desk.inferred else "",
        kind="" if about.kind == "article" else about.kind,
        language=about.language or "",
        files=", ".join(article.files),
        account=account.id if account else "",
        live=live_link(about.url, ""),
        elsewhere=other_addresses(article),
        versions=versions,
        paragraphs=tuple(_paragraphs(article, cited, desk.marked.get(article.id, set()))),
    )


def _paragraphs(article: Article, cited: set[Span], marked: set[Span]) -> Iterator[tuple[Piece, ...]]:
    """Yield the lines of the text, cut wherever a cited span begins or ends and where residue does."""
    starts = {span.start for span in cited}
    marks = _Cursor([(span.start, span.end, "cited") for span in merged(marked)])
    residue = _Cursor([(each.span.start, each.span.end, each.reason) for each in article.removed])
    ends = {span.end for span in merged(cited)}
    cuts = sorted(starts | ends | marks.bounds() | residue.bounds())
    at = 0
    pending: list[str] = []  # anchors of spans that begin between lines: they go to the next line
    for line in _LINE.finditer(article.text):
        bounds = [line.start(), line.end()]
        while at < len(cuts) and cuts[at] < line.end():
            if cuts[at] in starts and cuts[at] <= line.start():
                pending.append(_anchor(article, cuts[at]))
            elif cuts[at] > line.start():
                bounds.insert(-1, cuts[at])
            at += 1
        pieces = []
        for start, end in pairwise(bounds):
            anchors = tuple(pending) if start == line.start() else (_anchor(article, start),) * (start in starts)
            text = article.text[start:end]
            pieces.append(Piece(text, anchors, bool(marks.reason(start)), residue.reason(start)))
        if any(piece.text.strip() for piece in pieces):
            pending = []
            yield tuple(pieces)
        else:
            pending += [anchor for piece in pieces[1:] for anchor in piece.anchors]
    pending += [_anchor(article, cut) for cut in cuts[at:] if cut in starts]
    if pending:
        yield (Piece("", tuple(pending)),)


def _anchor(article: Article, start: int) -> str:
    return words_anchor(article.span(start, start))


class _Cursor:
    """Stretches in order, none over another, asked for by positions that only grow."""

    def __init__(self, stretches: list[tuple[int, int, str]]) -> None:
        self._stretches = stretches
        self._at = 0

    def bounds(self) -> set[int]:
        return {bound for start, end, _ in self._stretches for bound in (start, end)}

    def reason(self, position: int) -> str:
        while self._at < len(self._stretches) and self._stretches[self._at][1] <= position:
            self._at += 1
        inside = self._at < len(self._stretches) and self._stretches[self._at][0] <= position
        return self._stretches[self._at][2] if inside else ""
