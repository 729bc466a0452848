"""The manifest of the weights, as the commands that make them write it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newstemma.encoder.weights import FOLDER, MANIFEST

__all__ = ["read_manifest", "write_manifest"]


def read_manifest(folder: Path = FOLDER) -> dict[str, Any]:
    """Return the manifest in `folder`, empty where there is none yet."""
    path = folder / MANIFEST
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return held


def write_manifest(manifest: dict[str, Any], folder: Path = FOLDER) -> None:
    """Write the manifest into `folder`."""
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
