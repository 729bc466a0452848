"""Many addresses, side by side: redirects followed and checked, robots.txt heeded, results in no order of arrival."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from threading import Event, Lock
from typing import TYPE_CHECKING, Final

from httpx2 import URL, InvalidURL

from newstemma.errors import ArticleError
from newstemma.ingest.web.addresses import authority, checked
from newstemma.ingest.web.manners import Robots, Turns
from newstemma.ingest.web.request import Answer, get

if TYPE_CHECKING:
    from newstemma.ingest.web.network import Network
    from newstemma.settings.fetch import FetchSettings

__all__ = ["Fetched", "Fetcher"]

_MOVED: Final = (301, 302, 303, 307, 308)
_ADVICE: Final = {
    **dict.fromkeys((400, 404, 410), "check the address"),
    **dict.fromkeys((401, 402, 403, 451), "save the page in a browser and name the file"),
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that was found: the address that it has in the end, the type that the server names, its bytes."""

    url: URL
    kind: str
    data: bytes


class Fetcher:
    """Fetches addresses for one run; `most` is the size in bytes of the largest answer.

    `named` are the addresses that the user wrote.
    """

    def __init__(self, named: Iterable[str], *, settings: FetchSettings, network: Network, most: int) -> None:
        self._settings, self._network, self._most = settings, network, most
        self._named = frozenset(filter(None, map(_authority, named)))
        self._found: dict[URL, Fetched | ArticleError] = {}
        self._turns = Turns(network, settings)
        self._robots = Robots(self._ask_for_rules, self._turns.slow_down, most=settings.robots_bytes)

    def fetch(
        self, addresses: Iterable[str], progress: Callable[[str, int, int], None]
    ) -> dict[str, Fetched | ArticleError]:
        """Return for each address what was found there, or why nothing was.

        Hosts are asked side by side, each of them one address after the other in the order of the alphabet.
        """
        places: dict[str, URL] = {}
        refused: dict[str, Fetched | ArticleError] = {}
        for written in sorted(set(addresses)):
            try:
                places[written] = checked(written, named=self._named)
            except ArticleError as error:
                refused[written] = error
        new = sorted(set(places.values()) - self._found.keys(), key=str)
        self._found |= self._visited(new, progress)
        return refused | {written: self._found[url] for written, url in places.items()}

    def _visited(
        self, urls: Iterable[URL], progress: Callable[[str, int, int], None]
    ) -> dict[URL, Fetched | ArticleError]:
        hosts: defaultdict[str, list[URL]] = defaultdict(list)
        for url in urls:
            hosts[url.host].append(url)
        wanted = sum(map(len, hosts.values()))
        found: dict[URL, Fetched | ArticleError] = {}
        stopped, telling = Event(), Lock()

        def visit(pages: Iterable[URL]) -> None:
            for url in pages:
                if stopped.is_set():
                    return
                page = self._fetched(url)
                with telling:
                    found[url] = page
                    progress("fetch", len(found), wanted)

        with ThreadPoolExecutor(self._settings.hosts_at_once) as pool:
            try:
                list(pool.map(visit, hosts.values()))
            finally:  # all is done, or the user has had enough
                stopped.set()
        return found

    def _fetched(self, url: URL) -> Fetched | ArticleError:
        try:
            place, answer = self._followed(url, self._ask)
            if answer.status != HTTPStatus.OK:
                advice = _ADVICE.get(answer.status, "try again later")
                raise ArticleError(f"was answered with {answer.told}; {advice}", stage="ingest")
        except ArticleError as error:
            return error
        return Fetched(place, answer.headers.get("content-type", ""), answer.body)

    def _ask(self, url: URL) -> Answer:
        self._robots.check(url)
        with self._turns.of(url.host):
            return get(url, network=self._network, settings=self._settings, most=self._most)

    def _ask_for_rules(self, place: URL) -> Answer:
        def ask(url: URL) -> Answer:
            with self._turns.of(url.host, pause=False):
                return get(url, network=self._network, settings=self._settings, most=self._most)

        return self._followed(place, ask)[1]

    def _followed(self, url: URL, ask: Callable[[URL], Answer]) -> tuple[URL, Answer]:
        """Ask for `url` and for what it redirects to; the error of a redirect names where it leads."""
        place, seen = url, {url}
        while True:
            try:
                answer = ask(place)
            except ArticleError as error:
                if place == url:
                    raise
                raise _redirected(str(place), error.reason) from error
            if answer.status not in _MOVED or not answer.headers.get("location"):
                return place, answer
            place = self._next(place, answer, seen)
            seen.add(place)

    def _next(self, place: URL, answer: Answer, seen: Collection[URL]) -> URL:
        target = answer.headers["location"].encode("latin-1").decode("utf-8", "replace")  # as servers write it
        try:
            url = checked(target, base=place, named=self._named)
        except ArticleError as error:
            raise _redirected(target, error.reason) from error
        if url in seen:
            raise _redirected(target, "leads back in a circle; name the page that it should be")
        if len(seen) > self._settings.redirects:
            raise _redirected(target, f"is the redirect after {self._settings.redirects} others; name the page itself")
        return url


def _authority(written: str) -> str:
    try:
        return authority(URL(written))
    except (InvalidURL, ValueError):
        return ""


def _redirected(target: str, reason: str) -> ArticleError:
    shown = "".join(character if character.isprintable() else "\ufffd" for character in target[:200])
    return ArticleError(f"redirects to {shown}, which {reason}", stage="ingest")
