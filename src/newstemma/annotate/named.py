"""The encoder's names among the words of an article, with the titles before them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newstemma.annotate.gazetteer import FORMS_OF_ADDRESS, PARTICLES, ROLES, TITLE_MODIFIERS
from newstemma.annotate.words import Spotted, Word, given_name, spotted
from newstemma.model import NamedSpan
from newstemma.settings.names import NameSettings

__all__ = ["encoded_names"]

_JOINTS = "-–/"
_DEFAULT = NameSettings()
_SMALL = frozenset("of the for and on &".split())
_TITLES = ROLES | FORMS_OF_ADDRESS | TITLE_MODIFIERS


def encoded_names(
    sentences: Sequence[Sequence[Word]],
    names: Sequence[NamedSpan],
    by_rule: Sequence[Spotted],
    settings: NameSettings = _DEFAULT,
) -> tuple[Spotted, ...]:
    """Return the encoder's `names` in order, each as the words that it covers, with the title that stands before it.

    >>> from newstemma.annotate.words import read_words
    >>> from newstemma.model import Span
    >>> words = [read_words("Mayor Ida Osk spoke.", 0, 20)]
    >>> encoded_names(words, [NamedSpan(Span("a", 6, 13), "person")], ())[0].title[0].text
    'Mayor'

    A name that the rules spotted at the same place keeps the title that they found. Where the encoder breaks a name at
    its small words ("the Council of | the Lakes", "Ida do | Osk") or a person's behind a given name ("Per | Osk", which
    it reads without its capital) and the rules do not, theirs is taken. A name without a word of the sentences, as
    inside a longer word, is left out.
    """
    known = {(name.start, name.end): name for name in by_rule}
    rule_starts = [name.start for name in by_rule]
    begins = [words[0].start for words in sentences]
    found: list[Spotted] = []
    for name in names:
        number = bisect_right(begins, name.span.start) - 1
        words = sentences[number] if number >= 0 else ()
        first = bisect_right(words, name.span.start, key=lambda word: word.end)
        last = bisect_left(words, name.span.end, key=lambda word: word.start)
        while first < last and _no_part(words[first]):
            first += 1
        while first < last and _no_end(words[last - 1]):
            last -= 1
        if first >= last or (found and words[first].start < found[-1].end):
            continue
        same = known.get((words[first].start, words[last - 1].end))
        if same is None:
            whole = by_rule[bisect_right(rule_starts, words[first].start) - 1] if by_rule else None
            person_words = settings.person_words if name.type == "person" else 0
            if whole is not None and _breaks(whole, words[first].start, words[last - 1].end, person_words):
                same = whole
        if same is None:
            inside = _clipped(words[first:last], name.span.start, name.span.end)
            same = spotted(inside, number, first, words[_title_start(words, first) : first])
        found.append(same._replace(known_only=False))
    return tuple(found)


def _clipped(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """Return `words` without what the name leaves out of a compound at its edges: "anti-Moss", "Moss-Osk"."""
    clipped = list(words)
    for at, word in ((0, words[0]), (-1, words[-1])):
        begin = max(word.start, start) if at == 0 else clipped[at].start
        stop = min(word.end, end) if at == -1 or len(words) == 1 else word.end
        text = word.text[begin - word.start : stop - word.start]
        cut_before = begin > word.start and word.text[begin - word.start - 1] in _JOINTS
        cut_behind = stop < word.end and word.text[stop - word.start] in _JOINTS
        if text and (cut_before or cut_behind):
            capital = text[0].isupper()
            clipped[at] = word._replace(
                start=begin, end=stop, text=text, lower=text.lower().rstrip("."), capital=capital, small=not capital
            )
    return clipped


def _no_part(word: Word) -> bool:
    """Tell whether a name cannot begin with `word`: a mark, or a form of address, which is a title."""
    return (not word.text[0].isalnum() and word.text[0] not in "#@") or word.lower in FORMS_OF_ADDRESS


def _no_end(word: Word) -> bool:
    """Tell whether a name cannot end with `word`: a small word, or the tail of "Lyle-based"."""
    return word.lower in _SMALL or word.text[0] in "-–"


def _breaks(whole: Spotted, start: int, end: int, person_words: int) -> bool:
    """Tell whether a name from `start` to `end` is a part of `whole`: a body's name, or a person's short one."""
    if not (whole.start <= start and end <= whole.end):
        return False
    beside = [word for word in whole.words if word.start >= end or word.end <= start]
    if any(word.lower in _SMALL or (person_words and word.text in PARTICLES) for word in beside):
        return True
    return len(whole.words) <= person_words and given_name(whole.words[0].text)


def _title_start(words: Sequence[Word], first: int) -> int:
    """Return where the capitalised title before the word number `first` begins: "Deputy Mayor", "Gen."."""
    start = first
    while start > 0:
        before = words[start - 1]
        abbreviated = before.text == "." and start > 1 and words[start - 2].lower in FORMS_OF_ADDRESS
        if not abbreviated and not (before.capital and before.lower in _TITLES):
            break
        start -= 2 if abbreviated else 1
    return start
