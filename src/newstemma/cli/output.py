"""What the commands print and write: readings in every form, messages, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from newstemma.errors import BatchError, InputError, StoreError, WeightsError

if TYPE_CHECKING:
    from rich.console import Console

    from newstemma.model import Reading, Rejected
    from newstemma.pipeline import Progress

__all__ = [
    "MISUSED", "NOTHING_READ", "Format", "console", "deliver", "failing", "needing", "printable", "profiled",
    "progress_bar", "report_rejected", "wanted_forms", "write",
]  # fmt: skip

NOTHING_READ = 1
MISUSED = 2

Wanted = tuple[list[tuple[Path, "Format"]], "Format | None"]
"""Files with the form of each, and the form that is printed, if one is."""


class Format(StrEnum):
    """The forms in which a reading can be written."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "md"
    CSV = "csv"
    XLSX = "xlsx"
    ANNOTATIONS = "annotations"
    QUOTATIONS = "quotations"


# Both are JSON-LD: the ending says which one, the extension that it is such a file.
_LINKED = (Format.ANNOTATIONS, Format.QUOTATIONS)


def wanted_forms(output: list[Path], form: Format | None) -> Wanted:
    """Return where a reading goes, and in which forms; says before the run that what is needed to write is missing."""
    targets = [(path, _form_of(path, form)) for path in output]
    printed = form if targets else form or Format.TERMINAL
    if Format.XLSX in (printed, *(chosen for _, chosen in targets)):
        _require_writer()
    return targets, printed


def deliver(reading: Reading, wanted: Wanted) -> None:
    """Write and print a reading."""
    targets, printed = wanted
    for path, chosen in targets:
        write(path, _rendered(reading, chosen))
    if printed is not None:
        _print(reading, printed)


@contextmanager
def failing() -> Iterator[None]:
    """End with a message where the weights, the store or the run in parts are unusable."""
    import logging

    # What it could not make of a broken page stands in `rejected`, in our words.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        yield
    except (BatchError, StoreError, WeightsError) as error:
        print(f"newstemma: {error}", file=sys.stderr)  # noqa: T201
        raise typer.Exit(MISUSED) from error


@contextmanager
def profiled() -> Iterator[None]:
    """End with a message where the file named for a profile of outlets holds none."""
    try:
        yield
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--profile") from error


@contextmanager
def needing(extra: str, libraries: Mapping[str, str], *, hint: str) -> Iterator[None]:
    """End with a message where a library of an extra is missing; `libraries` are called by the modules to import."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in libraries:
            raise
        called = " and ".join(dict.fromkeys(libraries.values()))
        message = f"needs {called}, which are not all installed: pip install 'newstemma[{extra}]'"
        raise typer.BadParameter(message, param_hint=hint) from error


def _form_of(path: Path, form: Format | None) -> Format:
    """Return the form in which `path` is to be written: what its ending says, else `form`."""
    endings: dict[str, Format] = {f".{one.value}": one for one in Format if one not in (Format.TERMINAL, *_LINKED)}
    endings |= {".htm": Format.HTML, ".markdown": Format.MARKDOWN, ".ndjson": Format.JSONL, ".txt": Format.TERMINAL}
    endings |= {f".{one.value}.jsonld": one for one in _LINKED}
    chosen = next((one for ending, one in endings.items() if path.name.lower().endswith(ending)), form)
    if chosen is None:
        known = ", ".join(sorted(endings))
        message = f"cannot tell the form from the ending of {str(path)!r}; use one of {known}, or --format"
        raise typer.BadParameter(message, param_hint="--output")
    return chosen


def _require_writer() -> None:
    """Say before the run, rather than after it, that what is needed to write a workbook is missing."""
    from newstemma import render

    try:
        render.require_writer()
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from error


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Progress]:
    """Show how far the run has come on stderr, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Bar(*columns, console=console(sys.stderr), transient=True) as bar:
        tasks = {}

        def show(stage: str, done: int, total: int, /) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield show


def console(stream: object) -> Console:
    """Return a console on `stream`; rich itself heeds NO_COLOR and TERM=dumb."""
    from typing import IO, cast

    from rich.console import Console

    return Console(file=cast("IO[str]", stream), highlight=False, soft_wrap=False)


def report_rejected(rejected: tuple[Rejected, ...]) -> None:
    """Say on stderr what could not be read, and why."""
    for entry in rejected:
        print(f"not read: {printable(entry.file)} ({entry.stage}): {printable(entry.reason)}", file=sys.stderr)  # noqa: T201


def printable(text: str) -> str:
    """Return `text` without control characters, which could steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _rendered(reading: Reading, form: Format) -> bytes:
    from newstemma import render

    if form is Format.TERMINAL:
        from io import StringIO

        page = StringIO()
        render.print_report(reading, console(page))
        return page.getvalue().encode()
    renderers: dict[Format, Callable[[Reading], str | bytes]] = {
        Format.HTML: render.to_html,
        Format.JSON: render.to_json,
        Format.JSONL: render.to_jsonl,
        Format.MARKDOWN: render.to_markdown,
        Format.CSV: render.to_csv,
        Format.XLSX: render.to_xlsx,
        Format.ANNOTATIONS: render.to_annotations,
        Format.QUOTATIONS: render.to_quotations,
    }
    try:
        written = renderers[form](reading)
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from error
    return written.encode() if isinstance(written, str) else written


def _print(reading: Reading, form: Format) -> None:
    if form is Format.TERMINAL:
        from newstemma import render

        render.print_report(reading, console(sys.stdout))
        return
    written = _rendered(reading, form)
    sys.stdout.buffer.write(written)
    if form is not Format.XLSX and not written.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")


def write(path: Path, written: bytes) -> None:
    """Write `written` whole or not at all: into a neighbour first, which then takes the name."""
    is_device = path.exists() and not path.is_file()  # a pipe or /dev/null has no neighbours to rename
    part = path if is_device else path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(written)
        if not is_device:
            part.replace(path)
    except OSError as error:
        if not is_device:
            part.unlink(missing_ok=True)
        message = f"cannot write {str(path)!r}: {error.strerror}; name a file in a folder that you may write to"
        raise typer.BadParameter(message, param_hint="--output") from error
    print(f"wrote {path}", file=sys.stderr)  # noqa: T201
