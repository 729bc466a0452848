"""What the encoder tells of one article, and what it must offer to the stages that are handed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from newstemma.model.article import Article
from newstemma.model.attribution import QuotedSpan
from newstemma.model.mark import EntityType
from newstemma.model.span import Span

__all__ = ["Encoder", "Encoding", "NamedSpan", "Role", "RoleSpan"]

Role = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Words that play a role in a report of speech, marks included where they stand around all of it.

    `link` is the position, among the role spans of the encoding, of the cue that a source or a content belongs to, of
    the source that a cue belongs to, or of the source of a content without a cue; -1 where there is none. `confidence`
    is the mean share that the tags of its words had, in 0 to 1.
    """

    span: Span
    role: Role
    link: int = -1
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name as it is printed, without a title; `confidence` as that of a `RoleSpan`."""

    span: Span
    type: EntityType
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Encoding:
    """The role spans and the names of an article, each sorted, and a vector for each of its sentences.

    A vector is kept as signed bytes, one a dimension, of length about 127.
    """

    roles: tuple[RoleSpan, ...] = ()
    names: tuple[NamedSpan, ...] = ()
    vectors: tuple[bytes, ...] = ()


class Encoder(Protocol):
    """The trained reader that `pipeline` opens and hands to the stages."""

    @property
    def name(self) -> str:
        """Which weights it reads by."""

    def encode(
        self, article: Article, paragraphs: Sequence[Span], sentences: Sequence[Span], quoted: Sequence[QuotedSpan]
    ) -> Encoding:
        """Return what it finds in `sentences`; the result hangs on these arguments alone."""
