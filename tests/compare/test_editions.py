"""Articles with one text: what differs is found once and stands in all."""

from __future__ import annotations

from datetime import date

from tests.compare.reading import read_closely

from newstemma.compare import compare
from newstemma.compare.editions import Editions
from newstemma.model import AnnotatedArticle, Difference, Span
from newstemma.settings.compare import CompareSettings

FEWER = "The flood killed 31 villagers in the Orvan valley on Monday night, the guard said in Orvan."
MORE = "The flood killed 36 villagers in the Orvan valley on Tuesday night, the bishop said in Orvan."


def found(texts: list[str], days: list[date] | None = None) -> tuple[Difference, ...]:
    articles, alignment = read_closely(texts, days or [])
    turned: list[AnnotatedArticle] = articles[::-1]
    told = compare(articles, alignment, settings=CompareSettings()).differences
    assert told == compare(turned, alignment, settings=CompareSettings()).differences
    return told


def test_copies_stand_with_what_they_copy_and_change_nothing_else() -> None:
    two, many = found([FEWER, MORE]), found([FEWER, MORE, FEWER, MORE, MORE])
    assert [difference.kind for difference in two] == [difference.kind for difference in many] != []
    for alone, copied in zip(two, many, strict=True):
        assert (alone.id, alone.nature, alone.about) == (copied.id, copied.nature, copied.about)
        for one, other in zip(alone.positions, copied.positions, strict=True):
            assert (one.value, one.text) == (other.value, other.text)
            copies = {"0": ("0", "2"), "1": ("1", "3", "4")}
            stands = [Span(copy, span.start, span.end) for span in one.witnesses for copy in copies[span.article]]
            assert other.witnesses == tuple(sorted(stands))


def test_one_text_of_two_days_is_two_tellings() -> None:
    articles, _ = read_closely([FEWER] * 4, [date(2026, 3, 3), date(2026, 3, 17), date(2026, 3, 3)])
    assert [one.id for one in Editions(articles).firsts] == ["0", "1", "3"]
