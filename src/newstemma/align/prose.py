"""Whether an article carries, outside its quotations, what a quotation of its leaves out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil

from newstemma.align.contigs import Contig
from newstemma.align.fragments import Unit, is_content, units
from newstemma.model import AnnotatedArticle, Span
from newstemma.text.stems import stem

__all__ = ["Matter", "Prose", "matter"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ.,:&/@-]\w+)*")
_ALL_OF = 3  # so few content words must all be there; of more, the share that is asked for
_CUE_WORDS = 4  # a cue of one word's condition stands at most so many words before it
_CLAUSE_END = re.compile(r"[,;:.!?()\[\]—–]")

_RESTRICTING = r"""only|solely|exclusively|merely|nothing\ but|limit(?:s|ed|ing)?|restrict(?:s|ed|ing)?|except(?:ing)?|
    exclud(?:es?|ed|ing)|unless|no\ more\ than|not\ more\ than|at\ most|up\ to|at\ least|no\ less\ than|other\ than|
    maximum|minimum|capped"""
_CONDITIONAL = r"""if|unless|provided|providing|until|as\ long\ as|so\ long\ as|once|when(?:ever)?|subject\ to|
    conditions?|conditional|contingent|depend(?:s|ed|ing)?|pending|assuming|only|must|(?:have|has|had|need|needs)\ to|
    requir(?:es?|ed|ing)|in\ case"""
_EXCHANGING = r"in\ (?:exchange|return)(?:\ for)?|for|pay(?:s|ing|ments?)?|paid|pric(?:es?|ed)|charg(?:es?|ed|ing)"
_BY_MARKER = {
    **dict.fromkeys("only solely exclusively except excluding up at no not with limited but other within".split(), "r"),
    **dict.fromkeys(["in exchange for", "in return for"], "x"),
}
_CUES = {
    kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE | re.VERBOSE)
    for kind, words in (("r", _RESTRICTING), ("c", _CONDITIONAL), ("x", _EXCHANGING))
}


@dataclass(frozen=True, slots=True)
class Matter:
    """Content words that are looked for, by their stems: names, figures and all others.

    `phrase` tells that they follow each other without any other word.
    """

    common: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    phrase: bool = False

    @property
    def stems(self) -> frozenset[str]:
        """All of them."""
        return self.common | self.names | self.figures

    def met(self, found: Iterable[str], share: float) -> bool:
        """Tell whether the stems `found` are enough: every figure, and the share of the names and of the others."""
        here = frozenset(found)
        return (
            self.figures <= here
            and len(self.names & here) >= share * len(self.names)
            and len(self.common & here) >= _needed(len(self.common), share)
        )


def _needed(wanted: int, share: float) -> int:
    return wanted if wanted <= _ALL_OF else ceil(share * wanted)


def matter(contig: Contig, where: range) -> Matter:
    """Return what words of a contig speak of; a capital counts as a name except where a sentence may begin."""
    names, figures, common = set(), set(), set()
    for index in where:
        atom = contig.atoms[index]
        if not is_content(atom.key):
            continue
        if atom.key[:1].isdigit():
            figures.add(stem(atom.key))
        elif atom.text[:1].isupper() and index and not contig.ends_sentence(index - 1):
            names.add(stem(atom.key))
        else:
            common.add(stem(atom.key))
    phrase = all(is_content(contig.atoms[index].key) for index in where)
    return Matter(frozenset(common - names), frozenset(names), frozenset(figures), phrase)


class Prose:
    """The words of one article, to find where it carries something; read when something is first looked for."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self._read = article
        self._where: Mapping[str, Sequence[tuple[int, Unit]]] | None = None

    def carried(self, wanted: Matter, outside: Sequence[Span], share: float) -> Span | None:
        """Return where the article carries the matter outside the spans `outside`.

        All within one sentence; forms of one word count as the same. Of several sentences the one with most of the
        words is taken, then the first. `None` where no sentence has enough, or where there is nothing to look for.
        """
        for _, found in self._hits(wanted, outside, share):
            return self._span(_tightest(found))
        return None

    def condition(
        self, marker: Sequence[str], wanted: Matter, subject: Matter, outside: Sequence[Span], share: float
    ) -> Span | None:
        """Return where the article carries a condition: its words, and something that makes them a condition.

        That is a word of the marker's kind in the same sentence ("only": "solely", "limited"; "if": "unless", "must";
        "in return for": "for", "pays"); else, for a condition of two words or more, a word that the sentence shares
        with `subject`, the rest of what was said, or nothing where the words restrict each other and stand together
        ("registered members"). For one word alone the marker must stand close before it.
        """
        cues = _CUES[_BY_MARKER.get(" ".join(marker), _BY_MARKER.get(marker[0], "c"))]
        for number, found in self._hits(wanted, outside, share):
            words = _tightest(found)
            if cue := self._cue(cues, number, found, words, outside):
                return self._span([*cue, *words])
            about = (subject.common - wanted.stems) & self._stems_of(number, outside, subject.common)
            together = wanted.phrase and self._adjacent(words)
            if len(wanted.stems) > 1 and (about or together):
                return self._span(words)
        return None

    def _hits(self, wanted: Matter, outside: Sequence[Span], share: float) -> list[tuple[int, dict[str, list[Unit]]]]:
        """Return the sentences that have enough of the words, best first, with the words by stem."""
        hits: dict[int, dict[str, list[Unit]]] = defaultdict(dict)
        for root in sorted(wanted.stems):
            for number, unit in self._table().get(root, ()):
                if not _inside(unit, outside):
                    hits[number].setdefault(root, []).append(unit)
        enough = [number for number in hits if wanted.met(hits[number], share)]
        return [(number, hits[number]) for number in sorted(enough, key=lambda at: (-len(hits[at]), at))]

    def _cue(
        self,
        cues: re.Pattern[str],
        number: int,
        found: Mapping[str, Sequence[Unit]],
        words: Sequence[Unit],
        outside: Sequence[Span],
    ) -> list[Unit]:
        """Return a word of the sentence that restricts, with the word that it restricts if it is one, else nothing."""
        sentence, text = self._read.sentences[number], self._read.article.text
        possible = [
            Unit(match.group(), match.start(), match.end())
            for match in cues.finditer(text, sentence.start, sentence.end)
        ]
        possible = [cue for cue in possible if not _inside(cue, outside)]
        if len(found) > 1:
            middle = words[0].start
            near = min(possible, key=lambda cue: (abs(cue.start - middle), cue.start), default=None)
            # "for" alone makes a price only right before it.
            return [] if near is None or (cues is _CUES["x"] and not self._before(near, words[0])) else [near]
        return next(([cue] for cue in reversed(possible) if self._before(cue, words[0])), [])

    def _before(self, cue: Unit, word: Unit) -> bool:
        between = self._read.article.text[cue.end : word.start] if cue.end <= word.start else "."
        return len(between.split()) < _CUE_WORDS and not _CLAUSE_END.search(between)

    def _adjacent(self, words: Sequence[Unit]) -> bool:
        text = self._read.article.text
        return not any(text[one.end : other.start].strip() for one, other in pairwise(words))

    def _stems_of(self, number: int, outside: Sequence[Span], among: Iterable[str]) -> frozenset[str]:
        """Return which of the stems `among` a sentence has."""
        return frozenset(
            stem
            for stem in among
            if any(at == number and not _inside(unit, outside) for at, unit in self._table().get(stem, ()))
        )

    def _table(self) -> Mapping[str, Sequence[tuple[int, Unit]]]:
        if self._where is None:
            where: dict[str, list[tuple[int, Unit]]] = defaultdict(list)
            text, removed = self._read.article.text, [item.span for item in self._read.article.removed]
            starts = [span.start for span in removed]
            for number, sentence in enumerate(self._read.sentences):
                for match in _WORD.finditer(text, sentence.start, sentence.end):
                    for stem, first, last in _content_stems(match.group()):
                        unit = Unit(stem, match.start() + first, match.start() + last)
                        at = bisect_right(starts, unit.start) - 1
                        if at < 0 or removed[at].end <= unit.start:
                            where[stem].append((number, unit))
            self._where = where
        return self._where

    def _span(self, found: Sequence[Unit]) -> Span:
        return Span(self._read.id, min(unit.start for unit in found), max(unit.end for unit in found))


def _tightest(found: Mapping[str, Sequence[Unit]]) -> list[Unit]:
    """Return the shortest run of the found words that has each stem; the first of equally short ones."""
    ordered = sorted(((unit, root) for root, hits in found.items() for unit in hits), key=lambda pair: pair[0].start)
    inside: Counter[str] = Counter()
    best, first = (0, len(ordered)), 0
    for last, (_, root) in enumerate(ordered):
        inside[root] += 1
        while inside[ordered[first][1]] > 1:
            inside[ordered[first][1]] -= 1
            first += 1
        if len(inside) == len(found) and _length(ordered, first, last) < _length(ordered, best[0], best[1] - 1):
            best = first, last + 1
    return [unit for unit, _ in ordered[best[0] : best[1]]]


def _length(ordered: Sequence[tuple[Unit, str]], first: int, last: int) -> int:
    return ordered[last][0].end - ordered[first][0].start


def _inside(unit: Unit, spans: Sequence[Span]) -> bool:
    return any(span.start < unit.end and unit.start < span.end for span in spans)


@lru_cache(maxsize=65_536)
def _content_stems(word: str) -> tuple[tuple[str, int, int], ...]:
    """Return the stems of the content words in a printed word, with their offsets in it."""
    return tuple((stem(unit.key), unit.start, unit.end) for unit in units(word, 0, len(word)) if is_content(unit.key))
