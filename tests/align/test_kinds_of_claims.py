"""Claims beside those of whole sentences: parts of sentences, that something was said, who people are."""

from __future__ import annotations

from dataclasses import replace

import pytest

import newstemma
from newstemma.model import Article, Claim, ClaimKind
from newstemma.settings import Settings

ONE_STORY = replace(Settings(), group=replace(Settings().group, one_story=True))

QUARRY = {
    "beacon": (
        "The quarry at Hallin closed its gates on Monday after months of quarrels over dust. The owner, which pledged "
        "loyalty funds to the Brenna Foundation in March 2031, wants to plant birches on the slopes, sell the cranes "
        "to a shipyard and to let swimmers into the flooded pit by autumn. "
        "“Nobody will breathe this dust again,” said the mayor, Tove Aske."
    ),
    "herald": (
        "Crowds cheered in Hallin. Two years earlier the owner had pledged loyalty funds to the Brenna Foundation, "
        "while drivers staged strikes over wages, broken lorries, unpaid overtime and the noise of the night shifts. "
        "Mayor Tove Aske told reporters in Hallin that “nobody will breathe this dust again”."
    ),
    "mail": "Bakers in Hallin sold out by noon. A band played, and children drew birds on the pavement of the square.",
}


def claims(kind: ClaimKind, texts: dict[str, str]) -> list[Claim]:
    articles = [Article(name, text) for name, text in texts.items()]
    (dossier,) = newstemma.collate(articles, settings=ONE_STORY).dossiers
    return [claim for claim in dossier.claims if claim.kind == kind]


def printed(claim: Claim, texts: dict[str, str]) -> list[str]:
    return [witness.of(texts[witness.article]) for witness in claim.witnesses]


def test_what_sentences_tell_in_passing_is_a_claim_of_their_parts() -> None:
    (claim,) = claims("part", QUARRY)
    assert claim.articles == ("beacon", "herald")
    assert printed(claim, QUARRY) == [
        "The owner, which pledged loyalty funds to the Brenna Foundation in March 2031",
        "Two years earlier the owner had pledged loyalty funds to the Brenna Foundation",
    ]


def test_that_something_was_said_is_a_claim_with_the_sentences_that_report_it() -> None:
    (claim,) = claims("speech", QUARRY)
    assert claim.articles == ("beacon", "herald")
    assert claim.reported
    assert all("dust again" in words for words in printed(claim, QUARRY))


def test_an_office_beside_a_name_is_a_claim_wherever_it_stands() -> None:
    (claim,) = claims("office", QUARRY)
    assert printed(claim, QUARRY) == ["mayor, Tove Aske", "Mayor Tove Aske"]


@pytest.mark.parametrize(
    "other",
    [
        # denied
        "In Hallin shops were shut. The owner never pledged loyalty funds to the Brenna Foundation, its lawyers wrote.",
        # another actor
        "In Hallin shops were shut. Its rival Orsund Stone pledged loyalty funds to Lake Clinics, which is far away.",
        # a fixed phrase, no fact
        "In Hallin shops were shut. The Brenna Foundation runs loyalty courses, and the funds of the town are low.",
    ],
)
def test_parts_that_clash_or_state_nothing_are_not_joined(other: str) -> None:
    assert claims("part", {"beacon": QUARRY["beacon"], "herald": other}) == []


def test_order_does_not_matter_and_a_copy_adds_only_itself() -> None:
    turned = dict(reversed(QUARRY.items()))
    assert claims("part", QUARRY) == claims("part", turned)
    copied = QUARRY | {"copy": QUARRY["beacon"]}
    (claim,) = claims("part", copied)
    assert claim.articles == ("beacon", "copy", "herald")


def test_one_sentence_in_two_articles_may_name_others_in_each() -> None:
    told = "He had pledged loyalty funds to the Brenna Foundation in that year, as the books of the town show."
    texts = QUARRY | {
        "copy": f"Jonas Osk spoke in Hallin on Friday about the wages of drivers. {told}",
        "other": f"Ida Moss of the town of Brenna sang about her late father, Karl Moss. {told}",
    }
    (claim,) = claims("part", texts)
    assert {"copy", "other"} <= set(claim.articles)
    assert len({words for words in printed(claim, texts) if words.startswith("He had")}) == 1


def test_articles_that_are_put_together_by_hand_are_one_story() -> None:
    articles = [Article("a", "The ferry sank off Aldport."), Article("b", "Turnips won the prize at the Osk fair.")]
    assert len(newstemma.collate(articles).dossiers) == 2
    assert len(newstemma.collate(articles, settings=ONE_STORY).dossiers) == 1
