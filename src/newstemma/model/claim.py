"""Facts as several articles state them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newstemma.model.span import Span

__all__ = ["Claim", "ClaimKind"]

ClaimKind = Literal["sentence", "part", "speech", "office"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact, as sentences or clauses of one or more articles state it.

    `text` is that of `clearest`, the clearest witness, never generated. `reported` is the identifier of the attribution
    that the clearest witness stands in, empty where the outlet states it itself: "X said Y" supports that X said it.
    `witnesses` are sorted.

    `kind` says what the witnesses are: sentences or clauses that state the fact as wholes ("sentence"); parts of
    sentences that are about other things as well ("part"); sentences that report one utterance, so that the fact is
    that it was made ("speech"); a name with the office or description beside it ("office").
    """

    id: str
    text: str
    clearest: Span
    witnesses: tuple[Span, ...]
    reported: str = ""
    kind: ClaimKind = "sentence"

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that carry it, sorted, each once."""
        return tuple(sorted({witness.article for witness in self.witnesses}))
