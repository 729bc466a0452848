"""The figures of `python -m bench` that must not get worse; run by `make test-all`, away from the other tests."""

from __future__ import annotations

import math
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import newstemma
from bench.line import page_seconds, seconds_for
from bench.synthetic import synthetic_articles
from newstemma.group import group
from newstemma.skim import skim

pytestmark = pytest.mark.benchmark

LAKE = Path(__file__).resolve().parents[1] / "examples" / "lake"
MOST_PAGE_SECONDS = 3.0  # wall time from files to a page, start-up included; 1.6 was measured without VNNI
MOST_EXPONENT = 1.4  # of time over articles; 1.0 to 1.2 was measured, a quadratic step shows as 1.6 and more


def test_one_story(benchmark: BenchmarkFixture) -> None:
    articles = list(synthetic_articles(7))
    reading = benchmark(newstemma.collate, articles)
    assert sum(len(dossier.articles) for dossier in reading.dossiers) == 7


def test_time_grows_with_the_articles_and_no_faster() -> None:
    seconds_for(10)
    few, many = 70, 560
    exponent = math.log(seconds_for(many)[0] / seconds_for(few)[0]) / math.log(many / few)
    assert exponent <= MOST_EXPONENT


def test_grouping_time_grows_with_the_articles_and_no_faster() -> None:
    few, many = 500, 4_000
    skims = [skim(article) for article in synthetic_articles(many)]
    group(skims[:few])
    taken = []
    for articles in (few, many):
        begun = time.process_time()
        group(skims[:articles])
        taken.append(time.process_time() - begun)
    assert math.log(taken[1] / taken[0]) / math.log(many / few) <= MOST_EXPONENT


def test_files_to_a_page() -> None:
    assert page_seconds(LAKE) <= MOST_PAGE_SECONDS
