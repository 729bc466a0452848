"""Any number of articles in parts, on one machine or a cluster: the stories and dossiers of `read`, byte for byte.

What `pipeline` does in memory is done here in steps, each for every part by itself, with files between them: a run that
was stopped goes on with what is missing, memory is bounded by a part, and an engine may do parts anywhere.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from os import PathLike
from pathlib import Path

import numpy as np

from newstemma.errors import BatchError
from newstemma.ingest import Inputs, Source, stamp_of
from newstemma.model import Profile, Rejected
from newstemma.pipeline import Progress, open_line, open_profile, unwatched
from newstemma.scale import intake, pairs, skims, stories, telling, weights
from newstemma.scale.components import parts_of_all, saved_parts
from newstemma.scale.engine import Engine
from newstemma.scale.job import Job, Step, Work
from newstemma.settings import Settings
from newstemma.settings.batch import BatchSettings

__all__ = ["Batched", "batch"]

_DEFAULT = BatchSettings()
_WORK = ".work"  # the folder of what lies between steps, inside that of the output
_RUN = "run.json"
_KEY = ".key"
_REJECTED = "rejected.jsonl"


@dataclass(frozen=True, slots=True)
class Batched:
    """What a run came to: articles, stories, and inputs that could not be read, which stand in its folder."""

    articles: int
    stories: int
    dossiers: int
    rejected: int


def _one(_: Job) -> int:
    return 1


_FIRST = Step("taken", intake.taken, lambda job: len(job.inputs))
_BEFORE_VERSIONS = (
    Step("recorded", intake.recorded),
    Step("named", intake.named, _one),
    Step("keyed", intake.keyed),
    Step("met", intake.met),
)
_BEFORE_PARTS = (
    Step("placed", intake.placed),
    Step("skimmed", skims.skimmed),
    Step("located", skims.located, _one),
    Step("used", weights.used),
    Step("crowded", weights.crowded),
    Step("counted", weights.counted),
    Step("weighed", weights.weighed),
    Step("profiled", pairs.profiled),
    Step("indexed", pairs.indexed),
    Step("neighbours", pairs.neighbours),
    Step("alike", pairs.alike),
)
_AFTER_PARTS = (
    Step("divided", stories.divided),
    Step("clustered", stories.clustered),
    Step("storied", stories.storied, _one),
    Step("gathered", telling.gathered),
    Step("told", telling.told),
)


def batch(
    paths: Iterable[str | PathLike[str]],
    output: str | PathLike[str],
    *,
    primary: Iterable[str | PathLike[str]] = (),
    profile: Profile | str | PathLike[str] | None = None,
    settings: Settings | None = None,
    batch_settings: BatchSettings = _DEFAULT,
    progress: Progress = unwatched,
) -> Batched:
    """Read the files and folders at `paths` in parts, and write their stories and dossiers into the folder `output`.

    In it are `stories/*.parquet`, a row for each article with its story; `dossiers/*.jsonl`, for each story that is
    large enough the line that `to_jsonl` writes; `rejected.jsonl`, what could not be read; `run.json`, what it was made
    of. Stories and dossiers are those of `read`, whatever the parts, the engine and the workers.

    A run that was stopped, in whatever way, goes on where it stopped when it is called again; one that is finished is
    left as it is. `primary` and `profile` are as for `read`. Raises `BatchError` where the folder holds a run over
    other input or with other settings, and where a part cannot be done; `InputError` where the file of the profile
    holds none.
    """
    settings, folder = settings or Settings(), Path(output)
    paths = list(paths)
    _refuse(paths, folder, settings)
    inputs, texts = (Inputs(named, settings=settings.ingest, progress=progress) for named in (paths, primary))
    job = _job(folder / _WORK, settings, batch_settings, inputs.sources, texts.sources)
    job = replace(job, profile=open_profile(profile))
    missing = (*inputs.missing, *texts.missing)
    if not job.inputs:
        names = ", ".join(entry.file for entry in missing) or "nothing"
        raise BatchError(f"there is no file to read: {names} was named; name files or folders of articles")
    _agree(folder, job)
    finished = folder / _RUN
    if not finished.exists():
        engine = Engine(batch_settings, progress)
        _run(engine, job)
        with _usable(folder):
            _finish(folder, job, missing)
    shutil.rmtree(job.folder, ignore_errors=True)
    told = json.loads(finished.read_text(encoding="utf-8"))
    return Batched(*(told["found"][name] for name in ("articles", "stories", "dossiers", "rejected")))


def _job(
    folder: Path, settings: Settings, batch_settings: BatchSettings, sources: Sequence[Source], texts: Sequence[Source]
) -> Job:
    inputs = tuple(_cut((*sources, *texts), batch_settings))
    size = sum(_size(source) for some in inputs for source in some)
    parts = batch_settings.parts or min(batch_settings.most_parts, max(1, round(size / batch_settings.part_bytes)))
    return Job(folder.absolute(), settings, batch_settings, inputs, frozenset(text.file for text in texts), parts)


def _cut(sources: Iterable[Source], settings: BatchSettings) -> Iterator[tuple[Source, ...]]:
    """Cut files into parts of about as many bytes each; a file is never cut."""
    some: list[Source] = []
    size = 0
    for source in sources:
        more = _size(source)
        if some and (size + more > settings.part_bytes or len(some) >= settings.part_files):
            yield tuple(some)
            some, size = [], 0
        some.append(source)
        size += more
    if some:
        yield tuple(some)


def _size(source: Source) -> int:
    try:
        return len(source.data) if source.data is not None else Path(source.file).stat().st_size
    except OSError:  # it will be rejected with its reason when it is read
        return 0


def _refuse(paths: Iterable[str | PathLike[str]], folder: Path, settings: Settings) -> None:
    """Say what a run in parts cannot do."""
    if settings.group.one_story:
        raise BatchError("a run in parts is for many stories; tell articles as one story with read --one-story")
    if settings.ingest.fetch.linked:
        raise BatchError("a run in parts fetches no pages that feeds link to; take them into a store with add --fetch")
    for path in map(Path, paths):
        if path.is_dir() and folder.absolute().is_relative_to(path.absolute()):
            raise BatchError(f"{folder} lies in {path}, which is read; name a folder beside it")


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    """Say in words why the folder of a run cannot be written to."""
    try:
        yield
    except OSError as error:
        message = f"{folder} cannot be written to: {error.strerror}; name another folder, or mend this one"
        raise BatchError(message) from error


def _agree(folder: Path, job: Job) -> None:
    """Note what the run is made of, or see that it is the one that the folder holds."""
    line = open_line(job.settings, profile=job.profile, reads_closely=not job.batch.stories_alone)
    told = repr((
        line.made_with, job.settings, job.parts, job.batch.least, job.batch.stories_alone, sorted(job.primary),
        [[(source.file, stamp_of(source)) for source in some] for some in job.inputs],
    ))  # fmt: skip
    key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    held, draft = folder / _KEY, folder / f"{_KEY}.draft"
    with _usable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if held.exists():
            if held.read_text() != key:
                raise BatchError(
                    f"{folder} holds a run over other files, or with other settings, weights or version; name another "
                    "folder for this one, or delete that one"
                )
            return
        if any(path != draft for path in folder.iterdir()):
            raise BatchError(f"{folder} is not empty and holds no run; name a folder that is new or empty")
        draft.write_text(key)
        draft.replace(held)


def _run(engine: Engine, job: Job) -> None:
    engine.run(job, _FIRST)
    job = replace(job, inputs=())  # the list of all files, which no later step needs, does not go to every worker
    for step in _BEFORE_VERSIONS:
        engine.run(job, step)
    met = [job.place("met", part) for part in range(job.parts)]
    together = job.batch.together
    engine.query(job, "versions", lambda folder: parts_of_all(met, _articles(job), folder, together=together))
    for step in _BEFORE_PARTS:
        engine.run(job, step)
    alike = [job.place("alike", part) for part in range(job.parts)]
    size = len(saved_parts(job.place("versions", 0)))
    engine.query(job, "connected", lambda folder: parts_of_all(alike, size, folder, together=together))
    for step in _AFTER_PARTS:
        engine.run(job, step)


def _articles(job: Job) -> int:
    work = Work(job)
    return sum(len(work.own("named", 0, batch=part)) for part in range(job.parts))


def _finish(folder: Path, job: Job, missing: Iterable[Rejected]) -> None:
    """Put what the last step made in its place, and clear away what lay between steps."""
    import pyarrow.parquet as pq

    for name, kind in (("stories", telling.STORIES), ("dossiers", telling.DOSSIERS)):
        (folder / name).mkdir(exist_ok=True)
        for part in range(job.parts):
            made = job.place("told", part) / kind
            if made.exists():  # else it has been put in its place before a run was stopped here
                made.replace(folder / name / f"{part:05}{made.suffix}")
    rejected = sorted({*missing, *intake.rejected_in(Work(job))})
    with (folder / _REJECTED).open("w", encoding="utf-8", newline="") as file:
        file.writelines(json.dumps(asdict(one)) + "\n" for one in rejected)
    story = np.load(job.place("storied", 0) / "story.npy")
    dossiers = 0
    for path in sorted((folder / "dossiers").iterdir()):
        with path.open("rb") as lines:
            dossiers += sum(1 for _ in lines)
    articles = sum(pq.ParquetFile(path).metadata.num_rows for path in sorted((folder / "stories").iterdir()))
    found = {"articles": articles, "stories": len(np.unique(story[story >= 0])), "dossiers": dossiers}
    made_with = open_line(job.settings, profile=job.profile, reads_closely=not job.batch.stories_alone).made_with
    told = {"schema": "newstemma/1", "made_with": made_with, "found": found | {"rejected": len(rejected)}}
    draft = folder / f"{_RUN}.draft"
    draft.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    draft.replace(folder / _RUN)
