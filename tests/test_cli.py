"""The command line as a user meets it: what goes to stdout, what to stderr, which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LAKE = Path(__file__).resolve().parents[1] / "examples" / "lake"

STORY = """outlet: The Tern

The old ferry between Arlund and Skerry will sail again in May, the harbour office said on Monday.

“The ferry will sail every morning,” said Mona Hastrup, who runs the office. “It will be cheap.”
"""


def newstemma(
    *arguments: str | Path, cwd: Path | None = None, stdin: str | None = None, hash_seed: str = "0"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newstemma.cli", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "100", "PYTHONHASHSEED": hash_seed},
        timeout=120,
        check=False,
    )


def test_version_and_help_have_an_example() -> None:
    assert newstemma("--version").stdout.startswith("newstemma ")
    shown = newstemma("read", "--help")
    assert shown.returncode == 0
    assert "Example" in shown.stdout
    assert "newstemma read" in shown.stdout


def test_the_report_goes_to_stdout_and_nothing_to_stderr() -> None:
    done = newstemma("read", LAKE)
    assert done.returncode == 0
    assert "share the lake" in done.stdout
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


def test_rules_alone_read_without_the_encoder() -> None:
    weights = [
        json.loads(newstemma("read", LAKE, "--json", *more).stdout)["made_with"]["weights"]
        for more in ((), ("--rules",))
    ]
    assert weights[0] != "rules"
    assert weights[1] == "rules"


def test_json_is_one_document_on_stdout() -> None:
    for arguments in (["--json"], ["--format", "json"]):
        done = newstemma("read", LAKE, *arguments)
        document = json.loads(done.stdout)
        assert document["schema"] == "newstemma/1"
        assert len(document["dossiers"]) == 1


def test_the_order_of_sets_changes_no_byte() -> None:
    written = {newstemma("read", LAKE, "--json", hash_seed=seed).stdout for seed in ("1", "2", "3")}
    assert len(written) == 1


def test_every_form_can_be_written(tmp_path: Path) -> None:
    names = ["d.html", "d.json", "d.jsonl", "d.md", "d.csv", "d.xlsx", "d.annotations.jsonld", "d.quotations.jsonld"]
    done = newstemma("read", LAKE, *(part for name in names for part in ("-o", tmp_path / name)))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))["schema"] == "newstemma/1"
    lines = (tmp_path / "d.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line) for line in lines)
    assert (tmp_path / "d.md").read_text(encoding="utf-8").startswith("#")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "d.csv").read_text(encoding="utf-8"))))
    assert len(rows) > 5
    assert (tmp_path / "d.xlsx").read_bytes().startswith(b"PK")
    assert json.loads((tmp_path / "d.annotations.jsonld").read_text(encoding="utf-8"))["type"] == "AnnotationPage"
    quotations = json.loads((tmp_path / "d.quotations.jsonld").read_text(encoding="utf-8"))["@graph"]
    assert {quotation["@type"] for quotation in quotations} == {"Quotation"}
    assert done.stdout == ""


def test_a_form_is_printed_beside_an_output(tmp_path: Path) -> None:
    done = newstemma("read", LAKE, "-o", tmp_path / "d.html", "--json")
    assert json.loads(done.stdout)["schema"] == "newstemma/1"
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert newstemma("read", LAKE, "-o", tmp_path / "d.out", "--format", "md").returncode == 0
    assert (tmp_path / "d.out").read_text(encoding="utf-8").startswith("#")


def test_several_stories_give_several_dossiers(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(STORY, encoding="utf-8")
    done = newstemma("read", LAKE, tmp_path / "ferry.txt", "--json")
    sizes = [len(dossier["articles"]) for dossier in json.loads(done.stdout)["dossiers"]]
    assert sizes == [6, 1]


def test_articles_come_by_the_standard_input() -> None:
    lines = "".join(json.dumps({"text": STORY.partition("\n\n")[2], "outlet": outlet}) + "\n" for outlet in "ab")
    for given, outlets in ((STORY, ["The Tern"]), (lines, ["a", "b"])):
        (dossier,) = json.loads(newstemma("read", "-", "--json", stdin=given).stdout)["dossiers"]
        assert [article["outlet"] for article in dossier["articles"]] == outlets
    empty = newstemma("read", "-", stdin="")
    assert empty.returncode == 1
    assert empty.stderr == "not read: - (ingest): is empty; it should hold an article\n"


def test_columns_of_a_table_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("Brödtext,Tidning\nThe ferry will sail again in May.,Tärnan\n", encoding="utf-8")
    done = newstemma("read", tmp_path / "in.csv", "--columns", "text=brödtext, outlet=Tidning", "--json")
    assert json.loads(done.stdout)["dossiers"][0]["articles"][0]["outlet"] == "Tärnan"
    for wrong in ("words=Body", "text", "text="):
        done = newstemma("read", tmp_path / "in.csv", "--columns", wrong)
        assert done.returncode == 2
        assert "FIELD=NAME" in done.stderr


def test_addresses_are_never_those_of_a_private_network(tmp_path: Path) -> None:
    (tmp_path / "tern.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "feed.xml").write_text(
        """<rss version="2.0"><channel><item><link>http://127.0.0.1/admin</link>
        <description>The old ferry between Arlund and Skerry will sail again in May.</description></item>
        </channel></rss>""",
        encoding="utf-8",
    )
    done = newstemma("read", "http://localhost:8080/", "file:///etc/passwd", tmp_path, "--fetch", "--rules", "--json")
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert sum(len(dossier["articles"]) for dossier in document["dossiers"]) == 2
    files = ["file:///etc/passwd", "http://localhost:8080/", f"{(tmp_path / 'feed.xml').as_posix()}#1"]
    assert sorted(entry["file"] for entry in document["rejected"]) == sorted(files)
    assert done.stderr.count("not read: ") == 3
    assert done.stderr.count("127.0.0.1, which is no public address") + done.stderr.count("leads to ::1") == 2


def test_an_unknown_ending_is_misuse(tmp_path: Path) -> None:
    done = newstemma("read", LAKE, "-o", tmp_path / "dossier.docx")
    assert done.returncode == 2
    assert ".html" in done.stderr.replace("\n", " ")


def test_no_arguments_is_misuse() -> None:
    assert newstemma("read").returncode == 2


def test_a_folder_that_does_not_exist_reads_nothing() -> None:
    done = newstemma("read", "no/such/folder")
    assert done.returncode == 1
    assert "no/such/folder" in done.stderr


def test_output_into_a_missing_folder_says_so(tmp_path: Path) -> None:
    done = newstemma("read", LAKE, "-o", tmp_path / "missing" / "d.html")
    assert done.returncode == 2
    assert "cannot write" in done.stderr.replace("\n", " ")


def test_keep_residue_marks_nothing() -> None:
    def removed(*arguments: str) -> int:
        document = json.loads(newstemma("read", LAKE, "--json", *arguments).stdout)
        return sum(len(article["removed"]) for dossier in document["dossiers"] for article in dossier["articles"])

    assert removed() > 0
    assert removed("--keep-residue") == 0


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(600),
    "broken.json": b'{"text": "The ferry',
    "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    "german.txt": (
        "Die Fähre zwischen den beiden Inseln wird im Mai wieder fahren, sagte die Leiterin des Hafenamtes am Montag. "
        "Sie wird jeden Morgen ablegen und nicht viel kosten, denn die Gemeinde gibt Geld dazu. "
    ).encode()
    * 4,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_reported_and_stops_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    done = newstemma("read", tmp_path, "--json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert [article["id"] for dossier in document["dossiers"] for article in dossier["articles"]] == ["good"]
    (rejected,) = document["rejected"]
    assert name in rejected["file"]
    assert len(rejected["reason"]) > 20
    assert name in done.stderr


def test_a_huge_file_is_reported(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(60_000_000)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    document = json.loads(newstemma("read", tmp_path, "--json").stdout)
    assert "huge.txt" in document["rejected"][0]["file"]
    assert len(document["dossiers"]) == 1


def test_another_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(STORY.encode("windows-1252"))
    document = json.loads(newstemma("read", tmp_path, "--json").stdout)
    assert "“The ferry will sail" in document["dossiers"][0]["articles"][0]["text"]


def test_one_broken_line_leaves_the_others(tmp_path: Path) -> None:
    good = [json.dumps({"id": str(n), "text": f"{STORY} Number {n}."}) for n in range(2)]
    (tmp_path / "a.jsonl").write_text(f"{good[0]}\n{{broken\n{good[1]}\n", encoding="utf-8")
    document = json.loads(newstemma("read", tmp_path / "a.jsonl", "--json").stdout)
    assert sum(len(dossier["articles"]) for dossier in document["dossiers"]) == 2
    assert "a.jsonl" in document["rejected"][0]["file"]


def test_clashing_identifiers_are_made_distinct(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "same", "text": f"{STORY} Number {n}."}) for n in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    document = json.loads(newstemma("read", tmp_path, "--json").stdout)
    identifiers = [article["id"] for dossier in document["dossiers"] for article in dossier["articles"]]
    assert len(set(identifiers)) == 2
    assert document["rejected"] == []


def test_script_in_a_text_is_shown_as_text(tmp_path: Path) -> None:
    attack = "<script>alert('x')</script><img src=x onerror=alert(1)>"
    (tmp_path / "a.txt").write_text(
        f"{STORY}\nThe harbour office wrote {attack} on its board on Monday.", encoding="utf-8"
    )
    page = newstemma("read", tmp_path, "--format", "html").stdout
    assert "<script" not in page.lower()
    assert "<img" not in page.lower()
    assert "&lt;script&gt;" in page


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m newstemma.cli read {LAKE} --json | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_a_profile_is_made_and_used(tmp_path: Path) -> None:
    told = [
        "The ferry to Skerry sails again in May, the harbour office said.",
        "A bakery in Marren burned down overnight; its owner was abroad.",
        "Pupils of the upper school won a prize for their telescope.",
        "Sugar beet rots in the fields after six weeks of rain.",
        "The library lends tools from now on, saws and ladders among them.",
        "Two owls nest in the tower of the town hall again.",
        "A lorry with bees overturned on the road to Hallin.",
        "The choir looks for tenors before its journey to Osk.",
    ]
    records = [
        {"id": str(n), "outlet": "The Tern", "published": f"2026-0{n}-01", "text": f"{line}\nHear us on Wave {n}"}
        for n, line in enumerate(told, start=1)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    made = newstemma("profile", "a.jsonl", "-o", "p.json", cwd=tmp_path)
    assert made.returncode == 0
    assert made.stderr.endswith("lines that recur: 1, in 1 outlets\n")
    assert newstemma("profile", "a.jsonl", cwd=tmp_path, hash_seed="7").stdout == (tmp_path / "p.json").read_text(
        "utf-8"
    )
    (tmp_path / "one.json").write_text(json.dumps(records[0]), encoding="utf-8")
    plain, whole, alone = (
        json.loads(newstemma("read", name, "--rules", "--json", *more, cwd=tmp_path).stdout)
        for name, more in (("a.jsonl", ()), ("a.jsonl", ("--profile", "p.json")), ("one.json", ("--profile", "p.json")))
    )
    assert whole["made_with"] == alone["made_with"]
    assert set(whole["made_with"]) - set(plain["made_with"]) == {"profile"}
    removed = {a["id"]: a["removed"] for dossier in whole["dossiers"] for a in dossier["articles"]}
    assert {each["text"] for (each,) in removed.values()} == {f"Hear us on Wave {month}" for month in range(1, 9)}
    assert {each["reason"] for (each,) in removed.values()} == {"recurring line"}
    (only,) = alone["dossiers"][0]["articles"]
    assert only["removed"] == removed["1"]


def test_what_holds_no_profile_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "bytes.json").write_bytes(b"\xff\x00")
    for name, complaint in (("a.txt", "is no profile"), ("none.json", "cannot be read"), ("bytes.json", "UTF-8")):
        done = newstemma("read", "a.txt", "--rules", "--profile", name, cwd=tmp_path)
        assert done.returncode == 2
        said = " ".join(done.stderr.replace("│", " ").split())
        assert complaint in said
        assert name in said


def test_a_profile_without_lines_is_said_to_have_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    done = newstemma("profile", "a.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "lines that recur: 0, in 0 outlets\n")
    assert json.loads(done.stdout)["outlets"] == []
