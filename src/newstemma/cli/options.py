"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newstemma.cli.output import Format

if TYPE_CHECKING:
    from newstemma.settings import Settings

__all__ = [
    "Columns", "Fetch", "Form", "Json", "KeepResidue", "Output", "Paths", "Primary", "Profile", "Quiet", "Rules",
    "settings_of",
]  # fmt: skip

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER|URL...",
        help="Articles: plain text, HTML, JSON, JSONL, CSV and more, alone, in folders or archives, or by their web "
        "address; - reads stdin.",
    ),
]
Output = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        help="Write here; the ending (.html .json .jsonl .md .csv .xlsx .annotations.jsonld .quotations.jsonld) "
        "chooses the form. Repeatable.",
    ),
]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="Print this form, also beside an --output; and the form of an --output with an ending of its own.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
KeepResidue = Annotated[
    bool,
    typer.Option("--keep-residue", help="Read share lines, captions and comments as if they were the article."),
]
Primary = Annotated[
    list[str] | None,
    typer.Option(
        "--primary",
        metavar="FILE",
        help="A transcript, release or post: what articles quote is checked against it. Repeatable.",
    ),
]
Profile = Annotated[
    Path | None,
    typer.Option(
        "--profile",
        metavar="FILE",
        help="Lines that recur over outlets' articles, which are no part of them; newstemma profile makes it.",
    ),
]
Fetch = Annotated[
    bool,
    typer.Option("--fetch", help="Fetch the pages that the entries of feeds link to, and read those instead."),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=NAME,...",
        help="Columns of a table whose names do not tell: text=Body,outlet=Paper. Fields: text, html, title, "
        "outlet, author, url, published, modified, fetched, language, kind, id.",
    ),
]
Rules = Annotated[bool, typer.Option("--rules", help="Read by rules alone, without the encoder: less is found.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]


def settings_of(
    columns: str | None = None,
    *,
    fetch: bool = False,
    keep_residue: bool = False,
    one_story: bool = False,
    rules: bool = False,
) -> Settings:
    """Return the settings that the options of a command stand for."""
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
