"""Thin commands over plain functions; the only place that prints, and the only one that makes exit codes.

Data goes to stdout, messages to stderr. Exit codes: 0 something was read, 1 nothing was, 2 the command was misused or
the weights are unusable.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newstemma.errors import InputError, WeightsError
from newstemma.version import __version__

if TYPE_CHECKING:
    from rich.console import Console

    from newstemma.model import Reading, Rejected
    from newstemma.pipeline import Progress
    from newstemma.settings import Settings

__all__ = ["main"]

NOTHING_READ = 1
MISUSED = 2


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

app = typer.Typer(
    name="newstemma",
    help="Reads many news articles and shows, for each event, what the accounts say together.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"newstemma {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def newstemma(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Reads many news articles and shows, for each event, what the accounts say together."""


_Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER|URL...",
        help="Articles: plain text, HTML, JSON, JSONL, CSV and more, alone, in folders or archives, or by their web "
        "address; - reads stdin.",
    ),
]
_Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=NAME,...",
        help="Columns of a table whose names do not tell: text=Body,outlet=Paper. Fields: text, html, title, "
        "outlet, author, url, published, modified, fetched, language, kind, id.",
    ),
]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]


@app.command(
    epilog="Example: newstemma read articles/ -o dossier.html   reads every article in a folder and writes the page."
)
def read(
    paths: _Paths,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            help="Write here; the ending (.html .json .jsonl .md .csv .xlsx .annotations.jsonld .quotations.jsonld) "
            "chooses the form. Repeatable.",
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="Print this form, also beside an --output; and the form of an --output with an ending of its own.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    keep_residue: Annotated[
        bool,
        typer.Option("--keep-residue", help="Read share lines, captions and comments as if they were the article."),
    ] = False,
    primary: Annotated[
        list[str] | None,
        typer.Option(
            "--primary",
            metavar="FILE",
            help="A transcript, release or post: what articles quote is checked against it. Repeatable.",
        ),
    ] = None,
    profile: Annotated[
        Path | None,
        typer.Option(
            "--profile",
            metavar="FILE",
            help="Lines that recur over outlets' articles, which are no part of them; newstemma profile makes it.",
        ),
    ] = None,
    columns: _Columns = None,
    fetch: Annotated[
        bool,
        typer.Option("--fetch", help="Fetch the pages that the entries of feeds link to, and read those instead."),
    ] = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Take all articles as one story, without grouping them.")
    ] = False,
    rules: Annotated[
        bool, typer.Option("--rules", help="Read by rules alone, without the encoder: less is found.")
    ] = False,
    quiet: _Quiet = False,
) -> None:
    """Read articles and tell, for each story in them, what the accounts say together and where they differ."""
    form = Format.JSON if json else form
    settings = _settings(columns, fetch=fetch, keep_residue=keep_residue, one_story=one_story, rules=rules)
    targets = [(path, _form_of(path, form)) for path in output or []]
    if Format.XLSX in (form, *(chosen for _, chosen in targets)):
        _require_writer()
    reading = _read(paths, primary or [], profile, settings, quiet=quiet)
    _report_rejected(reading.rejected)
    for path, chosen in targets:
        _write(path, _rendered(reading, chosen))
    if not targets or form is not None:
        _print(reading, form or Format.TERMINAL)
    if not reading.dossiers:
        raise typer.Exit(NOTHING_READ)


@app.command(
    epilog="Example: newstemma profile archive/ -o profiles.json   then: newstemma read today/ --profile profiles.json"
)
def profile(
    paths: _Paths,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, else to stdout.")
    ] = None,
    columns: _Columns = None,
    quiet: _Quiet = False,
) -> None:
    """Find lines that recur over an outlet's articles, such as plugs and boxes, for read --profile.

    Outlets need some dozens of articles each, on different events and days.
    """
    from newstemma import pipeline
    from newstemma.clean import write_profile

    _silence_libraries()
    with _progress(quiet=quiet) as progress:
        made, rejected = pipeline.profile(paths, settings=_settings(columns), progress=progress)
    _report_rejected(rejected)
    written = write_profile(made).encode()
    if output is None:
        sys.stdout.buffer.write(written)
    else:
        _write(output, written)
    lines = sum(len(outlet.lines) for outlet in made.outlets)
    print(f"lines that recur: {lines}, in {len(made.outlets)} outlets", file=sys.stderr)  # noqa: T201
    if not made.outlets:
        raise typer.Exit(NOTHING_READ)


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


def _settings(
    columns: str | None,
    *,
    fetch: bool = False,
    keep_residue: bool = False,
    one_story: bool = False,
    rules: bool = False,
) -> Settings:
    from newstemma.settings import Settings

    settings = Settings()
    if columns:
        settings = replace(settings, ingest=replace(settings.ingest, columns=_columns(columns)))
    if fetch:
        linked = replace(settings.ingest.fetch, linked=True)
        settings = replace(settings, ingest=replace(settings.ingest, fetch=linked))
    if keep_residue:
        settings = replace(settings, clean=replace(settings.clean, keep_residue=True))
    if one_story:
        settings = replace(settings, group=replace(settings.group, one_story=True))
    if rules:
        settings = replace(settings, encoder=replace(settings.encoder, rules_alone=True))
    return settings


def _columns(written: str) -> tuple[tuple[str, str], ...]:
    """Read which column holds which field: `text=Body,outlet=Paper`."""
    from newstemma.ingest import FIELDS

    pairs = [tuple(part.strip() for part in pair.partition("=")[::2]) for pair in written.split(",")]
    for field, name in pairs:
        if field not in FIELDS or not name:
            known = ", ".join(FIELDS)
            message = f"cannot use {f'{field}={name}'!r}; write FIELD=NAME, where FIELD is one of {known}"
            raise typer.BadParameter(message, param_hint="--columns")
    return tuple((field, name) for field, name in pairs)


def _silence_libraries() -> None:
    """Keep the extractor from complaining: what it could not make of a page stands in `rejected`, in our words."""
    import logging

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def _read(paths: list[str], primary: list[str], profile: Path | None, settings: Settings, *, quiet: bool) -> Reading:
    from newstemma import pipeline

    _silence_libraries()
    try:
        with _progress(quiet=quiet) as progress:
            return pipeline.read(paths, primary=primary, profile=profile, settings=settings, progress=progress)
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--profile") from error
    except WeightsError as error:
        print(f"newstemma: {error}", file=sys.stderr)  # noqa: T201
        raise typer.Exit(MISUSED) from error


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Progress]:
    """Show how far the run has come on stderr, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Bar(*columns, console=_console(sys.stderr), transient=True) as bar:
        tasks = {}

        def show(stage: str, done: int, total: int, /) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield show


def _console(stream: object) -> Console:
    """Return a console on `stream`; rich itself heeds NO_COLOR and TERM=dumb."""
    from typing import IO, cast

    from rich.console import Console

    return Console(file=cast("IO[str]", stream), highlight=False, soft_wrap=False)


def _report_rejected(rejected: tuple[Rejected, ...]) -> None:
    for entry in rejected:
        print(f"not read: {_printable(entry.file)} ({entry.stage}): {_printable(entry.reason)}", file=sys.stderr)  # noqa: T201


def _printable(text: str) -> str:
    """Return `text` without control characters, which could steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _rendered(reading: Reading, form: Format) -> bytes:
    from newstemma import render

    if form is Format.TERMINAL:
        from io import StringIO

        page = StringIO()
        render.print_report(reading, _console(page))
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

        render.print_report(reading, _console(sys.stdout))
        return
    written = _rendered(reading, form)
    sys.stdout.buffer.write(written)
    if form is not Format.XLSX and not written.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")


def _write(path: Path, written: bytes) -> None:
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


def main() -> None:
    """Run the command line; the entry point of the `newstemma` command."""
    try:
        app()
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough: stop in silence, and keep Python from flushing again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
