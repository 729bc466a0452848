"""What inputs say about their texts: dates, languages and kinds as metadata holds them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import get_args

from newstemma.model import Kind, Metadata

__all__ = ["kind_of", "language_of", "metadata", "published_on"]

_WRITTEN = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y")
_MILLISECONDS_FROM = 100_000_000_000  # a count of seconds this high lies in the year 5138
_KINDS: tuple[Kind, ...] = get_args(Kind)
_LANGUAGE_NAMES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "portuguese": "pt", "italian": "it",
    "dutch": "nl", "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt",
    "ita": "it", "nld": "nl",
}  # fmt: skip


def published_on(value: object) -> date | None:
    """Read a date or a point in time as feeds, records and people write it.

    >>> published_on("2025-02-04"), published_on("4th February, 2025")
    (datetime.date(2025, 2, 4), datetime.date(2025, 2, 4))
    >>> published_on("2025-02-04T09:30:00Z").isoformat(), published_on("last week")
    ('2025-02-04T09:30:00+00:00', None)

    ISO 8601, RFC 2822, seconds or milliseconds since 1970, and English with a written month. Midnight without a time
    zone counts as a day, since exports write days so.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    written = value.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return _iso_day(written)
    from email.utils import parsedate_to_datetime  # slow to import

    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(written)
        except (ValueError, TypeError, IndexError):  # the reader in the standard library raises all three
            continue
        return moment.date() if moment.tzinfo is None and not any(moment.timetuple()[3:6]) else moment
    return _written_day(written)


def _since_1970(value: float) -> datetime | None:
    seconds = value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _iso_day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _written_day(written: str) -> date | None:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[.,]", "", written[:60])
    plain = re.sub(r"\bSept\b", "Sep", plain, flags=re.IGNORECASE)
    for form in _WRITTEN:
        try:
            return datetime.strptime(" ".join(plain.split()), form).date()
        except ValueError:
            continue
    return None


def language_of(value: object) -> str | None:
    """Return the two-letter code for a language as inputs name it.

    >>> language_of("en-GB"), language_of("English"), language_of("")
    ('en', 'en', None)
    """
    if not isinstance(value, str):
        return None
    name = re.split(r"[-_ ]", value.strip().lower(), maxsplit=1)[0]
    return _LANGUAGE_NAMES.get(name, name if re.fullmatch(r"[a-z]{2,3}", name) else None)


def kind_of(value: object) -> Kind:
    """Return the kind that `value` names, "article" where it names none.

    >>> kind_of("Transcript"), kind_of("NewsArticle")
    ('transcript', 'article')
    """
    name = value.strip().lower() if isinstance(value, str) else ""
    return next((kind for kind in _KINDS if kind == name), "article")


def metadata(
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    author: str | None = None,
    published: object = None,
    language: object = None,
    kind: object = None,
    modified: object = None,
    fetched: object = None,
) -> Metadata:
    """Bring what an input says about a text into the form that the program keeps; empty values become `None`.

    >>> metadata(title=" Rain ", published="2025-02-04", language="en-US").language
    'en'
    """
    return Metadata(
        title=_plain(title),
        outlet=_plain(outlet),
        url=_plain(url),
        author=_plain(author),
        published=published_on(published),
        language=language_of(language),
        kind=kind_of(kind),
        modified=published_on(modified),
        fetched=published_on(fetched),
    )


def _plain(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
