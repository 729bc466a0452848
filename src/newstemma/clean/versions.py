"""One article of all that is one: copies under other addresses, and earlier versions of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import combinations

from newstemma.clean.addresses import normal_address
from newstemma.clean.changes import changes
from newstemma.clean.outlets import outlet_key
from newstemma.clean.topics import words_in
from newstemma.model import Article, Metadata, Version
from newstemma.settings.clean import CleanSettings
from newstemma.text.parts import connected_parts
from newstemma.text.shingles import containment

__all__ = ["kept_words", "meeting_keys", "unite"]

_SHORT_WORD = 3  # characters; shorter words tell two texts apart no better than chance


def unite(articles: Iterable[Article], *, settings: CleanSettings) -> tuple[Article, ...]:
    """Make one article of those that are one, sorted by identifier; the latest text is read, earlier ones are kept.

    >>> about = Metadata(url="https://tern.example/ice", published=date(2026, 3, 1))
    >>> old = Article("a", "Ice closed the ferry to Skerry.", about=about)
    >>> new = Article("b", "Ice closed the ferry to Skerry again.", about=replace(about, published=date(2026, 3, 2)))
    >>> (article,) = unite([old, new], settings=CleanSettings())
    >>> article.id, [change.span.of(article.text) for change in article.versions[0].changes]
    ('b', ['again'])

    Articles are one where they have an address in common and their texts are alike, or where one outlet prints one text
    under several addresses; residue does not count. The same text under different outlets stays apart, and so do texts
    of different kinds. Latest is what was modified last, or published, then what was fetched last, then what
    is longest. Doing it twice changes nothing, nor does the order of `articles`.
    """
    held = [replace(article, addresses=_addresses([article])) for article in articles]
    while True:
        united = [_merged(same) for same in _parts(held, settings)]
        if len(united) == len(held):
            return tuple(sorted(united, key=lambda article: article.id))
        held = united


def meeting_keys(article: Article) -> frozenset[tuple[str, ...]]:
    """Return the keys of which two articles share one before they can be one: an address, or an outlet and a text.

    >>> about = Metadata(url="https://tern.example/ice?utm_source=feed")
    >>> meeting_keys(Article("a", "Ice.", about=about, addresses=("https://tern.example/ice",))) == meeting_keys(
    ...     Article("b", "Ice.", about=about, addresses=("https://tern.example/ice?utm_source=x",))
    ... )
    True
    """
    outlet, text = outlet_key(article.about), kept_words(article)
    keys = {("address", article.about.kind, normal_address(each)) for each in article.addresses}
    found: set[tuple[str, ...]] = {key for key in keys if key[2]}
    if outlet and text:
        found.add(("print", article.about.kind, outlet, text))
    return frozenset(found)


def _parts(articles: Sequence[Article], settings: CleanSettings) -> Iterator[list[Article]]:
    """Yield the articles that are one together: connected parts of the graph of pairs that are."""
    part = connected_parts(_pairs(articles, settings))
    parts: defaultdict[int, list[Article]] = defaultdict(list)
    for number, article in enumerate(articles):
        parts[part.get(number, number)].append(article)
    yield from parts.values()


def _pairs(articles: Sequence[Article], settings: CleanSettings) -> Iterator[tuple[int, int]]:
    met: defaultdict[tuple[str, ...], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, article in enumerate(articles):
        text = kept_words(article)
        for key in meeting_keys(article):
            met[key][text].append(number)
    for copies in (copies for texts in met.values() for copies in texts.values()):
        yield from ((copies[0], copy) for copy in copies[1:])
    words = cache(lambda number: _words(articles[number]))
    for texts in met.values():
        if len(texts) > settings.address_texts:
            continue
        for first, second in combinations((copies[0] for copies in texts.values()), 2):
            if containment(words(first), words(second)) >= settings.version_words:
                yield first, second


def _words(article: Article) -> frozenset[str]:
    return frozenset(
        word for word in words_in(f"{article.about.title or ''}\n{kept_words(article)}") if len(word) > _SHORT_WORD
    )


def kept_words(article: Article) -> str:
    """Return the words of an article that are not residue, without its line breaks and spaces."""
    return " ".join(" ".join(span.of(article.text) for span in article.kept()).split())


def _merged(same: Sequence[Article]) -> Article:
    """Make one article of several: the latest text, what is known of it, and what was different before."""
    if len(same) == 1:
        return same[0]
    articles: defaultdict[str, list[Article]] = defaultdict(list)
    for article in same:
        articles[kept_words(article)].append(article)
    states: defaultdict[str, list[Article]] = defaultdict(list)
    for state in [*same, *(_restored(version) for article in same for version in article.versions)]:
        states[kept_words(state)].append(state)
    last = {text: _latest(held) for text, held in states.items()}
    ordered = sorted(states, key=lambda text: (_age(last[text]), text), reverse=True)
    latest = next(text for text in ordered if text in articles)
    read = _latest(articles[latest])
    return replace(
        read,
        files=_files(states[latest]),
        about=_inherited(read.about, [*sorted(states[latest], key=_name), *(last[text] for text in ordered)]),
        addresses=_addresses(same),
        versions=tuple(_version(read, last[text], _files(states[text])) for text in ordered if text != latest),
    )


def _latest(states: Iterable[Article]) -> Article:
    return max(sorted(states, key=_name), key=_age)


def _age(state: Article) -> tuple[datetime, datetime, int]:
    """Return what tells the later of two states: when it was changed or published, when it was fetched, its length."""
    about = state.about
    return _moment(about.modified or about.published), _moment(about.fetched), len(kept_words(state))


def _name(state: Article) -> tuple[str, str, str, tuple[str, ...]]:
    return state.id, state.sha256, state.text, state.files


def _moment(known: date | None) -> datetime:
    if known is None:
        return datetime.min.replace(tzinfo=UTC)
    moment = known if isinstance(known, datetime) else datetime.combine(known, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _restored(version: Version) -> Article:
    return Article("", version.text, version.files, version.sha256, version.about, version.removed)


def _version(read: Article, state: Article, files: tuple[str, ...]) -> Version:
    return Version(state.text, files, state.sha256, state.about, state.removed, changes(read, state))


def _files(states: Iterable[Article]) -> tuple[str, ...]:
    return tuple(sorted({file for state in states for file in state.files}))


def _addresses(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return every address that articles and their versions were found under."""
    held = list(articles)
    own = {about.url for article in held for about in (article.about, *(each.about for each in article.versions))}
    return tuple(sorted({url for url in own if url} | {url for article in held for url in article.addresses}))


def _inherited(about: Metadata, others: Sequence[Article]) -> Metadata:
    """Fill what is not known of the text that is read from what is known of its copies and earlier versions."""
    for other in others:
        told = other.about
        about = replace(
            about,
            title=about.title or told.title,
            outlet=about.outlet or told.outlet,
            url=about.url or told.url,
            author=about.author or told.author,
            published=about.published or told.published,
            language=about.language or told.language,
        )
    return about
