from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.ferry import ARTICLES, ferry_dossier, ferry_reading

from newstemma.model import Article, Claim, Dossier, Metadata, Reading, Span
from newstemma.render.table import COLUMNS, to_csv


def rows(reading: Reading) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(reading), newline="")))


def claiming(text: str) -> Reading:
    span = Span("a", 0, len(text))
    article = Article("a", text, about=Metadata(outlet=text))
    return Reading((Dossier("d", text, "", (article,), claims=(Claim("claim-1", text, span, (span,)),)),), ())


def test_words_are_what_stands_there() -> None:
    texts = {article.id: article.text for article in ARTICLES}
    found = rows(ferry_reading())
    assert {row["finding"] for row in found} == {
        "quote", "report", "claim", "difference", "silence", "wording", "reuse", "timeline",
    }  # fmt: skip
    for row in found:
        if row["finding"] == "silence":
            assert (row["start"], row["end"], row["words"]) == ("", "", "")
        else:
            assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["words"].removeprefix("'")


def test_a_row_for_each_witness_of_an_utterance() -> None:
    quotes = [row for row in rows(ferry_reading()) if row["finding"] == "quote" and row["speaker"] == "Odalys Brenn"]
    assert [row["article"] for row in quotes] == ["gazette", "gazette", "herald", "notice", "tidewatch", "wire"]
    assert {row["accounts"] for row in quotes} == {"3"}


def test_reported_claims_say_whose_words_they_are() -> None:
    (row,) = [row for row in rows(ferry_reading()) if row["finding"] == "claim" and row["nature"] == "reported"]
    assert row["speaker"] == "the islanders' council"


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "\u200b=1", "\tx"])
def test_no_cell_is_a_formula(sign: str) -> None:
    for row in rows(claiming(sign)):
        assert row["words"] == row["story"] == row["outlet"] == f"'{sign}"


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    (row,) = rows(claiming(text))
    assert row["words"].removeprefix("'") == text.removeprefix("'")


def test_lines_end_as_the_rfc_says_and_lone_surrogates_can_be_written() -> None:
    written = to_csv(claiming("x\ud800"))
    assert written.encode("utf-8").count(b"\r\n") == 2
    assert written.startswith(",".join(COLUMNS))


def test_a_silence_on_an_unknown_claim_has_no_text() -> None:
    dossier = replace(ferry_dossier(), claims=(), utterances=(), silences=ferry_dossier().silences[:1])
    assert [row["text"] for row in rows(Reading((dossier,), ())) if row["finding"] == "silence"] == [""]
