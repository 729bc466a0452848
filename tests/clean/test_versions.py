"""One article of all that is one, whatever the order in which it comes."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.clean import clean, unite
from newstemma.clean.changes import changes
from newstemma.model import Article, Kind, Metadata, Page, Removed, Span
from newstemma.settings.clean import CleanSettings
from newstemma.text.tokens import tokenize

SETTINGS = CleanSettings()
ICE = "https://tern.example/ice"
OLD = "The ferry to Skerry was stopped by ice on Monday.\nNobody could say when it would sail again."
NEW = "The ferry to Skerry was stopped by ice on Monday.\nIt will sail again on Friday, the harbour office said."
OWLS = "Two owls have come back to the tower of the town hall, and the bells are silent until they leave."


def article(
    name: str,
    text: str,
    *,
    url: str | None = ICE,
    outlet: str | None = "The Tern",
    published: date | None = None,
    modified: date | None = None,
    fetched: date | None = None,
    kind: Kind = "article",
) -> Article:
    about = Metadata(outlet=outlet, url=url, published=published, modified=modified, fetched=fetched, kind=kind)
    return Article(name, text, files=(f"{name}.txt",), sha256=name, about=about)


def united(*articles: Article) -> tuple[Article, ...]:
    return unite(articles, settings=SETTINGS)


def test_one_text_of_one_outlet_is_one_article_with_several_addresses() -> None:
    (one,) = united(article("a", OLD), article("b", OLD, url="https://tern.example/ice-2?utm_source=x"))
    assert (one.id, one.files, one.versions) == ("a", ("a.txt", "b.txt"), ())
    assert one.addresses == (ICE, "https://tern.example/ice-2?utm_source=x")


def test_residue_tells_no_two_texts_apart() -> None:
    longer = article("b", f"{OLD}\n12 comments", url="https://tern.example/other")
    longer = replace(longer, removed=(Removed(Span("b", len(OLD), len(longer.text)), "reader comment"),))
    assert len(united(article("a", OLD), longer)) == 1


def test_one_text_under_two_outlets_stays_two_articles() -> None:
    assert len(united(article("a", OLD), article("b", OLD, outlet="The Gull", url="https://gull.example/ice"))) == 2
    assert len(united(article("a", OLD, outlet=None, url=None), article("b", OLD, outlet=None, url=None))) == 2


def test_a_changed_text_under_one_address_is_a_version() -> None:
    old = article("a", OLD, published=date(2026, 3, 2))
    new = article("b", NEW, url=f"{ICE}/?fbclid=1", published=date(2026, 3, 3))
    (one,) = united(old, new)
    assert (one.id, one.text, one.files) == ("b", NEW, ("b.txt",))
    assert one.addresses == (ICE, f"{ICE}/?fbclid=1")
    (version,) = one.versions
    assert (version.text, version.files, version.about.published) == (OLD, ("a.txt",), date(2026, 3, 2))
    assert [(each.span.of(NEW), each.earlier) for each in version.changes] == [
        ("It will sail again on Friday, the harbour office said", "Nobody could say when it would sail again")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"published": date(2026, 3, 1)}, {"published": date(2026, 3, 2)}),
        (
            {"published": date(2026, 3, 1)},
            {"published": date(2026, 3, 1), "modified": datetime(2026, 3, 1, 9, tzinfo=UTC)},
        ),
        (
            {"published": date(2026, 3, 1), "fetched": date(2026, 3, 1)},
            {"published": date(2026, 3, 1), "fetched": date(2026, 3, 4)},
        ),
        ({}, {"published": date(1, 1, 1), "fetched": datetime.max}),
    ],
)
def test_the_latest_is_read(old: dict[str, date], new: dict[str, date]) -> None:
    for texts in ((OLD, NEW), (NEW, OLD)):
        (one,) = united(article("z", texts[0], **old), article("a", texts[1], **new))  # type: ignore[arg-type]
        assert one.text == texts[1]


def test_without_a_date_the_longest_is_read() -> None:
    (one,) = united(article("a", NEW), article("b", OLD))
    assert one.text == max(OLD, NEW, key=len)


def test_three_versions_come_latest_first() -> None:
    texts = [OLD, NEW, f"{NEW}\nThe ice is a foot thick."]
    told = [article(str(n), text, published=date(2026, 3, n + 1)) for n, text in enumerate(texts)]
    (one,) = united(*told)
    assert [version.text for version in one.versions] == [NEW, OLD]
    assert [each.span.of(one.text) for each in one.versions[0].changes] == ["The ice is a foot thick."]
    (again,) = united(*united(*told[:2]), told[2])
    assert again == one


def test_an_address_that_holds_other_texts_makes_no_versions() -> None:
    assert len(united(article("a", OLD), article("b", OWLS))) == 2
    thing = "{0} grew {1} crates of {0} under {2} when {0} was {1} years old."
    many = [article(f"{n:02}", thing.format(f"word{n}x", n, "glass")) for n in range(60)]
    assert len(united(*many)) == 60


def test_front_pages_make_no_versions() -> None:
    assert (
        len(united(article("a", OLD, url="https://tern.example/"), article("b", NEW, url="https://tern.example"))) == 2
    )


def test_a_primary_text_is_no_version_of_an_article() -> None:
    assert len(united(article("a", OLD), article("b", NEW, kind="release"))) == 2


def test_what_copies_know_is_kept() -> None:
    plain = Article("a", OLD, about=Metadata(url=ICE))
    (one,) = united(plain, article("b", OLD, published=date(2026, 3, 1)))
    assert (one.about.outlet, one.about.published, one.about.url) == ("The Tern", date(2026, 3, 1), ICE)


def page(name: str, canonical: str, url: str) -> Article:
    body = "".join(
        f"<p>{line} It was cold, and the boats lay in the harbour until the evening.</p>" for line in OLD.split("\n")
    )
    head = f"<head><link rel=canonical href='{canonical}'></head>"
    html = f"<html lang=en>{head}<body><article>{body}</article></body></html>"
    return clean(Page(name, (name,), name, "html", html, Metadata(url=url)), settings=SETTINGS)


def test_the_address_that_a_page_names_is_its_own_on_its_own_site() -> None:
    one, two = page("a", ICE, "https://tern.example/story?p=7"), page("b", ICE, "https://m.tern.example/story-7")
    assert one.addresses == (ICE, "https://tern.example/story?p=7")
    assert len(united(one, two)) == 1
    # A copy names the original, which is not where it stands.
    assert page("c", ICE, "https://portal.example/story-7").addresses == ("https://portal.example/story-7",)


TEXTS = [OLD, NEW, OWLS, f"{OLD}\n{OWLS}", "", "Ice."]
DATES = st.none() | st.dates() | st.datetimes() | st.datetimes(timezones=st.just(UTC))
ARTICLES = st.lists(
    st.builds(
        article,
        st.just(""),
        st.sampled_from(TEXTS),
        url=st.sampled_from([None, ICE, f"{ICE}?ref=1", "https://tern.example/owls"]),
        outlet=st.sampled_from([None, "The Tern", "The Gull"]),
        published=DATES,
        modified=DATES,
        fetched=DATES,
    ),
    max_size=7,
).map(lambda held: [replace(each, id=str(n), files=(f"{n}.txt",), sha256=str(n)) for n, each in enumerate(held)])


@settings(max_examples=200)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(held: list[Article], shuffle: random.Random) -> None:
    once = united(*held)
    assert united(*once) == once
    shuffled = list(held)
    shuffle.shuffle(shuffled)
    assert united(*shuffled) == once
    files = [
        file for one in once for held_by in (one.files, *(each.files for each in one.versions)) for file in held_by
    ]
    assert sorted(files) == sorted(each.files[0] for each in held)  # no text is lost, and none is there twice


def test_a_sentence_is_added_as_a_whole() -> None:
    short, long = "The ferry stopped. It will sail.", "The ferry stopped. Nobody was hurt. It will sail."
    (added,), (taken,) = (
        changes(Article("b", long), Article("a", short)),
        changes(Article("a", short), Article("b", long)),
    )
    assert (added.span.of(long), added.earlier) == ("Nobody was hurt.", "")
    assert (len(taken.span), taken.span.start, taken.earlier) == (0, len("The ferry stopped."), "Nobody was hurt.")


WORDS = st.lists(st.sampled_from(["ice", "ferry", "said", "Skerry", ".", ",", "“", "\n", "\n\n", "photo"]), max_size=40)


def tokens(article: Article) -> list[str]:
    return [token.text for span in article.kept() for token in tokenize(article.text, span.start, span.end)]


@given(WORDS.map(" ".join), WORDS.map(" ".join), st.integers(0, 60), st.integers(0, 20))
def test_changes_lead_back_to_the_earlier_text(new: str, old: str, start: int, length: int) -> None:
    read, earlier = Article("b", new), Article("a", old)
    cut = Span("a", min(start, len(old)), min(start + length, len(old)))
    if len(cut):
        earlier = replace(earlier, removed=(Removed(cut, "caption"),))
    found = changes(read, earlier)
    assert all(one.span.end < two.span.start for one, two in pairwise(found))
    restored, at = "", 0
    for change in found:
        restored += f"{new[at : change.span.start]} {change.earlier} "
        at = change.span.end
    restored += new[at:]
    assert [token.text for token in tokenize(restored)] == tokens(earlier)
    assert changes(read, replace(read, id="c")) == ()


def test_long_texts_are_compared_in_seconds() -> None:
    draw = random.Random(7)
    lines = [" ".join(str(draw.randrange(5000)) for _ in range(30)) for _ in range(6000)]
    other = [line if draw.random() < 0.7 else line.replace("1", "2") for line in lines]
    began = time.process_time()
    found = changes(Article("b", "\n".join(lines)), Article("a", "\n".join(other)))
    assert time.process_time() - began < 10
    assert len(found) > 1000


def test_many_articles_cost_little() -> None:
    told = [
        article(
            f"{n:05}", f"{OLD} {n}", url=f"https://tern.example/{n}", published=date(2026, 1, 1) + timedelta(n % 90)
        )
        for n in range(5000)
    ]
    began = time.process_time()
    assert len(united(*told)) == 5000
    assert time.process_time() - began < 5
