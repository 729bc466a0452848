"""An encoder that reads each article once, however often it is decoded: for choosing what decoding hangs on."""

from __future__ import annotations

from pathlib import Path

from newstemma.encoder import SmallEncoder, Window, open_session, open_tokenizer
from newstemma.encoder.decoding import role_steps, term_steps
from newstemma.encoder.pieces import Pieces
from newstemma.encoder.weights import FOLDER, GRAPH, find_weights
from newstemma.model import Role

__all__ = ["Bonus", "Remembering"]

Bonus = dict[Role, float]


class Remembering(SmallEncoder):
    """The encoder whose weights lie in `folder`, with what its network said of each article kept in memory."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._weights = find_weights(folder)
        graph, tokenizer = open_session(folder / GRAPH), open_tokenizer(self._weights)
        super().__init__(self._weights, graph, tokenizer, threads=2)
        self._windows: dict[bytes, list[Window]] = {}

    def set_bonus(self, bonus: Bonus) -> None:
        """Decode roles with this bonus from now on."""
        self._role_steps = role_steps(self._weights.manifest["role_steps"], bonus)

    def set_term_bonus(self, bonus: float) -> None:
        """Decode terms with this bonus from now on."""
        self._term_steps = term_steps(bonus)

    def _read(self, pieces: Pieces) -> list[Window]:
        key = pieces.ids.tobytes()
        if key not in self._windows:
            self._windows[key] = super()._read(pieces)
        return self._windows[key]
