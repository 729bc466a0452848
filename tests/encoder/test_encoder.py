"""The encoder with the shipped weights: offsets, determinism, bad input."""

from __future__ import annotations

import json
import random
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.annotate import annotate, paragraphs, sentences
from newstemma.annotate.quotation import pair_quotations
from newstemma.encoder import SmallEncoder, open_encoder
from newstemma.encoder.weights import FOLDER, GRAPH, MANIFEST, TOKENIZER, find_weights
from newstemma.errors import WeightsError
from newstemma.model import Article, Encoding
from newstemma.settings.annotate import AnnotateSettings

STORY = (
    "Harbour master Ida Moss said on Monday that the ferry would stay in port until the storm had passed.\n\n"
    "“We will not sail with children aboard,” she told reporters in Port Lyle. “The lake is no joke.”\n\n"
    "Paul Osk, a spokesman for Lyle Ferries, denied that tickets had been sold for the crossing. According to the Lake "
    "Board, four boats were damaged."
)


@pytest.fixture(scope="module")
def encoder() -> SmallEncoder:
    return open_encoder()


def encoded(encoder: SmallEncoder, text: str) -> Encoding:
    article = Article("a", text)
    whole = paragraphs(article)
    return encoder.encode(article, whole, sentences(article, whole), pair_quotations(article, whole))


def printed(encoding: Encoding, text: str) -> set[tuple[str, str]]:
    return {(one.role, one.span.of(text)) for one in encoding.roles}


def test_sources_cues_contents_and_names_are_found(encoder: SmallEncoder) -> None:
    found = encoded(encoder, STORY)
    roles = printed(found, STORY)
    assert ("cue", "told reporters") in roles or ("cue", "told") in roles
    assert ("cue", "denied") in roles
    assert any(role == "source" and "Ida Moss" in words for role, words in roles)
    assert any(role == "content" and "tickets had been sold" in words for role, words in roles)
    names = {(one.type, one.span.of(STORY)) for one in found.names}
    assert {("person", "Ida Moss"), ("person", "Paul Osk"), ("organization", "Lyle Ferries")} <= names


def test_a_content_leads_to_its_cue_and_a_cue_to_its_source(encoder: SmallEncoder) -> None:
    roles = encoded(encoder, STORY).roles
    content = next(one for one in roles if one.role == "content" and "tickets" in one.span.of(STORY))
    cue = roles[content.link]
    assert cue.role == "cue"
    assert cue.span.of(STORY) == "denied"
    sources = [one for one in roles if one.role == "source" and one.link == content.link]
    assert any("Paul Osk" in one.span.of(STORY) for one in sources)


def test_vectors_have_length_one_and_tell_like_from_unlike(encoder: SmallEncoder) -> None:
    first, second, third = encoder.vectors(
        ["The ferry sank in the storm.", "The boat went down in heavy weather.", "Parliament cut the tax on bread."]
    )
    assert sum(value * value for value in first) == pytest.approx(1, abs=1e-5)
    like = sum(a * b for a, b in zip(first, second, strict=True))
    unlike = sum(a * b for a, b in zip(first, third, strict=True))
    assert like > unlike + 0.2


@pytest.mark.parametrize(
    "text", ["", " \n ", "“”", "“" * 50, "\u200b\u200d", "🛥️🌊 🛥️", "\x00\x07", "これは船です。", "ⅷ ﷺ ½"]
)
def test_odd_texts_are_read_without_harm(encoder: SmallEncoder, text: str) -> None:
    found = encoded(encoder, text)
    spans = [one.span for one in found.roles] + [one.span for one in found.names]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                [
                    "“",
                    "”",
                    '"',
                    "’s",
                    "said",
                    "Ida Moss",
                    ". ",
                    "\n\n",
                    ", ",
                    "according to",
                    "anti-Moss",
                    "Lyle-based",
                    "Moss–Osk-Lyle",
                    "Ms.",
                    "\u200b",
                    "é",
                    "🛥",
                ]
            ),
        ),
        max_size=60,
    )
)
def test_spans_are_sorted_inside_the_text_and_do_not_overlap(encoder: SmallEncoder, parts: list[str]) -> None:
    text = " ".join(parts)
    found = encoded(encoder, text)
    for spans in ([one.span for one in found.roles], [one.span for one in found.names]):
        assert all(text[span.start : span.end].strip() for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(one.link < len(found.roles) for one in found.roles)
    read = annotate(Article("a", text), settings=AnnotateSettings(), encoder=encoder)
    assert all(read.text(mention.span) for mention in read.mentions)


def test_a_text_is_read_alike_whatever_was_read_before_and_on_any_number_of_threads(encoder: SmallEncoder) -> None:
    texts = [STORY, STORY.upper(), "\n\n".join([STORY] * 9), "Nobody said anything.", STORY.replace("Moss", "Brill")]
    alone = {text: encoded(encoder, text) for text in texts}
    threaded = open_encoder(threads=3)
    for seed in range(3):
        order = texts * 2
        random.Random(seed).shuffle(order)
        assert all(encoded(encoder, text) == alone[text] for text in order)
    assert all(encoded(threaded, text) == alone[text] for text in texts)


def test_a_hundred_thousand_words_in_one_paragraph(encoder: SmallEncoder) -> None:
    import resource

    text = "the lake board said that " * 20_000
    found = encoded(encoder, text)
    assert found.roles
    assert found.roles[-1].span.end <= len(text)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 2**20  # KiB: one GiB


def test_annotate_works_on_what_the_encoder_finds(encoder: SmallEncoder) -> None:
    read = annotate(Article("a", STORY), settings=AnnotateSettings(), encoder=encoder)
    said = {(one.kind, one.speaker, read.text(one.content[0])) for one in read.attributions}
    assert ("direct", "Ida Moss", "The lake is no joke.") in said
    assert ("indirect", "Paul Osk", "that tickets had been sold for the crossing") in said


def copied(tmp_path: Path) -> Path:
    for name in (GRAPH, TOKENIZER, MANIFEST):
        shutil.copyfile(FOLDER / name, tmp_path / name)
    return tmp_path


def test_weights_that_are_whole_are_accepted(tmp_path: Path) -> None:
    assert find_weights(copied(tmp_path)).name == find_weights().name


@pytest.mark.parametrize("name", [GRAPH, TOKENIZER, MANIFEST])
def test_missing_weights_are_named(tmp_path: Path, name: str) -> None:
    (copied(tmp_path) / name).unlink()
    with pytest.raises(WeightsError, match=rf"{name}: .*cannot be read.*--rules"):
        find_weights(tmp_path)


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    with (copied(tmp_path) / GRAPH).open("ab") as graph:
        graph.write(b"x")
    with pytest.raises(WeightsError, match=r"has sha256 .* the manifest says"):
        open_encoder(tmp_path)


def test_a_manifest_that_is_none_is_refused(tmp_path: Path) -> None:
    (copied(tmp_path) / MANIFEST).write_text("{}", encoding="utf-8")
    with pytest.raises(WeightsError, match="manifest cannot be read"):
        find_weights(tmp_path)


def test_the_manifest_says_what_a_user_must_know() -> None:
    manifest = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
    assert {"version", "licence", "base", "trained_on", "sha256", "scores"} <= manifest.keys()
    size = sum((FOLDER / name).stat().st_size for name in (GRAPH, TOKENIZER, MANIFEST))
    assert size <= 25 * 2**20
