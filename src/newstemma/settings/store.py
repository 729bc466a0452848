"""Settings of `store`; apart from `Settings`, since none of them changes what is found."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["StoreSettings"]


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """How much a store does at once, and how long it waits.

    >>> StoreSettings().batch
    200
    """

    batch: int = 200
    """Articles that are added in one transaction: about a second's work, which is what a crash can undo."""

    wait_seconds: float = 300.0
    """How long to wait for another program that writes into the same store. One batch takes a second or two, grouping
    `at_once` articles anew a minute or two."""

    cache_mib: int = 64
    """Pages of the file that SQLite holds in memory, in MiB."""

    most_bytes: int | None = None
    """Bytes that the file may grow to, where it must not fill a disk that others share; `None` is all there is."""

    whole: int = 2_000
    """Articles up to which all are grouped anew whenever some join, in a second or two: the stories are those of
    `read`."""

    at_once: int = 50_000
    """Articles up to which all are grouped anew, words weighed by all of them, when the store has doubled since that
    was last done. It takes a fifth of the time that adding them took, and 27 KiB of memory for each: 1.4 GiB."""

    joining: int = 1_000
    """Articles that join the stories of a larger store in one transaction; they take a few seconds."""

    crowd: int = 200
    """Articles of one story that are compared with those that join; the others stay with them, unless these part."""

    near: int = 12
    """Articles that have one key in common with an article that joins, and are looked at for it: the nearest by day,
    so many on each side."""

    nearest: int = 16
    """Articles with most keys in common whose stories an article that joins may change. As in `GroupSettings`."""
