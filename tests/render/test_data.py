from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.render.ferry import ferry_dossier, ferry_reading

import newstemma.render.data
from newstemma.model import Account, Article, Change, Dossier, Metadata, Reading, Span, Version
from newstemma.render.data import to_data, to_json, to_jsonl

SCHEMA: dict[str, Any] = json.loads(Path(newstemma.render.data.__file__).with_name("schema.json").read_text("utf-8"))


def closed(schema: Any) -> Any:
    """Return the schema with no room for keys that it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {"additionalProperties": False} | inner if schema.get("type") == "object" else inner


def spans(data: Any, article: str = "") -> Iterator[tuple[str, int, int, str]]:
    """Yield all that looks like a span; residue has its article from outside."""
    if isinstance(data, list):
        for each in data:
            yield from spans(each, article)
    elif isinstance(data, dict):
        if data.keys() >= {"start", "end", "text"}:
            yield data.get("article", article), data["start"], data["end"], data["text"]
        for key, value in data.items():
            yield from spans(value, data["id"] if key == "removed" else article)


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


EARLIER = Version("Sun.", ("0.txt",), "00", Metadata(modified=date(2031, 3, 2)), (), (Change(Span("a", 0, 4), "Sun"),))
CHANGED = Article("a", "Rain.", addresses=("https://tern.example/1",), versions=(EARLIER,))


@pytest.mark.parametrize(
    "reading",
    [
        ferry_reading(),
        Reading((), ()),
        Reading((Dossier("d", "", "", ()),), ()),
        Reading((Dossier("d", "", "", (CHANGED,)),), ()),
    ],
)
def test_json_is_what_the_schema_says_and_nothing_else(reading: Reading) -> None:
    Draft202012Validator(closed(SCHEMA)).validate(json.loads(to_json(reading)))


def test_schema_notices_a_missing_key() -> None:
    data = to_data(ferry_reading())
    del data["dossiers"][0]["claims"][0]["accounts_range"]
    assert list(Draft202012Validator(SCHEMA).iter_errors(data))


def test_every_span_is_exactly_what_stands_there() -> None:
    (dossier,) = to_data(ferry_reading())["dossiers"]
    texts = {article["id"]: article["text"] for article in dossier["articles"]}
    found = list(spans(dossier))
    assert len(found) > 60
    for article, start, end, text in found:
        assert texts[article][start:end] == text


def test_support_is_counted_where_it_was_counted() -> None:
    (dossier,) = to_data(ferry_reading())["dossiers"]
    statement = dossier["utterances"][0]
    assert statement["accounts"] == 3
    assert [position["accounts"] for position in dossier["differences"][0]["positions"]] == [2, 1]
    ships = next(claim for claim in dossier["claims"] if claim["text"].startswith("Two ships"))
    assert (ships["accounts"], ships["accounts_range"]) == (1, [1, 1])


def test_one_account_without_a_count_stands_once() -> None:
    dossier = replace(ferry_dossier(), support={})
    (data,) = to_data(Reading((dossier,), ()))["dossiers"]
    ships = next(claim for claim in data["claims"] if claim["text"].startswith("Two ships"))
    assert (len(ships["articles"]), ships["accounts"]) == (2, 1)


def test_what_is_unknown_is_null() -> None:
    (dossier,) = to_data(ferry_reading())["dossiers"]
    notice = next(article for article in dossier["articles"] if article["id"] == "notice")
    assert (notice["url"], notice["published"], notice["account"]) == (None, None, None)
    council = next(said for said in dossier["attributions"] if said["kind"] == "indirect")
    assert (council["speaker"], council["utterance"], council["speaker_text"]) == (None, None, "the islanders' council")
    assert [(reuse["from"], reuse["to"]) for reuse in dossier["reuse"]] == [("wire", "herald"), (None, None)]
    assert dossier["accounts"][0]["origin"] is None
    assert dossier["terms"] == []


def test_whole_numbers_have_no_point() -> None:
    assert '"low": 11800000,' in to_json(ferry_reading())


def test_a_line_of_jsonl_is_a_dossier() -> None:
    twice = replace(ferry_reading(), dossiers=(ferry_dossier(), Dossier("d", "Rain", "", ())))
    lines = to_jsonl(twice).splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Night ferry to Skarn will sail all winter", "Rain"]
    (dossier, _) = to_data(twice)["dossiers"]
    first = json.loads(lines[0])
    assert (first.pop("schema"), first.pop("made_with")) == ("newstemma/1", dict(ferry_reading().made_with))
    assert first == dossier


AWKWARD = 'a\u2028b\u0085c\ud800d\x00e"</script>\U0001f600\u202e'


def test_awkward_characters_survive_and_can_be_written() -> None:
    article = Article("a", AWKWARD)
    reading = Reading((Dossier("d", "t", "", (article,), accounts=(Account("x", ("a",), "", ()),)),), ())
    for written in (to_json(reading), to_jsonl(reading)):
        assert (
            json.loads(written.encode("utf-8")).get("dossiers", [json.loads(written)])[0]["articles"][0]["text"]
            == AWKWARD
        )
    assert len(to_jsonl(reading).splitlines()) == 1


def test_a_span_of_another_story_is_not_passed_over() -> None:
    dossier = ferry_dossier()
    stray = replace(dossier.claims[0], witnesses=(Span("elsewhere", 0, 4),))
    with pytest.raises(KeyError, match="elsewhere"):
        to_data(Reading((replace(dossier, claims=(stray,)),), ()))
