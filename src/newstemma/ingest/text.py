"""Plain text with an optional header of `key: value` lines."""

from __future__ import annotations

import re

from newstemma.ingest.metadata import metadata
from newstemma.model import Metadata

__all__ = ["split_header"]

_KEYS = {
    "outlet": "outlet", "source": "outlet", "publisher": "outlet", "site": "outlet",
    "published": "published", "date": "published", "title": "title", "headline": "title", "url": "url", "link": "url",
    "author": "author", "byline": "author", "language": "language", "lang": "language", "kind": "kind",
    "modified": "modified", "updated": "modified", "fetched": "fetched", "retrieved": "fetched",
}  # fmt: skip
_FIELD = re.compile(r"(?P<hash>#[ \t]*)?(?P<key>[A-Za-z][A-Za-z_ -]{0,30}?)[ \t]*:(?P<value>[ \t][^\n]*)?\r?(?:\n|\Z)")
_FENCE = re.compile(r"---[ \t\r]*(?:\n|\Z)")
_BLANK = re.compile(r"(?:[ \t\r]*\n)+|[ \t\r]+\Z")


def split_header(content: str) -> tuple[Metadata, str]:
    r"""Part a text from the header that says what it is.

    >>> about, text = split_header("# outlet: The Gull\n# published: 2025-02-04\n\nRain fell.")
    >>> about.outlet, str(about.published), text
    ('The Gull', '2025-02-04', 'Rain fell.')
    >>> split_header("Rain: it fell.")[1]
    'Rain: it fell.'

    A header is a block of lines at the head with at least one known key (outlet, published, title, url, author,
    language, kind, modified, fetched), written `# key: value`, between lines of `---`, or plain and followed by an
    empty line. Blank lines after it belong to it. Values in quotation marks lose them.
    """
    lead = _BLANK.match(content)
    start = lead.end() if lead else 0
    fence = _FENCE.match(content, start)
    position = fence.end() if fence else start
    fields: dict[str, str] = {}
    hashed = True
    while field := _FIELD.match(content, position):
        key = _KEYS.get(field["key"].strip().lower())
        if not (key or field["hash"] or fence):
            break
        hashed = hashed and bool(field["hash"])
        if key and (value := (field["value"] or "").strip()):
            fields.setdefault(key, _unquoted(value))
        position = field.end()
    close = _FENCE.match(content, position)
    blank = _BLANK.match(content, close.end() if close else position)
    ended = bool(close) if fence else hashed or bool(close or blank) or position == len(content)
    if not fields or not ended:
        return Metadata(), content
    end = blank.end() if blank else close.end() if close else position
    return _given(fields), content[end:]


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _given(fields: dict[str, str]) -> Metadata:
    return metadata(
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        author=fields.get("author"),
        published=fields.get("published"),
        language=fields.get("language"),
        kind=fields.get("kind"),
        modified=fields.get("modified"),
        fetched=fields.get("fetched"),
    )
