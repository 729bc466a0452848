"""A story in a few sentences of its sources."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from newstemma.compose.telling import Vocabulary, longer_words
from newstemma.model import AnnotatedArticle, Claim, Span, SummaryLine, Support, When
from newstemma.settings.compose import ComposeSettings
from newstemma.text.tokens import tokenize

__all__ = ["headline", "leans", "summarise"]

_WHOLE = re.compile(r"[\"'“‘(\[]*[A-Z0-9$£€].*[.!?…][\"'”’)\]]*", re.DOTALL)
_LEANING = re.compile(
    r"[\"'“‘(\[]*(?:he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|and|but|so|yet|or|also|both|there|"
    r"here|instead|meanwhile|however|still|then|another|others|such|earlier|later|what|why|how|in addition|photo|image|"
    r"read|watch|see)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’/ -]{2,40}(?:,\s[^—–\n(]{1,30})?\s?(?:\([A-Z][\w .]{1,24}\)\s?)?(?:[—–]|--?)\s"
    r"|\([A-Z][\w .]{1,24}\)\s"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my)\b|\b(?:you|your)\b")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_CLAUSE_END = re.compile(r"[,;:–—]\s")
_TITLE_CHARACTERS = 110  # about what fits two lines of a page's head
_LONGER = 4  # letters from which on a word says something about what a sentence is about


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence that could stand in the summary."""

    claim: str
    span: Span
    text: str
    accounts: int
    reported: bool
    leaning: bool
    in_lead: int
    centrality: float
    place: float
    when: datetime | None
    words: frozenset[str]


def summarise(
    articles: Sequence[AnnotatedArticle],
    claims: Sequence[Claim],
    times: Iterable[When],
    support: Mapping[str, Support],
    vocabulary: Vocabulary,
    *,
    settings: ComposeSettings,
) -> tuple[SummaryLine, ...]:
    """Return whole sentences of the sources that tell the story, each with the claim that it states.

    What most accounts carry is taken first, among it what articles tell at their head, then what is most central to
    the story; a sentence that says again what lines above say is left out, and so is one that leans on the words before
    it, where others are enough. The first line tells the event; the others follow in the order of the times that they
    name, then of the articles. Away from the heads of articles, a sentence that reports somebody's words needs one
    account more.
    """
    lines = sorted(_lines(articles, claims, times, support, vocabulary, settings), key=_rank)
    if not all(line.leaning for line in lines):
        lines = [line for line in lines if not line.leaning]
    chosen: list[_Line] = []
    for line in lines:
        if len(chosen) >= settings.most_lines or (line.accounts < 2 and len(chosen) >= settings.enough_lines):
            break
        if not _says_again(line, chosen, settings):
            chosen.append(line)
    if not chosen:
        return ()
    first = min(chosen, key=lambda line: (-line.in_lead, *_rank(line)))
    event_day = first.when or min((line.when for line in chosen if line.when), default=None)
    rest = [line for line in chosen if line is not first]
    rest.sort(key=lambda line: (str(line.when or event_day or ""), line.place, line.span))
    return tuple(SummaryLine(line.text, line.claim, line.accounts) for line in (first, *rest))


def _rank(line: _Line) -> tuple[object, ...]:
    """Put first what most accounts carry; heads of articles gain an account, others' words lose one elsewhere."""
    weight = line.accounts + 1 if line.in_lead > 1 else line.accounts - line.reported
    return -weight, -line.in_lead if line.accounts > 1 else 0, -line.centrality, line.place, line.span


def _lines(
    articles: Sequence[AnnotatedArticle],
    claims: Sequence[Claim],
    times: Iterable[When],
    support: Mapping[str, Support],
    vocabulary: Vocabulary,
    settings: ComposeSettings,
) -> Iterable[_Line]:
    by_id = {article.id: article for article in articles}
    starts = {article.id: [sentence.start for sentence in article.sentences] for article in articles}
    dated: dict[str, list[When]] = {}
    for when in times:
        if when.earliest is not None and when.type in ("DATE", "TIME") and when.granularity not in ("year", "quarter"):
            dated.setdefault(when.span.article, []).append(when)
    seen: set[Span] = set()
    for claim in claims:
        sentences = dict.fromkeys(
            sentence
            for witness in (claim.clearest, *claim.witnesses)
            if (sentence := _sentence(by_id, starts, witness)) is not None
        )
        fitting = [span for span in sentences if span not in seen and _fits(by_id[span.article].text(span), settings)]
        if not fitting:
            continue
        span = min(fitting, key=lambda span: leans(by_id[span.article].text(span)))  # the clearest of equals
        seen.add(span)
        article = by_id[span.article]
        text = article.text(span)
        words = longer_words(text)
        in_lead = {
            witness.article
            for witness in claim.witnesses
            for lead in by_id[witness.article].sentences[: settings.lead_sentences]
            if lead.overlaps(witness)
        }
        yield _Line(
            claim=claim.id,
            span=span,
            text=text,
            accounts=support[claim.id].accounts if claim.id in support else len(claim.articles),
            reported=bool(claim.reported),
            leaning=leans(text),
            in_lead=len(in_lead),
            centrality=vocabulary.centrality(words),
            place=span.start / max(1, len(article.article.text)),
            when=next((when.earliest for when in dated.get(article.id, ()) if span.covers(when.span)), None),
            words=words,
        )


def _sentence(by_id: Mapping[str, AnnotatedArticle], starts: Mapping[str, Sequence[int]], witness: Span) -> Span | None:
    """Return the sentence in which a witness starts."""
    article = by_id.get(witness.article)
    number = -1 if article is None else bisect_right(starts[witness.article], witness.start) - 1
    return None if article is None or number < 0 else article.sentences[number]


def leans(text: str) -> bool:
    """Tell whether a sentence needs words before it, opens with a dateline, or speaks as "we" or to "you".

    >>> leans("But the ferry sank."), leans("The ferry sank.")
    (True, False)
    """
    return bool(_LEANING.match(text) or _DATELINE.match(text) or _FIRST_PERSON.search(_QUOTED.sub("", text)))


def _fits(text: str, settings: ComposeSettings) -> bool:
    """Tell whether `text` is a whole sentence of a length that reads well."""
    straight, curly = text.count('"'), text.count("“") - text.count("”")
    words = len(text.split())
    return (
        settings.least_words <= words <= settings.most_words
        and straight % 2 == 0
        and curly == 0
        and "\n" not in text
        and bool(_WHOLE.fullmatch(text))
    )


def _says_again(line: _Line, above: Sequence[_Line], settings: ComposeSettings) -> bool:
    """Tell whether most of a line stands in one line above, or nearly all of it in all of them together."""
    said = frozenset[str]().union(*(other.words for other in above))
    return len(line.words & said) >= settings.said_share * max(1, len(line.words)) or any(
        len(line.words & other.words) >= settings.same_share * max(1, min(len(line.words), len(other.words)))
        for other in above
    )


def headline(articles: Sequence[AnnotatedArticle], summary: Sequence[SummaryLine], *, settings: ComposeSettings) -> str:
    """Return the articles' title whose words most of the articles have at their head, else the summary's first line.

    A line that is too long for a title ends at a clause; without titles and summary the result is empty.
    """
    titles = sorted(
        {" ".join(article.article.about.title.split()) for article in articles if article.article.about.title}
    )
    if titles:
        heads = [_head(article, settings) for article in articles]
        return max(titles, key=lambda title: (_centrality(title, heads), -len(title), title))
    if not summary:
        return ""
    text = summary[0].text
    if len(text) > _TITLE_CHARACTERS:
        cuts = [cut.start() for cut in _CLAUSE_END.finditer(text) if cut.start() >= _TITLE_CHARACTERS // 3]
        cuts = [cut for cut in cuts if cut <= _TITLE_CHARACTERS] or cuts[:1]
        text = text[: cuts[-1]] if cuts else text
    return text.rstrip(".")


def _head(article: AnnotatedArticle, settings: ComposeSettings) -> frozenset[str]:
    spans = article.sentences[: settings.lead_sentences]
    keys = (token.key for span in spans for token in tokenize(article.article.text, span.start, span.end))
    title = (token.key for token in tokenize(article.article.about.title or ""))
    return frozenset([*keys, *title])


def _centrality(title: str, heads: Sequence[frozenset[str]]) -> float:
    words = {token.key for token in tokenize(title) if len(token.key) >= _LONGER or token.text[:1].isdigit()}
    return sum(len(words & head) for head in heads) / len(words) if words else 0.0
