from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.ferry import ARTICLES, ferry_dossier, ferry_reading

import newstemma.render.page
from newstemma.model import (
    Article,
    Attribution,
    Change,
    Claim,
    Dossier,
    Metadata,
    Moment,
    Occasion,
    Reading,
    Rejected,
    Removed,
    Span,
    SummaryLine,
    Utterance,
    UtteranceWitness,
    Version,
)
from newstemma.render import view
from newstemma.render.page import lay_out, to_html
from newstemma.render.phrases import printable

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Reader(HTMLParser):
    """Reads a page: its text, its tags with their attributes, its anchors, and whether all that opens closes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.tags if attribute in attrs]


def telling(text: str, **about: str) -> Reading:
    """Return a story of one article in which everything is cited and everything is `text`."""
    article = Article("a", text, (text,), about=Metadata(text, text, **about))  # type: ignore[arg-type]
    span = Span("a", 0, len(text))
    said = Attribution("a", "direct", (span,), speaker_text=text)
    claim = Claim("claim-1", text, span, (span,))
    words = Utterance("utterance-1", "", text, Occasion(text), text, (), (UtteranceWitness(said.id, "a", 1.0),))
    dossier = Dossier(
        "story-1",
        text,
        text,
        (article,),
        (SummaryLine(text, claim.id, 1),),
        attributions=(said,),
        utterances=(words,),
        claims=(claim,),
    )
    return Reading((dossier,), (Rejected(text, "ingest", text),), {"version": text})


@pytest.mark.parametrize(
    "reading",
    [
        Reading((), ()),
        Reading((Dossier("d", "", "", ()),), ()),
        ferry_reading(),
        replace(ferry_reading(), dossiers=(ferry_dossier(), Dossier("d", "Rain", "", (Article("r", "Rain."),)))),
    ],
)
def test_page_is_whole_in_itself(reading: Reading) -> None:
    page = Reader(to_html(reading))
    ids = Counter(page.all("id"))
    assert not [name for name, times in ids.items() if times > 1]
    inside = [href[1:] for href in page.all("href") if href.startswith("#")]
    assert set(inside) <= set(ids)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "link", "form"}
    assert not page.all("src") and not page.all("style")
    assert all(href.startswith(("#", "https://")) for href in page.all("href"))


def test_sections_come_in_the_order_of_need() -> None:
    page = to_html(ferry_reading())
    order = ["agreed", "differs", "said", "alone", "silences", "wording", "accounts", "timeline", "articles"]
    places = [page.index(f'id="{ferry_dossier().id}-{name}"') for name in order]
    assert places == sorted(places)
    assert page.index('id="rejected"') > places[-1]


def test_every_article_stands_whole() -> None:
    page = Reader(to_html(ferry_reading()))
    for article in ARTICLES:
        for line in article.text.splitlines():
            assert "".join(line.split()) in "".join(page.text.split())


def test_residue_shows_its_reason() -> None:
    assert "Ellery Gazette [photo credit]" in Reader(to_html(ferry_reading())).text


def test_statement_shows_which_outlet_has_which_words() -> None:
    (story,) = lay_out(ferry_reading()).stories
    statement = story.utterances[0]
    assert (statement.label, statement.accounts) == (
        "in the words of Harbour Office, quoted by 4 articles",
        "3 accounts (2 to 3)",
    )
    rows = {row.names: row for row in statement.rows}
    assert rows["Harbour Office"].share == "all words, primary text"
    assert [each.kind for each in rows["Ellery Gazette"].reading] == ["has", "gap", "has"]
    assert [(each.kind, each.text) for each in rows["Tidewatch"].reading][-3:] == [
        ("lacks", "Nobody"),
        ("own", "No one"),
        ("has", "who lives on Skarn will be left behind."),
    ]


def test_three_cases_of_what_a_quotation_lacks_are_told_apart() -> None:
    (story,) = lay_out(ferry_reading()).stories
    rows = {row.names: row.variants for row in story.utterances[0].rows}
    (gazette,), herald, tidewatch = rows["Ellery Gazette"], rows["Skarn Herald"][0], rows["Tidewatch"][0]
    assert (gazette.case, gazette.affects, gazette.elsewhere) == ("not found in this article", "a condition", None)
    assert herald.case == "carried elsewhere in this article:"
    assert herald.elsewhere and "registered residents only" in herald.elsewhere.text
    assert (tidewatch.says, tidewatch.case) == (
        "begins after “The night ferry will run all winter.”",
        "absent from this quotation",
    )


def test_same_words_need_no_table() -> None:
    (story,) = lay_out(ferry_reading()).stories
    remark = story.utterances[1]
    assert (remark.label, remark.rows, remark.names) == (
        "in the same words in 2 articles",
        (),
        "Coastline Wire, Tidewatch",
    )


def test_claims_are_sorted_by_their_accounts() -> None:
    settled = replace(ferry_dossier(), differences=())
    (story,) = lay_out(Reading((settled,), ())).stories
    assert [each.text for each in story.shared] == ["The agreement costs 11.8 million crowns and lasts nine years."]
    assert [section.names for section in story.alone] == ["Coastline Wire, Skarn Herald", "Ellery Gazette", "Tidewatch"]


def test_one_side_of_a_conflict_is_not_agreed() -> None:
    (story,) = lay_out(ferry_reading()).stories
    assert [each.text for each in story.shared] == []


def test_only_addresses_of_the_web_are_linked() -> None:
    page = Reader(to_html(ferry_reading()))
    assert not any("tidewatch.example" in href for href in page.all("href"))
    assert "https://wire.example/news/ferry-1#:~:text=11.8%20million%20crowns" in page.all("href")


def test_inferred_days_are_marked() -> None:
    (story,) = lay_out(ferry_reading()).stories
    assert [moment.inferred for moment in story.timeline] == [False, True, False]
    assert {article.name: article.inferred for article in story.articles}["Tidewatch"] == "Tue 4 Feb 2031"
    assert Reader(to_html(ferry_reading())).text.count("inferred") == 2


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\" onmouseover='alert(1)' x=\"",
    "&lt;b&gt; & <b> {{ 7*7 }} {% raw %}",
    "-->]]><![CDATA[<svg onload=alert(1)>",
    "a\x00b\x1b[31mc\x07\ud800\ufffe",
    "\u202eevil\u2066\u200f \U0001f6a2 \u200b",
    "\n\n \u2028\n",
    "“” „ « »",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text: str) -> None:
    written = to_html(telling(text, url="javascript:alert(1)", language='x" onload="y'))
    written.encode("utf-8")
    page = Reader(written)
    assert "".join(printable(text).split()) in "".join(page.text.split())
    harmless = Reader(to_html(telling("harmless", url="x", language="en")))
    assert {name for _, attrs in page.tags for name in attrs} <= {name for _, attrs in harmless.tags for name in attrs}
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in harmless.tags}


@given(st.text(alphabet=st.sampled_from('ab .\n\r\t<&"\x00\u2028“é\U0001f6a2'), max_size=60), st.data())
def test_every_citation_has_its_anchor_and_the_text_stays_whole(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    pairs = [sorted((data.draw(place), data.draw(place))) for _ in range(4)]
    spans = [Span("a", start, end) for start, end in pairs]
    start, end = sorted((data.draw(place), data.draw(place)))
    removed = (Removed(Span("a", start, end), "r"),) if start < end else ()
    claims = tuple(Claim(f"claim-{n}", span.of(text), span, (span,)) for n, span in enumerate(spans))
    dossier = Dossier("d", "t", "", (Article("a", text, removed=removed),), claims=claims)
    page = Reader(to_html(Reading((dossier,), ())))
    assert {href[1:] for href in page.all("href")} <= set(page.all("id"))
    (story,) = lay_out(Reading((dossier,), ())).stories
    shown = "".join(piece.text for paragraph in story.articles[0].paragraphs for piece in paragraph)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)


def test_identical_articles_and_a_summary_that_repeats_a_claim() -> None:
    text = "Rain fell on the quay."
    articles = (Article("a", text), Article("b", text))
    claim = Claim("claim-1", text, Span("a", 0, 9), (Span("a", 0, 9), Span("b", 0, 9)))
    line = SummaryLine(text, claim.id, 1)
    page = Reader(to_html(Reading((Dossier("d", "t", "", articles, (line, line), claims=(claim,)),), ())))
    assert page.all("id").count("claim-1") == 1


def test_shuffled_witnesses_give_the_same_page() -> None:
    dossier = ferry_dossier()
    turned = replace(dossier, utterances=tuple(replace(u, witnesses=u.witnesses[::-1]) for u in dossier.utterances))
    assert to_html(Reading((turned,), ())) == to_html(Reading((dossier,), ()))


def test_many_quotations_of_one_article_fold() -> None:
    words = [f"word{number} said" for number in range(20)]
    text = "\n".join(words)
    said = [Attribution("a", "direct", (Span("a", text.index(each), text.index(each) + len(each)),)) for each in words]
    utterances = tuple(
        Utterance(f"utterance-{number}", "", "", Occasion(), words[number], (), (UtteranceWitness(each.id, "a", 1.0),))
        for number, each in enumerate(said)
    )
    dossier = Dossier("d", "t", "", (Article("a", text),), attributions=tuple(said), utterances=utterances)
    (story,) = lay_out(Reading((dossier,), ())).stories
    assert (len(story.utterances), len(story.more_utterances)) == (12, 8)


def test_a_moment_may_last() -> None:
    text = "Rain in January"
    first = ferry_dossier().timeline[0]
    moment = Moment(
        first.earliest.replace(month=1, day=1, hour=0), first.latest.replace(month=1, day=31), text, (Span("a", 0, 4),)
    )
    (story,) = lay_out(Reading((Dossier("d", "t", "", (Article("a", text),), timeline=(moment,)),), ())).stories
    assert story.timeline[0].when == "Jan 2031"


def test_templates_show_all_of_the_tree() -> None:
    folder = Path(newstemma.render.page.__file__).with_name("templates")
    written = "".join(template.read_text("utf-8") for template in sorted(folder.glob("*.html")))
    classes = [each for each in vars(view).values() if is_dataclass(each)]
    assert len(classes) > 15
    for each in classes:
        for field in fields(each):
            assert f".{field.name}" in written or f'"{field.name}"' in written, f"{each} {field.name} is never shown"


def test_a_story_of_sixty_articles_stays_a_page() -> None:
    lines = [f"Sentence {number} of the long evening on the quay at Port Ellery." for number in range(40)]
    text = "\n".join(lines)
    articles = tuple(Article(f"a{number:02}", text, about=Metadata(outlet=f"Outlet {number}")) for number in range(60))
    claims = []
    for number, line in enumerate(lines):
        start = text.index(line)
        witnesses = tuple(article.span(start, start + len(line)) for article in articles)
        claims.append(Claim(f"claim-{number}", line, witnesses[0], witnesses))
    dossier = Dossier("d", "t", "", articles, claims=tuple(claims))
    page = to_html(Reading((dossier,), ()))
    shown = Reader(page).text
    assert page.count('<article class="fulltext"') == 60
    assert shown.count("not found") == 0
    # Every line of every article is evidence, in its context, and stands once more in the full text.
    assert len(page) < 12 * sum(len(article.text) for article in articles)


def test_full_texts_mark_all_but_what_one_account_has() -> None:
    (story,) = lay_out(ferry_reading()).stories
    gazette = next(article for article in story.articles if article.name == "Ellery Gazette")
    pieces = [piece for paragraph in gazette.paragraphs for piece in paragraph]
    (choir,) = [piece for piece in pieces if "choir" in piece.text]
    assert choir.text == "The island's school choir sang in the rain."
    (nobody,) = [piece for piece in pieces if "Nobody who lives" in piece.text]
    assert (choir.cited, bool(choir.anchors)) == (False, True)
    assert (nobody.cited, bool(nobody.anchors)) == (True, True)


def test_earlier_versions_and_other_addresses_stand_beside_the_text() -> None:
    old, new = "The ferry sank. Four were saved.", "The ferry sank. Nine were saved. Nobody drowned."
    changes = (
        Change(Span("a", 16, 20), "Four"),
        Change(Span("a", 33, 48), ""),
        Change(Span("a", 48, 48), "<b>Or two</b>"),
    )
    version = Version(old, ("old.txt",), "", Metadata("<i>Ferry</i>", published=date(2031, 3, 2)), (), changes)
    article = Article(
        "a",
        new,
        about=Metadata("Ferry sinks", url="https://tern.example/1"),
        addresses=("https://tern.example/1", "https://tern.example/2?a=<b>", "javascript:alert(1)"),
        versions=(version, replace(version, about=Metadata(), changes=changes[:1])),
    )
    page = to_html(Reading((Dossier("d", "t", "", (article,)),), ()))
    read = Reader(page)
    shown = " ".join(read.text.split())
    assert "Also found at https://tern.example/2?a=<b>" in shown
    assert "alert" not in page
    assert "Earlier version of Sun 2 Mar 2031: 3 changes since then" in shown
    assert "headline then: <i>Ferry</i>" in shown
    assert "Earlier version: 1 change since then" in shown
    for line in ("Four became Nine", "added: Nobody drowned.", "taken out: <b>Or two</b>"):
        assert line in shown
    anchors = {attributes["id"] for _, attributes in read.tags if "id" in attributes}
    targets = {attributes["href"][1:] for tag, attributes in read.tags if tag == "a" and attributes["href"][:1] == "#"}
    assert targets <= anchors


def test_long_changes_are_shown_in_part() -> None:
    text = "Rain. " * 500
    changes = tuple(Change(Span("a", 6 * number, 6 * number + 4), "sun " * 900) for number in range(50))
    article = Article("a", text, versions=(Version("", (), "", Metadata(), (), changes),))
    page = to_html(Reading((Dossier("d", "t", "", (article,)),), ()))
    assert "Earlier version: 50 changes since then, the first 20" in Reader(page).text
    assert page.count("became") == 20
    assert page.count("sun") < 20 * 100
