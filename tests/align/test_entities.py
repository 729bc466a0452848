from __future__ import annotations

import random
from dataclasses import replace

import pytest

from newstemma.align.entities import link_entities
from newstemma.model import AnnotatedArticle, Article, Attribution, Entity, EntityType, Mention


def told(
    identifier: str, *names: str, kind: EntityType = "person", title: str = "", speaker: str = ""
) -> AnnotatedArticle:
    """Return an article that holds `names`, a line each, and one quotation of `speaker`."""
    text = "\n".join([*names, "We won."])
    article, mentions, start = Article(identifier, text), [], 0
    for name in names:
        mentions.append(Mention(article.span(start, start + len(name)), "name", kind, name, title))
        start += len(name) + 1
    said = Attribution(identifier, "direct", (article.span(start, len(text)),), speaker=speaker)
    return AnnotatedArticle(article, mentions=tuple(mentions), attributions=(said,) if speaker else ())


def groups(*articles: AnnotatedArticle) -> list[tuple[str, ...]]:
    return [entity.names for entity in link_entities(articles)[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida F. Osk", "Ida Osk"),
        ("Ida Osk", "Osk"),
        ("Ida Ósk", "Ida Osk"),
        ("Mr. Per Osk", "Per Osk"),
        ("Per Osk Jr.", "Per Osk Jr"),
    ],
)
def test_forms_of_one_person_are_one_entity(one: str, other: str) -> None:
    assert groups(told("a", one), told("b", other)) == [tuple(sorted((one, other)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. Fish Department", "Fish Department"),
        ("US Fish Department", "U.S. Fish Department"),
        ("League of Lylish Sailors", "LLS"),
        ("Oskco Inc.", "Oskco"),
        ("Osk Fish Bank", "the Osk Fish Bank"),
    ],
)
def test_forms_of_one_organisation_are_one_entity(one: str, other: str) -> None:
    found = groups(told("a", one, kind="organization"), told("b", other, kind="organization"))
    assert found == [tuple(sorted((one, other)))]


def test_persons_with_one_surname_stay_apart_and_the_bare_surname_with_neither() -> None:
    assert groups(told("a", "Ida Osk"), told("b", "Per Osk"), told("c", "Osk")) == [
        ("Ida Osk",),
        ("Osk",),
        ("Per Osk",),
    ]


def test_a_title_tells_which_of_two_a_surname_means() -> None:
    found = groups(
        told("a", "Ida Osk", title="mayor"), told("b", "Per Osk", title="pilot"), told("c", "Osk", title="pilot")
    )
    assert found == [("Ida Osk",), ("Osk", "Per Osk")]


def test_father_and_son_stay_apart() -> None:
    assert len(groups(told("a", "Per Osk Sr."), told("b", "Per Osk Jr."))) == 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Mike Osk", "Michael J. Osk Jr.", True),
        ("Tim Osk", "Timothy Osk", True),
        ("Robert Osk", "Bob Osk", True),
        ("Mike Osk", "Miriam Osk", False),
        ("Mike Osk", "Michael Veldt", False),
        ("Al Osk", "Alma Osk", False),
    ],
)
def test_what_a_person_is_called(one: str, other: str, together: bool) -> None:
    assert len(groups(told("a", one), told("b", other))) == (1 if together else 2)


def test_two_of_one_article_are_two_people() -> None:
    assert len(groups(told("a", "Mike Osk", "Michael Osk"))) == 2


def test_a_person_and_a_place_of_one_name_stay_apart() -> None:
    assert len(groups(told("a", "Lyle"), told("b", "Lyle", kind="place"))) == 2


def test_described_speakers_are_entities() -> None:
    articles = [
        told("a", "Oskco", kind="organization", speaker="an Oskco spokesman"),
        told("b", "Oskco", kind="organization", speaker="an Oskco spokeswoman"),
    ]
    entities, speakers = link_entities(articles)
    assert len(entities) == 2
    assert len(speakers) == 2
    assert len(set(speakers.values())) == 1


def test_speakers_lead_to_the_entity_of_the_fullest_name() -> None:
    entities, speakers = link_entities([told("a", "Osk", speaker="Osk"), told("b", "Ida Osk", speaker="Ida Osk")])
    by_id: dict[str, Entity] = {entity.id: entity for entity in entities}
    assert [by_id[identifier].name for identifier in speakers.values()] == ["Ida Osk", "Ida Osk"]


def test_the_order_of_articles_does_not_matter() -> None:
    forms = ["Ida F. Osk", "Ida Osk", "Osk", "Per Moss", "Moss", "Jan Moss", "Ida Brill", "Osk Jr."]
    articles = [told(f"a{number}", name, "Lyle", speaker=name) for number, name in enumerate(forms)]
    first = link_entities(articles)
    for seed in range(10):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert link_entities(shuffled) == first


def test_doors_meet_nothing_one_and_two_alike() -> None:
    assert link_entities([]) == ((), {})
    assert [entity.name for entity in link_entities([told("a", "Ida Osk")])[0]] == ["Ida Osk"]
    both, _ = link_entities([told("a", "Ida Osk"), told("b", "Ida Osk")])
    assert [(entity.name, len(entity.mentions)) for entity in both] == [("Ida Osk", 2)]


def test_every_mention_with_a_name_belongs_to_one_entity() -> None:
    articles = [told("a", "Ida Osk", "Per Moss"), told("b", "Osk", "Moss", "Lyle")]
    spans = [span for entity in link_entities(articles)[0] for span in entity.mentions]
    assert sorted(spans) == sorted(mention.span for article in articles for mention in article.mentions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Save Our Harbor", "#SaveOurHarbor"),
        ("Save Our Harbor campaign", "#SaveOurHarbor campaign"),
        ("League of Lylish Sailors", "LLS Africa"),
    ],
)
def test_tags_and_branches_join_their_body(one: str, other: str) -> None:
    found = groups(told("a", one, kind="organization"), told("b", other, kind="organization"))
    assert found == [tuple(sorted((one, other)))]


def test_a_branch_of_an_unknown_body_stays_apart() -> None:
    assert len(groups(told("a", "Fish Bank", kind="organization"), told("b", "LLS Africa", kind="organization"))) == 2


def test_the_holder_of_an_office_is_known_by_its_title() -> None:
    titled = told("a", "Ida Osk", title="president of the Lyle Board")
    described = told("b", "Lyle Board", kind="organization", speaker="a Lyle Board president")
    said = replace(described.attributions[0], speaker_text="the president of the Lyle Board")
    entities, speakers = link_entities([titled, replace(described, attributions=(said,))])
    assert {entity.id: entity.name for entity in entities}[speakers[said.id]] == "Ida Osk"
