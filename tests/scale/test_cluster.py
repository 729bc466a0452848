"""The same bytes over a cluster, one of whose workers is lost on the way."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.scale.conftest import RULES, dossiers

from newstemma.scale import batch
from newstemma.settings.batch import BatchSettings

pytestmark = pytest.mark.ray
_ROOT = Path(__file__).resolve().parents[2]


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.scale.over_cluster", str(articles), str(tmp_path / "cluster")]
    run = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stdout + run.stderr[-3_000:]
    assert run.stdout.split().count("lost") == 1
    batch([articles], tmp_path / "here", settings=RULES, batch_settings=BatchSettings(workers=1))
    assert dossiers(tmp_path / "cluster") == dossiers(tmp_path / "here")


def test_two_workers_of_one_machine_give_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    here = BatchSettings(workers=1, parts=2)
    batch([articles], tmp_path / "one", settings=RULES, batch_settings=here)
    batch([articles], tmp_path / "two", settings=RULES, batch_settings=replace(here, workers=2))
    assert dossiers(tmp_path / "one") == dossiers(tmp_path / "two")
