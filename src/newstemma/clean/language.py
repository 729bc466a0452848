"""Whether a text is in a language that the program knows; English is the only one so far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newstemma.errors import ArticleError

__all__ = ["FUNCTION_WORDS", "english_share", "language_of"]

FUNCTION_WORDS = frozenset(
    """the of and to that with as by from this it its be been are were has had not but they their he she his which who
    would will said after when there what more than about into if or could up out where also can our we you your i my
    because while before between during against only some other those these them him how no says do does did through
    such should may might must then why both each many most us being just even still until since""".split()
)
"""Function words of English but for those that are frequent words of its neighbours, too ("in", "is", "for", "at")."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 50_000  # characters that are looked at
_BEYOND_LATIN = re.compile("[^\u0000-\u024f]")  # Latin Extended-B has the last letters


def english_share(text: str) -> float:
    """Return the share of English function words among the words in lower case; 0 where there are none.

    >>> english_share("The rain fell on the harbour."), english_share("Der Regen fiel.")
    (0.2, 0.0)

    Capitalised words are left out: tables of results hold little else, in any language.
    """
    return _share(_lower_words(text))


def _share(words: Sequence[str]) -> float:
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0


def _lower_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text[:_SAMPLE]) if not word[0].isupper()]


def language_of(text: str, *, least_share: float, least_words: int) -> str | None:
    """Return the language of `text`; `None` where it has fewer than `least_words` words in lower case, too few to tell.

    >>> language_of("The rain fell on the harbour.", least_share=0.1, least_words=5)
    'en'

    Raises `ArticleError` where it is none that the program knows.
    """
    sample = text[:_SAMPLE]
    foreign = sum(character.isalpha() for character in _BEYOND_LATIN.findall(sample))
    letters = sum(map(str.isalpha, sample)) if foreign >= least_words else 0
    if foreign >= least_words and foreign > 0.5 * letters:
        raise ArticleError(
            f"is not in English: {foreign / letters:.0%} of its letters are not Latin; "
            "newstemma reads English only, so name a translation or leave the file out",
            stage="clean",
        )
    words = _lower_words(text)
    if len(words) < least_words:
        return None
    share = _share(words)
    if share < least_share:
        raise ArticleError(
            f"seems not to be in English: {share:.1%} of its words are English function words, English has at least "
            f"{least_share:.0%}; newstemma reads English only, so name a translation or leave the file out",
            stage="clean",
        )
    return "en"
