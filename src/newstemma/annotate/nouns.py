"""What a number counts: the head of the noun phrase after it, in the singular, found without a tagger."""

from __future__ import annotations

from newstemma.annotate.currencies import SIGNS
from newstemma.annotate.lexer import Lexemes
from newstemma.annotate.numerals import CARDINALS, MAGNITUDES, PLURALS

__all__ = ["FUNCTION_WORDS", "counted_at", "singular"]

FUNCTION_WORDS = frozenset(
    """a an the and or but nor so yet if as at by for from in into of off on onto out over per than to toward towards
    under until till up upon via with within without about above across after against along among around before behind
    below beneath beside besides between beyond despite down during except inside like near outside past since through
    throughout i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself
    himself herself itself ourselves themselves this that these those who whom whose which what when where why how is am
    are was were be been being has have had having do does did doing will would shall should can could may might must
    not no never n't also too very just only even still already then there here now ago later earlier because while
    although though whether either neither both each every said says say told tells asked added went came got took made
    gave left remain remains remained became become read seen died killed escaped fled released says according including
    today tonight tomorrow yesterday overnight once again while amid wide apart long old tall high deep away
    worth minus plus""".split()
)
"""Words at which a noun phrase after a number ends."""
# Participles and adjectives that stand for persons or are counted as such, and nouns without a plural in -s.
_UNMARKED = frozenset(
    """dead wounded injured missing hurt sick police staff personnel crew people persons men women children youth
    sheep fish aircraft spacecraft cattle others lives feet teeth mice geese oxen criteria phenomena media data troops
    infantry cavalry unemployed homeless poor elderly faithful pts hospitalized hospitalised yen""".split()
)
_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
    "wives": "wife", "knives": "knife", "thieves": "thief", "leaves": "leaf", "halves": "half", "wolves": "wolf",
    "shelves": "shelf", "loaves": "loaf", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose",
    "oxen": "ox", "criteria": "criterion", "phenomena": "phenomenon", "series": "series", "species": "species",
    "crises": "crisis", "bases": "base", "analyses": "analysis", "buses": "bus", "viruses": "virus", "movies": "movie",
    "cookies": "cookie", "zombies": "zombie", "ties": "tie", "lies": "lie", "dies": "die", "calories": "calorie",
    "heroes": "hero", "shoes": "shoe", "horses": "horse", "houses": "house", "nurses": "nurse", "cases": "case",
    "causes": "cause", "courses": "course", "licenses": "license", "licences": "licence", "responses": "response",
    "purchases": "purchase", "databases": "database", "pts": "point", "axes": "axe", "aches": "ache", "caches": "cache",
}  # fmt: skip
_NO_PLURAL = frozenset(
    "this his its was is has does as us plus thus yes gas bus news less across perhaps always".split()
)
_BOTH_NUMBERS = frozenset("series species means headquarters crossroads barracks".split())
_QUOTES = frozenset('"“”')
_MEASURING = frozenset("wide long old tall high deep".split())
_DETERMINERS = frozenset("the its their his her our my your these those all this that".split())
# Endings of adjectives, long enough to be no ending of a verb.
_ADJECTIVAL = ("al", "ic", "ive", "ary", "ous", "ian", "can", "ese", "ish", "ful", "less", "able", "ible", "ern", "est")
_COMPOUNDING = frozenset("sales sports arms savings women men rights drugs".split())


def singular(noun: str) -> str:
    """Return the singular of a lower-case plural noun; anything else comes back as it is.

    >>> [singular(noun) for noun in ("prisoners", "people", "families", "churches", "police")]
    ['prisoner', 'person', 'family', 'church', 'police']
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > 4:
        return f"{noun[:-2]}an"
    if noun.endswith(("s",)) and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        if noun.endswith("ies"):
            return noun[:-3] + "y"
        if noun.endswith(("ches", "shes", "sses", "xes", "zzes")):
            return noun[:-2]
        return noun[:-1]
    return noun


def _plural(word: str) -> bool:
    if word in _UNMARKED or (word.endswith("men") and len(word) > 5):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _NO_PLURAL


def counted_at(lexemes: Lexemes, index: int, reach: int, *, one: bool = False) -> tuple[int, str] | None:
    """Find the head of the noun phrase that begins at `index`: where it ends, and its singular.

    >>> from newstemma.annotate.lexer import lex
    >>> counted_at(lex("30,000 undocumented workers with permits"), 1, 6)
    (3, 'worker')

    `reach` is counted in words. With `one` the head is a singular: the last word before the phrase must end.
    """
    words = lexemes.words
    owned = lexemes.word(index) == "of"
    if owned:
        index += 1
        while lexemes.word(index) in _DETERMINERS:
            index += 1
    phrase: list[int] = []
    at = index
    while at < len(words) and len(phrase) < reach:
        word = words[at]
        if word == "-" and (phrase or at > index) and lexemes.joined(at):
            at += 1
            continue
        if owned and word == "'" and phrase and lexemes.joined(at) and lexemes.word(at + 1) in ("s", ""):
            phrase, at = [], at + 2  # "two of the town's best pupils"
            continue
        if word[0].isdigit() and not one and (past := _past_number(lexemes, at)) is not None:
            at = past
            continue
        if word in SIGNS and lexemes.word(at + 1)[:1].isdigit() and at == index:
            at += 2 + (lexemes.word(at + 2) in MAGNITUDES)  # "nine $2,500 gifts"
            continue
        if phrase and not one and _coordinates(lexemes, at):
            at += 1
            continue
        if word == "of" and phrase and lexemes.capital(at - 1) and lexemes.capital(at + 1) and not one:
            at += 1  # "nine Guild of Lorne members"
            continue
        if word in _QUOTES and at + 1 < len(words) and not (one and phrase):
            at += 1
            continue
        adjective = word in _MEASURING and _plural(lexemes.word(at + 1))  # "50 tall poles", not "50 feet tall"
        adjective = adjective or (word == "very" and not phrase and not one)  # "five very old poles"
        if not word[0].isalpha() or (word in FUNCTION_WORDS and not adjective and not _initials(lexemes, at)):
            break
        if word in CARDINALS or word in PLURALS or word == "half":
            break  # the next number
        phrase.append(at)
        at += 1
    if not phrase:
        return None
    if one and words[phrase[0]].endswith("s") and _plural(words[phrase[0]]) and words[phrase[0]] not in _BOTH_NUMBERS:
        return None  # "one adds that"
    return _singular_head(words, phrase) if one else _plural_head(lexemes, phrase)


def _past_number(lexemes: Lexemes, at: int) -> int | None:
    """Step over a number inside a noun phrase: "40-foot containers", "DC-8 jets", "617 Vey jets", "Comet 9 rockets"."""
    if (lexemes.word(at - 1) == "-" or lexemes.word(at - 1)[-1:].isalpha()) and lexemes.joined(at):
        return at + 1
    if lexemes.word(at + 1) == "-" and lexemes.joined(at + 1) and lexemes.word(at + 2)[:1].isalpha():
        return at + 2
    named = lexemes.capital(at + 1) or (
        lexemes.printed(at - 1) != lexemes.word(at - 1) and lexemes.word(at + 1).isalpha()
    )
    return at + 1 if lexemes.words[at].isdecimal() and named else None


def _coordinates(lexemes: Lexemes, at: int) -> bool:
    """Tell whether "and", "or" or a comma links two modifiers of one noun: names, or adjectives by their endings."""
    link, before, after = lexemes.words[at], lexemes.word(at - 1), lexemes.word(at + 1)
    if (
        link not in ("and", "or", ",", "&", "/")
        or not after[:1].isalpha()
        or after in FUNCTION_WORDS
        or _plural(before)
    ):
        return False
    if lexemes.capital(at - 1) and lexemes.capital(at + 1):
        return link != "," or any(word in ("and", "or", "&") for word in lexemes.words[at + 2 : at + 6])
    return link != "," and before.endswith(_ADJECTIVAL) and not lexemes.capital(at + 1)


def _initials(lexemes: Lexemes, at: int) -> bool:
    """Tell "US" and "IT" from "us" and "it", and the letter of "A350" from the article."""
    if lexemes.printed(at) in ("US", "IT", "WHO", "MY"):
        return True
    if lexemes.word(at) == "us" and lexemes.word(at - 1)[:1].isdigit():
        return True  # "200 us cities", in a text without capitals
    return lexemes.capital(at) and lexemes.word(at + 1)[:1].isdigit() and lexemes.joined(at + 1)


def _singular_head(words: list[str], phrase: list[int]) -> tuple[int, str]:
    while len(phrase) > 1 and words[phrase[-1]].endswith(("ed", "ing", "day")):  # the verb after it, or a weekday
        phrase = phrase[:-1]
    head = phrase[0] if len(phrase) > 3 else phrase[-1]
    return head + 1, singular(words[head]) if _plural(words[head]) else words[head]


def _plural_head(lexemes: Lexemes, phrase: list[int]) -> tuple[int, str] | None:
    words = lexemes.words
    for place, at in enumerate(phrase):
        printed = lexemes.printed(at)
        if not _plural(words[at]) or printed.isupper():
            if printed[-1] == "s" and len(printed) > 2 and printed[:-1].isupper():  # "MPs"
                return at + 1, words[at][:-1]
            continue
        if (head := _compounded(lexemes, phrase, place)) is not None:
            return head + 1, singular(words[head])
        return at + 1, singular(words[at])
    return None


def _compounded(lexemes: Lexemes, phrase: list[int], place: int) -> int | None:
    """Return the plural that a plural is part of: "farm-rights groups", "United States senators", "sales jobs"."""
    words, at = lexemes.words, phrase[place]
    named = lexemes.capital(at)
    tied = words[at - 1] == "-" and lexemes.joined(at)
    for following in phrase[place + 1 : place + (3 if named else 2)]:
        if (
            _plural(words[following])
            and not lexemes.capital(following)
            and (named or tied or words[at] in _COMPOUNDING)
        ):
            return following
    return None
