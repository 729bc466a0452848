from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.console import Console
from tests.render.ferry import ferry_dossier, ferry_reading

from newstemma.model import Article, Claim, Dossier, Metadata, Reading, Span, SummaryLine
from newstemma.render.plain import print_report, to_markdown


def printed(reading: Reading, width: int = 80) -> str:
    out = io.StringIO()
    print_report(reading, Console(file=out, width=width, force_terminal=False))
    return out.getvalue()


def telling(text: str) -> Reading:
    article = Article("a", text, about=Metadata(outlet=text))
    span = Span("a", 0, len(text))
    dossier = Dossier(
        "d", text, "", (article,), (SummaryLine(text, "c", 1),), claims=(Claim("x", text, span, (span,)),)
    )
    return Reading((dossier,), ())


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "words",
    [
        "in the words of Harbour Office, quoted by 4 articles",
        "joins “winter. Nobody”",
        "in storm weeks.” (a condition; not found in the article)",
        "elsewhere: “In storm weeks the boats will be kept for registered residents",
        "conflict: no single value fits all of these",
        "“14 million crowns” – 1 account: Tidewatch",
        "goes back to Coastline Wire",
        "Ellery Gazette, Tidewatch: 2 accounts with no common origin found",
        "“last night” read as Mon 3 Feb 2031, 18:00 to 23:59",
        "the file is empty; give one with text in it",
    ],
)
def test_both_reports_say_it(words: str) -> None:
    assert words in one_line(printed(ferry_reading()))
    assert words in one_line(re.sub(r"\\(.)", r"\1", to_markdown(ferry_reading())))


def test_conflicts_come_first() -> None:
    report = printed(ferry_reading())
    assert report.index("conflict:") < report.index("precision:") < report.index("clock:")


def test_terminal_report_fits_a_screen() -> None:
    lines = printed(ferry_reading()).splitlines()
    assert len(lines) < 60
    assert max(map(len, lines)) <= 80
    assert max(map(len, printed(ferry_reading(), 40).splitlines())) <= 40


def test_long_lists_are_cut_and_counted() -> None:
    dossier = ferry_dossier()
    many = replace(dossier, differences=dossier.differences * 5)
    report = to_markdown(Reading((many,), ()))
    assert "- … and 9 more (see the page)" in report
    assert "and 9 more (see the page)" in printed(Reading((many,), ()))


def test_nothing_is_said_to_be_nothing() -> None:
    assert to_markdown(Reading((), ())) == printed(Reading((), ())) == "No story was found in the input.\n"


@pytest.mark.parametrize("text", ["\x1b[31mred\x07", "\u202eevil", "a\x9b31mb", "[bold]x[/bold] :ship:", "a\rb\nc"])
def test_articles_do_not_reach_the_terminal(text: str) -> None:
    report = printed(telling(text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", report)
    if text.startswith("[bold]"):
        assert text in report


@given(st.text(alphabet=st.sampled_from("ab1.)-+=*_`<>[]()#|~&!$\\\"' \n\x00{}:/"), min_size=1, max_size=40))
def test_articles_are_no_markdown(text: str) -> None:
    reading = telling(f"x {text} x")
    for shown in (reading, telling(f"{text} x")):
        html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(to_markdown(shown))
        tags = set(re.findall(r"</?(\w+)", html))
        assert tags <= {"h1", "h2", "p", "ul", "li"}
        assert html.count("<h1>") == 1


def test_several_stories_follow_each_other() -> None:
    twice = Reading((ferry_dossier(), Dossier("d", "Rain", "", ())), ())
    assert "\nRain\n0 articles" in printed(twice)
    assert "\n# Rain\n" in to_markdown(twice)


def test_every_account_gets_its_turn() -> None:
    articles = tuple(Article(name, "One. Two. Three. Four.") for name in "abc")
    claims = tuple(
        Claim(
            f"claim-{article.id}-{start}",
            article.text[start : start + 4],
            article.span(start, start + 4),
            (article.span(start, start + 4),),
        )
        for article in articles
        for start in (0, 5, 10)
    )
    report = printed(Reading((Dossier("d", "t", "", articles, claims=claims),), ()))
    assert [report.count(f"• {name}: ") for name in "abc"] == [2, 2, 2]
    assert "… and 3 more" in report
