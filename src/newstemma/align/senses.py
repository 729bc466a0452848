"""What of the sense a change of words touches."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from newstemma.align.fragments import is_content
from newstemma.model import Affects

__all__ = ["affected", "condition_phrases"]

_NEGATIONS = frozenset(
    "no not never none nobody nothing nor neither without nowhere cannot hardly scarcely barely".split()
)
_HEDGES = frozenset(
    """may might could would should perhaps possibly probably likely maybe apparently reportedly allegedly supposedly
    seemingly presumably roughly approximately nearly almost around believe think suggest suggests appear appears seem
    seems potentially arguably""".split()
)
# "about" only hedges a figure, and is mostly a preposition.
_CONDITIONS = (
    "only if", "if and only if", "only", "solely", "exclusively", "if", "unless", "provided", "providing", "except",
    "excluding", "until", "in exchange for", "in return for", "up to", "at most", "at least", "no more than",
    "not more than", "no less than", "as long as", "so long as", "subject to", "on condition", "on the condition",
    "contingent on", "conditional on", "depending on", "with the exception of", "limited to", "but not", "other than",
    "pending", "within limits", "where possible", "when possible", "in case", "assuming",
)  # fmt: skip
_CONDITIONS_BY_FIRST: dict[str, list[tuple[str, ...]]] = defaultdict(list)
for _words in sorted((tuple(phrase.split()) for phrase in _CONDITIONS), key=lambda words: (-len(words), words)):
    _CONDITIONS_BY_FIRST[_words[0]].append(_words)
_NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen dozens half third quarter twice double""".split()
)
_PHRASE_WORDS = 10  # a condition is shown up to here, or to the end of its clause
_CLAUSE_END = re.compile(r"[,;:.!?()\[\]—–]")


def affected(words: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]] = ()) -> set[Affects]:
    """Return what the change from `words` to `others` touches, both as pairs of key and characters.

    >>> sorted(affected([("never", "never"), ("30", "30")]))
    ['negation', 'number']
    >>> affected([("the", "the")], [("a", "a")])
    set()
    """
    keys, other_keys = [key for key, _ in words], [key for key, _ in others]
    found: set[Affects] = set()
    if sum(key in _NEGATIONS for key in keys) != sum(key in _NEGATIONS for key in other_keys):
        found.add("negation")
    if {key for key in keys if key in _HEDGES} != {key for key in other_keys if key in _HEDGES} or (
        _hedged_figure(keys) != _hedged_figure(other_keys)
    ):
        found.add("hedge")
    if _numbers(keys) != _numbers(other_keys):
        found.add("number")
    if _conditions(keys) != _conditions(other_keys):
        found.add("condition")
    if _names(words) != _names(others):
        found.add("name")
    return found


def _hedged_figure(keys: Sequence[str]) -> bool:
    return any(key == "about" and _numbers(keys[at + 1 : at + 2]) for at, key in enumerate(keys))


def _numbers(keys: Sequence[str]) -> list[str]:
    return sorted(key for key in keys if key[:1].isdigit() or (key in _NUMBER_WORDS and key != "one"))


def _conditions(keys: Sequence[str]) -> list[tuple[str, ...]]:
    return [words for _, words in _markers(keys)]


def _markers(keys: Sequence[str]) -> list[tuple[int, tuple[str, ...]]]:
    """Return the conditions' opening words, with where they stand; the longest of those that overlap."""
    found: list[tuple[int, tuple[str, ...]]] = []
    at = 0
    while at < len(keys):
        possible = _CONDITIONS_BY_FIRST.get(keys[at], ())
        marker = next((words for words in possible if tuple(keys[at : at + len(words)]) == words), None)
        if marker:
            found.append((at, marker))
        at += len(marker) if marker else 1
    return found


def _names(words: Sequence[tuple[str, str]]) -> set[str]:
    """Return the capitalised words; the first may owe its capital to a sentence's beginning and does not count."""
    return {key for key, text in words[1:] if text[:1].isupper() and is_content(key)}


def condition_phrases(keys: Sequence[str], glue: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the conditions in some words as (start, where the marker ends, end); `glue` follows each word.

    >>> keys = "we pay only small bills at once".split()
    >>> condition_phrases(keys, [" "] * 4 + [", "] + [" "] * 2)
    [(2, 3, 5)]
    """
    found = []
    markers = _markers(keys)
    starts = {start for start, _ in markers}
    for start, marker in markers:
        content = start + len(marker)
        end = content
        while end < min(len(keys), start + _PHRASE_WORDS) and end not in starts:
            end += 1
            if _CLAUSE_END.search(glue[end - 1]):
                break
        if _CLAUSE_END.search(glue[content - 1]) or not any(map(is_content, keys[content:end])):
            continue
        found.append((start, content, end))
    return found
