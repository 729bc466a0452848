"""Terms of arrangements against stories marked by hand.

A term found matches a marked one where both play one role and, in at least one article, half of their words are the
same (Dice); each matches once, the likest first. Beside it the same whatever the role. "Carried by" compares, for
matched terms, the articles that carry them.

`python -m evals.terms` prints the figures of the stories for the report, with `--development` of those for development.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.gold import report, words_at
from evals.matching import matched
from evals.reader import line_settings
from evals.terms_gold import MarkedStory, marked_stories
from newstemma import collate
from newstemma.model import Span

__all__ = ["REPORTED", "Stated", "main", "marked", "measure", "shares", "stated", "told"]

REPORTED = ("bid", "bill")
"""Stories for the report, whose marks nobody looks at while a method is made."""

_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Stated:
    """A term as it is compared: its role, and the words of its witnesses in each article."""

    role: str
    words: Mapping[str, frozenset[int]]


def measure(data: Path) -> dict[str, float]:
    """Return the figures on the stories for the report, or with `--development` on those for development."""
    development = "--development" in sys.argv[1:]
    stories = [story for story in marked_stories(data) if (story.name in REPORTED) != development]
    return shares((marked(story), told(story)) for story in stories)


def marked(story: MarkedStory) -> list[Stated]:
    """Return the terms that were marked in a story."""
    return [stated(story, term.role, term.witnesses) for term in story.terms]


def told(story: MarkedStory) -> list[Stated]:
    """Return the terms that the whole line finds in a story."""
    (dossier,) = collate(story.articles, settings=line_settings(one_story=True)).dossiers
    return [stated(story, term.role, term.witnesses) for term in dossier.terms]


def stated(story: MarkedStory, role: str, witnesses: Iterable[Span]) -> Stated:
    """Return a term of a story as it is compared."""
    texts = {article.id: article.text for article in story.articles}
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for witness in witnesses:
        spans[witness.article].append((witness.start, witness.end))
    return Stated(role, {article: words_at(texts[article], places) for article, places in spans.items()})


def shares(stories: Iterable[tuple[Sequence[Stated], Sequence[Stated]]]) -> dict[str, float]:
    """Return precision and recall over the terms of some stories, given as those marked and those found.

    >>> term = Stated("price", {"a": frozenset({0, 4})})
    >>> shares([([term], [term])])["terms recall"]
    1.0
    """
    counts: Counter[str] = Counter()
    for gold, found in stories:
        counts["found"] += len(found)
        counts["marked"] += len(gold)
        counts["whatever"] += len(matched(found, gold, _likeness))
        for i, j in matched(found, gold, _in_role(_likeness)).items():
            counts["right"] += 1
            counts["carried, found"] += len(found[i].words)
            counts["carried, marked"] += len(gold[j].words)
            counts["carried, right"] += len(found[i].words.keys() & gold[j].words.keys())
    return {
        f"{name} {figure}": counts[right] / max(1, counts[of])
        for name, right, found, marked in (
            ("terms", "right", "found", "marked"),
            ("terms, whatever the role,", "whatever", "found", "marked"),
            ("carried by", "carried, right", "carried, found", "carried, marked"),
        )
        for figure, of in (("precision", found), ("recall", marked))
    }


def _likeness(one: Stated, other: Stated) -> float:
    """Return the most that the words of two terms have in common in one article (Dice 1945), 0 below a half."""
    common = [
        2 * len(one.words[name] & other.words[name]) / max(1, len(one.words[name]) + len(other.words[name]))
        for name in one.words.keys() & other.words.keys()
    ]
    best = max(common, default=0.0)
    return best if best >= _SAME else 0.0


def _in_role(likeness: Callable[[Stated, Stated], float]) -> Callable[[Stated, Stated], float]:
    return lambda one, other: likeness(one, other) if one.role == other.role else 0.0


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
