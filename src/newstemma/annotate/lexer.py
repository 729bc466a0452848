"""Text cut finely for the grammars of numbers and times: letters, figures and marks apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Lexemes", "lex"]

# Figures in groups of three may stand apart: with spaces that do not break, or with any where there are two groups.
_LEXEME = re.compile(
    r"(?<![\d.,+(-])[1-9]\d{0,2}(?:(?:[\u00a0\u202f\u2009]\d{3}){1,5}+|(?: \d{3}){2,5}+)(?![,.-]?\d| \d)"
    r"|\d+(?:[.,:]\d+)*|(?<![\w.])\.\d+|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S"
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "⁄": "/"})


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a stretch of text: offsets in the whole text, and lower-case words with plain marks.

    `cased` tells whether the stretch has a capital anywhere, so that its absence at a word says something.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    cased: bool

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, index: int) -> bool:
        """Tell whether lexeme `index` follows the one before it without white space."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Tell whether lexeme `index` begins with a capital."""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()

    def printed(self, index: int) -> str:
        """Return the lexeme at `index` as it stands in the text, empty outside the stretch."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def word(self, index: int) -> str:
        """Return the word at `index`, empty outside the stretch."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def lex(text: str, start: int = 0, end: int | None = None) -> Lexemes:
    """Cut `text[start:end]` into lexemes; a hyphen and an apostrophe are lexemes of their own.

    >>> lex("the 20-month-old’s $1.3m").words
    ['the', '20', '-', 'month', '-', 'old', "'", 's', '$', '1.3', 'm']
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    cased = False
    for match in _LEXEME.finditer(text, start, len(text) if end is None else end):
        starts.append(match.start())
        ends.append(match.end())
        printed = match.group()
        word = printed.lower()
        cased = cased or word != printed
        words.append(word if word.isascii() else word.translate(_PLAIN))
    return Lexemes(text, starts, ends, words, cased)
