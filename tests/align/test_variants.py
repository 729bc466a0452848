from __future__ import annotations

from tests.align.quoting import article, collated, told

from newstemma.model import Variant

WHOLE = "We will open the harbour to every club only if the town pays the 300 guards."


def variants(*texts: str) -> list[Variant]:
    """Return the variants of the second article's first quotation."""
    (one,) = told(*texts)
    return list(next(witness for witness in one.witnesses if witness.article == "b").variants)


def test_the_same_words_have_no_variant() -> None:
    assert variants(f"“Quill|{WHOLE}”", f"“Quill|{WHOLE[:-1]},” said Quill.") == []


def test_a_cut_end_that_holds_a_condition() -> None:
    first, *more = variants(f"“Quill|{WHOLE}”", "“Quill|We will open the harbour to every club,” said Quill.")
    assert (first.kind, first.wording) == ("truncation", "only if the town pays the 300 guards.")
    assert first.affects == ("condition", "number")
    assert more == []


def test_words_left_out_inside() -> None:
    text = "“Quill|We will open the harbour only if the town pays the 300 guards.”"
    (only,) = variants(f"“Quill|{WHOLE}”", text)
    assert (only.kind, only.wording, only.witness, only.affects) == ("omission", "to every club", "", ())


def test_changed_number_negation_hedge_and_name() -> None:
    cases = {
        "We will open the harbour to every club only if the town pays the 400 guards.": ("number",),
        "We will never open the harbour to every club only if the town pays the 300 guards.": ("negation",),
        "We may open the harbour to every club only if the town pays the 300 guards.": ("hedge",),
        "We will open the harbour to every club only if the good Brackens pays the 300 guards.": ("name",),
    }
    for text, affects in cases.items():
        found = variants(f"“Quill|{WHOLE}”", f"“Quill|{text}”", f"“Quill|{WHOLE}” Rain fell.")
        assert found[0].affects == affects, text


def test_spelling_affects_nothing() -> None:
    found = variants(
        "“Quill|The U.S. navy keeps its co-operation with the old harbour”",
        "“Quill|The US navy keeps its co-operation, with the old harbour”",
    )
    assert [item.kind for item in found] == ["spelling", "spelling"]
    assert all(item.affects == () for item in found)


def test_british_and_american_spelling() -> None:
    (only,) = variants(
        "“Quill|The harbour master recognised the 30 metre mark”",
        "“Quill|The harbor master recognised the 30 metre mark”",
    )
    assert (only.kind, only.wording, only.witness) == ("spelling", "harbour", "harbor")
    (last,) = variants("“Quill|The water stands at 30 metres.”", "“Quill|The water stands at 30 meters,”")
    assert (last.kind, last.wording, last.witness) == ("spelling", "metres", "meters")


FIRST = "We offer the old harbour to the sailing club for ten years."
SECOND = "We will take only registered members (including young members) in exchange for a deposit."
THIRD = "The sum would be small for the club but large for the town."


def test_a_sentence_dropped_about_the_narrators_tag_joins_what_stood_apart() -> None:
    whole = f"“Quill|{FIRST} {SECOND} {THIRD}” Quill wrote."
    silent = f"“Quill|{FIRST[:-1]},” Quill wrote. “Quill|{THIRD}”"
    built = [
        article("a", whole),
        article("b", silent + "\nThe plan is for registered members, officials said."),
        article("c", silent + "\nRain fell."),
    ]
    (one,) = collated(built)
    for name, carried in (("b", "registered members"), ("c", None)):
        found = [variant for witness in one.witnesses if witness.article == name for variant in witness.variants]
        dropped, only, deposit = found
        assert dropped.kind == "omission" and dropped.wording == SECOND
        assert dropped.affects == ("condition", "join")
        assert only.wording == "only registered members" and only.affects == ("condition",)
        told_at = only.elsewhere.of(built[1 if name == "b" else 2][0].article.text) if only.elsewhere else None
        assert told_at == carried
        assert deposit.wording == "in exchange for a deposit." and deposit.elsewhere is None


def test_a_shown_gap_joins_nothing() -> None:
    found = variants(f"“Quill|{FIRST} {SECOND} {THIRD}”", f"“Quill|{FIRST} … {THIRD}”")
    assert found[0].kind == "omission"
    assert "join" not in found[0].affects


def test_what_another_quotation_of_the_article_has_is_not_missing() -> None:
    assert variants(f"“Quill|{FIRST} {SECOND}”", f"“Quill|{FIRST}”\nRain fell.\n“Quill|{SECOND}”") == []


def test_words_that_only_this_witness_adds_at_the_end_of_changed_words() -> None:
    found = variants(
        "“Quill|The guards are in fine spirits despite all the cold in which they were kept.”",
        "“Quill|fine spirits despite all the cold they were kept in,” said Quill.",
        "“Quill|The guards are in fine spirits despite all the cold in which they were kept.”",
    )
    assert {(item.kind, item.wording, item.witness) for item in found} >= {
        ("omission", "in which", ""),
        ("insertion", "", "in"),
    }
