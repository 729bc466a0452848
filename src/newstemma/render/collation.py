"""Which words of a reconstruction one witness has, lacks or puts its own for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from newstemma.render.phrases import count
from newstemma.text.tokens import Token, tokenize

__all__ = ["Reading", "Stretch", "collate"]

# Words that recur in more than one in a hundred places anchor nothing in a text this long (difflib's "autojunk");
# without it two speeches of ten thousand words would take minutes.
_LONG = 400


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the reconstruction that a witness "has" or "lacks", its "own" words, or a "gap": many lacked words."""

    text: str
    kind: Literal["has", "lacks", "own", "gap"]


Reading = tuple[Stretch, ...]


def collate(wording: str, printed: Sequence[str], gap_words: int) -> Reading:
    """Set what one witness prints, in one or more pieces, beside the wording.

    >>> [(each.kind, each.text) for each in collate("Nobody saw it. It rained.", ["No one saw it."], 8)]
    [('lacks', 'Nobody'), ('own', 'No one'), ('has', 'saw it.'), ('lacks', 'It rained.')]

    Punctuation goes with the word before it, and is not compared. `gap_words` lacked words in a row become a gap.
    """
    tokens = [token for token in tokenize(wording) if token.is_word]
    keys = [token.key for token in tokens]
    has = [False] * len(tokens)
    own: dict[int, list[str]] = {}
    for piece in printed:
        words = [token for token in tokenize(piece) if token.is_word]
        for tag, i1, i2, j1, j2 in _opcodes(keys, [word.key for word in words]):
            if tag == "equal":
                has[i1:i2] = [True] * (i2 - i1)
            elif j1 < j2:
                # Behind the words that they stand for, but before a gap, where a reader looks for what follows.
                own.setdefault(i1 if i2 - i1 >= gap_words else i2, []).append(
                    piece[words[j1].start : words[j2 - 1].end]
                )
    return _stretches(wording, tokens, has, own, gap_words)


def _opcodes(keys: list[str], words: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Align; a witness that prints one stretch of the wording as it stands, the usual case, needs no search."""
    whole, part = "\x1f".join(["", *keys, ""]), "\x1f".join(["", *words, ""])
    at = whole.find(part) if words else -1
    if at >= 0:
        first = whole.count("\x1f", 0, at)
        return [("equal", first, first + len(words), 0, len(words))]
    autojunk = max(len(keys), len(words)) > _LONG
    return [(str(tag), *ends) for tag, *ends in SequenceMatcher(None, keys, words, autojunk).get_opcodes()]  # type: ignore[misc]


def _stretches(
    wording: str, tokens: list[Token], has: list[bool], own: dict[int, list[str]], gap_words: int
) -> Reading:
    found: list[Stretch] = []
    first = 0
    for last in range(1, len(tokens) + 1):
        if last < len(tokens) and has[last] == has[first] and last not in own:
            continue
        found += _run(wording, tokens, first, last, has[first], gap_words)
        found += [Stretch(words, "own") for words in own.get(last, ())]
        first = last
    opening = [Stretch(words, "own") for words in own.get(0, ())]
    return tuple(opening + found)


def _run(wording: str, tokens: list[Token], first: int, last: int, has: bool, gap_words: int) -> list[Stretch]:
    if not has and last - first >= gap_words:
        return [Stretch(count(last - first, "word"), "gap")]
    start = tokens[first].start if first else 0
    end = tokens[last].start if last < len(tokens) else len(wording)
    # An opening mark before the next word belongs to that word.
    text = wording[start:end].rstrip().rstrip("“‘«„([").rstrip()
    return [Stretch(text, "has" if has else "lacks")]
