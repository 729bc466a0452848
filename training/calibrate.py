"""`python -m training.calibrate`: what hangs on the vectors, found anew for other weights.

One threshold does: the likeness (cosine of the vectors and of the weighted terms, added) from which on two sentences
state one fact, `ClaimSettings.meaning`. On the stories annotated by hand the pairs of sentences of two articles that
are compared are sorted by it; of those that both state some fact of the gold, the share that state one in common is
printed for each value, and the least value at which that is 0.88, as it is to stand in `settings/claims.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import newstemma
from evals.gold import ABSENT, GoldStory, data_folder, gold_stories
from evals.reader import encoder
from newstemma.align.anchoring import anchor_times
from newstemma.align.claims import passages_of
from newstemma.align.entities import link_entities
from newstemma.align.points import Matcher
from newstemma.annotate import annotate
from newstemma.model import Article
from newstemma.settings import Settings

__all__ = ["main"]

SHARE = 0.88
TRIED = [round(0.6 + 0.05 * step, 2) for step in range(15)]


def _articles(story: GoldStory) -> list[Article]:
    reading = newstemma.read([str(path) for path in story.files.values()])
    return [article for dossier in reading.dossiers for article in dossier.articles]


def _pairs(data: Path) -> Iterator[tuple[float, bool]]:
    """Yield, for each pair that is compared and states facts on both sides, its likeness and whether it shares one."""
    settings = Settings()
    for story in gold_stories(data):
        articles = [annotate(each, settings=settings.annotate, encoder=encoder()) for each in _articles(story)]
        articles.sort(key=lambda article: article.id)
        names = {path.stem: name for name, path in story.files.items()}
        texts = {names[article.id]: article.article.text for article in articles}
        facts = [fact for fact in story.facts(texts) if len(fact.articles) > 1]
        entities, speakers = link_entities(articles)
        times = anchor_times(articles, settings=settings.align.anchoring)
        passages = passages_of(articles, entities, speakers, times)
        stated = [
            {
                fact.about
                for fact in facts
                for article, start, end in fact.witnesses
                if article == names[each.span.article] and start < each.span.end and each.span.start < end
            }
            for each in passages
        ]
        matcher = Matcher(passages, settings.align.claims)
        for one, other in matcher.candidates():
            if stated[one] and stated[other]:
                yield matcher.likeness(one, other), bool(stated[one] & stated[other])


def main() -> None:
    """Print the share for each value, and the value to set."""
    argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__).parse_args()
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    pairs = list(_pairs(data))
    chosen = max(TRIED)
    for tried in reversed(TRIED):
        kept = [same for likeness, same in pairs if likeness >= tried]
        share = sum(kept) / max(1, len(kept))
        chosen = tried if share >= SHARE else chosen
        print(f"{tried:.2f}  {share:.2f} of {len(kept)} pairs")
    print(f"meaning: {chosen}")


if __name__ == "__main__":
    main()
