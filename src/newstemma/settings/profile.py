"""Settings of outlet profiles: which lines that recur over an outlet's articles are residue."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ProfileSettings"]


@dataclass(frozen=True, slots=True)
class ProfileSettings:
    """What a line must show before it is taken for the outlet's and not for the article's.

    >>> ProfileSettings().least_articles
    5

    The shares were chosen on PolNeAR (seven outlets of 132 articles each) and news_cluster, to have no sentence that
    reports anything: `python -m evals.profiles`.
    """

    least_articles: int = 5
    """Articles of an outlet in which a line stands at the same place. With 3, answers in interviews qualify."""

    least_stories: int = 5
    """Stories, as the program groups them, that these articles tell: what an agency repeats about one event does not
    qualify, over however many articles."""

    least_days: int = 3
    """Days on which these articles were published; counts where any article of the outlet has a date."""

    line_share: float = 0.03
    """Share of the outlet's articles from which a line at the head or the tail recurs, where it has no end mark or
    names an address or a handle."""

    sentence_share: float = 0.2
    """The same for sentences: "No one was hurt" closes many reports of a local outlet, but not one in five."""

    middle_line_share: float = 0.2
    """The same for lines without an end mark between head and tail, where subheadings recur."""

    middle_sentence_share: float = 0.5
    """The same for sentences between head and tail, where interviews have their "I don't know"."""

    most_words: int = 80
    """Words of the longest line that is looked at; the longest sign-up box in news_cluster has 62."""

    topic_share: float = 0.5
    """Share of the articles that carry a line in which one of its words stands elsewhere, too, from which the line is
    about them: background of a running story is made of names that its articles use."""

    topic_lift: float = 2.0
    """How many times likelier than in the outlet's other articles that word must be, where it is no name."""
