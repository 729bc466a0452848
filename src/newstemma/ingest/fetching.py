"""What comes from the web becomes sources, as files are: addresses that the user names, pages that feeds link to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from newstemma.errors import ArticleError
from newstemma.ingest.files import Source
from newstemma.ingest.web import Network
from newstemma.ingest.web.addresses import identifier
from newstemma.ingest.web.forms import charset_of, form_of

if TYPE_CHECKING:
    from newstemma.ingest.web.fetcher import Fetched, Fetcher
    from newstemma.settings.ingest import IngestSettings

__all__ = ["Watcher", "Web"]

Watcher = Callable[[str, int, int], None]
"""Somebody who is told how far fetching has come: the word "fetch", how many addresses are done, of how many."""


class Web:
    """The web as one run sees it; `named` are the addresses that the user wrote. Nothing happens before it is asked."""

    def __init__(self, named: Iterable[str], *, settings: IngestSettings, network: Network, progress: Watcher) -> None:
        self._named, self._settings, self._network, self._progress = tuple(named), settings, network, progress
        self._fetcher: Fetcher | None = None

    def sources(self, addresses: Iterable[str]) -> dict[str, Source | ArticleError]:
        """Return for each address what stands there, or why nothing could be had, in the order of the alphabet."""
        wanted = sorted(set(addresses))
        if not wanted:
            return {}
        try:
            fetched = self._open().fetch(wanted, self._progress)
        except ArticleError as error:
            return dict.fromkeys(wanted, error)
        return {address: _source(address, fetched[address]) for address in wanted}

    def _open(self) -> Fetcher:
        """Return the one fetcher of this run, which knows the hosts that it has asked."""
        try:
            from newstemma.ingest.web.fetcher import Fetcher
        except ImportError as error:
            message = "is on the web, which needs httpx2 and Protego; install them with: pip install 'newstemma[fetch]'"
            raise ArticleError(message, stage="ingest") from error
        if self._fetcher is None:
            most = self._settings.document_bytes
            self._fetcher = Fetcher(self._named, settings=self._settings.fetch, network=self._network, most=most)
        return self._fetcher


def _source(address: str, found: Fetched | ArticleError) -> Source | ArticleError:
    if isinstance(found, ArticleError):
        return found
    try:
        form = form_of(found.kind, found.url.path, found.data)
    except ArticleError as error:
        return error
    url = str(found.url)
    return Source(address, identifier(found.url), found.data, url=url, form=form, charset=charset_of(found.kind))
