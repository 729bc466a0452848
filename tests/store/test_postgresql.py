"""The same statements on PostgreSQL: with the address of an empty database in NEWSTEMMA_POSTGRESQL, and psycopg."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.store.test_add import RULES
from tests.store.test_joining import JOINING, NEWS, write

from newstemma.stored import add, stories, tell

PLACE = os.environ.get("NEWSTEMMA_POSTGRESQL", "")


@pytest.mark.skipif(not PLACE, reason="needs the address of a PostgreSQL database")
def test_articles_join_and_are_told(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff.txt")
    odd.write_text("")
    first, second = write(tmp_path / "1.jsonl", NEWS[:10]), write(tmp_path / "2.jsonl", NEWS[10:])
    add(PLACE, [first, odd], settings=RULES, store_settings=JOINING)
    add(PLACE, [first, second], settings=RULES, store_settings=JOINING)
    listed = stories(PLACE)
    assert [story.articles for story in listed] == [3] * (len(NEWS) // 3)
    assert add(PLACE, [first], settings=RULES).passed_over == 1
    reading = tell(PLACE, [listed[0].id], settings=RULES)
    assert tell(PLACE, [listed[0].id], settings=RULES) == reading
    (entry,) = tell(PLACE, settings=RULES).rejected
    assert entry.file == str(odd)
