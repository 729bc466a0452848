"""From role spans to reports, to speech or not, and to clauses: what rules do with what the encoder finds."""

from __future__ import annotations

import re

import pytest

from newstemma.annotate.named import encoded_names
from newstemma.annotate.quotation import pair_quotations
from newstemma.annotate.reported import readings_of, reported_clauses, with_reports
from newstemma.annotate.reports import Report, gather_reports
from newstemma.annotate.spotting import spot_names
from newstemma.annotate.words import read_words
from newstemma.model import Article, Attribution, Encoding, NamedSpan, Role, RoleSpan, Span
from newstemma.settings.names import NameSettings
from newstemma.text.sentences import paragraphs, sentences

LETTERS: dict[str, Role] = {"s": "source", "c": "cue", "t": "content"}


def marked(text: str) -> tuple[Article, Encoding]:
    """Read "{t1:Rain came}, {s1:he} {c1:said}.": role, the number of the cue it belongs to or 0, and the words."""
    plain = ""
    found: list[tuple[Span, Role, int]] = []
    at = 0
    for match in re.finditer(r"\{([sct])(\d):([^}]*)\}", text):
        plain += text[at : match.start()]
        found.append((Span("a", len(plain), len(plain) + len(match[3])), LETTERS[match[1]], int(match[2])))
        plain += match[3]
        at = match.end()
    plain += text[at:]
    cues = {number: index for index, (_, role, number) in enumerate(found) if role == "cue"}
    spans = [RoleSpan(span, role, -1 if role == "cue" else cues.get(number, -1)) for span, role, number in found]
    return Article("a", plain), Encoding(tuple(spans))


def reports_of(text: str) -> tuple[Article, tuple[Report, ...]]:
    article, encoding = marked(text)
    whole = [article.span(*bounds) for bounds in paragraphs(article.text)]
    cut = [article.span(*bounds) for one in whole for bounds in sentences(article.text, one.start, one.end)]
    return article, gather_reports(article.text, encoding, whole, cut)


def said(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    article, reports = reports_of(text)

    def printed(spans: tuple[Span, ...]) -> list[str]:
        return [span.of(article.text) for span in spans]

    return [(printed(one.content), printed(one.cue), printed(one.source)) for one in reports]


def test_contents_of_one_cue_are_one_report() -> None:
    assert said("{t1:“Go,”} {s1:she} {c1:said}, {t1:“now.”}") == [(["“Go,”", "“now.”"], ["said"], ["she"])]


def test_what_points_at_nothing_goes_to_the_nearest_cue_and_a_cue_to_the_nearest_source() -> None:
    assert said("{s0:Moss} {c1:said} {t0:it rained}.") == [(["it rained"], ["said"], ["Moss"])]


def test_nothing_is_taken_from_another_paragraph() -> None:
    assert said("{s1:Moss} {c1:spoke}.\n\n{t0:It rained}.") == [(["It rained"], [], [])]


@pytest.mark.parametrize("dash", [" — ", " – ", " ―\u00a0", " -- "])
def test_a_signed_content_is_its_own_report(dash: str) -> None:
    text = "{t1:“Go on.”}" + dash + "{s0:Ida Moss}\n\n{s1:He} {c1:said} so."
    assert said(text) == [(["“Go on.”"], [], ["Ida Moss"])]


def test_a_headed_content_is_its_own_report() -> None:
    assert said("{s0:MOSS}: {t0:We sail at dawn.}") == [(["We sail at dawn."], [], ["MOSS"])]


def test_two_sources_of_one_cue_are_kept() -> None:
    assert said("{s1:Moss} and {s1:Osk} {c1:said} {t1:no}.")[0][2] == ["Moss", "Osk"]


def test_speech_is_a_content_of_the_same_words() -> None:
    article, reports = reports_of(
        "{t1:“We won,”} {s1:he} {c1:said}. It was “odd”. {s2:He} {c2:called} {t2:it a “big” day}."
    )
    quoted = pair_quotations(article, [article.span(0, len(article.text))])
    assert readings_of(article, quoted, reports) == [True, False, None]


def test_a_quotation_takes_the_source_of_its_report_where_rules_found_another_or_none() -> None:
    article, reports = reports_of("{t1:“We won,”} {c1:said} {s1:Ida Moss}, who met Per Osk.")
    content, osk = article.span(1, 8), article.span(33, 40)
    assert osk.of(article.text) == "Per Osk"
    for source in ((), (osk,)):
        [one] = with_reports(article, [Attribution("a", "direct", (content,), source=source, confidence=0.8)], reports)
        assert one.speaker_text == "Ida Moss"


def test_a_source_of_which_rules_are_sure_stays() -> None:
    article, reports = reports_of("{t1:“We won,”} {c1:said} {s1:Ida Moss}, who met Per Osk.")
    given = Attribution("a", "direct", (article.span(1, 8),), source=(article.span(33, 40),), confidence=0.95)
    assert with_reports(article, [given], reports) == (given,)


def test_a_source_that_rules_bounded_stays() -> None:
    article, reports = reports_of("{t1:“We won,”} {c1:said} {s1:Ida Moss, a baker,} on Monday.")
    moss = article.span(15, 23)
    [one] = with_reports(article, [Attribution("a", "direct", (article.span(1, 8),), source=(moss,))], reports)
    assert one.source == (moss,)


def test_clauses_are_what_is_not_speech_in_marks() -> None:
    told = "{s1:Moss} {c1:said} {t1:the lake was “no joke,”}"
    article, reports = reports_of(f"{told} and {{s2:Osk}} {{c2:denied}} {{t2:that it froze}}. {{t0:“Go.”}}")
    quoted = pair_quotations(article, [article.span(0, len(article.text))])
    clauses = list(reported_clauses(article, quoted, reports, []))
    assert [(one.kind, one.content[0].of(article.text), one.speaker_text) for one in clauses] == [
        ("mixed", "the lake was “no joke,”", "Moss"),
        ("indirect", "that it froze", "Osk"),
    ]


def test_embedded_posts_are_left_alone() -> None:
    article, reports = reports_of("{s1:Moss} {c1:said} {t1:that it froze}.")
    assert list(reported_clauses(article, (), reports, [article.span(0, 20)])) == []


def test_titles_and_forms_of_address_are_no_part_of_a_name() -> None:
    text = "Deputy Mayor Ida Osk met Mr. Roe."
    words = [read_words(text, 0, len(text))]
    named = [NamedSpan(Span("a", 13, 20), "person"), NamedSpan(Span("a", 25, 32), "person")]
    first, second = encoded_names(words, named, ())
    assert [word.text for word in first.title] == ["Deputy", "Mayor"]
    assert (first.text, second.text) == ("Ida Osk", "Roe")


def test_a_given_name_that_the_encoder_reads_as_a_small_word_is_put_back() -> None:
    text = "Per Osk left. Later Per spoke."
    words = [read_words(text, 0, 13), read_words(text, 14, len(text))]
    by_rule = spot_names(words, NameSettings())
    assert by_rule[0].text == "Per Osk"
    [found] = encoded_names(words, [NamedSpan(Span("a", 4, 7), "person")], by_rule)
    assert found.text == "Per Osk"
