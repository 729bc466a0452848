"""The command over any number of articles in parts."""

from __future__ import annotations

import json as json_module
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newstemma.cli.options import Columns, Json, KeepResidue, Paths, Primary, Profile, Quiet, Rules, settings_of
from newstemma.cli.output import NOTHING_READ, failing, needing, profiled, progress_bar

__all__ = ["register"]


_NEEDED = {"daft": "Daft", "pyarrow": "pyarrow", "cattrs": "cattrs", "msgpack": "cattrs"}


class Engine(StrEnum):
    """Who spreads the parts of a run."""

    LOCAL = "local"
    RAY = "ray"


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(
        epilog="Example: newstemma batch archive/ out/ --stories   then: newstemma batch archive/ out2/ --least 3"
    )(batch)


def batch(
    paths: Paths,
    output: Annotated[
        Path, typer.Argument(metavar="OUTPUT", help="The folder to write into; new, or that of a run to go on with.")
    ],
    engine: Annotated[
        Engine, typer.Option("--engine", help="Work on this machine, or on a cluster of Ray that shares its files.")
    ] = Engine.LOCAL,
    address: Annotated[
        str | None, typer.Option("--address", metavar="HOST:PORT", help="The cluster, if one is running; see --engine.")
    ] = None,
    least: Annotated[
        int, typer.Option("--least", min=1, metavar="N", help="Read only stories of at least so many articles closely.")
    ] = 1,
    stories_alone: Annotated[
        bool, typer.Option("--stories", help="Find the stories, and read none of them closely.")
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", min=0, metavar="N", help="Parts to work on at once; 0: one for each processor.")
    ] = 0,
    parts: Annotated[
        int, typer.Option("--parts", min=0, metavar="N", help="Parts of each step; 0: by the bytes of the input.")
    ] = 0,
    primary: Primary = None,
    profile: Profile = None,
    columns: Columns = None,
    keep_residue: KeepResidue = False,
    rules: Rules = False,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Read any number of articles in parts, on one machine or a cluster, and write their stories and dossiers.

    A run that was stopped goes on where it stopped when it is started again. In OUTPUT are stories/*.parquet,
    dossiers/*.jsonl (a line for each story, as read writes it), rejected.jsonl and run.json.
    """
    from newstemma.settings.batch import BatchSettings

    if address and engine is Engine.LOCAL:
        raise typer.BadParameter("is the place of a cluster; add --engine ray", param_hint="--address")
    asked = BatchSettings(
        engine=engine.value, address=address, workers=workers, parts=parts, least=least, stories_alone=stories_alone
    )
    settings = settings_of(columns, keep_residue=keep_residue, rules=rules)
    with needing("batch", _NEEDED, hint="batch"), profiled(), failing(), progress_bar(quiet=quiet) as progress:
        from newstemma import scale

        done = scale.batch(
            paths,
            output,
            primary=primary or [],
            profile=profile,
            settings=settings,
            batch_settings=asked,
            progress=progress,
        )
    if json:
        print(json_module.dumps(asdict(done)))  # noqa: T201
    else:
        print(f"articles {done.articles:,}, stories {done.stories:,}, dossiers {done.dossiers:,}: in {output}")  # noqa: T201
    if done.rejected:
        print(f"{done.rejected:,} inputs could not be read: see {output / 'rejected.jsonl'}", file=sys.stderr)  # noqa: T201
    if not done.articles:
        raise typer.Exit(NOTHING_READ)
