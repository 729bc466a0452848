"""Settings of `group`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["GroupSettings"]


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """How near two articles must be to tell of one event.

    Measured by `python -m evals.stories` and by B-cubed F1 on BASIL (70 events of three articles): with these values
    0.962 on news_cluster, 0.969 where `link` is chosen on other events, 0.92 on BASIL, 0.96 on the three annotated
    stories mixed, AUC 0.976 on article_pairs. Vectors of words made once by the base model (Model2Vec) gain 0.001 of
    AUC and lower F1 on other events; those of the trained encoder, read from title and lead, gain 0.005 of AUC and
    nothing on news_cluster, at ten times the cost of the rest. Numbers that two articles share gain nothing either.

    >>> GroupSettings().link
    0.165
    """

    one_story: bool = False
    """Take all articles as one story, as somebody knows who has put them together by hand."""

    link: float = 0.165
    """Mean likeness (0 to 1) of two clusters from which they are one story. From 0.15 to 0.18 F1 on news_cluster is
    0.962 to 0.967; BASIL gains with every step up to 0.165, from where to 0.18 it is 0.922."""

    far_factor: float = 0.6
    """Factor on the likeness of two articles that are dated far apart. News on one event trickles on for months in
    news_cluster, hence no hard window."""

    near_days: float = 60.0
    """Days over which that factor falls by 1 - 1/e of its way from 1. With 30, F1 at the best `link` of all differs by
    0.004 at most on news_cluster, BASIL and the annotated stories."""

    undated_factor: float = 1.0
    """Factor where one of the two has no date at all, which tells nothing."""

    stranger_names: float = 0.1
    """Share of names in common, weighed by how rare they are, from which two articles are no strangers."""

    stranger_factor: float = 0.8
    """Factor on two articles that have names and share none. From 0.6 to 1 neither F1 nor average precision of pairs
    moves by more than 0.003 on news_cluster and BASIL."""

    template_runs: float = 0.08
    """Share of the shorter article's word runs found in the other from which other names betray one template filled
    twice; two articles on two events share 0.01 to 0.02 of them at the most decile."""

    template_names: float = 0.2
    """Share of the names of the article with fewer that the other has, weighed by how rare they are, under which they
    are others. Average precision of pairs on BASIL is 0.989 up to 0.2, 0.977 with 0.3."""

    template_factor: float = 0.2
    """Factor on two fillings of one template."""

    least_names: int = 3
    """Names that an article needs for their absence elsewhere to tell anything."""

    prior_articles: int = 600
    """Size of the imagined collection that document frequencies are added to, so that five articles on one event do not
    make their common words worthless. From 150 to 1,000 F1 differs by 0.01 at the best `link` of each."""

    topic_words: int = 8
    """Names that an article uses most, by which it is seen how many articles are about the same."""

    crowd: float = 6.0
    """Articles that one event counts for at most in the frequency of its words, so that it may have any number. With 6,
    the mean likeness inside each event of news_cluster stays above `link` when the set is that event 500 times over."""

    prior_frequency: int = 2
    """How many of these imagined articles have any given word."""

    contained: float = 0.35
    """Share of the shorter article's word runs found in the longer from which they are near-duplicates
    (`python -m bench.duplicates`), whose likeness neither days nor names lower."""

    keys: int = 24
    """Weightiest words by which an article is looked up."""

    bucket: int = 40
    """Articles under one key up to which all their pairs are looked at; in a larger bucket only neighbours by day."""

    neighbours: int = 4
    """Articles after it, by day, that an article of an oversized bucket meets under its key."""

    nearest: int = 24
    """Articles with the most keys in common that an article is compared with. 40 gains nothing on news_cluster."""

    led_keys: int = 4
    """Weightiest keys of an article for which it is compared with their representatives."""

    representatives: int = 2
    """Articles that stand for all under one key: those for which the key weighs most."""

    looked_up: int = 16
    """Weightiest words known to the collection, and as many new to it, by which a store looks for the neighbours of an
    article that joins."""

    touched: float = 0.75
    """Share of `link` from which an article that joins a store may change the story of another. Where the articles of
    news_cluster join in batches, B-cubed F1 is the same with 0.5, and up to 0.012 lower with 1."""

    run_bucket: int = 16
    """Articles that have one run of words up to which all their pairs are looked at; beyond, those with the first."""

    least_shared: int = 2
    """Sampled runs that two articles must share to be looked at for that; one may be a chance."""

    whole_below: int = 64
    """Sampled runs below which they are all that an article has: `SkimSettings.shingles_least`."""
