"""Shared passages, and which articles are one account.

Measured on the stories annotated by hand: the gold's passages, and the pairs of articles that one account joins.
Quotations are found by a crude pattern here, so that nothing but reuse and accounts is measured. The gold has few
accounts of several articles; read the decisions.

`python -m evals.accounts` prints the figures; with `--notes` also each account of the gold or of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from evals.counts import Counts
from evals.gold import GoldStory, gold_stories, report
from newstemma.compare.accounts import find_accounts
from newstemma.compare.reuse import find_reuse
from newstemma.model import Account, AnnotatedArticle, Article, QuotedSpan, Reuse
from newstemma.text.sentences import paragraphs
from newstemma.text.tokens import tokenize

__all__ = ["main", "measure"]

_QUOTED = re.compile(r"(?<=“)[^“”\n]+(?=”)|(?<=\")[^\"\n]+(?=\")")
_FOUND = 0.7  # share of a gold passage's words that must lie in a reported one


def measure(data: Path) -> dict[str, float]:
    """Return recall of shared passages, and precision and recall of pairs of articles that one account joins."""
    passages, pairs = Counts(), Counts()
    for story in gold_stories(data):
        articles, reuse, accounts = _compared(story)
        wanted = list(_passages(story))
        right = sum(_is_found(passage, articles, reuse) for passage in wanted)
        passages += Counts(right, right, len(wanted))
        mine, theirs = _pairs(account.articles for account in accounts), _pairs(story.accounts())
        pairs += Counts(len(mine & theirs), len(mine), len(theirs))
    return {
        "shared passages recall": passages.recall,
        "pairs of one account precision": pairs.precision,
        "pairs of one account recall": pairs.recall,
    }


def _compared(story: GoldStory) -> tuple[list[AnnotatedArticle], Sequence[Reuse], Sequence[Account]]:
    articles = [_annotated(article) for article in story.articles().values()]
    reuse = find_reuse(articles)
    return articles, reuse, find_accounts(articles, reuse)


def _annotated(article: Article) -> AnnotatedArticle:
    """Return the article with paragraphs and crude quotation marks."""
    quoted = tuple(QuotedSpan(article.span(m.start(), m.end())) for m in _QUOTED.finditer(article.text))
    return AnnotatedArticle(article, tuple(article.span(*b) for b in paragraphs(article.text)), quoted=quoted)


def _passages(story: GoldStory) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the gold's passages with the articles that share them; some entries only describe what is shared."""
    for entry in story.record["reuse"]:
        if not entry["passage"].startswith("description:"):
            yield frozenset(entry["articles"]), entry["passage"]


def _is_found(
    passage: tuple[frozenset[str], str], articles: Sequence[AnnotatedArticle], reuse: Sequence[Reuse]
) -> bool:
    pair, text = passage
    wanted = {token.key for token in tokenize(text) if token.is_word}
    told = {article.id: article for article in articles}
    for shared in reuse:
        for span in (side for spans in shared.passages for side in spans):
            words = {token.key for token in tokenize(told[span.article].text(span))}
            if frozenset(shared.articles) == pair and len(wanted & words) >= _FOUND * len(wanted):
                return True
    return False


def _pairs(parts: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {pair for part in parts for pair in combinations(sorted(part), 2)}


def _notes(data: Path) -> Iterator[str]:
    for story in gold_stories(data):
        accounts = {account.articles: account.origin or "no origin found" for account in _compared(story)[2]}
        gold = {tuple(sorted(entry["articles"])): entry["origin"] for entry in story.record["accounts"]}
        for members in sorted(accounts.keys() | gold.keys()):
            mine, theirs = accounts.get(members, "no account"), gold.get(members, "no account")
            yield f"{story.name}: {'+'.join(members)}: {mine} | gold: {theirs}"


def main() -> None:
    """Print the figures, under `--notes` each account beside the gold's."""
    report(measure, _notes)


if __name__ == "__main__":
    main()
