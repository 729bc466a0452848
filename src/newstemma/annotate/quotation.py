"""Quotation marks, paired by a small state machine that survives nesting, paragraphs and missing marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newstemma.annotate.marks import Family, Mark, read_marks, starts_with_mark
from newstemma.model import Article, QuotedSpan, Span
from newstemma.text.sentences import sentences

__all__ = ["outer", "pair_quotations"]


# What follows is compiled when a text first needs it: most need none of it, and the program should start fast.
@cache
def _tag() -> re.Pattern[str]:
    """The tag that ends a quotation without a closing mark: "…, he said", "…, said Ms. Roe", "… she said." """
    said = r"(?:said|says|added|adds|wrote|writes|asked|explained)"
    name = r"(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w’'-]*"
    return re.compile(
        rf"[,?!…]\s+(?=(?:he|she|they|it|(?:the|a|an)\s+[a-z]+|{name})\s+(?:also\s+|then\s+)?"
        rf"(?:{said}|told|noted|continued)\b|{said}\s+(?:(?:he|she|they|the|a|an)\b|[A-Z]))"
        rf"|(?<![,;:])\s(?<!\bwhat\s)(?<!\b(?:that|like|than)\s)(?<!\bas\s)(?=(?:he|she|they)\s+{said}\.(?:\s|$))"
    )


@cache
def _speaking() -> re.Pattern[str]:
    """Words by which a speaker's sentences show themselves."""
    return re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|us|me|[Yy]our)\b")


@cache
def _narrating() -> re.Pattern[str]:
    """Words by which a narrator's sentences show themselves."""
    return re.compile(r"\b(?:was|were|had|did|came|went|took|made|left|got|gave|[a-z]{2,}ed)\b")


def pair_quotations(article: Article, paragraphs: Sequence[Span]) -> tuple[QuotedSpan, ...]:
    """Return what stands between each pair of quotation marks, sorted, inner quotations after their outer ones.

    >>> text = "“It’s ‘over’ now,” he said. “Go home."
    >>> [(q.span.of(text), q.depth, q.closed) for q in pair_quotations(Article("a", text), [Span("a", 0, len(text))])]
    [('It’s ‘over’ now,', 0, True), ('over', 1, True), ('Go home.', 0, False)]

    A quotation ends with its paragraph at the latest; one that runs on has a span in each paragraph, all but the last
    not `closed`. Apostrophes, feet, inches and years are no quotations. Linear in the length of the text.
    """
    found: list[QuotedSpan] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        runs_on = following is not None and starts_with_mark(article.text, following)
        found += _Machine(article, paragraph, runs_on).run()
    return tuple(sorted(found, key=lambda quoted: (quoted.span.start, -quoted.span.end)))


def outer(text: str, quoted: QuotedSpan) -> tuple[int, int]:
    """Return the range of `quoted` together with its marks, as far as they are printed.

    >>> text = 'He said "no" twice.'
    >>> start, end = outer(text, QuotedSpan(Span("a", 9, 11)))
    >>> text[start:end]
    '"no"'
    """
    start, end = quoted.span.start, quoted.span.end
    if quoted.opened:
        while start > 0 and text[start - 1].isspace():
            start -= 1
        start -= 2 if text[max(0, start - 2) : start] in ("''", "‘‘", "``") else 1
    if quoted.closed:
        while end < len(text) and text[end].isspace():
            end += 1
        end += 2 if text[end : end + 2] in ("''", "’’") else 1
    return max(0, start), min(len(text), end)


class _Machine:
    """The state of reading one paragraph: which marks stand open, and what has been closed."""

    def __init__(self, article: Article, paragraph: Span, runs_on: bool) -> None:
        self.article, self.paragraph, self.runs_on = article, paragraph, runs_on
        self.marks = read_marks(article.text, paragraph)
        self.open: list[Mark] = []
        self.found: list[QuotedSpan] = []
        self.whole = True
        self.reached = paragraph.start  # the end of the last quotation that has been closed, with its mark

    def run(self) -> list[QuotedSpan]:
        self._read()
        straight = [mark for mark in self.marks if self.article.text[mark.start : mark.end] == '"']
        if not self.whole and straight and len(straight) % 2 == 0:
            # An even number of straight marks that do not fit together by the spaces around them: they alternate.
            turned = {mark.start: number % 2 == 0 for number, mark in enumerate(straight)}
            marks = [
                m._replace(opens=turned[m.start], closes=not turned[m.start]) if m.start in turned else m
                for m in self.marks
            ]
            again = _Machine(self.article, self.paragraph, self.runs_on)
            again.marks = marks
            again._read()
            if again.whole:
                return again.found
        return self.found

    def _read(self) -> None:
        singles = dict(self._pairs_of_singles())
        closing = set(singles.values())
        for number, mark in enumerate(self.marks):
            if mark.family == "single":
                if number in singles:
                    self.open.append(mark)
                elif number in closing:
                    self._close(mark)
            elif mark.opens or (not mark.closes and self._position(mark.family) is None):
                self._open(number, mark)
            else:
                self._close(mark)
        end = self.paragraph.end
        while self.open:
            last = self.open.pop()
            if last.family == "single" and self.runs_on and self.open:
                continue
            self.whole = self.whole and self.runs_on
            shown = self._shown_end(last.end, end)
            # Inside a statement that runs on into the next paragraph somebody's words may be told: only a tag that
            # closes the paragraph ends it there.
            ends = not self.runs_on or len(sentences(self.article.text, shown, end)) < 2
            self._emit(last.end, shown if ends else end, closed=False)

    def _pairs_of_singles(self) -> Iterator[tuple[int, int]]:
        """Match each opening single mark with the mark that closes it; a plural's apostrophe closes only if no other
        mark does."""
        text, number = self.article.text, 0
        while number < len(self.marks):
            opening, number = number, number + 1
            if self.marks[opening].family != "single" or not self.marks[opening].opens:
                continue
            weak = 0
            within = 0  # double marks that stand open inside the single ones
            for candidate in range(opening + 1, len(self.marks)):
                mark = self.marks[candidate]
                if mark.family == "single" and mark.opens:
                    break
                if mark.family != "single":
                    within += -1 if mark.closes else 1
                    if within < 0:
                        break
                    continue
                if not re.match(r"s['’]\s+[a-z]", text[mark.start - 1 : mark.end + 12]):
                    weak = candidate
                    break
                weak = weak or candidate
            if weak:
                yield opening, weak
                number = weak + 1
            elif self.runs_on and self.marks[opening].start == self.paragraph.start:
                yield opening, -1

    def _position(self, family: Family) -> int | None:
        for position in range(len(self.open) - 1, -1, -1):
            if self.open[position].family == family:
                return position
        return None

    def _open(self, number: int, mark: Mark) -> None:
        position = self._position(mark.family)
        if position is not None and not self._nests(number, mark.family):
            while len(self.open) > position:
                last = self.open.pop()
            self.whole = False
            self._emit(last.end, self._shown_end(last.end, mark.start), closed=False)
        self.open.append(mark)

    def _nests(self, number: int, family: Family) -> bool:
        """Tell whether two closing marks follow before the next opening one."""
        closings = 0
        for following in range(number + 1, len(self.marks)):
            mark = self.marks[following]
            if mark.family != family:
                continue
            if not mark.closes:
                return False
            closings += 1
            if closings == 2:
                return True
        return False

    def _close(self, mark: Mark) -> None:
        position = self._position(mark.family)
        if position is None:
            self.whole = False
            start = self._begin(mark)
            if start is not None:
                self._emit(start, mark.start, opened=False)
            self.reached = max(self.reached, mark.end)
            return
        while len(self.open) > position:
            last = self.open.pop()
        self._emit(last.end, mark.start)

    def _begin(self, mark: Mark) -> int | None:
        """Return where a quotation whose opening mark is missing begins: with its paragraph, or with its sentence where
        the paragraph has said other things before."""
        text, start = self.article.text, self.paragraph.start
        if self.open:
            return None
        # From inside the last quotation's closing mark, so that a sentence that it begins is not taken for a new one.
        bounds = sentences(text, max(start, self.reached - 2), mark.start)
        if self.reached == start and not _tag().search(text, start, mark.start):
            begin = bounds[-1][0] if bounds else start
            for first, last in reversed(bounds[:-1]):
                if _narrating().search(text, first, last) and not _speaking().search(text, first, last):
                    break
                begin = first
            return begin
        return bounds[-1][0] if bounds and bounds[-1][0] >= self.reached else None

    def _shown_end(self, start: int, end: int) -> int:
        """Return where a quotation whose closing mark is missing can be shown to end, at the latest at `end`."""
        tag = _tag().search(self.article.text, start, end)
        return tag.start() + 1 if tag else end

    def _emit(self, start: int, end: int, *, opened: bool = True, closed: bool = True) -> None:
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        self.reached = max(self.reached, end + 1)
        if any(character.isalnum() for character in text[start:end]):
            self.found.append(QuotedSpan(self.article.span(start, end), opened, closed, len(self.open)))
