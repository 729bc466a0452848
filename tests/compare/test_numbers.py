from __future__ import annotations

from datetime import date

from newstemma.annotate.quantities import find_quantities
from newstemma.compare.numbers import number_differences
from newstemma.model import Alignment, AnnotatedArticle, Article, Difference, Metadata, Span
from newstemma.text.sentences import sentences


def read(name: str, text: str, published: date | None = None) -> AnnotatedArticle:
    article = Article(name, text, about=Metadata(published=published))
    spans = tuple(Span(name, start, end) for start, end in sentences(text))
    return AnnotatedArticle(article, spans, spans, quantities=find_quantities(article, spans))


def differences(*texts: str | tuple[str, date]) -> tuple[Difference, ...]:
    articles = [
        read(str(place), text) if isinstance(text, str) else read(str(place), *text) for place, text in enumerate(texts)
    ]
    found = number_differences(articles, Alignment())
    assert found == number_differences(articles[::-1], Alignment())
    return found


def printed(difference: Difference) -> list[str]:
    return [position.text for position in difference.positions]


FILL = " The mayor thanked the harbour guard for its work. A ferry brought bread and blankets to the quay."


def test_more_than_and_a_count_that_rounds_to_it_is_precision() -> None:
    [found] = differences(
        "Since spring the guard has jailed 61,900 people in Orvan, records show." + FILL,
        "More than 62,000 people were arrested in Orvan, a rights group says." + FILL,
    )
    assert (found.kind, found.nature) == ("number", "precision")
    assert sorted(printed(found)) == ["61,900 people", "More than 62,000 people"]
    assert found.about == "people were arrested in Orvan"


def test_numbers_that_cannot_both_hold_are_a_conflict() -> None:
    [found] = differences(
        "The flood killed 31 villagers in the Orvan valley on the east bank." + FILL,
        "The flood killed 36 villagers in the Orvan valley, the guard said." + FILL,
    )
    assert found.nature == "conflict"
    assert printed(found) == ["31 villagers", "36 villagers"]


def test_later_and_larger_count_of_the_dead_is_an_update() -> None:
    [found] = differences(
        ("The flood killed 31 villagers in the Orvan valley on the east bank." + FILL, date(2031, 5, 2)),
        ("The flood killed 36 villagers in the Orvan valley, the guard said." + FILL, date(2031, 5, 4)),
    )
    assert found.nature == "update"


def test_narrower_phrase_with_the_same_number_is_scope() -> None:
    [found] = differences(
        "The port plans to house 45,000 migrants at the Lyre island camp." + FILL,
        "The port plans to house up to 45,000 undocumented migrants at the Lyre island camp." + FILL,
    )
    assert found.nature == "scope"


def test_equal_numbers_are_no_difference_and_about_adds_none() -> None:
    assert (
        differences(
            "The flood killed 40 villagers in the Orvan valley." + FILL,
            "The flood killed about 40 villagers in the Orvan valley." + FILL,
        )
        == ()
    )


def test_an_article_that_gives_both_numbers_speaks_of_two_things() -> None:
    assert (
        differences(
            "The flood killed 31 villagers in the Orvan valley. Another flood killed 36 villagers in the Orvan valley.",
            "The flood killed 36 villagers in the Orvan valley, the guard said.",
        )
        == ()
    )


def test_other_things_are_not_compared() -> None:
    assert (
        differences(
            "The flood killed 31 villagers in the Orvan valley." + FILL,
            "The guard bought 36 boats for the new harbour last spring." + FILL,
        )
        == ()
    )


def test_one_position_has_all_its_witnesses() -> None:
    first = "The flood killed 31 villagers in the Orvan valley." + FILL
    [found] = differences(first, first, "The flood killed 36 villagers in the Orvan valley." + FILL)
    assert [len(position.witnesses) for position in found.positions] == [2, 1]


def test_nothing_one_article_and_identical_articles() -> None:
    text = "The flood killed 31 villagers in the Orvan valley." + FILL
    assert differences() == differences(text) == differences(text, text) == differences("", "“”") == ()


def test_article_that_gives_both_sides_does_not_hide_the_conflict() -> None:
    [found] = differences(
        "The new Orvan bridge would cost €4.5 million, according to the harbour engineers." + FILL,
        "The Orvan bridge would cost €7 million, the study of the guard found." + FILL,
        "The Orvan bridge would cost €7 million, the study found. The harbour engineers put it at €4.5 million." + FILL,
    )
    assert found.nature == "conflict"
    assert [len(position.witnesses) for position in found.positions] == [2, 2]
    assert found.about == "Orvan bridge would cost"


def test_articles_that_all_give_both_sides_do_not_differ() -> None:
    both = (
        "The Orvan bridge would cost €7 million, the study found. The harbour engineers put it at €4.5 million." + FILL
    )
    assert differences(both, both + " Nobody else spoke.") == ()


def test_former_value_of_the_same_thing_is_an_update() -> None:
    [found] = differences(
        ("The harbour has hired 17 barges to carry the grain." + FILL, date(2031, 5, 2)),
        ("The harbour now runs 25 barges, up from 17 last week, the guard said." + FILL, date(2031, 5, 3)),
    )
    assert found.nature == "update"
    assert printed(found) == ["17 barges", "25 barges"]


def test_former_value_alone_is_no_position() -> None:
    assert (
        differences(
            "The harbour now runs 25 barges, up from 17 last week, the guard said." + FILL,
            "The harbour now runs 25 barges to carry the grain." + FILL,
        )
        == ()
    )


def test_count_that_rose_is_one_difference_with_all_its_positions() -> None:
    [found] = differences(
        ("More than 3,000 people have signed a petition against the bridge." + FILL, date(2031, 5, 2)),
        ("The guild says that 3,200 people had signed its petition by Friday." + FILL, date(2031, 5, 2)),
        (
            "The number of people who have signed a petition against a bridge in Orvan rose to 4,600 on Monday." + FILL,
            date(2031, 5, 5),
        ),
    )
    assert found.nature == "update"
    assert printed(found) == ["More than 3,000 people", "3,200 people", "4,600"]
    assert found.about == "people have signed a petition"


def test_near_measures_of_one_thing_are_precision() -> None:
    [found] = differences(
        "A road of 41 kilometres would have to be built along the Lyre canal." + FILL,
        "The road would run for some 40 kilometres along the old Lyre canal." + FILL,
    )
    assert found.nature == "precision"


def test_conversion_in_brackets_is_no_second_difference() -> None:
    found = differences(
        "The Orvan rocket flew 3,300 km (2,050 miles) before it fell into the sea." + FILL,
        "The Orvan rocket flew 3,335 km (2,070 miles) before it fell into the sea." + FILL,
    )
    assert [printed(each) for each in found] == [["3,300 km", "3,335 km"]]


def test_open_ranges_towards_each_other_are_never_precision() -> None:
    found = differences(
        "The leak exposed more than 12,000 customers of the Orvan bank." + FILL,
        "The leak exposed up to 39,000 customers of the Orvan bank." + FILL,
    )
    assert [each.nature for each in found] == ["scope"]


def test_two_hedges_of_one_number_are_no_difference() -> None:
    assert (
        differences(
            "The flood killed some 40 villagers in the Orvan valley." + FILL,
            "The flood killed almost 40 villagers in the Orvan valley." + FILL,
        )
        == ()
    )


def test_numbers_rounded_from_one_are_no_conflict() -> None:
    [found] = differences(
        "The Orvan guild paid $52 million in harbour taxes." + FILL,
        "The Orvan guild paid $52,871,440 in harbour taxes." + FILL,
        "The Orvan guild paid nearly $53 million in harbour taxes." + FILL,
    )
    assert found.nature == "precision"
    assert len(found.positions) == 3


def test_shares_of_one_whole_are_compared_where_no_other_share_of_it_is_given() -> None:
    [found] = differences(
        "The sickness, said the guard in Orvan, took almost half the adult flock by autumn." + FILL,
        "In Orvan the sickness carried off more than a third of its flock." + FILL,
    )
    assert found.nature == "precision"
    assert sorted(printed(found)) == ["almost half", "more than a third"]


def test_the_only_counts_of_a_rare_thing_may_be_a_conflict() -> None:
    [found] = differences(
        "Some 60 excavators and 100 carts were sent to the well at the edge of Orvan." + FILL,
        "More than 500 neighbours and 100 excavators came to the well after the call." + FILL,
    )
    assert found.nature == "conflict"
    assert printed(found) == ["Some 60 excavators", "100 excavators"]
