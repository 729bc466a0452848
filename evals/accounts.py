"""How well shared passages and accounts are found on the stories annotated by hand.

    python -m evals.accounts

Reads `stories_gold/`, `seeds/` and `stories/` in the folder that NEWSTEMMA_DATA names (default: ../shared/data).
Quotations are found by a crude pattern here, so that nothing but reuse and accounts is measured.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from newstemma.compare.accounts import find_accounts
from newstemma.compare.reuse import find_reuse
from newstemma.model import AnnotatedArticle, Article, Metadata, QuotedSpan, Reuse
from newstemma.text.sentences import paragraphs
from newstemma.text.tokens import tokenize

__all__ = ["decisions", "main", "measure"]

DATA = Path(os.environ.get("NEWSTEMMA_DATA", "../shared/data"))
_QUOTED = re.compile(r"(?<=“)[^“”\n]+(?=”)|(?<=\")[^\"\n]+(?=\")")
_FOUND = 0.7  # share of a gold passage's words that must lie in a reported one


def measure(data: Path) -> dict[str, float]:
    """Return the recall of gold passages, the share of article pairs rightly joined or held apart, and how many pairs
    are joined that the gold holds apart, over the stories in `data`."""
    passages = found = pairs = right = joined = 0
    for path in sorted((data / "stories_gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        articles = story(data, path.stem)
        reuse = find_reuse(articles)
        for passage in _passages(gold):
            passages += 1
            found += _is_found(passage, articles, reuse)
        mine = _pairs([account.articles for account in find_accounts(articles, reuse)])
        theirs = _pairs([account["articles"] for account in gold["accounts"]])
        every = set(combinations(sorted(article.id for article in articles), 2))
        pairs += len(every)
        right += len(every) - len(mine ^ theirs)
        joined += len(mine - theirs)
    return {"passage_recall": found / passages, "pairs_right": right / pairs, "pairs_wrongly_joined": float(joined)}


def decisions(data: Path) -> list[str]:
    """Return one line for each account of the gold or of the program, beside each other."""
    lines: list[str] = []
    for path in sorted((data / "stories_gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        articles = story(data, path.stem)
        accounts = {a.articles: a.origin or "no origin found" for a in find_accounts(articles, find_reuse(articles))}
        wanted = {tuple(sorted(account["articles"])): account["origin"] for account in gold["accounts"]}
        for members in sorted(accounts.keys() | wanted.keys()):
            mine, theirs = accounts.get(members, "NOT AN ACCOUNT"), wanted.get(members, "NOT AN ACCOUNT")
            lines.append(f"{path.stem}  {'+'.join(members)}: {mine}  | gold: {theirs}")
    return lines


def story(data: Path, name: str) -> list[AnnotatedArticle]:
    """Return the articles of one annotated story with paragraphs and crude quotation marks."""
    if name == "seeds":
        return [_annotated(path.stem[:3], path) for path in sorted(data.glob("seeds/*.txt"))]
    return [_annotated(path.stem, path) for path in sorted(data.glob(f"stories/{name}/*.txt"))]


def _annotated(id_: str, path: Path) -> AnnotatedArticle:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
    text = "\n".join(line for line in lines if not line.startswith("# ")).strip()
    published = datetime.fromisoformat(head["published"]) if "published" in head else None
    article = Article(id_, text, about=Metadata(outlet=head.get("outlet"), published=published))
    quoted = tuple(QuotedSpan(article.span(m.start(), m.end())) for m in _QUOTED.finditer(text))
    return AnnotatedArticle(article, tuple(article.span(*bounds) for bounds in paragraphs(text)), quoted=quoted)


def _passages(gold: Mapping[str, Any]) -> list[tuple[frozenset[str], str]]:
    return [
        (frozenset(entry["articles"]), entry["passage"])
        for entry in gold["reuse"]
        if not entry["passage"].startswith("description:")
    ]


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


def _pairs(parts: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    return {pair for part in parts for pair in combinations(sorted(part), 2)}


def main() -> None:
    """Print the figures and each decision beside the gold's, or say what is missing."""
    if not (DATA / "stories_gold").exists():
        print(f"accounts: no gold set in {DATA.resolve()}; set NEWSTEMMA_DATA to the folder that holds it")
        return
    for name, value in measure(DATA).items():
        print(f"accounts  {name:<22} {value:.3f}")
    for line in decisions(DATA):
        print(f"accounts  {line}")


if __name__ == "__main__":
    main()
