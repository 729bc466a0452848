"""Identifiers of findings: hashes of their evidence, never counters."""

from __future__ import annotations

from hashlib import sha256

from newstemma.model.span import Span

__all__ = ["fingerprint"]


def fingerprint(kind: str, *parts: object) -> str:
    """Return a short identifier that depends on nothing but `kind` and the evidence in `parts`.

    >>> fingerprint("claim", Span("a", 0, 4)) == fingerprint("claim", Span("a", 0, 4))
    True
    >>> fingerprint("claim", "x")[:6]
    'claim-'

    The order of `parts` counts: sort them where it should not. 48 bits of SHA-256: a chance collision becomes likely at
    about sixteen million findings of one kind in one dossier. A `Span` counts as article, start and end; everything
    else as its `str`.
    """
    digest = sha256()
    for part in parts:
        written = f"{part.article}\x1f{part.start}\x1f{part.end}" if isinstance(part, Span) else str(part)
        digest.update(written.encode("utf-8", "surrogatepass") + b"\x1e")
    return f"{kind}-{digest.hexdigest()[:12]}"
