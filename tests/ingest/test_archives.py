"""Archives: their files as if they lay in a folder, and nothing written anywhere."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from newstemma.errors import ArticleError
from newstemma.ingest import ingest
from newstemma.ingest.archives import read_members
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings

FILES = {
    "lake.txt": b"outlet: The Gull\n\nIt froze.",
    "north/ferry.json": b'{"text": "It sailed."}',
    "table.csv": b"title,text\nIce,It thawed.\nFog,It lifted.\n",
}


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w", *, links: tuple[tuple[str, str], ...] = ()) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for name, target in links:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, target
            archive.addfile(member)
    return packed.getvalue()


def read(path: Path, data: bytes) -> tuple[tuple[Page, ...], tuple[Rejected, ...]]:
    path.write_bytes(data)
    return ingest([path], settings=IngestSettings())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("in.zip", zipped(FILES)),
        ("in.tar", tarred(FILES)),
        ("in.tgz", tarred(FILES, "w:gz")),
        ("in.tar.gz", tarred(FILES, "w:gz")),
    ],
)
def test_an_archive_is_read_as_a_folder(tmp_path: Path, name: str, data: bytes) -> None:
    pages, rejected = read(tmp_path / name, data)
    assert rejected == ()
    assert [(page.id, page.content) for page in pages] == [
        ("in/lake", "It froze."),
        ("in/north/ferry", "It sailed."),
        ("in/table:1", "It thawed."),
        ("in/table:2", "It lifted."),
    ]
    assert pages[0].given.outlet == "The Gull"
    assert pages[0].files == ((tmp_path / name).as_posix() + "!lake.txt",)


def test_names_that_climb_out_are_labels_only(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    climbing = {"../../up.txt": b"It froze.", "/etc/up.txt": b"It thawed."}
    for name, data in {"a.zip": zipped(climbing), "b.tar": tarred(climbing)}.items():
        pages, rejected = read(folder / name, data)
        assert (len(pages), rejected) == (2, ())
    assert sorted(os.listdir(folder)) == ["a.zip", "b.tar"]  # noqa: PTH208
    assert sorted(os.listdir(tmp_path)) == ["in"]  # noqa: PTH208


def test_links_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    files = FILES | {".DS_Store": b"\x00", "__MACOSX/._lake.txt": b"\x00", "north/.hidden.txt": b"no"}
    pages, rejected = read(tmp_path / "in.tar", tarred(files, links=(("a.txt", "b.txt"), ("b.txt", "a.txt"))))
    assert (len(pages), rejected) == (4, ())
    assert read(tmp_path / "in.zip", zipped(files))[1] == ()


def test_an_archive_within_an_archive_is_not_opened(tmp_path: Path) -> None:
    pages, (rejected,) = read(tmp_path / "in.zip", zipped({"more.zip": zipped(FILES), "lake.txt": b"It froze."}))
    assert [page.id for page in pages] == ["in/lake"]
    assert rejected.file.endswith("in.zip!more.zip")
    assert rejected.reason.startswith("is an archive within an archive")


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped({"a.txt": b"a" * 3_000_000, "b.txt": b"It froze."})
    (_, first), (_, second) = read_members(io.BytesIO(bomb), ".zip", most=1_000_000, most_in_all=10_000_000)
    assert isinstance(first, ArticleError)
    assert second == b"It froze."
    many = zipped({f"{number}.txt": b"a" * 900_000 for number in range(9)})
    with pytest.raises(ArticleError, match="holds more than 2 MB"):
        list(read_members(io.BytesIO(many), ".zip", most=1_000_000, most_in_all=2_000_000))


def test_what_is_broken_or_empty_says_why(tmp_path: Path) -> None:
    for name, data in {"in.zip": zipped(FILES)[:-40], "in.tgz": tarred(FILES, "w:gz")[:40]}.items():
        _, (rejected,) = read(tmp_path / name, data)
        assert "is a broken archive" in rejected.reason
    _, (rejected,) = read(tmp_path / "none.zip", zipped({}))
    assert rejected.reason.startswith("is an archive without files")


def test_an_encrypted_member_stops_no_other(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"It froze.", "b.txt": b"It thawed."}))
    for place in (6, data.index(b"PK\x01\x02") + 8):  # the flag in both headers of the first member
        data[place] |= 1
    pages, (rejected,) = read(tmp_path / "in.zip", bytes(data))
    assert [page.content for page in pages] == ["It thawed."]
    assert rejected.reason.startswith("is encrypted; unpack the archive")
