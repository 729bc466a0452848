"""From the encoder's role spans to reports: contents gathered under their cue, each with its source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newstemma.model import Encoding, RoleSpan, Span

__all__ = ["Report", "gather_reports"]

_SIGNED = re.compile(r"[\s”\"’']*(?:[―—–]|--?)\s*")
_HEADED = re.compile(r":\s*")


@dataclass(frozen=True, slots=True)
class Report:
    """One report of speech, writing or belief as the encoder reads it; spans as it tags them, marks included."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float = 1.0


def gather_reports(
    text: str, encoding: Encoding, paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> tuple[Report, ...]:
    """Return the reports of an article in the order of their content.

    >>> content, cue, source = Span("a", 0, 5), Span("a", 9, 13), Span("a", 6, 8)
    >>> spans = (RoleSpan(content, "content", 2), RoleSpan(source, "source", 2), RoleSpan(cue, "cue", 1))
    >>> gather_reports("Rain, he said.", Encoding(spans), [Span("a", 0, 14)], [Span("a", 0, 14)])[0].source
    (Span(article='a', start=6, end=8),)

    A content whose words point at nothing goes to the nearest cue of its sentence or of the one beside it, in its
    paragraph; a cue without a source to the nearest source likewise. A cue without a content makes no report. What is
    signed ("… — Ida Moss") or headed ("Moss: …") is a report of its own, whatever its words point at.
    """
    gatherer = _Gatherer(text, encoding.roles, paragraphs, sentences)
    return tuple(sorted(gatherer.reports(), key=lambda report: report.content))


class _Gatherer:
    def __init__(
        self, text: str, roles: Sequence[RoleSpan], paragraphs: Sequence[Span], sentences: Sequence[Span]
    ) -> None:
        self.text = text
        self.roles = roles
        self.paragraphs = [span.start for span in paragraphs]
        self.sentences = [span.start for span in sentences]
        self.sources_of: dict[int, list[int]] = {}  # by the cue that they point at
        for number, one in enumerate(roles):
            if one.role == "source":
                self.sources_of.setdefault(one.link, []).append(number)

    def reports(self) -> list[Report]:
        """Return the reports, one for each cue or lone source that has contents."""
        contents: dict[int, list[int]] = {}
        lone: list[int] = []
        found: list[Report] = []
        for number, one in enumerate(self.roles):
            if one.role != "content":
                continue
            signature = self._signature(number)
            if signature >= 0:
                found.append(self._report([number], signature))
                continue
            target = one.link if one.link >= 0 else self._nearest(number, "cue")
            if target < 0:
                lone.append(number)
            else:
                contents.setdefault(target, []).append(number)
        found += [self._report(members, target) for target, members in contents.items()]
        return found + [self._report([number], -1) for number in lone]

    def _signature(self, number: int) -> int:
        """Return the source that signs a content or heads it, with nothing but marks between, or -1."""
        span = self.roles[number].span
        for other in (number - 1, number + 1):
            if not 0 <= other < len(self.roles) or self.roles[other].role != "source":
                continue
            there = self.roles[other].span
            if other > number and _SIGNED.fullmatch(self.text, span.end, there.start):
                return other
            if other < number and _HEADED.fullmatch(self.text, there.end, span.start):
                return other
        return -1

    def _report(self, members: Sequence[int], target: int) -> Report:
        content = tuple(sorted(self.roles[number].span for number in members))
        confidence = round(sum(self.roles[number].confidence for number in members) / len(members), 4)
        if target < 0:
            return Report(content, confidence=confidence)
        if self.roles[target].role == "source":
            return Report(content, (), (self.roles[target].span,), confidence)
        return Report(content, (self.roles[target].span,), self._sources(target), confidence)

    def _sources(self, cue: int) -> tuple[Span, ...]:
        linked = self.sources_of.get(cue)
        if linked is None:
            held = self.roles[cue].link
            linked = [held if held >= 0 else self._nearest(cue, "source")]
        return tuple(self.roles[number].span for number in linked if number >= 0)

    def _nearest(self, number: int, role: str) -> int:
        """Return the nearest span of a role in the same paragraph, at most one sentence away, or -1."""
        span = self.roles[number].span
        near = [other for step in (-1, 1) for other in self._beside(number, step) if self.roles[other].role == role]

        def distance(other: int) -> tuple[int, int, int]:
            there = self.roles[other].span
            apart = abs(self._place(self.sentences, there) - self._place(self.sentences, span))
            return apart, max(there.start - span.end, span.start - there.end, 0), other

        return min(near, key=distance, default=-1)

    def _beside(self, number: int, step: int) -> Iterator[int]:
        """Yield the role spans on one side, as far as they lie in the same paragraph and at most one sentence away."""
        span = self.roles[number].span
        paragraph, sentence = self._place(self.paragraphs, span), self._place(self.sentences, span)
        other = number + step
        while 0 <= other < len(self.roles):
            there = self.roles[other].span
            apart = abs(self._place(self.sentences, there) - sentence)
            if self._place(self.paragraphs, there) != paragraph or apart > 1:
                return
            yield other
            other += step

    @staticmethod
    def _place(starts: Sequence[int], span: Span) -> int:
        return bisect_right(starts, span.start)
