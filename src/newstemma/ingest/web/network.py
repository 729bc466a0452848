"""How the name of a host becomes a connection: looked up once, checked, and connected to as checked."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

__all__ = ["Network", "look_up"]


def look_up(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a host, in the order in which the system would try them; raises `OSError`.

    >>> look_up("127.0.0.1", 80)
    ['127.0.0.1']

    The system's own limit of time counts.
    """
    import socket

    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _as_it_is(number: str, port: int) -> tuple[str, int]:
    return number, port


@dataclass(frozen=True, slots=True)
class Network:
    """What fetching needs of the machine: names, connections, certificates, time.

    The rule of which IP addresses may be connected to is no part of it: it holds whatever is handed in. `route` says
    where the connection to an address that passed the rule is made, so that a test can answer for a public host.
    """

    look_up: Callable[[str, int], Sequence[str]] = look_up
    route: Callable[[str, int], tuple[str, int]] = _as_it_is
    trust: ssl.SSLContext | None = None
    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep
