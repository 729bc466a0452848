"""Outlet profiles: whether what recurs over an outlet's articles is residue, and what its cuts take.

Made from PolNeAR, seven outlets of 132 articles each, whose texts others extracted: a cut that touches an annotated
report of speech took real text. Also made on every second article and used on the others. And made from news_cluster
without the events of the annotated stories, and used on those.

`python -m evals.profiles` prints the figures, with `--notes` every line of the profiles, to be judged by eye.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.gold import gold_stories, metadata, records, report
from newstemma.clean import clean, learn, set_aside
from newstemma.clean.recurring import RECURRING
from newstemma.group import group
from newstemma.model import Article, Metadata, Page, Profile
from newstemma.settings.clean import CleanSettings
from newstemma.settings.profile import ProfileSettings
from newstemma.skim import skim

__all__ = ["main", "measure", "notes"]

_NO_PROFILE = Profile()


def measure(data: Path) -> dict[str, float]:
    """Return how much of what profiles cut is real text, as far as it is known."""
    polnear = list(records(data / "polnear.jsonl.gz"))
    marked, real = _residue(data, _NO_PROFILE)
    marked_with, real_with = _residue(data, _profile(_others(data)))
    return {
        "PolNeAR: cuts that touch a report, of those by a profile": _touching(polnear, _profile(polnear)),
        "PolNeAR: the same, every second article by a profile of the others": max(
            _touching(polnear[half::2], _profile(polnear[1 - half :: 2])) for half in (0, 1)
        ),
        "stories_gold: residue marked without a profile": marked,
        "stories_gold: residue marked with one of other events": marked_with,
        "stories_gold: real text marked without a profile": real,
        "stories_gold: real text marked with one of other events": real_with,
    }


def notes(data: Path) -> Iterator[str]:
    """Yield the lines of the profiles, to be judged by eye."""
    made = {
        "PolNeAR": _profile(records(data / "polnear.jsonl.gz")),
        "news_cluster": _profile(_others(data)),
    }
    for name, profile in made.items():
        for outlet in profile.outlets:
            for line in outlet.lines:
                yield f"{name} {outlet.outlet}: {line.articles} of {outlet.articles} {','.join(line.cut)}: {line.line}"


def _about(record: dict[str, Any]) -> Metadata:
    return replace(metadata(record), author=record.get("author"))


def _profile(held: Iterable[dict[str, Any]]) -> Profile:
    articles = [Article(record["id"], record["text"], about=_about(record)) for record in held]
    settings = ProfileSettings()
    stories = group(map(skim, set_aside(articles, settings=settings)))
    return Profile(learn(articles, stories, settings=settings))


def _others(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of news_cluster that tell none of the annotated stories."""
    annotated = {story.name for story in gold_stories(data)}
    for record in records(data / "news_cluster.jsonl.gz"):
        if f"ev{record['event']}" not in annotated:
            yield record


def _touching(held: Sequence[dict[str, Any]], profile: Profile) -> float:
    """Return the share of a profile's cuts that touch a source, cue or content annotated by hand."""
    cuts = touching = 0
    for record in held:
        article = _cleaned(record["id"], record["text"], _about(record), profile)
        reported = [
            span
            for annotation in record["annotations"]
            for attribution in annotation["attributions"]
            for role in ("source", "cue", "content")
            for span in attribution.get(role) or ()
        ]
        for removed in article.removed:
            if removed.reason == RECURRING:
                cuts += 1
                touching += any(start < removed.span.end and removed.span.start < end for start, end in reported)
    return touching / cuts if cuts else 0.0


def _cleaned(name: str, text: str, about: Metadata, profile: Profile) -> Article:
    return clean(Page(name, (name,), "", "text", text, about), settings=CleanSettings(), profile=profile)


def _residue(data: Path, profile: Profile) -> tuple[float, float]:
    """Return the shares of residue and of real text that are marked in the annotated stories, in characters."""
    found = residue = wrong = real = 0
    for story in gold_stories(data):
        articles = story.articles()
        places = story.residue({name: article.text for name, article in articles.items()})
        for name, article in articles.items():
            cleaned = _cleaned(name, article.text, article.about, profile)
            gold = _printed(article.text, places[name])
            marked = _printed(cleaned.text, [(each.span.start, each.span.end) for each in cleaned.removed])
            found, residue = found + len(gold & marked), residue + len(gold)
            wrong, real = wrong + len(marked - gold), real + sum(not c.isspace() for c in article.text) - len(gold)
    return found / residue, wrong / real


def _printed(text: str, stretches: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in stretches for place in range(start, end) if not text[place].isspace()}


def main() -> None:
    """Print the figures."""
    report(measure, notes)


if __name__ == "__main__":
    main()
