"""A server on this machine that answers for invented hosts, and a network on which they have public addresses.

The rule of which IP addresses may be connected to stays in force: what the network says about a host is checked, and
only then is the connection led to the server.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from newstemma.ingest.web import Network

__all__ = ["Reply", "Site", "page", "serve"]

PUBLIC = "8.8.4.4"  # any public address; no packet is ever sent to it


@dataclass(frozen=True)
class Reply:
    """What the server sends; `told_length` is the Content-Length where it is to be wrong, `drip` pauses after bytes."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    told_length: int | None = None
    silent: float = 0.0
    drip: float = 0.0


def page(*paragraphs: str, title: str = "", head: str = "") -> bytes:
    """Return a web page of these paragraphs."""
    told = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title>{head}</head><body><article>{told}</article></body></html>".encode()


@dataclass
class Site:
    """What is asked of the invented hosts, with the most requests that one host had at a time."""

    replies: Mapping[str, Reply]
    port: int = 0
    names: dict[str, Sequence[str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)
    busy: dict[str, int] = field(default_factory=dict)
    busiest: dict[str, int] = field(default_factory=dict)
    most_hosts: int = 0
    trust: ssl.SSLContext | None = None
    guard: threading.Lock = field(default_factory=threading.Lock)

    def network(self, *, wait: Callable[[float], None] | None = None) -> Network:
        """Return a network on which every name is at a public address, unless `names` say otherwise."""
        return Network(self._look_up, self._route, self.trust, wait=wait or self.waited.append)

    def _look_up(self, host: str, _port: int) -> Sequence[str]:
        if host in self.names:
            if not self.names[host]:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            return self.names[host]
        try:
            socket.inet_pton(socket.AF_INET6 if ":" in host else socket.AF_INET, host)
        except OSError:
            return [PUBLIC]
        return [host]

    def _route(self, number: str, port: int) -> tuple[str, int]:
        self.connected.append((number, port))
        return "127.0.0.1", self.port

    @contextmanager
    def asking(self, host: str) -> Iterator[None]:
        with self.guard:
            self.busy[host] = self.busy.get(host, 0) + 1
            self.busiest[host] = max(self.busiest.get(host, 0), self.busy[host])
            self.most_hosts = max(self.most_hosts, sum(1 for count in self.busy.values() if count))
        yield
        with self.guard:
            self.busy[host] -= 1


@contextmanager
def serve(replies: Mapping[str, Reply], *, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Answer for addresses without their scheme ("gull.example/1") until the block ends; else with 404."""
    site = Site(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"]
            reply = site.replies.get(f"{host}{self.path}", Reply(b"not here", 404))
            with site.asking(host):  # until the answer begins: whoever asks may see its end before this thread does
                site.asked.append(f"{host}{self.path}")
                site.headers.append({name.lower(): value for name, value in self.headers.items()})
                time.sleep(reply.silent)
            self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            length = len(reply.body) if reply.told_length is None else reply.told_length
            if length >= 0:
                self.send_header("Content-Length", str(length))
            self.end_headers()
            try:
                if not reply.drip:
                    self.wfile.write(reply.body)
                for number in range(len(reply.body) if reply.drip else 0):
                    self.wfile.write(reply.body[number : number + 1])
                    time.sleep(reply.drip)
            except OSError:  # whoever asked has had enough
                pass
            self.close_connection = True

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
