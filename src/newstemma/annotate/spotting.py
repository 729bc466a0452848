"""Where names stand: runs of capitalised words without the capitals that only open a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newstemma.annotate.gazetteer import (
    AGENCIES,
    CALENDAR,
    CALENDAR_NAMES,
    COMPANY_SUFFIXES,
    DEMONYMS,
    FORMS_OF_ADDRESS,
    KNOWN_ORGANIZATIONS,
    OPENERS,
    ORGANIZATION_HEADS,
    PARTICLES,
    PLACES,
    PLATFORMS,
    PLURAL_OPENERS,
    SPEECH_VERBS,
    TITLE_MODIFIERS,
    TITLES,
)
from newstemma.annotate.runs import run_end, split_run
from newstemma.annotate.words import Spotted, Word, given_name, is_function_word, is_initial, joined, spotted
from newstemma.settings.names import NameSettings

__all__ = ["spot_names"]

_UNNAMED = OPENERS | PLURAL_OPENERS
_BEFORE_DATES = frozenset("in on since until till by last this next of from early late mid through during".split())
_BARE = TITLES | TITLE_MODIFIERS | {"of", ".", "officer", "staff"}
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase in PLACES | KNOWN_ORGANIZATIONS) | {"St"}
_PARTY = re.compile("[RDI]-[A-Z]")  # "R-Ohio"
_OPENING = frozenset("“\"‘'«„:•*·|")


def _heading(words: Sequence[Word], settings: NameSettings) -> bool:
    """Tell whether capitals say nothing here: a line in title case or in capitals, or a bare list of names."""
    capital = [word for word in words if not word.small and word.text[0].isupper()]
    if len(capital) < settings.heading_share * settings.heading_words:
        return False
    plain = sum(len(word.text) > 3 and word.text[0].isalpha() for word in words) - sum(len(w.text) > 3 for w in capital)
    content = len(capital) + plain
    if content < settings.heading_words or len(capital) < settings.heading_share * content:
        return False
    shouted = sum(word.text.isupper() and len(word.text) > 1 for word in capital)
    ends = any(word.text == "." for word in words[-2:])
    return (shouted if ends else len(capital)) >= settings.heading_share * content


class _Evidence(NamedTuple):
    """How the article writes its words where a capital is no matter of place."""

    capital: Counter[str]
    lower: Counter[str]

    def is_name(self, word: Word) -> bool:
        key = word.lower
        return self.capital[key] > 0 and self.capital[key] >= self.lower[key]


def _opens(words: Sequence[Word], index: int) -> bool:
    """Tell whether any word would have a capital here."""
    return index == 0 or words[index - 1].text in _OPENING or words[index - 1].text.startswith("..")


def _gather(sentences: Sequence[Sequence[Word]], headings: Sequence[bool]) -> _Evidence:
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for words, heading in zip(sentences, headings, strict=True):
        if heading:
            continue
        lower.update([word.lower for word in words if word.small])
        capital.update(
            [
                word.lower
                for index, word in enumerate(words)
                if word.capital and not word.small and not _opens(words, index)
            ]
        )
    return _Evidence(capital, lower)


def _starts_name(words: Sequence[Word], index: int, evidence: _Evidence) -> bool:
    """Tell whether a name can begin with the capitalised word at `index`."""
    word = words[index]
    key = word.lower
    if _dates(words, index) or _PARTY.match(word.text) or (len(word.text) == 1 and not is_initial(words, index)):
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    next_capital = following is not None and following.capital and following.lower not in CALENDAR
    if word.text in _FIRST_WORDS and (
        joined(words[index : index + 2]) in PLACES or joined(words[index : index + 3]) in KNOWN_ORGANIZATIONS
    ):
        return True
    if not _opens(words, index):
        return not is_function_word(word) and (key not in OPENERS or next_capital or word.text.isupper())
    if key in _UNNAMED and not (word.text.isupper() and key == "us"):
        return next_capital and given_name(key)
    shouted = word.text.isupper() and len(word.text) > 2
    if word.text[0] in "#@" or (not shouted and any(letter.isupper() for letter in word.text[1:])):
        return True
    if evidence.is_name(word) or word.text in PLACES or word.text in KNOWN_ORGANIZATIONS or word.text in DEMONYMS:
        return True
    if next_capital or is_initial(words, index) or key in FORMS_OF_ADDRESS:
        return not (evidence.lower[key] and key not in TITLES and key not in ORGANIZATION_HEADS) or given_name(key)
    if shouted:
        return len(word.text) <= 5 and not evidence.lower[key]
    speaks = following is not None and following.text in SPEECH_VERBS
    return not evidence.lower[key] and (given_name(key) or (speaks and not key.endswith("s")) or bool(word.possessive))


def _dates(words: Sequence[Word], index: int) -> bool:
    """Tell whether the word at `index` is a day or a month, and not "June Osk" or "Osk May"."""
    if words[index].lower not in CALENDAR or _follows_given(words, index):
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    if words[index].lower not in CALENDAR_NAMES or following is None:
        return True
    if not following.capital and following.text not in PARTICLES:
        return True
    return following.lower in CALENDAR | FORMS_OF_ADDRESS or (index > 0 and words[index - 1].lower in _BEFORE_DATES)


def _follows_given(words: Sequence[Word], index: int) -> bool:
    if not index or not words[index - 1].text[0].isupper():
        return False
    return given_name(words[index - 1].text) or words[index - 1].lower in FORMS_OF_ADDRESS


def spot_names(sentences: Sequence[Sequence[Word]], settings: NameSettings) -> tuple[Spotted, ...]:
    """Return the names of an article in order, given the words of its sentences.

    >>> from newstemma.annotate.words import read_words
    >>> text = "Mayor Ida Osk of Port Lyle spoke. However, Osk left."
    >>> words = [read_words(text, 0, 33), read_words(text, 34, 52)]
    >>> [(name.text, [word.text for word in name.title]) for name in spot_names(words, NameSettings())]
    [('Ida Osk', ['Mayor']), ('Port Lyle', []), ('Osk', [])]
    """
    headings = [_heading(words, settings) for words in sentences]
    evidence = _gather(sentences, headings)
    found: list[Spotted] = []
    for number, words in enumerate(sentences):
        stop = 0
        for index in [] if headings[number] else [at for at, word in enumerate(words) if word.capital]:
            if index >= stop and _starts_name(words, index, evidence):
                stop = run_end(words, index)
                found += split_run(words[index:stop], number, index)
    forms = {name.text for name in found}
    surnames = {name.words[-1].lower for name in found if len(name.words) > 1}
    found = [part for name in found if not _bare_title(name, surnames) for part in _cut_known_prefix(name, forms)]
    known = frozenset(name.text.lower() for name in found)
    for number, words in enumerate(sentences):
        if headings[number]:
            found += _known_in(words, known, number)
    return tuple(sorted(found, key=lambda name: (name.start, name.end)))


def _known_in(words: Sequence[Word], known: frozenset[str], sentence: int) -> Iterator[Spotted]:
    """Yield the names of the text that a heading repeats, longest first."""
    index = 0
    while index < len(words):
        for stop in range(min(len(words), index + 5), index, -1):
            if joined(words[index:stop]).lower() in known:
                yield spotted(words[index:stop], sentence, index)._replace(known_only=True)
                index = stop
                break
        else:
            index += 1


def _bare_title(name: Spotted, surnames: set[str]) -> bool:
    """Tell whether a capital stands for an office alone, "the President", and not for a Mr. President."""
    bare = all(word.lower in _BARE for word in name.words) and name.words[-1].lower in TITLES | {"state", "officer"}
    return bare and not name.title and name.words[-1].lower not in surnames


def _cut_known_prefix(name: Spotted, known: set[str]) -> tuple[Spotted, ...]:
    """Part two names that stand without a mark between them: "chief of Oskco Jane Roe"."""
    for cut in range(1, len(name.words)):
        before, after = joined(name.words[:cut]), name.words[cut:]
        begins = given_name(after[0].text) and not given_name(name.words[cut - 1].text)
        ended = before in known or before in PLACES or name.words[cut - 1].lower in COMPANY_SUFFIXES
        if not ended and before not in AGENCIES:
            continue
        rest = joined(after)
        credited = before in AGENCIES and rest in known  # an image's credit that ran into its caption
        parted = len(after) > 1 and ended and (begins or (rest in known and before not in PLACES))
        if parted or credited or (before in known and rest in PLATFORMS):
            first = spotted(name.words[:cut], name.sentence, name.at, name.title)
            return (first, spotted(after, name.sentence, name.at + cut))
    return (name,)
