from __future__ import annotations

import re

import pytest

from newstemma.annotate.names import find_mentions
from newstemma.annotate.speakers import resolve_speakers
from newstemma.model import Article, Attribution, QuotedSpan
from newstemma.text.sentences import paragraphs, sentences


def speakers(marked: str) -> list[tuple[str, str]]:
    """Return (speaker, printed source) of each quotation in “ ”; the source before or after it stands in { }."""
    text = re.sub(r"[{}]", "", marked)
    article = Article("a", text)
    parts = paragraphs(text)
    cut = tuple(article.span(*bounds) for part in parts for bounds in sentences(text, *part))
    sources = []
    for number, match in enumerate(re.finditer(r"\{([^}]*)\}", marked)):
        sources.append(article.span(match.start() - 2 * number, match.end() - 2 * number - 2))
    attributions: list[Attribution] = []
    for match in re.finditer(r"“([^”]*)”", text):
        content = article.span(*match.span(1))
        line = next(article.span(*part) for part in parts if part[0] <= match.start() < part[1])
        near = [s for s in sources if line.covers(s)]
        taken = [a.source for a in attributions]
        source = next(((s,) for s in near if (s,) not in taken), ())
        attributions.append(Attribution("a", "direct", (content,), (), source))
    quoted = tuple(QuotedSpan(attribution.content[0]) for attribution in attributions)
    whole = tuple(article.span(*part) for part in parts)
    found = resolve_speakers(article, whole, cut, quoted, find_mentions(article, cut), tuple(attributions))
    return [(attribution.speaker, attribution.speaker_text) for attribution in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ida Osk spoke.\n“We won,” said {Osk}.", "Ida Osk"),
        ("“We won,” said {Ida Osk, the mayor of Lyle}.", "Ida Osk"),
        ("“We won,” said {the Lylish fish minister, Ida Osk}.", "Ida Osk"),
        ("“We won,” said {a spokesman for Una Brill, Per Osk}.", "Per Osk"),
        ("“We won,” said {a lawyer for Ms. Brill, Per Osk of Lyle and Sons}.", "Per Osk"),
        ("“We won,” said {an aide to Governor Brill, Per Osk}.", "Per Osk"),
        ("“We won,” said {Ida Osk of the Harbor Council}.", "Ida Osk"),
        ("“We won,” {the Harbor Council} said.", "Harbor Council"),
        ("Mayor Ida Osk spoke.\n“We won,” said {the mayor}.", "Ida Osk"),
        ("“We won,” said {a spokeswoman for the Harbor Council}.", "a Harbor Council spokeswoman"),
        ("“We won,” said {a Harbor Council spokesman}.", "a Harbor Council spokesman"),
        ("Ida Osk slept.\n“We won,” said {Osk’s lawyer}.", "an Ida Osk lawyer"),
        ("{A Harbor Council advisory} says “it is late.”", "Harbor Council"),
        ("Ida Osk met the retailer Oskco. Oskco grew.\n“We won,” said {a company spokesman}.", "an Oskco spokesman"),
        ("“We won,” said {a sailor}.", ""),
        ("Ida Osk ran.\n“We won,” said {a man at Osk’s house}.", ""),
    ],
)
def test_a_printed_source_leads_to_a_name(text: str, speaker: str) -> None:
    assert speakers(text) == [(speaker, re.findall(r"\{([^}]*)\}", text)[0])]


def test_a_described_speaker_comes_back() -> None:
    text = "“One,” said {a Harbor Council spokesman}.\n“Two,” {the spokesman} said."
    assert [speaker for speaker, _ in speakers(text)] == ["a Harbor Council spokesman"] * 2


def test_a_pronoun_is_the_speaker_before() -> None:
    text = "Ms. Ida Osk met Per Moss.\n“One,” {Osk} said.\n“Two,” {she} added."
    assert speakers(text)[1] == ("Ida Osk", "she")


def test_a_pronoun_follows_the_subject_that_changed() -> None:
    text = "“One,” said {Per Osk}.\nJan Moss disagreed with the plan. “Two,” {he} said."
    assert speakers(text)[1][0] == "Jan Moss"


def test_a_quotation_without_a_source_goes_on_with_the_speaker_before() -> None:
    text = "“One,” said {Ida Osk}. “Two.”\n“Three.”\nRain fell in the long night. “Four” it was."
    found = [speaker for speaker, _ in speakers(text)]
    assert found[:3] == ["Ida Osk"] * 3


def test_a_nameless_speaker_who_goes_on_is_known_by_his_words() -> None:
    assert speakers("“One,” said {a sailor}.\n“Two.”") == [("", "a sailor"), ("", "a sailor")]


def test_a_colon_announces_the_subject() -> None:
    assert speakers("On the radio, Ida Osk was clear:\n“We won.”")[0][0] == "Ida Osk"


def test_nothing_in_nothing_out() -> None:
    assert resolve_speakers(Article("a", ""), (), (), (), (), ()) == ()


def test_a_text_of_marks_alone_names_nobody() -> None:
    assert speakers("“ ” “ ”") == [("", ""), ("", "")]
