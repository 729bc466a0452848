"""`python -m training.choose_terms`: thresholds of terms, chosen on stories that the encoder did not learn from.

Reads each story once for every bonus that is tried, and prints recall and precision of terms for each setting, the best
balance first. What is chosen is written by hand: the bonus with `--write` into the manifest, the rest into
`settings/terms.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from evals.gold import ABSENT, data_folder
from evals.terms import REPORTED, marked, shares, stated
from evals.terms_gold import MarkedStory, marked_stories
from newstemma.align.claims import passages_of
from newstemma.align.entities import link_entities
from newstemma.align.points import Passage
from newstemma.align.terms import find_terms
from newstemma.annotate import annotate
from newstemma.encoder.weights import FOLDER
from newstemma.model import AnnotatedArticle
from newstemma.settings.annotate import AnnotateSettings
from newstemma.settings.terms import TermSettings
from training.manifest import read_manifest, write_manifest
from training.remembering import Remembering
from training.terms import CHOOSING, LABELS

__all__ = ["main"]

BONUSES = (0.0, 0.5, 1.0, 1.5)
TRIED = {"least": (0.15, 0.25, 0.35), "sure": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8), "link": (0.3, 0.4)}


@dataclass(frozen=True, slots=True)
class _Read:
    story: MarkedStory
    articles: Sequence[AnnotatedArticle]
    passages: Sequence[Passage]


def _stories(data: Path) -> list[MarkedStory]:
    """Return the stories to choose on: those kept out of training, and those for development."""
    kept = list(marked_stories(data, LABELS))[CHOOSING]
    return kept + [story for story in marked_stories(data) if story.name not in REPORTED]


def _read(stories: Sequence[MarkedStory], encoder: Remembering) -> Iterator[_Read]:
    for story in stories:
        articles = [annotate(one, settings=AnnotateSettings(), encoder=encoder) for one in story.articles]
        entities, speakers = link_entities(articles)
        yield _Read(story, articles, passages_of(articles, entities, speakers, ()))


def main() -> None:
    """Try all, and print."""
    parser = argparse.ArgumentParser(prog="python -m training.choose_terms", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the weights lie")
    parser.add_argument("--write", type=float, help="write this bonus into the manifest, and try nothing")
    arguments = parser.parse_args()
    if arguments.write is not None:
        write_manifest(read_manifest(arguments.folder) | {"term_bonus": arguments.write}, arguments.folder)
        return
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    stories = _stories(data)
    tried: list[tuple[float, str]] = []
    encoder = Remembering(arguments.folder)
    for bonus in BONUSES:
        encoder.set_term_bonus(bonus)
        read = list(_read(stories, encoder))
        for values in product(*TRIED.values()):
            chosen = dict(zip(TRIED, values, strict=True))
            settings = replace(TermSettings(), least=chosen["least"], sure=chosen["sure"], link=chosen["link"])
            found = [find_terms(one.articles, one.passages, settings=settings) for one in read]
            pairs = [
                (marked(one.story), [stated(one.story, term.role, term.witnesses) for term in terms])
                for one, terms in zip(read, found, strict=True)
            ]
            figures = shares(pairs)
            precision, recall = figures["terms precision"], figures["terms recall"]
            false = sum(1 for gold, terms in pairs if terms and not gold)
            worth = 2 * precision * recall / max(1e-9, precision + recall)
            shown = "  ".join(f"{name} {value:.3f}" for name, value in figures.items())
            tried.append((worth, f"bonus {bonus} {chosen}  {shown}  stories without an arrangement shown {false}"))
    for worth, line in sorted(tried, reverse=True)[:40]:
        print(f"{worth:.3f}  {line}")


if __name__ == "__main__":
    main()
