"""Speakers of quotations, and of pronouns.

On the stories annotated by hand, articles are annotated and linked as the line does it, residue included, and each
gold quotation that was found is asked for its speaker. On PolNeAR (every tenth article of train; dev has no chains),
the gold sources are given, and the speaker of each "he" or "she" is held against the machine-made (silver) coreference
chain, where that holds a person's name: an agreement, not an accuracy.

`python -m evals.speakers` prints the figures; with `--notes` also every speaker that is not as in the gold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from evals.counts import Counts
from evals.gold import GoldStory, gold_stories, records, report
from evals.line import LEAST_OVERLAP, same_speaker
from evals.quotes import matches, segments
from evals.reader import encoder
from newstemma.align.entities import link_entities
from newstemma.annotate import annotate, paragraphs, sentences
from newstemma.annotate.names import find_mentions
from newstemma.annotate.quotation import pair_quotations
from newstemma.annotate.speakers import resolve_speakers
from newstemma.model import Article, Attribution
from newstemma.settings.annotate import AnnotateSettings

__all__ = ["main", "measure"]


def measure(data: Path) -> dict[str, float]:
    """Return the share of right speakers on the stories, and of agreeing pronouns on the sample of PolNeAR."""
    verdicts = [right for story in gold_stories(data) for right, _ in _quotes(story)]
    agreements = [agrees for agrees, _ in _pronouns(data)]
    return {
        "stories_gold, speakers alone: speakers right, of quotes found": _share(verdicts),
        "PolNeAR train, every tenth: pronouns as in silver chains": _share(agreements),
    }


def _share(verdicts: list[bool]) -> float:
    return Counts(sum(verdicts), len(verdicts)).share


def _quotes(story: GoldStory) -> Iterator[tuple[bool, str]]:
    """Yield for each gold quotation that was found whether its speaker is right, with a line for a reader."""
    texts = {name: article.text for name, article in story.articles().items()}
    articles = {
        name: annotate(Article(name, text), settings=AnnotateSettings(), encoder=encoder())
        for name, text in texts.items()
    }
    entities, speakers = link_entities(list(articles.values()))
    names = {entity.id: entity.name for entity in entities}
    quotes = story.quotes(texts)
    for article, text in texts.items():
        gold = [quote for quote in quotes if quote.article == article]
        spans = segments(articles[article].attributions)
        found = matches(text, [span for span, _ in spans], [quote.places for quote in gold], LEAST_OVERLAP)
        for i, j in found.items():
            attribution, quote = spans[i][1], gold[j]
            name = names.get(speakers.get(attribution.id, ""), attribution.speaker or attribution.speaker_text)
            note = f"{name!r} ({attribution.speaker_text!r}) for {quote.speaker!r}: {quote.content[:50]!r}"
            yield same_speaker(name, quote.speaker), f"{story.name} {article}: {note}"


def _pronouns(data: Path) -> Iterator[tuple[bool, str]]:
    """Yield for each gold source "he" or "she" in a chain with a person's name whether the speaker agrees with it."""
    train = (record for record in records(data / "polnear.jsonl.gz") if record["split"] == "train")
    for record in islice(train, 0, None, 10):
        article = Article(record["id"], record["text"])
        whole = paragraphs(article)
        cut = sentences(article, whole)
        chains = dict(_chains(record))
        quoted = pair_quotations(article, whole)
        reader = encoder()
        names = reader.encode(article, whole, cut, quoted).names if reader else None
        mentions = find_mentions(article, cut, names)
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


def _notes(data: Path) -> Iterator[str]:
    return (note for story in gold_stories(data) for right, note in _quotes(story) if not right)


def main() -> None:
    """Print the figures, under `--notes` the speakers that are not as in the gold."""
    report(measure, _notes)


if __name__ == "__main__":
    main()
