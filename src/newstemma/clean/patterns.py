"""Patterns that are compiled when they are first needed: compiling all of them would take most of the start-up."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["pattern"]


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the compiled pattern of a source.

    >>> bool(pattern("rain", re.IGNORECASE).match("Rain fell."))
    True
    """
    return re.compile(source, flags)
