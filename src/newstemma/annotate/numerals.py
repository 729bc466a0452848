"""Numbers in figures and in words, and ordinals, over lexemes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import inf

__all__ = [
    "CARDINALS",
    "MAGNITUDES",
    "ORDINALS",
    "PLURALS",
    "Numeral",
    "fraction_at",
    "numeral_at",
    "ordinal",
    "plural_at",
]

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
"""The number words below a hundred that are one word."""
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "dozen": 12.0, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "mn": 1e6, "mln": 1e6, "bn": 1e9,
    "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
"""The words that multiply what stands before them."""
ORDINALS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        1,
    )
} | {"thirtieth": 30, "hundredth": 100}
# Plural words of number: from one to ten of them, as the annotators of NewsQuant read them.
PLURALS = {
    "dozens": (12.0, 120.0), "scores": (20.0, 200.0), "tens": (10.0, 100.0), "hundreds": (1e2, 1e3),
    "thousands": (1e3, 1e4), "millions": (1e6, 1e7), "billions": (1e9, 1e10), "trillions": (1e12, 1e13),
}  # fmt: skip
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100, "thousandth": 1000,
    "thousandths": 1000,
}  # fmt: skip
# Groups of three behind commas or spaces, of two as in India, or behind more than one full stop; or no groups.
_FIGURES = re.compile(
    r"\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:\.\d{3}){2,5}|\d{1,15}(?:\.\d+)?|\.\d{1,15}"
)
_GROUPING = re.compile(r"[,\s]|\.(?=\d+\.)|(?<=\.\d\d\d)\.")
_UNDER = frozenset("2 3 4 5 6 8 10 16 32 64 128".split())
_SIGNS = {sign: unicodedata.numeric(sign) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
# Verbs that are done to persons, so that "scores" after them is a number and no result.
_DONE_TO_PERSONS = frozenset(
    """killed kills wounded wounds injured injures trapped traps stranded strands displaced displaces rescued
    rescues evacuated arrested arrests detained detains sickened sickens jailed""".split()
)
_EXPONENT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
# What lies beyond these is wordplay or a slip, not what news measures; within them all reckoning stays finite.
_MOST_POWER = 30  # the highest power of ten that an exponent may name, of either sign
_MOST = 1e40  # the size from which a number is none, as in "a billion billion billion …": above any with an exponent


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before lexeme `end`; `figures` tells whether it begins with figures."""

    end: int
    value: float
    figures: bool


def numeral_at(words: list[str], index: int) -> Numeral | None:
    """Read the number that begins at `index`, in figures, words or both; `None` where none of a size to measure does.

    >>> numeral_at(["1.3", "million"], 0)
    Numeral(end=2, value=1300000.0, figures=True)
    >>> numeral_at("a hundred and forty - two".split(), 0).value
    142.0
    >>> numeral_at("two and a half million".split(), 0).value
    2500000.0
    """
    found = _any_numeral_at(words, index)
    return found if found is not None and abs(found.value) < _MOST else None


def _any_numeral_at(words: list[str], index: int) -> Numeral | None:
    word = words[index]
    if word[:1].isdigit() or (word[:1] == "." and word[1:2].isdigit()):
        return _figures_at(words, index)
    if word in ("a", "an"):
        following = words[index + 1] if index + 1 < len(words) else ""
        return _scaled(words, index + 1, 1.0, figures=False) if following in MAGNITUDES else None
    if word in CARDINALS:
        return _words_at(words, index)
    if word in _SIGNS:
        return _scaled(words, index + 1, _SIGNS[word], figures=True)
    return None


def _figures_at(words: list[str], index: int) -> Numeral | None:
    word = words[index]
    if not _FIGURES.fullmatch(word):
        return None
    value, end = float(_GROUPING.sub("", word)), index + 1
    following = words[end] if end < len(words) else ""
    if following in _SIGNS and "." not in word:
        value, end = value + _SIGNS[following], end + 1
    elif (part := _ratio(words, end)) is not None and "." not in word and len(word) < 4:  # 8 3/4
        value, end = value + part, end + 3
    elif following == "-" and len(word) < 4 and (part := _ratio(words, end + 1)) is not None and "." not in word:
        value, end = value + part, end + 4  # 2-1/2
    elif (part := _ratio(words, index)) is not None:  # 3/4
        value, end = part, index + 3
    elif following in ("x", "×", "*") and words[end + 1 : end + 2] == ["10"]:  # 3 × 10^5
        power = _power(words, end + 2)
        value, end = (value * power[1], power[0]) if power is not None else (value, end)
    elif word == "10" and (power := _power(words, end)) is not None:  # 10^5
        end, value = power
    return _scaled(words, end, value, figures=True)


def _power(words: list[str], index: int) -> tuple[int, float] | None:
    """Read the exponent of ten that begins at `index`, behind "^" or raised: where it ends, and the power."""
    printed, end = "", index
    raised = words[index : index + 1] != ["^"]
    for word in words[index if raised else index + 1 : index + 3]:
        plain = word.translate(_EXPONENT)
        if not (plain == "-" and not printed) and not (plain.isdecimal() and (plain != word) == raised):
            break
        printed, end = printed + plain, end + 1
    if not printed.lstrip("-"):
        return None
    measured = len(printed) <= 3 and abs(int(printed)) <= _MOST_POWER
    return end if raised else end + 1, 10.0 ** int(printed) if measured else inf


def _ratio(words: list[str], index: int) -> float | None:
    """Read "3/4" at `index`: a proper fraction with one of the usual denominators."""
    if index + 2 >= len(words) or words[index + 1] != "/":
        return None
    over, under = words[index], words[index + 2]
    after = words[index + 3] if index + 3 < len(words) else ""
    if after[:1].isdigit() or after == "/" or (after != "of" and words[index - 1 : index] == ["on"]):
        return None  # a date: "10/16 2010", "on 3/4"
    shared = after == "of" and under.isdecimal() and len(under) <= 3
    if not (over.isdecimal() and (under in _UNDER or shared) and len(over) <= 2):
        return None
    return int(over) / int(under) if 0 < int(over) < int(under) else None


def _words_at(words: list[str], index: int) -> Numeral:
    value, end = _below_hundred(words, index)
    return _scaled(words, end, value, figures=False)


def _below_hundred(words: list[str], index: int) -> tuple[float, int]:
    value, end = float(CARDINALS[words[index]]), index + 1
    if value >= 20:
        tail = end + 1 if end < len(words) and words[end] == "-" else end
        if tail < len(words) and 1 <= CARDINALS.get(words[tail], 0) <= 9:
            return value + CARDINALS[words[tail]], tail + 1
    return value, end


def _scaled(words: list[str], end: int, value: float, *, figures: bool) -> Numeral:
    """Multiply and add on what follows: "hundred", "and a half", "thousand two hundred"."""
    total, group, last = 0.0, value, float("inf")
    while end < len(words):
        word = words[end]
        jump = 1 if word == "-" and end + 1 < len(words) and words[end + 1] in MAGNITUDES else 0
        scale = _magnitude(words[end + jump], after_number=total == 0 and group == value)
        if scale is not None and scale < last:
            end += 1 + jump
            if scale == 100.0 and (not figures or "".join(words[end : end + 1]) in MAGNITUDES):
                group *= scale
            else:
                total, group, last = total + group * scale, 0.0, scale
        elif scale is not None and scale > 12 and words[end - 1] in MAGNITUDES and group == 0:  # "lakh crore"
            total, end = total * scale, end + 1 + jump
        elif (part := _and_a_part(words, end)) is not None:
            if group == 0:
                total, group, end = total + last * part[1], 0.0, part[0]
            else:
                group, end = group + part[1], part[0]
        elif not figures and (tail := _tail(words, end, group, last)) is not None:
            group, end = tail
        else:
            break
    return Numeral(end, total + group, figures)


def _magnitude(word: str, *, after_number: bool) -> float | None:
    """Return what a word multiplies by; right after a number also a plural: "two dozens"."""
    scale = MAGNITUDES.get(word)
    return MAGNITUDES.get(word[:-1]) if scale is None and after_number and word.endswith("s") else scale


def _and_a_part(words: list[str], index: int) -> tuple[int, float] | None:
    """Read "and a half", "-and-a-half", "and three-quarters" at `index`: where it ends, and the share."""
    if words[index : index + 6] == ["-", "and", "-", "a", "-", "half"]:
        return index + 6, 0.5
    if words[index : index + 1] != ["and"]:
        return None
    if words[index + 1 : index + 3] == ["a", "half"]:
        return index + 3, 0.5
    found = fraction_at(words, index + 1) if index + 1 < len(words) else None
    over = words[index + 1 : index + 2]
    if found is None and len(over) == 1 and over[0] in CARDINALS and words[index + 2 : index + 4] == ["-", "quarter"]:
        return index + 4, CARDINALS[over[0]] / 4  # "one and three-quarter hours"
    # "Two and a third man", "one and two thirds": only quarters are no ordinals.
    return found if found is not None and words[found[0] - 1].startswith("quarter") else None


def _tail(words: list[str], end: int, group: float, last: float) -> tuple[float, int] | None:
    """Read the lower part of a number in words: "(one hundred) and forty-two", "(two thousand) three"."""
    start = end + 1 if words[end] in ("and", "-") else end
    if start >= len(words) or words[start] not in CARDINALS or (group == 0 and last == float("inf")):
        return None
    if group and (group % 100 or group == 0):
        return None
    if words[end] in ("and", "-") and not (group >= 100 or last >= 1000):
        return None
    if last == 12.0:
        return None
    value, end = _below_hundred(words, start)
    return group + value, end


def _counts_in_twenties(words: list[str], index: int) -> bool:
    """Tell whether "scores" is a number: "scores of boats", "scores more", "stranding scores"; not in "test scores"."""
    after, before = " ".join(words[index + 1 : index + 2]), words[index - 1] if index else ""
    if after in ("of", "more", "others", "were", "are", "have"):
        return before not in ("test", "the", "their", "its")
    return not before.isalpha() or before.endswith("ing") or before in ("and", "or") or before in _DONE_TO_PERSONS


def plural_at(words: list[str], index: int) -> tuple[int, float, float] | None:
    """Read "dozens", "hundreds", "tens of thousands" at `index`: the end, the least and the bound that is not reached.

    >>> plural_at("tens of thousands of".split(), 0)
    (3, 10000.0, 100000.0)
    """
    bounds = PLURALS.get(words[index])
    if bounds is None:
        return None
    low, high = bounds
    if index + 2 < len(words) and words[index + 1] == "of" and words[index + 2].rstrip("s") in MAGNITUDES:
        scale = MAGNITUDES[words[index + 2].rstrip("s")]
        top = 1e3 if words[index] in ("hundreds", "thousands") else 1e2
        return (index + 3, low * scale, top * scale) if scale >= 1e3 else None
    if words[index] == "scores" and not _counts_in_twenties(words, index):
        return None
    return None if words[index] == "tens" else (index + 1, low, high)


def fraction_at(words: list[str], index: int) -> tuple[int, float] | None:
    """Read "half", "a third", "two-thirds", "three quarters" at `index`.

    >>> fraction_at("two - thirds of".split(), 0)[1].__round__(3)
    0.667
    """
    word, length = words[index], len(words)
    if word == "half":
        return index + 1, 0.5
    over = 1 if word in ("a", "one") else CARDINALS.get(word, 0)
    at = index + 1
    if at < length and words[at] == "-":
        at += 1
    if not 1 <= over <= 9 or at >= length or (under := _DENOMINATORS.get(words[at])) is None:
        return None
    plural = words[at].endswith("s")
    return (at + 1, over / under) if plural == (over > 1) and over < under else None


def ordinal(word: str) -> int | None:
    """Return the value of an ordinal in words.

    >>> ordinal("third")
    3
    """
    return ORDINALS.get(word)
