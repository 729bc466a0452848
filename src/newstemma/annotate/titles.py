"""What stands at a name to say who it is: offices before it, appositions after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newstemma.annotate.gazetteer import CALENDAR, HONORIFICS, ORGANIZATION_NOUNS, ROLES, TITLE_MODIFIERS
from newstemma.annotate.words import Spotted, Word

__all__ = ["apposition", "office", "role_of", "title_words"]

_ABBREVIATED = {
    "gov": "governor", "sen": "senator", "rep": "representative", "prof": "professor", "gen": "general",
    "col": "colonel", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "adm": "admiral", "pres": "president",
    "pm": "minister", "mp": "member", "dr": "doctor",
}  # fmt: skip
_REACH = 14  # words that an apposition may have; the longest by eye in News Cluster have twelve
_DETERMINERS = frozenset("the a an his her its their our another one former ex".split())
_ENDS = frozenset(', ; : . ( ) — – - “ ” " « » who which whose where that'.split())
_LOOSE = frozenset("official member top senior special under military boy girl man woman".split())  # also adjectives
_IN_OFFICES = ROLES | TITLE_MODIFIERS | ORGANIZATION_NOUNS | {"affairs", "state"}
_SMALL = frozenset("of for at in to on from with by and".split())


def role_of(phrase: str) -> str:
    """Return the word that says what somebody is: the last role before a preposition, in the singular.

    >>> role_of("former chief executive of the Osk Bank"), role_of("law professors at Lyle"), role_of("a storm")
    ('executive', 'professor', '')
    """
    role = ""
    for word in title_words(phrase):
        if word in _SMALL and role:
            return role
        singular = word.removesuffix("s")
        for form in (word, word.rpartition("-")[2], singular):
            if form in ROLES:
                role = form
                break
    return role


def title_words(title: str) -> list[str]:
    """Return the words of a title in lower case, abbreviations written out, possessive endings taken off.

    >>> title_words("Lyle’s Lt. Gov.")
    ['lyle', 'lieutenant', 'governor']
    """
    words = (re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w’'-]+", title.lower()))
    return [_ABBREVIATED.get(word, word) for word in words]


def office(words: Sequence[Word], name: Spotted) -> str:
    """Return the office before `name`, capital or not, with the words that narrow it: "Lylish foreign minister"."""
    begin = name.at - len(name.title)
    stop = begin
    if stop and words[stop - 1].text == "." and len(words[stop - 2].text) <= 4:
        stop -= 1
    title = [word for word in name.title if word.lower not in HONORIFICS - ROLES and word.text != "."]
    owned = False
    while begin > 0 and _narrows(words, begin - 1, begin == stop and not title):
        if words[begin - 1].possessive and (owned or not (title or begin < stop)):
            break
        owned = owned or bool(words[begin - 1].possessive)
        begin -= 1
    found = [word for word in words[begin:stop] if word.text not in {"first"}] + title
    if not found or not role_of(" ".join(word.text for word in found)):
        return ""
    return " ".join(word.text + word.possessive for word in found)


def _narrows(words: Sequence[Word], index: int, last: bool) -> bool:
    """Tell whether the word at `index` belongs to the office that ends before a name; `last` is next to the name."""
    word = words[index]
    if not word.text[0].isalpha() or word.lower in CALENDAR or (word.possessive and not word.text[0].isupper()):
        return False
    if word.text == "and":
        return index > 0 and words[index - 1].lower in ROLES
    if last:
        after_of = index > 1 and words[index - 1].text == "of" and words[index - 2].lower in {"secretary", "minister"}
        return (word.lower in ROLES and word.lower not in _LOOSE) or (after_of and word.text.islower())
    if word.text[0].isupper():
        return True
    if word.text == "of":
        return index > 0 and words[index - 1].lower in ROLES
    return word.lower in _IN_OFFICES


def apposition(words: Sequence[Word], name: Spotted) -> str:
    """Return what a comma sets beside `name`: "Ida Osk, a pilot from Lyle, …" or "the mayor, Ida Osk, …"."""
    return _after(words, name.last + 1) or _before(words, name.at - len(name.title))


def _after(words: Sequence[Word], index: int) -> str:
    if index < len(words) and words[index].text == "(":
        index = next((i + 1 for i in range(index, min(len(words), index + 6)) if words[i].text == ")"), index)
    if index + 1 >= len(words) or words[index].text != ",":
        return ""
    index += 1
    if words[index].text.isdigit() and index + 2 < len(words):
        index += 2
    stop = index
    while stop < len(words) and stop - index < _REACH and words[stop].text not in _ENDS:
        stop += 1
    return _phrase(words[index:stop], determined=False)


def _before(words: Sequence[Word], index: int) -> str:
    if index < 2 or words[index - 1].text != ",":
        return ""
    begin = index - 1
    while begin > 0 and index - begin <= _REACH and words[begin - 1].text not in _ENDS:
        begin -= 1
    phrase = words[begin : index - 1]
    determined = [i for i, word in enumerate(phrase) if word.lower in _DETERMINERS - {"former"} or word.possessive]
    return next((found for i in reversed(determined) if (found := _phrase(phrase[i:], determined=True))), "")


def _phrase(words: Sequence[Word], *, determined: bool) -> str:
    """Return the noun phrase `words` without its determiner where its head is a role, else nothing."""
    start = 0
    while start < len(words) - 1 and words[start].lower in _DETERMINERS - {"former", "ex"}:
        start += 1
    kept = words[start:]
    head = next((i for i, word in enumerate(kept) if word.lower in _SMALL), len(kept))
    if not kept or not any(_role(word) for word in kept[:head]):
        return ""
    if not determined and not start and head > 5:
        return ""
    return " ".join(word.text + word.possessive for word in kept)


def _role(word: Word) -> bool:
    return word.lower in ROLES or word.lower.rpartition("-")[2] in ROLES
