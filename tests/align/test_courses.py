"""One statement over several paragraphs: what the narrator says in between, and what a speaker comes back to."""

from __future__ import annotations

from dataclasses import replace

from tests.align.quoting import article, collated, sourced, told

from newstemma.model import Attribution, Entity, Span

QUILL = Entity("Quill", "Ada Quill", "person", ("Ada Quill", "Quill"), (), ())
MARSH = Entity("Marsh", "Ben Marsh", "person", ("Ben Marsh", "Marsh"), (), ())
SHUT = "“Quill|The bridge stays shut for now,” Quill said."
CROSS = "“Quill|Nobody is to cross the river,” Quill said."


def groups(between: str, *, reports: str = "", last: str = CROSS) -> int:
    """Return into how many utterances two quotations fall with `between` in between, which reports what Quill said."""
    read, speakers = sourced("a", f"{SHUT}\n{between}\n{last}", "Quill", "Quill", persons=("Quill", "Marsh"))
    text = read.article.text
    if reports:
        at = text.index(reports)
        said = Attribution("a", "indirect", (Span("a", at, at + len(reports)),))
        attributions = tuple(sorted((*read.attributions, said), key=lambda item: item.content))
        read, speakers = replace(read, attributions=attributions), speakers | {said.id: "Quill"}
    return len(collated([(read, speakers)], (QUILL, MARSH)))


def test_a_paragraph_that_reports_the_same_speaker_holds_a_statement_together() -> None:
    told_on = "But she warned that the steel would need another winter."
    assert groups(told_on) == 2
    assert groups(told_on, reports="that the steel would need another winter") == 1


def test_another_occasion_in_between_parts_two_statements() -> None:
    for sets_out in ("Later she", "In an interview she", "On Thursday she", "Asked about the steel, she"):
        told_on = f"{sets_out} warned that the steel would need another winter."
        assert groups(told_on, reports="that the steel would need another winter") == 2


def test_a_quotation_with_its_own_day_is_not_carried_on() -> None:
    told_on, what = "She said the steel would need another winter.", "the steel would need another winter"
    assert groups(told_on, reports=what, last="“Quill|Nobody is to cross,” Quill said in Bracken.") == 2


OFFER = "“Quill|The ferry club has offered its landing stage to every farmer with a heavy wagon,” Quill said."
AGAIN = "“Quill|Any farmer may come: for the heaviest wagon too a stage was offered at our landing,” Quill said."
ASIDE = "Marsh wrote that the club wanted a rent.\nThe club has eighty members.\nIts stage is made of oak."


def test_a_speaker_who_comes_back_to_the_same_things_makes_one_statement() -> None:
    assert len(told(f"{OFFER}\n{ASIDE}\n{AGAIN}")) == 1
    assert len(told(f"{OFFER}\n{ASIDE}\n“Quill|Nobody wants another flood in this valley,” Quill said.")) == 2


def test_an_occasion_named_for_the_speaker_in_between_begins_another_statement() -> None:
    later = "Quill spoke again at a dinner on Thursday."
    assert len(told(f"{OFFER}\n{ASIDE}\n{later}\nThe hall was full.\n{AGAIN}")) == 2


def test_fragments_that_the_narrator_sums_up_need_more_words() -> None:
    assert len(told("Quill called the ferry “Quill|a relic” and the bridge “Quill|no safe way”.")) == 2
    assert len(told("Quill called the ferry “Quill|a relic” and the bridge “Quill|no safe way for any wagon”.")) == 1


def test_a_slogan_in_the_narrators_sentence_is_not_one_statement_of_two_people() -> None:
    long = "“Marsh|Her plan would end the ferry as we all know it,” Marsh said."
    assert len(told(long, "Quill said it “Quill|would end the ferry as we all know it”.")) == 2
    assert len(told(long, "“Quill|Her plan would end the ferry as we all know,” Quill said.")) == 1


def test_a_question_and_its_answer_are_two_voices() -> None:
    question = "Asked bluntly, “Quill|Is that old bridge safe?” Quill replied, “Quill|You know what we found.”"
    read, speakers = article("a", question)
    assert len(collated([(read, speakers)], (QUILL,))) == 1
    at = read.article.text.index("replied")
    asked, answered = read.attributions
    asked = replace(asked, cue=(Span("a", at, at + len("replied")),))
    who = {asked.id: "Quill", answered.id: "Quill"}
    assert len(collated([(replace(read, attributions=(asked, answered)), who)], (QUILL,))) == 2
