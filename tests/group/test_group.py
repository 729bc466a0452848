from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.group import group
from newstemma.group.candidates import candidates
from newstemma.group.likeness import profiles
from newstemma.model import Article, Metadata, Skim
from newstemma.settings.group import GroupSettings
from newstemma.skim import skim

BRIDGE = (
    "Elmstead's old stone bridge over the Wend collapsed after days of rain. No one was hurt, mayor Velda Orrin said.",
    "The stone bridge at Elmstead fell into the river Wend in heavy rain. Velda Orrin, the mayor, promised a ferry.",
    "After rain a bridge across the Wend collapsed in Elmstead; engineers had warned Orrin of its stone pillars.",
)
CHESS = (
    "Tomas Quill won the Harrow chess open with a queen sacrifice in the final round against Ines Dahl.",
    "A queen sacrifice gave Tomas Quill the chess open in Harrow; Ines Dahl resigned in the final round.",
)


def skims(*texts: str, day: date | None = None, prefix: str = "a") -> list[Skim]:
    return [skim(Article(f"{prefix}{i}", text, about=Metadata(published=day))) for i, text in enumerate(texts)]


def parts(found: list[Skim]) -> set[tuple[str, ...]]:
    return {story.articles for story in group(found)}


def test_nothing_makes_no_story() -> None:
    assert group([]) == ()


def test_one_article_is_one_story() -> None:
    assert parts(skims(BRIDGE[0])) == {("a0",)}


def test_two_identical_articles_are_one_story() -> None:
    assert parts(skims(BRIDGE[0], BRIDGE[0])) == {("a0", "a1")}


def test_two_empty_articles_have_nothing_in_common() -> None:
    assert parts(skims("", "")) == {("a0",), ("a1",)}


def test_accounts_of_one_event_meet_and_others_stay_apart() -> None:
    mixed = skims(*BRIDGE) + skims(*CHESS, prefix="c")
    assert parts(mixed) == {("a0", "a1", "a2"), ("c0", "c1")}


def test_one_template_filled_with_two_events_is_two_stories() -> None:
    template = "Police in {0} arrested {1}, {2}, of {3} Street over the theft of a car, Inspector {4} told us at noon."
    one = skims(template.format("Elmstead", "Tomas Quill", 34, "Harrow", "Dahl"), day=date(2020, 1, 2))
    two = skims(template.format("Norby", "Ada Byrne", 51, "Wend", "Orrin"), day=date(2020, 3, 9), prefix="b")
    assert len(parts(one + two)) == 2


def test_half_an_article_belongs_to_its_whole() -> None:
    long = " ".join((*BRIDGE, *CHESS))
    assert parts(skims(long, BRIDGE[1])) == {("a0", "a1")}


@settings(max_examples=25)
@given(st.permutations(skims(*BRIDGE) + skims(*CHESS, prefix="c")))
def test_order_does_not_count(shuffled: list[Skim]) -> None:
    assert group(shuffled) == group(sorted(shuffled, key=lambda skim: skim.article))


def test_an_unlike_article_leaves_the_other_stories_alone() -> None:
    assert parts(skims(*BRIDGE)) <= parts(skims(*BRIDGE) + skims(*CHESS, prefix="c"))


def test_clashing_identifiers_are_refused() -> None:
    with pytest.raises(ValueError, match="'a0'"):
        group(skims(BRIDGE[0]) * 2)


def test_an_oversized_story_is_neither_dropped_nor_cut() -> None:
    copies = [replace(skim(Article("x", BRIDGE[n % 3])), article=f"a{n:03}") for n in range(150)]
    assert [len(story.articles) for story in group(copies)] == [150]


def event(articles: int) -> list[Skim]:
    """Distinct articles on one event: each has most words of its own, some of the event's, and no run in common."""
    chance = random.Random(1)
    common = [f"word{n}" for n in range(5_000)]
    topic = [f"topic{n}" for n in range(20)]
    weights = [1 / (n + 2) for n in range(20)]  # as place and people of an event stand beside its details
    found: list[Skim] = []
    for number in range(articles):
        words = Counter(chance.choices(common, k=180) + chance.choices(topic, weights=weights, k=40))
        lead = Counter(chance.choices(topic, weights=weights, k=8) + chance.sample(common, 8))
        runs = frozenset(chance.getrandbits(64) for _ in range(200))
        names = frozenset(word for word in lead if word in topic)
        weights_of = {word: 1_000 * lead[word] + 200 * count for word, count in (words + lead).items()}
        day = frozenset({date(2020, 1, 1) + timedelta(days=number % 3)})
        found.append(Skim(f"a{number:04}", runs, tuple(sorted(weights_of.items())), names, day))
    return found


@pytest.mark.parametrize("articles", [2, 20, 100, 500])
def test_one_event_is_one_story_however_many_tell_of_it(articles: int) -> None:
    assert [len(story.articles) for story in group(event(articles))] == [articles]


def test_a_large_event_leaves_a_small_one_alone() -> None:
    assert {("c0", "c1")} < parts(event(200) + skims(*CHESS, prefix="c"))


def made(articles: int) -> list[Skim]:
    """Events of five articles each, with words of their own and words of everybody."""
    chance = random.Random(1)
    found: list[Skim] = []
    for number in range(articles):
        event = number // 5
        own = {f"event{event}word{chance.randrange(12)}": 1_000 for _ in range(20)}
        words = own | {f"word{int(chance.paretovariate(0.4)) % 20_000}": 200 for _ in range(150)}
        runs = frozenset(chance.getrandbits(64) for _ in range(200))
        day = frozenset({date(2020, 1, 1) + timedelta(days=event // 10)})
        counted = tuple(sorted(words.items()))
        found.append(Skim(f"a{number:05}", runs, counted, frozenset(), day))
    return found


@pytest.mark.parametrize("make", [made, event])
def test_no_quadratic_step(make: Callable[[int], list[Skim]]) -> None:
    """Counts pairs that are looked at, since a clock on a busy machine proves nothing."""
    looked_at = []
    for articles in (250, 1_000):
        seen = profiles(make(articles), GroupSettings())
        looked_at.append(len(candidates(seen, GroupSettings())))
    assert looked_at[1] <= 4**1.3 * looked_at[0]
    assert looked_at[1] <= 1_000 * 24
