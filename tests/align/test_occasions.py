from __future__ import annotations

import pytest
from tests.align.quoting import article, told

from newstemma.align.clashes import Stated, clashing, same_setting, stated
from newstemma.align.fragments import quoted_spans
from newstemma.align.occasions import Setting, merged, settings_of
from newstemma.model import Occasion
from newstemma.settings.utterances import UtteranceSettings


def setting(text: str) -> Setting:
    read, _ = article("a", text)
    quoted = [(item, quoted_spans(read, item)) for item in read.attributions]
    return settings_of(read, quoted, {}, read.times, UtteranceSettings())[0]


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("Quill wrote on X", "post"),
        ("Quill wrote in a Facebook post", "post"),
        ("Quill said in a written statement", "statement"),
        ("Quill told reporters", "press"),
        ("Quill spoke at a news conference", "press"),
        ("Quill told Harbour Radio", "interview"),
        ("Quill said in an email", "email"),
        ("Quill wrote in a memorandum", "document"),
        ("Quill said in a speech", "speech"),
        ("Quill told lawmakers", "testimony"),
    ],
)
def test_medium(words: str, medium: str) -> None:
    assert setting(f"“Quill|The bridge stays shut,” {words}.").values("medium") == {medium}


def test_place_and_day_near_the_cue() -> None:
    found = setting("“Quill|The bridge stays shut,” Quill told reporters in Arvenholm on Monday.")
    assert found.values("where") == {"arvenholm"}
    assert found.values("when") == {"2031-03-03"}


def test_what_is_quoted_or_told_of_is_no_occasion() -> None:
    assert setting("“Quill|We met reporters in Bracken on Monday,” Quill said.").circumstances == ()
    other = setting("“Quill|The bridge stays shut,” Quill said of the town, which fell in Bracken on Monday.")
    assert other.circumstances == ()


def test_a_bare_tag_takes_over_from_the_sentence_before() -> None:
    found = setting("Quill spoke in Arvenholm on Monday. “Quill|The bridge stays shut,” he said.")
    assert found.values("where") == {"arvenholm"}


def test_conflicts() -> None:
    monday = stated(setting("“Quill|The bridge stays shut,” Quill told reporters in Arvenholm on Monday."))
    thursday = stated(setting("“Quill|The bridge stays shut,” Quill wrote on X in Bracken on Thursday."))
    assert clashing(monday, thursday) == {"medium", "where", "when", "day"}
    assert clashing(monday, Stated()) == clashing(monday, monday) == frozenset()
    assert not Stated()
    assert not clashing(monday | thursday, thursday)
    assert same_setting(monday, monday)
    assert not same_setting(monday, thursday)


def test_a_statement_may_be_a_post() -> None:
    post = setting("“Quill|The bridge stays shut,” Quill wrote on Facebook.")
    statement = setting("“Quill|The bridge stays shut,” Quill said in a statement.")
    assert clashing(stated(post), stated(statement)) == frozenset()


def test_witnesses_give_one_occasion_with_evidence() -> None:
    (one,) = told(
        "“Quill|The bridge stays shut for good,” Quill told reporters in Arvenholm.",
        "“Quill|The bridge stays shut for good,” Quill said on Monday.",
    )
    assert (one.occasion.when, one.occasion.where, one.occasion.medium) == ("Monday", "Arvenholm", "told reporters")
    assert len(one.occasion.evidence) == 3
    assert merged([]) == Occasion()
