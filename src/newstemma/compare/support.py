"""Support: how many accounts without a common origin stand behind one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from newstemma.model import Account, AnnotatedArticle, Reuse, Span, Support, fingerprint

__all__ = ["support_counter"]


def support_counter(
    articles: Sequence[AnnotatedArticle], accounts: Sequence[Account], reuse: Sequence[Reuse]
) -> Callable[[Iterable[Span]], Support]:
    """Return what tells, for the witnesses of one finding of a story, how many accounts stand behind them.

    >>> from newstemma.model import Article, Span
    >>> articles = [AnnotatedArticle(Article(i, text)) for i, text in (("a", "Rain."), ("b", "Rain."), ("c", "Wet."))]
    >>> accounts = [Account("x", ("a", "b"), "", ()), Account("y", ("c",), "", ())]
    >>> count = support_counter(articles, accounts, ())
    >>> count([Span(i, 0, 3) for i in "abc"])
    Support(accounts=2, least=2, most=2)

    Best estimate: distinct accounts, of which two count once where their witnesses lie in one passage that they share.
    `least` takes articles with any shared passage as one; `most` takes each article for itself, identical texts
    together. Primary texts are no accounts; without witnesses in an account all three are 0. Articles are read once,
    and a finding costs its witnesses and the pairs with a shared passage among its own articles.
    """
    account = {id_: found.id for found in accounts for id_ in found.articles}
    text = {article.id: fingerprint("text", _text(article)) for article in articles}
    shared_by: defaultdict[str, dict[str, list[Reuse]]] = defaultdict(dict)
    for shared in reuse:
        shared_by[shared.articles[0]].setdefault(shared.articles[1], []).append(shared)

    def count(witnesses: Iterable[Span]) -> Support:
        standing: defaultdict[str, list[Span]] = defaultdict(list)
        for witness in sorted({witness for witness in witnesses if witness.article in account}):
            standing[witness.article].append(witness)
        ids = sorted(standing)
        best, least, most = _Classes(ids), _Classes(ids), _Classes(ids)
        for classes in (best, least, most):
            classes.join_equal((text.get(id_, id_), id_) for id_ in ids)
        for classes in (best, least):
            classes.join_equal((account[id_], id_) for id_ in ids)
        for first in ids:
            for second in sorted(shared_by[first].keys() & standing.keys()) if first in shared_by else ():
                least.join(first, second)
                if any(_in_one_passage(shared, standing) for shared in shared_by[first][second]):
                    best.join(first, second)
        return Support(best.count(), least.count(), most.count())

    return count


def _text(article: AnnotatedArticle) -> str:
    return " ".join(" ".join(span.of(article.article.text) for span in article.article.kept()).split())


def _in_one_passage(shared: Reuse, standing: Mapping[str, Sequence[Span]]) -> bool:
    """Tell whether all witnesses of both articles touch passages that the two share, some of both the same one."""
    own = [standing[id_] for id_ in shared.articles]
    for side in (0, 1):
        if not all(any(pair[side].overlaps(witness) for pair in shared.passages) for witness in own[side]):
            return False
    return any(all(any(pair[s].overlaps(w) for w in own[s]) for s in (0, 1)) for pair in shared.passages)


class _Classes:
    """Disjoint sets of articles (union-find)."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {id_: id_ for id_ in ids}

    def _root(self, id_: str) -> str:
        while self.parent[id_] != id_:
            self.parent[id_] = self.parent[self.parent[id_]]
            id_ = self.parent[id_]
        return id_

    def join(self, first: str, second: str) -> None:
        low, high = sorted((self._root(first), self._root(second)))
        self.parent[high] = low

    def join_equal(self, marked: Iterable[tuple[Hashable, str]]) -> None:
        """Join the articles that have one mark."""
        seen: dict[Hashable, str] = {}
        for mark, id_ in marked:
            self.join(seen.setdefault(mark, id_), id_)

    def count(self) -> int:
        return sum(id_ == parent for id_, parent in self.parent.items())
