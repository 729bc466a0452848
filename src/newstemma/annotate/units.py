"""Units and currencies in a text: words and symbols, squares and cubes, rates."""

from __future__ import annotations

from newstemma.annotate import currencies
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.numerals import MAGNITUDES
from newstemma.annotate.unit_names import ABBREVIATED, COMPOUND, LENGTHS, SYMBOLS, TIMES, UNITS

__all__ = ["LETTER_MAGNITUDES", "currency_before", "unit_at"]

LETTER_MAGNITUDES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "t": 1e12}
"""Letters that may stand directly after a figure for a magnitude."""
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_EXPONENTS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic", "squared": "square", "cubed": "cubic"}
# Words that say whose measure it is.
_KINDS = frozenset("us u.s. uk imperial british american dry liquid".split())
# Letters that are symbols of units directly behind a figure, where others make a name ("4A"), and behind a space.
_LETTERS_JOINED = frozenset("gmsphLlWwVCFtΩΩµ")
_LETTERS_APART = frozenset("gmhlLWVAJNKCFΩΩ")
# What is a unit only directly behind a figure.
_JOINED = {"in": "inch", "ins": "inch", "st": "stone", "w": "watt"}
_STARTS = frozenset([*currencies.STARTS, *UNITS, *(words[0] for words in COMPOUND), *_POWERS, *_KINDS, *_JOINED])
_LONGEST = 4


def unit_at(lexemes: Lexemes, index: int) -> tuple[int, str] | None:
    """Read the unit or currency whose words begin at `index`: where it ends, and its name.

    >>> from newstemma.annotate.lexer import lex
    >>> [unit_at(lex(text), 0) for text in ("per cent of", "kilometers", "miles an hour", "sq. ft.", "people")]
    [(2, '%'), (1, 'kilometre'), (3, 'mile per hour'), (3, 'square foot'), None]

    A rate ("litres per second") has a name of its own where a measure is divided; of money ("dollars a share") and of
    shares ("per cent a year") the unit is what is divided. Symbols are read after figures alone.
    """
    word = lexemes.word(index)
    if word not in _STARTS and lexemes.printed(index) not in SYMBOLS and word[-1:] not in ("²", "³"):
        return None
    found = _several(lexemes, index)
    if found is None and (money := _currency(lexemes, index)) is not None:
        return money
    found = found or _measure(lexemes, index)
    if found is None:
        return None
    end, name = found
    if name in TIMES or name.startswith(("%", "percent", "basis", "degree", "point")):
        return found
    while " per " not in name and (below := _below(lexemes, end)) is not None:
        end, name = below[0], f"{name} per {below[1]}"
    return end, name


def currency_before(lexemes: Lexemes, at: int) -> tuple[int, str]:
    """Read the currency before a number at `at`: where it begins, and its name; `at` and an empty name without one.

    >>> from newstemma.annotate.lexer import lex
    >>> [currency_before(lex(text), 2) for text in ("HK$8.6m", "Rs. 5 lakh", "in all 5 cities")]
    [(0, 'HKD'), (0, 'INR'), (2, '')]
    """
    before = lexemes.word(at - 1)
    if before in currencies.SIGNS:
        prefix = lexemes.word(at - 2).replace(".", "")
        apart = len(prefix) > 1 and lexemes.printed(at - 2).isupper()
        if before == "$" and prefix in currencies.DOLLARS and (lexemes.joined(at - 1) or apart):
            return at - 2, currencies.DOLLARS[prefix]
        return at - 1, currencies.SIGNS[before]
    tied = lexemes.joined(at) and lexemes.joined(at - 1)
    if before in ("-", "(") and tied and lexemes.word(at - 2) in currencies.SIGNS:
        return at - 2, currencies.SIGNS[lexemes.word(at - 2)]  # "$-50", "$(0.45)"
    if before in currencies.DOLLARS and tied and lexemes.word(at - 2) == "$":
        return at - 2, currencies.DOLLARS[before]  # "$US50"
    if before == "=" and lexemes.word(at - 2) == "y" and lexemes.joined(at):
        return at - 2, "JPY"  # "Y=7,340", as some news databases print the sign of the yen
    name_at = at - 2 if before == "." and lexemes.joined(at - 1) else at - 1
    name = lexemes.word(name_at)
    if name.upper() in currencies.CODES and lexemes.printed(name_at).isupper():
        return name_at, name.upper()
    if (
        name in currencies.PREFIXES
        and (lexemes.capital(name_at) or name in ("rs", "dlrs"))
        and _reads_as_money(lexemes, name, at)
    ):
        return name_at, currencies.PREFIXES[name]
    return at, ""


def _reads_as_money(lexemes: Lexemes, prefix: str, at: int) -> bool:
    """Tell "N5 billion" and "PS21,700" from "N5" and "PS4"."""
    if len(prefix) > 1 and prefix != "ps":
        return True
    word, after = lexemes.words[at], lexemes.word(at + 1)
    large = "," in word or after in MAGNITUDES or (after in LETTER_MAGNITUDES and lexemes.joined(at + 1))
    return lexemes.joined(at) and (large or (prefix == "ps" and ("." in word or len(word) > 2)))


def _currency(lexemes: Lexemes, index: int) -> tuple[int, str] | None:
    words, word = lexemes.words, lexemes.word(index)
    if not word:
        return None
    if (named := currencies.qualified(words, index)) is not None:
        return named
    if word == "c" and lexemes.joined(index) and not lexemes.capital(index):
        return index + 1, "cent"
    if word in ("pound", "pounds") and lexemes.word(index + 1) == "sterling":
        return index + 2, "GBP"
    if word.upper() in currencies.CODES and lexemes.printed(index).isupper():
        return index + 1, word.upper()
    code = currencies.WORDS.get(word)
    if code is None or (word in currencies.AMBIGUOUS and not _after_large(lexemes, index)):
        return None
    if word == "pounds" and not _after_large(lexemes, index, words_alone=True):
        return None  # a weight
    return index + 1, code


def _after_large(lexemes: Lexemes, index: int, *, words_alone: bool = False) -> bool:
    """Tell whether a number of thousands, or with a word of magnitude, stands right before."""
    before = lexemes.word(index - 1)
    magnitude = MAGNITUDES.get(before, LETTER_MAGNITUDES.get(before, 0.0)) >= 1e3
    return magnitude or (not words_alone and before[:1].isdigit() and ("," in before or len(before) > 3))


def _measure(lexemes: Lexemes, index: int) -> tuple[int, str] | None:
    """Read a unit of measure that is no rate."""
    word = lexemes.word(index)
    if word in _KINDS and (of_kind := _measure(lexemes, index + 1)) is not None and of_kind[1] not in TIMES:
        return of_kind
    if word in _POWERS:
        at = _past_mark(lexemes, index + 1)
        base = _simple(lexemes, at, below=True)
        return (base[0], f"{_POWERS[word]} {base[1]}") if base is not None and base[1] in LENGTHS else None
    return _several(lexemes, index) or _simple(lexemes, index)


def _past_mark(lexemes: Lexemes, at: int) -> int:
    """Step over a full stop or hyphen between two words of a unit: "sq. ft.", "square-foot"."""
    while lexemes.word(at) in (".", "-") and lexemes.joined(at):
        at += 1
    return at


def _several(lexemes: Lexemes, index: int) -> tuple[int, str] | None:
    found: tuple[int, str] | None = None
    several: tuple[str, ...] = ()
    at = index
    for _ in range(_LONGEST):
        word = lexemes.word(at)
        if not word:
            break
        several, at = (*several, word), at + 1
        if name := COMPOUND.get(several):
            found = at, name
        if lexemes.word(at) == "-" and lexemes.joined(at):
            at += 1
    return found


def _simple(lexemes: Lexemes, index: int, *, below: bool = False) -> tuple[int, str] | None:
    """Read a unit of one word, with an exponent: "km", "m2", "feet squared"; `below` allows what only rates have."""
    word = lexemes.word(index)
    if not word:
        return None
    printed = lexemes.printed(index)
    exponent = _EXPONENTS.get(printed[-1], "") if len(printed) > 1 else ""
    if exponent:
        printed, word = printed[:-1], word[:-1]
    figures = below or lexemes.word(index - 1)[-1:].isdigit()
    if not below and len(printed) == 1 and printed.isalpha() and not _may_be_letter_symbol(lexemes, index):
        return None
    name = SYMBOLS.get(printed) if figures else None
    if name is None and (figures or word not in ABBREVIATED):
        name = UNITS.get(word)
    if name is None and figures and not below and lexemes.joined(index):
        name = _JOINED.get(word) if word != "st" or lexemes.word(index - 1)[-1:] != "1" else None
    if name is None and below:
        name = word if word in ("second", "pound") else None
    if name is None:
        return None
    end = index + 1
    if not exponent and lexemes.word(end) in _EXPONENTS and (lexemes.joined(end) or len(lexemes.word(end)) > 1):
        exponent, end = _EXPONENTS[lexemes.word(end)], end + 1
    elif not exponent and lexemes.word(end) == "^" and lexemes.word(end + 1) in _EXPONENTS:
        exponent, end = _EXPONENTS[lexemes.word(end + 1)], end + 2
    if not exponent:
        return end, name
    if name in LENGTHS:
        return end, f"{exponent} {name}"
    return (end, f"{name} squared") if below and exponent == "square" else None


def _may_be_letter_symbol(lexemes: Lexemes, index: int) -> bool:
    """Tell whether one letter may be a symbol here; behind a space it might as well begin a name, or be an article."""
    letter = lexemes.printed(index)
    if lexemes.joined(index):
        return letter in _LETTERS_JOINED
    following = lexemes.word(index + 1)
    named = letter in "mgACFKN" and lexemes.capital(index + 1)
    return (
        letter in _LETTERS_APART and not named and not (following and following in ".'&-" and index + 2 < len(lexemes))
    )


def _below(lexemes: Lexemes, end: int) -> tuple[int, str] | None:
    """Read what a rate is divided by: "per hour", "an hour", "-a-day", "/s", "per square metre"."""
    at = _past_mark(lexemes, end) if lexemes.word(end) == "-" else end
    link = lexemes.word(at)
    if link not in ("per", "/", "a", "an", "each", "every") or (link == "/" and not lexemes.joined(at)):
        return None
    at += 1
    if lexemes.word(at) == "-" and lexemes.joined(at):
        at += 1
    power = lexemes.word(at) in _POWERS
    found = _measure(lexemes, at) if power else _simple(lexemes, at, below=True)
    if found is None or (link not in ("per", "/") and found[1] not in TIMES):
        return None
    return found
