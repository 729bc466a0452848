from __future__ import annotations

from datetime import date

from newstemma.align.anchoring import anchor_times
from newstemma.annotate.times import find_times
from newstemma.compare.times import time_differences
from newstemma.model import (
    Alignment,
    AnnotatedArticle,
    Article,
    Attribution,
    Claim,
    Difference,
    Metadata,
    Occasion,
    Span,
    Utterance,
    UtteranceWitness,
)
from newstemma.text.sentences import sentences

WEDNESDAY = date(2031, 5, 7)
FILL = " The mayor thanked the harbour guard for its work. A ferry brought bread and blankets to the quay."


def read(name: str, text: str, attributions: tuple[Attribution, ...] = ()) -> AnnotatedArticle:
    article = Article(name, text, about=Metadata(published=WEDNESDAY))
    spans = tuple(Span(name, start, end) for start, end in sentences(text))
    return AnnotatedArticle(article, spans, spans, attributions=attributions, times=find_times(article, spans))


def differences(*texts: str) -> tuple[Difference, ...]:
    articles = [read(str(place), text) for place, text in enumerate(texts)]
    found = time_differences(articles, Alignment(times=anchor_times(articles)))
    assert found == time_differences(articles[::-1], Alignment(times=anchor_times(articles[::-1])))
    return found


def spoken(*articles: tuple[str, str]) -> tuple[Difference, ...]:
    """Compare texts whose quoted content, given beside them, is one utterance with the cue "said"."""
    read_articles = []
    for place, (text, content) in enumerate(articles):
        name = str(place)
        start, cue = text.index(content), text.index("said")
        said = Attribution(name, "direct", (Span(name, start, start + len(content)),), (Span(name, cue, cue + 4),))
        read_articles.append(read(name, text, (said,)))
    witnesses = tuple(UtteranceWitness(a.attributions[0].id, a.id, 1.0) for a in read_articles)
    utterance = Utterance("utterance-1", "", "Venn", Occasion(), "x", (), witnesses)
    return time_differences(read_articles, Alignment(times=anchor_times(read_articles), utterances=(utterance,)))


def test_night_and_next_day_of_one_utterance_is_a_matter_of_clocks() -> None:
    [found] = spoken(
        ("“The bridge stays shut,” Venn said on Monday night.", "The bridge stays shut,"),
        ("In a note on Tuesday Venn said: “It stays shut.”", "It stays shut."),
    )
    assert (found.kind, found.nature) == ("time", "clock")
    assert [position.text for position in found.positions] == ["on Monday night", "on Tuesday"]


def test_days_of_one_utterance_far_apart_are_a_conflict() -> None:
    [found] = spoken(
        ("“The bridge stays shut,” Venn said on Saturday.", "The bridge stays shut,"),
        ("In a note on Tuesday Venn said: “It stays shut.”", "It stays shut."),
    )
    assert found.nature == "conflict"


def test_day_inside_month_is_precision() -> None:
    [found] = differences(
        "Raiders kidnapped the Orvan choir on May 9, 2014, near the quay." + FILL,
        "Raiders kidnapped the Orvan choir in May 2014." + FILL,
    )
    assert found.nature == "precision"
    assert "kidnapped" in found.about


def test_one_date_in_two_years_is_a_conflict() -> None:
    [found] = differences(
        "Raiders kidnapped the Orvan choir on May 9, 2016, near the quay." + FILL,
        "Raiders kidnapped the Orvan choir in May 2014." + FILL,
    )
    assert found.nature == "conflict"


def test_same_day_in_other_words_is_no_difference() -> None:
    assert (
        differences(
            "Raiders kidnapped the Orvan choir on Tuesday." + FILL,
            "Raiders kidnapped the Orvan choir yesterday." + FILL,
        )
        == ()
    )


def test_days_of_different_events_are_not_compared() -> None:
    assert (
        differences(
            "Raiders kidnapped the Orvan choir on Saturday." + FILL,
            "The new harbour was opened by the queen on Tuesday." + FILL,
        )
        == ()
    )


def test_nothing_one_article_and_identical_articles() -> None:
    text = "Raiders kidnapped the Orvan choir in May 2014." + FILL
    assert differences() == differences(text) == differences(text, text) == differences("", "“”") == ()


def test_one_event_in_other_words_is_told_by_what_the_times_date() -> None:
    [found] = differences(
        "The harbour company discovered the theft in April but told no customer." + FILL,
        "The harbour company learned of this break-in on April 29 from a guard." + FILL,
    )
    assert found.nature == "precision"
    assert [position.text for position in found.positions] == ["in April", "on April 29"]


def test_times_that_date_two_things_are_not_compared_though_the_words_around_them_are_alike() -> None:
    assert not differences(
        "The harbour board, which bought the old ferry company this year, was praised." + FILL,
        "The harbour board of the old ferry company was sued on Monday by a guild." + FILL,
    )


def test_an_event_that_happens_often_needs_more_than_its_name() -> None:
    first = "The guild launched a boat on May 2. The guild launched a raft on May 5." + FILL
    assert not differences(first, "A kayak was launched in May, said the club at the cape." + FILL)


def test_days_in_one_claim_are_not_one_day_on_two_clocks_unless_one_event_is_dated() -> None:
    articles = [
        read("0", "Venn was in Orvan on Monday for a talk with two bakers."),
        read("1", "Venn sailed to Orvan on Tuesday in a ferry full of goats."),
    ]
    claim = Claim("claim-1", "", articles[0].sentences[0], tuple(article.sentences[0] for article in articles))
    assert not time_differences(articles, Alignment(times=anchor_times(articles), claims=(claim,)))
