"""Paragraphs and sentences, as ranges of code points."""

from __future__ import annotations

import re
from itertools import pairwise

__all__ = ["paragraphs", "sentences"]

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm maj rev hon pres st jr sr inc corp co ltd llc bros no
    vs etc al fig sec dept univ est jan feb mar apr jun jul aug sep sept oct nov dec mt ft approx e.g i.e cf
    viz""".split()
)
# Abbreviations that also end sentences: only a following lower-case word or figure shows that the sentence goes on.
_OFTEN_LAST = frozenset("inc corp co ltd llc bros jr sr etc al a.m p.m".split())
_SENTENCE_OPENERS = frozenset(
    """the a an he she it they we i you but and in on at for this that these those his her its their our as if when
    while there no not after before since with by to from about according asked some many most one two under over during
    despite however meanwhile what who where why how""".split()
)
# The look-behind keeps a run of a million full stops from being tried at each of them.
_END = re.compile(
    r"(?<![.!?…。])(?P<mark>[.!?…。]+)(?P<close>[\"'”’»)\]]*)(?P<space>\s+)(?=(?P<next>[\"'“‘«„(\[—–-]*\s*\S))"
)
_OPENING_WORD = re.compile(r"[\"'“‘«„(\[—–\s-]*([\w’'-]+)")
_LONGEST_ABBREVIATION = 20  # characters; longer words are none
_HARD_WRAP_LEAST, _HARD_WRAP_MOST = 50, 100  # characters; typewriter widths (72, 76, 80) with ragged right edges


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the paragraphs of `text`, without the white space around them.

    >>> paragraphs("One.\\n\\nTwo.")
    [(0, 4), (6, 10)]

    A line is a paragraph, unless the text is wrapped at a fixed width: then an empty line ends one.
    """
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c]+", text)]
    lines = [bounds for start, end in lines if (bounds := _strip(text, start, end))]
    if not _hard_wrapped(text, lines):
        return lines
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and not re.search(r"\n[ \t\r]*\n", text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether most lines break in mid-sentence at about one width."""
    broken = [
        end - start
        for (start, end), (following, _) in pairwise(lines)
        if text[end - 1].isalnum() or text[end - 1] in ",;-–—"
        if text.count("\n", end, following) == 1 and (text[following].islower() or end - start >= _HARD_WRAP_LEAST)
    ]
    fitting = [width for width in broken if _HARD_WRAP_LEAST <= width <= _HARD_WRAP_MOST]
    return len(fitting) >= 3 and len(fitting) * 2 > len(lines)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the ranges of the sentences in `text[start:end]`, which should lie inside one paragraph.

    >>> text = 'Mr. Lee of the U.S. Navy left. “We won,” he said. “It is over.”'
    >>> [text[a:b] for a, b in sentences(text)]
    ['Mr. Lee of the U.S. Navy left.', '“We won,” he said.', '“It is over.”']

    Closing marks belong to the sentence that they close. Text without an end mark is one sentence.
    """
    end = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        cut = match.end("close")
        if cut >= end or not _ends_sentence(text, begin, match):
            continue
        if bounds := _strip(text, begin, cut):
            found.append(bounds)
        begin = cut
    if bounds := _strip(text, begin, end):
        found.append(bounds)
    return found


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    following = match.group("next")
    opener = following.lstrip("\"'“‘«„([—–- \t")
    if opener[:1].islower():
        return False
    if match.group("mark") != ".":
        # "Yahoo! said": lower case is caught above; an ellipsis before a capital ends a sentence.
        return True
    before = text[max(begin, match.start() - _LONGEST_ABBREVIATION) : match.start()]
    if not before or before[-1].isspace():
        return True
    word = before.split()[-1].lstrip("\"'“‘«„([—–").lower()
    following_word = _OPENING_WORD.match(text, match.end())
    opens = following_word is not None and following_word.group(1).lower() in _SENTENCE_OPENERS
    if word in _OFTEN_LAST:
        return not opener[:1].isdigit() and (opens or bool(match.group("close")))
    if word in _ABBREVIATIONS:
        return False
    if re.fullmatch(r"[^\W\d_]", word):  # an initial: "John F. Kennedy"
        return opens and word != "i"
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):  # "U.S", "a.m"
        return opens or bool(match.group("close")) or following.lstrip()[:1] in "“\"'‘«"
    return True
