"""The end of a text: lists of links, credits, the page's date, readers' comments."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from newstemma.clean.dates import OwnDate, date_line, date_suffix
from newstemma.clean.lines import Line, Mark
from newstemma.clean.patterns import pattern
from newstemma.clean.phrases import opens_links

__all__ = ["closing_credits", "closing_dates", "linked_lines", "reader_comments"]

_LINK_WORDS = 25  # words of the longest headline in a list of links
_PARAGRAPH_WORDS = 12  # from which two lines with end marks, one below the other, are no headlines
_LISTED = 60  # lines of the longest list of links
_CLOSING_LINKS = 10  # lines of the longest one that closes a text
_PLAYLIST = 3  # lines from which what stands below a player is its list and no subheading
_LAST_LINES = 3  # in which a text's own date may stand
_CREDIT = (
    r"(?<=[.!?”\"’])\s*(?P<credit>[—–-]{1,2}\s?(?:With|with)(?: assistance (?:by|from))? [A-Z][^.]{3,120}"
    r"|[(\[](?:(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by|With inputs? from) [^()\[\]]{3,200}[)\]])\.?$"
)
_COMMENTS = r"(?:\d{1,5} )?(?:reader |user |facebook |view )?comments?(?: \(\d+\))?:?|leave a (?:reply|comment)"
_MISSPELT = (
    r"\bId (?:like|love|say|rather|be|bet|go)\b|\b(?:[Ii]m|[Ii]ve|dont|doesnt|didnt|cant|wont|isnt|arent|wasnt|werent"
    r"|couldnt|wouldnt|shouldnt|[Tt]hats|[Yy]oure|[Tt]heyre|[Ww]hats|[Hh]eres|aint|yall)\b"
    r"|\b[Ii]ts (?:a|an|the|not|all|so|just|done|been|time|going|about|like|too)\b"
)
_COLLOQUIAL = (
    r"\b(?:[Ff]olks|[Ll]ol|LOL|[Ll]mao|rofl|[Oo]mg|OMG|wtf|WTF|btw|BTW|imo|imho|smh|[Gg]onna|[Gg]otta|[Ww]anna|thx"
    r"|[Pp]lz|[Yy]['’]all|[Hh]a(?:ha)+|[Dd]ude|[Yy]ep|[Nn]ope|[Yy]eah)\b"
    r"|[!?]{2,}|^[a-z]+ |[\U0001F300-\U0001FAFF]"
)
_REPORTED = r"[“”\"«»]|\b(?:said|says|told|according)\b|^[A-Z][\w .]{1,30}:"


def linked_lines(lines: list[Line], reasons: dict[int, str]) -> list[Mark]:
    """Find the headlines that a line such as "Read more:" announces, or that a video player lists.

    `reasons` says of lines, by where they start, why they are residue. In the middle of a text the list ends at the
    first line with an end mark; at the end of a text it may hold headlines that have one.
    """
    found: list[Mark] = []
    for place, line in enumerate(lines):
        player = reasons.get(line.start) == "video player"
        if not player and not opens_links(line):
            continue
        below = lines[place + 1 : place + 1 + _LISTED]
        listed = below if not player and _closes(below) else list(takewhile(_headline_like, below))
        if not player or len(listed) >= _PLAYLIST:
            found += [Mark(other.start, other.end, "related link") for other in listed]
    return found


def _headline_like(line: Line) -> bool:
    return not line.ended and 3 <= line.words <= _LINK_WORDS


def _closes(below: list[Line]) -> bool:
    """Tell whether the lines up to the end of a text are a list of headlines, most of them without an end mark."""
    if any(_paragraph(line) and _paragraph(after) for line, after in pairwise(below)):
        return False
    short = all(line.words <= _LINK_WORDS and not pattern(_REPORTED).search(line.text) for line in below)
    return short and len(below) <= _CLOSING_LINKS and 2 * sum(map(_headline_like, below)) >= len(below)


def _paragraph(line: Line) -> bool:
    return line.ended and line.words >= _PARAGRAPH_WORDS


def closing_dates(lines: list[Line]) -> tuple[list[Mark], list[OwnDate]]:
    """Find the text's own date in its last lines."""
    marks: list[Mark] = []
    dates: list[OwnDate] = []
    for line in lines[1:][-_LAST_LINES:]:
        if own := date_line(line.text) or date_suffix(line.text):
            marks.append(Mark(line.start + own.start, line.start + own.end, "date line"))
            dates.append(own)
    return marks, dates


def closing_credits(lines: list[Line]) -> list[Mark]:
    """Find a contributor's credit that closes one of the last paragraphs."""
    found: list[Mark] = []
    for line in lines[-_LAST_LINES:]:
        tail = max(0, len(line.text) - 300)
        if match := pattern(_CREDIT).search(line.text[tail:]):
            found.append(Mark(line.start + tail + match.start("credit"), line.end, "contributor credit"))
    return found


def reader_comments(lines: list[Line], taken: set[int], *, most_lines: int, most_words: int) -> list[Mark]:
    """Find readers' comments that an extractor left below a text.

    Lines that start at a place in `taken` are known residue. Comments are what follows a line such as "12 comments" in
    the second half, or a run of short last lines, none of them reporting anything, whose spelling is unlike the body's:
    apostrophes left out, colloquial words, faces. One line needs a missing apostrophe, as people may close an
    article with "folks".
    """
    for place, line in enumerate(lines):
        if 2 * place >= len(lines) > 4 and pattern(_COMMENTS, re.IGNORECASE).fullmatch(line.text):
            return [Mark(other.start, other.end, "reader comment") for other in lines[place:]]
    lines = [line for line in lines if line.start not in taken]
    first = len(lines)
    for place in range(len(lines) - 1, max(2, len(lines) - 1 - most_lines), -1):
        line = lines[place]
        if line.words > most_words or pattern(_REPORTED).search(line.text):
            break
        if _informal(line):
            first = place
    comments = lines[first:]
    misspelt = sum(pattern(_MISSPELT).search(line.text) is not None for line in comments)
    informal = sum(map(_informal, comments))
    body = " ".join(line.text for line in lines[:first])
    if not comments or not lines[first - 1].ended or 2 * informal < len(comments):
        return []
    if not (misspelt or informal > 1) or pattern(_MISSPELT).search(body):
        return []
    return [Mark(line.start, line.end, "reader comment") for line in comments]


def _informal(line: Line) -> bool:
    return bool(pattern(_MISSPELT).search(line.text) or pattern(_COLLOQUIAL).search(line.text))
