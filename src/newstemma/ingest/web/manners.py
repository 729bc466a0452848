"""Manners of a guest: one request at a time for each host, a pause after it, and what robots.txt asks (RFC 9309)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

from protego import Protego

from newstemma.errors import ArticleError

if TYPE_CHECKING:
    from httpx2 import URL

    from newstemma.ingest.web.network import Network
    from newstemma.ingest.web.request import Answer
    from newstemma.settings.fetch import FetchSettings

__all__ = ["Robots", "Turns"]

_NAME: Final = "newstemma"  # by which a robots.txt would address this program


class Turns:
    """Whose turn it is to ask a host."""

    def __init__(self, network: Network, settings: FetchSettings) -> None:
        self._network, self._settings = network, settings
        self._guard = Lock()
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._free_at: dict[str, float] = {}
        self._pauses: dict[str, float] = {}

    @contextmanager
    def of(self, host: str, *, pause: bool = True) -> Iterator[None]:
        """Wait until nobody asks `host` and, with `pause`, until it has had its rest; the rest begins afterwards."""
        with self._guard:
            lock = self._locks[host]
        with lock:
            left = self._free_at.get(host, 0.0) - self._network.now()
            if pause and left > 0:
                self._network.wait(left)
            try:
                yield
            finally:
                if pause:
                    rest = self._pauses.get(host, self._settings.pause_seconds)
                    self._free_at[host] = self._network.now() + rest

    def slow_down(self, host: str, seconds: float) -> None:
        """Heed what a host asks for, up to the longest pause; it never makes pauses shorter than ours."""
        self._pauses[host] = min(max(seconds, self._settings.pause_seconds), self._settings.longest_pause_seconds)


class Robots:
    """What sites ask of programs, each read once, up to `most` bytes; `ask` fetches and follows redirects."""

    def __init__(self, ask: Callable[[URL], Answer], slow_down: Callable[[str, float], None], *, most: int) -> None:
        self._most = most
        self._ask, self._slow_down = ask, slow_down
        self._guard = Lock()
        self._rules: dict[URL, Future[Protego]] = {}

    def check(self, url: URL) -> None:
        """Raise `ArticleError` where the site does not want `url` to be fetched, or cannot be asked."""
        if not self._of(url).can_fetch(str(url), _NAME):
            message = "is closed to programs by the site's robots.txt; save the page in a browser and name the file"
            raise ArticleError(message, stage="ingest")

    def _of(self, url: URL) -> Protego:
        """Return the rules of a site: whoever comes first reads them, the others wait for that."""
        place = url.copy_with(raw_path=b"/robots.txt")
        with self._guard:
            mine = place not in self._rules
            told = self._rules.setdefault(place, Future())
        if mine:
            try:
                told.set_result(self._read(place))
            except BaseException as error:
                told.set_exception(error)
                raise
        return told.result()

    def _read(self, place: URL) -> Protego:
        answer = self._ask(place)
        if answer.status >= 500:
            message = (
                f"stands on a site whose robots.txt was answered with {answer.told}, which closes it; try again later"
            )
            raise ArticleError(message, stage="ingest")
        rules = Protego.parse(answer.body[: self._most].decode("utf-8", "replace"))
        delay = rules.crawl_delay(_NAME)
        if delay is not None:
            self._slow_down(place.host, float(delay))
        return rules
