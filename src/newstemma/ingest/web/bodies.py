"""Bodies of answers: no larger than agreed, packed or unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from newstemma.errors import ArticleError

__all__ = ["bounded", "too_large", "unpacked"]

_PACKED: Final = {"gzip": zlib.MAX_WBITS | 32, "x-gzip": zlib.MAX_WBITS | 32, "deflate": zlib.MAX_WBITS}


def bounded(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Pass a body on, up to `most` bytes; raises `ArticleError` where it goes on.

    >>> list(bounded([b"It ", b"froze."], 9))
    [b'It ', b'froze.']
    """
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > most:
            raise ArticleError(too_large(most), stage="ingest")
        yield chunk


def unpacked(chunks: Iterable[bytes], encoding: str, *, most: int) -> Iterator[bytes]:
    """Undo the content encoding of a body, never holding more than `most` bytes and one.

    >>> b"".join(unpacked([zlib.compress(b"It froze.")], "deflate", most=100))
    b'It froze.'

    Raises `ArticleError` where the body is larger, damaged, breaks off, or is packed in another way than was asked for.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        yield from chunks
        return
    if name not in _PACKED:
        message = f"is packed as {name[:40]!r}, which was not asked for; save the page and name the file"
        raise ArticleError(message, stage="ingest")
    unpacker = zlib.decompressobj(_PACKED[name])
    seen, fed = 0, False
    try:
        for chunk in chunks:
            rest = chunk
            if not fed and name == "deflate" and not _has_head(chunk):
                unpacker = zlib.decompressobj(-zlib.MAX_WBITS)  # RFC 9110: some servers leave the head away
            fed = fed or bool(chunk)
            while rest:
                if unpacker.eof:  # RFC 1952: members may follow each other
                    unpacker = zlib.decompressobj(_PACKED[name])
                piece = unpacker.decompress(rest, most + 1 - seen)
                seen += len(piece)
                if seen > most:
                    raise ArticleError(too_large(most), stage="ingest")
                yield piece
                rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    except zlib.error as error:
        raise ArticleError(f"is damaged: it cannot be unpacked ({error}); try again later", stage="ingest") from error
    if fed and not unpacker.eof:
        raise ArticleError("gave no whole answer: what is packed breaks off; try again later", stage="ingest")


def _has_head(chunk: bytes) -> bool:
    """Tell whether a body begins as RFC 1950 asks: method 8, and a check that is divisible by 31."""
    return len(chunk) < 2 or (chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0)


def too_large(most: int) -> str:
    """Say that a body has more than `most` bytes.

    >>> too_large(20_000_000).split(";")[0]
    'is larger than 20 MB, the most that is fetched'
    """
    return (
        f"is larger than {most / 1e6:,.0f} MB, the most that is fetched; save it, or raise the limit in IngestSettings"
    )
