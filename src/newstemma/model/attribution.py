"""Reports of speech, writing or belief, and the article that has been read closely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newstemma.model.article import Article
from newstemma.model.identity import fingerprint
from newstemma.model.mark import Mention, Quantity, When
from newstemma.model.span import Span

__all__ = ["AnnotatedArticle", "Attribution", "QuotedSpan"]


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """What stands between one pair of quotation marks, without the outer marks.

    `opened` and `closed` say whether the mark is really printed there: where one is missing the span ends where the
    quotation can be shown to end. `depth` is 0 for outer marks, 1 for a quotation inside a quotation. `speech` is false
    for scare quotes, titles and words that are mentioned rather than said.
    """

    span: Span
    opened: bool = True
    closed: bool = True
    depth: int = 0
    speech: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """One report of speech, writing or belief: who (source), how (cue), what (content).

    Roles as in PARC3 and PolNeAR. `kind` is "direct" where all content stands in quotation marks, "mixed" where some
    does, "indirect" where none does. `content` holds the reported words in order, each span without outer marks; a
    quotation that the narrator interrupts has several. `source` and `cue` are empty where none is printed for this one.
    `speaker` is the `Mention.name` of the speaker, empty where the article does not say; `speaker_text` is how the
    source is printed at this place, or at the quotation that this one continues, or empty. `confidence` lies in 0 to 1.
    """

    article: str
    kind: Literal["direct", "indirect", "mixed"]
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str = ""
    speaker_text: str = ""
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """Identifier made from where the content stands."""
        return fingerprint("attribution", self.kind, *self.content)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article read closely; all spans are of this article, sorted, outside its residue.

    Sentences lie inside paragraphs and do not overlap. `times` are not anchored yet. `quoted` holds every pair of
    quotation marks, also those that are not speech.
    """

    article: Article
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    quoted: tuple[QuotedSpan, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[When, ...] = ()

    @property
    def id(self) -> str:
        """The article's identifier."""
        return self.article.id

    def text(self, span: Span) -> str:
        """Return the words at `span`."""
        return span.of(self.article.text)
