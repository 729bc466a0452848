from __future__ import annotations

import pytest

from newstemma.annotate.names import find_mentions
from newstemma.model import Article
from newstemma.text.sentences import paragraphs, sentences


def meant(text: str, words: str) -> str:
    """Return whom the last mention printed as `words` stands for."""
    article = Article("a", text)
    ranges = [bounds for part in paragraphs(text) for bounds in sentences(text, *part)]
    found = find_mentions(article, tuple(article.span(*bounds) for bounds in ranges))
    return [m.name for m in found if m.span.of(text) == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mayor Ida Osk spoke. The mayor was tired.", "The mayor", "Ida Osk"),
        ("Secretary of State Ida Osk spoke. Later the secretary of state left.", "the secretary of state", "Ida Osk"),
        ("Per Moss, a law professor, spoke. The law professor left.", "The law professor", "Per Moss"),
        ("Kenya’s President Ida Osk met Per Moss. The Kenyan president left.", "The Kenyan president", "Ida Osk"),
        ("Gov. Ida Osk met Sen. Per Moss. The senator left.", "The senator", "Per Moss"),
        ("The retailer Oskco sells fish. The company is old.", "The company", "Oskco"),
        ("The Harbor Council met. Then the council voted.", "the council", "Harbor Council"),
        ("A storm came. The mayor was tired.", "The mayor", ""),
    ],
)
def test_nominals_are_tied_to_names(text: str, words: str, name: str) -> None:
    assert meant(text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mr. Osk met Mrs. Brill. He left.", "He", "Osk"),
        ("Mr. Osk met Mrs. Brill. She left.", "She", "Brill"),
        ("Anna Osk spoke. Her aide wrote to Peter Moss. She left.", "She", "Anna Osk"),
        ("Per Osk praised the book of Jan Moss. He left.", "He", "Per Osk"),
        ("The weather was bad. She left.", "She", ""),
    ],
)
def test_pronouns_mean_the_subject_of_fitting_gender(text: str, words: str, name: str) -> None:
    assert meant(text, words) == name


def test_a_body_called_after_a_country_has_one_name() -> None:
    text = "Kenya’s government met. The Kenyan government voted. Then the government slept."
    assert meant(text, "the government") == meant(text, "The Kenyan government") == "Kenyan government"


def test_a_body_called_after_its_leader_is_not_its_leader() -> None:
    text = "Ida Osk won. The Osk administration said so."
    assert meant(text, "The Osk administration") == "Osk administration"
