"""Facts that several articles report, held against claims.

Measured on the stories annotated by hand: which facts some claim brings together, and how pure the claims of several
articles are. The articles of a story are given as one, so that grouping has no part in it; `evals.line` measures the
whole line, and counts silences.

`python -m evals.facts` prints the figures; with `--notes` also the facts that were not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum
from pathlib import Path

import newstemma
from evals.counts import Counts
from evals.gold import GoldFact, GoldStory, gold_stories, report
from evals.reader import line_settings
from newstemma.model import Claim, Span
from newstemma.settings import Settings

__all__ = ["found_facts", "main", "measure", "measure_each", "purities"]


Places = Mapping[GoldFact, Sequence[Span]]


def measure(data: Path) -> dict[str, float]:
    """Return the share of facts that some claim brings together, and the B-cubed precision of claims."""
    return measure_each((story, line_settings(one_story=True)) for story in gold_stories(data))


def measure_each(stories: Iterable[tuple[GoldStory, Settings]]) -> dict[str, float]:
    """Return the same for stories of which each is read with settings of its own."""
    facts = Counts()
    shares: list[float] = []
    for story, settings in stories:
        places, claims = _read(story, settings)
        found = found_facts(places, claims)
        facts += Counts(len(found), len(found), len(places))
        shares += purities(places, claims)
    return {
        "facts found as claims": facts.recall,
        "claims B-cubed precision": fsum(shares) / max(1, len(shares)),
    }


def _read(story: GoldStory, settings: Settings) -> tuple[Places, list[Claim]]:
    """Read the story's files as one story; return the facts of several articles with their places, and the claims."""
    (dossier,) = newstemma.read([str(path) for path in story.files.values()], settings=settings).dossiers
    names = {path.stem: name for name, path in story.files.items()}
    texts = {names[article.id]: article.text for article in dossier.articles}
    facts = story.facts({name: texts.get(name, "") for name in story.files})
    places = {fact: [Span(*witness) for witness in fact.witnesses] for fact in facts if len(fact.articles) > 1}
    return places, [_renamed(claim, names) for claim in dossier.claims]


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    witnesses = tuple(Span(names[span.article], span.start, span.end) for span in claim.witnesses)
    return replace(claim, witnesses=witnesses)


def found_facts(places: Places, claims: Sequence[Claim]) -> list[GoldFact]:
    """Return the facts of which one claim holds witnesses of at least two articles."""
    return [
        fact
        for fact, witnesses in places.items()
        if any(
            len({place.article for place in witnesses if any(place.overlaps(span) for span in claim.witnesses)}) > 1
            for claim in claims
            if len(claim.articles) > 1
        )
    ]


def purities(places: Places, claims: Sequence[Claim]) -> list[float]:
    """Return B-cubed precision for each witness, in a claim of several articles, that states some fact of the gold.

    It is the share of the claim's witnesses, among those that state some fact, that have a fact in common with this
    one; a sentence may state several.
    """
    shares = []
    for claim in claims:
        if len(claim.articles) < 2:
            continue
        stated = [
            {fact.about for fact, witnesses in places.items() if any(place.overlaps(span) for place in witnesses)}
            for span in claim.witnesses
        ]
        stated = [facts for facts in stated if facts]
        shares += [sum(bool(facts & others) for others in stated) / len(stated) for facts in stated]
    return shares


def _notes(data: Path) -> Iterator[str]:
    for story in gold_stories(data):
        places, claims = _read(story, line_settings(one_story=True))
        found = found_facts(places, claims)
        yield f"{story.name}: {sum(len(claim.articles) > 1 for claim in claims)} claims of several articles"
        yield from (f"{story.name}: not found: {fact.about}" for fact in places if fact not in found)


def main() -> None:
    """Print the figures, under `--notes` the facts that no claim brings together."""
    report(measure, _notes)


if __name__ == "__main__":
    main()
