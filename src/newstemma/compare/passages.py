"""Runs of words that two texts share, grown over a few edited words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from newstemma.compare.prose import Prose
from newstemma.model import Span
from newstemma.settings.accounts import AccountSettings

__all__ = ["Passage", "content", "passages"]

_EMPTY = frozenset(
    """a about above after again against all almost along already also although among an and any are around as at away
    back be because been before being between both but by came can could did do does down during each even ever every
    few first for from further get go had has have he her here him his how however i if in into is it its just last
    least less like made make many may me might more most much must my near next no nor not now of off often on once
    one only onto or other others our out over own per s same she should since so some such than that the their them
    then there these they this those three through to too toward towards two under until up upon us very via was way we
    well were what when where whether which while who whom whose why will with within without would
    yet you your""".split()
)  # what any two English sentences share
_STOCK = frozenset(
    """said says saying told tells added asked according reported reports reporter reporters news conference statement
    spokesman spokeswoman spokesperson official officials agency press interview briefing condition anonymity authorized
    authorised publicly discuss matter respond responded request requests comment immediately declined contributed
    report copyright rights reserved material published broadcast rewritten redistributed permission monday tuesday
    wednesday thursday friday saturday sunday today yesterday morning afternoon evening night week month year""".split()
)  # what any two reporters write
_OFFICES = frozenset(
    """president minister prime secretary state foreign vice deputy chief chairman chairwoman chair director governor
    mayor senator representative congressman congresswoman ambassador judge justice attorney general commissioner leader
    head executive officer king queen prince princess pope police captain coach professor founder member council house
    government ministry department committee party national international united former acting interim senior""".split()
)  # what stands beside a name
_PLACES = 8  # occurrences of one seed in one text up to which they are followed; a refrain has more and places nothing


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two texts share: where in each, how many words match, and how many of these carry meaning."""

    first: Span
    second: Span
    words: int
    content: int


def content(key: str) -> bool:
    """Tell whether a word says something of its own.

    >>> [word for word in "the mayor said on monday".split() if content(word)]
    ['mayor']
    """
    return key not in _EMPTY and key not in _STOCK


def passages(first: Prose, second: Prose, settings: AccountSettings) -> list[Passage]:
    """Return the passages that `first` and `second` share, in the order of `first`, without overlap in either.

    Seeds of a few words are grown to maximal runs; runs with no more than `edited_words` between them on either side
    are one passage. Costs the length of both and a few pairs of places for each shared seed; refrains are passed over.
    """
    chains = _chained(_runs(first, second, settings), settings)
    made = [(chain, _passage(chain, first, second)) for chain in chains]
    enough = [(chain, passage) for chain, passage in made if _tells(chain, passage, (first, second), settings)]
    enough.sort(key=lambda pair: (-pair[1].content, -pair[1].words, pair[1].first, pair[1].second))
    taken: list[Passage] = []
    for _, passage in enough:
        if not any(passage.first.overlaps(other.first) or passage.second.overlaps(other.second) for other in taken):
            taken.append(passage)
    return sorted(taken, key=lambda passage: passage.first)


_Run = tuple[int, int, int]  # start in the first, start in the second, words


def _runs(first: Prose, second: Prose, settings: AccountSettings) -> list[_Run]:
    """Maximal runs of equal words, as starts and length, sorted; no run goes across a break."""
    size = settings.seed_words
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in _starts(second, size):
        places[second.keys[at : at + size]].append(at)
    found: list[_Run] = []
    covered: dict[int, int] = {}  # by diagonal: where in the first its latest run ends
    for at in _starts(first, size):
        others = places.get(first.keys[at : at + size], [])
        # Words that stand everywhere place nothing, and following each would cost the square of the length.
        for other in others if len(others) <= _PLACES else ():
            if covered.get(at - other, -1) >= at + size:
                continue
            length = size
            while _goes_on(first, at + length) and _goes_on(second, other + length):
                if first.keys[at + length] != second.keys[other + length]:
                    break
                length += 1
            covered[at - other] = at + length
            found.append((at, other, length))
    return found


def _starts(text: Prose, size: int) -> list[int]:
    """Positions from which `size` words follow without a break."""
    starts: list[int] = []
    run = 0
    for at in range(len(text.keys)):
        run = 1 if at in text.breaks else run + 1
        if run >= size:
            starts.append(at - size + 1)
    return starts


def _goes_on(text: Prose, at: int) -> bool:
    return at < len(text.keys) and at not in text.breaks


def _chained(runs: list[_Run], settings: AccountSettings) -> list[list[_Run]]:
    """Chains of runs that follow each other in both texts with few words between."""
    chains: list[list[_Run]] = []
    open_chains: list[list[_Run]] = []
    for run in runs:
        at, other, _ = run
        open_chains = [c for c in open_chains if c[-1][0] + c[-1][2] + settings.edited_words >= at]
        for chain in open_chains:
            before = chain[-1]
            gaps = at - before[0] - before[2], other - before[1] - before[2]
            if all(0 <= gap <= settings.edited_words for gap in gaps):
                chain.append(run)
                break
        else:
            chains.append([run])
            open_chains.append(chains[-1])
    return chains


def _passage(chain: list[_Run], first: Prose, second: Prose) -> Passage:
    (a, b, _), (last_a, last_b, length) = chain[0], chain[-1]
    keys = [key for at, _, words in chain for key in first.keys[at : at + words]]
    spans = first.span(a, last_a + length), second.span(b, last_b + length)
    return Passage(*spans, len(keys), sum(content(key) for key in keys))


def _tells(chain: list[_Run], passage: Passage, texts: tuple[Prose, Prose], settings: AccountSettings) -> bool:
    """Tell whether a passage is more than names, titles, figures and stock phrases."""
    if passage.words < settings.passage_words or passage.content < settings.passage_content:
        return False
    plain = sum(
        _plain(texts[0], at + step) and _plain(texts[1], other + step)
        for at, other, words in chain
        for step in range(words)
    )
    return plain >= settings.passage_plain


def _plain(text: Prose, at: int) -> bool:
    key = text.keys[at]
    return content(key) and key not in _OFFICES and not text.capital[at] and not key[0].isdigit()
