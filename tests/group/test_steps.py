from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.news import Told, news
from bench.synthetic import synthetic_articles
from newstemma.group import group, word_weights
from newstemma.group.weights import counted
from newstemma.model import Article, Metadata, Skim
from newstemma.settings.group import GroupSettings
from newstemma.skim import skim
from newstemma.text.parts import connected_parts

TOLD = list(news(150))
SKIMS = [skim(told.article) for told in TOLD]
EDGES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=30)


def events(told: list[Told]) -> set[tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for one in told:
        found.setdefault(one.event, []).append(one.article.id)
    return {tuple(sorted(articles)) for articles in found.values()}


def parts(found: list[Skim]) -> set[tuple[str, ...]]:
    return {story.articles for story in group(found)}


def right(found: list[Skim]) -> bool:
    """No event is torn, and at most one in ten, as the next of its kind, is put to the one before it."""
    stories, told = parts(found), events(TOLD)
    whole = all(any(set(event) <= set(story) for story in stories) for event in told)
    return whole and 0.9 * len(told) <= len(stories) <= len(told)


def test_one_form_filled_many_times_is_as_many_stories() -> None:
    filled = list(synthetic_articles(70))
    found = {tuple(one.id for one in filled[at : at + 7]) for at in range(0, 70, 7)}
    assert parts([skim(one) for one in filled]) == found


def test_events_are_told_apart_and_held_together() -> None:
    assert right(SKIMS)


@settings(max_examples=10)
@given(st.permutations(range(len(SKIMS))))
def test_no_order_of_articles_changes_a_story(order: list[int]) -> None:
    assert group(SKIMS[at] for at in order) == group(SKIMS)


def test_given_weights_a_story_does_not_hang_on_the_others() -> None:
    weights = word_weights(SKIMS, GroupSettings())
    whole = group(SKIMS, weights=weights)
    apart = [group([s for s in SKIMS if s.article in story.articles], weights=weights) for story in whole]
    assert [story for stories in apart for story in stories] == list(whole)


@given(st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 99)), max_size=5), max_size=6), st.integers(0, 6))
def test_counts_may_be_taken_in_parts(rows: list[list[tuple[int, int]]], cut: int) -> None:
    made = [(np.array([w for w, _ in row], np.uint64), np.array([[c] for _, c in row]).reshape(-1, 1)) for row in rows]
    whole, split = counted(made), counted([counted(made[:cut]), counted(made[cut:])])
    assert [part.tolist() for part in whole] == [part.tolist() for part in split]


@given(EDGES, st.integers(0, 30))
def test_parts_are_those_of_the_graph_and_may_be_found_in_pieces(edges: list[tuple[int, int]], cut: int) -> None:
    found = connected_parts(edges)
    ends = {end for edge in edges for end in edge}
    reached = {end: {end} for end in ends}
    for _ in ends:
        for a, b in edges:
            reached[a] |= reached[b]
            reached[b] |= reached[a]
    assert found == {end: min(reached[end]) for end in ends}
    pieces = [*connected_parts(edges[:cut]).items(), *connected_parts(edges[cut:]).items()]
    assert connected_parts(pieces) == found


def test_copies_cost_nothing_and_stand_in_their_story() -> None:
    original = TOLD[0].article
    copies = [replace(SKIMS[0], article=f"copy{at:05}") for at in range(5_000)]
    stories = group([*SKIMS, *copies])
    assert len(stories) == len(group(SKIMS))
    assert len(next(story for story in stories if original.id in story.articles).articles) > 5_000


def test_an_outlet_that_changes_a_word_a_minute_has_one_story() -> None:
    words = TOLD[0].article.text.split(" ")
    random = Random(1)
    versions = []
    for minute in range(300):
        words[random.randrange(len(words))] = f"changed{minute}"
        versions.append(skim(Article(f"minute{minute:03}", " ".join(words))))
    assert [len(story.articles) for story in group(versions)] == [300]


def test_articles_without_a_date_are_grouped_as_others_are() -> None:
    undated = [replace(one, days=frozenset()) for one in SKIMS]
    assert right(undated)


def test_a_date_in_the_future_is_a_date() -> None:
    later = [
        skim(replace(told.article, about=Metadata(published=date(9999, 12, 1) + timedelta(at % 3))))
        for at, told in enumerate(TOLD[:5])
    ]
    assert sum(map(len, (story.articles for story in group(later)))) == 5
