"""From skims to what each word weighs.

used       skims of a part     -> words used most, by word
crowded    words of a range    -> how many articles use each most
counted    skims of a part     -> in how many articles each word is, by word
weighed    words of a range    -> weights; which words several articles have
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from newstemma.group.rows import Ints
from newstemma.group.weights import Scale, topics
from newstemma.group.weights import counted as counted_words
from newstemma.group.weights import part as part_of
from newstemma.group.weights import weighed as weights_of
from newstemma.model import WordWeights
from newstemma.scale.job import Work
from newstemma.scale.rows import batch_of, by_range, parted
from newstemma.scale.skims import held_skims
from newstemma.text.sketch import Hashes

__all__ = ["counted", "crowded", "scale_of_all", "used", "weighed"]


def used(work: Work, part: int) -> None:
    """Count the articles that use each word most."""
    _write_sums(work, "used", part, *counted_words(topics(held_skims(work, part)[1])))


def crowded(work: Work, part: int) -> None:
    """Add up how many articles use each word of a range most; of any other there is one."""
    words, holders = _sums(work, "used", part, 1)
    many = holders[:, 0] > 1
    with work.making("crowded", part) as folder:
        work.write(folder, [batch_of({"word": pa.array(words[many]), "holders": pa.array(holders[many, 0])})])


def counted(work: Work, part: int) -> None:
    """Count in how many articles each word is, each article for its part."""
    settings = work.job.settings.group
    words, holders = work.all("crowded", "word", "holders")
    packed = held_skims(work, part)[1]
    shares = [part_of(one, words, holders, settings) for one in packed]
    found = ((one.words, np.tile((1, share), (len(one.words), 1))) for one, share in zip(packed, shares, strict=True))
    _write_sums(work, "counted", part, *counted_words(found, width=2), total=sum(shares))


def weighed(work: Work, part: int) -> None:
    """Weigh the words of a range, and tell which of them several articles have."""
    words, sums = _sums(work, "counted", part, 2)
    total = sum(int((place / "total").read_text()) for place in work.made("counted"))
    weights = weights_of(words, sums[:, 1], total, work.job.settings.group)
    with work.making("weighed", part) as folder:
        columns = {
            "word": pa.array(words),
            "weight": pa.array(np.frombuffer(weights.weights, "<f8")),
            "several": pa.array(sums[:, 0] > 1),
        }
        work.write(folder, [batch_of(columns)])
        (folder / "rarest").write_text(repr(weights.rarest))


def scale_of_all(work: Work) -> tuple[Scale, Hashes]:
    """Return the weights of all words, and those that several articles have."""
    words, weights, several = work.all("weighed", "word", "weight", "several")
    rarest = float((work.job.place("weighed", 0) / "rarest").read_text())
    scale = Scale(WordWeights(words.astype("<u8").tobytes(), weights.astype("<f8").tobytes(), rarest))
    return scale, words[several]


def _write_sums(work: Work, step: str, part: int, words: Hashes, sums: Ints, total: int = 0) -> None:
    columns = {"word": pa.array(words)} | {f"sum{at}": pa.array(sums[:, at]) for at in range(sums.shape[1])}
    with work.making(step, part) as folder:
        work.write(folder, parted(columns, by_range(words, work.job.parts), work.job.parts))
        (folder / "total").write_text(str(total))


def _sums(work: Work, step: str, part: int, width: int) -> tuple[Hashes, Ints]:
    """The sums of what all parts of a step counted of the words of one range."""
    rows = work.rows(step, part)
    sums = np.stack([rows.column(f"sum{at}").to_numpy() for at in range(width)], axis=1)
    return counted_words([(rows.column("word").to_numpy(), sums)], width=width)
