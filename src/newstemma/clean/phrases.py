"""Lines that are residue by what they say.

A wording is anchored at the first word of a line, so that the same words in the middle of prose are never taken for
residue.
"""

from __future__ import annotations

import re
from functools import cache

from newstemma.clean.lines import Line
from newstemma.clean.wordings import CLASSES, OPENERS, WORDINGS, Wording

__all__ = ["opens_links", "phrase_reason"]

_OPENING = 2_000  # characters of a line that are looked at
_CLOSING = 200
_CAPTION_WORDS = 110  # those of the Washington Post run to ninety
_SAID = re.compile(
    r"[“”\"]|\b(?:said|says|saying|told|tells|asked|wrote|argued|insisted|added|warned|found|according to)\b"
)

# A caption closes with its credit: a bracket that names a picture, a name with an agency, or a label and a name.
_PICTURE_CREDIT = r"""
    [(\[](?:(?:ap|afp|epa|reuters|getty|file) )?(?:photos?|images?|picture|credit|video)\b[^()\[\]]{0,80}[)\]]\.?$
    [(\[](?:photograph|screenshot|handout|courtesy)\b[^()\[\]]{0,80}[)\]]\.?$
    [(\[][^()\[\]/]{1,60}/ ?[^()\[\]]{0,60}\b(?:photo|images?|agencies)[)\]]\.?$
    (?:©|\bphotograph(?:er)?:|\bphoto(?: by|:)|\bimage(?: credit)?:)[^.]{2,60}(?:\([^()]{2,40}\))?$
    """
_AGENCY_CREDIT = r"""
    [(\[][^()\[\]/]{2,60}/\s?(?:[^()\[\]/]{1,40}/\s?){0,4}<agency>(?:\s?/[^()\[\]]{1,40}| [\w ]{1,30})?[)\]]\.?$
    (?<=[.!?”"’)] )<name> ?/ ?(?:[A-Z][\w ]{1,20}/ ?)?<agency>(?: via [\w ]{1,30})?$
    """


@cache
def _compiled(wordings: str, flags: int = 0) -> re.Pattern[str]:
    """Join wordings, one a line, into a pattern that fits where one of them does; on first use, since it takes time."""
    whole = re.sub(r"\\\n\s*", "", wordings).strip()
    joined = "|".join(wording.strip() for wording in whole.splitlines())
    for name, words in CLASSES.items():
        joined = joined.replace(name, words)
    return re.compile(f"(?:{joined})", flags)


@cache
def _table() -> tuple[tuple[Wording, re.Pattern[str]], ...]:
    """Return the wordings with their patterns; made on first use, and once, since both lookup and compiling cost."""
    return tuple((wording, _compiled(wording.text, 0 if wording.cased else re.IGNORECASE)) for wording in WORDINGS)


def opens_links(line: Line) -> bool:
    """Tell whether a line does nothing but announce links: what follows it may be one.

    >>> from newstemma.clean.lines import split_lines
    >>> [opens_links(line) for line in split_lines("Related stories\\nMost read the signs.")]
    [True, False]
    """
    return line.words <= 12 and _compiled(OPENERS, re.IGNORECASE).fullmatch(line.text) is not None


def phrase_reason(line: Line) -> str:
    """Return why a line is residue by its wording, empty where it is not.

    >>> from newstemma.clean.lines import split_lines
    >>> [phrase_reason(line) for line in split_lines("Share this story\\nRead more: Rain falls\\nThey share a boat.")]
    ['share line', 'related link', '']
    """
    opening = line.text[:_OPENING]
    said = _SAID.search(opening) is not None
    for wording, form in _table():
        if line.words > wording.words or (wording.unsaid and said):
            continue
        if form.match(opening) and not (wording.unended and line.ended):
            return wording.reason
    closing = line.text[-_CLOSING:]
    if line.words <= _CAPTION_WORDS and (
        _compiled(_PICTURE_CREDIT, re.IGNORECASE).search(closing) or _compiled(_AGENCY_CREDIT).search(closing)
    ):
        return "photo credit"
    return ""
