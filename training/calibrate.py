"""`python -m training.calibrate`: what hangs on the vectors, found anew for other weights.

One threshold does: the likeness (cosine of the vectors and of the weighted terms, added) from which on two sentences
state one fact, `ClaimSettings.meaning`. On the stories annotated by hand the pairs of sentences of two articles that
are compared are sorted by it; of those that both state some fact of the gold, the share that state one in common is
printed for each value, and the least value at which that is 0.88, as it is to stand in `settings/claims.py`. Then the
value that the other stories choose for each story, and what `evals.facts` gives with it: the figure that nothing of a
story has gone into by way of this threshold.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

import newstemma
from evals.facts import measure_each
from evals.gold import ABSENT, GoldStory, data_folder, gold_stories
from evals.reader import encoder, line_settings
from newstemma.align.anchoring import anchor_times
from newstemma.align.claims import passages_of
from newstemma.align.entities import link_entities
from newstemma.align.points import Matcher
from newstemma.annotate import annotate
from newstemma.model import Article
from newstemma.settings import Settings

__all__ = ["main"]

Pair = tuple[float, bool]

SHARE = 0.88
TRIED = [round(0.6 + 0.05 * step, 2) for step in range(15)]


def _articles(story: GoldStory) -> list[Article]:
    reading = newstemma.read([str(path) for path in story.files.values()])
    return [article for dossier in reading.dossiers for article in dossier.articles]


def _pairs(story: GoldStory) -> list[Pair]:
    """Return, for each pair that is compared and states facts on both sides, its likeness and whether it shares one."""
    settings = Settings()
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
    return [
        (matcher.likeness(one, other), bool(stated[one] & stated[other]))
        for one, other in matcher.candidates()
        if stated[one] and stated[other]
    ]


def _chosen(pairs: Sequence[Pair]) -> float:
    """Return the least value at which enough pairs share a fact, the greatest where none has enough."""
    chosen = max(TRIED)
    for tried in reversed(TRIED):
        chosen = tried if _share(pairs, tried)[0] >= SHARE else chosen
    return chosen


def _share(pairs: Sequence[Pair], least: float) -> tuple[float, int]:
    """Return the share of the pairs from `least` on that share a fact, and how many pairs these are."""
    kept = [same for likeness, same in pairs if likeness >= least]
    return sum(kept) / max(1, len(kept)), len(kept)


def main() -> None:
    """Print the share for each value, the value to set, and what the others choose for each story."""
    argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__).parse_args()
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    stories = gold_stories(data)
    pairs = {story.name: _pairs(story) for story in stories}
    together = [pair for held in pairs.values() for pair in held]
    for tried in reversed(TRIED):
        share, count = _share(together, tried)
        print(f"{tried:.2f}  {share:.2f} of {count} pairs")
    print(f"meaning: {_chosen(together)}")
    crossed = {
        story.name: _chosen([pair for name, held in pairs.items() if name != story.name for pair in held])
        for story in stories
    }
    for name, value in crossed.items():
        print(f"meaning for {name}, by the others: {value}")
    for name, figure in measure_each((story, _with_meaning(crossed[story.name])) for story in stories).items():
        print(f"{name}, crossed: {figure:.3f}")


def _with_meaning(value: float) -> Settings:
    settings = line_settings(one_story=True)
    claims = replace(settings.align.claims, meaning=value)
    return replace(settings, align=replace(settings.align, claims=claims))


if __name__ == "__main__":
    main()
