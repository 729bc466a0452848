"""Settings of the comparison of numbers and times."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DifferenceSettings"]


@dataclass(frozen=True, slots=True)
class DifferenceSettings:
    """What it takes for two articles' numbers or times to be about one thing.

    >>> DifferenceSettings().clock_hours
    14

    Likenesses are cosines (0 to 1) of the words around two expressions, weighted by rarity in the story and nearness.
    They were set on the three stories of the gold set and read against ten further events: high enough that almost no
    printed difference is about two things, at the price of missing many.
    """

    reach_words: int = 14
    """Words to each side, inside the sentence, that count as the surroundings of an expression."""
    key_reach_words: int = 7
    """Words to each side among which the event is sought ("arrested", "escaped")."""
    near_ratio: float = 1.05
    """Quotient up to which two large numbers are near: nearness itself is evidence that they count one thing."""
    near_least: float = 100.0
    """Least size of a number whose nearness is evidence; small numbers meet by chance."""
    telling_least: float = 1000.0
    """Least size of an exact number (two figures or more) that hardly two things of one story share."""
    likeness_telling: float = 0.03
    """Likeness that two such numbers need where they are equal, or near and with one event."""
    likeness_near: float = 0.12
    """Likeness that near numbers need."""
    likeness_equal: float = 0.15
    """Likeness that equal values need to be one position."""
    likeness_paired: float = 0.05
    """Likeness that times need which can be one moment, and numbers which can both hold, where they are the only such
    pair in two witnesses of one claim."""
    likeness_measured: float = 0.25
    """Likeness that measures need ("some 30 km", "31 km") which are near, can both hold, and share no event."""
    likeness_nested: float = 0.25
    """Likeness that values need of which one can contain the other, or one of which is told to have grown."""
    likeness_sole_number: float = 0.12
    """Likeness that numbers need which can both hold, each the only one of its kind in its article."""
    likeness_sole_apart: float = 0.18
    """The same for numbers which cannot both hold."""
    sole_least: float = 10.0
    """Least size of such a number: small ones are mostly counted off several groups."""
    likeness_apart: float = 0.3
    """Likeness that numbers apart by no more than `apart_ratio` need."""
    likeness_event: float = 0.22
    """Likeness that times need which may be one moment and date one sort of event, of which the story knows several."""
    likeness_sole: float = 0.05
    """Likeness that times need which date the same event and can be one moment, where no article dates two such
    events."""
    likeness_clock: float = 0.1
    """The same for times that only clocks around the world can make one moment."""
    common_event_cost: float = 0.15
    """What is added to it for an event word that every sentence has, in proportion: "attack" in the story of one."""
    wide_days: int = 31
    """Length from which an interval holds so many days that lying in it says little ("this year"), even where both
    times stand in one claim."""
    likeness_slip: float = 0.3
    """Likeness that two dates need which differ in the year alone."""
    likeness_age: float = 0.2
    """Likeness that the ages of a nameless person need, with those of another one or with what is told of a name."""
    likeness_sole_age: float = 0.1
    """The same where each article gives but one age for such a person."""
    denied_terms: int = 3
    """Terms of what is denied that a clause shares at least to state it."""
    denied_share: float = 0.6
    """Share of their weight (rarity) that it has; with half of it, what 103 events brought was not opposed."""
    apart_ratio: float = 2.0
    """Quotient up to which numbers are merely apart."""
    likeness_far: float = 0.5
    """Likeness that all other numbers and days far apart need."""
    common_term_share: float = 0.2
    """Share of the story's expressions above which a word does not make two of them candidates for comparison."""
    common_term_bounds: tuple[int, int] = (50, 200)
    """Least and most number of expressions that this share stands for; the most keeps the work linear in articles."""
    cue_reach: int = 60
    """Characters between a cue ("said") and the time at which it was said."""
    copied: float = 0.6
    """Likeness from which two times in the same words stand in one copied passage."""
    clock_hours: int = 14
    """Hours by which clocks around the world differ at most from UTC, so that one moment may fall on two days."""
    apart_days: int = 7
    """Days between two publications from which numbers that cannot both hold are taken to be about two events, unless
    they count something that grows."""
    longest_days: int = 366
    """Length from which an interval is too long to be compared: decades and centuries hold everything."""

    def common_most(self, expressions: int) -> int:
        """Return how many of so many expressions may share a word that makes them candidates.

        >>> [DifferenceSettings().common_most(count) for count in (10, 500, 100_000)]
        [50, 100, 200]
        """
        least, most = self.common_term_bounds
        return min(most, max(least, int(self.common_term_share * expressions)))
