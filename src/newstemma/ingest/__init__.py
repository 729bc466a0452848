"""The door to the world: files, folders and pages of the web come in, pages go on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from os import PathLike
from urllib.parse import urljoin

from newstemma.errors import ArticleError
from newstemma.ingest.archives import ARCHIVES, read_members
from newstemma.ingest.docx import read_docx
from newstemma.ingest.draft import Draft, digest, pages
from newstemma.ingest.encoding import decode
from newstemma.ingest.exports import articles_in, articles_in_page
from newstemma.ingest.feeds import read_feed
from newstemma.ingest.fetching import Watcher, Web
from newstemma.ingest.files import (
    STANDARD_INPUT,
    Source,
    inside,
    open_raw,
    read_bytes,
    read_lines,
    stamp_of,
    standard_input,
    walk,
)
from newstemma.ingest.html import looks_like_html
from newstemma.ingest.links import follow, instead
from newstemma.ingest.metadata import metadata
from newstemma.ingest.parquet import read_parquet
from newstemma.ingest.pdf import read_pdf
from newstemma.ingest.records import FIELDS, Record, canonical, parse, read_record, records_in
from newstemma.ingest.rtf import read_rtf
from newstemma.ingest.tables import read_rows
from newstemma.ingest.text import split_header
from newstemma.ingest.warc import read_warc
from newstemma.ingest.web import Network, is_address
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings

__all__ = ["FIELDS", "Inputs", "Source", "ingest", "stamp_of"]

_LINES = (".jsonl", ".ndjson")
_HTML = (".html", ".htm", ".xhtml")
_TABLES = (".csv", ".tsv")
_FEEDS = (".rss", ".atom", ".xml")
_WARC = ".warc"
_PARQUET = ".parquet"
_PAPERS = (".pdf", ".docx", ".rtf")
_TEXT = (".txt", ".text", ".md")


Unread = Callable[[Sequence[tuple[str, str]]], Sequence[bool]]
"""Somebody who tells of entries, each by the address that it links to and the hash of its own, which to follow."""


def _all_unread(entries: Sequence[tuple[str, str]]) -> Sequence[bool]:
    return [True] * len(entries)


def _unwatched(_stage: str, _done: int, _total: int, /) -> None:
    """Tell nobody."""


def ingest(
    paths: Iterable[str | PathLike[str]],
    *,
    settings: IngestSettings,
    network: Network | None = None,
    progress: Watcher = _unwatched,
) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    """Read the files, folders and web addresses at `paths`: a page for each distinct text, and what could not be read.

    >>> ingest(["no-such-folder"], settings=IngestSettings())[1][0].file
    'no-such-folder'

    Plain text with an optional header, HTML, JSON, JSON Lines, tables (CSV, TSV, Parquet), feeds (RSS, Atom), web
    archives (WARC), PDF with a text layer, Word and RTF documents, each also compressed by gzip, and archives of these
    (ZIP, tar); the extension tells, then the content. "-" is the standard input. Addresses, and with
    `settings.fetch.linked` the pages that entries of feeds link to, are asked for over `network`, and `progress` is
    told how far that has come. One bad file, or one bad line of a file, never stops the others. Both results are
    sorted and do not depend on the order of `paths`.
    """
    named = [os.fspath(path) for path in paths]
    web = _web(named, settings, network or Network(), progress)
    sources, missing = _sources(named, web, settings)
    drafts, unread = _sorted(read for source in sources for read in _read(source, settings))
    rejected = [*missing, *unread]
    if settings.fetch.linked:
        found = web.sources(draft.link for draft in drafts if draft.link)
        drafts, unread = _sorted(follow(drafts, found, lambda source: _read(source, settings)))
        rejected += unread
    return pages(drafts), tuple(sorted(set(rejected)))


class Inputs:
    """What `paths` name, to be read one file at a time: files, sorted, then what was fetched from addresses.

    >>> Inputs(["no-such-folder"], settings=IngestSettings()).missing[0].file
    'no-such-folder'

    Addresses are asked for at once, pages that entries of feeds link to when their feed is read. `missing` is what is
    not there.
    """

    def __init__(
        self,
        paths: Iterable[str | PathLike[str]],
        *,
        settings: IngestSettings,
        network: Network | None = None,
        progress: Watcher = _unwatched,
    ) -> None:
        named = [os.fspath(path) for path in paths]
        self._settings = settings
        self._web = _web(named, settings, network or Network(), progress)
        sources, missing = _sources(named, self._web, settings)
        self.sources: tuple[Source, ...] = tuple(sources)
        self.missing: tuple[Rejected, ...] = tuple(missing)

    def read(self, source: Source, unread: Unread = _all_unread) -> Iterator[Page | Rejected]:
        """Yield the pages of one file as they come, one in memory at a time, and what could not be read of it.

        A page has the identifier that it asks for, which others may ask for as well, and one file. A file that cannot
        be read at all is rejected under its own name. Of entries whose pages are to be fetched `unread` is asked,
        by the address and the hash of each, which still have to be read.
        """
        linking: list[Draft] = []
        for found in _read(source, self._settings):
            if isinstance(found, Draft) and found.link:
                linking.append(found)
            else:
                yield found if isinstance(found, Rejected) else pages([found])[0]
        asked = unread([(draft.link, draft.sha256) for draft in linking])
        drafts = [draft for draft, wanted in zip(linking, asked, strict=True) if wanted]
        fetched = self._web.sources(draft.link for draft in drafts)
        for found in follow(drafts, fetched, lambda page: _read(page, self._settings)):
            yield found if isinstance(found, Rejected) else pages([found])[0]


def _web(named: Iterable[str], settings: IngestSettings, network: Network, progress: Watcher) -> Web:
    return Web([name for name in named if is_address(name)], settings=settings, network=network, progress=progress)


def _sources(named: list[str], web: Web, settings: IngestSettings) -> tuple[list[Source], list[Rejected]]:
    addresses = [name for name in named if is_address(name)]
    sources, rejected = walk(name for name in named if name != STANDARD_INPUT and not is_address(name))
    if STANDARD_INPUT in named:
        sources.append(standard_input(most=settings.collection_bytes))
    for address, source in web.sources(addresses).items():
        if isinstance(source, ArticleError):
            rejected.append(Rejected(address, source.stage, source.reason))
        else:
            sources.append(source)
    return sources, rejected


def _sorted(read: Iterable[Draft | Rejected]) -> tuple[list[Draft], list[Rejected]]:
    drafts: list[Draft] = []
    rejected: list[Rejected] = []
    for one in read:
        if isinstance(one, Rejected):
            rejected.append(one)
        else:
            drafts.append(one)
    return drafts, rejected


def _read(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    """Read a source; one article that was fetched as a whole has the address that it was fetched from."""
    for found in _read_form(source, settings):
        if source.url and isinstance(found, Draft) and found.file == source.file and found.given.url is None:
            yield replace(found, given=replace(found.given, url=source.url))
        else:
            yield found


def _read_form(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    try:
        if source.extension in _LINES:
            yield from _json_lines(source, settings)
        elif source.extension in _TABLES:
            yield from _table(source, settings)
        elif source.extension == _PARQUET:
            yield from _parquet(source, settings)
        elif source.extension in _FEEDS:
            yield from _feed(source, settings)
        elif source.extension == _WARC:
            yield from _web_archive(source, settings)
        elif source.extension in ARCHIVES:
            yield from _members(source, settings)
        elif source.extension in _PAPERS:
            yield from _paper(source, settings)
        else:
            yield from _whole(source, settings)
    except ArticleError as error:
        yield Rejected(source.file, error.stage, error.reason)


def _whole(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    """Read a file that holds one text, one page, or one JSON value."""
    is_json = source.extension == ".json"
    data = read_bytes(source, most=settings.collection_bytes if is_json else settings.document_bytes)
    text = decode(data, readable_share=settings.readable_share, named=source.charset)
    if not text.strip():  # a byte order mark alone, for instance
        raise ArticleError("holds nothing but white space", stage="ingest")
    if is_json or (source.extension not in (*_TEXT, *_HTML) and _is_json(text)):
        yield from _json(source, data, text, settings)
    elif source.extension in _HTML or looks_like_html(text):
        yield from _page(source, data, text)
    else:
        yield from _text(source, data, text)


def _text(source: Source, data: bytes, text: str) -> Iterator[Draft | Rejected]:
    """Read a text: an export of many articles, or one article that may have a header."""
    articles = articles_in(text)
    if articles is None:
        given, content = split_header(text)
        yield Draft(source.name, source.file, digest(data), "text", content, given)
    else:
        yield from _all(source, articles)


def _page(source: Source, data: bytes, html: str) -> Iterator[Draft | Rejected]:
    """Read a web page: an export of many articles, or one page."""
    articles = articles_in_page(html)
    if articles is None:
        yield Draft(source.name, source.file, digest(data), "html", html)
    else:
        yield from _all(source, articles)


def _all(source: Source, articles: Iterable[Record | ArticleError]) -> Iterator[Draft | Rejected]:
    for number, article in enumerate(articles, start=1):
        yield _numbered(source, number, article)


def _numbered(source: Source, number: int, found: Record | ArticleError) -> Draft | Rejected:
    """Return what stands at a place of a file that holds many articles."""
    place = f"{source.file}#{number}"
    if isinstance(found, ArticleError):
        return Rejected(place, found.stage, found.reason)
    sha256 = digest(canonical([found.content, found.given.url, found.given.title]))
    return Draft(f"{source.name}:{number}", place, sha256, found.media, found.content, found.given)


def _is_json(text: str) -> bool:
    """Tell whether a file without a telling extension is JSON, or JSON Lines."""
    return _parses(text) or _parses(text.lstrip().split("\n", 1)[0])


def _parses(text: str) -> bool:
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        parse(text)
    except ArticleError:
        return False
    return True


def _json(source: Source, data: bytes, text: str, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    try:
        value = parse(text)
    except ArticleError as error:
        first_line = text.lstrip().split("\n", 1)[0]
        if "\n" in text.strip() and _parses(first_line):  # JSON Lines under the name of JSON
            yield from _json_lines(source, settings)
            return
        raise error
    records = records_in(value)
    if records is None:
        yield _draft(value, source.name, source.file, digest(data))
        return
    if not records:
        raise ArticleError('is JSON without articles in it; put records with a "text" into the list', stage="ingest")
    for number, record in enumerate(records, start=1):
        yield from _record(record, f"{source.name}:{number}", f"{source.file}#{number}", digest(canonical(record)))


def _json_lines(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    empty = True
    lines = read_lines(source, most=settings.document_bytes, most_in_all=settings.collection_bytes)
    for number, line in lines:
        empty = False
        place = f"{source.file}:{number}"
        try:
            if isinstance(line, ArticleError):
                raise line
            value = parse(decode(line.strip(), readable_share=settings.readable_share))
        except ArticleError as error:
            yield Rejected(place, error.stage, error.reason)
            continue
        yield from _record(value, f"{source.name}:{number}", place, digest(line.strip()))
    if empty:
        raise ArticleError("is empty; it should hold one JSON object a line", stage="ingest")


def _table(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    data = read_bytes(source, most=settings.table_bytes)
    text = decode(data, readable_share=settings.readable_share, named=source.charset)
    for number, row in read_rows(text, columns=settings.columns):
        place = f"{source.file}#{number}"
        if isinstance(row, ArticleError):
            yield Rejected(place, row.stage, row.reason)
        else:
            yield from _record(row, f"{source.name}:{number}", place, digest(canonical(row)))


def _parquet(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    packed = source.file.lower().endswith(".gz")
    with BytesIO(read_bytes(source, most=settings.table_bytes)) if packed else open_raw(source) as stream:
        for number, row in read_parquet(stream, columns=settings.columns, most=settings.table_bytes):
            place = f"{source.file}#{number}"
            yield from _record(row, f"{source.name}:{number}", place, digest(canonical(row)))


def _feed(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    data = read_bytes(source, most=settings.document_bytes)
    links = 0
    for number, entry in enumerate(read_feed(data, linked=settings.fetch.linked), start=1):
        draft = _numbered(source, number, entry)
        if isinstance(draft, Rejected) or not draft.given.url:
            yield draft
            continue
        link = urljoin(source.url or "", draft.given.url)
        draft = replace(draft, given=replace(draft.given, url=link))
        links += settings.fetch.linked
        if links > settings.fetch.links:
            most = f"{settings.fetch.links:,} pages are fetched for one feed at most"
            yield from instead(draft, f"its page {link} was not asked for, {most}")
        else:
            yield replace(draft, link=link) if settings.fetch.linked else draft


def _web_archive(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    number = 0
    with open_raw(source) as stream:
        for number, (url, fetched, page) in enumerate(read_warc(stream, most=settings.document_bytes), start=1):
            place = f"{source.file}#{number}"
            try:
                if isinstance(page, ArticleError):
                    raise page
                text = decode(page, readable_share=settings.readable_share)
            except ArticleError as error:
                yield Rejected(place, error.stage, error.reason)
                continue
            yield Draft(
                f"{source.name}:{number}", place, digest(page), "html", text, metadata(url=url, fetched=fetched)
            )
    if not number:
        raise ArticleError("is a web archive without web pages; name one that holds some", stage="ingest")


def _members(archive: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    if archive.data is not None and archive.url is None:
        raise ArticleError("is an archive within an archive; unpack it and name the folder", stage="ingest")
    empty = True
    with open_raw(archive) as stream:
        members = read_members(
            stream, archive.extension, most=settings.table_bytes, most_in_all=settings.collection_bytes
        )
        for name, data in members:
            empty = False
            if isinstance(data, ArticleError):
                yield Rejected(f"{archive.file}!{name}", data.stage, data.reason)
            else:
                yield from _read(inside(archive, name, data), settings)
    if empty:
        raise ArticleError("is an archive without files; it should hold articles", stage="ingest")


def _paper(source: Source, settings: IngestSettings) -> Iterator[Draft | Rejected]:
    """Read a file that was made for paper: its text, as plain text is read."""
    data = read_bytes(source, most=settings.document_bytes)
    readers: dict[str, Callable[[bytes], str]] = {
        ".pdf": read_pdf,
        ".rtf": read_rtf,
        ".docx": partial(read_docx, most=settings.document_bytes),
    }
    text = readers[source.extension](data)
    yield from _text(source, data, text)


def _record(value: object, name: str, place: str, sha256: str) -> Iterator[Draft | Rejected]:
    try:
        yield _draft(value, name, place, sha256)
    except ArticleError as error:
        yield Rejected(place, error.stage, error.reason)


def _draft(value: object, name: str, place: str, sha256: str) -> Draft:
    record = read_record(value)
    return Draft(record.id or name, place, sha256, record.media, record.content, record.given)
