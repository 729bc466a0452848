"""Utterances: the pieces of one statement that articles quote, put back together as an editor collates manuscripts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newstemma.align.clashes import clashing, stated_together
from newstemma.align.fragments import is_content
from newstemma.align.gathering import Gathering, Likeness, gather
from newstemma.align.occasions import merged
from newstemma.align.prose import Prose
from newstemma.align.quotations import Quotation, quotations
from newstemma.align.variants import witnesses
from newstemma.align.wording import reconstruct
from newstemma.model import (
    AnnotatedArticle,
    Entity,
    RelatedUtterance,
    Utterance,
    When,
    fingerprint,
)
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["collate"]


def collate(
    articles: Sequence[AnnotatedArticle],
    entities: tuple[Entity, ...],
    speakers: Mapping[str, str],
    times: tuple[When, ...],
    *,
    settings: UtteranceSettings,
) -> tuple[Utterance, ...]:
    """Group the quotations of one story's articles into utterances and reconstruct the wording of each.

    `speakers` leads from an attribution's identifier to its speaker's entity; one that is missing is unknown. `times`
    are the articles' times, anchored. Every attribution that quotes words belongs to exactly one utterance, but for
    what only a primary text has, which nobody quotes. Utterances with most witnesses come first, then the longest. The
    order of `articles` does not matter.

    `confidence` is the strength of the weakest link that holds the group (share of agreeing words, 0.8 for containment
    of a few words and for one paragraph, 0.7 for the next paragraph, 0.6 for two paragraphs on and for a common
    occasion alone), times the mean confidence of its attributions, times the share of witnesses with the same speaker.
    """
    quoted = quotations(articles, entities, speakers, times, settings)
    gathering = gather(quoted, {entity.id: entity.type for entity in entities}, settings)
    kept = [number for number, group in enumerate(gathering.groups) if any(not quoted[i].primary for i in group)]
    gathering = replace(
        gathering,
        groups=tuple(gathering.groups[number] for number in kept),
        weakest=tuple(gathering.weakest[number] for number in kept),
    )
    groups = [[quoted[index] for index in group] for group in gathering.groups]
    ids = [fingerprint("utterance", *sorted(item.attribution.id for item in group)) for group in groups]
    related = _related(quoted, gathering, ids, settings)
    names = {entity.id: entity.name for entity in entities}
    prose = {article.id: Prose(article) for article in articles}
    found = []
    for identifier, group, weakest in zip(ids, groups, gathering.weakest, strict=True):
        reading = reconstruct(group, settings)
        speaker, agreeing = _speaker(group)
        trust = sum(item.attribution.confidence for item in group) / len(group)
        found.append(
            Utterance(
                id=identifier,
                speaker=speaker,
                speaker_text=names.get(speaker, "") or _as_printed(group),
                occasion=merged([item.setting for item in group]),
                wording=reading.wording,
                parts=reading.parts,
                witnesses=witnesses(group, reading, prose, settings),
                related=tuple(sorted(related[identifier])),
                confidence=round(weakest * trust * agreeing, 4),
            )
        )
    return tuple(sorted(found, key=lambda item: (-len(_articles(item)), -len(item.wording), item.wording, item.id)))


def _articles(utterance: Utterance) -> set[str]:
    return {witness.article for witness in utterance.witnesses}


def _speaker(group: Sequence[Quotation]) -> tuple[str, float]:
    """Return the speaker that most articles name, and the share of those that name one which name this one."""
    named = Counter(speaker for speaker, _ in {(q.speaker, q.attribution.article) for q in group} if speaker)
    if not named:
        return "", 1.0
    speaker = min(named, key=lambda name: (-named[name], name))
    return speaker, named[speaker] / named.total()


def _as_printed(group: Sequence[Quotation]) -> str:
    printed = Counter(item.attribution.speaker or item.attribution.speaker_text for item in group)
    del printed[""]
    return min(printed, key=lambda text: (-printed[text], -len(text), text), default="")


def _related(
    quoted: Sequence[Quotation], gathering: Gathering, ids: Sequence[str], settings: UtteranceSettings
) -> Mapping[str, set[RelatedUtterance]]:
    """Return for each utterance the near ones of the same speaker that were not merged with it, each once."""
    of = {index: number for number, group in enumerate(gathering.groups) for index in group}
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    for likeness in gathering.alike:
        if likeness.one not in of or likeness.other not in of:
            continue
        one, other = quoted[likeness.one], quoted[likeness.other]
        if _near(one, other, likeness, settings):
            pair = sorted((of[likeness.one], of[likeness.other]))
            kinds[pair[0], pair[1]].add(_kind(quoted, gathering, pair, likeness, settings))
    related: dict[str, set[RelatedUtterance]] = defaultdict(set)
    for (one_group, other_group), found in kinds.items():
        for kind in ("other_occasion", "doubtful", "other_rendering"):
            if kind in found:
                related[ids[one_group]].add(RelatedUtterance(ids[other_group], kind))
                related[ids[other_group]].add(RelatedUtterance(ids[one_group], kind))
                break
    return related


def _near(one: Quotation, other: Quotation, likeness: Likeness, settings: UtteranceSettings) -> bool:
    """Tell whether two quotations are so alike that a reader wants to know of the other."""
    shared = likeness.overlap
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    if not one.speaker or not other.speaker:
        return shared.content >= 3 and shared.identity >= settings.related_identity
    fewest = min(_content(one), _content(other))
    return (shared.contained and fewest < settings.short_words) or (
        shared.content >= 3
        and (shared.matched >= settings.related_words or shared.content >= settings.rendering_share * fewest)
    )


def _content(quotation: Quotation) -> int:
    return sum(is_content(unit.key) for stretch in quotation.stretches for unit in stretch.units)


def _kind(
    quoted: Sequence[Quotation],
    gathering: Gathering,
    pair: Sequence[int],
    likeness: Likeness,
    settings: UtteranceSettings,
) -> str:
    one, other = (stated_together(quoted[index].setting for index in gathering.groups[number]) for number in pair)
    if clashing(one, other) & {"where", "day", "medium"}:
        return "other_occasion"
    return "doubtful" if likeness.overlap.run >= settings.block_words else "other_rendering"
