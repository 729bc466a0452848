"""Files into a store, batch by batch: read, cleaned, skimmed, each batch one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from os import PathLike

from newstemma.ingest import Inputs, Source, stamp_of
from newstemma.model import Article, Media, Page, RecordKey, Rejected
from newstemma.pipeline import Line
from newstemma.store import Batch, Copy, Store, Taken
from newstemma.stored.joining import settle

__all__ = ["Intake"]

_TOGETHER = 500  # files that the store is asked about at once


@dataclass(slots=True)
class _Record:
    """A record that was read: its page, and every place that it was found in with the file that this is part of."""

    page: Page
    places: list[tuple[str, Page]]


class Intake:
    """One run that adds: what has been read and not yet written, and what the run has come to."""

    def __init__(self, store: Store, line: Line) -> None:
        self.added = 0
        self.passed_over = 0
        self.rejected: list[Rejected] = []
        self._store = store
        self._line = line
        self._batch = Batch()
        self._records: dict[tuple[str, Media], _Record] = {}
        self._size = 0  # of what has not been written yet
        self._waiting = 0  # written and in no story yet

    def take(self, paths: Iterable[str | PathLike[str]], *, as_kind: Callable[[Page], Page]) -> None:
        """Add the files at `paths`; those that were read to their end before, and have not changed, are passed over."""
        inputs = Inputs(paths, settings=self._line.settings.ingest, progress=self._line.progress)
        sources = inputs.sources
        for entry in inputs.missing:
            self._reject(entry.file, entry)
        for start in range(0, len(sources), _TOGETHER):
            some = sources[start : start + _TOGETHER]
            stamps = [(source.file, stamp_of(source)) for source in some]
            for number, (source, (_, stamp), unread) in enumerate(
                zip(some, stamps, self._store.unread(stamps), strict=True), start=start + 1
            ):
                if unread:
                    self._read(inputs, source, stamp, as_kind)
                else:
                    self.passed_over += 1
                self._line.progress("add", number, len(sources))

    def write(self) -> None:
        """Write what has been read so far."""
        known = self._store.known([sha256 for sha256, _ in self._records])
        for key, record in self._records.items():
            refused = len(self._batch.rejected)
            if key in known or self._clean(record):
                others = record.places if key in known else record.places[1:]
                self._batch.copies += (Copy(*key, page.id, page.files[0], page.given.url) for _, page in others)
            if len(self._batch.rejected) == refused:
                self._finish_entries(record)
        added = self._store.add(self._batch)
        self.added += added
        self._waiting += added
        if self._waiting >= self._store.settings.joining:
            settle(self._store, self._line)
            self._waiting = 0
        self._batch, self._size = Batch(), 0
        self._records.clear()

    def _read(self, inputs: Inputs, source: Source, stamp: str, as_kind: Callable[[Page], Page]) -> None:
        self._batch.opened.add(source.file)
        whole = True
        for found in inputs.read(source, self._store.unread):
            if isinstance(found, Rejected):
                self._reject(source.file, found)
                whole = whole and found.file != source.file
            else:
                self._hold(source.file, as_kind(found))
            self._size += 1
            if self._size >= self._store.settings.batch:
                self.write()
        if whole and stamp and stamp == stamp_of(source):  # it has not been written to meanwhile
            self._batch.finished[source.file] = stamp

    def _hold(self, source: str, page: Page) -> None:
        record = self._records.setdefault((page.sha256, page.media), _Record(page, []))
        record.places.append((source, page))

    def _finish_entries(self, record: _Record) -> None:
        """Note that a page was read which entries of feeds link to: while they stay as they are it is not asked for."""
        for _, page in record.places:
            for entry in page.entries:
                self._batch.finished[entry.given.url or entry.files[0]] = entry.sha256

    def _clean(self, record: _Record) -> bool:
        """Clean and skim a record and tell whether it is an article; one that is none is rejected in every place of it.

        Then the entries of feeds that led to it, in whichever place, are read instead.
        """
        page, sources = _whole(record)
        media = {one.sha256: one.media for one in (*page.entries, page)}
        profile = self._line.made_with.get("profile")
        taken = False
        for cleaned in self._line.cleaned(page):
            if isinstance(cleaned, Article):
                skim = self._line.pack(self._line.skim(cleaned))
                self._batch.taken.append(Taken(cleaned, skim, media[cleaned.sha256], profile))
                taken = taken or cleaned.sha256 == page.sha256
            else:
                self._reject(sources[cleaned.file], cleaned)
        return taken

    def _reject(self, source: str, entry: Rejected) -> None:
        self.rejected.append(entry)
        self._batch.rejected.append((source, entry))


def _whole(record: _Record) -> tuple[Page, dict[str, str]]:
    """Return a record's page with the files and the entries of all its places, and which source each file is of."""
    sources: dict[str, str] = {}
    entries: dict[RecordKey, Page] = {}
    for source, page in record.places:
        for one in (page, *page.entries):
            sources |= dict.fromkeys(one.files, source)
        entries |= {(entry.sha256, entry.media): entry for entry in page.entries}
    files = sorted({file for _, page in record.places for file in page.files})
    told = tuple(entries[key] for key in sorted(entries))
    return replace(record.page, files=tuple(files), entries=told), sources
