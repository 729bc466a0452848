"""The door as a whole: a page becomes an article, or an error that says why not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import fromstring

from newstemma.clean import clean
from newstemma.clean.frames import framed_texts
from newstemma.clean.residue import find_residue
from newstemma.errors import ArticleError
from newstemma.model import Article, Media, Metadata, Page
from newstemma.settings.clean import CleanSettings

SETTINGS = CleanSettings()
BODY = (
    "The keeper of Lake Marren said on Monday that the ice would hold for another week, and nobody had been hurt.\n"
    "About forty skaters were on the ice when it was closed, according to the parish council of the village nearby.\n"
    "“We will open it again when it is safe,” said the keeper, who has looked after the lake since he was a boy."
)


def page(content: str, *, media: Media = "text", about: Metadata | None = None) -> Page:
    return Page("a", ("a.txt",), "0" * 64, media, content, about or Metadata())


def cleaned(content: str, *, about: Metadata | None = None, options: CleanSettings = SETTINGS) -> Article:
    return clean(page(content, about=about), settings=options)


def removed(article: Article) -> list[tuple[str, str]]:
    return [(mark.span.of(article.text), mark.reason) for mark in article.removed]


def html(body: str, head: str = "") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n"))
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Lake Closed</title>{head}</head><body><nav>Home News Sport</nav>"
        f"<article><h1>Lake Closed</h1>{paragraphs}</article><footer>All rights reserved</footer></body></html>"
    )


def test_a_text_without_residue_stays_as_it_came() -> None:
    article = cleaned(BODY)
    assert (article.text, article.removed, article.id, article.files) == (BODY, (), "a", ("a.txt",))


def test_only_line_ends_change() -> None:
    assert cleaned("  Rain.\r\n\r\nSun. \n").text == "  Rain.\n\nSun. \n"


def test_all_residue_of_an_article_at_once() -> None:
    article = cleaned(
        "Featured\nSkaters Leave Lake Marren As Ice Breaks\nBy Ann Roe, The Gull | Updated: 2025-02-04 09:30\n"
        f"{BODY}\nskaters leave lake marren as ice breaks\nPhoto: Bo Lund\nNow Read:\nvia February 5th 2025"
    )
    assert removed(article) == [
        ("Featured", "section label"),
        ("Skaters Leave Lake Marren As Ice Breaks", "headline"),
        ("By Ann Roe, The Gull | Updated: 2025-02-04 09:30", "date line"),
        ("skaters leave lake marren as ice breaks", "image text"),
        ("Photo: Bo Lund", "photo credit"),
        ("Now Read:", "related link"),
        ("via February 5th 2025", "date line"),
    ]
    assert article.about.title == "Skaters Leave Lake Marren As Ice Breaks"
    assert article.about.author == "Ann Roe, The Gull"
    assert article.about.published == date(2025, 2, 5)  # the other one says when the text was changed
    assert "".join(span.of(article.text) for span in article.kept()).strip() == BODY


def test_residue_can_stay() -> None:
    text = f"date 2025-02-04 {BODY}\nShare this story"
    article = cleaned(text, options=CleanSettings(keep_residue=True))
    assert (article.removed, article.about.published) == ((), date(2025, 2, 4))


def test_what_the_input_says_wins() -> None:
    about = Metadata(title="Ice", published=date(2025, 1, 1), language="de")
    article = cleaned(f"Published: 4 February 2025\n{BODY}", about=about)
    assert (article.about.title, article.about.published) == ("Ice", date(2025, 1, 1))
    assert article.about.language == "en"  # the words say so


def test_a_date_in_prose_is_no_date_of_the_text() -> None:
    article = cleaned(f"On 4 February 2025 the lake froze over, the council of the village said.\n{BODY}")
    assert (article.about.published, article.removed) == (None, ())


@pytest.mark.parametrize("text", ["", " \n\t ", "\u00a0\n"])
def test_nothing_but_white_space(text: str) -> None:
    with pytest.raises(ArticleError, match="only white space") as caught:
        cleaned(text)
    assert caught.value.stage == "clean"


GERMAN = (
    "Der See ist zugefroren, sagte der Wärter am Montag, und es werde noch eine Woche dauern, bis das Eis so dünn "
    "ist, dass niemand mehr darauf gehen darf, aber die Kinder wollen nicht warten und laufen schon jetzt."
)
FRENCH = (
    "Le lac est gelé, a dit le gardien lundi, et il faudra encore une semaine avant que la glace ne soit trop mince "
    "pour que les enfants puissent y jouer, mais personne ne veut attendre le printemps."
)
RUSSIAN = "Озеро замёрзло, сказал сторож в понедельник, и пройдёт неделя, прежде чем лёд станет тонким для детей."


@pytest.mark.parametrize("text", [GERMAN, FRENCH, RUSSIAN])
def test_another_language_is_turned_away_with_its_share(text: str) -> None:
    with pytest.raises(ArticleError, match=r"not .*in English: \d+(\.\d)?% of its") as caught:
        cleaned(text)
    assert caught.value.stage == "clean"


def test_a_few_words_pass_in_any_language() -> None:
    article = cleaned("Der See ist zu.", about=Metadata(language="de"))
    assert article.about.language == "de"


def test_a_page_gives_its_article_and_what_it_says() -> None:
    written = '{"@type": "NewsArticle", "datePublished": "2025-02-04T09:30:00Z", "dateModified": "2025-02-05"}'
    head = (
        "<meta property='og:site_name' content='The Gull'><meta name='author' content='Ann Roe'>"
        f"<script type='application/ld+json'>{written}</script>"
    )
    article = clean(page(html(BODY, head), media="html"), settings=SETTINGS)
    assert "All rights reserved" not in article.text
    assert [line for line in BODY.split("\n") if line not in article.text] == []
    about = article.about
    assert (about.title, about.outlet, about.author) == ("Lake Closed", "The Gull", "Ann Roe")
    assert about.published == datetime(2025, 2, 4, 9, 30, tzinfo=UTC)
    assert about.modified == date(2025, 2, 5)


def test_captions_and_boxes_of_a_page_are_told_by_the_page() -> None:
    caption = "The keeper walks along the shore of the lake at dawn, before the skaters come."
    paragraphs = BODY.split("\n")
    figure = f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    written = html("@@".join(paragraphs)).replace("@@", f"</p>{figure}<p>", 1).replace("@@", "</p><p>")
    article = clean(page(written, media="html"), settings=SETTINGS)
    kept = "".join(span.of(article.text) for span in article.kept())
    assert caption not in kept
    assert [line for line in paragraphs if line not in kept] == []


def test_lines_that_a_page_sets_apart() -> None:
    boxed = "Ferries stay in harbour for a third day."
    text = "\n".join([*[line + " It was cold." for line in BODY.split("\n")], boxed])
    found = find_residue(text, Metadata(), SETTINGS, media="html", framed={boxed: "related link"})
    assert [(text[mark.start : mark.end], mark.reason) for mark in found.marks] == [(boxed, "related link")]
    frame = dict.fromkeys(text.split("\n"), "related link")  # a page that calls its article a box
    assert find_residue(text, Metadata(), SETTINGS, media="html", framed=frame).marks == ()


def test_a_quotation_in_a_box_is_none() -> None:
    tree = fromstring(
        "<body><aside><blockquote>The ice sang.</blockquote></aside>"
        "<div class='related-links'><a>Ferries stay</a></div>"
        "<img alt='The keeper of the lake'><img alt='Logo'></body>"
    )
    assert framed_texts(tree) == {"Ferries stay": "related link", "The keeper of the lake": "image text"}


@pytest.mark.parametrize("content", ["", "<html></html>", "<html><body><nav>Home</nav></body></html>", "<" * 1000])
def test_a_page_without_an_article(content: str) -> None:
    with pytest.raises(ArticleError, match="without an article"):
        clean(page(content, media="html"), settings=SETTINGS)


PIECES = st.sampled_from(
    [
        "Share this story", "Photo: Bo Lund", "Read more:", "Ice Breaks on Lake", "via February 4th 2025", "",
        "[RELATED: Ice breaks…]", "The ice broke.", "“", "date 2025-02-04 The ice broke.", "\u200b", "🙂", "...", " ",
        "its the folks",
        "Skaters who were on the ice of the lake when it broke can be seen", "By Ann Roe", "https://gull.example/1",
    ]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=20), min_size=1, max_size=14), st.sampled_from(["Ice Breaks on Lake", None]))
def test_marks_are_sorted_apart_and_inside(lines: list[str], title: str | None) -> None:
    text = "\n".join(lines)
    try:
        article = cleaned(text, about=Metadata(title=title))
    except ArticleError:
        return
    assert article.text == text.replace("\r\n", "\n")
    end = 0
    for mark in article.removed:
        assert end <= mark.span.start < mark.span.end <= len(article.text)
        assert mark.reason
        assert mark.span.of(article.text).strip()
        end = mark.span.end
    again = cleaned(article.text, about=Metadata(title=title))
    assert again.removed == article.removed
