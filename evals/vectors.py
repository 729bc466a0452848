"""Sentence vectors: answers to one question that mean the same, and articles that tell the same story.

`answers`: the pairs of answers to a question are called the same where their likeness (cosine) reaches a threshold; the
threshold for a question is the best for the seven others. Balanced accuracy, the mean over the questions.
`article_pairs`: the chance that a pair that tells one story (overall at most 2) is liker than one that does not (at
least 3); an article stands for its first three sentences.

`python -m evals.vectors` prints the figures of the shipped encoder. Those of the base model come from
`python -m training.report`, which alone has its weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.curves import area
from evals.gold import records, report
from newstemma.encoder import open_encoder
from newstemma.text.sentences import paragraphs, sentences

__all__ = ["Vectors", "lead", "main", "measure", "measured"]

Vectors = Callable[[Sequence[str]], Sequence[Sequence[float]]]

_LEAD_SENTENCES = 3


def measure(data: Path) -> dict[str, float]:
    """Return the figures of the shipped encoder."""
    return measured(data, open_encoder(threads=2).vectors)


def measured(data: Path, vectors: Vectors) -> dict[str, float]:
    """Return the figures of any vectors of length one."""
    return {
        "answers: same or different, balanced accuracy": _answers(data, vectors),
        "article_pairs: area under the curve, vectors of the lead": _article_pairs(data, vectors),
    }


def _answers(data: Path, vectors: Vectors) -> float:
    questions: list[tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]] = []
    for question in records(data / "answers.jsonl.gz"):
        rows = np.array(vectors([answer["Answer"] for answer in question["answers"]]), np.float64)
        groups = [answer["cluster_global"] for answer in question["answers"]]
        pairs = list(combinations(range(len(groups)), 2))
        likeness = np.array([rows[i] @ rows[j] for i, j in pairs])
        questions.append((likeness, np.array([groups[i] == groups[j] for i, j in pairs])))
    scores: list[float] = []
    for number, (likeness, same) in enumerate(questions):
        others = [one for other, one in enumerate(questions) if other != number]
        tried = np.arange(0.0, 1.0, 0.01)
        best = max(tried, key=lambda least: sum(_balanced(a >= least, b) for a, b in others))
        scores.append(_balanced(likeness >= best, same))
    return sum(scores) / len(scores)


def _balanced(called: npt.NDArray[np.bool_], same: npt.NDArray[np.bool_]) -> float:
    return float((called[same].mean() + (~called[~same]).mean()) / 2)


def lead(text: str) -> str:
    """Return the first three sentences of a text.

    >>> lead("One. Two.\\n\\nThree. Four.")
    'One. Two. Three.'
    """
    found = (text[a:b] for start, end in paragraphs(text) for a, b in sentences(text, start, end))
    return " ".join(sentence for sentence, _ in zip(found, range(_LEAD_SENTENCES), strict=False))


def _article_pairs(data: Path, vectors: Vectors) -> float:
    told: list[tuple[float, bool]] = []
    for pair in records(data / "article_pairs.jsonl.gz"):
        first, second = (np.array(row) for row in vectors([lead(pair["text1"]), lead(pair["text2"])]))
        if not 2 < pair["overall"] < 3:
            told.append((float(first @ second), pair["overall"] <= 2))
    return area(*map(np.array, zip(*told, strict=True)))


def main() -> None:
    """Print the figures."""
    report(measure)


if __name__ == "__main__":
    main()
