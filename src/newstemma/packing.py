"""Nouns as bytes and back: MessagePack, compressed. Never pickles, which a stranger's store could make run."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from cattrs.gen import make_dict_structure_fn, override
from cattrs.preconf.msgpack import MsgpackConverter, make_converter

from newstemma.model import Attribution, NumberValue, Span, TimeValue

__all__ = ["Packer", "pack_text", "unpack_text"]

_Noun = TypeVar("_Noun")
_LEVEL = 6  # of zlib: from 6 to 9 an article shrinks by one part in a hundred more and takes twice the time
_HALVES = {"unicode_errors": "surrogatepass"}  # halves of surrogate pairs, which a text may hold


class Packer:
    """Packs nouns, and unpacks them as those of one article or another.

    >>> packer = Packer()
    >>> packed = packer.pack((Span("a", 0, 4),))
    >>> packer.unpack(packed, tuple[Span, ...], article="b")
    (Span(article='b', start=0, end=4),)

    A span keeps its article's identifier only where `spans_named` says so: what was read of one article serves each
    that has the same text. `level` is zlib's, 1 to 9: the fastest, and the smallest.
    """

    def __init__(self, *, spans_named: bool = False, level: int = _LEVEL) -> None:
        self._level = level
        self._article = ""
        self._converter = _converter()
        if spans_named:
            return
        self._converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
        self._converter.register_structure_hook(Span, lambda bounds, _: Span(self._article, *bounds))
        named: Callable[[Any, Any], str] = lambda _value, _type: self._article  # noqa: E731
        self._converter.register_structure_hook(
            Attribution,
            make_dict_structure_fn(Attribution, self._converter, article=override(struct_hook=named)),
        )

    def pack(self, noun: object) -> bytes:
        """Return `noun` as bytes; the same noun gives the same bytes."""
        return zlib.compress(self._converter.dumps(noun, **_HALVES), self._level)

    def unpack(self, packed: bytes, kind: type[_Noun], *, article: str = "") -> _Noun:
        """Return the noun of type `kind` that `pack` made these bytes of, with its spans in `article`."""
        self._article = article
        return self._converter.loads(zlib.decompress(packed), kind, **_HALVES)


def pack_text(text: str) -> bytes:
    """Return a text compressed.

    >>> unpack_text(pack_text("Rain fell."))
    'Rain fell.'
    """
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack_text(packed: bytes) -> str:
    """Return the text that `pack_text` compressed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def _converter() -> MsgpackConverter:
    converter = make_converter()
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
    converter.register_structure_hook(date, lambda written, _: _date(written))
    converter.register_structure_hook(datetime, lambda written, _: datetime.fromisoformat(written))
    # A whole number may stand where a broken one is allowed, and must come back as it was.
    converter.register_structure_hook(float, lambda number, _: number)
    converter.register_unstructure_hook_func(lambda kind: kind == frozenset[int], _packed_numbers)
    converter.register_structure_hook_func(lambda kind: kind == frozenset[int], lambda packed, _: _numbers(packed))
    # Sets have no order of their own, and equal sets must give equal bytes.
    for kind in (frozenset[str], frozenset[date]):
        converter.register_unstructure_hook_func(
            lambda found, kind=kind: found == kind,  # type: ignore[misc]
            lambda members: sorted(str(one) for one in members),
        )
    converter.register_structure_hook_func(lambda kind: kind == NumberValue | TimeValue | str, _value(converter))
    return converter


def _date(written: str) -> date:
    """A day may be a moment, where the hour is known."""
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def _packed_numbers(numbers: frozenset[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}Q", *sorted(numbers))


def _numbers(packed: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f"<{len(packed) // 8}Q", packed))


def _value(converter: MsgpackConverter) -> Callable[[Any, Any], NumberValue | TimeValue | str]:
    def structure(value: Any, _: Any) -> NumberValue | TimeValue | str:
        if isinstance(value, str):
            return value
        kind: type[NumberValue | TimeValue] = TimeValue if "earliest" in value else NumberValue
        return converter.structure(value, kind)

    return structure
