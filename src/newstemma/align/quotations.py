"""One attribution with everything that deciding about its utterance needs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newstemma.align.courses import APART, Course, unquoted
from newstemma.align.fragments import Stretch, quoted_spans, stretches
from newstemma.align.occasions import Setting, place_names, settings_of
from newstemma.align.voices import Place, Voices, known_names
from newstemma.model import AnnotatedArticle, Attribution, Entity, Span, When
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["Quotation", "one_voice", "quotations"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution of quoted words, ready to be compared.

    `paragraph` counts the paragraphs of the article that are not residue; `spans` are the quoted words; `speaker` is an
    entity or empty. `whole` tells that a sentence of the speaker's begins in it, rather than words inside the
    narrator's sentence. `carries_on` tells that the narrator marks it as continued ("he added") or gives no source,
    `leads_on` that he announces the next one ("adding:").
    `apart` tells that the narrator sets it on another occasion ("later", "separately"). `runs_on` tells that the
    quotation before it is left open and goes on in this one, `severed` that the article gives it another source than
    that of the quotation before or speaks of somebody else in between. `bridged` tells that the paragraphs in between
    report, without any other occasion, what the same speaker said and nobody else. `course` is the same for two
    quotations of a speaker between which the narrator names no occasion for him.
    """

    attribution: Attribution
    speaker: str
    spans: tuple[Span, ...]
    stretches: tuple[Stretch, ...]
    paragraph: int
    setting: Setting
    whole: bool
    carries_on: bool
    leads_on: bool
    apart: bool
    runs_on: bool = False
    severed: bool = False
    bridged: bool = False
    course: int = 0

    @property
    def primary(self) -> bool:
        """Whether it stands in a primary text."""
        return self.stretches[0].primary

    @property
    def words(self) -> int:
        """How many words it quotes."""
        return sum(len(stretch.units) for stretch in self.stretches)


_ADDED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|continu(?:es|ed|ing)|(?:goes|went|going) on|conclud(?:es|ed|ing))\b", re.IGNORECASE
)
_LEADS_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)|continu(?:es|ed|ing)|(?:goes|went|going) on)\b[^.!?]{0,40}:\s*$", re.IGNORECASE
)
_NEAR_CHARACTERS = 160  # of the narrator's words that are read for "added" or "later" on either side of the quotation


def quotations(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[Entity],
    speakers: Mapping[str, str],
    times: Sequence[When],
    settings: UtteranceSettings,
) -> list[Quotation]:
    """Return the quotations of all articles, by article and place.

    An attribution without quoted words of its own is left out.
    """
    when: dict[str, list[When]] = {}
    for time in times:
        when.setdefault(time.span.article, []).append(time)
    found: list[Quotation] = []
    editions: dict[str, str] = {}
    names, places = known_names(entities), place_names(entities)
    for article in sorted(articles, key=lambda item: item.id):
        edition = editions.setdefault(article.article.text, article.id)
        quoted = [(item, quoted_spans(article, item)) for item in article.attributions]
        direct = {span for item, spans in quoted if item.kind == "direct" for span in spans}
        # A mixed attribution that holds a direct one repeats its words: they are one witness, not two.
        quoted = [
            (item, spans if item.kind == "direct" else tuple(span for span in spans if span not in direct))
            for item, spans in quoted
        ]
        quoted = sorted(((item, spans) for item, spans in quoted if spans), key=lambda pair: (pair[1], pair[0].kind))
        starts = _paragraph_starts(article)
        stated = settings_of(article, quoted, places, when.get(article.id, ()), settings)
        voices, course, before = Voices(article, names), Course(article, starts, speakers, names), None
        for (attribution, spans), setting in zip(quoted, stated, strict=True):
            cut = stretches(article, spans, len(found), edition)
            if not cut:
                continue
            around = _around(article, attribution, spans)
            here = Place(attribution, spans, bisect_right(starts, spans[0].start))
            speaker = speakers.get(attribution.id, "")
            quotation = Quotation(
                attribution=attribution,
                speaker=speaker,
                spans=spans,
                stretches=tuple(cut),
                paragraph=here.paragraph,
                setting=setting,
                whole=cut[0].ends_sentence(-1),
                carries_on=bool(_ADDED.search(around)) or not any(map(str.isalpha, around)),
                leads_on=bool(_LEADS_ON.search(around)),
                apart=bool(APART.search(around)),
                runs_on=before is not None and voices.runs_on(before, here),
                severed=before is not None and voices.severed(before, here, speaker),
                bridged=before is not None and course.bridged(before, here, speaker),
                course=course.number(here, speaker),
            )
            found.append(_inheriting(found[-1], quotation) if before else quotation)
            before = here
    return found


def one_voice(one: Quotation, other: Quotation) -> bool:
    """Tell whether `other`, which follows `one` in an article, is known to be by the same speaker.

    Both speakers are known and the same and nothing printed speaks against it, or the marks show one quotation.
    """
    if one.speaker and other.speaker:
        return one.speaker == other.speaker and (other.runs_on or not other.severed)
    return other.runs_on


def _inheriting(before: Quotation, quotation: Quotation) -> Quotation:
    """Return a quotation that states no occasion with that of the one it continues."""
    continued = quotation.carries_on or quotation.runs_on or before.leads_on
    if quotation.setting.circumstances or quotation.apart or not continued or not one_voice(before, quotation):
        return quotation
    near = quotation.paragraph - before.paragraph <= _CONTINUED_PARAGRAPHS
    return replace(quotation, setting=before.setting) if near else quotation


_CONTINUED_PARAGRAPHS = 2  # "he added" may refer back over so many


def _paragraph_starts(article: AnnotatedArticle) -> list[int]:
    removed = [item.span for item in article.article.removed]
    return [
        paragraph.start
        for paragraph in article.paragraphs
        if not any(span.covers(paragraph) for span in removed) and any(map(str.isalpha, article.text(paragraph)))
    ]


def _around(article: AnnotatedArticle, attribution: Attribution, spans: tuple[Span, ...]) -> str:
    """Return the narrator's words of the sentences in which the quotation stands, close to it or to its cue."""
    if attribution.cue:
        marks = (*attribution.cue, *attribution.source)
        low, high = min(span.start for span in marks) - 40, max(span.end for span in marks) + 40
    else:
        low, high = spans[0].start - _NEAR_CHARACTERS, spans[-1].end + _NEAR_CHARACTERS
    sentences = article.sentences
    first = max(bisect_right(sentences, spans[0].start, key=lambda s: s.start) - 1, 0)
    last = bisect_right(sentences, spans[-1].end + _CLOSING_CHARACTERS, key=lambda s: s.end)
    last = max(last, bisect_left(sentences, spans[-1].end, key=lambda s: s.start))
    if first < last:
        low, high = max(low, sentences[first].start), min(high, sentences[last - 1].end)
    return unquoted(article, spans, max(low, 0), high)


_CLOSING_CHARACTERS = 2  # marks that stand between the last quoted word and the end of its sentence
