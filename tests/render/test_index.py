"""What articles are called."""

from __future__ import annotations

import pytest

from newstemma.model import Article, Dossier, Metadata
from newstemma.render.index import index


def names(*articles: Article) -> list[str]:
    found = index(Dossier("d", "", "", articles)).names
    return [found[article.id] for article in articles]


@pytest.mark.parametrize(
    ("identifiers", "expected"),
    [
        (["000_e1a2b3c4d5f6", "001_4ac97c34c04"], ["000", "001"]),
        (["tide_e1a2b3c4d5f6", "tide_4ac97c34c04"], ["tide_e1a2b3c4d5f6", "tide_4ac97c34c04"]),
        (["tide_e1a2b3c4d5f6", "tide"], ["tide_e1a2b3c4d5f6", "tide"]),
        (
            ["e1a2b3c4d5f6", "2026-03-12", "the-decade", "part_20260312"],
            ["e1a2b3c4d5f6", "2026-03-12", "the-decade", "part"],
        ),
    ],
)
def test_a_checksum_is_left_out_where_nothing_is_lost(identifiers: list[str], expected: list[str]) -> None:
    assert names(*(Article(identifier, "Rain.") for identifier in identifiers)) == expected


def test_an_outlet_is_the_name_and_two_articles_of_one_outlet_say_which() -> None:
    tern = Metadata(outlet="The Tern")
    assert names(Article("a", "Rain.", about=tern), Article("b", "Rain.")) == ["The Tern", "b"]
    assert names(Article("a", "Rain.", about=tern), Article("b", "Sun.", about=tern)) == [
        "The Tern (a)",
        "The Tern (b)",
    ]
