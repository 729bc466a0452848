"""Local alignment of two sequences of keys: exact anchors first, dynamic programming between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

__all__ = ["WILDCARD", "Block", "align"]

WILDCARD = "\ufffc"
"""A key that may stand for any other; it helps an alignment along but is never part of a block."""

# Scores as in Smith and Waterman (1981) with Gotoh's affine gaps (1982). A gap is dear to open and cheap to extend,
# since editors drop whole clauses; on two runs of four words a gap of twenty is still worth taking.
_MATCH, _WILD, _MISMATCH, _OPEN, _EXTEND = 2.0, 0.5, -1.0, -1.25, -0.25
_ANCHOR_WORDS = 3
_MOST_CELLS = 4096  # of one table; what is larger and has no anchor is cut to windows next to the anchors
_WINDOW = 64


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """`size` equal keys in a row, from `a` in the first sequence and from `b` in the second."""

    a: int
    b: int
    size: int


class _Region(NamedTuple):
    """A stretch of both sequences, and whether each end is fixed by an anchor."""

    a0: int
    a1: int
    b0: int
    b1: int
    left_fixed: bool
    right_fixed: bool


def align(a: Sequence[str], b: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks of the best local alignment of `a` and `b`, in order.

    >>> align("we will never pay the bill".split(), "they will pay the bill".split())
    (Block(a=1, b=1, size=1), Block(a=3, b=2, size=3))

    Empty where nothing is shared. Runs that occur once in both anchor it, so that near copies cost linear time; without
    an anchor, a product of lengths over 4096 is cut to the first words of each.
    """
    return _aligned(tuple(a), tuple(b))


@lru_cache(maxsize=4096)  # the same two texts are aligned to be grouped, laid out, voted on and placed
def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Block, ...]:
    if a and a == b and WILDCARD not in a:
        return (Block(0, 0, len(a)),)
    anchors = _anchors(a, b)
    pairs: list[tuple[int, int]] = []
    a0 = b0 = 0
    for block in anchors:
        pairs += _pairs(a, b, _Region(a0, block.a, b0, block.b, left_fixed=bool(a0 or b0), right_fixed=True))
        pairs += [(block.a + step, block.b + step) for step in range(block.size)]
        a0, b0 = block.a + block.size, block.b + block.size
    pairs += _pairs(a, b, _Region(a0, len(a), b0, len(b), left_fixed=bool(anchors), right_fixed=False))
    return _pruned(_blocks(pairs))


def _anchors(a: tuple[str, ...], b: tuple[str, ...]) -> list[Block]:
    """Return the longest chain of runs that occur once in both, each as far as it is exact."""
    in_a, in_b = _once(a), _once(b)
    starts = sorted((in_a[gram], in_b[gram]) for gram in in_a.keys() & in_b.keys())
    blocks: list[Block] = []
    a_end = b_end = 0
    for i, j in _rising(starts):
        if i < a_end or j < b_end:
            continue
        while i > a_end and j > b_end and a[i - 1] == b[j - 1] != WILDCARD:
            i, j = i - 1, j - 1
        size = 0
        while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size] != WILDCARD:
            size += 1
        blocks.append(Block(i, j, size))
        a_end, b_end = i + size, j + size
    return blocks


@lru_cache(maxsize=4096)
def _once(keys: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    """Return the runs of anchor length that occur exactly once, and where."""
    where: dict[tuple[str, ...], int] = {}
    for start in range(len(keys) - _ANCHOR_WORDS + 1):
        gram = keys[start : start + _ANCHOR_WORDS]
        where[gram] = -1 if gram in where or WILDCARD in gram else start
    return {gram: start for gram, start in where.items() if start >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest subsequence of `pairs`, sorted by their first, that rises in the second (patience sorting)."""
    tops: list[int] = []
    top_at: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(top_at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            top_at.append(index)
        else:
            tops[pile], top_at[pile] = j, index
    chain: list[tuple[int, int]] = []
    index = top_at[-1] if top_at else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _pairs(a: Sequence[str], b: Sequence[str], region: _Region) -> list[tuple[int, int]]:
    """Return the matched positions inside `region`."""
    a0, a1, b0, b1, left_fixed, right_fixed = region
    if a0 == a1 or b0 == b1:
        return []
    if (a1 - a0) * (b1 - b0) > _MOST_CELLS:
        if left_fixed and right_fixed:
            return []
        if right_fixed:
            a0, b0 = max(a0, a1 - _WINDOW), max(b0, b1 - _WINDOW)
        else:
            a1, b1 = min(a1, a0 + _WINDOW), min(b1, b0 + _WINDOW)
    if not set(a[a0:a1]) & set(b[b0:b1]):
        return []
    matched = _gotoh(a[a0:a1], b[b0:b1], left_fixed, right_fixed)
    return [(a0 + i, b0 + j) for i, j in matched]


def _gotoh(a: Sequence[str], b: Sequence[str], left_fixed: bool, right_fixed: bool) -> list[tuple[int, int]]:
    """Align by dynamic programming; an end that is not fixed may be left out for nothing."""
    wide = len(b) + 1
    floor = float("-inf") if left_fixed else 0.0
    best = [[0.0, *(max(floor, _OPEN + _EXTEND * step) for step in range(1, wide))]]
    steps = [list(range(wide))]  # 0: a pair; k > 0: k words of b left out; k < 0: -k words of a left out
    down, down_size = [float("-inf")] * wide, [0] * wide
    for i, scores in enumerate(_scored(a, b), 1):
        above = best[-1]
        row, step_row = [max(floor, _OPEN + _EXTEND * i)], [-i]
        left, across, across_size = row[0], float("-inf"), 0
        for j, score in enumerate(scores, 1):
            top, step = above[j - 1] + score, 0
            opened, kept = left + _OPEN, across
            across, across_size = (kept + _EXTEND, across_size + 1) if kept >= opened else (opened + _EXTEND, 1)
            if across > top:
                top, step = across, across_size
            opened, kept = above[j] + _OPEN, down[j]
            if kept >= opened:
                sunk = kept + _EXTEND
                down_size[j] += 1
            else:
                sunk = opened + _EXTEND
                down_size[j] = 1
            down[j] = sunk
            if sunk > top:
                top, step = sunk, -down_size[j]
            left = top if top > floor else floor
            row.append(left)
            step_row.append(step)
        best.append(row)
        steps.append(step_row)
    i, j = len(a), len(b)
    if not right_fixed:
        score, i = max((max(row), -i) for i, row in enumerate(best))
        i = -i
        j = best[i].index(score)
    return _walked_back(a, b, best, steps, (i, j), floor)


def _scored(a: Sequence[str], b: Sequence[str]) -> Iterator[list[float]]:
    """Yield for each word of `a` what it scores against each of `b`."""
    rows: dict[str, list[float]] = {}
    for word in a:
        if word not in rows:
            rows[word] = [_WILD if WILDCARD in (word, other) else _MATCH if word == other else _MISMATCH for other in b]
        yield rows[word]


def _walked_back(
    a: Sequence[str],
    b: Sequence[str],
    best: list[list[float]],
    steps: list[list[int]],
    cell: tuple[int, int],
    floor: float,
) -> list[tuple[int, int]]:
    """Walk back from `cell` and collect the pairs of equal words."""
    i, j = cell
    pairs: list[tuple[int, int]] = []
    while i and j and best[i][j] > floor:
        step = steps[i][j]
        if step > 0:
            j -= step
        elif step < 0:
            i += step
        else:
            i, j = i - 1, j - 1
            if a[i] == b[j] != WILDCARD:
                pairs.append((i, j))
    return pairs[::-1]


def _blocks(pairs: list[tuple[int, int]]) -> list[Block]:
    blocks: list[Block] = []
    for i, j in pairs:
        if blocks and blocks[-1].a + blocks[-1].size == i and blocks[-1].b + blocks[-1].size == j:
            blocks[-1] = Block(blocks[-1].a, blocks[-1].b, blocks[-1].size + 1)
        else:
            blocks.append(Block(i, j, 1))
    return blocks


def _pruned(blocks: list[Block]) -> tuple[Block, ...]:
    """Drop words that match by chance: one or two in the middle of much that does not."""
    kept: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        before = _gap(kept[-1], block) if kept else 0
        after = _gap(block, following) if following else 0
        if block.size > 2 or min(before, after) < 3 * block.size:
            kept.append(block)
    return tuple(kept)


def _gap(one: Block, other: Block) -> int:
    return max(other.a - one.a - one.size, other.b - one.b - one.size)
