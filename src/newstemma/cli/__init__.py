"""Thin commands over plain functions; the only place that prints, and the only one that makes exit codes.

Data goes to stdout, messages to stderr. Exit codes: 0 something was read, 1 nothing was, 2 the command was misused, or
the weights or the store are unusable.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newstemma.cli import batch, store
from newstemma.cli.options import (
    Columns,
    Fetch,
    Form,
    Json,
    KeepResidue,
    Output,
    Paths,
    Primary,
    Profile,
    Quiet,
    Rules,
    settings_of,
)
from newstemma.cli.output import (
    NOTHING_READ,
    Format,
    deliver,
    failing,
    profiled,
    progress_bar,
    report_rejected,
    wanted_forms,
    write,
)
from newstemma.version import __version__

if TYPE_CHECKING:
    from newstemma.model import Reading
    from newstemma.settings import Settings

__all__ = ["main"]

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


@app.command(
    epilog="Example: newstemma read articles/ -o dossier.html   reads every article in a folder and writes the page."
)
def read(
    paths: Paths,
    output: Output = None,
    form: Form = None,
    json: Json = False,
    keep_residue: KeepResidue = False,
    primary: Primary = None,
    profile: Profile = None,
    columns: Columns = None,
    fetch: Fetch = False,
    one_story: Annotated[
        bool, typer.Option("--one-story", help="Take all articles as one story, without grouping them.")
    ] = False,
    rules: Rules = False,
    quiet: Quiet = False,
) -> None:
    """Read articles and tell, for each story in them, what the accounts say together and where they differ."""
    settings = settings_of(columns, fetch=fetch, keep_residue=keep_residue, one_story=one_story, rules=rules)
    wanted = wanted_forms(output or [], Format.JSON if json else form)
    reading = _read(paths, primary or [], profile, settings, quiet=quiet)
    report_rejected(reading.rejected)
    deliver(reading, wanted)
    if not reading.dossiers:
        raise typer.Exit(NOTHING_READ)


def _read(paths: list[str], primary: list[str], profile: Path | None, settings: Settings, *, quiet: bool) -> Reading:
    from newstemma import pipeline

    with profiled(), failing(), progress_bar(quiet=quiet) as progress:
        return pipeline.read(paths, primary=primary, profile=profile, settings=settings, progress=progress)


@app.command(
    epilog="Example: newstemma profile archive/ -o profiles.json   then: newstemma read today/ --profile profiles.json"
)
def profile(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, else to stdout.")
    ] = None,
    columns: Columns = None,
    quiet: Quiet = False,
) -> None:
    """Find lines that recur over an outlet's articles, such as plugs and boxes, for read --profile.

    Outlets need some dozens of articles each, on different events and days.
    """
    from newstemma import pipeline
    from newstemma.clean import write_profile

    with failing(), progress_bar(quiet=quiet) as progress:
        made, rejected = pipeline.profile(paths, settings=settings_of(columns), progress=progress)
    report_rejected(rejected)
    written = write_profile(made).encode()
    if output is None:
        sys.stdout.buffer.write(written)
    else:
        write(output, written)
    lines = sum(len(outlet.lines) for outlet in made.outlets)
    print(f"lines that recur: {lines}, in {len(made.outlets)} outlets", file=sys.stderr)  # noqa: T201
    if not made.outlets:
        raise typer.Exit(NOTHING_READ)


store.register(app)
batch.register(app)


def main() -> None:
    """Run the command line; the entry point of the `newstemma` command."""
    # numpy's own threads wait by spinning: they take the processor from those that run the encoder, for products that
    # are too small to gain from them. Read by OpenBLAS when numpy is imported, which no command has done yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        app()
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough: stop in silence, and keep Python from flushing again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
