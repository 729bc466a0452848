"""A match of the grammar of times, and what an expression means as TIMEX3."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newstemma.annotate.time_items import Items
from newstemma.model import Granularity, Relative, TimeType

__all__ = ["STEPS", "Match", "Reading"]

STEPS = {"l": -1, "n": 1, "h": 0, "c": 0}
"""How far the symbols of "last", "next", "this" and "current" lead."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one expression means: see `When` for the fields."""

    type: TimeType
    value: str
    granularity: Granularity
    relative: Relative | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match with its named parts."""

    items: Items
    groups: re.Match[str]

    def at(self, *names: str) -> int | None:
        """Return the index of the first item of the first of the parts that took part in the match."""
        for name in names:
            if name in self.groups.re.groupindex and (start := self.groups.start(name)) >= 0:
                return start
        return None

    def value(self, *names: str) -> int | None:
        """Return the value of that item."""
        index = self.at(*names)
        return None if index is None else int(self.items.values[index])

    def word(self, *names: str) -> str:
        """Return the word of that item, or the empty string."""
        index = self.at(*names)
        return "" if index is None else self.items.words[index]

    def symbol(self, *names: str) -> str:
        """Return the symbol of that item, or the empty string."""
        index = self.at(*names)
        return "" if index is None else self.items.symbols[index]
