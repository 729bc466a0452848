"""Speech or not, and the cue and the source around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.annotate import paragraphs, sentences
from newstemma.annotate.attributions import find_attributions
from newstemma.annotate.quotation import pair_quotations
from newstemma.model import Article, Attribution, QuotedSpan
from newstemma.settings.quotations import QuotationSettings


def read(text: str) -> tuple[tuple[QuotedSpan, ...], tuple[Attribution, ...]]:
    article = Article("a", text)
    cut = paragraphs(article)
    return find_attributions(
        article, cut, sentences(article, cut), pair_quotations(article, cut), settings=QuotationSettings()
    )


def rows(text: str, *kinds: str) -> list[tuple[str, str, str]]:
    """Content, cue and source of the attributions of `kinds`."""
    return [
        (
            " / ".join(span.of(text) for span in one.content),
            " ".join(span.of(text) for span in one.cue),
            " ".join(span.of(text) for span in one.source),
        )
        for one in read(text)[1]
        if one.kind in kinds
    ]


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Speaking to farmers, Ida Moss said: “The dam holds.”", "The dam holds.", "said", "Ida Moss"),
        ("“The dam holds,” Ida Moss said.", "The dam holds,", "said", "Ida Moss"),
        ("“The dam holds,” gushed Moss.", "The dam holds,", "gushed", "Moss"),
        (
            "“The dam holds,” Ida Moss, an engineer at Lyle College, told Radio Ostry in a note.",
            "The dam holds,",
            "told",
            "Ida Moss, an engineer at Lyle College",
        ),
        ("“The dam holds,” according to the Ostry Board.", "The dam holds,", "according to", "the Ostry Board"),
        ("“Does it hold?” Moss asked on Friday.", "Does it hold?", "asked", "Moss"),
        ("An Ostry council memo says the dam is “old and weak.”", "old and weak.", "says", "An Ostry council memo"),
        ("In a note to staff, Moss instructed them to “drain the upper basin now.”", "drain the upper basin now.",
         "instructed", "Moss"),
        ("The plan was praised as “flawless” by Ida Moss.", "flawless", "was praised", "Ida Moss"),
        ("She went to the square where she called it a “fine idea,” and left.", "fine idea,", "called", "she"),
        ("The union “rejects any plan that drowns the valley,” added Ole Brandt, its chair.",
         "rejects any plan that drowns the valley,", "added", "Ole Brandt, its chair"),
        ("Moss: “The dam holds.”", "The dam holds.", ":", "Moss"),
        ("“The dam holds.” — Ida Moss", "The dam holds.", "—", "Ida Moss"),
        ("Calling the dam “quite safe”, Moss left.", "quite safe", "Calling", "Moss"),
    ],
)  # fmt: skip
def test_cue_and_source_are_found(text: str, content: str, cue: str, source: str) -> None:
    assert (content, cue, source) in rows(text, "direct")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A spokesman for Orrin, Ole Brandt, said the release “is a blow.”", "A spokesman for Orrin, Ole Brandt"),
        ("In an email, Ida Moss, a professor at Lyle College, told Radio Ostry the rule “is dead for good.”",
         "Ida Moss, a professor at Lyle College"),
        ("“The dam is holding,” the Ostry Press reports.", "the Ostry Press"),
        ("“The dam is holding,” reports the Ostry Press.", "the Ostry Press"),
        ("The firm that it hired to look into the leak, Harrow Labs, said it “found no trace.”",
         "The firm that it hired to look into the leak, Harrow Labs"),
        ("Brandt reported that Orrin said the leak was “small but real.”", "Orrin"),
        ("Brandt reported that Orrin said the leak happened in May: “They knew it.”", "Orrin"),
        ("Brandt said he asks “for a fair share of the water.”", "he"),
        ("As Moss explains, “the gate is never shut.”", "Moss"),
        ("And Moss notes that Orrin “has lost the key.”", "Moss"),
        ("“The gate is shut,” according to the OBC.", "the OBC"),
        ("In a statement, the bank said it was “aware” of the leak.", "the bank"),
        ("The plan was described by Ole Brandt as “a gift to the rich.”", "Ole Brandt"),
        ("The plan, described by millers as “a joke,” will fail.", "millers"),
        ("The rule was called “cruel and useless” by the Ostry Board.", "the Ostry Board"),
        ("Staff were told by Ole Brandt that the plan was “a gift to the rich.”", "Ole Brandt"),
        ("“The gate sticks,” Brandt was quoted as saying by the Ostry Press.", "Brandt"),
        ("“The gate sticks.” Brandt said.", "Brandt"),
        ("“Why does it stick?” Brandt demanded.", "Brandt"),
        ("“The gate sticks.” ― Ole Brandt", "Ole Brandt"),
        ("The film has footage of Ida Moss asking, “Why does it stick?”", "Ida Moss"),
        ("Said Ida Moss, who grew up there, “We were proud.”", "Ida Moss, who grew up there"),
        ("“It is ours,” Rep. Ida Moss (R-Lyle), a board member, said.", "Rep. Ida Moss (R-Lyle), a board member"),
        ("“To be frank, no,” said the Rev. Ida Moss, of Lyle Chapel.", "the Rev. Ida Moss, of Lyle Chapel"),
        ("“It was fun,” said Brandt, now a baker in Lyle.", "Brandt, now a baker in Lyle"),
        ("“These are odd days,” said Moss, a lawyer for Orrin, who has sued the board.",
         "Moss, a lawyer for Orrin, who has sued the board"),
        ("Per Moss, who chairs the board, repeated that “a gate is a gate.”", "Per Moss, who chairs the board"),
        ("She then turned to the crowd again: “Here is what I want.”", "She"),
        ("The paper used her words as its headline: “Here is what I want.”", "The paper"),
        ("A board spokeswoman declined to comment beyond saying that it was “a private matter.”",
         "A board spokeswoman"),
        ("Brandt thanked her for “stepping up when it counted.”", "Brandt"),
        ("The mayor leaned in and boomed: “Here is what I want.”", "The mayor"),
        ("“It won’t work,” two people familiar with the talks said.", "two people familiar with the talks"),
        ("Asked by reporters if he would run, Brandt replied, “Ask me in May.”", "Brandt"),
        ("As Brandt put it, “the gate sticks and nobody cares.”", "Brandt"),
        ("The judge, Ida Moss, wrote in her ruling that the board had “no right to the water.”", "The judge, Ida Moss"),
        ("Brandt’s lawyer, Ida Moss, said in an email to the paper that he “did nothing.”",
         "Brandt’s lawyer, Ida Moss"),
        ("Speaking on Monday, Brandt’s deputy, Ida Moss, said the well was “dry as a bone.”",
         "Brandt’s deputy, Ida Moss"),
        ("My aunt called. “We live by the tide, and so do they, said Ida Moss, who bakes bread.",
         "Ida Moss, who bakes bread"),
    ],
)  # fmt: skip
def test_the_source_of_the_words_in_marks(text: str, source: str) -> None:
    assert [row[2] for row in rows(text, "direct")] == [source]


def test_a_colon_after_an_adverb_names_no_source() -> None:
    assert rows("“No,” Moss said. Then: “Never again.”", "direct")[1] == ("Never again.", "", "")


def test_when_and_where_it_was_said_is_not_what_was_said() -> None:
    assert rows("“I won’t,” Moss said when asked about it.", "indirect", "mixed") == []
    assert rows("In an email, Moss told Radio Ostry the rule “is dead.”", "indirect") == []


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("She called it “unprecedented”.", "unprecedented"),
        ("It was described as “significant” by officials.", "significant"),
        ("The bank said it was “aware” of the leak.", "aware"),
        ("Moss said that a “significant” part of the wall had gone.", "significant"),
        ("Millers have called the plan “reckless”.", "reckless"),
    ],
)
def test_one_word_may_be_speech(text: str, fragment: str) -> None:
    assert [row[0] for row in rows(text, "direct")] == [fragment]


def test_an_interrupted_quotation_is_two_attributions_and_the_second_has_no_source() -> None:
    assert rows("“It holds,” Moss said. “We checked it.”", "direct") == [
        ("It holds,", "said", "Moss"),
        ("We checked it.", "", ""),
    ]


def test_a_quotation_over_paragraphs_is_one_attribution_with_several_spans() -> None:
    assert rows("Moss said: “It holds.\n\n“We checked it.”", "direct") == [
        ("It holds. / We checked it.", "said", "Moss")
    ]


def test_a_colon_at_the_end_of_the_paragraph_before_introduces() -> None:
    assert rows("Moss praised the crew, adding that:\n\n“It holds.”", "direct") == [("It holds.", "adding", "Moss")]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” left.",
        "The guards “tuck” the gate in at night.",
        "‘First step’\n\nRain fell on the valley all day.",
        "A group called “Save Our Valley” marched.",
        "Doors labeled “In” and “Out” stood open.",
        "Moss spoke against the “no tide, no toll” rule for ferries.",
        "He wrote the book “The Long Dam”.",
        "Moss told the “Morning” show that rain is coming.",
        "Moss appeared on “Meet the Valley” on Sunday.",
        "Ole “Sticks” Brandt left town.",
        "Officials said the “fix” had failed.",
        "Moss said the so-called “fix” was a lie.",
        "Known as “the Hammer,” Brandt left.",
    ],
)
def test_words_that_are_mentioned_are_no_speech(text: str) -> None:
    quoted, attributions = read(text)
    assert quoted
    assert not any(one.speech for one in quoted)
    assert not [one for one in attributions if one.kind == "direct"]


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Moss said that the dam holds.", "the dam holds", "said", "Moss"),
        ("The dam holds, the water board said on Friday.", "The dam holds", "said", "the water board"),
        ("The dam holds, said local engineers.", "The dam holds", "said", "local engineers"),
        ("According to the water board, the dam holds.", "the dam holds", "According to", "the water board"),
        ("Moss nodded, saying that the dam would hold.", "the dam would hold", "saying", "Moss"),
        ("Engineers including Ida Moss, a fellow at Lyle College, said that it holds.", "it holds", "said",
         "Engineers including Ida Moss, a fellow at Lyle College"),
    ],
)  # fmt: skip
def test_reported_clauses_are_indirect(text: str, content: str, cue: str, source: str) -> None:
    assert rows(text, "indirect") == [(content, cue, source)]


def test_a_reported_clause_with_marks_is_mixed_and_its_fragment_direct() -> None:
    text = "Moss said that the dam is “old but sound”."
    assert rows(text, "mixed") == [("the dam is “old but sound”", "said", "Moss")]
    assert rows(text, "direct") == [("old but sound", "said", "Moss")]


def test_an_embedded_post_is_direct_without_marks() -> None:
    text = "It rained.\n\nThe dam holds. — Ida Moss (@idamoss) May 4, 2021"
    assert rows(text, "direct") == [("The dam holds.", "", "Ida Moss (@idamoss)")]


@given(st.lists(st.sampled_from(["Moss", "said", "that", "“It holds,”", "“No.”", "(", ",", ".", "—", "according", "to",
                                 "\n\n", "who", "he", "and", "called", "it", "by", ":"]), max_size=25))  # fmt: skip
def test_any_order_of_words_gives_spans_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    quoted, attributions = read(text)
    for one in attributions:
        assert all(span.of(text) for span in (*one.content, *one.cue, *one.source))
        assert one.kind != "direct" or any(q.span == one.content[0] and q.speech for q in quoted)
    assert list(attributions) == sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end, a.kind))
