"""Articles join the stories of a store, and only the stories that they touch are made anew.

Words are weighed by a census of the whole store, and keep their weights until the next: so one more article changes
nothing but the stories that it is like. In a small store, and when a larger one has doubled, there is a new census and
all articles are grouped anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from newstemma.model import Skim, WordWeights
from newstemma.pipeline import Line
from newstemma.settings.store import StoreSettings
from newstemma.store import Desk, Store

__all__ = ["regroup", "settle"]

_DOUBLED = 2
_CENSUS = "words are weighed otherwise, by a new census of the store"
_NEIGHBOURS = "articles that are like them have joined"

_Keyed = tuple[int, Mapping[int, float]]  # the last day of an article, and its keys with what each weighs


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
    desk.assign(_parts(line, skims, None), because=_CENSUS)
    desk.weigh(weights, len(skims))
    twins = desk.twins(list(skims))
    _index(desk, line, {number: skim for number, skim in skims.items() if twins[number] == number}, weights)


def _index(desk: Desk, line: Line, skims: Mapping[int, Skim], weights: WordWeights) -> Mapping[int, _Keyed]:
    found = {number: (_day(skim), line.lookup_keys(skim, weights)) for number, skim in skims.items()}
    desk.index(found)
    return found


def _day(skim: Skim) -> int:
    return max(day.toordinal() for day in skim.days) if skim.days else 0


def _parts(line: Line, skims: Mapping[int, Skim], weights: WordWeights | None) -> list[list[int]]:
    """Group articles, told by their numbers."""
    numbers = {skim.article: number for number, skim in skims.items()}
    return [[numbers[article] for article in story.articles] for story in line.group(skims.values(), weights)]


def _join(desk: Desk, line: Line, settings: StoreSettings) -> None:
    """Let some articles join: with them, each story is made anew that holds one of the articles nearest to them.

    An article whose text is here already goes where that is.
    """
    weights = desk.weights(WordWeights)
    assert weights is not None
    waiting = desk.waiting(settings.joining)
    twins = desk.twins(waiting)
    new = desk.skims([number for number in waiting if twins[number] == number])
    met: set[int] = set()
    for number, (day, keys) in _index(desk, line, new, weights).items():
        met.update(desk.neighbours(number, day, keys))
    stories = desk.stories(sorted(met | set(twins.values())))
    members = desk.members(set(stories.values()))
    touched = {stories[number] for number in met if number in stories}
    parts = _made_anew(desk, line, weights, new, {story: members[story] for story in touched}, met, settings)
    parts += ([*members[story]] for story in sorted(members.keys() - touched))
    place = {number: part for part in parts for number in part}
    for number, twin in twins.items():
        if twin != number:
            place[twin].append(number)
    desk.assign(parts, because=_NEIGHBOURS)


def _made_anew(
    desk: Desk,
    line: Line,
    weights: WordWeights,
    new: Mapping[int, Skim],
    touched: Mapping[int, Sequence[int]],
    met: AbstractSet[int],
    settings: StoreSettings,
) -> list[list[int]]:
    """Group new articles together with the stories that they touch.

    Of a story of very many articles some stand for all, those that were met before others. Where these part from each
    other, all of it is looked at.
    """
    looked = {
        story: sorted(members, key=lambda number: (number not in met, number))[: settings.crowd]
        for story, members in touched.items()
    }
    parts, place = _placed(desk, line, weights, new, looked)
    torn = [story for story, some in looked.items() if len({place[number] for number in some}) > 1]
    if any(len(looked[story]) < len(touched[story]) for story in torn):
        looked |= {story: [*touched[story]] for story in torn}
        parts, place = _placed(desk, line, weights, new, looked)
    for story, members in touched.items():
        parts[place[looked[story][0]]] += (number for number in members if number not in place)
    return parts


def _placed(
    desk: Desk, line: Line, weights: WordWeights, new: Mapping[int, Skim], looked: Mapping[int, Sequence[int]]
) -> tuple[list[list[int]], dict[int, int]]:
    skims = desk.skims([number for some in looked.values() for number in some])
    parts = _parts(line, {**new, **skims}, weights)
    return parts, {number: at for at, part in enumerate(parts) for number in part}
