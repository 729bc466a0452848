"""Outlet profiles: what recurs and is not about the articles, and nothing else."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.clean import clean, learn, parse_profile, set_aside, write_profile
from newstemma.clean.outlets import outlet_key
from newstemma.clean.recurring import line_key, place_of
from newstemma.errors import InputError
from newstemma.model import Article, Metadata, OutletProfile, Page, Profile, RecurringLine, Story
from newstemma.settings.clean import CleanSettings
from newstemma.settings.profile import ProfileSettings

SETTINGS = ProfileSettings()
PLUG = "Hear the Tern at breakfast on Wave 7"
THINGS = (
    "bridge ferry school library market harbour tower mill chapel station garden theatre museum bakery quarry dam "
    "orchard lighthouse hospital tannery"
).split()
VERBS = "closed opened flooded burned moved sold painted searched".split()


def text(number: int, *, above: str = "", between: str = "", below: str = "") -> str:
    """Invent an article of ten paragraphs about a thing of its own."""
    thing = THINGS[number % len(THINGS)]
    told = [
        f"Workers {VERBS[(number + line) % len(VERBS)]} the old {thing} {line + 2} times before its keepers complained."
        for line in range(10)
    ]
    lines = [above, *told[:5], between, *told[5:], below]
    return "\n".join(line for line in lines if line)


def article(number: int, content: str, *, outlet: str = "The Tern", author: str | None = None) -> Article:
    published = date(2026, 1, 1) + timedelta(days=number)
    return Article(f"a{number:02}", content, about=Metadata(outlet=outlet, published=published, author=author))


def cuts(articles: list[Article], stories: list[Story] | None = None) -> dict[str, tuple[str, ...]]:
    profile = Profile(learn(articles, stories or [], settings=SETTINGS))
    return dict(profile.cuts("the tern"))


def test_a_plug_below_most_articles_recurs() -> None:
    (outlet,) = learn([article(n, text(n, below=PLUG if n < 15 else "")) for n in range(20)], [], settings=SETTINGS)
    assert (outlet.outlet, outlet.articles, outlet.days) == ("the tern", 20, 20)
    assert outlet.lines == (
        RecurringLine("hear the tern at breakfast on wave #", ("tail",), 15, 15, 15, head=0, middle=0, tail=15),
    )


def test_numbers_case_and_marks_may_vary() -> None:
    ways = ["Hear the Tern at 7", "HEAR THE TERN at 8!", "  hear  the Tern at 19:30", "» Hear the Tern at 6"]
    assert cuts([article(n, text(n, below=ways[n % 4])) for n in range(8)]) == {"hear the tern at #": ("tail",)}


@pytest.mark.parametrize(
    "background",
    [
        # Somebody whom the articles name, and something that they are about, in words that others lack.
        "The town has been run since the spring of last year by Mayor Odalys Quint.",
        "It takes a vote of two thirds to overturn what the assessors decide.",
    ],
)
def test_background_of_a_running_story_is_no_residue(background: str) -> None:
    spoken = "Odalys Quint spoke of the {} to the assessors, who vote on Friday."
    told = [article(n, text(n, between=spoken.format(THINGS[n]), below=background)) for n in range(12)]
    told += [article(n, text(n)) for n in range(12, 20)]
    assert cuts(told) == {}
    unspoken = [article(n, text(n, below=background if n < 12 else "")) for n in range(20)]
    assert len(cuts(unspoken)) == 1  # it is the words elsewhere that saved the sentence


def test_background_of_several_sentences_is_no_residue() -> None:
    first = "The town has been run since the spring of last year by Mayor Odalys Quint."
    second = "Before that, Quint had been a diver in the harbour of Elmstead."
    assert cuts([article(n, text(n, between=first, below=second)) for n in range(20)]) == {}


def test_what_recurs_over_one_event_is_no_residue() -> None:
    told = [article(n, text(n, below=PLUG)) for n in range(12)]
    assert cuts(told)
    assert cuts(told, [Story("s", tuple(each.id for each in told))]) == {}


def test_one_day_is_not_enough_where_days_are_known() -> None:
    told = [article(n, text(n, below=PLUG)) for n in range(12)]
    one_day = [replace(each, about=replace(each.about, published=date(2026, 1, 1))) for each in told]
    undated = [replace(each, about=replace(each.about, published=None)) for each in told]
    assert cuts(one_day) == {}
    assert cuts(undated)


def test_few_articles_are_not_enough() -> None:
    assert cuts([article(n, text(n, below=PLUG)) for n in range(4)]) == {}


def test_a_sentence_needs_more_articles_than_a_line() -> None:
    closing = ["Nobody was hurt that night.", "Ask our desk anything", "Write to desk@tern.example."]
    for line, cut in zip(closing, (False, True, True), strict=True):
        assert bool(cuts([article(n, text(n, below=line if n < 6 else "")) for n in range(60)])) is cut


def test_what_stands_between_paragraphs_needs_more_still() -> None:
    told = [article(n, text(n, between="Why this counts" if n < 8 else "")) for n in range(60)]
    assert cuts(told) == {}
    assert cuts([article(n, text(n, between="Why this counts")) for n in range(20)]) == {"why this counts": ("middle",)}
    answers = [article(n, text(n, between="I could not say." if n < 9 else "")) for n in range(20)]
    assert cuts(answers) == {}


def test_quotations_recur_in_print_only() -> None:
    assert cuts([article(n, text(n, below="“We will not be moved”")) for n in range(20)]) == {}


def test_the_names_of_outlet_and_author_are_no_topic() -> None:
    credit = "Bo Marling writes for the Tern from the coast"
    told = [article(n, text(n, above="By Bo Marling", below=credit), author="Bo Marling") for n in range(10)]
    assert credit.lower() in cuts(told)


def test_outlets_do_not_mix() -> None:
    told = [article(n, text(n, below=PLUG), outlet="The Tern" if n % 2 else "The Gull") for n in range(8)]
    assert learn(told, [], settings=SETTINGS) == ()


def test_primary_texts_and_unknown_outlets_have_no_profile() -> None:
    told = [article(n, text(n, below=PLUG)) for n in range(12)]
    assert learn([replace(a, about=replace(a.about, kind="release")) for a in told], [], settings=SETTINGS) == ()
    assert learn([replace(a, about=replace(a.about, outlet=None)) for a in told], [], settings=SETTINGS) == ()


def test_recurring_lines_tie_no_articles_to_one_story() -> None:
    told = [article(n, text(n, below=PLUG)) for n in range(8)]
    assert [a.text[s.span.start :] for a in set_aside(told, settings=SETTINGS) for s in a.removed] == [PLUG] * 8
    versions = [article(n, f"{text(0)}\nUpdate number {n}, and nothing is new") for n in range(8)]
    assert [a.removed for a in set_aside(versions, settings=SETTINGS)] == [()] * 8


@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_count(shuffle: random.Random) -> None:
    told = [article(n, text(n, above="Tern today", below=PLUG)) for n in range(8)]
    expected = learn(told, [], settings=SETTINGS)
    shuffle.shuffle(told)
    assert learn(told, [], settings=SETTINGS) == expected


def page(content: str, *, outlet: str | None = "The Tern", url: str | None = None) -> Page:
    return Page("a", ("a.txt",), "", "text", content, Metadata(outlet=outlet, url=url))


def marked(content: str, profile: Profile, **about: str | None) -> list[tuple[str, str]]:
    cleaned = clean(page(content, **about), settings=CleanSettings(), profile=profile)
    return [(each.span.of(cleaned.text), each.reason) for each in cleaned.removed]


def test_a_profile_cuts_at_the_places_that_it_knows() -> None:
    line = RecurringLine("hear the tern at breakfast on wave #", ("tail",))
    profile = Profile((OutletProfile("the tern", 20, 20, (line,)),))
    content = text(3, between=PLUG, below=PLUG.replace("7", "12"))
    assert marked(content, profile) == [(PLUG.replace("7", "12"), "recurring line")]
    assert marked(content, profile, outlet="The Gull") == []
    titled = clean(page(text(3, above=PLUG)), settings=CleanSettings(), profile=profile)
    assert titled.about.title == PLUG  # it stands where the profile does not know it
    head = Profile((OutletProfile("the tern", 20, 20, (replace(line, cut=("head",)),)),))
    assert marked(text(3, above=PLUG), head) == [(PLUG, "recurring line")]
    assert clean(page(text(3, above=PLUG)), settings=CleanSettings(), profile=head).about.title is None
    kept = clean(page(content), settings=CleanSettings(keep_residue=True), profile=profile)
    assert kept.removed == ()


def test_the_site_of_the_address_stands_in_for_the_outlet() -> None:
    profile = Profile((OutletProfile("tern.example", 9, 9, (RecurringLine("hear the tern", ("tail",)),)),))
    content = text(1, below="Hear the Tern")
    assert marked(content, profile, outlet=None, url="https://m.tern.example/ice") == [
        ("Hear the Tern", "recurring line")
    ]
    assert marked(content, profile, outlet="www.tern.example") == [("Hear the Tern", "recurring line")]
    assert outlet_key(Metadata(url="http://[broken")) == ""


def test_what_rules_know_keeps_their_reason() -> None:
    profile = Profile((OutletProfile("the tern", 9, 9, (RecurringLine("share this story", ("tail",)),)),))
    assert marked(text(1, below="Share this story"), profile) == [("Share this story", "share line")]


@given(
    st.text(max_size=80) | st.lists(st.sampled_from(["Tern ", "1", "2.5", " ", "!", "“", "İ", "ß", "#"])).map("".join)
)
def test_the_normal_form_is_normal(line: str) -> None:
    assert line_key(line_key(line)) == line_key(line)


@given(st.integers(1, 40))
def test_places_come_in_order(lines: int) -> None:
    places = [place_of(number, lines) for number in range(lines)]
    assert places == sorted(places, key=["head", "middle", "tail"].index)
    assert places[-1] == "tail"


KEYS = st.text(min_size=1, max_size=20).map(line_key).filter(bool)
LINES = st.builds(
    RecurringLine, KEYS, st.sampled_from([("head",), ("middle", "tail"), ()]), *[st.integers(0, 10**6)] * 6
)
OUTLETS = st.builds(
    OutletProfile, st.text(max_size=20), st.integers(0, 99), st.integers(0, 99), st.lists(LINES, max_size=3).map(tuple)
)
PROFILES = st.lists(OUTLETS, max_size=3, unique_by=lambda each: each.outlet).map(
    lambda each: Profile(tuple(sorted(each)))
)


@given(PROFILES)
def test_a_profile_is_read_as_it_was_written(profile: Profile) -> None:
    written = write_profile(profile)
    assert parse_profile(written) == profile
    assert write_profile(parse_profile(written)) == written
    written.encode()


WRITTEN = write_profile(Profile((OutletProfile("the tern", 20, 20, (RecurringLine("hear us", ("tail",), 9),)),)))


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("{", "broken JSON"),
        ("[" * 100_000, "broken JSON"),
        ("[]", "no object with"),
        ('{"schema": "newstemma/1"}', "no object with"),
        (WRITTEN.replace("profile/1", "profile/2"), "this version reads 'newstemma-profile/1'"),
        (WRITTEN.replace('"outlets"', '"outlet"'), '"outlets" should be a list'),
        (WRITTEN.replace('"hear us"', "7"), '"line" should be a string, and is 7'),
        (WRITTEN.replace('"tail"\n', '"foot"\n'), '"cut" should be a list of head, middle, tail'),
        (WRITTEN.replace('"articles": 9', '"articles": -1'), '"articles" should be a count'),
        (WRITTEN.replace("hear us", "hear them"), "changed after it was made"),
    ],
)
def test_what_is_no_profile_is_refused_with_its_reason(written: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        parse_profile(written)


def test_a_profile_corrected_by_hand_loses_its_hash() -> None:
    corrected = WRITTEN.replace("hear us", "Hear them!")
    corrected = "\n".join(line for line in corrected.split("\n") if '"sha256"' not in line)
    assert parse_profile(corrected).cuts("the tern") == {"hear them": ("tail",)}
