"""Where else an article was found, and what its earlier versions said."""

from __future__ import annotations

from typing import Final

from newstemma.model import Article, Version
from newstemma.render.desk import Desk
from newstemma.render.links import live_link
from newstemma.render.phrases import clip, count, day
from newstemma.render.view import ChangeView, Link, VersionView

__all__ = ["earlier_versions", "other_addresses"]

_CHANGES_SHOWN: Final = 20
_CHARACTERS: Final = 240


def other_addresses(article: Article) -> tuple[Link, ...]:
    """Return the addresses of an article but for the one that it is known by.

    >>> other_addresses(Article("a", "", addresses=("https://tern.example/ice",)))
    (Link(text='https://tern.example/ice', href='https://tern.example/ice'),)
    """
    others = [address for address in article.addresses if address != article.about.url]
    return tuple(Link(clip(address, _CHARACTERS), href) for address in others if (href := live_link(address, "")))


def earlier_versions(desk: Desk, article: Article) -> tuple[VersionView, ...]:
    """Lay out the earlier versions of an article; what is new since then leads to its place in the text."""
    return tuple(_version(desk, article, version) for version in article.versions)


def _version(desk: Desk, article: Article, version: Version) -> VersionView:
    about = version.about
    known = about.modified or about.published or about.fetched
    when = f"Earlier version of {day(known)}" if known else "Earlier version"
    changes = count(len(version.changes), "change")
    shown = f", the first {_CHANGES_SHOWN}" if len(version.changes) > _CHANGES_SHOWN else ""
    return VersionView(
        label=f"{when}: {changes} since then{shown}",
        title=clip(about.title, _CHARACTERS) if about.title and about.title != article.about.title else "",
        changes=tuple(
            ChangeView(
                before=clip(change.earlier, _CHARACTERS),
                now=clip(change.span.of(article.text), _CHARACTERS),
                href=desk.link(change.span).href if len(change.span) else "",
            )
            for change in version.changes[:_CHANGES_SHOWN]
        ),
    )
