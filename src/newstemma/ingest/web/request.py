"""One request and its answer, within bounds of time and size; no redirects, cookies, passwords or proxies."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import httpcore2

from newstemma.errors import ArticleError
from newstemma.ingest.web.addresses import authority, is_public
from newstemma.version import __version__

if TYPE_CHECKING:
    import ssl

    from httpx2 import URL

    from newstemma.ingest.web.network import Network
    from newstemma.settings.fetch import FetchSettings

__all__ = ["USER_AGENT", "Answer", "get", "unpacked"]

USER_AGENT: Final = f"newstemma/{__version__} (reads news pages that its user names)"
_PACKED: Final = {"gzip": zlib.MAX_WBITS | 32, "x-gzip": zlib.MAX_WBITS | 32, "deflate": zlib.MAX_WBITS}


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
    clock = _Clock(network, settings)
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
    backend = _Checked(network, clock)
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
        raise ArticleError(_too_large(most), stage="ingest")
    chunks = _bounded(response.iter_stream(), most)
    return unpacked(chunks, headers.get("content-encoding", ""), most=most)


def _bounded(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > most:
            raise ArticleError(_too_large(most), stage="ingest")
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
                    raise ArticleError(_too_large(most), stage="ingest")
                yield piece
                rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    except zlib.error as error:
        raise ArticleError(f"is damaged: it cannot be unpacked ({error}); try again later", stage="ingest") from error
    if fed and not unpacker.eof:
        raise ArticleError("gave no whole answer: what is packed breaks off; try again later", stage="ingest")


def _has_head(chunk: bytes) -> bool:
    """Tell whether a body begins as RFC 1950 asks: method 8, and a check that is divisible by 31."""
    return len(chunk) < 2 or (chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0)


def _too_large(most: int) -> str:
    return (
        f"is larger than {most / 1e6:,.0f} MB, the most that is fetched; save it, or raise the limit in IngestSettings"
    )


class _Clock:
    """How much time is left for one answer."""

    def __init__(self, network: Network, settings: FetchSettings) -> None:
        self._now, self._settings = network.now, settings
        self._end = network.now() + settings.whole_seconds

    def left(self, wanted: float | None) -> float:
        """Return the seconds to wait at most, `wanted` or fewer."""
        left = self._end - self._now()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if wanted is None else min(wanted, left)

    def told(self) -> str:
        """Say which limit was reached."""
        if self._now() >= self._end:
            return f"took longer than {self._settings.whole_seconds:g} seconds in all; try again later"
        return f"did not answer within {self._settings.read_seconds:g} seconds; try again later"


class _Checked(httpcore2.NetworkBackend):
    """Connections to public addresses alone: a name is looked up here, once, and what was checked is connected to."""

    def __init__(self, network: Network, clock: _Clock) -> None:
        self._network, self._clock, self._plain = network, clock, httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        numbers = self._numbers(host, port)
        failure: Exception = httpcore2.ConnectError(f"the host {host!r} has no address")
        for number in numbers:
            place, gate = self._network.route(number, port)
            try:
                stream = self._plain.connect_tcp(place, gate, self._clock.left(timeout), local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _Timed(stream, self._clock)
        raise failure

    def _numbers(self, host: str, port: int) -> list[str]:
        try:
            numbers = list(self._network.look_up(host, port))
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the host {host!r} is not known") from error
        hidden = next((number for number in numbers if not is_public(number)), None)
        if hidden is not None:
            message = f"leads to {hidden}, which is no public address; only pages on the public internet are fetched"
            raise ArticleError(message, stage="ingest")
        return numbers


class _Timed(httpcore2.NetworkStream):
    """A connection on which no wait is longer than what is left of the whole time."""

    def __init__(self, stream: httpcore2.NetworkStream, clock: _Clock) -> None:
        self._stream, self._clock = stream, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = self._clock.left(timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._clock)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
