"""What a large run is, and where its steps leave what they did."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import numpy.typing as npt

from newstemma.ingest import Inputs, Source
from newstemma.model import Profile
from newstemma.packing import Packer
from newstemma.pipeline import Line, open_line
from newstemma.scale import rows
from newstemma.settings import Settings
from newstemma.settings.batch import BatchSettings

__all__ = ["Job", "Step", "Work"]


@dataclass(frozen=True, slots=True)
class Job:
    """A run: its settings, its input cut into parts, into how many parts all after that is cut, and its folder.

    `primary` are the files that are primary texts, `profile` is that of outlets, if there is one. All workers must
    reach the folder, and the input, by these paths.
    """

    folder: Path
    settings: Settings
    batch: BatchSettings
    inputs: tuple[tuple[Source, ...], ...]
    primary: frozenset[str]
    parts: int
    profile: Profile | None = None

    def place(self, step: str, part: int) -> Path:
        """Return the folder that holds what a step made of one of its parts, which is there once all of it is."""
        return self.folder / step / f"{part:05}"

    def missing(self, step: str, parts: int) -> list[int]:
        """Return the parts of a step that are not done."""
        return [part for part in range(parts) if not self.place(step, part).is_dir()]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a run: what is done for each of its parts, and whether it is one part, or one for each of the input."""

    name: str
    do: Callable[[Work, int], None]
    parts: Callable[[Job], int] = lambda job: job.parts


class Work:
    """A worker at its step, with the tools that it opens once: it reads what earlier steps made, and writes a part."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.packer = Packer(level=1)  # what is read again in minutes

    @cached_property
    def inputs(self) -> Inputs:
        """What reads files, one after the other."""
        return Inputs((), settings=self.job.settings.ingest)

    @cached_property
    def skimming(self) -> Line:
        """The line without its encoder."""
        return open_line(self.job.settings, profile=self.job.profile, reads_closely=False)

    @cached_property
    def reading(self) -> Line:
        """The line with its encoder, on one thread, since each processor has a worker of its own."""
        return open_line(self.job.settings, profile=self.job.profile, threads=1)

    @contextmanager
    def making(self, step: str, part: int) -> Iterator[Path]:
        """Give a folder to write a part's rows into; it takes its place when all is written, or not at all."""
        place = self.job.place(step, part)
        draft = place.with_name(f"{place.name}.{uuid4().hex}")
        draft.mkdir(parents=True)
        try:
            yield draft
            for path in (*draft.iterdir(), draft):
                _see_to_disk(path)
            if not place.exists():
                draft.rename(place)
        except OSError:
            if not place.exists():  # another worker has been quicker with the same part
                raise
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def made(self, step: str) -> list[Path]:
        """Return the folders of all parts of a step that is done, in their order."""
        return sorted(place for place in (self.job.folder / step).iterdir() if "." not in place.name)

    def rows(self, step: str, part: int, name: str = "rows") -> Any:
        """Return what all parts of an earlier step have written for this part."""
        return rows.read([place / f"{name}.arrow" for place in self.made(step)], part)

    def own(self, step: str, part: int, name: str = "rows", *, batch: int = 0) -> Any:
        """Return what one part of an earlier step has written."""
        return rows.read([self.job.place(step, part) / f"{name}.arrow"], batch)

    def all(self, step: str, *names: str) -> list[npt.NDArray[Any]]:
        """Return columns of what all parts of an earlier step have written, in the order of parts."""
        held = [self.own(step, part) for part in range(self.job.parts)]
        return [np.concatenate([some.column(name).to_numpy(zero_copy_only=False) for some in held]) for name in names]

    @staticmethod
    def write(folder: Path, batches: Sequence[Any], name: str = "rows") -> None:
        """Write rows, a batch for each part of the step that will read them."""
        rows.write(folder / f"{name}.arrow", batches)


def _see_to_disk(path: Path) -> None:
    """Wait until a file, or the list of a folder's files, is on disk, so that nothing that is named is half there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
