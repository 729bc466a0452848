"""`python -m evals [--write FILE]`: every evaluation, as one table that says what it was made with."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from evals.gold import ABSENT, data_folder
from newstemma.version import __version__

# Module -> the gold set that it measures on, in the order of the table.
EVALUATIONS = {
    "line": "stories_gold, files to dossier",
    "quotes": "stories_gold and PolNeAR dev, quotations alone",
    "speakers": "stories_gold, speakers",
    "claims": "stories_gold, claims and silences",
    "facts": "stories_gold, facts",
    "accounts": "stories_gold, accounts and shared passages",
    "pages": "pages, main text",
    "stories": "news_cluster and article_pairs, stories",
    "quantities": "quantities (NewsQuant)",
    "times": "timeml (TimeBank)",
}


def _data_digest(data: Path) -> str:
    """Return a short hash over the names and bytes of all files of the gold sets."""
    digest = hashlib.sha256()
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        digest.update(path.relative_to(data).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _commit() -> str:
    asked = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "unknown"


def _table(data: Path) -> Iterator[str]:
    yield "# Measured accuracy\n"
    made_with = f"newstemma {__version__}, weights: rules, commit {_commit()}, data {_data_digest(data)}"
    yield f"Made by `make evals` with {made_with}."
    yield "The gold sets are no part of the project. Figures are shares unless they say otherwise.\n"
    yield "| set | figure | value |\n|---|---|---|"
    for name, about in EVALUATIONS.items():
        print(f"measuring {name}", file=sys.stderr)
        for figure, value in import_module(f"evals.{name}").measure(data).items():
            yield f"| {about} | {figure} | {value:.3f} |"


def main() -> None:
    """Measure everything and print the table, or write it."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table here")
    arguments = parser.parse_args()
    data = data_folder()
    if data is None:
        print(ABSENT)
        return
    table = "\n".join(_table(data)) + "\n"
    if arguments.write:
        arguments.write.write_text(table, encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
