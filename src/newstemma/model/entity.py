"""Whom or what the mentions of several articles stand for."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.model.mark import EntityType
from newstemma.model.span import Span

__all__ = ["Entity"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One referent across the articles of a story.

    `name` is the fullest name that the story gives; `names` all forms in print, sorted; `titles` the offices and
    appositions, sorted.
    """

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...]
    titles: tuple[str, ...]
    mentions: tuple[Span, ...]
