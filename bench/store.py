"""Articles into a store: how fast, how large, and what a thousand more cost a small store and a large one.

`python -m bench.store [COUNT ...]` (10,000 and 30,000) prints for stores of so many invented articles: articles added a
processor second, grouping included, bytes of the store for each, the processor seconds of adding 1,000 more, one half
of them to stories that are there, in how many of the 1,000 the story holds the article's own event and no other, and
the peak memory of adding them; between two sizes, the exponent by which these seconds grow. Processor seconds, since
the clock on the wall tells more of what else a machine does.

Of more than 30,000 articles the others are filled in as copies of the first, with names, rare words and runs of words
of their own, and are not grouped but put into the stories that they tell of: that takes a millisecond each. Days stay,
so all that is in the store was told within a year or so, however much it is.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import islice, pairwise
from pathlib import Path

import numpy as np

from bench.news import Told, news
from newstemma.group.packing import Packed, pack, written
from newstemma.group.weights import counted
from newstemma.model import Article, Metadata, WordWeights
from newstemma.pipeline import Line, open_line
from newstemma.settings.group import GroupSettings
from newstemma.store import Batch, Part, Store, Taken, open_store
from newstemma.stored import add
from newstemma.text.sketch import Hashes

__all__ = ["main"]

SIZES = (10_000, 30_000)
MORE = 1_000
_WHOLE = 30_000  # articles that are read, cleaned and grouped; the others are copies
_COMMON = 50  # articles that have a word that no event has for itself
_BATCH = 2_000


def main() -> None:
    """Print a line for each size; each is measured in a process of its own, for its peak memory."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    more = f"s for {MORE:,} more"
    print(f"{'articles':>9} {'articles/s':>11} {'bytes each':>11} {more:>17} {'right':>6} {'MiB':>6}", flush=True)
    spent = []
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=".") as folder:
            spent.append(_measured(Path(folder), size))
    for (one, first), (other, second) in pairwise(zip(sizes, spent, strict=True)):
        print(f"exponent from {one:,} to {other:,}: {math.log(second / first) / math.log(other / one):.2f}")


def _measured(folder: Path, size: int) -> float:
    place, known = folder / "news.store", min(size, _WHOLE)
    told, more = _parted(known)
    filled = _added(place, _written(folder / "known.jsonl", told))
    if size > known:
        _fill(place, told, size)
    stored = sum(file.stat().st_size for file in folder.glob("news.store*"))
    file = _written(folder / "more.jsonl", more)
    command = [sys.executable, "-m", "bench.store", "--add", str(place), str(file)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds, peak = map(float, run.stdout.split())
    right = _right(place, more)
    print(f"{size:9,} {known / filled:11.0f} {stored / size:11,.0f} {seconds:17.1f} {right:6} {peak:6.0f}", flush=True)
    return seconds


def _parted(known: int) -> tuple[list[Told], list[Told]]:
    """Return so many articles, and 1,000 more: the last of every so-manieth event, and whole events for the rest."""
    told = list(news(known + MORE // 2))
    by_event: defaultdict[int, list[Told]] = defaultdict(list)
    for one in told:
        by_event[one.event].append(one)
    events = [some for _, some in sorted(by_event.items()) if len(some) > 1]
    late = [some[-1] for some in events[:: max(1, len(events) // (MORE // 2))]][: MORE // 2]
    held_back = {one.article.id for one in late}
    others = news(MORE - len(late), start=told[-1].event + 1)
    return [one for one in told if one.article.id not in held_back][:known], [*late, *others]


def _written(path: Path, told: Iterable[Told]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for one in told:
            about = one.article.about
            record = {"id": one.article.id, "text": one.article.text, "title": about.title, "outlet": about.outlet}
            record["published"] = str(about.published)
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _added(place: Path, file: Path) -> float:
    start = time.process_time()
    add(place, [file])
    return time.process_time() - start


def _right(place: Path, more: Sequence[Told]) -> int:
    """How many of these articles are in a story that holds articles of their event alone."""
    with open_store(str(place)) as store:
        stories = [{article.id.split("-")[0] for article in store.story(one.article.id)} for one in more]
    return sum(held == {str(one.event)} for held, one in zip(stories, more, strict=True))


@dataclass(frozen=True, slots=True)
class _Model:
    """An article of which copies are made: what it says, its event, and its skim."""

    text: str
    day: date | None
    event: int
    skim: Packed


def _fill(place: Path, told: Sequence[Told], size: int) -> None:
    """Add copies of articles, round by round, until there are so many."""
    line = open_line(reads_closely=False)
    models = [
        _Model(one.article.text, one.article.about.published, one.event, pack(line.skim(one.article), GroupSettings()))
        for one in told
    ]
    words, holders = counted((one.skim.words, np.ones((len(one.skim.words), 1), np.int64)) for one in models)
    common = words[holders[:, 0] >= _COMMON]
    with open_store(str(place)) as store:
        left = size - len(store)
        for number in range(1, math.ceil(left / len(models)) + 1):
            copies = iter(models)
            while some := list(islice(copies, min(_BATCH, left))):
                left -= len(some)
                _copy(store, line, some, number, common)


def _copy(store: Store, line: Line, models: Sequence[_Model], number: int, common: Hashes) -> None:
    mark = np.uint64(number << 40)  # no word, run or name of another round is like one that is turned by it
    batch = Batch()
    for at, model in enumerate(models):
        name = f"{number}/{model.event}-{at}"
        turned = _turned(model.skim, name, mark, common)
        text = f"{model.text}\n\n{number}"
        digest = sha256(name.encode()).hexdigest()
        article = Article(name, text, (f"copies-{number}",), digest, Metadata(published=model.day))
        batch.taken.append(Taken(article, written(turned), "text"))
    store.add(batch)
    with store.desk() as desk:
        weights = desk.weights(WordWeights)
        assert weights is not None
        numbers = desk.waiting(len(models))
        desk.index({one: line.lookup(skim, weights) for one, skim in desk.skims(numbers).items()})
        events: defaultdict[int, list[int]] = defaultdict(list)
        for one, model in zip(numbers, models, strict=True):
            events[model.event].append(one)
        desk.assign([Part(some) for some in events.values()], because="copied")


def _turned(skim: Packed, name: str, mark: np.uint64, common: Hashes) -> Packed:
    """The skim of a copy: its names, its rare words and its runs are others than the model's."""
    words, lead, topic, names = (
        np.where(np.isin(hashes, common), hashes, hashes ^ mark)
        for hashes in (skim.words, skim.lead, skim.topic, skim.names)
    )
    order, leading = np.argsort(words), np.argsort(lead)
    return replace(
        skim,
        article=name,
        whole=skim.whole ^ int(mark),
        words=words[order],
        counts=skim.counts[order],
        lead=lead[leading],
        lead_counts=skim.lead_counts[leading],
        topic=np.sort(topic),
        names=np.sort(names),
        runs=np.sort(skim.runs ^ mark),
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--add"]:
        taken = _added(Path(sys.argv[2]), Path(sys.argv[3]))
        print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    else:
        main()
