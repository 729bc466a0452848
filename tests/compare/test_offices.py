from __future__ import annotations

from newstemma.compare.offices import office_differences
from newstemma.model import AnnotatedArticle, Article, Difference, Entity, Mention, Span

NAME = "Ida Osk"


def differences(*titles: tuple[str, ...]) -> list[Difference]:
    """Compare articles that print Ida Osk with the given titles behind her name, one mention for each."""
    articles = []
    for place, printed in enumerate(titles):
        text, mentions = "", []
        for title in printed:
            mentions.append(Mention(Span(str(place), len(text), len(text) + len(NAME)), "name", "person", NAME, title))
            text += f"{NAME}, {title}, spoke of the boats that lay in the harbour for all of the winter. "
        articles.append(AnnotatedArticle(Article(str(place), text), mentions=tuple(mentions)))
    spans = tuple(mention.span for article in articles for mention in article.mentions)
    person = Entity("entity-1", NAME, "person", (NAME,), (), spans)
    return list(office_differences(articles, [person]))


def test_the_office_of_a_part_and_the_whole_office_are_precision() -> None:
    (found,) = differences(("director for the north at Osk Ferries",), ("director at Osk Ferries",))
    assert (found.kind, found.nature, found.about) == ("name", "precision", NAME)
    assert [position.value for position in found.positions] == [
        "director for the north at Osk Ferries",
        "director at Osk Ferries",
    ]


def test_a_deputy_is_not_the_head() -> None:
    (found,) = differences(("director of Osk Ferries",), ("deputy director of Osk Ferries",))
    assert [position.value for position in found.positions] == [
        "deputy director of Osk Ferries",
        "director of Osk Ferries",
    ]


def test_a_bare_title_another_office_and_the_same_are_no_difference() -> None:
    deputy = ("deputy director of Osk Ferries",)
    assert not differences(deputy, ("director",))
    assert not differences(deputy, ("pilot of the Osk Ferries",))
    assert not differences(deputy, deputy)
    assert not differences()


def test_an_article_that_says_more_elsewhere_agrees() -> None:
    assert not differences(("deputy director of Osk Ferries",), ("director of Osk Ferries", "deputy director"))
