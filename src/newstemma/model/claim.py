"""Facts as several articles state them."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.model.span import Span

__all__ = ["Claim"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact, as sentences or clauses of one or more articles state it.

    `text` is that of `clearest`, the clearest witness, never generated. `reported` is the identifier of the attribution
    that the clearest witness stands in, empty where the outlet states it itself: "X said Y" supports that X said it.
    `witnesses` are sorted.
    """

    id: str
    text: str
    clearest: Span
    witnesses: tuple[Span, ...]
    reported: str = ""

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that carry it, sorted, each once."""
        return tuple(sorted({witness.article for witness in self.witnesses}))
