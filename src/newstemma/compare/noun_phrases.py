"""Common noun phrases, found by the small words around them."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.text.tokens import Token

__all__ = ["is_term", "phrase_after"]

_SMALL_WORDS = frozenset(
    """a about after again against all also although am among an and any are as at be because been before being
    between both but by can could did do does during each even every few for from had has have he her here hers
    him himself his how i if in into is it its itself just may me might more most much must my near no nor not
    now of off on once only or other our out over own per said say says several shall she should since so some
    such than that the their them then there these they this those through to told too toward under until up
    upon us very was we were what when where whether which while who whom whose why will with within without
    would yet you your later earlier today yesterday tomorrow ago""".split()
)
_PARTICIPLES = frozenset(
    """born bought brought built caught done driven drawn fed found given held hit hurt kept known led left lost
    made meant met paid put run seen sent set shot shown sold taken thrown took came went gave began became
    thought told won written""".split()
)
_OPENERS = frozenset(
    "a an the his her its their our some many most several all no any of for to by with from in these those".split()
)


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def _continues(word: str, before: str) -> bool:
    """Tell whether `word` can belong to the noun phrase that `before` is the last word of."""
    if not word[:1].isalpha() or word in _SMALL_WORDS:
        return False
    if not before:
        return True
    return not (_is_plural(before) or word in _PARTICIPLES or word.endswith(("ed", "ing")))


def phrase_after(tokens: Sequence[Token], start: int, most_words: int) -> int:
    """Return the end of the common noun phrase that begins at `tokens[start]`; `start` itself where none does.

    >>> from newstemma.text.tokens import tokenize
    >>> tokens = tokenize("up to 300 stranded ferry passengers arrested on arrival")
    >>> [token.text for token in tokens[3 : phrase_after(tokens, 3, 4)]]
    ['stranded', 'ferry', 'passengers']

    A plural ends a phrase; a participle or a small word ends it too. Words in capitals are names and end it.
    """
    end, before = start, ""
    while end < len(tokens) and end - start < most_words:
        token = tokens[end]
        if token.text[:1].isupper() or not _continues(token.key, before):
            break
        before = token.key
        end += 1
    return end if before and not before.endswith(("ed", "ing", "ly")) else start


def is_term(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether `tokens[start:end]` is a whole common noun phrase where it stands.

    It must follow a determiner, a preposition, a number or nothing, and be what `phrase_after` finds there. After "to"
    only a plural is sure to be no verb.
    """
    if start > 0 and tokens[start - 1].key == "to" and not _is_plural(tokens[end - 1].key):
        return False
    if start > 0 and not (tokens[start - 1].key in _OPENERS or tokens[start - 1].key[:1].isdigit()):
        return False
    return start < end == phrase_after(tokens, start, end - start + 1)
