"""Articles in JSON: ours, news-please, schema.org NewsArticle, ninjs, and dossiers that newstemma wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from newstemma.errors import ArticleError
from newstemma.ingest.metadata import metadata
from newstemma.model import Media, Metadata

__all__ = ["FIELDS", "Record", "canonical", "parse", "read_record", "records_in"]

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id",),
    "text": ("text", "maintext", "articleBody", "body_text", "content_text", "body", "content"),
    "html": ("html", "body_html", "body_xhtml", "content_html"),
    "title": ("title", "headline", "name"),
    "outlet": ("outlet", "publisher", "source_domain", "source", "provider", "sourceOrganization", "infosources"),
    "author": ("author", "authors", "byline", "creator"),
    "url": ("url", "link", "mainEntityOfPage", "canonicalurl"),
    "published": (
        "published", "date_publish", "datePublished", "published_at", "publishedAt", "date_published", "pub_date",
        "firstpublished", "versioncreated", "firstcreated", "dateCreated", "date",
    ),
    "modified": ("modified", "dateModified", "date_modified", "date_modify", "updated", "updated_at", "versioncreated"),
    "fetched": ("fetched", "date_download", "fetched_at", "crawled_at", "retrieved"),
    "language": ("language", "inLanguage", "lang"),
    "kind": ("kind",),
}  # fmt: skip
"""Each field of an article under the names that formats give it, in order of preference."""

_TEXT, _HTML = FIELDS["text"], FIELDS["html"]
_COLLECTIONS = ("dossiers", "articles", "@graph", "items", "records", "results")
_KINDS: dict[type, str] = {
    list: "list", str: "string", int: "number", float: "number", bool: "truth value", type(None): "null",
}  # fmt: skip
_NAMED = ("name", "@id", "value")  # where an object stands for a string, the string is under one of these


@dataclass(frozen=True, slots=True)
class Record:
    """The text of one JSON object and what it says about it; `id` is empty where it has none of its own."""

    id: str
    media: Media
    content: str
    given: Metadata


def parse(text: str) -> Any:
    """Return the value of a JSON text; raises `ArticleError` where it is broken.

    >>> parse('{"text": "Rain."}')
    {'text': 'Rain.'}
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, character {error.colno}" if error.lineno > 1 else f"character {error.colno}"
        near = text[max(0, error.pos - 10) : error.pos + 20]
        raise ArticleError(
            f"is broken JSON: {error.msg[:1].lower()}{error.msg[1:]} at {where}, near {near!r}; "
            "correct it or delete the record",
            stage="ingest",
        ) from error
    except RecursionError as error:
        raise ArticleError(
            'is JSON nested too deeply to be read; an article is one object with its text under "text"', stage="ingest"
        ) from error
    except ValueError as error:  # an integer of more than 4,300 digits
        raise ArticleError(f"is JSON with a value that cannot be read: {error}", stage="ingest") from error


def canonical(value: object) -> bytes:
    """Return a JSON value as bytes that do not depend on how it was laid out in its file.

    >>> canonical({"b": 1, "a": "ä"})
    b'{"a":"\\xc3\\xa4","b":1}'
    """
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.encode("utf-8", "surrogatepass")


def records_in(value: object) -> list[object] | None:
    """Return the records of a collection, `None` where `value` is itself one record.

    >>> records_in({"dossiers": [{"articles": [{"text": "Rain."}]}]})
    [{'text': 'Rain.'}]
    >>> records_in({"text": "Rain."}) is None
    True

    Knows lists, objects with a list under "articles", "items" or "@graph" (of which only what has a text is an
    article), and newstemma's own files, whose articles stand in "dossiers".
    """
    if isinstance(value, list):
        return value
    if not isinstance(value, Mapping) or _string(value, (*_TEXT, *_HTML)):
        return None
    for name in _COLLECTIONS:
        inside = value.get(name)
        if not isinstance(inside, list):
            continue
        if name == "@graph":
            return [node for node in inside if isinstance(node, Mapping) and _string(node, _TEXT)]
        if name == "dossiers":
            return list(_articles_of(inside))
        return inside
    return None


def _articles_of(dossiers: Iterable[object]) -> Iterator[object]:
    for dossier in dossiers:
        articles = dossier.get("articles") if isinstance(dossier, Mapping) else None
        if isinstance(articles, list):
            yield from articles


def read_record(value: object) -> Record:
    """Return the text of one JSON object, with what it says about it.

    >>> read_record({"headline": "Rain", "articleBody": "It fell.", "publisher": {"name": "The Gull"}}).given.outlet
    'The Gull'

    A text wins over HTML where both are there. Raises `ArticleError` where there is neither.
    """
    if not isinstance(value, Mapping):
        raise ArticleError(
            f"is a JSON {_KINDS.get(type(value), 'value')}, not an article; "
            'an article is an object with its text under "text"',
            stage="ingest",
        )
    text, html = _string(value, _TEXT), _string(value, _HTML)
    if not (text or html):
        keys = ", ".join(sorted(str(key)[:30] for key in value)[:12]) or "none"
        raise ArticleError(
            f'is a record without text (its keys: {keys}); put the text under "text" or the page under "html"',
            stage="ingest",
        )
    own = value.get("id")
    return Record(
        id=_whole(str(own)) if isinstance(own, str | int) and not isinstance(own, bool) and str(own).strip() else "",
        media="text" if text else "html",
        content=_whole(text or html),
        given=metadata(
            title=_whole(_string(value, FIELDS["title"])),
            outlet=_whole(_string(value, FIELDS["outlet"])),
            url=_whole(_string(value, FIELDS["url"])),
            author=_whole(_string(value, FIELDS["author"])),
            published=_first(value, FIELDS["published"]),
            modified=_first(value, FIELDS["modified"]),
            fetched=_first(value, FIELDS["fetched"]),
            language=_string(value, FIELDS["language"]),
            kind=value.get("kind"),
        ),
    )


def _first(value: Mapping[str, Any], names: tuple[str, ...]) -> object:
    return next((value[name] for name in names if value.get(name)), None)


def _string(value: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return the first string under one of `names`; objects give their name, lists all their strings."""
    return next((found for name in names if (found := _text_of(value.get(name)))), "")


def _text_of(value: object) -> str:
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, Mapping):
        return next((inner for name in _NAMED if isinstance(inner := value.get(name), str) and inner.strip()), "")
    if isinstance(value, list):
        return ", ".join(
            dict.fromkeys(text for item in value if not isinstance(item, list) and (text := _text_of(item)))
        )
    return ""


def _whole(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can hold and no file can."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
