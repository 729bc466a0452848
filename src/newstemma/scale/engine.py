"""Who runs the parts of a step: Daft, over the processors of one machine or, through Ray, over a cluster.

Daft hands parts to workers and asks again for what was lost with one; what a part leaves is on disk, so a step that
broke off is asked for what is missing and no more. Connected parts are Daft's own joins and aggregates.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from newstemma.errors import BatchError
from newstemma.pipeline import Progress
from newstemma.scale.job import Job, Step, Work
from newstemma.settings.batch import BatchSettings

__all__ = ["Engine"]

# What these libraries would tell their makers, and what they would print between our lines; one thread of numpy to a
# worker, since each processor has a worker of its own.
_ENVIRONMENT = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "SCARF_NO_ANALYTICS": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_DEDUP_LOGS": "0",
    "OPENBLAS_NUM_THREADS": "1",
}


class _Worker:
    """What an engine makes once for each of its workers."""

    def __init__(self, job: Job, do: Callable[[Work, int], None]) -> None:
        self._work = Work(job)
        self._do = do

    def run(self, part: int) -> int:
        """Do a part of the step, unless another worker has done it meanwhile."""
        self._do(self._work, part)
        return part


class Engine:
    """Runs steps, each part at most once at a time, until nothing of them is missing."""

    def __init__(self, settings: BatchSettings, progress: Progress) -> None:
        os.environ.update({name: value for name, value in _ENVIRONMENT.items() if name not in os.environ})
        try:
            import daft
            from daft.exceptions import DaftCoreException
        except ImportError as error:
            message = "needs Daft and pyarrow; install them with: pip install 'newstemma[batch]'"
            raise BatchError(f"a run in parts {message}") from error
        self._settings = settings
        self._progress = progress
        runner = "ray" if settings.engine == "ray" else "native"
        if runner == "ray":
            _join_cluster(settings.address)
        try:
            daft.set_runner_ray(noop_if_initialized=True) if runner == "ray" else daft.set_runner_native()
        except DaftCoreException as error:
            if daft.get_or_infer_runner_type() != runner:
                message = "Daft works for the other engine in this process already; start another for this run"
                raise BatchError(message) from error

    def run(self, job: Job, step: Step) -> None:
        """Do what is missing of a step."""
        total = step.parts(job)

        def do(missing: Sequence[int]) -> None:
            alone = self._settings.engine == "local" and 1 in (len(missing), self._settings.workers)
            if alone or total == 1:
                self._do_here(job, step, missing, total)
            else:
                self._spread(job, step, missing, total)

        self._until_done(job, step.name, total, do)

    def query(self, job: Job, name: str, ask: Callable[[Path], None]) -> None:
        """Do a step that is one query of Daft's; `ask` writes what comes of it into the folder that it is given."""

        def do(_: Sequence[int]) -> None:
            with Work(job).making(name, 0) as folder:
                ask(folder)

        self._until_done(job, name, 1, do)

    def _until_done(self, job: Job, name: str, total: int, do: Callable[[Sequence[int]], None]) -> None:
        """Let an engine do what is missing, and again, until nothing is; give up where nothing comes of it."""
        failures = 0
        while missing := job.missing(name, total):
            self._progress(name, total - len(missing), total)
            try:
                do(missing)
            except Exception as error:
                failures = failures + 1 if job.missing(name, total) == missing else 0
                if failures > self._settings.tries:
                    reason = str(error).strip().splitlines()[-1:] or [type(error).__name__]
                    raise BatchError(
                        f"step {name!r} of the run in {job.folder.parent} cannot be done, in {len(missing)} of {total} "
                        f"parts: {reason[0]}. What is done is kept; mend this and start the same command again"
                    ) from error
        self._progress(name, total, total)

    def _do_here(self, job: Job, step: Step, missing: Sequence[int], total: int) -> None:
        """Do parts one after the other in this process: for one at a time no worker has to be started."""
        work = Work(job)
        for done, part in enumerate(missing, start=total - len(missing) + 1):
            step.do(work, part)
            self._progress(step.name, done, total)

    def _spread(self, job: Job, step: Step, missing: Sequence[int], total: int) -> None:
        import daft

        over_cluster = self._settings.engine == "ray"
        workers = self._settings.workers or (_processors() if over_cluster else os.cpu_count() or 1)
        workers = max(1, min(workers, len(missing)))
        spread = daft.cls(_Worker, max_concurrency=workers, use_process=None if over_cluster else True)
        parts = daft.from_pydict({"part": list(missing)})
        parts = parts.into_partitions(len(missing)) if over_cluster else parts.into_batches(1)
        done = total - len(missing)
        for _ in parts.select(spread(job, step.do).run(daft.col("part"))).iter_rows():
            done += 1
            self._progress(step.name, done, total)


def _join_cluster(address: str | None) -> None:
    """Reach the cluster, or start one here; its workers print nothing, and tell nobody."""
    try:
        import ray
    except ImportError as error:
        raise BatchError("a run over a cluster needs Ray; install it with: pip install 'newstemma[ray]'") from error
    try:
        ray.init(address, runtime_env={"env_vars": _ENVIRONMENT}, log_to_driver=False, ignore_reinit_error=True)
    except (ConnectionError, RuntimeError) as error:
        place = address or "this machine"
        raise BatchError(
            f"there is no cluster of Ray at {place}: {error}; see ray start, or leave --address out"
        ) from error


def _processors() -> int:
    """How many processors the cluster has now."""
    import ray

    held: dict[str, float] = ray.cluster_resources()
    return int(held.get("CPU", 1))
