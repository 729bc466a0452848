"""Exports of LexisNexis before Nexis Uni: "1 of 200 DOCUMENTS", then fields such as LENGTH and LOAD-DATE."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newstemma.errors import ArticleError
from newstemma.ingest.export_forms import WRITTEN_DAY, without_text
from newstemma.ingest.metadata import metadata
from newstemma.ingest.records import Record

__all__ = ["is_lexisnexis", "lexisnexis_articles"]

_START: Final = re.compile(r"\d{1,6} of \d{1,6} DOCUMENTS?")
_ABOVE: Final = ("SECTION", "LENGTH", "HEADLINE", "BYLINE", "DATELINE", "HIGHLIGHT", "SERIES", "BODY")
_BELOW: Final = (
    "ACC-NO", "CITY", "COMPANY", "CORRECTION", "CORRECTION-DATE", "COUNTRY", "DISTRIBUTION", "DOCUMENT-TYPE",
    "GEOGRAPHIC", "GRAPHIC", "INDUSTRY", "JOURNAL-CODE", "LANGUAGE", "LOAD-DATE", "NOTES", "ORGANIZATION", "PERSON",
    "PUBLICATION-TYPE", "STATE", "SUBJECT", "TICKER", "TYPE", "UPDATE", "URL",
)  # fmt: skip
_FIELD: Final = re.compile(rf"({'|'.join((*_ABOVE, *_BELOW))}):(?: (.*))?", re.DOTALL)
_RIGHTS: Final = re.compile(r"(?:Copyright|©|\(c\)) ", re.IGNORECASE)
_DAY: Final = re.compile(WRITTEN_DAY)
_WRAPPED: Final = 100  # characters: no line is longer where lines are wrapped, at eighty


def is_lexisnexis(lines: Sequence[str]) -> bool:
    """Tell whether lines, without white space around them, are such an export.

    >>> is_lexisnexis(["1 of 2 DOCUMENTS", "", "The Gull", "", "LENGTH: 2 words"]), is_lexisnexis(["It froze."])
    (True, False)
    """
    return any(map(_START.fullmatch, lines)) and any(line.startswith(("LENGTH:", "LOAD-DATE:")) for line in lines)


def lexisnexis_articles(lines: Sequence[str]) -> Iterator[Record | ArticleError]:
    """Yield the articles of an export in its order; one without its text comes as an error in its place.

    Above the fields stand the outlet, the day and often the title, the copyright before or after; the text follows
    "BODY:", or the last field of the head.
    """
    starts = [place for place, line in enumerate(lines) if _START.fullmatch(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _article(_blocks(lines[start + 1 : end]))


def _blocks(lines: Sequence[str]) -> list[str]:
    """Join the lines that stand together, where lines are wrapped; else each is a paragraph."""
    if "" not in lines[1:-1] or any(len(line) > _WRAPPED for line in lines):
        return [line for line in lines if line]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line == "BODY:":  # the text may follow it at once
            blocks += [[line], []]
        elif line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [" ".join(block) for block in blocks if block]


def _article(blocks: Sequence[str]) -> Record | ArticleError:
    fields: dict[str, str] = {}
    head: list[str] = []
    body: list[str] = []
    for block in blocks:
        field = _FIELD.fullmatch(block)
        if body and (field is None or field[1] in _ABOVE):
            body.append(block)
        elif field:
            fields.setdefault(field[1], field[2] or "")
            if field[1] in _BELOW:
                break
        elif fields.keys() & {"LENGTH", "BODY"}:
            body.append(block)
        elif not _RIGHTS.match(block) and not block.startswith("All Rights Reserved"):
            head.append(block)
    while body and _RIGHTS.match(body[-1]):
        body.pop()
    tail = {found[1]: found[2] for block in blocks if (found := _FIELD.fullmatch(block)) and found[1] in _BELOW}
    if not body:
        return without_text("LENGTH")
    place = next((number for number, block in enumerate(head) if _DAY.match(block)), None)
    day = _DAY.match(head[place]) if place is not None else None
    given = metadata(
        title=fields.get("HEADLINE") or (" ".join(head[place + 1 :]) if place is not None else ""),
        outlet=head[place - 1] if place else (head[0] if head and place is None else ""),
        author=fields.get("BYLINE"),
        published=day[1] if day else None,
        language=tail.get("LANGUAGE"),
    )
    return Record("", "text", "\n".join(body), given)
