"""Articles whose arrangement's terms were marked by hand, as examples of which only the terms are known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from evals.terms_gold import marked_stories
from newstemma.encoder.pieces import cut_pieces
from newstemma.encoder.tags import TERM_ROLES
from training.corpus import Example, blank, passages_of, words_between

__all__ = ["CHOOSING", "LABELS", "term_examples"]

LABELS = Path(__file__).parent / "terms.jsonl"
"""Stories of BASIL and of news_cluster and articles of PolNeAR's train part, those without an arrangement among them;
no story is in the test."""

CHOOSING = slice(0, None, 8)
"""Of these stories, those that are not learned from: thresholds are chosen on them."""


def term_examples(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """Yield each article as an example; where two terms share words, the longer has them."""
    stories = list(marked_stories(data, LABELS))
    del stories[CHOOSING]
    for story in stories:
        for article in story.articles:
            example = blank(
                f"terms {story.name} {article.id}", cut_pieces(article.text, passages_of(article), tokenizer)
            )
            example.terms[:] = 0
            places = [
                (span, term.role) for term in story.terms for span in term.witnesses if span.article == article.id
            ]
            for span, role in sorted(places, key=lambda found: len(found[0])):
                words = words_between(example.pieces, span.start, span.end)
                tag = 1 + 2 * TERM_ROLES.index(role)
                example.terms[words.start : words.stop] = tag + 1
                example.terms[words.start : words.start + 1] = tag
            yield example
