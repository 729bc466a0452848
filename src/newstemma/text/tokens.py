"""Words and marks of a text with their offsets, and the form under which two of them count as the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Token", "key", "tokenize"]


class Token(NamedTuple):
    """A word, number or single mark, at code points `start` to `end` of the text it was cut from.

    A named tuple, since a dataclass takes twice as long to make and every stage makes them by the thousand.
    """

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """The form under which this token is compared; see `key`."""
        return key(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than a mark."""
        return self.text[0].isalnum() or self.text[-1].isalnum()


_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}(?![^\W_])                      # U.S.   e.g.
    | \d+(?:[.,:]\d+)*(?:[^\W\d_]+)?                    # 84,000  1.3  10:30  143million  20th
    | [@\#]?\w+(?:['’ʼ.&/@-]\w+)*                       # words, mega-prison, don't, @name, nbc.example
    | \.\.\.+ | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut `text[start:end]` into words, numbers and marks; offsets count in the whole of `text`.

    >>> [token.text for token in tokenize("“It’s 84,000,” the U.S. mayor said.")]
    ['“', 'It’s', '84,000', ',', '”', 'the', 'U.S.', 'mayor', 'said', '.']

    White space belongs to no token; every other character belongs to exactly one.
    """
    return [
        Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]


_MARKS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-",
        "‑": "-", "…": "...", "\u00a0": " ", "\u200b": None, "\u00ad": None,
    }
)  # fmt: skip


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """Return the form under which two tokens count as the same: case, curly marks and abbreviation points removed.

    >>> key("U.S.") == key("US") == "u.s"
    True
    >>> key("us"), key("Don’t"), key("mega-prison"), key("84,000")
    ('us', "don't", 'mega-prison', '84000')

    A short word in capitals counts as an abbreviation, so that "US" and "us" stay apart.
    """
    plain = word.translate(_MARKS)
    if "." in plain and re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?", plain) and len(plain) > 2:
        return plain.rstrip(".").lower()
    if 2 <= len(plain) <= 3 and plain.isalpha() and plain.isupper():
        return ".".join(plain.lower())
    if plain[:1].isdigit():
        return plain.replace(",", "").lower()
    return plain.lower()
