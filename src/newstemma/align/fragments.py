"""Quoted words made comparable: fragments, and the stretches in them that are printed without a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from newstemma.model import AnnotatedArticle, Attribution, Span
from newstemma.text.alignment import WILDCARD
from newstemma.text.tokens import key, tokenize

__all__ = ["FUNCTION_WORDS", "Stretch", "Unit", "is_content", "quoted_spans", "spelled_one_way", "stretches", "units"]

FUNCTION_WORDS = frozenset(
    """a an the this that these those there here i me my mine we us our ours you your he him his she her hers it its
    they them their theirs who whom whose which what and or but nor so as at by for from in into of off on onto to up
    with about over under than then am is are was were be been being do does did doing have has had having will would
    shall should can could may might must 's 'd just also very too all some any such when where how why if because
    while after before again more most other own same out down through during between both each""".split()
)
_GAP = re.compile(r"\[\s*(?:…|\.{3,})\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}|\.(?:[ \u00a0]\.){2,}")
_BRACKET = re.compile(r"\[([^\[\]]{1,80})\]")
_SENTENCE_END = re.compile(r"[.!?…]")
_EDGE_MARKS = " \t\r\n\u00a0\u200b\ufeff\"“”„«»'‘’`"
_CONTRACTED = {
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not"),
}  # fmt: skip
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "'d", "'s": "'s"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A word as it is collated: `key` is what is compared, `start` and `end` are offsets in the article.

    "U.S." and "US" are two units each, "mega-prison" two, "don’t" two ("do", "not"); words in square brackets are one
    unit with the key `WILDCARD`.
    """

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that one article prints in quotation marks without a gap.

    `attribution` is the position of its attribution in the list that is collated, `order` the stretch's own in it.
    `edition` is the first article with the same text, so that copies have one vote. `keys` and `words` are those of the
    units, `words` as printed. `glue` holds what stands after each unit, up to the next one or to the end; `lead` what
    stands before the first. `gapped` says that an ellipsis separates it from the stretch before, `primary` that it
    stands in a primary text.
    """

    attribution: int
    order: int
    article: str
    edition: str
    units: tuple[Unit, ...]
    keys: tuple[str, ...]
    words: tuple[str, ...]
    glue: tuple[str, ...]
    lead: str
    gapped: bool = False
    primary: bool = False

    @property
    def literal_keys(self) -> tuple[str, ...]:
        """The keys, with the printed words for what stands in square brackets."""
        return tuple(
            word if unit.key == WILDCARD else unit.key for unit, word in zip(self.units, self.words, strict=True)
        )

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.article, self.units[0].start, self.units[-1].end)

    def part(self, start: int, end: int) -> Stretch:
        """Return the stretch from word `start` up to word `end`.

        Raises `ValueError` where no word would be left.
        """
        if not 0 <= start < end <= len(self.units):
            raise ValueError(f"part [{start}, {end}) of a stretch of {len(self.units)} words has no word in it")
        return replace(
            self,
            units=self.units[start:end],
            keys=self.keys[start:end],
            words=self.words[start:end],
            glue=self.glue[start:end],
            lead=self.lead if start == 0 else "",
        )

    def ends_sentence(self, index: int) -> bool:
        """Tell whether a sentence may end after unit `index`; before the first unit, whether one may begin."""
        if index < 0:
            return self.words[0][:1].isupper()
        if index == len(self.units) - 1:
            return bool(self.glue[index].strip(_EDGE_MARKS))
        following = self.words[index + 1][:1]
        return bool(_SENTENCE_END.search(self.glue[index])) and not following.islower()


def is_content(unit_key: str) -> bool:
    """Tell whether a key carries meaning of its own; negations do.

    >>> is_content("never"), is_content("the"), is_content("s")
    (True, False, False)
    """
    return unit_key not in FUNCTION_WORDS and unit_key != WILDCARD and (len(unit_key) > 1 or unit_key.isdigit())


def quoted_spans(article: AnnotatedArticle, attribution: Attribution) -> tuple[Span, ...]:
    """Return the words of `attribution` that stand in quotation marks, in order."""
    if attribution.kind == "direct":
        return tuple(span for span in attribution.content if len(span))
    if attribution.kind == "indirect":
        return ()
    inside = [
        quoted.span
        for quoted in article.quoted
        if quoted.depth == 0 and quoted.speech and any(content.covers(quoted.span) for content in attribution.content)
    ]
    return tuple(sorted(inside))


def stretches(article: AnnotatedArticle, spans: Sequence[Span], attribution: int, edition: str = "") -> list[Stretch]:
    """Cut the quoted `spans` of one attribution into stretches without a gap.

    Spans that follow each other with nothing but marks and white space between, the first not closed, are one quotation
    over several paragraphs: they stay one stretch.
    """
    text = article.article.text
    found: list[Stretch] = []
    for start, end in _joined(text, spans):
        begin, gapped = start, False
        for cut, after in [*((m.start(), m.end()) for m in _GAP.finditer(text, start, end)), (end, end)]:
            made = _stretch(text, article.id, begin, cut)
            if made:
                edited = edition or article.id
                made = replace(made, attribution=attribution, order=len(found), edition=edited, gapped=gapped)
                found.append(replace(made, primary=article.article.about.kind != "article"))
                gapped = True
            begin = after
    return found


def _joined(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for span in spans:
        if ranges:
            between = text[ranges[-1][1] : span.start].replace("\u200b", "")
            runs_on = "\n" in between and bool(re.fullmatch(r"\s*[\"“„«‘'’]?\s*", between))
            if runs_on:
                ranges[-1] = (ranges[-1][0], span.end)
                continue
        ranges.append((span.start, span.end))
    return ranges


def _stretch(text: str, article: str, start: int, end: int) -> Stretch | None:
    found = units(text, start, end)
    if not found:
        return None
    follow = [unit.start for unit in found[1:]] + [end]
    glue = tuple(text[unit.end : until] for unit, until in zip(found, follow, strict=True))
    return Stretch(
        attribution=0,
        order=0,
        article=article,
        edition=article,
        units=tuple(found),
        keys=tuple(unit.key for unit in found),
        words=tuple(text[unit.start : unit.end] for unit in found),
        glue=glue,
        lead=text[start : found[0].start].strip(_EDGE_MARKS),
    )


def units(text: str, start: int, end: int) -> list[Unit]:
    """Cut `text[start:end]` into the words that are collated; marks are none.

    >>> [unit.key for unit in units("The U.S. can’t pay [the bill]", 0, 29)]
    ['the', 'u', 's', 'can', 'not', 'pay', '\ufffc']
    """
    found: list[Unit] = []
    begin = start
    for match in _BRACKET.finditer(text, start, end):
        touches = (match.start() > start and text[match.start() - 1].isalnum()) or text[match.end() : end][:1].isalnum()
        if touches or not any(character.isalnum() for character in match.group(1)):
            continue
        found += _words(text, begin, match.start())
        if match.group(1).strip().lower() != "sic":
            found.append(Unit(WILDCARD, match.start(), match.end()))
        begin = match.end()
    return found + _words(text, begin, end)


_BROKEN_WORD = re.compile(r"\w{0,40}\[\w{1,12}\]\w*")  # "[W]e", "want[ed]"


def _words(text: str, start: int, end: int) -> list[Unit]:
    found: list[Unit] = []
    begin = start
    for match in _BROKEN_WORD.finditer(text, start, end):
        found += _plain_words(text, begin, match.start())
        found.append(Unit(key(match.group().replace("[", "").replace("]", "")), match.start(), match.end()))
        begin = match.end()
    return found + _plain_words(text, begin, end)


def _plain_words(text: str, start: int, end: int) -> list[Unit]:
    return [
        Unit(name, token.start + first, token.start + last)
        for token in tokenize(text, start, end)
        for name, first, last in _pieces(token.text)
    ]


@lru_cache(maxsize=65_536)
def _pieces(word: str) -> tuple[tuple[str, int, int], ...]:
    """Return the keys in one token, with their offsets in it; none for a mark."""
    if not any(map(str.isalnum, word)):
        return ()
    plain = key(word)
    at = [index for index, character in enumerate(word) if character.isalpha()] if "." in plain else []
    if at and "".join(word[index] for index in at).lower() == plain.replace(".", "") == plain[::2]:
        ends = [*at[1:], len(word)]
        return tuple(
            (letter, *bounds) for letter, bounds in zip(plain.split("."), zip(at, ends, strict=True), strict=True)
        )
    if plain in _CONTRACTED and len(plain) == len(word):
        first, second = _CONTRACTED[plain]
        cut = 2 if plain.startswith("won") else 3
        return ((first, 0, cut), (second, cut, len(word)))
    for ending, full in _ENDINGS.items():
        if plain.endswith(ending) and len(plain) == len(word) and len(plain) > len(ending):
            cut = len(word) - len(ending)
            return ((plain[:cut], 0, cut), (full, cut, len(word)))
    if "-" in plain and len(plain) == len(word):
        parts = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[^-]+", plain)]
        if parts:
            return tuple(parts)
    return ((spelled_one_way(plain.strip("'") or plain), 0, len(word)),)


_SPELLINGS = (
    (re.compile(r"(met|cent|lit|fib|theat|sab|lust|spect|calib|somb)re(s?)$"), r"\1er\2"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|ite|ites|able|ful|hood|hoods|less)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{4})is(?=(?:e|es|ed|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{4})ys(?=(?:e|es|ed|ing)$)"), "yz"),
    (re.compile(r"^(def|off|lic|pret)ence(s?)$"), r"\1ense\2"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
    (re.compile(r"^grey"), "gray"),
)


def spelled_one_way(word: str) -> str:
    """Return one form for the British and the American spelling of a word; for comparison alone, not for print.

    >>> spelled_one_way("kilometres"), spelled_one_way("harbour"), spelled_one_way("organised")
    ('kilometers', 'harbor', 'organized')
    >>> spelled_one_way("four"), spelled_one_way("advice")
    ('four', 'advice')
    """
    if len(word) > 3:
        for pattern, replacement in _SPELLINGS:
            word = pattern.sub(replacement, word)
    return word
