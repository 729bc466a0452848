from __future__ import annotations

from math import sqrt

from tests.align.closely import closely

from newstemma.compose.telling import Vocabulary, longer_words

WORDS = "ferry harbour rope lantern tide captain cargo anchor island storm beacon"


def test_centrality_hangs_on_no_order_of_words() -> None:
    # Eleven times two thirds, added one by one, is not 22 thirds: sums of fractions hang on the order of a set.
    articles = [closely(name, f"The {WORDS} sank.") for name in ("a", "b", "c")]
    assert Vocabulary(articles).centrality(longer_words(WORDS)) == 22 / 3 / sqrt(11)
