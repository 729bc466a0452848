"""Words of a sentence as names need them, and what their capitals say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newstemma.annotate.gazetteer import FEMALE_NAMES, HONORIFICS, MALE_NAMES
from newstemma.text.tokens import tokenize

__all__ = ["Spotted", "Word", "given_name", "is_function_word", "is_initial", "joined", "read_words", "spotted"]

_tuple = tuple.__new__  # words are made by the hundred thousand: without the checks of their constructor
_TAIL = re.compile(r"[-–](?=(?:era|style|like|born|led|run|only|area|level|wide|friendly|\w+ed|\w+ing)\b)")
_APOSTROPHES = frozenset("'’")
_POSSESSIVE = re.compile(r"(?<=.)['’ʼ][sS]$")
_ARABIC = re.compile(r"(?:al|el|as|ash|an|ar)-[^\W\d_a-z]|d['’][^\W\d_a-z]")
_FUNCTION_WORDS = frozenset(
    """a an the this that these those in on at of for from with by to as and or but if it he she we they you i me us who
    what when where why how which is are was were be been being has have had do did does not no would could might must
    should his her its their our my your after before since during while than then there here also about into
    over""".split()
)


class Word(NamedTuple):
    """A word without its possessive ending, at code points `start` to `end`; `possessive` is that ending, or empty.

    `lower` is the word in lower case, without the point of an abbreviation. `capital` tells that its capital can be
    that of a name ("I" has its for another reason), `small` that it begins with a lower-case letter.
    """

    start: int
    end: int
    text: str
    lower: str
    possessive: str
    capital: bool
    small: bool


class Spotted(NamedTuple):
    """A name as it stands in print: its words, its text, and the capitalised title before it.

    `sentence` and `at` are the numbers of its sentence and, in that, of its first word; the others follow it there.
    `text` has single spaces; points and commas of abbreviations are kept.
    """

    words: tuple[Word, ...]
    text: str
    sentence: int
    at: int
    title: tuple[Word, ...] = ()
    known_only: bool = False

    @property
    def start(self) -> int:
        """Where the name begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the name ends, its possessive ending excluded."""
        return self.words[-1].end

    @property
    def last(self) -> int:
        """The number of its last word in its sentence."""
        return self.at + len(self.words) - 1

    @property
    def honorific(self) -> str:
        """The honorific before the name in lower case, or nothing."""
        return next((word.lower for word in self.title if word.lower in HONORIFICS), "")


def spotted(words: Sequence[Word], sentence: int, at: int, title: Sequence[Word] = ()) -> Spotted:
    """Return the name that `words` are, the first of them being number `at` of its sentence."""
    return Spotted(tuple(words), joined(words), sentence, at, tuple(title))


def joined(words: Sequence[Word]) -> str:
    """Return `words` as one line, points and commas close to the word before.

    >>> joined(read_words("Ida  F. Osk", 0, 11))
    'Ida F. Osk'
    """
    if len(words) == 1:
        return words[0].text
    parts: list[str] = []
    for number, word in enumerate(words, 1):
        if parts and word.text not in {".", ","}:
            parts.append(" ")
        parts.append(word.text)
        if number < len(words):
            parts.append(word.possessive)
    return "".join(parts)


def given_name(word: str) -> bool:
    """Tell whether `word` is a common given name.

    >>> given_name("Maria"), given_name("Harbor")
    (True, False)
    """
    return word.lower() in MALE_NAMES or word.lower() in FEMALE_NAMES


def read_words(text: str, start: int, end: int) -> list[Word]:
    """Cut `text[start:end]` into words and marks, possessive endings and lower-case tails taken off.

    >>> [(word.text, word.possessive) for word in read_words("Osk’s Harbor-based", 0, 18)]
    [('Osk', '’s'), ('Harbor', ''), ('-based', '')]
    """
    words: list[Word] = []
    for token in tokenize(text, start, end):
        begin, printed = token.start, token.text
        if printed in _APOSTROPHES and words and words[-1].end == begin and words[-1].text.endswith("s"):
            words[-1] = words[-1]._replace(possessive="’")
            continue
        for form in _forms(printed):
            stop = begin + len(form[0])
            words.append(_tuple(Word, (begin, stop, *form)))
            begin = stop
    return words


@lru_cache(maxsize=65_536)
def _forms(token: str) -> tuple[tuple[str, str, str, bool, bool], ...]:
    """Return what of a `Word` the token alone tells, for the one or two words that it is."""
    ending = _POSSESSIVE.search(token) if token[0].isalpha() else None
    if ending:
        return (_form(token[: ending.start()], possessive="’s"),)
    tail = _TAIL.search(token) if token[0].isupper() else None
    if tail:
        return (_form(token[: tail.start()]), _form(token[tail.start() :]))
    return (_form(token),)


def _form(text: str, *, possessive: str = "") -> tuple[str, str, str, bool, bool]:
    return text, text.lower().rstrip("."), possessive, _is_capital(text), text[0].islower()


def _is_capital(text: str) -> bool:
    """Tell whether the capital of a word can be that of a name; "I" and "I'm" have theirs for another reason."""
    if text[0] in "#@":
        return text[1:2].isalpha()
    if text[0] in "IAO" and (len(text) == 1 or (text[0] == "I" and text[1] in "'’")):
        return False
    return text[0].isupper() or _ARABIC.match(text) is not None


def is_function_word(word: Word) -> bool:
    """Tell whether `word` belongs to no name although it may stand in capitals."""
    return word.lower in _FUNCTION_WORDS and not (word.lower == "us" and word.text.isupper())


def is_initial(words: Sequence[Word], index: int) -> bool:
    """Tell whether an initial stands at `index`: "F." of "Jon F. Osk"."""
    return (
        len(words[index].text) == 1
        and index + 2 < len(words)
        and words[index + 1].text == "."
        and words[index + 1].start == words[index].end
        and words[index + 2].capital
    )
