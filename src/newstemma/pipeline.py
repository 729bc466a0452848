"""The only module that knows the order of the stages.

ingest -> clean -> skim -> group -> annotate -> align -> compare -> compose
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from os import PathLike, cpu_count, fspath
from pathlib import Path
from typing import Protocol

from newstemma.align import align
from newstemma.annotate import annotate
from newstemma.clean import clean, learn, parse_profile, set_aside, unite
from newstemma.compare import compare
from newstemma.compose import compose
from newstemma.errors import ArticleError, InputError
from newstemma.ingest import ingest
from newstemma.model import (
    AnnotatedArticle,
    Article,
    Dossier,
    Encoder,
    Lookup,
    Metadata,
    PackedSkim,
    Page,
    Profile,
    Reading,
    Rejected,
    Skim,
    Story,
    WordWeights,
)
from newstemma.settings import Settings
from newstemma.version import __version__

__all__ = [
    "Line",
    "Progress",
    "as_primary",
    "bare",
    "collate",
    "open_line",
    "open_profile",
    "profile",
    "read",
    "unwatched",
]


class Progress(Protocol):
    """Somebody who is told how far a run has come: which stage, how many things are done, of how many."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """Take the news; must not change anything."""


def unwatched(_stage: str, _done: int, _total: int, /) -> None:
    """Tell nobody."""


_MOST_THREADS = 4  # windows of one article that are read at once; an article seldom has more


@cache
def _shipped_encoder(threads: int) -> Encoder:
    """Open the shipped weights, once in a process for each number of threads."""
    from newstemma.encoder import open_encoder  # costs a fifth of a second that a run by rules alone should not pay

    return open_encoder(threads=threads)


@dataclass(frozen=True, slots=True)
class Line:
    """The stages of one run: its settings, its encoder unless rules read alone, who is told of its progress, and its
    profile of outlets if it has one."""

    settings: Settings
    encoder: Encoder | None
    progress: Progress
    profile: Profile | None = None

    @property
    def made_with(self) -> dict[str, str]:
        """Version, weights, settings, profile: what a reading depends on beside the articles."""
        weights = self.encoder.name if self.encoder else "rules"
        made_with = {"version": __version__, "weights": weights, "settings": self.settings.fingerprint()}
        return made_with | ({"profile": self.profile.fingerprint[:12]} if self.profile else {})

    def unite(self, articles: Iterable[Article]) -> tuple[Article, ...]:
        """Make one article of copies under other addresses and of earlier versions, sorted by identifier."""
        return unite(articles, settings=self.settings.clean)

    def skim(self, article: Article) -> Skim:
        """Skim an article."""
        from newstemma.skim import skim  # numpy, of which this and grouping are full, is slow to import

        return skim(article, settings=self.settings.skim)

    def pack(self, skim: Skim) -> PackedSkim:
        """Return a skim in the form in which it is kept and grouped."""
        from newstemma.group import packed

        return packed(skim, settings=self.settings.group)

    def group(self, skims: Iterable[Skim | PackedSkim], weights: WordWeights | None = None) -> tuple[Story, ...]:
        """Group skims into stories, the largest first; `weights` are those of a larger set, if they are part of one."""
        from newstemma.group import group

        stories = group(skims, settings=self.settings.group, weights=weights)
        return tuple(sorted(stories, key=lambda story: (-len(story.articles), story.articles)))

    def weigh(self, skims: Iterable[Skim | PackedSkim]) -> WordWeights:
        """Return what words weigh among these articles."""
        from newstemma.group import word_weights

        return word_weights(skims, self.settings.group)

    def lookup(self, skim: PackedSkim, weights: WordWeights) -> Lookup:
        """Return what finds an article among others."""
        from newstemma.group import lookup

        return lookup(skim, weights, self.settings.group)

    def linked(self, skims: Sequence[PackedSkim], pairs: Sequence[tuple[int, int]], weights: WordWeights) -> list[bool]:
        """Tell of each of `pairs`, positions in `skims` in order, whether the first may change the second's story."""
        from newstemma.group import linked

        return linked(skims, pairs, weights, self.settings.group)

    def annotate(self, article: Article) -> AnnotatedArticle:
        """Read an article closely."""
        return annotate(article, settings=self.settings.annotate, encoder=self.encoder)

    def dossier(self, read_closely: Sequence[AnnotatedArticle]) -> Dossier:
        """Compose the dossier of one story from its articles, by identifier."""
        alignment = align(read_closely, settings=self.settings.align)
        comparison = compare(read_closely, alignment, settings=self.settings.compare)
        return compose(read_closely, alignment, comparison, settings=self.settings.compose)

    def articles(self, pages: Sequence[Page]) -> tuple[list[Article], list[Rejected]]:
        """Clean each page; one that is no article is rejected with its reason and never stops the others."""
        articles: list[Article] = []
        rejected: list[Rejected] = []
        for done, page in enumerate(pages, start=1):
            for cleaned in self.cleaned(page):
                if isinstance(cleaned, Rejected):
                    rejected.append(cleaned)
                else:
                    articles.append(cleaned)
            self.progress("clean", done, len(pages))
        return articles, rejected

    def cleaned(self, page: Page) -> Iterator[Article | Rejected]:
        """Yield the article of a page; where it has none, the reason, and the feeds' entries that led to it instead."""
        try:
            yield clean(page, settings=self.settings.clean, profile=self.profile or Profile())
        except ArticleError as error:
            told = [entry for entry in page.entries if entry.content]
            for file in page.files:
                reason = error.reason
                if any(file in entry.files for entry in told):
                    reason = f"its page {error.reason}; the text of the feed's entry was read instead"
                yield Rejected(file, error.stage, reason)
            for entry in told:
                yield from self.cleaned(entry)

    def stories(self, articles: Sequence[Article]) -> tuple[Story, ...]:
        """Group the articles into stories."""
        skims = []
        for done, article in enumerate(articles, start=1):
            skims.append(self.skim(article))
            self.progress("skim", done, len(articles))
        return self.group(skims)

    def dossiers(self, articles: Sequence[Article]) -> tuple[Dossier, ...]:
        """Read the articles of each story closely and compose its dossier; the largest story comes first."""
        by_id = {article.id: article for article in articles}
        dossiers: list[Dossier] = []
        done = 0
        for story in self.stories(articles):
            read_closely: list[AnnotatedArticle] = []
            for identifier in sorted(story.articles):
                read_closely.append(self.annotate(by_id[identifier]))
                done += 1
                self.progress("annotate", done, len(articles))
            dossiers.append(self.dossier(read_closely))
        return tuple(dossiers)

    def reading(self, articles: Sequence[Article], rejected: Iterable[Rejected]) -> Reading:
        """Put the results of this run together."""
        return Reading(self.dossiers(self.unite(articles)), tuple(sorted(rejected)), self.made_with)


def open_line(
    settings: Settings | None = None,
    progress: Progress = unwatched,
    profile: Profile | None = None,
    *,
    reads_closely: bool = True,
    threads: int | None = None,
) -> Line:
    """Open the tools of a run; one that never annotates can do without the encoder.

    `threads` read the windows of one article at once, by default as many as there are processors, up to four; what is
    found does not depend on it.
    """
    settings = settings or Settings()
    needed = reads_closely and not settings.encoder.rules_alone
    threads = threads or min(_MOST_THREADS, cpu_count() or 1)
    return Line(settings, _shipped_encoder(threads) if needed else None, progress, profile)


def read(
    paths: Iterable[str | PathLike[str]],
    *,
    primary: Iterable[str | PathLike[str]] = (),
    profile: Profile | str | PathLike[str] | None = None,
    settings: Settings | None = None,
    progress: Progress = unwatched,
) -> Reading:
    """Read the files, folders and web addresses at `paths` and compose one dossier for each story that they tell.

    >>> read(["no-such-folder"]).rejected[0].stage
    'ingest'

    The files at `primary` are primary texts, transcripts unless they say themselves that they are releases or posts:
    what articles quote is checked against them, and they are no accounts. With a `profile` of outlets, or the file that
    holds one, lines that recur over an outlet's articles are residue.

    Nothing is fetched but what `paths` and `primary` name by its address, and, where `settings.ingest.fetch.linked`
    says so, the pages that the entries of feeds link to.

    An input that cannot be read never stops the others: it stands in `Reading.rejected` with its reason. The result
    does not depend on the order of `paths`. Raises `WeightsError` where the encoder's weights are missing or altered,
    unless rules are to read alone, and `InputError` where the file of the profile holds none.
    """
    line = open_line(settings, progress, open_profile(profile))
    first = list(primary)
    texts, _ = ingest(first, settings=line.settings.ingest, progress=progress) if first else ((), ())
    known = {(text.sha256, text.media) for text in texts}
    found, unreadable = ingest([*paths, *first], settings=line.settings.ingest, progress=progress)
    pages = [as_primary(page) if (page.sha256, page.media) in known else page for page in found]
    articles, uncleanable = line.articles(pages)
    return line.reading(articles, [*unreadable, *uncleanable])


def as_primary(page: Page) -> Page:
    """Return the page of a primary text, as a transcript where it does not say what it is."""
    kind = page.given.kind
    given = replace(page.given, kind="transcript" if kind == "article" else kind)
    return replace(page, given=given, entries=tuple(map(as_primary, page.entries)))


def bare(article: Article) -> Article:
    """Return an article with what its close reading hangs on alone: text, residue, kind; all else may differ.

    >>> bare(Article("a", "Rain fell.", files=("a.txt",))) == Article("a", "Rain fell.")
    True
    """
    return Article(article.id, article.text, about=Metadata(kind=article.about.kind), removed=article.removed)


_PROFILE_BYTES = 100_000_000  # of the largest profile that is read: some 500,000 lines


def open_profile(profile: Profile | str | PathLike[str] | None) -> Profile | None:
    """Return a profile of outlets as it is, or out of the file that holds it; raises `InputError` where none does.

    >>> open_profile(None) is None
    True
    """
    return profile if profile is None or isinstance(profile, Profile) else _read_profile(profile)


def _read_profile(path: str | PathLike[str]) -> Profile:
    try:
        with Path(path).open("rb") as file:
            data = file.read(_PROFILE_BYTES + 1)
        if len(data) > _PROFILE_BYTES:
            raise InputError(f"is larger than {_PROFILE_BYTES:,} bytes, the most that is read; profile fewer outlets")
        return parse_profile(data.decode())
    except OSError as error:
        raise InputError(f"{fspath(path)}: cannot be read: {error.strerror}; name a file that profile wrote") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{fspath(path)}: is no profile: it is no text in UTF-8; name a file that profile wrote"
        ) from error
    except InputError as error:
        raise InputError(f"{fspath(path)}: {error}") from error


def profile(
    paths: Iterable[str | PathLike[str]], *, settings: Settings | None = None, progress: Progress = unwatched
) -> tuple[Profile, tuple[Rejected, ...]]:
    """Find the lines that recur over each outlet's articles among `paths`, and what could not be read.

    >>> profile([])[0].outlets
    ()

    An outlet needs some dozens of articles on different events and days: what an agency repeats about one event is no
    residue. The result does not depend on the order of `paths`; hand it to `read`, or keep it in a file.
    """
    line = open_line(settings, progress, reads_closely=False)
    pages, unreadable = ingest(list(paths), settings=line.settings.ingest, progress=progress)
    cleaned, uncleanable = line.articles(pages)
    articles = line.unite(cleaned)
    made_with = {"version": __version__, "settings": line.settings.fingerprint()}
    stories = line.stories(set_aside(articles, settings=line.settings.profile))
    outlets = learn(articles, stories, settings=line.settings.profile)
    return Profile(outlets, made_with), tuple(sorted([*unreadable, *uncleanable]))


def collate(
    articles: Iterable[Article], *, settings: Settings | None = None, progress: Progress = unwatched
) -> Reading:
    """Compose one dossier for each story that `articles` tell.

    >>> from newstemma.model import Article
    >>> reading = collate([Article("a", "The ferry sank."), Article("b", "The ferry sank.")])
    >>> [article.id for article in reading.dossiers[0].articles]
    ['a', 'b']

    The texts are taken as they are: nothing is cleaned, `removed` spans are skipped. Copies under other addresses and
    earlier versions become part of the article that they are one with. Raises `ValueError` where two
    articles have one identifier and different texts, `WeightsError` as `read` does.
    """
    line = open_line(settings, progress)
    return line.reading(_distinct(articles), ())


def _distinct(articles: Iterable[Article]) -> list[Article]:
    """Return each article once, by identifier."""
    by_id: dict[str, Article] = {}
    for article in articles:
        known = by_id.setdefault(article.id, article)
        if known.text != article.text:
            raise ValueError(f"two different articles have the identifier {article.id!r}; give each article its own")
        if known.files != article.files:
            by_id[article.id] = replace(known, files=tuple(sorted({*known.files, *article.files})))
    return [by_id[identifier] for identifier in sorted(by_id)]
