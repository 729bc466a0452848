"""Articles join the stories of a store, and only the stories that they touch are made anew.

Words are weighed by a census of the whole store, and keep their weights until the next: so one more article changes
nothing but the stories that it is like. In a small store, and when a larger one has doubled, there is a new census and
all articles are grouped anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from newstemma.model import Lookup, PackedSkim, WordWeights
from newstemma.pipeline import Line
from newstemma.settings.store import StoreSettings
from newstemma.store import Desk, Part, Store

__all__ = ["regroup", "settle"]

_DOUBLED = 2
_CENSUS = "words are weighed otherwise, by a new census of the store"
_NEIGHBOURS = "articles that are like them have joined"

_TOGETHER = 200  # articles that join whose neighbours are looked at together, which bounds memory


def settle(store: Store, line: Line) -> None:
    """Put every article that waits into a story."""
    while store.ungrouped():
        with store.desk() as desk:
            size, counted = desk.size(), desk.counted()
            grown = size > _DOUBLED * counted and size <= store.settings.at_once
            if not counted or size <= store.settings.whole or grown:
                _regroup(desk, line)
            else:
                _join(desk, line, store.settings)


def regroup(store: Store, line: Line) -> None:
    """Take a new census and group all articles anew."""
    with store.desk() as desk:
        _regroup(desk, line)


def _regroup(desk: Desk, line: Line) -> None:
    skims = desk.skims(desk.everything())
    weights = line.weigh(skims.values())
    desk.assign(map(Part, _grouped(line, skims, None)), because=_CENSUS)
    desk.weigh(weights, len(skims))
    twins = desk.twins(list(skims))
    desk.index({number: line.lookup(skim, weights) for number, skim in skims.items() if twins[number] == number})


def _grouped(line: Line, skims: Mapping[int, PackedSkim], weights: WordWeights | None) -> list[list[int]]:
    """Group articles, told by their numbers."""
    numbers = {skim.article: number for number, skim in skims.items()}
    return [[numbers[article] for article in story.articles] for story in line.group(skims.values(), weights)]


def _join(desk: Desk, line: Line, settings: StoreSettings) -> None:
    """Let some articles join: with them, each story is made anew that holds an article like enough to one of them.

    An article whose text is here already goes where that is.
    """
    weights = desk.weights(WordWeights)
    assert weights is not None
    waiting = desk.waiting(settings.joining)
    twins = desk.twins(waiting)
    new = desk.skims([number for number in waiting if twins[number] == number])
    found = {number: line.lookup(skim, weights) for number, skim in new.items()}
    met = _met(desk, line, weights, new, found)
    desk.index(found)  # not before: those that join would take the places of those that are here
    stories = desk.stories(sorted(met | (set(twins.values()) - new.keys())))
    parts = _made_anew(desk, line, weights, new, {number: stories[number] for number in met}, settings)
    place = {number: part for part in parts for number in part.articles}
    goes_on = {story: part for part in parts for story in part.whole}
    for number, twin in twins.items():
        if twin == number:
            continue
        part = place.get(twin) or goes_on.get(stories[twin])
        if part is None:
            part = goes_on[stories[twin]] = Part([], [stories[twin]])
            parts.append(part)
        part.articles.append(number)
    desk.assign(parts, because=_NEIGHBOURS)


def _met(
    desk: Desk, line: Line, weights: WordWeights, new: Mapping[int, PackedSkim], found: Mapping[int, Lookup]
) -> set[int]:
    """Return the articles of the store that are like enough to one that joins to change its story."""
    met: set[int] = set()
    numbers = list(new)
    for start in range(0, len(numbers), _TOGETHER):
        some = numbers[start : start + _TOGETHER]
        near = desk.neighbours({number: found[number] for number in some})
        known = desk.skims(sorted({other for others in near.values() for other in others}))
        at = {number: place for place, number in enumerate((*some, *known))}
        pairs = [(number, other) for number in some for other in near[number]]
        skims = [*(new[number] for number in some), *known.values()]
        linked = line.linked(skims, [(at[number], at[other]) for number, other in pairs], weights)
        met.update(other for (_, other), is_linked in zip(pairs, linked, strict=True) if is_linked)
    return met


def _made_anew(
    desk: Desk,
    line: Line,
    weights: WordWeights,
    new: Mapping[int, PackedSkim],
    met: Mapping[int, int],
    settings: StoreSettings,
) -> list[Part]:
    """Group new articles together with the stories of those that they met; `met` leads from these to their stories.

    Of a story of very many articles some stand for all, those that were met before others. Where these part from each
    other, all of it is looked at, unless that are too many: then it stays with the greatest part.
    """
    sizes = desk.sizes(set(met.values()))
    looked = desk.members(story for story, size in sizes.items() if size <= settings.crowd)
    for story in sizes.keys() - looked.keys():
        before = [number for number, other in met.items() if other == story]
        others = desk.first(story, settings.crowd)
        looked[story] = list(dict.fromkeys((*sorted(before), *others)))[: settings.crowd]
    parts, place = _placed(desk, line, weights, new, looked)
    torn = [story for story, some in looked.items() if len({place[number] for number in some}) > 1]
    more = [story for story in torn if settings.crowd < sizes[story] <= settings.whole]
    if more:
        looked |= desk.members(more)
        parts, place = _placed(desk, line, weights, new, looked)
    whole: defaultdict[int, list[int]] = defaultdict(list)
    gone: set[int] = set()
    for story, some in sorted(looked.items()):
        at = Counter(place[number] for number in some)
        if len(at) == 1 or len(some) < sizes[story]:
            whole[min(at, key=lambda part: (-at[part], part))].append(story)
            gone.update(some)
    left = (Part([one for one in part if one not in gone], whole[at]) for at, part in enumerate(parts))
    return [part for part in left if part.articles or part.whole]


def _placed(
    desk: Desk, line: Line, weights: WordWeights, new: Mapping[int, PackedSkim], looked: Mapping[int, Sequence[int]]
) -> tuple[list[list[int]], dict[int, int]]:
    skims = desk.skims([number for some in looked.values() for number in some])
    parts = _grouped(line, {**new, **skims}, weights)
    return parts, {number: at for at, part in enumerate(parts) for number in part}
