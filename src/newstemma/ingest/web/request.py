"""One request and its answer, within bounds of time and size; no redirects, cookies, passwords or proxies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import httpcore2

from newstemma.errors import ArticleError
from newstemma.ingest.web.addresses import authority
from newstemma.ingest.web.bodies import bounded, too_large, unpacked
from newstemma.ingest.web.connections import CheckedConnections, Clock
from newstemma.version import __version__

if TYPE_CHECKING:
    from httpx2 import URL

    from newstemma.ingest.web.network import Network
    from newstemma.settings.fetch import FetchSettings

__all__ = ["USER_AGENT", "Answer", "get"]

USER_AGENT: Final = f"newstemma/{__version__} (reads news pages that its user names)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `body` is unpacked, and empty unless the status is 200. Names of headers are lower."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def told(self) -> str:
        """The status in words: "404 Not Found"."""
        try:
            return f"{self.status} {HTTPStatus(self.status).phrase}"
        except ValueError:
            return str(self.status)


def get(url: URL, *, network: Network, settings: FetchSettings, most: int) -> Answer:
    """Ask for `url` once, over a connection of its own; raises `ArticleError` where there is no whole answer.

    The body may have `most` bytes, packed and unpacked.
    """
    clock = Clock(network, settings)
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    headers: dict[bytes | str, bytes | str] = {
        "Host": authority(url),
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/xml;q=0.9,"
        "*/*;q=0.8",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    limits = {"connect": settings.connect_seconds, "read": settings.read_seconds, "write": settings.read_seconds}
    backend = CheckedConnections(network, clock)
    try:
        with (
            httpcore2.ConnectionPool(network_backend=backend, ssl_context=network.trust) as pool,
            pool.stream("GET", target, headers=headers, extensions={"timeout": limits}) as response,
        ):
            told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            body = b"".join(_body(response, told, most)) if response.status == HTTPStatus.OK else b""
            return Answer(response.status, told, body)
    except httpcore2.TimeoutException as error:
        raise ArticleError(clock.told(), stage="ingest") from error
    except httpcore2.ConnectError as error:
        raise ArticleError(
            f"cannot be reached: {error}; check the address and the connection", stage="ingest"
        ) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise ArticleError(f"gave no whole answer: {error}; try again later", stage="ingest") from error


def _body(response: httpcore2.Response, headers: Mapping[str, str], most: int) -> Iterator[bytes]:
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > most:
        raise ArticleError(too_large(most), stage="ingest")
    chunks = bounded(response.iter_stream(), most)
    return unpacked(chunks, headers.get("content-encoding", ""), most=most)
