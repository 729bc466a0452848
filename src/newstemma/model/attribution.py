"""Reports of speech, writing or belief, and the article that has been read closely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newstemma.model.article import Article
from newstemma.model.identity import fingerprint
from newstemma.model.mark import Mention, Quantity, When
from newstemma.model.span import Span

__all__ = ["AnnotatedArticle", "Attribution", "QuotedSpan"]


_PLAIN = str.maketrans("’", "'")
_TITLE_REACH = 20  # characters between a name and its title: commas, an article, a word or two


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

    Sentences lie inside paragraphs and do not overlap; `vectors` has one for each, as an `Encoding` keeps them, or is
    empty where no encoder read the article. `times` are not anchored yet. `quoted` holds every pair of
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
    vectors: tuple[bytes, ...] = ()

    @property
    def id(self) -> str:
        """The article's identifier."""
        return self.article.id

    def text(self, span: Span) -> str:
        """Return the words at `span`."""
        return span.of(self.article.text)

    def title_of(self, mention: Mention) -> Span | None:
        """Return where a mention's title stands, before its name or after; `None` without one.

        >>> from newstemma.model import Article, Mention, Span
        >>> article = AnnotatedArticle(Article("a", "The harbour master, Ida Moss, left."))
        >>> article.text(article.title_of(Mention(Span("a", 20, 28), "name", "person", "Ida Moss", "harbour master")))
        'harbour master'
        """
        if not mention.title:
            return None
        title, reach = mention.title.translate(_PLAIN), len(mention.title) + _TITLE_REACH
        base = max(0, mention.span.start - reach)
        near = self.article.text[base : mention.span.end + reach].translate(_PLAIN)
        start = near.rfind(title, 0, mention.span.end - base)
        start = near.find(title) if start < 0 else start
        return None if start < 0 else Span(self.id, base + start, base + start + len(title))

    def titled(self, mention: Mention) -> Span | None:
        """Return the words of a mention together with its title; `None` without one."""
        title = self.title_of(mention)
        if title is None:
            return None
        return Span(self.id, min(title.start, mention.span.start), max(title.end, mention.span.end))
