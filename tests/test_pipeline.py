"""What must hold for the whole line, whatever is in the articles."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ingest.site import Reply, page, serve

import newstemma
from bench.synthetic import synthetic_articles
from newstemma import Article, Dossier, Reading
from newstemma.ingest import ingest
from newstemma.model import Span
from newstemma.render import to_json
from newstemma.settings import Settings
from newstemma.settings.fetch import FetchSettings
from newstemma.settings.ingest import IngestSettings

RULES = replace(Settings(), encoder=replace(Settings().encoder, rules_alone=True))
LAKE = Path(__file__).resolve().parents[1] / "examples" / "lake"


@pytest.fixture(scope="module")
def lake() -> Dossier:
    (dossier,) = newstemma.read([LAKE]).dossiers
    return dossier


def test_public_names_exist() -> None:
    assert all(hasattr(newstemma, name) for name in newstemma.__all__)


def test_nothing_gives_nothing() -> None:
    assert newstemma.read([]).dossiers == ()
    assert newstemma.collate([]) == Reading((), (), newstemma.collate([]).made_with)


def test_two_texts_with_one_identifier_are_refused() -> None:
    with pytest.raises(ValueError, match="identifier 'a'"):
        newstemma.collate([Article("a", "One."), Article("a", "Two.")])


def test_where_a_linked_page_holds_no_article_the_entry_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = b"""<rss version="2.0"><channel><title>The Tern</title>
    <item><title>Ferry</title><link>http://tern.example/1</link>
    <description>The old ferry between Arlund and Skerry will sail again in May.</description></item>
    <item><title>Pier</title><link>http://tern.example/2</link>
    <description>The pier of Skerry will be closed until the summer, the office said.</description></item>
    <item><title>Bare</title><link>http://tern.example/3</link></item></channel></rss>"""
    wall = Reply(page("Please accept our cookies."))
    walls = {f"tern.example/{number}": wall for number in (1, 2, 3)}  # one page at three addresses
    with serve({"tern.example/feed": Reply(feed), **walls}) as site:
        monkeypatch.setattr(newstemma.pipeline, "ingest", partial(ingest, network=site.network()))
        linked = replace(Settings(), ingest=IngestSettings(fetch=FetchSettings(linked=True)))
        reading = newstemma.read(["http://tern.example/feed"], primary=["http://tern.example/none"], settings=linked)
    articles = sorted(
        (article for dossier in reading.dossiers for article in dossier.articles), key=lambda article: article.id
    )
    assert [(article.id, article.about.outlet, article.about.url, article.text[:8]) for article in articles] == [
        ("tern.example/feed:1", "The Tern", "http://tern.example/1", "The old "),
        ("tern.example/feed:2", "The Tern", "http://tern.example/2", "The pier"),
    ]
    first, second, bare, missing = reading.rejected
    assert (first.file, first.stage) == ("http://tern.example/feed#1", "clean")
    assert first.reason.startswith("its page is a web page without an article")
    assert first.reason.endswith("the text of the feed's entry was read instead")
    assert second.reason == first.reason
    assert bare.reason.startswith("is a web page without an article")
    assert "404 Not Found" in missing.reason


def test_order_of_paths_changes_no_byte() -> None:
    files = sorted(map(str, LAKE.iterdir()))
    assert to_json(newstemma.read(files)) == to_json(newstemma.read(files[::-1]))


def test_a_copy_adds_no_support(lake: Dossier) -> None:
    copy = replace(lake.articles[0], id="copy-of-another")
    (dossier,) = newstemma.collate([*lake.articles, copy]).dossiers
    assert len(dossier.accounts) == len(lake.accounts)
    before = {claim.text: lake.support[claim.id].accounts for claim in lake.claims}
    after = {claim.text: dossier.support[claim.id].accounts for claim in dossier.claims}
    assert {text: after[text] for text in before if text in after and after[text] > before[text]} == {}
    wordings = {utterance.wording for utterance in lake.utterances}
    assert {utterance.wording for utterance in dossier.utterances} <= wordings


def test_every_reference_leads_somewhere(lake: Dossier) -> None:
    attributions = {attribution.id for attribution in lake.attributions}
    claims = {claim.id for claim in lake.claims}
    entities = {entity.id for entity in lake.entities}
    utterances = {utterance.id for utterance in lake.utterances}
    articles = {article.id for article in lake.articles}
    assert {w.attribution for u in lake.utterances for w in u.witnesses} <= attributions
    assert {name for u in lake.utterances for part in u.parts for name in part.witnesses} <= attributions
    assert {r.utterance for u in lake.utterances for r in u.related} <= utterances
    assert {u.speaker for u in lake.utterances if u.speaker} <= entities
    assert set(lake.speakers.values()) <= entities
    assert {silence.claim for silence in lake.silences} | {line.claim for line in lake.summary if line.claim} <= claims
    assert {name for silence in lake.silences for name in silence.articles} <= articles
    assert {name for account in lake.accounts for name in account.articles} <= articles
    assert all(claim.id in lake.support for claim in lake.claims)
    assert all(utterance.id in lake.support for utterance in lake.utterances)


def test_summary_and_claims_are_in_a_sources_own_words(lake: Dossier) -> None:
    texts = [article.text for article in lake.articles]
    assert lake.summary
    assert all(any(line.text in text for text in texts) for line in lake.summary)
    assert all(lake.text(claim.clearest) == claim.text for claim in lake.claims)


def spans_in(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"article", "start", "end", "text"} <= value.keys() else []
        return own + [span for item in value.values() for span in spans_in(item)]
    if isinstance(value, list):
        return [span for item in value for span in spans_in(item)]
    return []


def test_every_span_says_what_stands_there(lake: Dossier) -> None:
    document = json.loads(to_json(Reading((lake,), ())))
    texts = {article["id"]: article["text"] for article in document["dossiers"][0]["articles"]}
    spans = spans_in(document)
    assert len(spans) > 100
    for span in spans:
        assert texts[str(span["article"])][span["start"] : span["end"]] == span["text"]


NOISE = st.text(
    alphabet=st.one_of(st.sampled_from("“”‘’\"'«»()[].,:;!?—–…-\n\t 0123456789$%€"), st.characters(codec="utf-8")),
    max_size=300,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(NOISE, max_size=4))
def test_no_text_crashes_the_line(texts: list[str]) -> None:
    reading = newstemma.collate([Article(str(number), text) for number, text in enumerate(texts)])
    for dossier in reading.dossiers:
        known = {article.id: article.text for article in dossier.articles}
        for attribution in dossier.attributions:
            for span in (*attribution.content, *attribution.cue, *attribution.source):
                assert isinstance(span, Span)
                assert span.end <= len(known[span.article])
    assert json.loads(to_json(reading))["schema"] == "newstemma/1"


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_shuffled_articles_give_the_same_bytes(random: object) -> None:
    articles = list(synthetic_articles(21, seed=3))
    expected = to_json(newstemma.collate(articles))
    random.shuffle(articles)  # type: ignore[attr-defined]
    assert to_json(newstemma.collate(articles)) == expected


SPEECH = """THE CHAIR: Good evening.

MOSS: We will share the lake with the town this winter. We will open the pipe only while the level stays above forty
metres, and not one day longer. I have signed nothing yet.
"""
TERN = """“We will share the lake with the town this winter,” said Ida Moss, who runs the water board of Hallin.
“We will open the pipe while the level stays above forty metres.”"""
SKUA = """Ida Moss of the water board of Hallin told a meeting that the lake would be shared. “We will open the pipe
only when the level stays above forty metres, and not one day longer,” she said. She added that she had “signed nothing
yet”."""
TOLD = (TERN, SKUA)


def test_what_articles_quote_is_checked_against_a_primary_text(tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    for number, text in enumerate(TOLD):
        (tmp_path / f"{number}.txt").write_text(text.replace("\n", " "), encoding="utf-8")
    articles = [str(tmp_path / f"{number}.txt") for number in range(len(TOLD))]
    one = replace(Settings(), group=replace(Settings().group, one_story=True))
    (dossier,) = newstemma.read(articles, primary=[str(tmp_path / "speech.txt")], settings=one).dossiers
    (utterance,) = dossier.utterances
    # It outranks both articles, is no account, and what nobody quotes of it is no utterance.
    assert "open the pipe only while the level stays above forty metres, and not one day longer" in utterance.wording
    assert "Good evening" not in utterance.wording
    assert dossier.support[utterance.id].accounts == 2
    changed = {(w.article, v.kind, v.wording, v.witness) for w in utterance.witnesses for v in w.variants}
    assert any(article == "1" and printed == "when" for article, _, _, printed in changed)
    assert any(article == "0" and "only" in wording for article, _, wording, _ in changed)
    assert not any(article == "speech" for article, *_ in changed)
    assert not any(span.article == "speech" for claim in dossier.claims for span in claim.witnesses)


ICE = "https://tern.example/ice"
FIRST = """# outlet: The Tern
# url: https://tern.example/ice?utm_source=letter
# published: 2026-03-02

The ferry to Skerry was stopped by ice on Monday, the harbour office said.
“We do not know when it will sail,” said Mona Hastrup, who runs the office. About 40 people were on board."""
SECOND = """# outlet: The Tern
# url: https://www.tern.example/ice/
# published: 2026-03-02
# modified: 2026-03-03T08:15:00Z

The ferry to Skerry was stopped by ice on Monday, the harbour office said.
“It will sail again on Friday,” said Mona Hastrup, who runs the office. About 44 people were on board."""


def test_an_article_and_its_earlier_version_are_one_account(tmp_path: Path) -> None:
    for number, text in enumerate((FIRST, SECOND)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    reading = newstemma.read([tmp_path], settings=RULES)
    (dossier,) = reading.dossiers
    (article,) = dossier.articles
    assert len(dossier.accounts) == 1
    assert all(support.most == 1 for support in dossier.support.values())
    assert not dossier.differences  # the outlet does not contradict itself: it corrected a number
    record = json.loads(to_json(reading))["dossiers"][0]["articles"][0]
    assert record["addresses"] == [f"{ICE}?utm_source=letter", "https://www.tern.example/ice/"]
    assert (record["published"], record["modified"]) == ("2026-03-02", "2026-03-03T08:15:00+00:00")
    (version,) = record["versions"]
    assert (version["files"], version["url"]) == ([str(tmp_path / "0.txt")], f"{ICE}?utm_source=letter")
    assert ("44", "40") in [(change["text"], change["earlier"]) for change in version["changes"]]
    assert all(article.text[change["start"] : change["end"]] == change["text"] for change in version["changes"])
    assert to_json(newstemma.collate([article], settings=RULES)) == to_json(reading)
