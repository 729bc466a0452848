"""Connections: to public addresses alone, and for no longer than agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import httpcore2

from newstemma.errors import ArticleError
from newstemma.ingest.web.addresses import is_public

if TYPE_CHECKING:
    import ssl

    from newstemma.ingest.web.network import Network
    from newstemma.settings.fetch import FetchSettings

__all__ = ["CheckedConnections", "Clock"]


class Clock:
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


class CheckedConnections(httpcore2.NetworkBackend):
    """Connections to public addresses alone: a name is looked up here, once, and what was checked is connected to."""

    def __init__(self, network: Network, clock: Clock) -> None:
        self._network, self._clock, self._plain = network, clock, httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of `host` that answers; raises `ArticleError` where any is not public."""
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

    def __init__(self, stream: httpcore2.NetworkStream, clock: Clock) -> None:
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
