"""Articles into a store, stories out of it: the line of `pipeline`, with what it has done kept on disk.

What is added is cleaned and skimmed at once, batch by batch; only stories that somebody asks for are read closely, each
distinct text once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from os import PathLike, fspath

from newstemma.model import Profile, Reading, Rejected
from newstemma.pipeline import Progress, as_primary, open_line, open_profile, unwatched
from newstemma.settings import Settings
from newstemma.settings.store import StoreSettings
from newstemma.store import Listed, StoryFilter, open_store
from newstemma.stored import joining
from newstemma.stored.intake import Intake
from newstemma.stored.joining import settle
from newstemma.stored.telling import told

__all__ = ["Added", "add", "regroup", "stories", "tell"]

_DEFAULT = StoreSettings()


@dataclass(frozen=True, slots=True)
class Added:
    """What a run of `add` came to: new articles, files that were passed over, what could not be read, all stories."""

    articles: int
    passed_over: int
    rejected: tuple[Rejected, ...]


def add(
    place: str | PathLike[str],
    paths: Iterable[str | PathLike[str]],
    *,
    primary: Iterable[str | PathLike[str]] = (),
    profile: Profile | str | PathLike[str] | None = None,
    settings: Settings | None = None,
    store_settings: StoreSettings = _DEFAULT,
    progress: Progress = unwatched,
) -> Added:
    """Add what the files, folders and web addresses at `paths` hold to the store at `place`, made if there is none.

    Batch by batch: memory does not grow with the number of articles, except where one JSON value or one table holds
    many. A run that was stopped, in whatever way, goes on where it stopped when it is started again: files that were
    read to their end and have not changed are passed over, records that are known are not cleaned again.

    The files at `primary` are primary texts, and with a `profile` of outlets recurring lines are residue, as for
    `read`. Each article keeps which profile it was cleaned with; so another may be used for those that are added next.
    What was fetched for an entry of a feed is fetched again when the entry changes.

    An input that cannot be read never stops the others: it
    stands in `Added.rejected`, and in the store, with its reason. Raises `StoreError` where the store cannot be opened,
    or has no room left, and `InputError` where the file of the profile holds none.
    """
    line = open_line(settings, progress, open_profile(profile), reads_closely=False)
    with open_store(fspath(place), create=True, settings=store_settings) as store:
        group = line.settings.group
        kept_by = (line.settings.clean, line.settings.skim, group.topic_words, group.least_names)
        made_by = sha256(repr(kept_by).encode()).hexdigest()
        store.agree("settings of clean and skim", made_by, remedy="use the same ones, or another store")
        intake = Intake(store, line)
        intake.take(paths, as_kind=lambda page: page)
        intake.take(primary, as_kind=as_primary)
        intake.write()
        settle(store, line)
    return Added(intake.added, intake.passed_over, tuple(sorted(set(intake.rejected))))


def stories(
    place: str | PathLike[str], wanted: StoryFilter | None = None, *, settings: Settings | None = None
) -> list[Listed]:
    """Return the stories in the store at `place` that `wanted` lets through: largest first, then latest."""
    with open_store(fspath(place)) as store:
        settle(store, open_line(settings, reads_closely=False))
        return store.stories(wanted)


def tell(
    place: str | PathLike[str],
    names: Iterable[str] | None = None,
    *,
    settings: Settings | None = None,
    progress: Progress = unwatched,
) -> Reading:
    """Compose the dossiers of the stories `names`, or of all, from the store at `place`.

    A name is the identifier of a story, or that of one of its articles. What is read closely is kept, and read again
    only with other weights or settings. The dossiers are the same, byte for byte, as those of `read` for the same
    files; without `names` so is what could not be read. Of `made_with`, "profile" names every profile that some of the
    articles were cleaned with, and "none" if others were cleaned without. Raises `StoreError` where there is no such
    story.
    """
    line = open_line(settings, progress)
    with open_store(fspath(place)) as store:
        settle(store, line)
        wanted = [story.id for story in store.stories()] if names is None else list(names)
        profiles = store.profiles(wanted)
        made_with = line.made_with | ({"profile": ", ".join(profiles)} if profiles else {})
        return Reading(told(store, line, wanted), store.rejected() if names is None else (), made_with)


def regroup(place: str | PathLike[str], *, settings: Settings | None = None, progress: Progress = unwatched) -> None:
    """Group all articles of the store at `place` anew."""
    line = open_line(settings, progress, reads_closely=False)
    with open_store(fspath(place)) as store:
        joining.regroup(store, line)
