"""Addresses: which are fetched at all, and which numbers of hosts are public."""

from __future__ import annotations

import re
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from newstemma.errors import ArticleError

if TYPE_CHECKING:
    from httpx2 import URL

__all__ = ["authority", "checked", "identifier", "is_address", "is_public"]

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters at least: "c://" is a drive
_PORTS: Final = {"http": 80, "https": 443}
_LAST_PORT: Final = 65_535
_UNICAST = IPv6Network("2000::/3")  # all that IANA has given out for hosts on the internet
_NO_HOSTS = tuple(  # protocols, documentation, tunnels and relays, by IANA's registries; not all known to old Pythons
    map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
)
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: how hosts without IPv4 reach those that have nothing else


def is_address(name: str) -> bool:
    """Tell whether what the user names is an address of the web, or would be one: anything with a scheme.

    >>> is_address("https://gull.example/1"), is_address("file:///etc/passwd"), is_address("in/a.txt")
    (True, True, False)
    """
    return _SCHEME.match(name) is not None


def is_public(number: str) -> bool:
    """Tell whether a host's IP address lies on the public internet.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("2a00::1")
    (False, False, True)

    Private, loopback, link-local, shared, multicast, reserved and unspecified addresses are not, nor are those of
    tunnels (6to4, Teredo); one that carries an IPv4 address (mapped, RFC 6052) is what that one is. What is no address
    is not public.
    """
    try:
        ip = ip_address(number)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip in _TRANSLATED:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        elif ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip not in _UNICAST or ip.scope_id:
            return False
    hidden = ip.is_private or ip.is_multicast or ip.is_reserved or ip.is_link_local
    return ip.is_global and not hidden and not any(ip in network for network in _NO_HOSTS)


def checked(written: str, *, base: URL | None = None, named: Collection[str] = ()) -> URL:
    """Return an address in its normal form, without its fragment; raises `ArticleError` where it is not fetched.

    >>> str(checked("HTTP://Gull.example/a b#c"))
    'http://gull.example/a%20b'

    Only http and https, without a name and password. `named` are the authorities that the user wrote: another port than
    that of the scheme is for them alone. `base` is the address of the page that `written` stands in.
    """
    from httpx2 import URL, InvalidURL

    try:
        url = (base.join(written) if base else URL(written)).copy_with(fragment=None)
    except (InvalidURL, ValueError, TypeError) as error:
        raise ArticleError(f"is a broken address: {error}; check how it is written", stage="ingest") from error
    if url.port is not None and url.port > _LAST_PORT:
        raise ArticleError(f"is a broken address: there is no port {url.port}; check how it is written", stage="ingest")
    if url.scheme not in _PORTS:
        shown = url.scheme or "none"
        raise ArticleError(f"is an address of the kind {shown!r}; only http and https are fetched", stage="ingest")
    if not url.raw_host:
        raise ArticleError("is an address without a host; write it as https://host/page", stage="ingest")
    if url.userinfo:
        raise ArticleError(
            "has a name and password in its address, which are never sent; leave them out", stage="ingest"
        )
    if url.port not in (None, *_PORTS.values()) and authority(url) not in named:
        message = f"asks for port {url.port}, which is used only where the user writes it; name the address yourself"
        raise ArticleError(message, stage="ingest")
    return url


def authority(url: URL) -> str:
    """Return host and port as an address writes them: "gull.example:8080"."""
    return url.netloc.decode("ascii")


def identifier(url: URL) -> str:
    """Return the identifier that an address gives: host, path without extension, query.

    >>> identifier(checked("https://gull.example/2031/lake.html?print=1"))
    'gull.example/2031/lake?print=1'
    """
    path = PurePosixPath(url.path if url.path.isprintable() else url.raw_path.decode("ascii").partition("?")[0])
    stem = path.with_suffix("").as_posix() if path.suffix else path.as_posix()
    query = f"?{url.query.decode('ascii')}" if url.query else ""
    return f"{url.host}{'' if stem == '/' else stem}{query}"
