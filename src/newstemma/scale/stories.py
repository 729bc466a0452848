"""From edges to stories.

divided    edges of a part     -> by connected part
clustered  connected parts     -> stories
storied    stories             -> the story of every article, copies included
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from newstemma.group.likeness import Edge
from newstemma.group.refine import average_link
from newstemma.scale.components import saved_parts
from newstemma.scale.job import Work
from newstemma.scale.pairs import EDGE, Profiles
from newstemma.scale.rows import batch_of, parted
from newstemma.scale.skims import NOWHERE, Places

__all__ = ["clustered", "divided", "storied"]


def divided(work: Work, part: int) -> None:
    """Bring the edges inside each connected part together."""
    label, rows = saved_parts(work.job.place("connected", 0)), work.own("alike", part)
    first, second = rows.column("first").to_numpy(), rows.column("second").to_numpy()
    inside = np.flatnonzero(label[first] == label[second])
    columns = {name: pa.array(rows.column(name).to_numpy()[inside]) for name in EDGE}
    with work.making("divided", part) as folder:
        work.write(folder, parted(columns, label[first[inside]] % work.job.parts, work.job.parts))


def clustered(work: Work, part: int) -> None:
    """Make stories of the connected parts that are this part's: each article's is told by its first article."""
    settings, profiles, places = work.job.settings.group, Profiles(work), Places(work)
    label = saved_parts(work.job.place("connected", 0))
    rows = work.rows("divided", part)
    held: dict[int, list[Edge]] = {}
    for edge in map(Edge._make, zip(*(rows.column(name).to_pylist() for name in EDGE), strict=True)):
        held.setdefault(int(label[edge.first]), []).append(edge)
    mine = np.flatnonzero(label % work.job.parts == part)
    mine = mine[(places.home[mine] != NOWHERE) & places.distinct(mine)]
    members: dict[int, list[int]] = {}
    for position in mine.tolist():
        members.setdefault(int(label[position]), []).append(position)
    story = np.array(mine)
    for name, together in members.items():
        if len(together) > 1:
            for cluster in average_link({one: profiles[one] for one in together}, held.get(name, []), settings):
                story[np.searchsorted(mine, cluster)] = min(cluster)
    with work.making("clustered", part) as folder:
        work.write(folder, [batch_of({"position": pa.array(mine), "story": pa.array(story)})])


def storied(work: Work, part: int) -> None:
    """Note the story of every article, by its first; copies are in that of what they are copies of."""
    places = Places(work)
    story = np.full(len(places.home), NOWHERE, np.int64)
    positions, stories = work.all("clustered", "position", "story")
    story[positions] = stories
    story = np.where(places.home == NOWHERE, NOWHERE, story[places.first])
    with work.making("storied", part) as folder:
        np.save(folder / "story.npy", story)
