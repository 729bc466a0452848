from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.align.contigs import Atom, render
from newstemma.align.fragments import Stretch, stretches, units
from newstemma.align.layout import lay_out, place
from newstemma.model import AnnotatedArticle, Article, Span
from newstemma.settings.utterances import UtteranceSettings

SETTINGS = UtteranceSettings()


def stretch(name: str, text: str) -> Stretch:
    """Return the only stretch of a quotation that is the whole text of an article."""
    (only,) = stretches(AnnotatedArticle(Article(name, text)), [Span(name, 0, len(text))], 0)
    return only


def laid(*texts: str) -> list[str]:
    found = lay_out([stretch("abcdef"[number], text) for number, text in enumerate(texts)], SETTINGS)
    return [render(contig.atoms, contig.lead) for contig in found]


def test_overlapping_pieces_are_one_contig() -> None:
    pieces = ["the bridge stays shut until", "stays shut until the steel", "until the steel is tested."]
    assert laid(*pieces) == ["the bridge stays shut until the steel is tested."]


def test_pieces_that_share_nothing_stay_apart() -> None:
    assert laid("nobody crosses the river", "rain will fall") == ["nobody crosses the river", "rain will fall"]


def test_a_repeated_phrase_in_other_company_is_no_overlap() -> None:
    assert len(laid("the last stage of the war for the northern islands", "the end of the war for those who fled")) == 2


def test_a_piece_joins_the_two_that_it_overlaps() -> None:
    pieces = [
        "one two three four five six",
        "nine ten eleven twelve thirteen fourteen",
        "five six seven eight nine ten",
    ]
    assert len(laid(*pieces)) >= 1
    joined = laid("a1 b2 c3 d4 e5 f6 g7", "k1 l2 m3 n4 o5 p6 q7", "e5 f6 g7 h8 i9 k1 l2 m3")
    assert joined == ["a1 b2 c3 d4 e5 f6 g7 h8 i9 k1 l2 m3 n4 o5 p6 q7"]


def test_most_articles_decide_between_two_readings_and_the_fullest_wins() -> None:
    many = "the council keeps every single bridge closed all winter"
    other = many.replace("closed", "open")
    assert laid(other, many, many) == [many]
    assert laid(many, many.replace("single ", "")) == [many]
    assert laid(many, many.replace("single ", ""), many.replace("single ", "")) == [many.replace("single ", "")]
    assert laid(many, *[many.replace("every single bridge ", "")] * 2) == [many]


def test_every_stretch_finds_its_place_again() -> None:
    pieces = [stretch("a", "the bridge stays shut until spring"), stretch("b", "stays shut until spring comes again")]
    contigs = lay_out(pieces, SETTINGS)
    for piece in pieces:
        (found,) = place(piece, contigs, SETTINGS)
        assert found.last - found.first == len(piece.units)


def test_marks_that_dangle_are_not_rendered() -> None:
    assert render([Atom("shut", "shut", ","), Atom("x", "now", ",”")]) == "shut,now"
    assert render([Atom("shut", "shut", ".”")]) == "shut."


@given(st.text(max_size=200))
def test_units_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for unit in units(text, 0, len(text)):
        assert at <= unit.start < unit.end <= len(text)
        at = unit.end


@given(st.permutations(["a b c d e f", "d e f g h i", "g h i j k l", "x y z w v u", "c d e f g"]))
def test_the_order_of_stretches_does_not_matter(texts: list[str]) -> None:
    names = {text: f"n{text[0]}" for text in texts}
    found = lay_out([stretch(names[text], text) for text in texts], SETTINGS)
    again = lay_out([stretch(names[text], text) for text in sorted(texts)], SETTINGS)
    assert found == again
