"""A reading as data for other programs: JSON and JSONL, the contract `newstemma/1`."""

from __future__ import annotations

import json
import re
from typing import Final

from newstemma.model import Reading
from newstemma.render.index import index
from newstemma.render.records import Record, record

__all__ = ["SCHEMA", "to_data", "to_json", "to_jsonl"]

SCHEMA: Final = "newstemma/1"
"""Name of the contract; `schema.json` beside this module is its JSON Schema."""

# Valid in JSON strings but not in UTF-8 (lone surrogates), or taken for line ends by readers of lines.
_AWKWARD = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")


def to_json(reading: Reading) -> str:
    """Write a reading as one JSON object, indented, ending in a line feed.

    >>> print(to_json(Reading((), ())), end="")
    {
      "schema": "newstemma/1",
      "made_with": {},
      "dossiers": [],
      "rejected": []
    }
    """
    return _escape(json.dumps(to_data(reading), ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def to_jsonl(reading: Reading) -> str:
    """Write a reading as one line of JSON for each dossier: its keys, after `schema` and `made_with`.

    >>> to_jsonl(Reading((), ()))
    ''

    What was rejected has no dossier and no line.
    """
    data = to_data(reading)
    head = {"schema": data["schema"], "made_with": data["made_with"]}
    return "".join(
        _escape(json.dumps(head | dossier, ensure_ascii=False, allow_nan=False)) + "\n" for dossier in data["dossiers"]
    )


def to_data(reading: Reading) -> Record:
    """Return a reading as plain dicts and lists, keys in the order of the contract.

    >>> list(to_data(Reading((), ())))
    ['schema', 'made_with', 'dossiers', 'rejected']

    Every span's `text` is exactly what stands there in the article of the same dossier.
    """
    return {
        "schema": SCHEMA,
        "made_with": dict(sorted(reading.made_with.items())),
        "dossiers": [record(index(dossier)) for dossier in reading.dossiers],
        "rejected": [{"file": each.file, "stage": each.stage, "reason": each.reason} for each in reading.rejected],
    }


def _escape(written: str) -> str:
    return _AWKWARD.sub(lambda match: f"\\u{ord(match.group()):04x}", written)
