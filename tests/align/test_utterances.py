from __future__ import annotations

import random
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.quoting import article, collated, told

from newstemma.model import Attribution, Entity, Span
from newstemma.text.tokens import tokenize

FIRST = "We offer the old harbour to the sailing club for ten years."
SECOND = "We will take only registered members (including young members) in exchange for a deposit."
THIRD = "The deposit would be small for the club but large for the town."


def test_no_articles_and_no_quotations() -> None:
    assert told() == told("Rain fell.") == told("") == ()


def test_one_quotation_is_an_utterance_of_its_own() -> None:
    (only,) = told("“Quill|The bridge stays shut,” Quill said.")
    assert only.wording == "The bridge stays shut"
    assert only.witnesses[0].share == 1.0
    assert only.parts[0].after == "first"


def test_pieces_are_put_together_by_their_overlaps() -> None:
    (one,) = told(
        f"“Quill|{FIRST} {SECOND[:-1]},” Quill wrote.",
        f"“Quill|{SECOND} {THIRD}”",
        f"“Quill|{FIRST[:-1]},” Quill wrote. “Quill|{THIRD}”",
    )
    assert one.wording == f"{FIRST} {SECOND} {THIRD}"
    assert [part.after for part in one.parts] == ["first", "adjacent", "adjacent"]
    assert [len(part.witnesses) for part in one.parts] == [2, 2, 2]


def test_a_gap_shows_where_nobody_prints_two_parts_together() -> None:
    (one,) = told("“Quill|The bridge stays shut today,” Quill said. “Quill|Nobody is to cross the river.”")
    assert one.wording == "The bridge stays shut today […] Nobody is to cross the river."
    assert [part.after for part in one.parts] == ["first", "later"]


def test_an_ellipsis_is_a_gap_that_another_witness_fills() -> None:
    (one,) = told(
        "“Quill|The bridge stays shut … until the steel has been tested twice,” Quill said.",
        "“Quill|The bridge stays shut for everyone until the steel has been tested twice,” Quill said.",
    )
    assert one.wording == "The bridge stays shut for everyone until the steel has been tested twice"


def test_brackets_stand_for_what_another_witness_prints() -> None:
    (one,) = told(
        "“Quill|[She] has promised to keep the harbour open all winter,” Quill said.",
        "“Quill|Our mayor has promised to keep the harbour open all winter,” Quill said.",
    )
    assert one.wording == "Our mayor has promised to keep the harbour open all winter"


def test_a_few_words_join_only_their_own_speaker() -> None:
    whole = "“Quill|We let the hall in return for a rent to every club,” Quill said."
    assert len(told(whole, "Quill lets it “Quill|for a rent”.")) == 1
    assert len(told(whole, "Marsh lets it “Marsh|for a rent”.")) == 2
    assert len(told(whole, "Somebody lets it “|for a rent”.")) == 2


def test_equal_fragments_of_one_speaker_join() -> None:
    texts = [
        "Marsh called it “Marsh|a bad idea”.",
        "It is “Marsh|a bad idea”, Marsh said.",
        "“Marsh|A bad idea”, then.",
    ]
    (one,) = told(*texts)
    assert len(one.witnesses) == 3
    assert len(told(*texts, "“Quill|A bad idea,” said Quill.")) == 2


def test_unknown_speakers_join_by_many_words() -> None:
    words = "The bridge stays shut until the steel has been tested"
    assert len(told(f"“Quill|{words},” Quill said.", f"“|{words},” it was said.")) == 1


def test_the_same_words_of_a_person_and_an_organisation() -> None:
    words = "The bridge stays shut until the steel has been tested"
    texts = f"“Quill|{words},” Quill said.", f"“Council|{words},” the council said."
    entities = (
        Entity("Quill", "Ada Quill", "person", ("Quill",), (), ()),
        Entity("Council", "Council", "organization", ("Council",), (), ()),
    )
    assert len(told(*texts, entities=entities)) == 1
    assert len(told(*texts)) == 1  # so many words in a row are one statement, whoever is found to have made it
    few = "“Quill|The bridge stays shut for now,” Quill said.", "“Marsh|The bridge stays shut for now,” Marsh said."
    assert len(told(*few)) == 2


def test_what_one_cites_of_another_is_not_taken_for_one_statement() -> None:
    whole = "“Quill|We said ‘the bridge stays shut until the steel has been tested’ and we meant it,” Quill said."
    assert len(told(whole, "“Marsh|the bridge stays shut until the steel has been tested,” Marsh said.")) == 2


def test_like_words_in_another_frame_are_another_utterance() -> None:
    found = told(
        "“Quill|He has offered to store in his barns the grain of our farms and mills,” Quill said.",
        "“Quill|In a new gesture Marsh offered to store in his barns the grain, with oats, rye and barley,” he said.",
        "Marsh would “Quill|store in his barns the grain”, Quill said.",
        "“Quill|He has offered to store in his barns the grain of our farms and mills,” Quill said.",
    )
    assert sorted(len(item.witnesses) for item in found) == [1, 3]
    assert {related.kind for item in found for related in item.related} == {"doubtful"}


def test_another_place_and_day_is_another_occasion() -> None:
    found = told(
        "“Quill|No town has ever sent us a load of bread such as this,” Quill said in Arvenholm on Monday.",
        "“Quill|No one has ever sent us a load like that before,” Quill said in Bracken on Thursday.",
    )
    assert len(found) == 2
    assert {related.kind for item in found for related in item.related} == {"other_occasion"}


def test_quotations_side_by_side_need_one_occasion() -> None:
    near = "“Quill|The bridge stays shut for now,” Quill said in Arvenholm on Monday.\n"
    assert len(told(near + "“Quill|Nobody is to cross the river,” he added.")) == 1
    assert len(told(near + "“Quill|Nobody is to cross the river,” Quill said in Bracken on Thursday.")) == 2


def test_a_part_that_no_article_orders_after_the_part_before_it_says_so() -> None:
    held = "That is our word, and nobody is to bend it."
    (one,) = told(
        f"“Quill|{FIRST} {SECOND[:-1]},” Quill wrote. “Quill|{held}”",
        f"“Quill|{FIRST} {SECOND} {THIRD}” Quill wrote.",
    )
    assert one.wording == f"{FIRST} {SECOND} {THIRD} […] {held}"
    assert [part.after for part in one.parts] == ["first", "adjacent", "unknown"]


def test_quotations_far_apart_stay_apart() -> None:
    filler = "\n".join(["Rain fell on the town."] * 4)
    text = f"“Quill|The bridge stays shut,” Quill said.\n{filler}\n“Quill|Nobody wants another flood,” Quill said."
    assert len(told(text)) == 2


STORY = (
    f"“Quill|{FIRST[:-1]},” Quill wrote. “Quill|{THIRD}”\nMarsh called it “Marsh|a bad idea”.",
    f"“Quill|{FIRST} {SECOND}” Quill wrote.\n“Marsh|It is a bad idea for the whole of the town,” said Marsh.",
    f"He wants it “Quill|in exchange for a deposit.” “Quill|{SECOND} {THIRD}”",
    "“Marsh|It was a bad idea for most of the town,” said Marsh. “|Nobody asked us,” said a rower.",
)


@given(st.permutations(range(len(STORY))))
@settings(max_examples=24, deadline=None)
def test_the_order_of_articles_changes_nothing(order: list[int]) -> None:
    built = [article("abcd"[number], STORY[number]) for number in range(len(STORY))]
    assert collated([built[number] for number in order]) == collated(built)


@given(st.integers(0, len(STORY) - 1))
@settings(deadline=None)
def test_a_copy_adds_witnesses_and_no_wording(number: int) -> None:
    plain, more = told(*STORY), told(*STORY, STORY[number])
    assert sorted(item.wording for item in more) == sorted(item.wording for item in plain)
    added = sum(len(item.witnesses) for item in more) - sum(len(item.witnesses) for item in plain)
    assert added == STORY[number].count("|")


@given(
    st.lists(st.lists(st.sampled_from([FIRST, SECOND, THIRD, "a bad idea", "…"]), min_size=1), min_size=1, max_size=6)
)
@settings(max_examples=60, deadline=None)
def test_words_come_from_witnesses_and_each_attribution_has_one_utterance(pieces: list[list[str]]) -> None:
    texts = [f"“Quill|{' '.join(piece)}” Quill said." for piece in pieces]
    built = [article("abcdef"[number], text) for number, text in enumerate(texts)]
    found = collated(built)
    printed = {token.key for read, _ in built for token in tokenize(read.article.text)}
    for item in found:
        assert {token.key for part in item.parts for token in tokenize(part.text)} <= printed
        assert all(part.witnesses for part in item.parts)
        assert 0 <= item.confidence <= 1
    quoted = [witness.attribution for item in found for witness in item.witnesses]
    assert len(quoted) == len(set(quoted)) == sum(any(word != "…" for word in piece) for piece in pieces)


def test_odd_input_is_survived() -> None:
    odd = ["“Quill|😀 \u200b,” said", "“Quill|...”", "“Quill|[…]”", "“Quill|" + "(" * 500 + "word”", "“|”“|”“|”"]
    assert len(told(*odd)) == 1


def test_a_story_of_many_articles_is_collated_in_seconds() -> None:
    rng = random.Random(7)
    vocabulary = [f"{a}{b}" for a in ("ba", "ce", "di", "fo", "gu", "la") for b in ("nor", "tel", "mip", "rus", "sak")]
    speech = [" ".join(rng.choices(vocabulary, k=15)).capitalize() + "." for _ in range(40)]
    texts = []
    for _ in range(100):
        starts = rng.sample(range(38), 6)
        texts.append("\n\n".join(f"“Quill|{' '.join(speech[at : at + 2])}” Quill said." for at in starts))
    built = [article(f"n{number}", text) for number, text in enumerate(texts)]
    began = time.process_time()
    found = collated(built)
    assert sum(len(item.witnesses) for item in found) == 600
    assert time.process_time() - began < 10


def test_a_mixed_attribution_around_a_direct_one_is_no_second_witness() -> None:
    read, speakers = article("a", "Quill wants the bridge “Quill|shut until the spring” for the rowers.")
    around = Attribution("a", "mixed", (Span("a", 6, len(read.article.text) - 1),))
    both = replace(read, attributions=(around, *read.attributions))
    (one,) = collated([(both, speakers | {around.id: "Quill"})])
    assert [witness.attribution for witness in one.witnesses] == [read.attributions[0].id]
    (alone,) = collated([(replace(read, attributions=(around,)), {around.id: "Quill"})])
    assert alone.wording == "shut until the spring"
    assert alone.witnesses[0].attribution == around.id
