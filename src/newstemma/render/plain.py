"""A reading as a short report: Markdown for files, lines for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newstemma.model import Reading
from newstemma.render.digest import Digest, Line, digest
from newstemma.render.phrases import clip
from newstemma.settings.render import RenderSettings

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["print_report", "to_markdown"]

_DEFAULT = RenderSettings()
_NOTHING = "No story was found in the input."
_REJECTED = "What could not be read"
# All that CommonMark, or GitHub's table and strike-through syntax, could take for a sign.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_LIST_SIGN = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))([.)]?)")


def to_markdown(reading: Reading, *, settings: RenderSettings = _DEFAULT) -> str:
    r"""Write a reading as Markdown (CommonMark); nothing in an article's text works as a sign.

    >>> print(to_markdown(Reading((), ())), end="")
    No story was found in the input.
    """
    lines: list[str] = []
    for dossier in reading.dossiers:
        lines += _markdown(digest(dossier, settings))
    if not reading.dossiers:
        lines += [_NOTHING, ""]
    if reading.rejected:
        lines += [f"## {_REJECTED}", "", *(f"- {_escape(line)}" for line in _rejected(reading)), ""]
    if reading.made_with:
        lines += [_escape(_made_with(reading)), ""]
    return "\n".join(lines[:-1]) + "\n"


def _markdown(report: Digest) -> Iterator[str]:
    yield from (f"# {_escape(report.title)}", "", _escape(report.dateline), "")
    for part in report.parts:
        yield from (f"## {part.heading}", "")
        for line in part.lines:
            yield f"- {_escape(line.text)}"
            yield from (f"  - {_escape(each)}" for each in line.under)
        if part.more:
            yield f"- {_more(part.more)}"
        yield ""


def _escape(text: str) -> str:
    return _LIST_SIGN.sub(r"\1\2\\\3" if text.lstrip()[:1].isdigit() else r"\1\\\2\3", _MARKDOWN.sub(r"\\\1", text))


def _more(number: int) -> str:
    return f"… and {number} more (see the page)"


def _rejected(reading: Reading) -> Iterator[str]:
    for each in reading.rejected:
        yield f"{clip(each.file, 120)}: {clip(each.reason, 240)} ({each.stage})"


def _made_with(reading: Reading) -> str:
    made = ", ".join(f"{name} {value}" for name, value in sorted(reading.made_with.items()))
    return clip(f"newstemma: {made}", 240)


def print_report(reading: Reading, console: Console, *, settings: RenderSettings = _DEFAULT) -> None:
    """Print a reading to `console`, wrapped to its width; control characters in articles do not reach the terminal."""
    # Imported when a report is printed: the other forms of output do not wait for it.
    from rich.text import Text

    if not reading.dossiers:
        console.print(Text(_NOTHING))
    for number, dossier in enumerate(reading.dossiers):
        if number:
            console.print()
        report = digest(dossier, settings)
        console.print(Text(report.title, style="bold"))
        console.print(Text(report.dateline, style="dim"))
        for part in report.parts:
            more = (Line(_more(part.more)),) if part.more else ()
            _print_part(console, part.heading, part.lines + more)
    if reading.rejected:
        _print_part(console, _REJECTED, tuple(Line(line) for line in _rejected(reading)))


def _print_part(console: Console, heading: str, lines: tuple[Line, ...]) -> None:
    """Print lines with hanging indents."""
    from rich.table import Table
    from rich.text import Text

    console.print()
    console.print(Text(heading, style="bold underline"))
    for line in lines:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True, width=1)
        grid.add_column(overflow="fold")
        grid.add_row("•", Text(line.text))
        for each in line.under:
            grid.add_row("", Text(each, style="dim"))
        console.print(grid)
