"""The commands over a store: add articles, list the stories that they make up, tell some of them."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

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
    console,
    deliver,
    failing,
    needing,
    printable,
    profiled,
    progress_bar,
    report_rejected,
    wanted_forms,
)

if TYPE_CHECKING:
    from newstemma.pipeline import Progress

__all__ = ["register"]

_PLACE = Annotated[
    str, typer.Argument(metavar="STORE", help="The store: a file, or the address of a PostgreSQL database.")
]
_WIDE = 72  # columns of a terminal from which a table of stories leaves its titles some room
_NEEDED = {"sqlalchemy": "SQLAlchemy", "cattrs": "cattrs", "msgpack": "cattrs"}


class ListForm(StrEnum):
    """The forms in which a list can be printed."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"


_LIST_FORM = Annotated[ListForm, typer.Option("--format", "-f", help="Print the list in this form.")]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command(epilog="Example: newstemma add news.store articles/   adds what is in a folder and new in it.")(add)
    app.command(epilog="Example: newstemma stories news.store --since 2026-03-01 --least 3")(stories)
    app.command(epilog="Example: newstemma tell news.store story-0a1b2c3d4e5f -o dossier.html")(tell)
    app.command(epilog="Example: newstemma regroup news.store")(regroup)
    app.command(epilog="Example: newstemma rejected news.store --json")(rejected)


def add(
    place: _PLACE,
    paths: Paths,
    primary: Primary = None,
    profile: Profile = None,
    columns: Columns = None,
    fetch: Fetch = False,
    keep_residue: KeepResidue = False,
    quiet: Quiet = False,
) -> None:
    """Add articles to a store, which is made if there is none; what is in it already is not read again.

    A run that was stopped goes on where it stopped when it is started again.
    """
    with profiled(), _stored(quiet=quiet) as progress:
        from newstemma import stored

        settings = settings_of(columns, fetch=fetch, keep_residue=keep_residue)
        done = stored.add(place, paths, primary=primary or [], profile=profile, settings=settings, progress=progress)
    report_rejected(done.rejected)
    known = f", {done.passed_over} files known" if done.passed_over else ""
    print(f"{place}: {done.articles} new articles{known}", file=sys.stderr)  # noqa: T201
    if not done.articles and not done.passed_over:
        raise typer.Exit(NOTHING_READ)


def stories(
    place: _PLACE,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD...", help="Words that stand in titles of the story.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Told on this day (2026-03-12) or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Told on this day or earlier.")] = None,
    least: Annotated[int, typer.Option(metavar="N", min=1, help="Told by so many articles at least.")] = 1,
    form: _LIST_FORM = ListForm.TERMINAL,
    json: Json = False,
) -> None:
    """List the stories of a store: the largest first, then the latest."""
    with _stored(quiet=True):
        from newstemma import stored
        from newstemma.store import StoryFilter

        wanted = StoryFilter(tuple(words or ()), _day(since, "--since"), _day(until, "--until"), least)
        found = stored.stories(place, wanted)
    _print_list(
        [asdict(story) for story in found],
        ("id", "articles", "first", "last", "title"),
        ListForm.JSON if json else form,
    )
    if not found:
        raise typer.Exit(NOTHING_READ)


def tell(
    place: _PLACE,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="STORY...", help="Identifiers of stories, or of an article in each."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Tell all stories of the store.")] = False,
    output: Output = None,
    form: Form = None,
    json: Json = False,
    rules: Rules = False,
    quiet: Quiet = False,
) -> None:
    """Tell stories of a store as `read` does; what is read closely for it is kept, and read no second time."""
    if bool(names) == every:
        raise typer.BadParameter("name the stories to tell, or say --all", param_hint="STORY...")
    wanted = wanted_forms(output or [], Format.JSON if json else form)
    with _stored(quiet=quiet) as progress:
        from newstemma import stored

        reading = stored.tell(place, names or None, settings=settings_of(rules=rules), progress=progress)
    report_rejected(reading.rejected)
    deliver(reading, wanted)


def regroup(place: _PLACE, quiet: Quiet = False) -> None:
    """Group all articles of a store anew, with words weighed by all that it holds now."""
    with _stored(quiet=quiet) as progress:
        from newstemma import stored

        stored.regroup(place, progress=progress)


def rejected(place: _PLACE, form: _LIST_FORM = ListForm.TERMINAL, json: Json = False) -> None:
    """List what could not be read into a store, with the reason."""
    with _stored(quiet=True):
        from newstemma.store import open_store

        with open_store(place) as store:
            rows = [asdict(entry) for entry in store.rejected()]
    _print_list(rows, ("file", "stage", "reason"), ListForm.JSON if json else form)


@contextmanager
def _stored(*, quiet: bool) -> Iterator[Progress]:
    """Run what needs a store: errors in words, progress on stderr, a hint where the libraries are missing."""
    with needing("store", _NEEDED, hint="STORE"), failing(), progress_bar(quiet=quiet) as progress:
        yield progress


def _day(written: str | None, option: str) -> str:
    try:
        return date.fromisoformat(written).isoformat() if written else ""
    except ValueError as error:
        message = f"cannot read {written!r} as a day; write it as 2026-03-12"
        raise typer.BadParameter(message, param_hint=option) from error


def _print_list(rows: Sequence[dict[str, Any]], columns: Sequence[str], form: ListForm) -> None:
    if form is ListForm.JSON:
        written = json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"
        sys.stdout.buffer.write(written.encode("utf-8", "replace"))
    elif form is ListForm.CSV:
        from newstemma.render import safe_cell

        table = io.StringIO(newline="")
        writer = csv.writer(table)
        writer.writerow(columns)
        writer.writerows([safe_cell(row[column]) for column in columns] for row in rows)
        sys.stdout.buffer.write(table.getvalue().encode())
    else:
        _print_table(rows, columns)


def _print_table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Print rows one below the other; on a narrow screen each as lines of its own, so that nothing loses its end."""
    from rich.table import Table
    from rich.text import Text

    screen = console(sys.stdout)
    if screen.width < _WIDE:
        for row in rows:
            lines = (f"{column}: {printable(str(row[column]))}" for column in columns)
            screen.print(Text("\n  ".join(lines)))
        return
    table = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(printable(str(row[column]))) for column in columns))
    if rows:
        screen.print(table)
