"""Numbers that are no quantities: years, dates, times of day, scores, and parts of names, addresses and lists."""

from __future__ import annotations

from newstemma.annotate.hedges import hedge_before
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.nouns import FUNCTION_WORDS, counted_at
from newstemma.annotate.numerals import CARDINALS, Numeral
from newstemma.annotate.units import LETTER_MAGNITUDES, currency_before, unit_at

__all__ = ["SAYING", "after_name", "is_label", "is_year"]

SAYING = frozenset("who said says told".split())
"""Words that follow a person and his age."""

_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec""".split()
)
_NUMBERED = frozenset(
    """no number numbers page pages pp chapter section article amendment flight route highway interstate apartment apt
    suite version level phase type grade channel rule title volume vol episode fig stage lap platform gate pier terminal
    district ward precinct proposition sector block zone category tier world update tel phone telephone box schedule
    resolution series model mark windows class grade annex appendix question paragraph clause exit junction""".split()
)
# The same, but a number that counts may as well follow: "last week 20 people came", where "week 20" is none.
_OFTEN_NUMBERED = frozenset(
    """day week month year quarter round room unit part group issue season figure table step game race form line lot
    act""".split()
)
_STREETS = frozenset("street st avenue ave road rd drive dr boulevard blvd lane ln square plaza court parkway".split())
_CLOCKS = frozenset("am pm a.m. p.m. a.m p.m o'clock gmt est edt pst pdt utc et bst cet noon midnight tonight".split())
# What may stand right before a one that counts nothing: "no one", "this one", "number one".
_NOT_COUNTING_ONE = frozenset("no any every some this that each another which number day the square".split())
# Letters that may follow a figure without a space and leave it a quantity.
_SUFFIXES = frozenset([*LETTER_MAGNITUDES, "x"])
# What stands before a number in words that names a part or a rank, and seldom before one that counts.
_PARTS = frozenset(
    """part chapter phase stage section type level grade step volume category page channel season episode group game
    title article division""".split()
)
# Joined before a figure by a hyphen, they leave it a quantity; "42%-33%" are two.
_OPEN_PREFIXES = frozenset("minus plus sub %".split())
_BEFORE_OLD_YEARS = frozenset("in since between by until circa and of from".split())
# Nouns and adjectives that often stand before a year.
_BEFORE_YEARS = frozenset(
    "early late mid year spring summer autumn fall winter season fiscal calendar class circa".split()
)
# Names of stock indexes and of lists, and the sizes that are part of them.
_INDEXES = frozenset("s&p p sp ftse nikkei nasdaq russell cac dax ibex asx csi stoxx fortune forbes hsi topix".split())
_INDEX_SIZES = frozenset("30 35 40 50 100 200 225 250 300 350 400 500 600 1000 2000 3000".split())
_RESOLUTIONS = frozenset("360 480 576 720 1080 1440 2160 4320".split())
_CONTRACTED = frozenset("s t re ve ll d m".split())
_GENERATIONS = frozenset("2 3 4 5 6".split())
_EMERGENCY = frozenset("911 999 112 000 911s".split())
_CALLS = frozenset(
    "call calls called calling dial dials dialed dialled dialing dialling caller callers operator".split()
)
_AFTER_IDLE_ONE = frozenset("another called named titled dubbed".split())
_DETERMINING = frozenset("a an the his her their its our my your this that".split())
_BEFORE_DECADES = frozenset("the his her their my your our mid early late high low upper lower - ' and to or".split())
_YEARS = range(1900, 2100)


def is_year(word: str) -> bool:
    """Tell whether four figures read as a year of living memory.

    >>> is_year("2016"), is_year("2,016"), is_year("3000")
    (True, False, False)
    """
    return len(word) == 4 and word.isdecimal() and int(word) in _YEARS


def is_label(lexemes: Lexemes, index: int, numeral: Numeral) -> bool:
    """Tell whether the number from `index` to `numeral.end` names, dates or orders something instead of counting.

    >>> from newstemma.annotate.lexer import lex
    >>> is_label(lex("Route 66 closed"), 1, Numeral(2, 66.0, True))
    True
    """
    words, end = lexemes.words, numeral.end
    before, after = lexemes.word(index - 1), lexemes.word(end)
    if currency_before(lexemes, index)[1] or before in ("mach", "magnitude"):
        return False
    if not numeral.figures:
        idle = numeral.value == 1 and end == index + 1 and _idle_one(lexemes, index)
        return (
            idle
            or before in ("number", "no.", "lap", "question")
            or _in_event_name(lexemes, index, end)
            or (before == "of" and lexemes.capital(index) and lexemes.capital(index - 2))  # "the Gang of Eight"
            or (words[index] == "zero" and _names_a_place(lexemes, index, end))
            or _titled(lexemes, index, end)
            or _in_spelt_year(lexemes, index)
            or (lexemes.capital(index) and after_name(lexemes, index) and not _opens_noun(lexemes, end))
        )
    return (
        _in_decades(lexemes, index, end)
        or (end == index + 1 and _reads_as_year(lexemes, index))
        or (words[index][0] == "0" and words[index][1:2].isdecimal())
        or _in_digit_groups(lexemes, index, end)
        or (after == "/" and lexemes.joined(end) and lexemes.joined(end + 1) and lexemes.word(end + 1).isdecimal())
        or (
            words[index] in _INDEX_SIZES
            and (before in _INDEXES or words[max(0, index - 3) : index] == ["poor", "'", "s"])
        )
        or (words[index] in _RESOLUTIONS and after in ("p", "i") and lexemes.joined(end))
        or _dated(lexemes, index, end)
        or after in _CLOCKS
        or (after in ("a", "p") and lexemes.words[end + 1 : end + 3] == [".", "m"])
        or (after == "o" and lexemes.word(end + 1) == "'")
        or after == "zip"
        or (after == "(" and lexemes.joined(end) and len(lexemes.word(end + 1)) == 1)  # "401(k)"
        or (words[index] in _EMERGENCY and (before in _CALLS or after in _CALLS))
        or _in_name(lexemes, index, end)
        or _numbered(lexemes, index, end)
        or (before in _NUMBERED or (before == "." and lexemes.word(index - 2) == "no"))
        or _listed(lexemes, index, end)
    )


def _opens_noun(lexemes: Lexemes, end: int) -> bool:
    return counted_at(lexemes, end, 3) is not None or unit_at(lexemes, end) is not None


def _names_a_place(lexemes: Lexemes, index: int, end: int) -> bool:
    """Tell whether "zero" is a part of a name: "ground zero", "patient zero"."""
    before = lexemes.word(index - 1)
    return before.isalpha() and before not in FUNCTION_WORDS and not _opens_noun(lexemes, end)


def _in_event_name(lexemes: Lexemes, index: int, end: int) -> bool:
    """Find "the Six Day War": a capital, and a unit in the singular."""
    if index == 0 or not lexemes.capital(index) or not lexemes.capital(end) or lexemes.word(end)[-1:] == "s":
        return False
    return lexemes.word(index) != "one" and (unit := unit_at(lexemes, end)) is not None and unit[0] == end + 1


def _in_spelt_year(lexemes: Lexemes, index: int) -> bool:
    """Find "nineteen ninety-seven" and "twenty twenty"."""
    words = lexemes.words
    for at in (index, index - 1):
        if at >= 0 and words[at] in ("eighteen", "nineteen", "twenty") and CARDINALS.get(lexemes.word(at + 1), 0) >= 10:
            return True
    return False


def _numbered(lexemes: Lexemes, index: int, end: int) -> bool:
    """Tell whether a figure is the number of a day, a round or a room: "Week 3", "in round 12", "room 4"."""
    if lexemes.word(index - 1) not in _OFTEN_NUMBERED:
        return False
    if lexemes.capital(index - 1) and index > 1:
        return True
    return lexemes.words[index].isdecimal() and not _opens_noun(lexemes, end)


def _titled(lexemes: Lexemes, index: int, end: int) -> bool:
    """Tell whether a number in words names a part: "Stage One", "in chapter two of"; "in part two men" is none."""
    if lexemes.word(index - 1) not in _PARTS:
        return False
    if lexemes.capital(index) and lexemes.capital(index - 1):
        return True
    after = lexemes.word(end)
    return not after[:1].isalpha() or after in FUNCTION_WORDS or lexemes.capital(end)


def _reads_as_year(lexemes: Lexemes, index: int) -> bool:
    word, before = lexemes.words[index], lexemes.word(index - 1)
    if len(word) != 4 or not word.isdecimal():
        return False
    if 2100 <= int(word) < 2200 and before in ("by", "until"):
        return True
    if unit_at(lexemes, index + 1) is not None:
        return False
    if is_year(word):
        return not _counts(lexemes, index)
    old = 1000 <= int(word) < 1900 and before in _BEFORE_OLD_YEARS and lexemes.word(index + 1) != "of"
    return old and not _things_follow(lexemes, index + 1) and not _bounds_things(lexemes, index)


def _counts(lexemes: Lexemes, index: int) -> bool:
    """Tell whether four figures that might be a year count: "more than 2000", "they sold 2000 boats"."""
    hedge = hedge_before(lexemes.words, index)
    if hedge is not None and hedge[0] < index - 1 and lexemes.words[index].endswith("0"):
        return True
    if _bounds_things(lexemes, index):
        return True
    before = lexemes.word(index - 1)
    plain = before.isalpha() and before not in FUNCTION_WORDS and not lexemes.capital(index - 1)
    return plain and before not in _BEFORE_YEARS and _things_follow(lexemes, index + 1)


def _things_follow(lexemes: Lexemes, at: int) -> bool:
    """Tell whether a plural that is no name stands at a lexeme."""
    return counted_at(lexemes, at, 1) is not None and not lexemes.capital(at)


def _bounds_things(lexemes: Lexemes, index: int) -> bool:
    """Tell whether four figures are the lower bound of a count: "between 1500 and 2000 boats", "1900 to 2000 boats"."""
    link, other = lexemes.word(index + 1), lexemes.word(index + 2)
    before = lexemes.word(index - 1)
    linked = link in ("to", "-") or (link == "and" and before == "between")
    if before == "from" and is_year(lexemes.words[index]) and is_year(other):
        return False  # "from 1999 to 2004 sales rose"
    return linked and len(other) == 4 and other.isdecimal() and _things_follow(lexemes, index + 3)


def _in_decades(lexemes: Lexemes, index: int, end: int) -> bool:
    """Find "the 1980s", "in her mid-50s"."""
    word = lexemes.words[index]
    if lexemes.word(end) != "s" or not lexemes.joined(end) or not word.isdecimal():
        return False
    if is_year(word):
        return True  # also "2018s", from which an apostrophe was lost
    if word[-1] != "0":
        return False
    return len(word) == 4 or (len(word) == 2 and lexemes.word(index - 1) in _BEFORE_DECADES)


def _in_digit_groups(lexemes: Lexemes, index: int, end: int) -> bool:
    """Find the groups of a telephone number, or drawn numbers, printed with spaces."""
    first = last = index
    while first > max(0, index - 2) and lexemes.words[first - 1].isdecimal():
        first -= 1
    while last < index + 2 and lexemes.word(last + 1).isdecimal():
        last += 1
    if last - first >= 2:
        return True
    return last > first and end == index + 1 and (lexemes.words[first][0] == "0" or lexemes.word(first - 1) == "+")


def _idle_one(lexemes: Lexemes, index: int) -> bool:
    """Tell whether "one" stands for something: "no one", "the only one", "one another", "one called Venn"."""
    before, after = lexemes.word(index - 1), lexemes.word(index + 1)
    tied = after == "-" and lexemes.word(index + 2) in ("to", "or")  # "one-to-seven"
    if before in _NOT_COUNTING_ONE or not (after[:1].isalpha() or tied) or after in _AFTER_IDLE_ONE:
        return True
    if before == "only":
        return lexemes.word(index - 2) in ("the", "his", "her", "their", "my", "its", "our", "your")
    following = lexemes.word(index + 2)
    participle = after.endswith("ing") and following in _DETERMINING
    past = after.endswith("ed") and not after.endswith("eed") and len(after) > 5 and not following[:1].isalpha()
    adverb = after.endswith("ly") and (following in FUNCTION_WORDS or following.endswith("ed") or not following)
    return participle or past or (adverb and after != "family") or (before == "-" and lexemes.joined(index))


def _dated(lexemes: Lexemes, index: int, end: int) -> bool:
    before, after = lexemes.word(index - 1), lexemes.word(end)
    if before == "." and _is_month(lexemes, index - 2):
        return True
    if _is_month(lexemes, index - 1):
        return True
    if before in ("-", "and", "to") and lexemes.word(index - 2).isdecimal() and _is_month(lexemes, index - 3):
        return True
    if before == "," and is_year(lexemes.words[index]):
        return True
    day = end == index + 1 and len(lexemes.words[index]) <= 2
    return day and (_is_month(lexemes, end) or (after == "of" and _is_month(lexemes, end + 1)))


def _is_month(lexemes: Lexemes, at: int) -> bool:
    """Tell whether a month stands at a lexeme; "may" in small letters is a verb where capitals are in use."""
    return lexemes.word(at) in _MONTHS and (lexemes.capital(at) or not lexemes.cased)


def _in_name(lexemes: Lexemes, index: int, end: int) -> bool:
    """Find figures inside names: "F-16", "X509", "4G", "Boeing 747", "555-0100", "10 Hill Street", "'90s"."""
    before, after = lexemes.word(index - 1), lexemes.word(end)
    if _attached(lexemes, index):
        return True
    if after == "s" and lexemes.joined(end) and after_name(lexemes, index) and lexemes.words[index].isdecimal():
        return True  # "Model 3s"
    if (
        after == "g"
        and lexemes.joined(end)
        and lexemes.words[index] in _GENERATIONS
        and lexemes.word(end + 1).isalpha()
    ):
        return lexemes.word(end + 1) != "of"  # "5g phones", in a text without capitals
    if lexemes.joined(end) and after[:1].isalpha() and unit_at(lexemes, end) is None and len(after) <= 3:
        # 4K and, in a text without capitals, 4k with nothing that it could count.
        screen = lexemes.words[index] in ("4", "8") and after == "k"
        screen = screen and (lexemes.capital(end) or not _opens_noun(lexemes, end + 1))
        size = after == "x" and lexemes.joined(end + 1) and lexemes.word(end + 1)[:1].isdigit()  # 1920x1080
        return after not in _SUFFIXES or screen or size
    tied = after == "-" and lexemes.joined(end) and lexemes.joined(end + 1)
    if tied and len(lexemes.word(end + 1)) == 1 and lexemes.capital(end + 1) and not lexemes.joined(end + 2):
        return True  # "3-D"
    if after == "-" and lexemes.joined(end) and lexemes.word(end + 1).isdecimal() and lexemes.word(end + 2) == "-":
        return True
    if any(lexemes.word(at) in _STREETS and lexemes.capital(at) for at in range(end + 1, end + 4)):
        return lexemes.capital(end)
    if not after_name(lexemes, index) or not lexemes.words[index].isdecimal():
        return False
    if after in SAYING and len(lexemes.words[index]) == 2 and lexemes.capital(index - 2):
        return False  # "Orla Venn 41 said", from which commas were lost
    if after == "to" and lexemes.word(end + 1)[:1].isdigit():
        return False  # "beat Lorne 45 to 40"
    if end == index + 1 and (after in FUNCTION_WORDS or not after[:1].isalpha()) and after not in ("%", "-"):
        return True
    return lexemes.capital(end) and len(lexemes.words[index]) < 4 and before != ","


def _attached(lexemes: Lexemes, index: int) -> bool:
    """Tell whether letters or the marks of addresses stand right before the figures."""
    if not lexemes.joined(index):
        return False
    before = lexemes.word(index - 1)
    if before[-1:].isalpha():
        return True
    if lexemes.printed(index - 1) == "—":
        return False  # between clauses: "this year—26 cases"
    if before == "-":
        return (lexemes.joined(index - 1) and lexemes.word(index - 2) not in _OPEN_PREFIXES) or (
            # "COVID -19"
            lexemes.printed(index - 2).isupper()
            and len(lexemes.word(index - 2)) > 2
            and unit_at(lexemes, index + 1) is None
        )
    if before == "/" and lexemes.word(index - 2)[:1].isalpha():
        return lexemes.joined(index - 1)  # an address: "example.org/7gB"
    return before in "#@_.:'&*\\=" or (before == "/" and lexemes.word(index - 2).isdecimal())


def after_name(lexemes: Lexemes, index: int) -> bool:
    """Tell whether a name stands right before: "Boeing", "iPhone"; at the start of a sentence any word might be one."""
    before = lexemes.word(index - 1)
    if not before[:1].isalpha() or before in FUNCTION_WORDS:
        return False
    printed = lexemes.printed(index - 1)
    mixed = printed[1:] != printed[1:].lower() and not printed.isupper()
    if mixed:
        return True
    first = index - 1
    if (
        lexemes.word(first - 1) == "'"
        and before not in _CONTRACTED
        and lexemes.joined(first)
        and lexemes.joined(first - 1)
        and len(before) < 3
    ):
        return lexemes.capital(first - 2)  # "Chang'e"
    inside = any(word[0].isalnum() for word in lexemes.words[max(0, first - 6) : first])
    return lexemes.capital(first) and inside


def _listed(lexemes: Lexemes, index: int, end: int) -> bool:
    after = lexemes.word(end)
    if index == 0 and (after in (".", ")", ":") or (lexemes.word(1) == "/" and lexemes.capital(3))):
        return True
    if lexemes.word(index - 1) == ":" and after == "." and end + 1 == len(lexemes):
        return True  # "You need the following: 1."
    if lexemes.word(index - 1) != "(" or after != ")" or len(lexemes.words[index]) > 2:
        return False
    # A note, unless the name of a person is before it, with an age: "Ann Bee (31)".
    person = lexemes.capital(index - 2) and lexemes.capital(index - 3) and lexemes.word(index - 3).isalpha()
    return not (person and lexemes.word(index - 2).isalpha() and len(lexemes.words[index]) == 2)
