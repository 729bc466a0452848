"""What an outlet wrote itself: the words of an article outside speech and residue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from newstemma.model import AnnotatedArticle, Span
from newstemma.settings.accounts import AccountSettings
from newstemma.text.shingles import shingles
from newstemma.text.tokens import tokenize

__all__ = ["Prose", "prose"]


@dataclass(frozen=True, slots=True)
class Prose:
    """Words of one article in order, as parallel tuples: key, range in the text, whether printed with a capital.

    `breaks` are the positions at which speech, residue or a paragraph's end stands before the word.
    """

    article: str
    keys: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    capital: tuple[bool, ...]
    breaks: frozenset[int]

    def stretches(self) -> Iterator[tuple[str, ...]]:
        """Yield the keys of each run of words that nothing interrupts."""
        cuts = [0, *sorted(self.breaks - {0}), len(self.keys)]
        for start, end in pairwise(cuts):
            if start < end:
                yield self.keys[start:end]

    def span(self, start: int, end: int) -> Span:
        """Return the span from the word at `start` to the word before `end`."""
        return Span(self.article, self.ranges[start][0], self.ranges[end - 1][1])


def prose(articles: Sequence[AnnotatedArticle], settings: AccountSettings) -> dict[str, Prose]:
    """Lead from each article to its words outside residue and outside speech of `speech_words` or more.

    Speech is what any of the `articles` prints between marks or as an embedded post: where another sets the same words
    without marks, they are still not its own.
    """
    spoken: set[int] = set()
    for article in articles:
        for span in _speech(article, settings):
            spoken.update(shingles(_keys(article.article.text, span.start, span.end), settings.speech_words))
    return {article.id: _own(_words(article, settings), spoken, settings.speech_words) for article in articles}


def _speech(article: AnnotatedArticle, settings: AccountSettings) -> Iterator[Span]:
    """Yield what the article marks as speech: quotations and embedded posts, long enough to be told apart."""
    text = article.article.text
    spans = {quoted.span for quoted in article.quoted if quoted.speech}
    spans |= {span for said in article.attributions if said.kind == "direct" for span in said.content}
    return (span for span in sorted(spans) if len(span.of(text).split()) >= settings.speech_words)


def _keys(text: str, start: int, end: int) -> list[str]:
    return [token.key.removesuffix("'s") for token in tokenize(text, start, end) if token.is_word]


def _words(article: AnnotatedArticle, settings: AccountSettings) -> Prose:
    """Return the words outside residue and outside what this article itself marks as speech."""
    hidden = [*(removed.span for removed in article.article.removed), *_speech(article, settings)]
    keys: list[str] = []
    ranges: list[tuple[int, int]] = []
    capital: list[bool] = []
    breaks: set[int] = set()
    for start, end in _open(article, hidden):
        breaks.add(len(keys))
        for token in tokenize(article.article.text, start, end):
            if token.is_word:
                keys.append(token.key.removesuffix("'s"))
                ranges.append((token.start, token.end))
                capital.append(not token.text[0].islower())
    return Prose(article.id, tuple(keys), tuple(ranges), tuple(capital), frozenset(breaks))


def _own(words: Prose, spoken: AbstractSet[int], size: int) -> Prose:
    """Leave out the words that stand in a run of `size` that somebody in the story prints as speech."""
    if len(words.keys) < size:
        return words
    said: set[int] = set()
    for start, run in enumerate(shingles(words.keys, size)):
        if run in spoken:
            said.update(range(start, start + size))
    if not said:
        return words
    kept = [at for at in range(len(words.keys)) if at not in said]
    breaks = {new for new, at in enumerate(kept) if at in words.breaks or (new and kept[new - 1] != at - 1)}
    return Prose(
        words.article,
        tuple(words.keys[at] for at in kept),
        tuple(words.ranges[at] for at in kept),
        tuple(words.capital[at] for at in kept),
        frozenset(breaks | {0}),
    )


def _open(article: AnnotatedArticle, hidden: list[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the paragraphs that no span of `hidden` covers, in order."""
    covers = sorted((span.start, span.end) for span in hidden)
    at = 0
    for paragraph in article.paragraphs:
        start = paragraph.start
        while at < len(covers) and covers[at][1] <= start:
            at += 1
        for begin, end in covers[at:]:
            if begin >= paragraph.end:
                break
            if start < begin:
                yield start, begin
            start = max(start, end)
        if start < paragraph.end:
            yield start, paragraph.end
