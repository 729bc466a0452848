"""A run over a cluster of two workers on this machine, of which one is lost on the way; a process of its own.

`python -m tests.scale.over_cluster INPUT OUTPUT` prints the steps, and "lost" when a worker is taken away.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.scale.conftest import RULES

from newstemma.scale import batch
from newstemma.settings.batch import BatchSettings

_MEMORY = 100_000_000  # bytes of the object store of each node
_LOST_AT = "skimmed"  # the step at which the second worker goes


def main() -> None:
    """Start the cluster, and run."""
    import ray  # here, since whoever looks for tests in this file need not have it
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "object_store_memory": _MEMORY})
    nodes = [cluster.add_node(num_cpus=1, object_store_memory=_MEMORY) for _ in range(2)]
    seen: list[str] = []

    def watch(step: str, done: int, _total: int, /) -> None:
        if step not in seen:
            seen.append(step)
            print(step, flush=True)
        if step == _LOST_AT and done == 1 and len(nodes) == 2:
            cluster.remove_node(nodes.pop(), allow_graceful=False)
            print("lost", flush=True)

    # Enough parts for both workers; edges between articles stay spread, so that connected parts are queries, too.
    asked = BatchSettings(engine="ray", address=cluster.address, parts=4, together=-1)
    print(batch([sys.argv[1]], Path(sys.argv[2]), settings=RULES, batch_settings=asked, progress=watch), flush=True)
    ray.shutdown()


if __name__ == "__main__":
    main()
