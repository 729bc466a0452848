from __future__ import annotations

import time

import pytest

from newstemma.compare.credits import Credit, agency, find_credits, outlet_of
from newstemma.model import AnnotatedArticle, Article, Metadata, QuotedSpan, Removed
from newstemma.text.sentences import paragraphs


def annotated(text: str, outlet: str | None = None, said: str = "") -> AnnotatedArticle:
    article = Article("a", text, about=Metadata(outlet=outlet))
    start = text.find(said)
    quoted = (QuotedSpan(article.span(start, start + len(said))),) if said else ()
    return AnnotatedArticle(article, tuple(article.span(*bounds) for bounds in paragraphs(text)), quoted=quoted)


def credited(text: str, outlet: str | None = None, said: str = "") -> list[tuple[str, str]]:
    return [(credit.origin, credit.scope) for credit in find_credits(annotated(text, outlet, said))]


@pytest.mark.parametrize(
    ("text", "origin", "scope"),
    [
        ("ELMSTEAD (AP) — Rain fell.", "Associated Press", "article"),
        ("ELMSTEAD, May 3 (Reuters) - Rain fell.", "Reuters", "article"),
        ("OSTERBY (NPA) — Rain fell.", "NPA", "article"),
        ("Osterby, Norland (XYZ) - Rain fell.", "XYZ", "article"),
        ("By Nora Feld, Acme Press Agency\n\nRain fell.", "Acme Press Agency", "article"),
        ("Elmstead Rail Union (ERU) - the largest one - spoke.", "", ""),
        ("Rep. Ada Byrne (R) - who had left - spoke.", "", ""),
        ("By Nora Feld, staff writer\n\nRain fell.", "", ""),
        ("The bridge fell, Bloomberg reported.", "Bloomberg", "article"),
        ("Rain fell.\n\nOne.\n\nTwo.\n\nThree.\n\nIt cost more, Reuters reported.", "Reuters", "passage"),
        ("Rain fell.\n\nVia Reuters and others", "", ""),
        ("Rain fell.\n\nvia Reuters", "Reuters", "article"),
        ("Rain fell.\n\nThe Associated Press contributed to this report.", "Associated Press", "article"),
        ("“It fell,” she told the Elmstead Herald on Friday.", "Elmstead Herald", "passage"),
        ("It fell, according to the BBC.", "BBC", "passage"),
        ("A sad day, per CNN.", "CNN", "passage"),
    ],
)
def test_forms_of_credit(text: str, origin: str, scope: str) -> None:
    assert credited(text) == ([(origin, scope)] if origin else [])


def test_a_department_that_reports_is_no_outlet() -> None:
    assert credited("The water department reported a leak, and Orrin reported another.") == []


def test_a_credit_in_speech_is_the_speakers() -> None:
    assert credited("“I know that Reuters reported it,” he said.", said="I know that Reuters reported it,") == []


def test_residue_credits_nobody() -> None:
    whole = annotated("via Reuters")
    article = Article("a", "via Reuters", removed=(Removed(whole.article.span(0, 11), "share line"),))
    assert find_credits(AnnotatedArticle(article, whole.paragraphs)) == ()


def test_an_outlet_does_not_credit_itself() -> None:
    assert credited("She told CNN that it fell.", outlet="edition.cnn.com") == []


def test_span_is_where_the_words_stand() -> None:
    text = "Rain fell. It will pass, Bloomberg reported."
    (credit,) = find_credits(annotated(text))
    assert isinstance(credit, Credit)
    assert credit.span.of(text) == "Bloomberg reported"


def test_names_of_agencies_and_outlets() -> None:
    assert agency("apnews.com") == "Associated Press"
    assert agency("") == ""
    assert outlet_of(annotated("", outlet="www.elmstead.co.uk")) == "elmstead"


@pytest.mark.parametrize(
    "unit", ["AP ", "A", "Elmstead News ", "told ", "(AP) ", "via ", "reported ", "AB (", "By A, "]
)
def test_a_long_text_of_anything_takes_linear_time(unit: str) -> None:
    begun = time.process_time()
    find_credits(annotated(unit * (300_000 // len(unit))))
    assert time.process_time() - begun < 10  # about 3 at most on an idle core
