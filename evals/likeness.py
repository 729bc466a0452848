"""Telling whether two sentences state one thing: vectors, shared words, and both together.

`answers`: pairs of answers to one question, in one group by hand or not. `claim_pairs`: pairs of sentences from two
outlets, of which one strengthens the other or not. Area under the curve, and balanced accuracy with the threshold that
is best on the other questions (of `answers`) or on the other half of the topics (of `claim_pairs`). Vectors alone are
the plain baseline; words are weighed by how rare they are in the question or the set.

`python -m evals.likeness` prints the figures.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.curves import area
from evals.gold import records, report
from newstemma.align.fragments import FUNCTION_WORDS
from newstemma.encoder import open_encoder
from newstemma.text.stems import stem
from newstemma.text.tokens import tokenize

__all__ = ["main", "measure"]

WORDS_SHARE = 0.5  # of the words' likeness, added to the vectors'; from 0.3 to 1.5 the area differs by 0.003

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def measure(data: Path) -> dict[str, float]:
    """Return area under the curve and balanced accuracy of both sets by vectors, words and both."""
    encoder = open_encoder(threads=2)

    def vectors(texts: Sequence[str]) -> Floats:
        return np.array(encoder.vectors(texts), np.float64)

    questions = [
        _paired(
            [answer["Answer"] for answer in each["answers"]], [a["cluster_global"] for a in each["answers"]], vectors
        )
        for each in records(data / "answers.jsonl.gz")
    ]
    pairs = _strengthening(data, vectors)
    figures: dict[str, float] = {}
    for name, parts in (("answers", questions), ("claim_pairs", pairs)):
        by_kind = {
            "vectors": [(part.meant, part.same) for part in parts],
            "words": [(part.said, part.same) for part in parts],
            "both": [(part.meant + WORDS_SHARE * part.said, part.same) for part in parts],
        }
        for kind, scores in by_kind.items():
            figures[f"{name}: area under the curve, {kind}"] = float(np.mean([area(*one) for one in scores]))
            figures[f"{name}: balanced accuracy, {kind}"] = _crossed(scores)
    return figures


@dataclass(frozen=True, slots=True)
class _Part:
    """Pairs of texts: how like their vectors and their words are, and whether they are the same."""

    meant: Floats
    said: Floats
    same: Bools


def _paired(texts: Sequence[str], groups: Sequence[object], vectors: Callable[[Sequence[str]], Floats]) -> _Part:
    rows = vectors(texts)
    words = [_words(text) for text in texts]
    weight = _weights(words)
    both = list(combinations(range(len(texts)), 2))
    meant = np.array([rows[i] @ rows[j] for i, j in both])
    said = np.array([_shared(words[i], words[j], weight) for i, j in both])
    return _Part(meant, said, np.array([groups[i] == groups[j] for i, j in both]))


def _strengthening(data: Path, vectors: Callable[[Sequence[str]], Floats]) -> list[_Part]:
    """Return the pairs of sentences in two halves by topic."""
    held = list(records(data / "claim_pairs.jsonl.gz"))
    first, second = (vectors([record[side] for record in held]) for side in ("claim_a", "claim_b"))
    words = [(_words(record["claim_a"]), _words(record["claim_b"])) for record in held]
    weight = _weights([one for pair in words for one in pair])
    meant = (first * second).sum(1)
    said = np.array([_shared(*pair, weight) for pair in words])
    same = np.array([record["relation"] == 1 for record in held])
    half = np.array([int(hashlib.sha256(record["topic"].encode()).hexdigest(), 16) % 2 for record in held])
    return [_Part(meant[half == at], said[half == at], same[half == at]) for at in (0, 1)]


def _words(text: str) -> frozenset[str]:
    tokens = (token.key for token in tokenize(text) if token.is_word)
    return frozenset(stem(key) for key in tokens if key not in FUNCTION_WORDS)


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    found_in = Counter(word for words in texts for word in words)
    return {word: math.log(1 + len(texts) / count) for word, count in found_in.items()}


def _shared(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> float:
    """Return the cosine of two sets of weighted words."""
    totals = [math.fsum(weight[word] for word in words) for words in (one, other)]
    return math.fsum(weight[word] for word in one & other) / math.sqrt(totals[0] * totals[1]) if all(totals) else 0.0


def _crossed(parts: Sequence[tuple[Floats, Bools]]) -> float:
    """Return the mean balanced accuracy of the parts, each with the threshold that is best on the others."""
    found = []
    for number, (scores, same) in enumerate(parts):
        others = [part for at, part in enumerate(parts) if at != number]
        tried = np.arange(0.0, 1.5, 0.01)
        best = max(tried, key=lambda least: sum(_balanced(a >= least, b) for a, b in others))
        found.append(_balanced(scores >= best, same))
    return float(np.mean(found))


def _balanced(called: Bools, same: Bools) -> float:
    return float((called[same].mean() + (~called[~same]).mean()) / 2)


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
