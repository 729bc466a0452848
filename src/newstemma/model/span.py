"""The unit of evidence."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in one article's text.

    >>> Span("a", 4, 9).of("The mayor spoke.")
    'mayor'

    Sorts by article, then start, then end. Follows TextPositionSelector of the W3C Web Annotation Data Model.
    Raises `ValueError` where the range is negative or reversed.
    """

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) of article {self.article!r}: need 0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return what stands at this span in its article's `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span.

        >>> Span("a", 0, 9).covers(Span("a", 4, 9))
        True
        """
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character.

        >>> Span("a", 0, 4).overlaps(Span("a", 4, 9))
        False
        """
        return self.article == other.article and self.start < other.end and other.start < self.end
