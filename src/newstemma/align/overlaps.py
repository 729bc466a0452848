"""Which quoted texts share words, and whether they can be pieces of one wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from newstemma.align.fragments import is_content
from newstemma.settings.utterances import UtteranceSettings
from newstemma.text.alignment import Block, align

__all__ = ["Overlap", "Wording", "candidates", "contains", "overlap"]


class Wording(Protocol):
    """Words in a row, and where a sentence of theirs may end; index -1 asks whether one may begin at the first."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words."""
        ...

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a sentence may end after word `index`."""
        ...


@dataclass(frozen=True, slots=True)
class Overlap:
    """How two texts overlap.

    `identity` is the share of the overlap that agrees, as for two reads of a genome: words matched, over words matched
    and changed, gaps, and what both texts have beyond the overlap inside the same sentence. `run` is the longest exact
    run in words, `contained` tells that the shorter stands in the longer word for word.
    """

    blocks: tuple[Block, ...]
    matched: int
    content: int
    run: int
    identity: float
    contained: bool


_GAP_WORDS = 3  # a longer gap counts as so many words: dropping a clause is one change


def overlap(a: Wording, b: Wording) -> Overlap | None:
    """Align two wordings; `None` where they share no two words in a row, or no content word."""
    keys, other_keys = a.keys, b.keys
    if min(len(keys), len(other_keys)) > 1 and set(pairwise(keys)).isdisjoint(pairwise(other_keys)):
        return None
    blocks = align(keys, other_keys)
    shared = [keys[block.a + step] for block in blocks for step in range(block.size)]
    content = sum(map(is_content, shared))
    if not content:
        return None
    first, last = blocks[0], blocks[-1]
    changed = sum(
        _changed(following.a - block.a - block.size, following.b - block.b - block.size)
        for block, following in pairwise(blocks)
    )
    end, other_end = last.a + last.size, last.b + last.size
    left = min(_to_sentence_start(a, first.a), _to_sentence_start(b, first.b))
    right = min(_to_sentence_end(a, end, len(keys)), _to_sentence_end(b, other_end, len(other_keys)))
    return Overlap(
        blocks=blocks,
        matched=len(shared),
        content=content,
        run=max(block.size for block in blocks),
        identity=len(shared) / (len(shared) + changed + left + right),
        contained=len(blocks) == 1 and first.size == min(len(keys), len(other_keys)),
    )


def _changed(words_a: int, words_b: int) -> int:
    """Return what a place where the two differ counts: words changed, and a gap."""
    replaced, gap = min(words_a, words_b), abs(words_a - words_b)
    return replaced + min(gap, _GAP_WORDS)


def _to_sentence_start(wording: Wording, index: int) -> int:
    """Return how many words stand before word `index` in its sentence."""
    count = 0
    while count < index and not wording.ends_sentence(index - count - 1):
        count += 1
    return count


def _to_sentence_end(wording: Wording, index: int, size: int) -> int:
    """Return how many words stand from word `index` on in the sentence of the word before it."""
    count = 0
    while index + count < size and not wording.ends_sentence(index + count - 1):
        count += 1
    return count


def contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Tell whether `shorter` stands in `longer` word for word.

    >>> contains("in return for a small deposit".split(), "for a small deposit".split())
    True
    """
    size = len(shorter)
    if not size:
        return False
    shorter = tuple(shorter)
    return any(
        longer[start] == shorter[0] and tuple(longer[start : start + size]) == shorter
        for start in range(len(longer) - size + 1)
    )


def candidates(
    texts: Mapping[int, Sequence[str]], groups: Mapping[int, str], settings: UtteranceSettings
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts that are worth aligning, each once, sorted.

    Two texts meet where they share a shingle with a content word in it: within one group of speakers (`groups`; ""
    is unknown) at one place, otherwise at two places or more. A shingle that many texts share leads each of them to
    the longest ones only, which keeps the work linear.
    """
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, keys in texts.items():
        for shingle in _shingles(keys, settings.shingle_words):
            postings[shingle].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in postings.values():
        longest = sorted(
            numbers, key=lambda number: (-len(texts[number]), tuple(texts[number]), groups[number], number)
        )
        for one in longest[: settings.rivals_compared]:
            for other in longest:
                if one != other and (other not in longest[: settings.rivals_compared] or one < other):
                    shared[min(one, other), max(one, other)] += 1
    for (one, other), places in sorted(shared.items()):
        if groups[one] == groups[other] or places >= 2:
            yield one, other


def _shingles(keys: Sequence[str], size: int) -> set[tuple[str, ...]]:
    found = (tuple(keys[start : start + size]) for start in range(len(keys) - size + 1))
    return {shingle for shingle in found if any(map(is_content, shingle))}
