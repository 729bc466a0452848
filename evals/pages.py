"""The main text of web pages.

Measured on pages whose article body was marked by hand, as the public article extraction benchmark does: runs of four
words, counted with their repetitions; precision and recall averaged over pages, F1 of the two averages. Pages in other
languages count, too: `clean` rejects them only after their text has been found. What marking residue adds to the main
text that trafilatura finds is given with its spread over sites: the paired bootstrap, sites drawn with replacement.

`python -m evals.pages` prints the figures.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from statistics import fmean, quantiles
from urllib.parse import urlsplit

from evals.gold import records, report
from newstemma.clean.lines import Mark
from newstemma.clean.page import extract
from newstemma.clean.residue import find_residue
from newstemma.errors import ArticleError
from newstemma.model import Article, Metadata, Removed, Span
from newstemma.settings.clean import CleanSettings

__all__ = ["averaged", "main", "measure", "runs", "shares_of", "without"]

_RUN = 4  # words
_RESAMPLES = 2_000
_SEED = 1
_WORD = re.compile(r"\w+")


def measure(data: Path) -> dict[str, float]:
    """Return precision, recall and F1 of the extracted text, and F1 of what is left of it without marked residue."""
    whole: list[tuple[float, float]] = []
    kept: list[tuple[float, float]] = []
    sites: defaultdict[str, list[int]] = defaultdict(list)
    for record in records(data / "pages.jsonl.gz"):
        gold = runs(record["body"])
        try:
            text, told, framed = extract(record["html"], record["url"], least_words=1)
        except ArticleError:
            text, told, framed = "", Metadata(), {}
        marks = find_residue(text, told, CleanSettings(), media="html", framed=framed).marks
        sites[urlsplit(record["url"]).netloc].append(len(whole))
        whole.append(shares_of(gold, runs(text)))
        kept.append(shares_of(gold, runs(without(text, marks))))
    precision, recall, f1 = averaged(whole)
    _, _, f1_kept = averaged(kept)
    return {
        "main text precision": precision,
        "main text recall": recall,
        "main text F1": f1,
        "main text F1, residue taken out": f1_kept,
        **_gain(whole, kept, [sites[site] for site in sorted(sites)]),
    }


def _gain(
    whole: Sequence[tuple[float, float]], kept: Sequence[tuple[float, float]], sites: Sequence[Sequence[int]]
) -> dict[str, float]:
    """Return what taking residue out adds to F1, at the 2.5th and the 97.5th centile over resampled sites."""
    chance = Random(_SEED)
    gains = []
    for _ in range(_RESAMPLES):
        drawn = [page for site in chance.choices(sites, k=len(sites)) for page in site]
        f1, f1_kept = (averaged([shares[page] for page in drawn])[2] for shares in (whole, kept))
        gains.append(f1_kept - f1)
    cuts = quantiles(gains, n=40, method="inclusive")
    return {"gain in F1 by residue, 2.5th centile": cuts[0], "gain in F1 by residue, 97.5th centile": cuts[-1]}


def without(text: str, marks: Iterable[Mark]) -> str:
    """Return what is left of a text without its residue."""
    article = Article("page", text, removed=tuple(Removed(Span("page", m.start, m.end), m.reason) for m in marks))
    return "\n".join(span.of(text) for span in article.kept())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words in `text` with how often each stands there; of less than four words, all of it."""
    words = _WORD.findall(text)
    count = max(min(1, len(words)), len(words) - _RUN + 1)
    return Counter(tuple(words[place : place + _RUN]) for place in range(count))


def shares_of(gold: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> tuple[float, float]:
    """Return precision and recall on one page; nothing found has no precision of its own, and counts as 0."""
    common = (gold & found).total()
    return common / max(1, found.total()), common / max(1, gold.total())


def averaged(shares: Iterable[tuple[float, float]]) -> tuple[float, float, float]:
    """Return precision and recall averaged over pages, and F1 of the two averages."""
    precisions, recalls = zip(*shares, strict=True)
    precision, recall = fmean(precisions), fmean(recalls)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
