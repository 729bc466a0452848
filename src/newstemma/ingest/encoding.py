"""From bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from newstemma.errors import ArticleError

__all__ = ["decode", "format_name"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"PK\x03\x04", "ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"PAR1", "Parquet table"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"),
    (b"7z\xbc\xaf", "7-Zip archive"),
    (b"SQLite format 3", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "RTF document"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page declares its encoding; HTML asks for the first 1,024
_SAMPLE = 200_000  # characters that are looked at to tell text from noise; bytes for guessing an encoding
_BROKEN_SHARE = 0.1  # of the characters beyond ASCII: up to here a text is UTF-8 with some broken places
_FOREIGN_SHARE = 0.1  # of the letters beyond ASCII: up to here a Western European reading of the bytes is plausible
_NOISE = frozenset(("Cc", "Cn", "Co", "Cs"))


def format_name(data: bytes) -> str:
    """Return the name of the binary format that `data` begins like, empty where none is known.

    >>> format_name(b"%PDF-1.7")
    'PDF'
    """
    return next((name for magic, name in _MAGIC if data.startswith(magic)), "")


def decode(data: bytes, *, readable_share: float, named: str = "") -> str:
    """Return the text that `data` stands for.

    >>> decode("“Rain”, he said.".encode("cp1252"), readable_share=0.9)
    '“Rain”, he said.'

    Tried in order: a byte order mark, UTF-8, the encoding that an HTML page declares, the one that its server `named`,
    windows-1252 where the outcome looks Western, what charset-normalizer takes it for. Raises `ArticleError` where the
    outcome is no text.
    """
    if known := format_name(data):
        raise ArticleError(
            f"is a {known}, not text; export it as text, HTML or JSON and name that file", stage="ingest"
        )
    text = _decoded(data, named)
    share = _readable(text)
    if share < readable_share:
        raise ArticleError(
            f"is no text: only {share:.0%} of its characters are readable, text has at least {readable_share:.0%}; "
            "if it is text, save it as UTF-8",
            stage="ingest",
        )
    return text


def _decoded(data: bytes, named: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return (
            _mostly_utf8(data)
            or _declared(data)
            or _named(data, named)
            or _western(data)
            or _guessed(data)
            or data.decode("cp1252", "replace")
        )


def _wide(data: bytes) -> str:
    """Name the UTF-16 that `data` is written in without saying so: half of the bytes are zero, all on one side."""
    sample = data[:2_000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * len(sample) or min(even, odd) > 0.02 * len(sample):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _mostly_utf8(data: bytes) -> str:
    """Read UTF-8 with a few broken bytes, as a cut file or one pasted together from two has them."""
    text = data.decode("utf-8", "replace")
    beyond = sum(1 for character in text if character > "\x7f")
    return text if text.count("\ufffd") <= _BROKEN_SHARE * beyond else ""


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    return _named(data, match[1].decode("ascii")) if match else ""


def _named(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding) if encoding else ""
    except (LookupError, ValueError):  # no such encoding, or it is not written in it
        return ""


def _western(data: bytes) -> str:
    """Read windows-1252 where few letters are beyond ASCII; charset-normalizer takes such texts for one of its kin."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    letters = [character for character in text[:_SAMPLE] if character.isalpha()]
    beyond = sum(1 for character in letters if character > "\x7f")
    return text if beyond <= _FOREIGN_SHARE * len(letters) else ""


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best else ""


def _readable(text: str) -> float:
    """Return the share of characters that writing uses."""
    sample = Counter(text[:_SAMPLE])
    noise = sum(
        count
        for character, count in sample.items()
        if character == "\ufffd" or (unicodedata.category(character) in _NOISE and character not in "\t\n\r\f\v\x85")
    )
    return 1 - noise / max(1, sample.total())
