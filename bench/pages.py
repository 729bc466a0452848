"""Main text of web pages beside other extractors, in one run: accuracy with its spread over sites, and milliseconds.

`python -m bench.pages` reads the pages of the gold sets with newstemma (text, metadata and residue), with trafilatura
as it comes and with `favor_precision`, both with metadata and without comments, and with resiliparse, text alone. F1 is
that of `evals.pages`; its range is the 2.5th to the 97.5th centile over 2,000 draws of sites with replacement, and so
is that of what newstemma has more. Milliseconds are those that one core works, for each page the least of three rounds,
in which all extractors take their turn at it: what else the machine does counts as little as can be.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random
from statistics import fmean, quantiles
from urllib.parse import urlsplit

from evals.gold import data_folder, records
from evals.pages import averaged, runs, shares_of, without
from newstemma.clean.page import extract
from newstemma.clean.residue import find_residue
from newstemma.errors import ArticleError
from newstemma.settings.clean import CleanSettings

__all__ = ["main"]

_ROUNDS = 3
_DRAWS = 2_000
_SEED = 1

Extractor = Callable[[str, str], str]


def _newstemma(html: str, url: str) -> str:
    try:
        text, told, framed = extract(html, url, least_words=1)
    except ArticleError:
        return ""
    return without(text, find_residue(text, told, CleanSettings(), media="html", framed=framed).marks)


def _trafilatura(*, favor_precision: bool) -> Extractor:
    from trafilatura import bare_extraction

    def text_of(html: str, url: str) -> str:
        document = bare_extraction(
            html, url, favor_precision=favor_precision, include_comments=False, with_metadata=True
        )
        return str(document.text or "") if document else ""

    return text_of


def _resiliparse(html: str, _url: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, comments=False))


def _centiles(values: Sequence[float]) -> str:
    cuts = quantiles(values, n=40, method="inclusive")
    return f"{cuts[0]:.3f} to {cuts[-1]:.3f}"


def main() -> None:
    """Print a line for each extractor."""
    data = data_folder()
    if data is None:
        sys.exit("the gold sets are not at hand; name their folder in NEWSTEMMA_DATA")
    pages = list(records(data / "pages.jsonl.gz"))
    gold = [runs(page["body"]) for page in pages]
    sites: defaultdict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        sites[urlsplit(page["url"]).netloc].append(number)
    chance = Random(_SEED)
    groups = [sites[site] for site in sorted(sites)]
    draws = [[page for site in chance.choices(groups, k=len(groups)) for page in site] for _ in range(_DRAWS)]
    extractors: dict[str, Extractor] = {
        "newstemma": _newstemma,
        "trafilatura, favor_precision": _trafilatura(favor_precision=True),
        "trafilatura": _trafilatura(favor_precision=False),
        "resiliparse": _resiliparse,
    }
    least = {name: [float("inf")] * len(pages) for name in extractors}
    texts = {name: [""] * len(pages) for name in extractors}
    for _ in range(_ROUNDS):
        for number, page in enumerate(pages):
            for name, extractor in extractors.items():
                began = time.process_time()
                texts[name][number] = extractor(page["html"], page["url"])
                least[name][number] = min(least[name][number], time.process_time() - began)
    print(f"{len(pages)} pages of {len(sites)} sites")
    ours: list[float] = []
    for name, found in texts.items():
        shares = [shares_of(wanted, runs(text)) for wanted, text in zip(gold, found, strict=True)]
        drawn = [averaged([shares[page] for page in draw])[2] for draw in draws]
        line = f"{name:30} F1 {averaged(shares)[2]:.3f} ({_centiles(drawn)}), {1000 * fmean(least[name]):.1f} ms"
        print(
            line
            + (f", newstemma has {_centiles([a - b for a, b in zip(ours, drawn, strict=True)])} more" if ours else "")
        )
        ours = ours or drawn


if __name__ == "__main__":
    main()
