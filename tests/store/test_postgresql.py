"""The same statements on PostgreSQL: a real server, which Debian's package brings and the test starts."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.store.test_add import RULES
from tests.store.test_joining import JOINING, NEWS, write

from newstemma.stored import add, stories, tell

pytestmark = pytest.mark.postgresql

_MISSING = "run `make test-all`, which says how to get it"


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    """Start a server of its own, with nothing in it, and stop it in the end; yields the address of its database."""
    if find_spec("psycopg") is None:
        pytest.fail(f"psycopg is not installed; {_MISSING}")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        pytest.fail(f"PostgreSQL is not installed; {_MISSING}")
    folder = Path(tempfile.mkdtemp(prefix="newstemma-"))
    port = _free_port()
    # The server refuses to run as root, as containers do; Debian's package has made a user for it.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(programs[-1] / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)

    run("initdb", "-U", "desk", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
    options = f"-p {port} -h 127.0.0.1 -k {folder}"
    run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://desk@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_articles_join_and_are_told(place: str, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xff.txt")
    odd.write_text("")
    first, second = write(tmp_path / "1.jsonl", NEWS[:10]), write(tmp_path / "2.jsonl", NEWS[10:])
    add(place, [first, odd], settings=RULES, store_settings=JOINING)
    add(place, [first, second], settings=RULES, store_settings=JOINING)
    listed = stories(place)
    assert [story.articles for story in listed] == [3] * (len(NEWS) // 3)
    assert add(place, [first], settings=RULES).passed_over == 1
    reading = tell(place, [listed[0].id], settings=RULES)
    assert tell(place, [listed[0].id], settings=RULES) == reading
    (entry,) = tell(place, settings=RULES).rejected
    assert entry.file == str(odd)
