"""Speakers: `python -m evals.speakers` holds the speakers of quotations and pronouns against the gold sets.

On stories_gold, articles are annotated and linked as the line does it, residue included, and each gold quotation that
was found is asked for its speaker. On PolNeAR (every tenth article of train; dev has no chains), the gold sources are
given, and the speaker of each "he" or "she" is held against the machine-made (silver) coreference chain, where that
holds a person's name: an agreement, not an accuracy.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evals.gold import GoldStory, data_folder, gold_stories, overlap, words_at
from evals.line import LEAST_OVERLAP, same_speaker
from newstemma.align.entities import link_entities
from newstemma.annotate import annotate, paragraphs, sentences
from newstemma.annotate.names import find_mentions
from newstemma.annotate.quotation import pair_quotations
from newstemma.annotate.speakers import resolve_speakers
from newstemma.model import Article, Attribution
from newstemma.settings.annotate import AnnotateSettings

__all__ = ["main", "measure"]


def measure(data: Path) -> dict[str, float]:
    """Return the share of right speakers by set."""
    verdicts = [right for story in gold_stories(data) for right, _ in _quotes(story)]
    agreements = [agrees for agrees, _ in _pronouns(data / "polnear.jsonl.gz", every=10)]
    return {
        "speakers right, matched gold quotes": sum(verdicts) / max(1, len(verdicts)),
        "pronouns as in silver chains, PolNeAR sample": sum(agreements) / max(1, len(agreements)),
    }


def _quotes(story: GoldStory) -> Iterator[tuple[bool, str]]:
    """Yield for each gold quotation that was found whether its speaker is right, with a line for a reader."""
    texts = {
        name: re.sub(r"\A(?:# \w+: .*\n)+", "", path.read_text(encoding="utf-8")) for name, path in story.files.items()
    }
    articles = {name: annotate(Article(name, text), settings=AnnotateSettings()) for name, text in texts.items()}
    entities, speakers = link_entities(list(articles.values()))
    names = {entity.id: entity.name for entity in entities}
    for quote in story.quotes(texts):
        gold = words_at(texts[quote.article], list(quote.places[:1]))
        found = [
            (overlap(gold, words_at(texts[quote.article], [(s.start, s.end) for s in a.content])), a.content, a)
            for a in articles[quote.article].attributions
            if a.kind == "direct"
        ]
        share, _, attribution = max(found, key=lambda item: item[:2], default=(0.0, (), None))
        if attribution is None or share < LEAST_OVERLAP:
            continue
        name = names.get(speakers.get(attribution.id, ""), attribution.speaker or attribution.speaker_text)
        note = f"{quote.article}: {name!r} ({attribution.speaker_text!r}) for {quote.speaker!r}: {quote.content[:50]!r}"
        yield same_speaker(name, quote.speaker), note


def _pronouns(path: Path, *, every: int) -> Iterator[tuple[bool, str]]:
    """Yield for each gold source "he" or "she" in a chain with a person's name whether the speaker agrees with it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [record for line in lines if (record := json.loads(line))["split"] == "train"]
    for record in records[::every]:
        article = Article(record["id"], record["text"])
        whole = paragraphs(article)
        cut = sentences(article, whole)
        chains = dict(_chains(record))
        mentions = find_mentions(article, cut)
        quoted = pair_quotations(article, whole)
        for attribution in resolve_speakers(article, whole, cut, quoted, mentions, tuple(_given(article, record))):
            chain = chains.get(attribution.source[0].start) if attribution.source else None
            if chain and attribution.speaker_text.lower() in {"he", "she"}:
                at = attribution.source[0]
                around = article.text[max(0, at.start - 200) : at.end + 30]
                agrees = any(same_speaker(attribution.speaker, name) for name in chain)
                yield agrees, f"{attribution.speaker!r} for {sorted(chain)}: {around!r}"


def _given(article: Article, record: Mapping[str, Any]) -> Iterator[Attribution]:
    """Yield the record's own attributions, without speakers."""
    for entry in record["annotations"][0]["attributions"]:
        content, cue, source = (
            tuple(article.span(*bounds) for bounds in entry[role]) for role in ("content", "cue", "source")
        )
        if content:
            yield Attribution(article.id, "indirect", content, cue, source)


def _chains(record: Mapping[str, Any]) -> Iterator[tuple[int, set[str]]]:
    """Yield where each mention of a silver chain starts, with the persons' names in the chain."""
    tokens = record["corenlp"]["tokens"]
    for chain in record["corenlp"]["coref"]:
        names = {
            record["text"][tokens["start"][mention["first"]] : tokens["end"][mention["last"]]]
            for mention in chain
            if all(label == "PERSON" for label in tokens["ner"][mention["first"] : mention["last"] + 1])
        }
        if names:
            yield from ((tokens["start"][mention["first"]], names) for mention in chain)


def main() -> None:
    """Print the figures; with `--notes` also every speaker of a gold quotation that is not as in the gold."""
    data = data_folder()
    if data is None:
        print("no gold sets: put them into ../shared/data or name their folder in NEWSTEMMA_DATA")
        return
    if "--notes" in sys.argv:
        print("\n".join(note for story in gold_stories(data) for right, note in _quotes(story) if not right))
    for figure, value in measure(data).items():
        print(f"{figure}: {value:.3f}")


if __name__ == "__main__":
    main()
