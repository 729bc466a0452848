from __future__ import annotations

from dataclasses import replace

from tests.align.quoting import article, collated, sourced, told

from newstemma.model import Entity, Removed

QUILL = Entity("Quill", "Ada Quill", "person", ("Ada Quill", "Quill"), (), ())
MARSH = Entity("Marsh", "Ben Marsh", "person", ("Ben Marsh", "Marsh"), (), ())
BOTH = (QUILL, MARSH)
SHUT = "“Quill|The bridge stays shut for now,” Quill said."
CROSS = "“Quill|Nobody is to cross the river,” "


def groups(text: str, *sources: str) -> int:
    """Return into how many utterances the quotations of one article fall."""
    return len(collated([sourced("a", text, *sources, persons=("Quill", "Marsh"))], BOTH))


def test_a_source_of_its_own_name_is_another_voice_whoever_it_is_taken_for() -> None:
    assert groups(f"{SHUT}\n{CROSS}Quill said.", "Quill", "Quill") == 1
    assert groups(f"{SHUT}\n{CROSS}Marsh said.", "Quill", "Marsh") == 2


def test_an_unknown_speaker_joins_nothing_by_its_place() -> None:
    assert groups(f"{SHUT} “|Nobody is to cross the river.”", "Quill", "") == 2
    assert groups(f"{SHUT}\n“|Nobody is to cross the river,” said Marsh.", "Quill", "Marsh") == 2


def test_talk_of_somebody_else_in_between_ends_the_statement() -> None:
    assert groups(f"{SHUT}\nThe rowers wait.\n{CROSS}she added.", "Quill", "she") == 1
    assert groups(f"{SHUT}\nMarsh left the room.\n{CROSS}she added.", "Quill", "she") == 2
    assert groups(f"{SHUT} Marsh left the room. {CROSS[:-2]}.”", "Quill", "") == 2


def test_words_without_a_source_continue_only_what_they_follow_at_once() -> None:
    assert groups(f"{SHUT}\n{CROSS}", "Quill", "") == 1
    assert groups(f"{SHUT}\nCalls came in all day. {CROSS}", "Quill", "") == 2


def test_an_occasion_of_its_own_begins_another_utterance() -> None:
    anew = "She put it more bluntly to reporters in Bracken on Thursday. "
    assert groups(f"{SHUT}\n{anew}{CROSS}she said.", "Quill", "she") == 2
    assert groups(f"{SHUT}\n{CROSS}she said on Thursday.", "Quill", "she") == 1


def test_residue_in_between_is_no_talk() -> None:
    read, speakers = sourced("a", f"{SHUT}\nMarsh in March.\n{CROSS}", "Quill", "", persons=("Quill", "Marsh"))
    at = read.article.text.index("Marsh")
    photo = Removed(read.article.span(at, at + 15), "photo credit")
    cleaned = replace(read, article=replace(read.article, removed=(photo,)))
    assert len(collated([(cleaned, speakers)], BOTH)) == 1


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    read, speakers = article("a", "Marsh spoke.\n“|The bridge stays shut.”\n“Marsh|Nobody is to cross,” Marsh said.")
    text = read.article.text.replace("shut.”", "shut. ")
    closed = replace(read.quoted[0], closed=False)
    open_ended = replace(read, article=replace(read.article, text=text), quoted=(closed, read.quoted[1]))
    (one,) = collated([(open_ended, speakers)], BOTH)
    assert one.speaker == "Marsh"
    assert len(collated([(read, speakers)], BOTH)) == 2


def test_what_continues_a_quotation_has_its_occasion() -> None:
    continued = "“Quill|No one has ever sent us a load like that before,” she added."
    texts = (
        "“Quill|No town has ever sent us a load of bread such as this,” Quill said in Arvenholm on Monday.",
        f"“Quill|The mills are many,” Quill said in Bracken on Thursday.\n{continued}",
    )
    found = told(*texts)
    assert sorted(item.occasion.where for item in found) == ["Arvenholm", "Bracken"]
    assert {related.kind for item in found for related in item.related} == {"other_occasion"}


def test_like_words_without_an_occasion_are_doubtful() -> None:
    found = told(
        "“Quill|No town has ever sent us a load of bread such as this,” Quill said in Arvenholm on Monday.",
        "“Quill|Nobody of all those has ever sent us a load like that before,” Quill said.",
    )
    assert len(found) == 2
    assert {related.kind for item in found for related in item.related} == {"doubtful"}


def test_one_occasion_told_in_pieces_still_excludes_another() -> None:
    """One article has the medium, another the place: what clashes with the place clashes with both."""
    long = "We let the hall in return for a rent to every club of the town that asks for it"
    texts = [f"“Quill|{long},” Quill told reporters.", f"“Quill|{long},” Quill said in Arvenholm on Monday."]
    short = "Quill spoke in Bracken on Thursday of “Quill|a rent to every” club."
    assert len(told(*texts, "Quill spoke of “Quill|a rent to every” club.")) == 1
    assert len(told(*texts, short)) == 2


def test_a_name_that_all_print_is_no_common_wording() -> None:
    found = told(
        "“Quill|We have offered the Upper Marsh Towns the use of our old harbour for ever,” Quill said.",
        "“Quill|Nobody wants a wall, that is what we see in the Upper Marsh Towns,” Quill said.",
    )
    assert len(found) == 2


def test_copies_change_no_group() -> None:
    text = f"{SHUT}\nMarsh left the room.\n{CROSS}she added."
    once = collated([sourced("a", text, "Quill", "she", persons=("Quill", "Marsh"))], BOTH)
    names = "ab"
    twice = collated([sourced(name, text, "Quill", "she", persons=("Quill", "Marsh")) for name in names], BOTH)
    assert [item.wording for item in once] == [item.wording for item in twice]
    assert [2 * len(item.witnesses) for item in once] == [len(item.witnesses) for item in twice]
