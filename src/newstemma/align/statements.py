"""Which reports are statements, so that their source and cue only frame what is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newstemma.model import AnnotatedArticle, Attribution

__all__ = ["FINITE_VERB", "statements"]

FINITE_VERB = re.compile(
    r"""\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|says?|said|told
    |took|gave|made|found|began|went|left|held|sent|saw|wrote|paid|kept|came|became|got|lost|won|met|led|fell|rose|grew
    |knew|thought|brought|bought|built|caught|felt|hit|put|read|ran|set|shot|spoke|stood|broke|fled|stole|sold|struck
    |sank|drove|flew|wore|drew|chose|rode|hung|ate|swept|spent|meant|dealt|taught|sought|bore|threw|woke
    |shows?|wants?|remains?|includes?|means?|needs?|plans?|calls?|[^\W\d_]{2,}ed|[^\W\d_]+n['’]t)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Common finite verbs, and words that look like one."""


def statements(article: AnnotatedArticle) -> Iterator[Attribution]:
    """Yield the reports that state something: quotations, and clauses with a finite verb.

    >>> from newstemma.model import Article, Span
    >>> text = "The board has offered to share the lake. Moss said it was full."
    >>> offered = Attribution("a", "indirect", (Span("a", 22, 39),), source=(Span("a", 0, 9),))
    >>> said = Attribution("a", "indirect", (Span("a", 51, 62),), source=(Span("a", 41, 45),))
    >>> read = AnnotatedArticle(Article("a", text), attributions=(offered, said))
    >>> [read.text(one.content[0]) for one in statements(read)]
    ['it was full']

    What somebody offers to do, or signs against, is an act that the outlet itself tells: its source and its cue are
    part of the fact, and the content without them is none.
    """
    for report in article.attributions:
        contents = [article.text(part) for part in report.content]
        if report.kind == "direct" or any(
            not content.startswith("to ") and FINITE_VERB.search(content) for content in contents
        ):
            yield report
