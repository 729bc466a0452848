"""Settings of what is fetched from the web."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FetchSettings"]


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How long, how often and how far the web is asked; nothing is fetched unless the user names an address.

    >>> FetchSettings().linked
    False

    The values are those of careful crawlers, not calibrated: sites differ more than any sample of them would show.
    """

    linked: bool = False
    """Whether the pages that the entries of feeds link to are fetched and read instead of the entries' own text."""

    connect_seconds: float = 10.0
    """Seconds until a connection must stand, for each address of a host."""

    read_seconds: float = 20.0
    """Seconds that a server may be silent."""

    whole_seconds: float = 60.0
    """Seconds until one answer must be complete, however steadily it trickles."""

    pause_seconds: float = 1.0
    """Seconds between an answer of a host and the next request to it."""

    longest_pause_seconds: float = 30.0
    """Seconds of the longest pause that a site's robots.txt may ask for ("Crawl-delay"); more counts as this."""

    redirects: int = 5
    """Redirects that are followed for one address; RFC 9309 asks for at least five for robots.txt."""

    hosts_at_once: int = 8
    """Hosts that are asked side by side; each of them gets one request at a time."""

    links: int = 500
    """Linked pages that are fetched for one feed, in its order; at a pause of a second they take eight minutes."""

    robots_bytes: int = 512_000
    """Bytes of a robots.txt that are heeded; RFC 9309 asks for at least 500 KiB."""
