"""By what an outlet is known: its name as the metadata gives it, else the site of the address."""

from __future__ import annotations

from urllib.parse import urlsplit

from newstemma.model import Metadata

__all__ = ["outlet_key", "site"]

_SAME_SITE = ("www.", "m.", "mobile.", "amp.", "wap.", "touch.")


def outlet_key(about: Metadata) -> str:
    """Return the key under which an outlet's articles are found, empty where neither name nor address is known.

    >>> outlet_key(Metadata(outlet="The  Tern")), outlet_key(Metadata(url="https://www.tern.example/ice"))
    ('the tern', 'tern.example')
    >>> outlet_key(Metadata(outlet="WWW.Tern.example"))
    'tern.example'
    """
    name = " ".join((about.outlet or "").casefold().split())
    if name:
        return _bare(name) if "." in name and " " not in name else name
    return site(about.url or "")


def site(url: str) -> str:
    """Return the host of an address without what only tells its mobile pages from the others.

    >>> site("https://m.tern.example:443/ice"), site("a note")
    ('tern.example', '')
    """
    try:
        return _bare((urlsplit(url).hostname or "").rstrip("."))
    except ValueError:  # brackets that hold no address
        return ""


def _bare(host: str) -> str:
    while (start := next((each for each in _SAME_SITE if host.startswith(each)), "")) and "." in host[len(start) :]:
        host = host[len(start) :]
    return host
