"""What is residue, and what only looks like it."""

from __future__ import annotations

import time

import pytest

from newstemma.clean.residue import find_residue
from newstemma.model import Kind, Metadata
from newstemma.settings.clean import CleanSettings

SETTINGS = CleanSettings()
PROSE = [
    "The keeper of Lake Marren said on Monday that the ice would hold for another week at least.",
    "About forty skaters were on the ice when it was closed, according to the parish council.",
    "The council met in the evening and asked the keeper to put up signs along the northern shore.",
    "Nobody was hurt, and the skaters walked home across the fields before it got dark.",
]


def marked(lines: list[str], *, title: str | None = None, kind: Kind = "article") -> list[tuple[str, str]]:
    text = "\n".join(lines)
    found = find_residue(text, Metadata(title=title, kind=kind), SETTINGS)
    return [(text[mark.start : mark.end], mark.reason) for mark in found.marks]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read more: Ferries stay in harbour", "related link"),
        ("[Ferries stay in harbour for a third day]", "related link"),
        ("[RELATED: Ferries stay in harbour…]", "related link"),
        ("ALSO READ: Ferries stay in harbour", "related link"),
        ("Ferries stay in harbour Read more", "related link"),
        ("MOST READ IN NEWS 'ICE COLD' Ferries stay in harbour STORMY Roof lands in pond", "related link"),
        ("Share this article", "share line"),
        ("Facebook Twitter WhatsApp Email", "share line"),
        ("Photo: Bo Lund/The Gull", "photo credit"),
        ("The lake at dawn on Tuesday. (Photo by Bo Lund)", "photo credit"),
        ("Skaters on the lake. [Photo/Agencies]", "photo credit"),
        ("The lake seen from the church tower at dawn. (Bo Lund/AP)", "photo credit"),
        ("Getty Images The skaters were told to go home", "photo credit"),
        ("Reuters The skaters were told to go home", "photo credit"),
        ("Enlarge this image Bo Lund/AP", "photo credit"),
        ("Photo", "photo credit"),
        ("Advertisement Continue reading below", "advertisement"),
        ("Story continues below", "advertisement"),
        ("JUST WATCHED Ice breaks Replay", "video player"),
        ("Sign up for our morning newsletter", "newsletter"),
        ("Get the latest updates in your inbox. Subscribe", "newsletter"),
        ("Follow us on Instagram", "channel plug"),
        ("Follow Ann Roe on Twitter: @annroe", "channel plug"),
        ("Watch Gull News on YouTube. Subscribe our YouTube channel:", "channel plug"),
        ("https://gull.example/lake", "link"),
        ("This article was originally published on The Gull.", "syndication notice"),
        ("Originally published on The Gull.", "syndication notice"),
        ("The post Ice Breaks appeared first on The Gull.", "syndication notice"),
        ("Ann Roe in Marren contributed to this report.", "contributor credit"),
        ("(Reporting by Ann Roe; Editing by Bo Lund)", "contributor credit"),
        ("We pay cash for your stories! Call the desk", "reader call"),
        ("Copyright 2025 The Gull. All rights reserved.", "legal notice"),
        ("LAKE 12.40 +1.2% ICE 3.10 -0.4%", "ticker"),
        ("Featured", "section label"),
        ("* * *", "separator"),
        ("A skater and her dog are seen on Lake Marren in this photo from the parish archive.", "caption"),
        ("Skaters who were on the ice when it broke walk home across the fields with their dogs", "caption"),
    ],
)
def test_a_line_of_residue_between_paragraphs(line: str, reason: str) -> None:
    assert marked([*PROSE[:2], line, *PROSE[2:]]) == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "A winter without ice",  # a subheading
        "What the council wants to do next",
        "Is It Even Safe?",
        "- ‘Not a skater’ -",
        "Health",
        "SAN MARREN (AP) — The keeper of the lake has closed it to skaters until further notice.",
        "More than forty people were on the ice, and most read the signs too late to turn back.",
        "Share prices of skate makers fell by a tenth in a day, their steepest fall in five years.",
        "Research by the parish council found that the ice was only a hand thick at the northern shore.",
        "Reporting by The Gull has shown that the ice was only a hand thick at the northern shore.",
        "This report was published by the council in spring, long before the first frost of the year.",
        "The report, first published in 2019, warned that the northern shore was the most dangerous part.",
        "Reuters reported on Monday that the lake had been closed until the end of the month.",
        "Like us, the skaters had not seen the signs, a family from the next village told the council.",
        "He wrote the letter with a photo of the lake, which he sent to the council on Monday.",
        "Get out of the village while the road is open, the council told everybody by telephone.",
        "The ice is so beautiful tonight. — Ann Roe (@annroe) February 4, 2025",
        "“Read more books,” the keeper said. “Follow us to the shore and you will see the ice.”",
        "The price of LAKE 12.40 shares fell when the company said that it would sell no more skates.",
        "Watch: that is the whole work of the keeper, who has held the post for thirty years now.",
        "“It was just a loud crack and then we all ran for the shore as fast as we could” said a skater",
    ],
)
def test_prose_that_looks_like_residue(line: str) -> None:
    assert marked([*PROSE[:2], line, *PROSE[2:]]) == []


def test_a_text_without_end_marks_has_no_captions() -> None:
    assert "caption" not in {reason for _, reason in marked([line.rstrip(".") for line in PROSE])}
    long_items = [line.rstrip(".") for line in PROSE[1:]]
    assert marked([PROSE[0], "The council listed three reasons:", *long_items, PROSE[2], PROSE[3]]) == []


def test_lines_of_a_broken_paragraph_are_no_captions() -> None:
    broken = ["The keeper, who has looked after the lake since he was a boy in the", "village, closed it."]
    assert marked([*PROSE, *broken]) == []


def test_primary_texts_have_no_captions_and_no_comments() -> None:
    lines = [*PROSE, "Skaters who were on the ice when it broke walk home across the fields with their dogs"]
    assert marked(lines) == [(lines[-1], "caption")]
    assert marked(lines, kind="transcript") == []


def test_a_headline_that_repeats_the_title() -> None:
    assert marked(["Ice breaks on Lake Marren", *PROSE], title="Ice breaks on Lake Marren - The Gull") == [
        ("Ice breaks on Lake Marren", "headline")
    ]


def test_the_first_paragraph_is_no_headline_of_its_own_title() -> None:
    assert marked(PROSE, title="Keeper of Lake Marren says ice would hold for another week") == []


def test_short_paragraphs_below_a_link_are_no_links() -> None:
    assert marked([*PROSE, "Read more:", *PROSE]) == [("Read more:", "related link")]


def test_links_that_a_line_announces() -> None:
    links = ["Ferries stay in harbour for a third day", "He fell in the pond. Then he fell in again."]
    assert marked([*PROSE, "Read more:", *links]) == [("\n".join(["Read more:", *links]), "related link")]
    box = "MOST READ\nFerries stay in harbour for a third day\nRoof lands in the pond of the church"
    assert marked([*PROSE[:2], box, *PROSE[2:]]) == [(box, "related link")]
    assert marked([*PROSE[:2], "Related Stories", links[0], *PROSE[2:]]) == [
        (f"Related Stories\n{links[0]}", "related link")
    ]


def test_comments_of_readers_at_the_end() -> None:
    comments = ["Im going there next, dont stop me.", "Well done folks!!"]
    assert marked([*PROSE, *comments]) == [(line, "reader comment") for line in comments]
    below = ["Leave a reply", "Nice lake.", "I agree."]
    assert marked([*PROSE, *below])[1:] == [(line, "reader comment") for line in below[1:]]


@pytest.mark.parametrize(
    "ending",
    [
        "And that is all, folks.",
        "“Thats how its done,” said the keeper.",
        "The lake stays closed.",
        "He said it's done.",
    ],
)
def test_last_lines_that_are_no_comments(ending: str) -> None:
    assert marked([*PROSE, ending]) == []


def test_a_credit_that_closes_the_last_paragraph() -> None:
    assert marked([*PROSE[:3], PROSE[3] + " —With Ann Roe"]) == [("—With Ann Roe", "contributor credit")]


def test_an_embedded_post_stays_but_for_its_link() -> None:
    post = "The ice is beautiful. pic.twitter.com/aB3 — Ann Roe (@annroe) February 4, 2025"
    assert marked([*PROSE[:2], post, *PROSE[2:]]) == [("pic.twitter.com/aB3", "link")]


@pytest.mark.parametrize(
    "unit", ["share ", "1", "http://", "Read more:\n", "[", "(a/", "AAPL 1 ", "May ", "its lol\n", "“", "@a"]
)
def test_long_adversaries_take_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    began = time.process_time()
    find_residue(text + "(@x) x", Metadata(), SETTINGS)
    assert time.process_time() - began < 10  # about 1 s; a quadratic step takes minutes
