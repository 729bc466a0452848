"""Sentences with names marked by hand, as examples of which only the names are known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from evals.names_gold import named_sentences
from newstemma.encoder.decoding import tag_runs
from newstemma.encoder.pieces import cut_pieces, shapes
from newstemma.encoder.tags import NAME_TYPES
from newstemma.model import Article
from training.corpus import UNKNOWN, Example, blank, passages_of, words_between

__all__ = ["LABELS", "correct_names", "name_examples"]

LABELS = Path(__file__).parent / "names.jsonl"
"""Sentences of PolNeAR's train part, of BASIL and of news_cluster; none is of an article or event in the test."""


def name_examples(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """Yield each sentence as an example; a word belongs to a name that shares a character with it."""
    for number, one in enumerate(named_sentences(data, LABELS)):
        passages = passages_of(Article(str(number), one.text))._replace(sentences=[(one.start, one.end)])
        example = blank(f"names {number}", cut_pieces(one.text, passages, tokenizer))
        example.names[:] = 0
        for start, end, kind in one.names:
            words = words_between(example.pieces, start, end)
            example.names[words.start : words.stop] = 2 + 2 * NAME_TYPES.index(kind)
            example.names[words.start] -= 1
        yield example


Key = tuple[int, ...]


def correct_names(examples: Iterable[Example], marked: Sequence[Example]) -> Counter[str]:
    """Bring the machine-made names of `examples` nearer to those marked by hand; returns how many were changed.

    A name that the hand-marked sentences know, always with one type, has that type everywhere. Where such a name is
    printed with a capital and the machine saw none, nothing is known and nothing is learned.
    """
    kinds: defaultdict[Key, set[int]] = defaultdict(set)
    for example in marked:
        for kind, start, end in tag_runs(example.names, example.pieces.sentences):
            kinds[_key(example, start, end)].add(kind)
    known = {key: next(iter(found)) for key, found in kinds.items() if len(found) == 1}
    longest = max(map(len, known), default=0)
    firsts: defaultdict[int, list[Key]] = defaultdict(list)
    for key in known:
        firsts[key[0]].append(key)
    changed: Counter[str] = Counter()
    for example in examples:
        names, pieces = example.names, example.pieces
        shape = shapes(pieces.features)
        for kind, start, end in tag_runs(names.clip(min=0), pieces.sentences):
            right = known.get(_key(example, start, end), kind)
            if right != kind:
                names[start:end] += 2 * (right - kind)
                changed["type"] += 1
        for word, first in enumerate(pieces.firsts.tolist()):
            if names[word] != 0 or shape[first] not in (1, 2, 3):
                continue
            ids = tuple(pieces.ids[first : first + longest].tolist())
            for key in firsts[ids[0]]:
                last = int(pieces.words[min(first + len(key), len(pieces)) - 1])
                if ids[: len(key)] == key and not names[word : last + 1].any():
                    names[word : last + 1] = UNKNOWN
                    changed["unknown"] += 1
    return changed


def _key(example: Example, start: int, end: int) -> Key:
    """Return the pieces of the words from `start` up to `end`."""
    firsts = example.pieces.firsts
    stop = int(firsts[end]) if end < len(firsts) else len(example.pieces)
    return tuple(example.pieces.ids[firsts[start] : stop].tolist())
