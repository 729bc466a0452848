"""The accuracy gate on data that the project carries: no figure falls below its floor, and floors only rise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.gold import GoldStory
from evals.line import score_story

ROOT = Path(__file__).resolve().parents[1]

# Least figures on the example story. A floor is raised when a change lifts the figure, and never lowered in silence.
FLOORS = {
    "quotes F1": 1.0,
    "speakers right": 1.0,
    "utterance pairs F1": 1.0,
    "differences recall": 1.0,
    "residue marked": 1.0,
}
# Most that the figure may be.
CEILINGS = {"differences contradicted": 0.0, "silences contradicted": 0.0, "real text marked": 0.0}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    files = {path.stem: path for path in sorted((ROOT / "examples" / "lake").iterdir())}
    record = json.loads((ROOT / "examples" / "gold" / "lake.json").read_text(encoding="utf-8"))
    return score_story(GoldStory("lake", files, record)).figures()


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(figures: dict[str, float], figure: str) -> None:
    assert figures[figure] >= FLOORS[figure]


@pytest.mark.parametrize("figure", CEILINGS)
def test_no_error_rises_above_its_ceiling(figures: dict[str, float], figure: str) -> None:
    assert figures[figure] <= CEILINGS[figure]
