"""Invented news in files of every sort, and what a run in parts leaves in its folder."""

from __future__ import annotations

import gzip
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bench.news import news
from newstemma.model import Article
from newstemma.settings import Settings

LAKE = Path(__file__).resolve().parents[2] / "examples" / "lake"
RULES = replace(Settings(), encoder=replace(Settings().encoder, rules_alone=True))


def record(article: Article, **other: str) -> str:
    about = article.about
    told = {"id": article.id, "title": about.title, "outlet": about.outlet, "text": article.text}
    told["published"] = about.published.isoformat() if about.published else None
    return json.dumps(told | other) + "\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Stories, names that clash, copies, versions of one article, and what cannot be read."""
    folder = tmp_path / "articles"
    shutil.copytree(LAKE, folder / "lake")
    told = [one.article for one in news(24)]
    (folder / "one.jsonl").write_text("".join(record(one) for one in told[:16]), encoding="utf-8")
    (folder / "two.jsonl").write_text("".join(record(one) for one in told[8:]) + "{broken\n", encoding="utf-8")
    first, last = told[0], told[-1]
    address = "https://tern.example/launch"
    clashing = record(replace(last, id=first.id))
    earlier = record(replace(first, id="earlier"), url=address + "?utm_source=feed", published="2026-01-01")
    later = record(replace(first, id="later", text=first.text + "\n\nIt was seen from afar."), url=address)
    no_article = json.dumps({"id": told[4].id, "html": "<html><body></body></html>"}) + "\n"  # its name is taken, too
    (folder / "three.jsonl").write_text(clashing + earlier + later + no_article, encoding="utf-8")
    broken_off = gzip.compress("".join(record(one) for one in told[16:]).encode())
    (folder / "broken.jsonl.gz").write_bytes(broken_off[: len(broken_off) // 2])
    (folder / "empty.txt").write_text("")
    return folder


def dossiers(output: Path) -> list[str]:
    """Return the lines of all parts, sorted."""
    lines: list[str] = []
    for path in sorted((output / "dossiers").iterdir()):
        with path.open(encoding="utf-8", newline="") as part:
            lines += part
    return sorted(lines)
