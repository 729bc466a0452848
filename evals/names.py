"""Names on 300 sentences marked by hand for this project, of three outlets each of PolNeAR dev, BASIL and news_cluster.

Each article is annotated as the line does it and the names in the marked sentences are held against the marks: right is
a name with the same ends and the same type. The guideline is that of CoNLL 2003 with the exceptions in docs/encoder.md.

`python -m evals.names` prints the figures; with `--rules` those of rules alone, with `--notes` also each error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from evals.counts import Counts
from evals.gold import report
from evals.names_gold import NamedSentence, named_sentences
from evals.reader import encoder
from newstemma.annotate import annotate
from newstemma.model import AnnotatedArticle, Article, Encoder, EntityType
from newstemma.settings.annotate import AnnotateSettings

__all__ = ["main", "measure"]


def measure(data: Path) -> dict[str, float]:
    """Return F1 of all names and of each type."""
    total, spans = Counts(), Counts()
    kinds: defaultdict[str, Counts] = defaultdict(Counts)
    for one, found in _read(data, encoder()):
        gold = set(one.names)
        total += Counts(len(gold & found), len(found), len(gold))
        spans += Counts(len({name[:2] for name in gold} & {name[:2] for name in found}), len(found), len(gold))
        for kind in ("person", "organization", "place", "other"):
            mine, theirs = ({name for name in names if name[2] == kind} for names in (found, gold))
            kinds[kind] += Counts(len(mine & theirs), len(mine), len(theirs))
    figures = total.figures("names") | {"names F1, whatever the type": spans.f1}
    return figures | {f"names F1, {kind}": counts.f1 for kind, counts in kinds.items()}


def _read(data: Path, reader: Encoder | None) -> Iterator[tuple[NamedSentence, set[tuple[int, int, EntityType]]]]:
    """Yield each sentence with the names found in it."""
    texts: dict[str, AnnotatedArticle] = {}
    for one in named_sentences(data):
        if one.text not in texts:
            texts[one.text] = annotate(Article("a", one.text), settings=AnnotateSettings(), encoder=reader)
        found = {
            (mention.span.start, mention.span.end, mention.type)
            for mention in texts[one.text].mentions
            if mention.form == "name" and one.start <= mention.span.start < one.end
        }
        yield one, found


def _notes(data: Path) -> Iterator[str]:
    for number, (one, found) in enumerate(_read(data, encoder())):
        gold = set(one.names)
        for sign, names in (("missed", gold - found), ("wrong", found - gold)):
            yield from (f"{number} {sign}: {kind} {one.text[a:b]!r}" for a, b, kind in sorted(names))


def main() -> None:
    """Print the figures, under `--notes` the errors."""
    report(measure, _notes)


if __name__ == "__main__":
    main()
