"""The door as a whole: what comes in, under which names, and what is turned away."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newstemma.ingest import ingest
from newstemma.model import Page, Rejected
from newstemma.settings.ingest import IngestSettings

SETTINGS = IngestSettings()


def read(*paths: Path | str, settings: IngestSettings = SETTINGS) -> tuple[list[Page], list[Rejected]]:
    pages, rejected = ingest(paths, settings=settings)
    return list(pages), list(rejected)


def only_page(path: Path) -> Page:
    pages, rejected = read(path)
    assert not rejected
    (page,) = pages
    return page


def only_reason(path: Path | str, settings: IngestSettings = SETTINGS) -> str:
    pages, rejected = read(path, settings=settings)
    assert not pages
    (refusal,) = rejected
    assert refusal.stage == "ingest"
    return refusal.reason


def test_nothing_named_gives_nothing() -> None:
    assert ingest([], settings=SETTINGS) == ((), ())


def test_a_named_file_is_called_by_its_stem(tmp_path: Path) -> None:
    path = tmp_path / "lake.v2.txt"
    path.write_text("The lake froze.")
    page = only_page(path)
    assert (page.id, page.files, page.media, page.content) == ("lake.v2", (path.as_posix(),), "text", "The lake froze.")


def test_files_of_a_folder_are_called_by_their_path_in_it(tmp_path: Path) -> None:
    (tmp_path / "gull").mkdir()
    (tmp_path / "gull" / "lake.txt").write_text("The lake froze.")
    (tmp_path / "lake.html").write_text("<html><body><p>The lake thawed.</p></body></html>")
    (tmp_path / ".hidden").write_text("not this")
    pages, rejected = read(tmp_path)
    assert [(page.id, page.media) for page in pages] == [("gull/lake", "text"), ("lake", "html")]
    assert not rejected


def test_clashing_names_are_made_distinct_whatever_the_order(tmp_path: Path) -> None:
    for outlet, text in (("gull", "The lake froze."), ("heron", "The lake thawed.")):
        (tmp_path / outlet).mkdir()
        (tmp_path / outlet / "lake.txt").write_text(text)
    pages, _ = read(tmp_path / "gull", tmp_path / "heron")
    assert [page.id for page in pages] == sorted(f"lake-{page.sha256[:8]}" for page in pages)
    assert read(tmp_path / "heron", tmp_path / "gull")[0] == pages


def test_identical_inputs_are_one_page_with_all_their_files(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text("The lake froze.")
    pages, _ = read(tmp_path, tmp_path / "b.txt")
    (page,) = pages
    assert page.id == "a"
    assert page.files == tuple((tmp_path / f"{name}.txt").as_posix() for name in "ab")


def test_a_text_that_opens_as_a_page_is_one(tmp_path: Path) -> None:
    (tmp_path / "saved").write_text("<!DOCTYPE html>\n<html><body>The lake froze.</body></html>")
    assert only_page(tmp_path / "saved").media == "html"


def test_an_unknown_extension_with_text_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "lake.story").write_text("The lake froze.")
    page = only_page(tmp_path / "lake.story")
    assert (page.id, page.content) == ("lake", "The lake froze.")


def test_an_unknown_extension_with_json_is_read_as_json(tmp_path: Path) -> None:
    (tmp_path / "lake.export").write_text('{"text": "The lake froze."}')
    assert only_page(tmp_path / "lake.export").content == "The lake froze."


def test_json_lines_with_one_broken_line(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    lines = (
        '{"id": "one", "text": "The lake froze."}',
        "",
        '{"text": "The la',
        '{"text": "The lake thawed."}',
        "[1]",
        '{"id": 5}',
    )
    path.write_text("\n".join(lines))
    pages, rejected = read(path)
    assert [(page.id, page.files[0]) for page in pages] == [
        ("one", f"{path.as_posix()}:1"),
        ("wire:4", f"{path.as_posix()}:4"),
    ]
    reasons = {refusal.file.removeprefix(path.as_posix()): refusal.reason for refusal in rejected}
    assert sorted(reasons) == [":3", ":5", ":6"]
    assert "broken JSON" in reasons[":3"]
    assert "is a JSON list" in reasons[":5"]
    assert "without text (its keys: id)" in reasons[":6"]


def test_compressed_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "The lake froze."}\n'))
    assert only_page(path).id == "wire:1"
    path.write_bytes(gzip.compress(b'{"text": "The lake froze."}\n' * 50)[:-12])
    assert "damaged" in read(path)[1][0].reason


def test_json_lines_under_the_name_of_json(tmp_path: Path) -> None:
    path = tmp_path / "wire.json"
    path.write_text('{"text": "The lake froze."}\n{"text": "The lake thawed."}\n')
    assert [page.id for page in read(path)[0]] == ["wire:1", "wire:2"]


def test_a_list_of_records_and_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('[{"text": "The lake froze."}, {"title": "no text"}]')
    dossier = {"schema": "newstemma/1", "dossiers": [{"articles": [{"id": "gull", "text": "The lake thawed."}]}]}
    (tmp_path / "dossier.json").write_text(json.dumps(dossier))
    pages, rejected = read(tmp_path)
    assert [page.id for page in pages] == ["gull", "list:1"]
    assert [refusal.file for refusal in rejected] == [(tmp_path / "list.json").as_posix() + "#2"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "nothing but white space"),
        ("mark.txt", b"\xff\xfe", "nothing but white space"),
        ("empty.jsonl", b"", "is empty"),
        ("report.pdf", b"%PDF-1.7", "is a PDF too broken"),
        ("old.zip", b"PK\x03\x04" + bytes(99), "is a broken archive"),
        ("photo", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a PNG image"),
        ("noise.txt", bytes(range(256)) * 40, "is no text"),
        ("table.csv", b"a,b", "without a column for the text (its columns: a, b)"),
        ("head.csv", b"title,text\n\n", "without rows"),
        ("quote.csv", b'"title,text\n', "broken header"),
        ("findings.csv", b"story,finding,text,words,accounts\nx,claim,Rain.,Rain.,1", "table of findings"),
        ("feed.rss", b"<rss version='2.0'/>", "is a feed without entries"),
        ("page.xml", b"<a><b>x</b></a>", "is XML but no feed"),
        ("noise.warc", b"noise " * 99, "is a broken web archive"),
        ("empty.warc", b"", "is a web archive without web pages"),
        ("broken.json", b'{"text": ', "broken JSON"),
        ("deep.json", b"[" * 200_000, "nested too deeply"),
        ("number.json", b"7", "is a JSON number"),
        ("none.json", b"[]", "without articles"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason in only_reason(tmp_path / name)


def test_places_that_are_not_there_or_hold_nothing(tmp_path: Path) -> None:
    assert "does not exist" in only_reason(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    assert "folder without files" in only_reason(tmp_path / "empty")


def test_links_in_a_loop_and_pipes_do_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "lake.txt").write_text("The lake froze.")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "missing.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    pages, rejected = read(tmp_path)
    assert [page.id for page in pages] == ["lake"]
    assert {Path(refusal.file).name for refusal in rejected} == {"self", "gone.txt", "pipe.txt"}


def test_a_file_beyond_the_limit_is_turned_away(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 100)
    assert "larger than" in only_reason(path, IngestSettings(document_bytes=100))


def test_a_line_beyond_the_limit_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"text": "long " * 100}) + "\n" + json.dumps({"text": "short"}) + "\n")
    pages, rejected = read(path, settings=IngestSettings(document_bytes=100))
    assert [page.content for page in pages] == ["short"]
    assert [refusal.file for refusal in rejected] == [f"{path.as_posix()}:1"]


@profile(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    texts=st.lists(st.text(alphabet="ab \n:#", min_size=1, max_size=12), max_size=5),
    turn=st.randoms(use_true_random=False),
)
def test_order_of_the_paths_does_not_matter(tmp_path: Path, texts: list[str], turn: object) -> None:
    paths = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.txt"
        path.write_text(text)
        paths.append(path)
    shuffled = list(paths)
    turn.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ingest(shuffled, settings=SETTINGS) == ingest(paths, settings=SETTINGS)
    pages, rejected = ingest(paths, settings=SETTINGS)
    assert len({page.id for page in pages}) == len(pages)
    assert sum(len(page.files) for page in pages) + len(rejected) == len(paths)
