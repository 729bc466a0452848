"""From a page to an article: its text as it came, what is known about it, and the residue in it, marked.

Reasons for which a span is residue: advertisement, byline, caption, channel plug, contributor credit, date line, embed,
headline, image text, legal notice, link, newsletter, photo credit, reader call, reader comment, reading time,
recurring line (by an outlet's profile), related link, section label, separator, share line, subscription, syndication
notice, ticker, update notice, video player, weather.
"""

from __future__ import annotations

from dataclasses import fields, replace
from urllib.parse import urlsplit

from newstemma.clean.language import language_of
from newstemma.clean.outlets import outlet_key, site
from newstemma.clean.page import extract
from newstemma.clean.profile import learn, set_aside
from newstemma.clean.profile_file import parse_profile, write_profile
from newstemma.clean.residue import find_residue
from newstemma.clean.versions import kept_words, meeting_keys, unite
from newstemma.errors import ArticleError
from newstemma.model import Article, Metadata, Page, Profile, Removed, Span
from newstemma.settings.clean import CleanSettings

__all__ = ["clean", "kept_words", "learn", "meeting_keys", "parse_profile", "set_aside", "unite", "write_profile"]

_NO_PROFILE = Profile()


def clean(page: Page, *, settings: CleanSettings, profile: Profile = _NO_PROFILE) -> Article:
    """Make an article of a page: nothing is cut, residue is marked in `removed`.

    >>> page = Page("a", ("a.txt",), "", "text", "Rain fell on the harbour.\\nShare this story")
    >>> article = clean(page, settings=CleanSettings())
    >>> [(removed.span.of(article.text), removed.reason) for removed in article.removed]
    [('Share this story', 'share line')]

    A plain text stays as it came but for its line ends, of a web page the main text is taken. What the input says about
    the text wins over what the page says, and that over what lines of the text say; but
    the language is that of the words. `profile` knows lines that recur over the articles of an outlet, which no single
    article shows. Raises `ArticleError` where there is no text, or none in a language that the program knows.
    """
    framed: dict[str, str] = {}
    if page.media == "html":
        text, told, framed = extract(page.content, page.given.url, least_words=settings.page_words)
    else:
        text, told = page.content, Metadata()
    text = text.replace("\r\n", "\n")
    if not text.strip():
        raise ArticleError("holds no text, only white space; it should hold an article", stage="clean")
    language = language_of(text, least_share=settings.english_share, least_words=settings.language_words)
    about = _known(page, told)
    cuts = profile.cuts(outlet_key(about))
    found = find_residue(text, about, settings, media=page.media, framed=framed, cuts=cuts)
    marks = () if settings.keep_residue else found.marks
    return Article(
        id=page.id,
        text=text,
        files=page.files,
        sha256=page.sha256,
        about=replace(found.about, language=language or found.about.language),
        removed=tuple(Removed(Span(page.id, mark.start, mark.end), mark.reason) for mark in marks),
        addresses=_addresses(page, told.url),
    )


def _known(page: Page, told: Metadata) -> Metadata:
    """Join what the input, the page and the entry of a feed say; a host is no name where the entry gives one."""
    if not page.entries:
        return _joined(page.given, told)
    named = replace(told, outlet=None) if _is_host(told.outlet, told.url or page.given.url) else told
    return _joined(page.given, _joined(named, _joined(page.entries[0].given, told)))


def _is_host(outlet: str | None, url: str | None) -> bool:
    """Tell whether an outlet is called by nothing but the host of its page."""
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    return bool(outlet) and (outlet or "").lower().removeprefix("www.") == host


def _addresses(page: Page, canonical: str | None) -> tuple[str, ...]:
    """Return all addresses of a page; what it says of itself counts for its own site, as copies name the original."""
    urls = {*page.addresses, *filter(None, [page.given.url])}
    own = {site(url) for url in urls}
    if canonical and (not own or site(canonical) in own):
        urls.add(canonical)
    return tuple(sorted(urls))


def _joined(first: Metadata, second: Metadata) -> Metadata:
    """Fill what `first` does not know from `second`."""
    known = {field.name: getattr(first, field.name) for field in fields(Metadata)}
    return Metadata(**{name: getattr(second, name) if value is None else value for name, value in known.items()})
