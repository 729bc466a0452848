"""The facts of the stories annotated by hand, held against claims and silences.

`python -m evals.facts` prints which of the gold's facts some claim brings together, how pure the claims are, and how
many reported silences the gold's table of facts and articles contradicts; `--notes` adds the cases.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum
from pathlib import Path

import newstemma
from evals.gold import GoldFact, GoldStory, data_folder, gold_stories
from newstemma.model import Claim, Dossier, Span

__all__ = ["Tally", "found_facts", "main", "measure", "purities", "score_story"]


@dataclass(slots=True)
class Tally:
    """Counts over stories; shares are divided last."""

    facts: int = 0
    found: int = 0
    shared_claims: int = 0
    purities: list[float] = field(default_factory=list)
    silences: int = 0
    contradicted: int = 0
    notes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the figures by name; shares lie in 0 to 1."""
        return {
            "facts found as claims": self.found / max(1, self.facts),
            "claims B-cubed precision": fsum(self.purities) / max(1, len(self.purities)),
            "claims of several articles": float(self.shared_claims),
            "silences": float(self.silences),
            "silences contradicted": self.contradicted / max(1, self.silences),
        }


def measure(data: Path) -> dict[str, float]:
    """Return the figures over all stories under `data`."""
    tally = Tally()
    for story in gold_stories(data):
        score_story(story, tally)
    return tally.figures()


def score_story(story: GoldStory, tally: Tally) -> None:
    """Read the story's files as a user would and add what they score."""
    reading = newstemma.read([str(path) for path in story.files.values()])
    names = {path.stem: name for name, path in story.files.items()}
    texts = {names[article.id]: article.text for dossier in reading.dossiers for article in dossier.articles}
    facts = story.facts({name: texts.get(name, "") for name in story.files})
    places = {fact: [Span(*witness) for witness in fact.witnesses] for fact in facts if len(fact.articles) > 1}
    found: set[GoldFact] = set()
    for dossier in reading.dossiers:
        claims = [_renamed(claim, names) for claim in dossier.claims]
        found.update(found_facts(places, claims))
        tally.shared_claims += sum(len(claim.articles) > 1 for claim in claims)
        tally.purities += purities(places, claims)
        _score_silences(places, dossier, claims, names, tally)
    tally.facts += len(places)
    tally.found += len(found)
    tally.notes += [f"{story.name}: not found: {fact.about}" for fact in places if fact not in found]


def _renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    witnesses = tuple(Span(names[span.article], span.start, span.end) for span in claim.witnesses)
    return Claim(claim.id, claim.text, claim.clearest, witnesses, claim.reported)


def found_facts(places: Mapping[GoldFact, Sequence[Span]], claims: Sequence[Claim]) -> list[GoldFact]:
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


def purities(places: Mapping[GoldFact, Sequence[Span]], claims: Sequence[Claim]) -> list[float]:
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


def _score_silences(
    places: Mapping[GoldFact, Sequence[Span]],
    dossier: Dossier,
    claims: Sequence[Claim],
    names: Mapping[str, str],
    tally: Tally,
) -> None:
    """Count silent articles that the gold lists as witnesses of a fact that the claim states."""
    by_id = {claim.id: claim for claim in claims}
    for silence in dossier.silences:
        claim = by_id[silence.claim]
        stated = [
            fact
            for fact, witnesses in places.items()
            if any(place.overlaps(span) for place in witnesses for span in claim.witnesses)
        ]
        for article in silence.articles:
            against = [fact.about for fact in stated if names[article] in fact.articles]
            tally.silences += 1
            tally.contradicted += bool(against)
            verdict = f"contradicted by {against[0]!r}" if against else "not contradicted"
            tally.notes.append(f"{names[article]}: silence {verdict}: {claim.text[:90]}")


def main() -> None:
    """Print the figures, with the cases under `--notes`, or say that there is no data."""
    data = data_folder()
    if data is None:
        print("no gold sets: put them into ../shared/data or name their folder in NEWSTEMMA_DATA")
        return
    tally = Tally()
    for story in gold_stories(data):
        score_story(story, tally)
    if "--notes" in sys.argv:
        print("\n".join(tally.notes))
    for name, figure in tally.figures().items():
        print(f"{name:28} {figure:8.3f}")


if __name__ == "__main__":
    main()
