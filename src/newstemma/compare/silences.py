"""Silences: the articles in which a claim that most accounts carry was not found."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from newstemma.model import Account, AnnotatedArticle, Claim, Silence, Span
from newstemma.settings.silences import SilenceSettings
from newstemma.text.tokens import tokenize

__all__ = ["find_silences"]

_TELLING_LETTERS = 4  # shorter words that are neither names nor numbers are mostly grammar
_OFTEN_CHANGED = 3  # letters at the end of a long word that inflection and derivation may change


def find_silences(
    articles: Sequence[AnnotatedArticle],
    claims: Sequence[Claim],
    accounts: Sequence[Account],
    *,
    settings: SilenceSettings,
) -> tuple[Silence, ...]:
    """Return, for each claim that most accounts carry, the articles in which it was not found.

    >>> find_silences([], [], [], settings=SilenceSettings())
    ()

    An article counts as silent only after its whole text, quotations included, was searched for the claim's telling
    words, numbers and names, each weighted by how few of the story's sentences have it; a passage or a text that has a
    good part of them may carry the claim in other words and is left out. So are articles of an account that carries the
    claim elsewhere, primary texts, texts without a sentence, and articles that appeared before every dated witness of
    the claim: what was not yet known cannot be missing.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    texts = {article.id: _Searched(article) for article in ordered}
    found_in = Counter(word for text in texts.values() for words in text.sentences for word in words)
    weight = _weights(found_in, sum(len(text.sentences) for text in texts.values()))
    published = {article.id: _day(article) for article in ordered}
    eligible = [article.id for article in ordered if article.sentences and article.article.about.kind == "article"]
    account_of = {article: account.id for account in accounts for article in account.articles}
    silences = []
    for claim in claims:
        if claim.kind != "sentence":
            continue  # what is told in passing is easily told otherwise; who quotes what stands with the utterances
        carriers = {account_of.get(article, article) for article in claim.articles if article in texts}
        everyone = {account_of.get(article, article) for article in eligible}
        if len(carriers) < settings.least_accounts or len(carriers) < settings.carried_share * len(everyone):
            continue
        telling = _telling(claim, texts)
        if len(telling) < settings.least_terms:
            continue
        first_known = _first_known(claim, published)
        silent = tuple(
            article
            for article in eligible
            if account_of.get(article, article) not in carriers
            and not _earlier(published[article], first_known)
            and not texts[article].may_carry(telling, weight, settings)
        )
        if silent:
            silences.append(Silence(claim.id, silent))
    return tuple(silences)


class _Searched:
    """The telling words of one article, by sentence."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self._text = article.article.text
        self.sentences = [_words(article.article.text, span.start, span.end) for span in article.sentences]
        self._all = sorted(set().union(*self.sentences))

    def words(self, span: Span) -> frozenset[str]:
        """Return the telling words at `span`."""
        return _words(self._text, span.start, span.end)

    def may_carry(self, telling: Iterable[str], weight: Mapping[str, float], settings: SilenceSettings) -> bool:
        """Tell whether enough of the telling words stand in one passage, or in the text as a whole."""
        total = math.fsum(weight[word] for word in telling)
        same = {word: variants for word in telling if (variants := self._variants(word))}
        if math.fsum(weight[word] for word in same) >= settings.article_share * total:
            return True
        found = [frozenset(word for word, variants in same.items() if variants & words) for words in self.sentences]
        passages = [one | other for one, other in pairwise([*found, frozenset()])]
        return any(
            math.fsum(weight[word] for word in passage) >= settings.passage_share * total for passage in set(passages)
        )

    def _variants(self, word: str) -> frozenset[str]:
        """Return the words of the article that begin as `word` does, the last letters of long words aside."""
        if not word.isalpha():
            return frozenset({word} & set(self._all[bisect_left(self._all, word) :][:1]))
        opening = word[: max(_TELLING_LETTERS, len(word) - _OFTEN_CHANGED)]
        start = bisect_left(self._all, opening)
        end = bisect_left(self._all, opening + "\U0010ffff")
        return frozenset(self._all[start:end])


def _words(text: str, start: int, end: int) -> frozenset[str]:
    """Return the words that can tell a claim: longer ones, names, abbreviations and numbers."""
    words: set[str] = set()
    for token in tokenize(text, start, end):
        for part in token.key.split("-"):
            if part[:1].isdigit() or len(part) >= _TELLING_LETTERS or (token.text.isupper() and len(part) > 1):
                words.add(part.removesuffix("'s"))
    return frozenset(words)


def _weights(found_in: Counter[str], sentences: int) -> Mapping[str, float]:
    return {word: math.log(1 + sentences / count) for word, count in found_in.items()}


def _telling(claim: Claim, texts: Mapping[str, _Searched]) -> frozenset[str]:
    """Return the words that at least half of the claim's articles have in it."""
    by_article: dict[str, set[str]] = {}
    for witness in claim.witnesses:
        if witness.article in texts:
            by_article.setdefault(witness.article, set()).update(texts[witness.article].words(witness))
    attested = Counter(word for words in by_article.values() for word in words)
    return frozenset(word for word, count in attested.items() if count > 1 and 2 * count >= len(by_article))


def _day(article: AnnotatedArticle) -> date | None:
    published = article.article.about.published
    return None if published is None else date(published.year, published.month, published.day)


def _first_known(claim: Claim, published: Mapping[str, date | None]) -> date | None:
    """Return the day of the earliest dated article that carries the claim."""
    return min((day for article in claim.articles if (day := published.get(article))), default=None)


def _earlier(day: date | None, first_known: date | None) -> bool:
    return day is not None and first_known is not None and day < first_known
