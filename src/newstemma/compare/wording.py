"""The words that articles use for one referent, side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from newstemma.compare.descriptions import descriptions
from newstemma.compare.noun_phrases import is_term, phrase_after
from newstemma.compare.uses import Use, side_by_side, together, use_of
from newstemma.compare.verbs import reporting_verbs
from newstemma.model import AnnotatedArticle, Entity, Span, Wording
from newstemma.settings.wording import WordingSettings
from newstemma.text.tokens import Token, tokenize

__all__ = ["find_wording"]

_NUMERALS = ("hundred", "thousand", "million", "billion", "dozen")
_LONGER = 4  # letters from which on a word says something about what a sentence is about


def find_wording(
    articles: Sequence[AnnotatedArticle], entities: Sequence[Entity], *, settings: WordingSettings
) -> tuple[Wording, ...]:
    """Return the terms that two or more articles use for one referent, where they are not the same.

    >>> find_wording([], [], settings=WordingSettings())
    ()

    Four things show that two terms mean one referent: they describe one entity; they follow one number in sentences
    that share words; they stand in the same place of two sentences that are otherwise much alike; they are the verbs
    with which one statement of one speaker is reported. No term is scored or labelled.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    sentences = [sentence for article in ordered for sentence in _sentences(article)]
    found = [
        *descriptions(ordered, entities),
        *_joined([*_counted(ordered, sentences, settings), *_aligned(sentences, settings)]),
        *reporting_verbs(ordered, entities, settings),
    ]
    return tuple(sorted(found, key=lambda wording: (-_articles(wording), wording.referent, wording.terms[0].text)))


def _articles(wording: Wording) -> int:
    return len({witness.article for term in wording.terms for witness in term.witnesses})


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    tokens: tuple[Token, ...]
    longer: frozenset[str]


def _sentences(article: AnnotatedArticle) -> Iterator[_Sentence]:
    for span in article.sentences:
        tokens = tuple(tokenize(article.article.text, span.start, span.end))
        longer = frozenset(token.key for token in tokens if len(token.key) >= _LONGER)
        yield _Sentence(span, tokens, longer)


def _counted(
    articles: Sequence[AnnotatedArticle], sentences: Sequence[_Sentence], settings: WordingSettings
) -> Iterator[tuple[Use, Use]]:
    """Yield pairs of terms that follow the same number in sentences that share words."""
    by_article: dict[str, list[_Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_article[sentence.span.article].append(sentence)
    by_number: dict[float, list[tuple[Use, _Sentence]]] = defaultdict(list)
    for article in articles:
        for quantity in article.quantities:
            number = quantity.low if quantity.low is not None else quantity.high
            if quantity.unit or number is None or number < settings.least_number:
                continue
            place = _after_number(by_article[article.id], quantity.span)
            if place is None:
                continue
            sentence, start = place
            end = phrase_after(sentence.tokens, start, settings.term_words)
            if end > start:
                by_number[number].append((use_of(article.id, sentence.tokens[start:end]), sentence))
    for number in sorted(by_number):
        for (one, near), (other, far) in combinations(by_number[number][: settings.postings], 2):
            common = (near.longer & far.longer) - {*one.form.split(), *other.form.split()}
            if (
                one.form != other.form
                and one.span.article != other.span.article
                and len(common) >= settings.number_context
            ):
                yield one, other


def _after_number(sentences: Sequence[_Sentence], span: Span) -> tuple[_Sentence, int] | None:
    """Return the sentence and the place in it of the word behind the number's last figure or numeral."""
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    if number < 0:
        return None
    tokens = sentences[number].tokens
    end = bisect_left(tokens, span.end, key=lambda token: token.start)
    for place in range(end - 1, -1, -1):
        if tokens[place].start < span.start:
            return None
        if tokens[place].key[:1].isdigit() or tokens[place].key in _NUMERALS:
            return (sentences[number], place + 1) if place + 1 < len(tokens) else None
    return None


def _aligned(sentences: Sequence[_Sentence], settings: WordingSettings) -> Iterator[tuple[Use, Use]]:
    """Yield pairs of terms in the same place of two sentences that are otherwise much alike."""
    for a, b in _alike(sentences, settings):
        one, other = sentences[a], sentences[b]
        keys = [token.key for token in one.tokens], [token.key for token in other.tokens]
        blocks = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
        for operation, i, j, k, m in blocks:
            if operation != "replace" or max(j - i, m - k) > settings.term_words:
                continue
            if is_term(one.tokens, i, j) and is_term(other.tokens, k, m):
                yield use_of(one.span.article, one.tokens[i:j]), use_of(other.span.article, other.tokens[k:m])


_MOST_TOKENS = 120  # tokens of a sentence that is laid beside another; longer ones are lists or unbroken text


def _alike(sentences: Sequence[_Sentence], settings: WordingSettings) -> Iterator[tuple[int, int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        if len(sentence.tokens) <= _MOST_TOKENS:
            for word in sorted(sentence.longer):
                postings[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in postings.values():
        if len(numbers) <= settings.postings:
            shared.update(combinations(numbers, 2))
    for (a, b), count in sorted(shared.items()):
        one, other = sentences[a], sentences[b]
        if one.span.article == other.span.article or count < settings.shared_words or one.longer == other.longer:
            continue
        likeness = 2 * len(one.longer & other.longer) / (len(one.longer) + len(other.longer))
        if likeness >= settings.likeness:
            yield a, b


def _joined(pairs: Sequence[tuple[Use, Use]]) -> Iterator[Wording]:
    """Join pairs that have a place in common into one wording each; its most used term stands for the referent."""
    uses = {use.span: use for pair in pairs for use in pair}
    groups: dict[frozenset[str], list[Use]] = defaultdict(list)
    for spans in together([(one.span, other.span) for one, other in pairs]):
        group = [uses[span] for span in sorted(spans)]
        groups[frozenset(use.form for use in group)].extend(group)
    for group in groups.values():
        most_used = Counter(use.text for use in group).most_common(1)[0][0]
        if wording := side_by_side(most_used, group):
            yield wording
