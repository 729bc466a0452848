"""Edited copies found, beside datasketch and rensa in the same run: recall, precision, documents a second on one core.

`python -m bench.duplicates [COUNT]` makes so many invented articles (3,000) that copy nothing, confusers among them,
and edits each in every way of `bench.news`; all are mixed. Recall is the share of copies that are found with their
original; precision the share of all pairs found that go back to one original. Where the gold sets are at hand the same
is done with the articles of news_cluster, whose own reprints count as wrong there. Peers get runs of as many words,
hashed by Python; theirs is MinHash with 128 permutations and their own index, at the thresholds of Jaccard that are
named. Seconds are all of it: words, runs, keys, join and check. Then passages, pairs that share runs but are no copies;
and the bytes that are hashed in a second beside those that the memory copies.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from bench.news import EDITS, edited, news
from evals.gold import data_folder, records
from newstemma.group.copies import Overlaps, overlaps
from newstemma.settings.group import GroupSettings
from newstemma.settings.skim import SkimSettings
from newstemma.text.sketch import run_hashes, sketch, word_hashes

__all__ = ["main"]

COUNT = 3_000
_SEED = 1
_PERMUTATIONS = 128
_FEWEST_WORDS = 60  # of an original: fewer are a caption, of which a half is nothing
_COPIED = 1 << 29  # bytes by which the memory is measured, more than any cache holds
_PASSAGE = 4  # sampled runs in common: about 35 words in a row

Found = set[tuple[int, int]]


def our_overlaps(texts: Sequence[str]) -> Overlaps:
    """Return what the program finds: all pairs that share runs of words."""
    how = SkimSettings()
    runs = (run_hashes(word_hashes(text), how.shingle_words) for text in texts)
    sketches = [sketch([one], one_in=how.shingles_one_in, least=how.shingles_least) for one in runs]
    return overlaps(sketches, GroupSettings())


def _ours(texts: Sequence[str]) -> Found:
    found = our_overlaps(texts)
    pairs = found.pairs[found.held >= GroupSettings().contained]
    return set(map(tuple, pairs.tolist()))


def _runs(text: str) -> list[str]:
    words, size = text.lower().split(), SkimSettings().shingle_words
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def _datasketch(threshold: float) -> Callable[[Sequence[str]], Found]:
    from datasketch import MinHash, MinHashLSH

    def find(texts: Sequence[str]) -> Found:
        index = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS)
        found: Found = set()
        for at, text in enumerate(texts):
            signature = MinHash(num_perm=_PERMUTATIONS)
            signature.update_batch([run.encode() for run in _runs(text)])
            found.update((int(other), at) for other in index.query(signature))
            index.insert(at, signature)
        return found

    return find


def _rensa(threshold: float) -> Callable[[Sequence[str]], Found]:
    from rensa import RMinHash, RMinHashLSH

    bands = 16 if threshold >= 0.5 else 64  # of 128 values: likely from about 0.7, or 0.12, of Jaccard on

    def find(texts: Sequence[str]) -> Found:
        index = RMinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS, num_bands=bands)
        found: Found = set()
        signatures: list[RMinHash] = []
        for at, text in enumerate(texts):
            signature = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
            signature.update(_runs(text))
            met = (other for other in index.query(signature) if signatures[other].jaccard(signature) >= threshold)
            found.update((other, at) for other in met)
            index.insert(at, signature)
            signatures.append(signature)
        return found

    return find


def _copied(originals: Sequence[str]) -> tuple[list[str], list[int], list[str]]:
    """Return originals and copies, mixed: texts, the number of each one's original, and how it was edited."""
    random = Random(_SEED)
    made = [(text, number, "") for number, text in enumerate(originals)]
    made += [(edited(text, how, random), number, how) for number, text in enumerate(originals) for how in EDITS]
    random.shuffle(made)
    texts, numbers, hows = zip(*made, strict=True)
    return list(texts), list(numbers), list(hows)


def _report(name: str, originals: Sequence[str]) -> None:
    texts, numbers, hows = _copied(originals)
    at_original = {number: at for at, (number, how) in enumerate(zip(numbers, hows, strict=True)) if not how}
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{name}: {len(originals)} originals, {len(texts)} documents of {words:.0f} words")
    head = "".join(f"{how[:14]:>15}" for how in EDITS)
    print(f"{'':22}{'recall':>7}{'precision':>10}{'docs/s':>8}{'x theirs':>9}{head}")
    ways: dict[str, Callable[[Sequence[str]], Found]] = {"newstemma": _ours}
    for threshold in (0.5, 0.2):
        ways[f"datasketch, {threshold}"] = _datasketch(threshold)
        ways[f"rensa, {threshold}"] = _rensa(threshold)
    ours = 0.0
    for way, find in ways.items():
        begun = time.process_time()
        found = find(texts)
        rate = len(texts) / (time.process_time() - begun)
        ours = ours or rate
        right = sum(numbers[a] == numbers[b] for a, b in found)
        recalls = {how: [0, 0] for how in EDITS}
        for at, (number, how) in enumerate(zip(numbers, hows, strict=True)):
            if how:
                original = at_original[number]
                recalls[how][0] += (min(at, original), max(at, original)) in found
                recalls[how][1] += 1
        shares = {how: hit / of for how, (hit, of) in recalls.items()}
        line = f"{way:22}{sum(shares.values()) / len(shares):7.3f}{right / max(1, len(found)):10.3f}{rate:8.0f}"
        print(line + f"{ours / rate:9.1f}" + "".join(f"{share:15.3f}" for share in shares.values()), flush=True)


def _passages(originals: Sequence[str]) -> None:
    """A paragraph of each article put into another: how many of the pairs are found, and at what speed."""
    random = Random(_SEED)
    texts = list(originals)
    given = list(range(len(texts)))
    random.shuffle(given)
    wanted: Found = set()
    for at, other in enumerate(given):
        if at != other:
            paragraph = max(originals[other].split("\n\n"), key=len)
            texts[at] += "\n\n" + paragraph
            wanted.add((min(at, other), max(at, other)))
    begun = time.process_time()
    found = our_overlaps(texts)
    rate = len(texts) / (time.process_time() - begun)
    pairs = set(map(tuple, found.pairs[found.shared >= _PASSAGE].tolist()))
    print(f"passages: {len(wanted & pairs) / len(wanted):.3f} of pairs that share a paragraph, {rate:.0f} docs/s")


def _hashing(texts: Sequence[str]) -> None:
    """Bytes of text that are hashed in a second, to words and to runs, beside those that the memory copies."""
    size, how = sum(map(len, texts)), SkimSettings()
    begun = time.process_time()
    for text in texts:
        run_hashes(word_hashes(text), how.shingle_words)
    hashed = size / (time.process_time() - begun)
    source = np.ones(_COPIED, np.uint8)
    target = np.empty_like(source)
    target[:] = source  # its pages are there from here on
    begun = time.process_time()
    target[:] = source
    copied = _COPIED / (time.process_time() - begun)
    print(f"hashing: {hashed / 1e6:.0f} MB of text a second; the memory copies {copied / 1e9:.1f} GB a second")


def main() -> None:
    """Print the tables."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    our_overlaps(["a few words so that tables are made"])
    np.seterr(all="raise", over="ignore")
    originals: list[str] = []
    for told in news(20 * count):
        if told.source is None and len(originals) < count:
            originals.append(told.article.text)
    _report("invented news", originals)
    _passages(originals)
    _hashing(originals)
    data = data_folder()
    if data is not None:
        held = (record["text"] for record in records(data / "news_cluster.jsonl.gz"))
        _report("news_cluster", [text for text in held if len(text.split()) >= _FEWEST_WORDS])


if __name__ == "__main__":
    main()
