"""Addresses of articles: which of them are one, whatever was added to them on the way."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from newstemma.clean.outlets import site

__all__ = ["normal_address"]

_TRACKING = re.compile(
    r"(?:utm|pk|mtm|piwik|at|ns|hsa|wt|oly|guce)_.*|_hs(?:enc|mi)|_ga|_gl|[gdwy]?clid|(?:fb|ms|tw|tt|li_fat_|yc|gbra|wbra)\w*id"
    r"|gclsrc|igshid|igsh|mc_[ce]id|mkt_tok|vero_id|s_cid|cmp(?:id)?|[ino]cid|smid|smtyp|sr_share|ref(?:_src|_url|errer)?"
    r"|referer|shared?|source|feature|partner|rss|ftag|xtor|usqp|amp_(?:js_v|gsa)|guccounter|spm|tblci|taid|wpsrc|_r"
)
_AMP_NAMES = re.compile(r"_?amp|outputtype|output")
_PLAIN = re.compile(r"[A-Za-z0-9._~-]")
_CACHED = re.compile(r"/(?:amp|[cvir])/(?:s/)?(?=[^/]+\.[^/]+)")
_CACHES = re.compile(r"(?:[\w-]+\.)?cdn\.ampproject\.org|google\.[a-z.]{2,6}")
_AMP_ENDING = re.compile(r"/(?:amp|index)(?:\.html?|\.php)?$|\.amp$")
_PORTS = {None, 80, 443}


def normal_address(address: str) -> str:
    """Return the form of an article's address that is the same however it was reached; empty where it is none.

    >>> normal_address("http://m.tern.example/ice/?utm_source=x&id=7#top")
    'tern.example/ice?id=7'
    >>> normal_address("https://www.tern.example/amp/ice?id=7")
    'tern.example/ice?id=7'
    >>> normal_address("https://tern.example/")
    ''

    Scheme, hosts and paths for phones, AMP and its caches, parameters that follow readers about, fragments, closing
    slashes and the order of parameters do not matter. A front page is no article's address, and neither is what is not
    of the web. What is in normal form stays as it is under "https://".
    """
    parts = _split(address)
    while parts and _CACHES.fullmatch(site(parts.geturl())) and (cached := _CACHED.match(parts.path)):
        parts = _split("https://" + parts.path[cached.end() :] + (f"?{parts.query}" if parts.query else ""))
    if not parts:
        return ""
    path, query = _path(parts.path), _query(parts.query)
    port = f":{parts.port}" if parts.port not in _PORTS else ""
    return f"{site(parts.geturl())}{port}{path}{f'?{query}' if query else ''}" if path or query else ""


def _split(address: str) -> SplitResult | None:
    """Take an address of the web apart; `None` where it is none."""
    try:
        parts = urlsplit("".join(address.split()))
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that hold no address, a port that is no number
        return None
    return parts if known else None


def _path(path: str) -> str:
    path = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", path)
    path = re.sub(r"%([0-9A-Fa-f]{2})", _unreserved, path)
    path = re.sub(r"/{2,}", "/", quote(path, safe="/%:@!$&'()*+,;=~", errors="replace")).rstrip("/")
    while (shorter := _AMP_ENDING.sub("", path).removeprefix("/amp" if path.startswith("/amp/") else "")) != path:
        path = shorter.rstrip("/")
    return re.sub(r"\.amp(?=\.html?$)", "", path)


def _unreserved(match: re.Match[str]) -> str:
    """Write what needs no escape without one, as RFC 3986 asks."""
    character = chr(int(match[1], 16))
    return character if _PLAIN.fullmatch(character) else match[0].upper()


def _query(query: str) -> str:
    named = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in named if not _follows(name.lower(), value.lower())]
    # Sorted as written: what cannot be written is replaced, and would sort at another place when read again.
    return "&".join(sorted(urlencode([pair], errors="replace") for pair in kept))


def _follows(name: str, value: str) -> bool:
    """Tell whether a parameter says where a reader came from, or asks for the page in AMP."""
    if _AMP_NAMES.fullmatch(name):
        return name in ("amp", "_amp") or value == "amp"
    return _TRACKING.fullmatch(name) is not None
