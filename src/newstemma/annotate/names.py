"""The door to names: everything in an article that stands for somebody or something."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.annotate.coreference import refer
from newstemma.annotate.spans import overlapping
from newstemma.model import Article, Mention, NamedSpan, Span
from newstemma.settings.names import NameSettings

__all__ = ["find_mentions"]

_DEFAULT = NameSettings()


def find_mentions(
    article: Article,
    sentences: tuple[Span, ...],
    encoded: Sequence[NamedSpan] | None = None,
    settings: NameSettings = _DEFAULT,
) -> tuple[Mention, ...]:
    """Return what in `sentences` stands for somebody or something, sorted by span.

    `encoded` are the encoder's names; without them, names are spotted by rules alone.

    >>> from newstemma.text import sentences as text
    >>> article = Article("a", "Mayor Ida Osk spoke. She left. The mayor was tired, Osk’s aide said.")
    >>> spans = tuple(article.span(*bounds) for bounds in text.sentences(article.text))
    >>> [(m.span.of(article.text), m.form, m.name) for m in find_mentions(article, spans)][:3]
    [('Ida Osk', 'name', 'Ida Osk'), ('She', 'pronoun', 'Ida Osk'), ('The mayor', 'nominal', 'Ida Osk')]

    Sentences that touch residue are skipped. A body that is called after a name ("the Osk administration") has a
    nominal of its own around that name and a nominal may begin with a name; names do not overlap.
    """
    residue = [removed.span for removed in article.removed]
    kept = [sentence for sentence in sentences if not overlapping(residue, sentence)]
    return refer(article, kept, encoded, settings)
