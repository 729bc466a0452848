"""How much a sentence tells: what of it other articles have too, and what of it is new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from newstemma.model import AnnotatedArticle

__all__ = ["Vocabulary", "longer_words"]

_ASIDE = 0.2  # what new words are worth beside nothing that other articles speak of
_LONGER = 4  # letters from which on a word says something about what a sentence is about
_WORD = re.compile(r"\d+(?:[.,]\d+)*\w*|[^\W\d_]+(?:['&-][^\W\d_]+)*")  # cheaper than tokens, which are not needed here
_GRAMMAR = frozenset(
    """about after again against all already also although among another around because been before being below
    between both could does doing down during each either even ever every from further have having here hers herself
    himself however into itself just less like many might more most much must neither never only other others ours
    over rather said same says shall should since some such than that their theirs them then there these they this
    those though through thus told under until upon very were what when where whether which while whom whose will
    with within without would year years your""".split()
)


def longer_words(text: str) -> frozenset[str]:
    """Return the longer words that are no grammar, and the numbers, of a text, as keys.

    >>> sorted(longer_words("The ferry sank with 312 people"))
    ['312', 'ferry', 'people', 'sank']
    """
    words = {match.removesuffix("'s") for match in _WORD.findall(text.replace("’", "'").lower())}
    return frozenset(word for word in words if len(word) >= _LONGER or word[0].isdigit()) - _GRAMMAR


class Vocabulary:
    """The words of a story, and how many of its articles have each."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self._articles = max(1, len(articles))
        self._found_in = Counter(
            word
            for article in articles
            for word in frozenset[str]().union(*(longer_words(article.text(span)) for span in article.sentences))
        )

    def centrality(self, words: frozenset[str]) -> float:
        """Return how much of the story stands in `words`: their mean share of articles, for longer sentences more.

        >>> Vocabulary([]).centrality(frozenset())
        0.0
        """
        # Counts are added before they are divided: sums of fractions hang on the order of a set, which no run repeats.
        others = sum(self._found_in[word] - 1 for word in words if self._found_in[word] > 1)
        return others / self._articles / sqrt(len(words)) if words else 0.0

    def news(self, words: frozenset[str]) -> float:
        """Return how much `words` add to the story: names, figures and words of one article, beside words of others.

        A figure counts for two words; a long sentence does not gain by its length alone.
        """
        own = sum(1 + word[0].isdigit() for word in words if self._found_in[word] <= 1)
        return own / sqrt(len(words)) * (_ASIDE + self.centrality(words)) if words else 0.0
