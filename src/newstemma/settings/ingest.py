"""Settings of `ingest`."""

from __future__ import annotations

from dataclasses import dataclass, field

from newstemma.settings.fetch import FetchSettings

__all__ = ["IngestSettings"]


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """How much is read of what the user names.

    >>> IngestSettings().document_bytes
    20000000
    """

    document_bytes: int = 20_000_000
    """Bytes of the longest text, page or record that is read. The heaviest news pages are about 5 MB."""

    collection_bytes: int = 2_000_000_000
    """Bytes of the largest JSON Lines file that is read, counted after decompression: some 500,000 articles."""

    table_bytes: int = 200_000_000
    """Bytes of the largest table that is read: some 50,000 articles; more come better as JSON Lines, line by line."""

    columns: tuple[tuple[str, str], ...] = ()
    """For fields of an article ("text", "title", "outlet" …) the columns of tables that hold them, where the names of
    the columns do not tell."""

    fetch: FetchSettings = field(default_factory=FetchSettings)
    """How the web is asked for what the user names by its address."""

    readable_share: float = 0.9
    """Share of a text's characters that must be letters, figures, marks or space; articles lie above 0.99, compressed
    data read as text below 0.7."""
