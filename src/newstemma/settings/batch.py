"""Settings of `scale`; apart from `Settings`, since none of them changes what is found in an article or a story."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BatchSettings"]


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """Into how many parts a large run is cut, and how it is spread.

    >>> BatchSettings().engine
    'local'
    """

    engine: str = "local"
    """Who spreads the parts: "local", over the processors of this machine, or "ray", over a cluster."""

    address: str | None = None
    """Where the cluster is that is there already, as Ray writes it; `None` starts one on this machine."""

    workers: int = 0
    """Parts that are worked on at once; 0 is as many as there are processors."""

    parts: int = 0
    """Parts of each step; 0 is by the bytes of the input. The result does not depend on it."""

    part_bytes: int = 32_000_000
    """Bytes of input to a part: some ten thousand articles of plain text, which take a worker half a minute to skim
    and about 300 MB of memory to group."""

    part_files: int = 2_000
    """Files to a part of the input at most."""

    most_parts: int = 1_000
    """Parts at most, however large the input: each step writes a file for every part of the step before."""

    least: int = 1
    """Articles that a story needs to be read closely and told in a dossier."""

    stories_alone: bool = False
    """Find the stories, and read none of them closely."""

    together: int = 2_000_000
    """Edges between articles up to which one process joins them to connected parts, in seconds and some 500 MB; more
    stay spread over the parts."""

    tries: int = 3
    """Times that a step is tried again although nothing of it was done, as when all workers were lost at once."""
