from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.ferry import ferry_dossier

from newstemma.model import Article, Attribution, Dossier, Occasion, Utterance, UtteranceWitness, Variant
from newstemma.render.attestation import attestations, label
from newstemma.render.collation import collate
from newstemma.render.index import index

WORDING = "Nobody saw it. It rained all night on the quay, and all day. The boat left."


def shown(*printed: str, gap_words: int = 8) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in collate(WORDING, printed, gap_words)]


def test_the_whole_wording_is_one_stretch() -> None:
    assert shown(WORDING) == [("has", WORDING)]
    assert shown("nobody saw it it rained all night on the quay – and all day; the boat LEFT") == [("has", WORDING)]


def test_what_is_cut_off_is_lacking() -> None:
    assert shown("Nobody saw it", "The boat left")[1:] == [("gap", "10 words"), ("has", "The boat left.")]
    assert shown("It rained all night on the quay, and all day") == [
        ("lacks", "Nobody saw it."),
        ("has", "It rained all night on the quay, and all day."),
        ("lacks", "The boat left."),
    ]


def test_own_words_stand_where_they_are_printed() -> None:
    assert shown("Oh, nobody saw it")[:2] == [("own", "Oh"), ("has", "Nobody saw it.")]
    assert shown(WORDING.replace("quay", "old pier"))[1:3] == [("lacks", "quay,"), ("own", "old pier")]
    assert shown(WORDING + " At last.")[-1] == ("own", "At last")


@pytest.mark.parametrize("printed", [(), ("",), ("“”",), ("nothing of that sort",)])
def test_a_witness_may_have_none_of_it(printed: tuple[str, ...]) -> None:
    assert [kind for kind, _ in shown(*printed)] in (["gap"], ["gap", "own"], ["own", "gap"])


def test_an_empty_wording_is_empty() -> None:
    assert collate("", [], 8) == ()


@given(st.lists(st.sampled_from("a b c d. e, “f”".split())), st.lists(st.sampled_from("a b c d e f g".split())))
def test_has_and_lacks_together_are_the_wording(wording: list[str], printed: list[str]) -> None:
    found = collate(" ".join(wording), [" ".join(printed)], gap_words=99)
    of_wording = " ".join(each.text for each in found if each.kind != "own")
    assert [c for c in of_wording if c.isalpha()] == [c for c in " ".join(wording) if c.isalpha()]
    of_witness = " ".join(each.text for each in found if each.kind != "lacks")
    assert [c for c in of_witness if c.isalpha()] == [c for c in " ".join(printed) if c.isalpha()]


def quoting(*quotations: str, variants: tuple[tuple[Variant, ...], ...] = ()) -> tuple[Dossier, Utterance]:
    article = Article("a", "\n".join(quotations))
    starts = [article.text.index(each) for each in quotations]
    said = [
        Attribution("a", "direct", (article.span(at, at + len(each)),))
        for at, each in zip(starts, quotations, strict=True)
    ]
    given_variants = variants or ((),) * len(said)
    witnesses = tuple(UtteranceWitness(s.id, "a", 0.5, v) for s, v in zip(said, given_variants, strict=True))
    utterance = Utterance("u", "", "", Occasion(), WORDING, (), witnesses)
    return Dossier("d", "t", "", (article,), attributions=tuple(said), utterances=(utterance,)), utterance


def test_an_article_that_quotes_twice_has_the_words_of_both() -> None:
    first = Variant("truncation", "The boat left.", "", ("condition",))
    second = Variant("truncation", "It rained all night", "")
    dossier, utterance = quoting("Nobody saw it.", "The boat left.", variants=((first,), (second,)))
    (attested,) = attestations(index(dossier), utterance, 8)
    assert [each.kind for each in attested.reading] == ["has", "gap", "has"]
    assert (attested.words, attested.variants) == (6, (second,))


def test_labels_say_what_the_wording_is() -> None:
    dossier, utterance = quoting(WORDING)
    assert label(index(dossier), attestations(index(dossier), utterance, 8)) == "as printed by one article"
    ferry = ferry_dossier()
    labels = [label(index(ferry), attestations(index(ferry), each, 8)) for each in ferry.utterances]
    assert labels == ["in the words of Harbour Office, quoted by 4 articles", "in the same words in 2 articles"]


def test_the_order_of_witnesses_changes_nothing() -> None:
    dossier = ferry_dossier()
    statement = dossier.utterances[0]
    turned = replace(statement, witnesses=statement.witnesses[::-1])
    assert attestations(index(dossier), turned, 8) == attestations(index(dossier), statement, 8)


def test_long_speeches_stay_quick() -> None:
    speech = " ".join(f"the word{number} of" for number in range(1_000))
    other = " ".join(f"the word{number} of" for number in range(0, 2_000, 2))
    assert len(collate(speech, [other], 8)) > 500


def test_own_words_stand_before_a_gap_and_behind_a_few_words() -> None:
    wording = "It stays above forty meters. " + "The price is low for all of us here. " * 3 + "That is all."
    kinds = [each.kind for each in collate(wording, ["It stays above forty metre. That is all."], 8)]
    assert kinds == ["has", "own", "gap", "has"]
    assert [each.kind for each in collate("One red boat.", ["One blue boat."], 8)] == ["has", "lacks", "own", "has"]
