"""Settings of `group`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["GroupSettings"]


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """How near two articles must be to tell of one event.

    Measured by `python -m evals.stories` and by B-cubed F1 on BASIL (70 events of three articles): with these values
    0.967 on news_cluster, 0.92 on BASIL, 0.96 on the three annotated stories mixed, AUC 0.955 on article_pairs. On
    news_cluster 0.947 where `link` is chosen on other events, and 0.959 where `lead_weight`, `far_factor`, `near_days`
    and `stranger_factor` are too (all pairs compared). Vectors of title and lead added to the likeness, in any share,
    gain nothing there beside days, and cost ten times the rest. Values without a figure are set by hand.

    >>> GroupSettings().link
    0.1125
    """

    one_story: bool = False
    """Take all articles as one story, as somebody knows who has put them together by hand."""

    link: float = 0.1125
    """Mean likeness (0 to 1) of two clusters from which they are one story. From 0.105 to 0.12 F1 on news_cluster is
    0.953 to 0.960; from 0.1175 on the annotated stories lose an article."""

    lead_weight: float = 1.5
    """Weight of title and first sentences beside the whole text's."""

    far_factor: float = 0.6
    """Factor on the likeness of two articles that are dated far apart. News on one event trickles on for months in
    news_cluster, hence no hard window."""

    near_days: float = 60.0
    """Days over which that factor falls by 1 - 1/e of its way from 1. With 20 or 30 the annotated stories fall apart
    at a `link` that news_cluster needs."""

    undated_factor: float = 1.0
    """Factor where one of the two has no date at all. With 0.75 the area under the curve on article_pairs is 0.953."""

    stranger_factor: float = 0.6
    """Factor on two articles that both have names and share none. With 1, F1 on news_cluster is 0.964, but the
    next event of one kind, told in the same words, joins the last (`bench.news`)."""

    template_runs: float = 0.08
    """Share of the shorter article's word runs found in the other from which other names betray one template filled
    twice; two articles on two events share 0.01 to 0.02 of them at the most decile."""

    template_names: float = 0.3
    """Share of the names of the article with fewer, shared, under which they are others. Articles on one event in
    news_cluster and BASIL that are alike share 0.2 to 0.3 of them at the least decile."""

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
    (`python -m bench.duplicates`)."""

    keys: int = 24
    """Weightiest words by which an article is looked up."""

    bucket: int = 40
    """Articles under one key up to which all their pairs are looked at; in a larger bucket only neighbours by day."""

    neighbours: int = 4
    """Articles after it, by day, that an article of an oversized bucket meets under its key."""

    nearest: int = 24
    """Articles with the most keys in common that an article is compared with. 16 loses up to 0.015 of F1 on
    news_cluster, 40 gains nothing."""

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
