"""Uses of terms, and how they are put side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from newstemma.model import AnnotatedArticle, Span, Wording, WordingTerm
from newstemma.text.parts import connected_parts
from newstemma.text.tokens import Token, tokenize

__all__ = ["Use", "side_by_side", "together", "use_of", "without_determiner"]

_DETERMINERS = frozenset("a an the his her its their our my your this that these those some same other another".split())
_MOST_WORDS = 6  # a longer description is a clause, and no term


@dataclass(frozen=True, slots=True)
class Use:
    """One term at one place; `form` is what makes two uses one term."""

    form: str
    text: str
    span: Span


def use_of(article: str, tokens: Sequence[Token]) -> Use:
    """Return the use that `tokens`, at least one, of an article are; singular and plural are one form.

    >>> use_of("a", tokenize("the Ferry-Port")[1:])
    Use(form='ferry-port', text='Ferry-Port', span=Span(article='a', start=4, end=14))
    """
    words = [token.text for token in tokens]
    form = " ".join(token.key for token in tokens)
    form = form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form
    return Use(form, " ".join(words), Span(article, tokens[0].start, tokens[-1].end))


def without_determiner(article: AnnotatedArticle, span: Span) -> Use | None:
    """Return the words at `span` without marks and a determiner; `None` where nothing or a whole clause is left.

    >>> from newstemma.model import Article
    >>> without_determiner(AnnotatedArticle(Article("a", "The mayor, 40")), Span("a", 0, 10)).text
    'mayor'
    """
    tokens = [token for token in tokenize(article.article.text, span.start, span.end) if token.is_word]
    while tokens and tokens[0].key in _DETERMINERS:
        tokens = tokens[1:]
    return use_of(article.id, tokens) if 0 < len(tokens) <= _MOST_WORDS else None


def side_by_side(referent: str, uses: Iterable[Use]) -> Wording | None:
    """Put the uses together by term; `None` unless two articles differ in their terms.

    >>> side_by_side("refugees", [Use("migrants", "migrants", Span("a", 0, 8))]) is None
    True
    """
    by_form: dict[str, list[Use]] = defaultdict(list)
    for use in sorted(set(uses), key=lambda use: (use.span, use.form, use.text)):
        by_form[use.form].append(use)
    articles = {use.span.article for several in by_form.values() for use in several}
    if len(by_form) < 2 or len(articles) < 2 or not _differs(by_form.values()):
        return None
    terms = [
        WordingTerm(Counter(use.text for use in several).most_common(1)[0][0], tuple(use.span for use in several))
        for several in by_form.values()
    ]
    terms.sort(key=lambda term: (-len({witness.article for witness in term.witnesses}), term.witnesses[0], term.text))
    return Wording(referent, tuple(terms))


def _differs(terms: Iterable[Sequence[Use]]) -> bool:
    """Tell whether some term is missing from an article that has another one."""
    users = [frozenset(use.span.article for use in several) for several in terms]
    return any(one != other for one, other in combinations(users, 2))


def together(pairs: Sequence[tuple[Span, Span]]) -> list[frozenset[Span]]:
    """Return the spans that pairs connect, directly or through others, in the order of their first spans.

    >>> a, b, c, d = (Span(name, 0, 1) for name in "abcd")
    >>> [sorted(span.article for span in group) for group in together([(a, c), (b, d), (c, d)])]
    [['a', 'b', 'c', 'd']]
    """
    groups: dict[Span, set[Span]] = defaultdict(set)
    for span, first in connected_parts(pairs).items():
        groups[first].add(span)
    return [frozenset(group) for group in groups.values()]
