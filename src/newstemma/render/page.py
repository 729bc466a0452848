"""A reading as one self-contained HTML file, without script and without anything from outside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newstemma.model import Reading
from newstemma.render.phrases import count, printable
from newstemma.render.story import story
from newstemma.render.view import Page, RejectedView
from newstemma.settings.render import RenderSettings

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["lay_out", "to_html"]

_DEFAULT = RenderSettings()


def to_html(reading: Reading, *, settings: RenderSettings = _DEFAULT) -> str:
    """Write a reading as one HTML page.

    >>> to_html(Reading((), ())).startswith("<!doctype html>")
    True

    Text from articles is shown as text whatever it holds; control characters and lone surrogates show as U+FFFD.
    """
    return printable(_templates().get_template("page.html").render(page=lay_out(reading, settings=settings)))


def lay_out(reading: Reading, *, settings: RenderSettings = _DEFAULT) -> Page:
    """Return what the page shows, as the tree that the templates read.

    >>> lay_out(Reading((), ())).title
    'Nothing to read'
    """
    stories = tuple(story(dossier, settings) for dossier in reading.dossiers)
    match stories:
        case ():
            title = "Nothing to read"
        case (only,):
            title = only.title
        case _:
            title = count(len(stories), "story", "stories")
    return Page(
        title,
        stories,
        tuple(RejectedView(each.file, each.stage, each.reason) for each in reading.rejected),
        tuple(sorted(reading.made_with.items())),
    )


@cache
def _templates() -> Environment:
    # Imported when the first page is made: the other forms of output do not wait for it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("newstemma.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
