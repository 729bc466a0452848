from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bench.news import EDITS, edited, news
from newstemma.group.copies import bucket_pairs, checked, overlaps
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes, run_hashes, sketch, word_hashes

SKETCHES = st.lists(st.sets(st.integers(0, 30), max_size=12), max_size=12)


def sketches(sets: list[set[int]]) -> list[Hashes]:
    return [np.array(sorted(one), np.uint64) for one in sets]


def sketched(text: str) -> Hashes:
    return sketch([run_hashes(word_hashes(text), 4)], one_in=8, least=64)


@given(SKETCHES)
def test_small_buckets_give_every_pair_once_for_each_key(sets: list[set[int]]) -> None:
    keys = np.array([key for one in sets for key in sorted(one)], np.uint64)
    owners = np.array([at for at, one in enumerate(sets) for _ in one], np.int64)
    met = bucket_pairs(keys, owners, GroupSettings())
    wanted = {(a, b): len(sets[a] & sets[b]) for b in range(len(sets)) for a in range(b) if sets[a] & sets[b]}
    assert Counter(map(tuple, met.tolist())) == wanted


@given(SKETCHES, st.randoms(use_true_random=False))
def test_neither_order_nor_partition_of_rows_counts(sets: list[set[int]], random: Random) -> None:
    rows = [(key, at) for at, one in enumerate(sets) for key in one]
    random.shuffle(rows)
    settings = replace(GroupSettings(), run_bucket=3)
    found: list[Counter[tuple[int, ...]]] = []
    for parts in (1, 3):
        pairs: Counter[tuple[int, ...]] = Counter()
        for part in range(parts):  # whole buckets, as a shuffle by key gives them
            mine = [row for row in rows if row[0] % parts == part]
            keys, owners = np.array([k for k, _ in mine], np.uint64), np.array([o for _, o in mine], np.int64)
            pairs.update(map(tuple, bucket_pairs(keys, owners, settings).tolist()))
        found.append(pairs)
    assert found[0] == found[1]


@given(SKETCHES)
def test_what_is_held_is_the_share_of_the_shorter(sets: list[set[int]]) -> None:
    pairs = np.array([(a, b) for b in range(len(sets)) for a in range(b)], np.int64).reshape(-1, 2)
    found = checked(pairs, sketches(sets), GroupSettings())
    for (a, b), shared, held in zip(pairs.tolist(), found.shared.tolist(), found.held.tolist(), strict=True):
        assert shared == len(sets[a] & sets[b])
        assert held == shared / (min(len(sets[a]), len(sets[b])) + 1)


def test_an_oversized_bucket_is_represented() -> None:
    everybody = [{1, 2, 100 + at} for at in range(500)]
    found = overlaps(sketches(everybody), GroupSettings())
    assert set(range(500)) == set(found.pairs.ravel().tolist())
    assert len(found.pairs) <= 500 * GroupSettings().representatives


def test_edited_copies_are_found_and_accounts_of_one_event_are_none() -> None:
    random = Random(1)
    originals = [told.article.text for told in news(120) if told.source is None]
    texts = originals + [edited(text, how, random) for text in originals for how in EDITS]
    source = [*range(len(originals)), *(at for at in range(len(originals)) for _ in EDITS)]
    found = overlaps([sketched(text) for text in texts], GroupSettings())
    pairs = found.pairs[found.held >= GroupSettings().contained].tolist()
    right = [pair for pair in pairs if source[pair[0]] == source[pair[1]]]
    assert len(right) >= 0.97 * len(originals) * 21  # seven texts each
    assert len(right) >= 0.97 * len(pairs)  # an account's half may share three sentences of background with others


def test_a_short_part_is_compared_with_its_whole_as_far_as_both_reach() -> None:
    words = " ".join(f"w{number}" for number in range(600)).split(" ")
    found = overlaps([sketched(" ".join(part)) for part in (words, words[:80])], GroupSettings())
    assert found.held.tolist() == [found.shared[0] / (found.shared[0] + 1)]
