from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.annotate.names import find_mentions
from newstemma.model import Article, Mention, NamedSpan, Removed, Span
from newstemma.text.sentences import paragraphs, sentences


def mentions(text: str, *residue: tuple[int, int]) -> tuple[Mention, ...]:
    article = Article("a", text)
    article = Article("a", text, removed=tuple(Removed(article.span(*bounds), "plug") for bounds in residue))
    ranges = [bounds for part in paragraphs(text) for bounds in sentences(text, *part)]
    return find_mentions(article, tuple(article.span(*bounds) for bounds in ranges))


def names(text: str) -> dict[str, tuple[str, str]]:
    """Return the names in print, each with the fullest name and the type."""
    return {m.span.of(text): (m.name, m.type) for m in mentions(text) if m.form == "name"}


def test_short_forms_lead_to_the_fullest_name() -> None:
    found = names("Mayor Ida F. Osk spoke in Port Lyle. Later Ms. Osk left. Osk’s aide, Per Moss, stayed.")
    assert found["Ida F. Osk"] == ("Ida F. Osk", "person")
    assert found["Osk"] == ("Ida F. Osk", "person")
    assert found["Per Moss"] == ("Per Moss", "person")


def test_titles_are_not_part_of_the_name() -> None:
    text = "Lylish Foreign Minister Ida Osk met interim chief executive Per Moss and Secretary of State Una Brill."
    titles = {m.name: m.title for m in mentions(text) if m.form == "name" and m.title}
    assert titles == {
        "Ida Osk": "Lylish Foreign Minister",
        "Per Moss": "interim chief executive",
        "Una Brill": "Secretary of State",
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ida Osk, a senior fellow of the Harbor Council, said so.", "senior fellow of the Harbor Council"),
        ("A spokesman for the port, Per Osk, said so.", "spokesman for the port"),
        ("Ida Osk, 45, a teacher from Lyle, said so.", "teacher from Lyle"),
        ("The storm hit Ida Osk, who ran.", ""),
    ],
)
def test_appositions_are_titles(text: str, title: str) -> None:
    assert next(m.title for m in mentions(text) if "Osk" in m.name and m.form == "name") == title


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He joined the Harbor Council of Lyle.", "Harbor Council of Lyle", "organization"),
        ("She works at Osk & Brill Ltd. in town.", "Osk & Brill Ltd.", "organization"),
        ("The Ministry of Fish and Salt objected.", "Ministry of Fish and Salt", "organization"),
        ("They met Jan van der Osk at noon.", "Jan van der Osk", "person"),
        ("They met Aisha al-Oskari at noon.", "Aisha al-Oskari", "person"),
        ("The boat reached Norway at noon.", "Norway", "place"),
        ("He crossed Moss Bay at noon.", "Moss Bay", "place"),
    ],
)
def test_names_of_several_words_are_one(text: str, name: str, kind: str) -> None:
    assert names(text)[name][1] == kind


def test_acronyms_lead_to_their_expansion() -> None:
    found = names("The League of Lylish Sailors (LLS) met. The LLS was angry.")
    assert found["LLS"] == ("League of Lylish Sailors", "organization")


def test_sentence_openings_weekdays_and_headings_are_no_names() -> None:
    text = "Storm Warnings Issued For Northern Coast\nYesterday rain fell. But on Tuesday Osk left. Then Osk ran."
    assert set(names(text)) == {"Osk"}


def test_names_repeated_in_a_heading_are_found_there() -> None:
    text = "Ida Osk Wins Northern Coast Storm Prize\nThe mayor, Ida Osk, won a prize on the coast."
    assert sum(m.name == "Ida Osk" and m.form == "name" for m in mentions(text)) == 2


def test_two_persons_with_one_surname_stay_apart() -> None:
    text = "Anna Osk and Peter Osk spoke. Mr. Osk left. Ms. Osk stayed."
    found = [m.name for m in mentions(text) if m.form == "name"]
    assert found == ["Anna Osk", "Peter Osk", "Peter Osk", "Anna Osk"]


def test_residue_is_skipped() -> None:
    text = "Read more about Ida Osk.\nPer Moss spoke."
    assert {m.name for m in mentions(text, (0, 24))} == {"Per Moss"}


@pytest.mark.parametrize(
    "text", ["", "“”", "\u200b", "🙂 🙂", '"""', "A" * 5000, "Osk, " * 2000, "the the minister " * 500]
)
def test_odd_input_does_no_harm(text: str) -> None:
    assert all(m.span.end <= len(text) for m in mentions(text))


@given(
    st.lists(
        st.sampled_from("Ida Osk the of and said he Mr . , “ ” ’s Bank Ministry U.S. \n de".split(" ")), max_size=40
    )
)
def test_mentions_lie_in_the_text_sorted_and_without_white_space_around(words: list[str]) -> None:
    text = " ".join(words)
    found = mentions(text)
    assert list(found) == sorted(set(found))
    assert all(m.span.of(text) == m.span.of(text).strip() != "" for m in found)
    assert found == mentions(text)


def test_a_country_has_one_name_whatever_form_the_encoder_spans() -> None:
    text = "Cup: United States of America won. The US had lost before."
    article = Article("a", text)
    places = [NamedSpan(Span("a", 5, 29), "place"), NamedSpan(Span("a", 39, 41), "place")]
    found = find_mentions(article, (article.span(0, 34), article.span(35, len(text))), places)
    assert [(mention.span.of(text), mention.name) for mention in found if mention.form == "name"] == [
        ("United States of America", "United States"),
        ("US", "United States"),
    ]
