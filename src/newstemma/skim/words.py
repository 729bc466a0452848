"""Words and numbers of a text, by one cheap pattern, and what words weigh by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newstemma.settings.skim import SkimSettings
from newstemma.text.stems import stem

__all__ = ["placed_words", "stems", "words"]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*[^\W\d_]*|(?:[^\W\d_]\.)+[^\W\d_]\b|[^\W_]+(?:['’][^\W\d_]+)?")
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_STOP = frozenset(
    """a about above across after again against ago all almost along already also although always am among an and
    another any anybody anyone anything are aren't around as at away back be became because become becomes been before
    began behind being below between both but by came can can't cannot come comes could couldn't did didn't do does
    doesn't doing don't done down during each either else enough even ever every everyone everything few first for
    former found from full further gave get gets getting give given go goes going gone got had hadn't half has hasn't
    have haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in
    including indeed instead into is isn't it it'd it'll it's its itself just keep kept knew know known last later
    least less let like likely made make makes making many may maybe me might mine more most mostly much must my myself
    near nearly need neither never next no nobody none nor not nothing now of off often on once one ones only onto or
    other others our ours out over own per perhaps put quite rather really s said same saw say saying says second see
    seem seemed seems seen several shall she she's should shouldn't since so some somebody someone something soon still
    such take taken takes taking tell than that that's the their theirs them themselves then there there's these they
    they'd they'll they're they've thing things think third this those though three through throughout thus till to
    together told too took toward towards two under until up upon us use used uses using very via want wanted was wasn't
    way we we'd we'll we're we've well went were weren't what whatever when where whether which while who whole whom
    whose why will with within without won't would wouldn't yet you you'd you'll you're you've your yours yourself
    am pm mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    according added adding asked called news report reported reportedly reporters reports spokesman spokesperson
    spokeswoman statement story article photo image video read click advertisement subscribe newsletter share comments
    year years month months week weeks day days time times hour hours minute minutes morning afternoon evening night
    january february march april june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec""".split()
)
_UNIT = 1_000  # parts of the weight of a text's first word: whole numbers, whose sums do not hang on their order


@lru_cache(maxsize=65_536)
def _form(word: str) -> str:
    """The form under which two words count as the same: case, possessives and thousands separators removed."""
    plain = word.lower().replace("’", "'").replace(".", "" if not word[0].isdigit() else ".")
    if word[0].isdigit():
        return plain.replace(",", "")
    if 2 <= len(word) <= 3 and word.isupper() and plain in _STOP:
        return plain + "."  # "US", "WHO" and "IT" are names, not the stop words that they look like
    return plain.removesuffix("'s")


def words(text: str) -> list[str]:
    """Return the words and numbers of `text` in order, in the form in which they are compared.

    >>> words("The mayor’s 84,000 bridges, US-made")
    ['the', 'mayor', '84000', 'bridges', 'us.', 'made']
    """
    return [_form(word) for word in _WORD.findall(_INVISIBLE.sub("", text))]


def placed_words(title: Sequence[str], text: Sequence[str], settings: SkimSettings) -> tuple[tuple[str, int], ...]:
    """Return the stems of the words that say what an article is about, with what they weigh by where they stand.

    >>> placed_words(["mayor"], ["the", "mayor", "said", "12", "bridges", "fell"], SkimSettings())
    (('bridg', 777), ('fell', 738), ('mayor', 2931))

    No stop words, weekdays, months, bare numbers or letters. Weights are in thousandths of the text's first word's.
    """
    sums: dict[str, int] = dict.fromkeys(text, 0)
    for word, weight in zip(text, _falling(len(text).bit_length(), settings), strict=False):
        sums[word] += weight
    for word in title:
        sums[word] = sums.get(word, 0) + round(_UNIT * settings.title_weight)
    found: dict[str, int] = {}
    for word, weight in sums.items():
        if _tells(word):
            root = stem(word)
            found[root] = found.get(root, 0) + weight
    return tuple(sorted(found.items()))


@lru_cache(maxsize=64)
def _falling(bits: int, settings: SkimSettings) -> list[int]:
    """The weights of the words of a text, from its first on, for all lengths of so many bits."""
    return [round(_UNIT * (1 + at / settings.place_words) ** -settings.place_power) for at in range(1 << bits)]


def stems(found: Iterable[str]) -> frozenset[str]:
    """Return the stems of those of `found` that say what a text is about.

    >>> sorted(stems(["the", "bridges", "12", "bridge"]))
    ['bridg']
    """
    return frozenset(stem(word) for word in found if _tells(word))


def _tells(word: str) -> bool:
    return word not in _STOP and len(word) > 1 and not word[0].isdigit()
