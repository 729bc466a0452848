"""The articles that cover one event."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Story"]


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that cover one event, by identifier, sorted; an article belongs to exactly one story."""

    id: str
    articles: tuple[str, ...]
