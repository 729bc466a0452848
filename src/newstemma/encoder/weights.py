"""The shipped weights and their manifest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newstemma.errors import WeightsError

__all__ = ["FOLDER", "GRAPH", "MANIFEST", "TOKENIZER", "Weights", "find_weights"]

FOLDER = Path(__file__).parent / "shipped"
"""Where the weights lie in the package."""

GRAPH, TOKENIZER, MANIFEST = "encoder.onnx", "tokenizer.json", "manifest.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights that have been checked: where their files lie and what the manifest says of them."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def name(self) -> str:
        """Version and first digits of the graph's sha256, as reports print it."""
        return f"{self.manifest['version']} ({self.manifest['sha256'][GRAPH][:12]})"


def find_weights(folder: Path = FOLDER) -> Weights:
    """Return the weights in `folder`, after holding each file against the sha256 in the manifest.

    >>> find_weights().manifest["licence"]
    'Apache-2.0'

    Raises `WeightsError` where a file is missing, unreadable or not the one of the manifest.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        expected = {name: manifest["sha256"][name] for name in (GRAPH, TOKENIZER)}
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(folder / MANIFEST, f"the manifest cannot be read ({error})") from error
    for name, digest in expected.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise WeightsError(folder / name, f"the file cannot be read ({error})") from error
        if found != digest:
            raise WeightsError(folder / name, f"the file has sha256 {found[:12]}…, the manifest says {digest[:12]}…")
    return Weights(folder, manifest)
