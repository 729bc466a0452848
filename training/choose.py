"""`python -m training.choose`: the bonus of a span, chosen on PolNeAR's development part and written into the manifest.

Training counts words, so that a doubtful span is left out more often than spans are made up. A bonus on the first word
of each role brings both into balance. One bonus for all roles is tried first, then each role's is moved alone; what
counts is the mean of the figures that matter: exact spans of each role, contents without marks, linked attributions.
With `--crossed` each half of the articles is measured with the bonus chosen on the other half.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evals.attributions import measure
from evals.gold import ABSENT, data_folder
from newstemma.encoder import SmallEncoder, Window, open_session, open_tokenizer
from newstemma.encoder.decoding import role_steps
from newstemma.encoder.pieces import Pieces
from newstemma.encoder.tags import ROLES
from newstemma.encoder.weights import GRAPH, find_weights
from newstemma.model import Role
from training.manifest import read_manifest, write_manifest

__all__ = ["main"]

Bonus = dict[Role, float]

TRIED = (0.0, 0.3, 0.6, 0.9, 1.2, 1.5)
MOVED = (-0.4, 0.4)
COUNTED = (
    "source exact F1",
    "cue exact F1",
    "content exact F1",
    "content overlap, without marks F1",
    "linked attributions F1",
    "linked attributions, direct F1",
)


class _Remembering(SmallEncoder):
    """Reads each article once, however often it is decoded."""

    def __init__(self) -> None:
        self._weights = find_weights()
        graph, tokenizer = open_session(self._weights.folder / GRAPH), open_tokenizer(self._weights)
        super().__init__(self._weights, graph, tokenizer, threads=2)
        self._windows: dict[bytes, list[Window]] = {}

    def set_bonus(self, bonus: Bonus) -> None:
        """Decode with this bonus from now on."""
        self._role_steps = role_steps(self._weights.manifest["role_steps"], bonus)

    def _read(self, pieces: Pieces) -> list[Window]:
        key = pieces.ids.tobytes()
        if key not in self._windows:
            self._windows[key] = super()._read(pieces)
        return self._windows[key]


def _chosen(encoder: _Remembering, data: Path, part: slice) -> Bonus:
    """Return the best bonus on a part of the articles."""

    def worth(bonus: Bonus) -> float:
        encoder.set_bonus(bonus)
        figures = measure(data, encoder, part)
        value = sum(figures[f"PolNeAR dev: {name}"] for name in COUNTED) / len(COUNTED)
        print(f"{value:.4f}  {dict(bonus)}", flush=True)
        return value

    best = max((dict.fromkeys(ROLES, tried) for tried in TRIED), key=worth)
    reached = worth(best)
    for role in ROLES:
        for step in MOVED:
            moved = best | {role: round(best[role] + step, 2)}
            if (value := worth(moved)) > reached:
                best, reached = moved, value
                break
    return best


def _crossed(encoder: _Remembering, data: Path) -> dict[str, float]:
    """Return the figures on each half of the articles with the bonus chosen on the other, as means of both."""
    halves = (slice(0, None, 2), slice(1, None, 2))
    found: list[dict[str, float]] = []
    for chosen_on, measured_on in (halves, halves[::-1]):
        encoder.set_bonus(_chosen(encoder, data, chosen_on))
        found.append(measure(data, encoder, measured_on))
    return {name: (found[0][name] + found[1][name]) / 2 for name in found[0]}


def main() -> None:
    """Choose, and write the manifest anew."""
    parser = argparse.ArgumentParser(prog="python -m training.choose", description=__doc__)
    parser.add_argument("--crossed", action="store_true", help="write nothing; measure what choosing on dev flatters")
    arguments = parser.parse_args()
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    encoder = _Remembering()
    if arguments.crossed:
        for name, value in _crossed(encoder, data).items():
            print(f"{name}  {value:.3f}")
        return
    best = _chosen(encoder, data, slice(None))
    write_manifest(read_manifest() | {"span_bonus": best})
    print(f"chosen: {best}")


if __name__ == "__main__":
    main()
