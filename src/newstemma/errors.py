"""The exception tree: what can go wrong that is not a bug.

    NewstemmaError
    ├── InputError        what the user named cannot be read at all
    ├── WeightsError      the encoder's weights are missing or altered
    ├── StoreError        a store cannot be opened, or cannot take what it is given
    ├── BatchError        a run in parts cannot start, or cannot go on
    └── ArticleError      one input cannot become an article; `pipeline` turns it into `Rejected`

Messages are written where the error is raised and say what happened, with which value, what would be right and what to
do next.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["ArticleError", "BatchError", "InputError", "NewstemmaError", "StoreError", "WeightsError"]


class NewstemmaError(Exception):
    """Base of every error that newstemma raises on purpose."""


class InputError(NewstemmaError):
    """What the user asked for cannot be done: an option's value is not one of those that exist."""


class WeightsError(NewstemmaError):
    """The encoder's weights at `path` cannot be used, for `reason`."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"the encoder's weights are unusable: {path}: {reason}. Install newstemma again, or read by rules alone "
            "with --rules"
        )
        self.path = path
        self.reason = reason


class StoreError(NewstemmaError):
    """The store at `place` cannot be used, for `reason`; what it held before, it still holds."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"the store {place} {reason}")
        self.place = place
        self.reason = reason


class BatchError(NewstemmaError):
    """A run in parts cannot start, or cannot go on; what it has done is kept."""


class ArticleError(NewstemmaError):
    """One input cannot become an article; the run goes on without it and reports it.

    `stage` is the room in which it happened: "ingest" or "clean".
    """

    def __init__(self, reason: str, *, stage: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.stage = stage
