"""A text as the grammar of times sees it: one symbol a word or number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from newstemma.annotate.calendar_terms import (
    MONTH_ABBREVIATIONS,
    MONTHS,
    SYMBOLS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
    ZONES,
)
from newstemma.annotate.lexer import Lexemes, lex
from newstemma.annotate.numerals import CARDINALS, ORDINALS, numeral_at, ordinal
from newstemma.model import Span

__all__ = ["Items", "classify"]

# Words before a month or weekday whose name is also a word or a given name.
_BEFORE_NAMES = frozenset(
    """in since of until till by from last next this early late mid to through during before after on and between that
    every each previous past following - , (""".split()
)
_DOUBTFUL_MONTHS = frozenset("may march april june august".split())
_PAIRS = frozenset({("more", "than"), ("less", "than"), ("at", "least"), ("up", "to"), ("fewer", "than")})
_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
            "nineties": 9}  # fmt: skip
# All words that can be or begin something other than "~"; most words of a text are passed over by one look-up.
_KNOWN = (
    frozenset(SYMBOLS)
    | frozenset(CARDINALS)
    | frozenset(ORDINALS)
    | frozenset(MONTH_ABBREVIATIONS)
    | frozenset(WEEKDAY_ABBREVIATIONS)
    | frozenset(_DECADES)
    | {first for first, _ in _PAIRS}
    | {"o"}
)


@dataclass(slots=True)
class Items:
    """Words and numbers of a text in order; `symbols` has one character for each, "\\n" between sentences."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)

    def add(self, symbol: str, start: int, end: int, word: str = "", value: float = 0.0) -> None:
        """Append one item."""
        self.symbols.append(symbol)
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)
        self.values.append(value)


def classify(text: str, sentences: Iterable[Span]) -> Items:
    """Give each word and number in `sentences` its symbol; see `calendar_terms.SYMBOLS` and `time_rules`.

    >>> "".join(classify("On Feb. 4 he left", [Span("a", 0, 17)]).symbols)
    'oMD~~\\n'

    Besides: D a day number, N another number, O an ordinal, Y a year, Z a decade, C a clock time, K "o'clock".
    """
    items = Items()
    for sentence in sentences:
        lexemes = lex(text, sentence.start, sentence.end)
        at = 0
        words = lexemes.words
        while at < len(words):
            if words[at] in _KNOWN or words[at][0].isdigit():
                at = _add(items, lexemes, at)
            else:
                items.add("~", lexemes.starts[at], lexemes.ends[at], words[at])
                at += 1
        items.add("\n", sentence.end, sentence.end)
    return items


def _add(items: Items, lexemes: Lexemes, at: int) -> int:
    """Add the item at lexeme `at`; return where the next begins."""
    words, word = lexemes.words, lexemes.words[at]
    start = lexemes.starts[at]
    if word[0].isdigit():
        return _add_figures(items, lexemes, at)
    symbol, end = SYMBOLS.get(word, "~"), at + 1
    value = 0.0
    if at + 1 < len(words) and (word, words[at + 1]) in _PAIRS:
        items.add("H", start, lexemes.ends[at + 1], word)
        return at + 2
    if symbol == "M":
        symbol, value = ("M", float(MONTHS[word])) if _is_month(lexemes, at) else ("~", 0.0)
    elif symbol == "W":
        value = float(WEEKDAYS[word])
    elif symbol == "z" and lexemes.text[start : lexemes.ends[at]] != word.upper():
        symbol = "~"
    elif symbol == "~":
        return _add_other(items, lexemes, at)
    elif symbol == "a":
        return _add_article(items, lexemes, at)
    items.add(symbol, start, lexemes.ends[end - 1], word, value)
    return end


def _add_article(items: Items, lexemes: Lexemes, at: int) -> int:
    """Add "a", or a number that begins with it: "a hundred"."""
    start, word = lexemes.starts[at], lexemes.words[at]
    numeral = numeral_at(lexemes.words, at)
    if numeral is None:
        items.add("a", start, lexemes.ends[at], word, 1.0)
        return at + 1
    items.add("N", start, lexemes.ends[numeral.end - 1], word, numeral.value)
    return numeral.end


def _add_other(items: Items, lexemes: Lexemes, at: int) -> int:
    """Add number words, ordinals, abbreviated names and decades in words."""
    words, word, start = lexemes.words, lexemes.words[at], lexemes.starts[at]
    if word in CARDINALS and (numeral := numeral_at(words, at)) is not None:
        if (year := _year_in_words(words, at, numeral.end)) is not None:
            end = year[0]
            items.add("Y", start, lexemes.ends[end - 1], word, float(year[1]))
            return end
        items.add("N", start, lexemes.ends[numeral.end - 1], word, numeral.value)
        return numeral.end
    if (number := ordinal(word)) is not None:
        items.add("O", start, lexemes.ends[at], word, float(number))
    elif (names := _abbreviated(lexemes, at)) is not None:
        symbol, value, end = names
        items.add(symbol, start, lexemes.ends[end - 1], word, float(value))
        return end
    elif word in _DECADES:
        items.add("Z", start, lexemes.ends[at], word, 190.0 + _DECADES[word])
    elif word == "o" and words[at + 1 : at + 3] == ["'", "clock"]:
        items.add("K", start, lexemes.ends[at + 2], word)
        return at + 3
    else:
        items.add("~", start, lexemes.ends[at], word)
    return at + 1


def _year_in_words(words: list[str], at: int, end: int) -> tuple[int, int] | None:
    """Read "nineteen ninety-six" ."""
    if words[at] not in ("eighteen", "nineteen", "twenty") or end != at + 1 or end >= len(words):
        return None
    low = numeral_at(words, end) if words[end] in CARDINALS else None
    return None if low is None or not 10 <= low.value < 100 else (low.end, CARDINALS[words[at]] * 100 + int(low.value))


def _add_figures(items: Items, lexemes: Lexemes, at: int) -> int:
    words, word, start, end = lexemes.words, lexemes.words[at], lexemes.starts[at], lexemes.ends[at]
    following = words[at + 1] if at + 1 < len(words) and lexemes.joined(at + 1) else ""
    if lexemes.joined(at) and lexemes.word(at - 1)[-1:].isalpha():
        items.add("~", start, end, word)
        return at + 1
    if word.isdecimal():
        value = int(word) if len(word) < 12 else 0
        if following in ("st", "nd", "rd", "th"):
            items.add("O", start, lexemes.ends[at + 1], word, float(value))
            return at + 2
        if following == "s" or (following == "'" and words[at + 2 : at + 3] == ["s"] and value % 10 == 0):
            if len(word) == 4 and value % 10 == 0 and 1000 <= value < 2100:
                items.add("Z", start, lexemes.ends[at + 1 if following == "s" else at + 2], word, value / 10)
                return at + (2 if following == "s" else 3)
            if len(word) == 2 and value % 10 == 0 and items.words and items.words[-1] == "'":
                items.add("Z", start, lexemes.ends[at + 1], word, 190 + value / 10)
                return at + 2
        if len(word) == 4 and 1000 <= value < 2100 and following not in ("m", "k"):
            items.add("Y", start, end, word, float(value))
            return at + 1
        if len(word) <= 2 and value <= 31 and not _scaled(lexemes, at):
            items.add("D", start, end, word, float(value))
            return at + 1
    elif ":" in word and _clock(word) is not None:
        items.add("C", start, end, word, float(_clock(word) or 0))
        return at + 1
    numeral = numeral_at(words, at)
    if numeral is None:
        items.add("~", start, end, word)
        return at + 1
    items.add("N", start, lexemes.ends[numeral.end - 1], word, numeral.value)
    return numeral.end


def _scaled(lexemes: Lexemes, at: int) -> bool:
    numeral = numeral_at(lexemes.words, at)
    return numeral is not None and numeral.end > at + 1


def _clock(word: str) -> int | None:
    """Return the minute of the day that "17:30" means."""
    parts = word.split(":")
    if len(parts) > 3 or not all(part.isdecimal() and len(part) <= 2 for part in parts) or len(parts[1]) != 2:
        return None
    hour, minute = int(parts[0]), int(parts[1])
    return hour * 60 + minute if hour < 25 and minute < 60 else None


def _is_month(lexemes: Lexemes, at: int) -> bool:
    """Tell a month from a verb, a given name or the head of a name: "may", "June Ray", "March for Peace"."""
    word, before, after = lexemes.words[at], lexemes.word(at - 1), lexemes.word(at + 1)
    if not lexemes.capital(at):
        return False
    if word not in _DOUBTFUL_MONTHS:
        return True
    if after[:1].isdigit() or before[:1].isdigit():
        return True
    if word == "may" or lexemes.capital(at + 1):
        return before in _BEFORE_NAMES and not (before == "," and word == "may" and lexemes.capital(at + 1))
    return after not in ("for", "on") and not (lexemes.capital(at - 1) and at > 1)


def _abbreviated(lexemes: Lexemes, at: int) -> tuple[str, int, int] | None:
    """Read "Feb.", "Mon." at `at`: symbol, number, where it ends; a bare abbreviation needs a figure beside it."""
    word, after = lexemes.words[at], lexemes.word(at + 1)
    if len(word) > 5 or not lexemes.capital(at):
        return None
    dotted = after == "." and lexemes.joined(at + 1)
    beside = lexemes.word(at + 2 if dotted else at + 1)
    number = MONTH_ABBREVIATIONS.get(word)
    if number is not None:
        figure = beside[:1].isdigit() or (lexemes.word(at - 1)[:1].isdigit() and lexemes.word(at - 1).isdecimal())
        if figure or (dotted and lexemes.word(at - 1) in _BEFORE_NAMES):
            return "M", number, at + 2 if dotted else at + 1
    number = WEEKDAY_ABBREVIATIONS.get(word)
    if number is not None and (beside in MONTHS or beside in MONTH_ABBREVIATIONS or lexemes.word(at - 1) == "on"):
        return ("W", number, at + 2 if dotted else at + 1) if beside not in ZONES else None
    return None
