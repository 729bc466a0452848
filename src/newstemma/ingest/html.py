"""Whether a text is a web page."""

from __future__ import annotations

import re

__all__ = ["looks_like_html"]

_HEAD = 2_000  # characters
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def looks_like_html(text: str) -> bool:
    """Tell whether `text` opens as a web page does.

    >>> looks_like_html("<!DOCTYPE html><title>Rain</title>"), looks_like_html("Rain <b>fell</b>.")
    (True, False)
    """
    return _OPENING.match(text[:_HEAD]) is not None
