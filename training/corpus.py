"""Examples for training: pieces of articles with the labels that the gold sets give to their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from evals.gold import records
from newstemma.annotate import paragraphs, sentences
from newstemma.annotate.quotation import pair_quotations
from newstemma.encoder.pieces import Ints, Passages, Pieces, cut_pieces
from newstemma.encoder.tags import NAME_TYPES, ROLES
from newstemma.model import Article

__all__ = ["UNKNOWN", "Example", "passages_of", "polnear_examples", "words_between"]

UNKNOWN = -100
"""A label that is not known and not learned from."""

NOWHERE = -1
"""A link that leads to no word."""

_SILVER = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "other"}


@dataclass(slots=True, eq=False)
class Example:
    """An article, or one sentence of it, with labels for each word.

    `roles` and `names` are tags as in `newstemma.encoder.tags`; `links` is the word that a word of a source or of a
    content belongs to (its cue's first), and for a cue that of its source; `parts` and `relations` are the part of
    speech and the grammatical relation as numbers, `heads` the word that governs. UNKNOWN stands where nothing is
    known, NOWHERE for no link. `vectors` holds the base model's vector of each sentence.
    """

    id: str
    pieces: Pieces
    roles: Ints
    names: Ints
    links: Ints
    parts: Ints
    relations: Ints
    heads: Ints
    vectors: Any = None


def passages_of(article: Article) -> Passages:
    """Return the passages of an article as `annotate` cuts them."""
    whole = paragraphs(article)
    outer = [one.span for one in pair_quotations(article, whole) if one.depth == 0]
    return Passages(
        [(span.start, span.end) for span in sentences(article, whole)],
        [(span.start, span.end) for span in whole],
        [(span.start, span.end) for span in outer],
    )


def words_between(pieces: Pieces, start: int, end: int) -> range:
    """Return the words that share a character with a range of the text."""
    return range(
        int(np.searchsorted(pieces.ends, start, side="right")), int(np.searchsorted(pieces.starts, end, side="left"))
    )


def blank(identifier: str, pieces: Pieces) -> Example:
    """Return an example of which nothing is known."""
    roles, names, links, parts, relations, heads = np.full((6, len(pieces.starts)), UNKNOWN, np.int64)
    return Example(identifier, pieces, roles, names, links, parts, relations, heads)


def polnear_examples(data: Path, split: str, tokenizer: Tokenizer) -> Iterator[Example]:
    """Yield the articles of one part of PolNeAR, by its first annotator, with the machine-made names and grammar."""
    parts: dict[str, int] = {}
    for record in records(data / "polnear.jsonl.gz"):
        if record["split"] != split:
            continue
        text = record["text"]
        passages = passages_of(Article(record["id"], text))
        example = blank(record["id"], cut_pieces(text, passages, tokenizer))
        _mark_attributions(example, record["annotations"][0]["attributions"])
        if record.get("corenlp"):
            _mark_grammar(example, record["corenlp"]["tokens"], parts)
        yield example


def _mark_attributions(example: Example, attributions: Sequence[Mapping[str, Any]]) -> None:
    pieces = example.pieces
    example.roles[:] = 0
    example.links[:] = NOWHERE
    for entry in attributions:
        spans = {role: [words for bounds in entry[role] if (words := words_between(pieces, *bounds))] for role in ROLES}
        for number, role in enumerate(ROLES):
            for words in spans[role]:
                breaks = [words.start] + [
                    word for word in words[1:] if pieces.paragraphs[word] != pieces.paragraphs[word - 1]
                ]
                example.roles[words.start : words.stop] = 2 + 2 * number
                example.roles[breaks] = 1 + 2 * number
        cue = spans["cue"][0].start if spans["cue"] else NOWHERE
        source = spans["source"][0].start if spans["source"] else NOWHERE
        for role in ("source", "content"):
            for words in spans[role]:
                target = cue if cue != NOWHERE else source if role == "content" else NOWHERE
                for word in words:
                    if example.links[word] == NOWHERE:
                        example.links[word] = target
        for words in spans["cue"]:
            example.links[words.start : words.stop] = source


def _mark_grammar(example: Example, tokens: Mapping[str, list[Any]], known: dict[str, int]) -> None:
    pieces = example.pieces
    at = {int(start): word for word, start in enumerate(pieces.starts)}
    words = [at.get(start, -1) for start in tokens["start"]]
    silver = np.full(len(pieces.starts), -1, np.int64)
    for token, word in enumerate(words):
        label = _SILVER.get(tokens["ner"][token])
        covered = words_between(pieces, tokens["start"][token], tokens["end"][token])
        silver[covered.start : covered.stop] = NAME_TYPES.index(label) if label else -1
        if word < 0:
            continue
        relation = tokens["deprel"][token].partition(":")[0]
        example.parts[word] = known.setdefault(f"part {tokens['pos'][token]}", _count(known, "part "))
        example.relations[word] = known.setdefault(f"relation {relation}", _count(known, "relation "))
        head = tokens["head"][token]
        if head >= 0 and words[head] >= 0 and words[head] != word:
            example.heads[word] = words[head]
    tags = np.where(silver < 0, 0, 2 + 2 * silver)
    for word in np.flatnonzero(silver >= 0).tolist():
        if word == 0 or silver[word - 1] != silver[word] or pieces.sentences[word - 1] != pieces.sentences[word]:
            tags[word] = 1 + 2 * silver[word]
    example.names[:] = tags


def _count(known: Mapping[str, int], kind: str) -> int:
    return sum(name.startswith(kind) for name in known)
