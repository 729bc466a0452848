"""Runs of capitalised words: how far a name goes, and where a title inside the run cuts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newstemma.annotate.gazetteer import (
    CALENDAR,
    COMPANY_SUFFIXES,
    DEMONYMS,
    FORMS_OF_ADDRESS,
    KNOWN_ORGANIZATIONS,
    NAME_SUFFIXES,
    ORGANIZATION_HEADS,
    PARTICLES,
    PARTISANS,
    PLACE_HEADS,
    PLACES,
    ROLES,
    TITLE_MODIFIERS,
)
from newstemma.annotate.words import Spotted, Word, given_name, is_function_word, is_initial, joined, spotted

__all__ = ["run_end", "split_run"]

_ABBREVIATED = FORMS_OF_ADDRESS | {"st", "mt", "ft"}
_SUFFIXES = NAME_SUFFIXES | COMPANY_SUFFIXES
_ROLES = ROLES | PARTISANS
_WHOLE = PLACES | KNOWN_ORGANIZATIONS
_BEFORE_NAMES = FORMS_OF_ADDRESS | TITLE_MODIFIERS
_OFFICES = re.compile(
    r"(?:the )?(?:state|defen[cs]e|commerce|labou?r|energy|education|transportation|agriculture|interior|treasury|war|"
    r"homeland security|veterans affairs|health and human services|foreign affairs|house|staff)\b",
    re.IGNORECASE,
)
_JOINING = {
    "of": ORGANIZATION_HEADS
    | {"chiefs", "centers", "centres", "departments", "ministries", "secretary", "minister", "republic"},
    "for": frozenset(
        """committee center centre centers council association institute agency organization organisation fund coalition
        foundation society office union campaign movement alliance network party college""".split()
    ),
    "on": frozenset("commission committee council forum conference institute center centre project".split()),
}
_PORTFOLIOS = frozenset("minister secretary undersecretary commissioner".split())
_LED = frozenset("administration government campaign cabinet presidency".split())


def run_end(words: Sequence[Word], begin: int) -> int:
    """Return the index after the last word of the run of capitals that begins at `begin`."""
    end = begin + 1
    while step := _step(words, begin, end):
        headed = words[end].capital and words[end].lower in ORGANIZATION_HEADS
        if words[end - 1].possessive and not headed:
            break
        end += step
    return end


def _step(words: Sequence[Word], begin: int, end: int) -> int:
    """Return how many words more belong to the run `words[begin:end]`."""
    if end >= len(words):
        return 0
    last, word = words[end - 1], words[end]
    following = words[end + 1] if end + 1 < len(words) else None
    if word.capital or is_initial(words, end):
        within = following is not None and following.capital and following.lower not in CALENDAR
        if (
            (is_function_word(word) and not within and not is_initial(words, end))
            or _ended(words, end)
            or word.text == last.text
        ):
            return 0
        return (
            0
            if (word.lower in CALENDAR and not given_name(last.text))
            or word.start - last.end > 1 + len(last.possessive)
            else 1
        )
    if following is None:
        return 0
    if word.text in {"A", "I", "O"} and following.capital and given_name(last.text):
        return 1  # "George A Osk"
    if word.text == "." and word.start == last.end:
        abbreviated = len(last.text) == 1 or last.lower in _ABBREVIATED
        if last.lower in _SUFFIXES and end - begin > 1:
            return 1
        return 2 if abbreviated and following.capital else 0
    if word.text == ",":
        return 2 if following.lower in _SUFFIXES and following.capital else 0
    if word.text == "&" or (word.text in {"'", "’"} and following.start == word.end == last.end + 1):
        return 2 if following.capital else 0
    return _joining(words, begin, end)


def _ended(words: Sequence[Word], end: int) -> bool:
    """Tell whether the run before `end` closes with a company's suffix: "Osk Inc."."""
    back = end - 2 if words[end - 1].text == "." and end > 1 else end - 1
    return words[back].lower in COMPANY_SUFFIXES


def _joining(words: Sequence[Word], begin: int, end: int) -> int:
    """Return how many words more a run takes over small words: "de la Cruz", "of the Interior", "and Drug Board"."""
    small = words[end].text
    last = words[end - 1].lower
    reach = end + 1
    if small in PARTICLES:
        while reach < min(len(words), end + 3) and words[reach].text in PARTICLES:
            reach += 1
        return reach - end + 1 if reach < len(words) and words[reach].capital else 0
    if reach < len(words) and words[reach].text == "the":
        reach += 1
    if reach >= len(words) or not words[reach].capital or words[reach].lower in CALENDAR:
        return 0
    if small in _JOINING and last in _JOINING[small]:
        if last in {"secretary", "minister"}:
            phrase = " ".join(word.text for word in words[end + 1 : end + 6])
            office = _OFFICES.match(phrase)
            return 1 + len(office.group().split()) if office else 0
        return reach - end + 1
    if small == "and" and reach == end + 1:
        inside = any(word.text in _JOINING for word in words[begin + 1 : end])
        before = words[begin - 1].text.lower() if begin else ""
        stop = reach
        while stop < len(words) and words[stop].capital:
            stop += 1
        headed = stop - reach > 1 and words[stop - 1].lower in ORGANIZATION_HEADS
        person = given_name(words[reach].text) or words[reach].lower in FORMS_OF_ADDRESS
        if not person and (inside or (before == "the" and headed and last not in ORGANIZATION_HEADS)):
            return reach - end + 1
    return 0


def split_run(words: Sequence[Word], sentence: int, at: int) -> Iterator[Spotted]:
    """Cut a run at the title inside it: "Freedonian President Jane Roe" is a demonym, a title and a name."""
    last = words[-1].lower
    cut = 0
    for index, word in enumerate(words[:-1]):
        follower = words[index + 1]
        role = word.lower in FORMS_OF_ADDRESS or (word.lower in _ROLES and given_name(follower.text))
        opens = index == 0 and len(words) > 2 and word.lower in ROLES and follower.capital
        role = role or (opens and last not in ORGANIZATION_HEADS and last not in PLACE_HEADS)
        role = role or word.lower in {"republicans", "democrats", "conservatives", "liberals"}
        role = role and not (index == 0 and given_name(word.text))  # "Dean Osk"
        if (role and follower.lower != "of") or (
            word.lower == "staff" and index > 1 and words[index - 1].lower == "of"
        ):
            cut = index + 1
        elif word.lower in {"secretary", "minister"} and follower.text == "of":
            office = _OFFICES.match(" ".join(w.text for w in words[index + 2 :]))
            cut = index + 2 + (len(office.group().split()) if office else 1)
    if cut and cut < len(words) and words[cut].text == ".":
        cut += 1
    if joined(words) in _WHOLE:
        yield spotted(words, sentence, at)
        return
    if len(words) == 2 and last in _LED:
        yield spotted(words[:1], sentence, at)
        return
    if not cut and len(words) > 1 and words[0].text in DEMONYMS and last not in ORGANIZATION_HEADS:
        yield spotted(words[1:], sentence, at + 1, words[:1])
        return
    rest = words[cut:]
    organisation = len(rest) <= 2 and last in ORGANIZATION_HEADS and not given_name(words[cut].text if rest else "")
    if not cut or organisation:
        yield spotted(words, sentence, at)
        return
    begin = cut - 1
    while begin > 0 and (
        words[begin - 1].lower in _BEFORE_NAMES
        or words[begin - 1].text in {".", "of", "and"}
        or words[begin].text in {".", "of", "and"}
    ):
        begin -= 1
    portfolio = words[cut - 1].lower in _PORTFOLIOS and begin > 1 and not given_name(words[0].text)
    if portfolio and not any(joined(words[at:begin]) in _WHOLE for at in range(begin)):
        begin = 0  # "Lylish Fish Minister Jane Roe"
    if begin and joined(words[:begin]) not in DEMONYMS:
        yield spotted(words[:begin], sentence, at)
    if rest:
        yield spotted(rest, sentence, at + cut, words[:cut])
