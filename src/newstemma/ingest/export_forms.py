"""What exports of news databases have in common: how they write a day, and what is said where a text is missing."""

from __future__ import annotations

from typing import Final

from newstemma.errors import ArticleError

__all__ = ["WRITTEN_DAY", "without_text"]

_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WRITTEN_DAY: Final = rf"(?:[A-Z][a-z]+day,? )?((?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? \d{{4}})\b"
"""Pattern of a day, its weekday before it or not: "Tuesday, February 4, 2031"; the group is without the weekday."""


def without_text(*fields: str) -> ArticleError:
    """Return the error of an article that has nothing in the `fields` that should hold its text.

    >>> without_text("LP", "TD").reason
    "is an article of an export without its text (under 'LP' and 'TD'); export it with its full text"
    """
    named = " and ".join(map(repr, fields))
    reason = f"is an article of an export without its text (under {named}); export it with its full text"
    return ArticleError(reason, stage="ingest")
