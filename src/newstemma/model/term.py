"""What an arrangement consists of: an offer, a deal, a bill, a contract, a truce."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newstemma.model.span import Span

__all__ = ["Term", "TermRole", "TermSpan"]

TermRole = Literal[
    "party", "gives", "gets", "price", "condition", "limit", "place", "capacity", "law", "status", "objection"
]
"""What a term is in its arrangement: who is bound by it and asks for it; what is given, and what is got for it; money;
what must hold; a number or a date that bounds it; where; how much a place or a body takes; what permits or forbids it;
how far it has come; who objects, and to what."""


@dataclass(frozen=True, slots=True)
class TermSpan:
    """Words of one article that state a term of an arrangement; `confidence` is in 0 to 1."""

    span: Span
    role: TermRole
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """One fact of a story's arrangement, in the words of its witnesses.

    `text` is that of `clearest`, a witness that states it fully. `arrangement` is the identifier of what it is a term
    of; `claim` that of the fact that its clearest witness stands in, empty without one. `reported` is the attribution
    that the clearest witness stands in, empty where the outlet states it itself: words of one side are not the
    reporter's finding. `differences` are those of which several positions stand in its witnesses, which are
    sorted; `confidence` is in 0 to 1.
    """

    id: str
    arrangement: str
    role: TermRole
    text: str
    clearest: Span
    witnesses: tuple[Span, ...]
    claim: str = ""
    reported: str = ""
    differences: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that carry it, sorted, each once."""
        return tuple(sorted({witness.article for witness in self.witnesses}))
