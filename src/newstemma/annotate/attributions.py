"""Which quotations are speech, and the cue and the source that stand around each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from newstemma.annotate.governors import Governor, governors
from newstemma.annotate.grammar import has_verb, sentence_end, sentence_start
from newstemma.annotate.indirect import find_indirect
from newstemma.annotate.labels import is_label
from newstemma.annotate.narration import Passage, passages
from newstemma.annotate.posts import find_posts
from newstemma.annotate.reported import completed, readings_of, reported_clauses, with_reports
from newstemma.annotate.reports import Report
from newstemma.annotate.spans import overlapping
from newstemma.annotate.tags import headed, signature, tag_after, trailing_tag
from newstemma.model import Article, Attribution, QuotedSpan, Span
from newstemma.settings.quotations import QuotationSettings

__all__ = ["Settled", "find_attributions", "settle"]


_NEAREST = 12  # cues of a sentence that are tried


def _verb(governor: Governor) -> int:
    return governor.verb


def _begin(span: Span) -> int:
    return span.start


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one quotation was read: whether it is speech, by which cue, how surely."""

    speech: bool
    governor: Governor | None = None
    passage: Passage | None = None
    confidence: float = 1.0


def find_attributions(
    article: Article,
    paragraphs: Sequence[Span],
    sentences: Sequence[Span],
    quoted: Sequence[QuotedSpan],
    reports: Sequence[Report] | None = None,
    *,
    settings: QuotationSettings,
) -> tuple[tuple[QuotedSpan, ...], tuple[Attribution, ...]]:
    """Return the quotations with `speech` decided, and the attributions, sorted by their content.

    `reports` are what the encoder reads; without them, rules alone decide.

    Each quoted segment that is speech is one "direct" attribution; a quotation that runs over several paragraphs is one
    with several spans. A reported clause is one more, "indirect" or "mixed". Sources are the printed noun phrases;
    where none is printed, as after an earlier tag, `source` is empty and the speaker before goes on. Speakers are left
    to `speakers`.
    """
    settled = settle(article, paragraphs, sentences, quoted, reports, settings=settings)
    posts = [post.content[0] for post in settled.posts]
    if reports is None:
        taken = _touched([passage for passage, _ in settled.passages], posts)
        free = [both for number, both in enumerate(settled.passages) if number not in taken]
        direct, clauses = settled.direct, find_indirect(article, free, settled.quoted)
    else:
        direct = with_reports(article, settled.direct, settled.reports, settings)
        clauses = reported_clauses(article, settled.quoted, settled.reports, posts, settings)
    found = [*direct, *settled.posts, *clauses]
    return settled.quoted, tuple(sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end, a.kind)))


@dataclass(frozen=True, slots=True)
class Settled:
    """Which quotations are speech and whose, before clauses are looked for.

    `quoted` has `speech` decided, `direct` are the attributions that the rules make of it, `posts` the embedded posts.
    `reports` are those that were given, completed by the rules. `passages` come with their cues.
    """

    quoted: tuple[QuotedSpan, ...]
    direct: tuple[Attribution, ...]
    posts: tuple[Attribution, ...]
    reports: tuple[Report, ...]
    passages: tuple[tuple[Passage, tuple[Governor, ...]], ...]


def settle(
    article: Article,
    paragraphs: Sequence[Span],
    sentences: Sequence[Span],
    quoted: Sequence[QuotedSpan],
    reports: Sequence[Report] | None,
    *,
    settings: QuotationSettings,
) -> Settled:
    """Decide which quotations are speech and bring rules and `reports` together; see `find_attributions`."""
    cut = passages(article, paragraphs, sentences, quoted)
    cues = [governors(passage) for passage in cut]
    readings = _readings(article, paragraphs, quoted, cut, cues, settings)
    if reports is not None:
        readings = _weighed(readings, readings_of(article, quoted, reports, settings))
    posts = find_posts(article, paragraphs, settings=settings)
    posted = [post.content[0] for post in posts]
    judged: list[QuotedSpan] = []
    speech = False
    for number, one in enumerate(quoted):
        if one.depth == 0:  # a quotation inside a quotation counts as what the outer one is
            speech = number in readings and readings[number].speech
            speech = speech and not overlapping(posted, one.span)
        judged.append(replace(one, speech=speech))
    direct = _direct(article, paragraphs, judged, readings)
    whole = completed(article, reports or (), direct, settings)
    return Settled(tuple(judged), tuple(direct), posts, whole, tuple(zip(cut, cues, strict=True)))


def _weighed(readings: dict[int, _Reading], encoded: Sequence[bool | None]) -> dict[int, _Reading]:
    """Return the readings with speech as the encoder reads it, where it does and the rules have no cue against it."""
    weighed: dict[int, _Reading] = {}
    for number, reading in readings.items():
        speech = encoded[number]
        if speech is True and not reading.speech:
            weighed[number] = replace(reading, speech=True, confidence=0.8)
        elif speech is False and reading.governor is None:
            weighed[number] = replace(reading, speech=False)
        else:
            weighed[number] = reading
    return weighed


def _touched(cut: Sequence[Passage], posted: Sequence[Span]) -> set[int]:
    """The places of the passages that embedded posts reach into."""
    ends = [passage.pieces[-1].end for passage in cut]
    starts = [passage.pieces[0].start for passage in cut]
    return {n for span in posted for n in range(bisect_right(ends, span.start), bisect_left(starts, span.end))}


def _readings(
    article: Article,
    paragraphs: Sequence[Span],
    quoted: Sequence[QuotedSpan],
    cut: Sequence[Passage],
    cues: Sequence[tuple[Governor, ...]],
    settings: QuotationSettings,
) -> dict[int, _Reading]:
    found: dict[int, _Reading] = {}
    for position, passage in enumerate(cut):
        reader = _Reader(article, paragraphs, quoted, cut, cues, position, settings)
        for place in passage.quotes:
            found[passage.pieces[place].quote] = reader.read(place)
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """The surroundings of the quotations of one passage."""

    article: Article
    paragraphs: Sequence[Span]
    quoted: Sequence[QuotedSpan]
    cut: Sequence[Passage]
    found: Sequence[tuple[Governor, ...]]
    position: int
    settings: QuotationSettings

    @property
    def passage(self) -> Passage:
        """The passage that is read."""
        return self.cut[self.position]

    @property
    def cues(self) -> tuple[Governor, ...]:
        """The passage's cues."""
        return self.found[self.position]

    def read(self, place: int) -> _Reading:
        span = self.quoted[self.passage.pieces[place].quote].span
        words = span.of(self.article.text).split()
        tag = tag_after(self.passage, place, self.cues)
        before = self._cues_before(place)
        left = before[0] if before else None
        if tag is not None and self._ends_open(place) and not (left and self._own_clause(left, tag, place)):
            return _Reading(True, tag, self.passage, 0.98)
        label = is_label(self.passage, place, words, left, self.settings)
        if left is not None and not label and self._adjacent(left, place):
            return _Reading(True, left, self.passage, 0.95)
        if label:
            return _Reading(False)
        if tag is not None:
            return _Reading(True, tag, self.passage, 0.9)
        for governor in before:
            if self._governs(governor, len(words)):
                return _Reading(True, self._outermost(governor, before), self.passage, 0.8)
        trailing = trailing_tag(self.passage, sentence_end(self.passage.pieces, place), self.cues)
        if trailing is not None and trailing.start > place:
            return _Reading(True, trailing, self.passage, 0.85)
        return self._without_cue(place, words)

    def _own_clause(self, left: Governor, tag: Governor, place: int) -> bool:
        """Whether what follows is no tag but the main clause: "While X said “…,” Y said that it rained"."""
        if not self._adjacent(left, place) or left.kind == "participle" or tag.end <= tag.verb:
            return False
        pieces = self.passage.pieces
        rest = pieces[max(tag.end, tag.source[1] if tag.source else 0) : sentence_end(pieces, tag.verb)]
        return left.source != tag.source and has_verb(rest)

    def _ends_open(self, place: int) -> bool:
        """Whether the quotation ends, or is followed, as one does before its tag."""
        inner = self.quoted[self.passage.pieces[place].quote].span.of(self.article.text)
        after = self.passage.pieces[place + 1].text if place + 1 < len(self.passage.pieces) else ""
        return inner[-1:] in ",?!—–-…" or inner.endswith("...") or after in (",", "—", "–", "--", "-")

    def _cues_before(self, place: int) -> tuple[Governor, ...]:
        """The cues of the same sentence that stand before the quotation, nearest first."""
        pieces = self.passage.pieces
        floor = sentence_start(pieces, place)
        last = bisect_left(self.cues, place, key=_verb)
        first = max(last - _NEAREST, bisect_left(self.cues, floor, hi=last, key=_verb))
        if first == last:
            return ()
        parted = [index for index in range(self.cues[first].verb, place) if pieces[index].text == ";"]
        first = bisect_left(self.cues, parted[-1], lo=first, hi=last, key=_verb) if parted else first
        return self.cues[first:last][::-1]

    def _governs(self, governor: Governor, words: int) -> bool:
        """Whether a cue that stands further before the quotation governs it."""
        frame = governor.cue.frame
        if frame == "order":
            return words > 2
        if frame == "that" and not any(p.lower == "that" for p in self.passage.pieces[governor.end : governor.end + 8]):
            return words >= self.settings.loose_fragment_words
        if words == 1 or frame == "as":
            return (frame == "clause" and governor.source is not None) or words > 2
        return True

    def _outermost(self, governor: Governor, before: Sequence[Governor]) -> Governor:
        """The cue in whose reported clause `governor` stands, if it does: "X said that Y would tell …"."""
        if governor.kind == "verb" and governor.cue.form in ("past", "present"):
            return governor
        for other in before:
            if other.kind != "verb" or other.cue.frame != "clause" or governor.source is None:
                continue
            between = self.passage.pieces[other.end : governor.source[0]]
            if other.end <= governor.source[0] and all(p.lower in ("that", "to") or p.capital for p in between):
                governor = other
        return governor

    def _adjacent(self, governor: Governor, place: int) -> bool:
        between = [p for p in self.passage.pieces[governor.end : place] if p.is_word or p.quote >= 0]
        if governor.cue.frame == "that":
            return False
        if governor.cue.frame == "as":
            return len(between) <= 8 and not any(piece.quote >= 0 for piece in between)
        return len(between) <= 1 or self.passage.pieces[place - 1].text in (":", ",")

    def _without_cue(self, place: int, words: Sequence[str]) -> _Reading:
        pieces = self.passage.pieces
        if place > 0 and pieces[place - 1].text == ":" and (len(words) > 1 or words[-1][-1] in ".!?"):
            return _Reading(True, headed(self.passage, place), self.passage, 0.8)
        if place == 0 and self.position > 0:
            above = self.cut[self.position - 1]
            if above.pieces[-1].text == ":" and above.paragraph >= self.passage.paragraph - 1:
                cues = self.found[self.position - 1]
                governor = cues[-1] if cues else headed(above, len(above.pieces))
                return _Reading(True, governor, above, 0.9)
        telling = (piece for piece in pieces if piece.is_word or piece.quote >= 0)
        alone = len(list(islice(telling, 2))) == 1
        if alone and self.position + 1 < len(self.cut) and len(words) > 1:
            below = self.cut[self.position + 1]
            signed = signature(below)
            if signed is not None and below.paragraph <= self.passage.paragraph + 1:
                return _Reading(True, signed, below, 0.9)
        ends = alone and words[-1][-1] in ".?!…," and (len(words) > 1 or self._answers())
        enough = len(words) >= self.settings.loose_fragment_words
        return _Reading(enough or ends, None, self.passage, 0.8 if alone else 0.5)

    def _answers(self) -> bool:
        """Whether the sentence before, in the same paragraph, quotes too."""
        before = self.cut[self.position - 1] if self.position > 0 else None
        return before is not None and before.paragraph == self.passage.paragraph and bool(before.quotes)


def _direct(
    article: Article, paragraphs: Sequence[Span], quoted: Sequence[QuotedSpan], readings: dict[int, _Reading]
) -> list[Attribution]:
    ends = {paragraph.end: number for number, paragraph in enumerate(paragraphs)}
    starts = {paragraph.start: number for number, paragraph in enumerate(paragraphs)}
    found: list[Attribution] = []
    running: int | None = None  # the paragraph that an open quotation, the last one found, fills to its end
    for number, one in enumerate(quoted):
        reading = readings.get(number)
        if one.depth or reading is None or not one.speech:
            continue
        made = _attribution(article, one.span, reading)
        goes_on = running is not None and one.opened and starts.get(one.span.start - 1) == running + 1
        held = found[-1] if goes_on else made
        if goes_on and not (made.cue or made.source):
            found[-1] = replace(held, content=(*held.content, *made.content))
        elif goes_on and not (held.cue or held.source):  # whoever is named behind its last words said all of it
            found[-1] = replace(made, content=(*held.content, *made.content))
        else:
            found.append(made)
        running = None if one.closed else ends.get(one.span.end)
    return found


def _attribution(article: Article, span: Span, reading: _Reading) -> Attribution:
    governor, passage = reading.governor, reading.passage
    if governor is None or passage is None:
        return Attribution(article.id, "direct", (span,), confidence=reading.confidence)
    pieces = passage.pieces
    cue = article.span(pieces[governor.start].start, pieces[governor.end - 1].end)
    if governor.source is None:
        return Attribution(article.id, "direct", (span,), (cue,), confidence=reading.confidence)
    first, last = governor.source
    source = article.span(pieces[first].start, pieces[last - 1].end)
    return Attribution(
        article.id,
        "direct",
        (span,),
        (cue,),
        (source,),
        speaker_text=source.of(article.text),
        confidence=reading.confidence,
    )
