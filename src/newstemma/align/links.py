"""Evidence that two quotations are pieces of one utterance: shared words, containment, neighbourhood, occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from newstemma.align.clashes import same_setting, stated
from newstemma.align.fragments import is_content
from newstemma.align.joining import Link, Union
from newstemma.align.overlaps import Overlap, contains
from newstemma.align.quotations import Quotation, one_voice
from newstemma.model import EntityType
from newstemma.settings.utterances import UtteranceSettings
from newstemma.text.stems import stem

__all__ = ["beside", "by_words", "copies", "echoes", "same_occasion", "short_fragments", "supported"]


def copies(quoted: Sequence[Quotation]) -> list[Link]:
    """Link what stands at one place of articles with the same text."""
    first: dict[tuple[str, int, int], int] = {}
    links = []
    for index, quotation in enumerate(quoted):
        start, end = quotation.stretches[0], quotation.stretches[-1]
        place = (start.edition, start.units[0].start, end.units[-1].end)
        known = first.setdefault(place, index)
        if known != index and quoted[known].speaker == quotation.speaker:
            links.append(Link(0, -float("inf"), known, index, 1.0, quotation.words, by_words=True))
    return links


def by_words(
    quoted: Sequence[Quotation],
    pair: tuple[int, int],
    shared: Overlap,
    types: Mapping[str, EntityType],
    settings: UtteranceSettings,
) -> Link | None:
    """Return the link that shared words make, if they are enough for what is known of the two speakers."""
    one, other = quoted[pair[0]], quoted[pair[1]]
    if one.speaker and one.speaker == other.speaker:
        least = settings.identity
        # Two content words may be a name that everybody prints ("the United States"), unless nothing else is quoted.
        enough = (shared.matched >= settings.short_words and shared.content >= 3) or (
            shared.run > settings.short_words and shared.contained
        )
    elif not one.speaker or not other.speaker:
        least = settings.identity_unknown
        enough = shared.matched > settings.short_words + 1 and shared.content >= 3
        enough = enough and not _cited(one, other, shared)
    else:
        least = settings.identity_unknown
        kinds = {types.get(one.speaker, "other"), types.get(other.speaker, "other")}
        spokesman = len(kinds) == 2 and "organization" in kinds
        enough = (
            shared.run >= (settings.run_spokesman if spokesman else settings.run_any_speaker)
            or (shared.matched >= settings.run_spokesman and shared.content >= settings.content_any_speaker)
            or _contained(one, other, shared, settings)
        ) and not _cited(one, other, shared)
    if not enough or shared.identity < least:
        return None
    weight = shared.identity * min(shared.matched, 40)
    return Link(0, -weight, *pair, shared.identity, shared.run, by_words=True)


def _contained(one: Quotation, other: Quotation, shared: Overlap, settings: UtteranceSettings) -> bool:
    """Tell whether the shorter of two quotations stands in the other and is hardly what many say.

    A few words inside the narrator's sentence may be a slogan.
    """
    whole = min(one, other, key=lambda quotation: quotation.words).whole
    content = 3 if whole else settings.content_any_speaker
    return shared.contained and shared.run >= settings.run_contained and shared.content >= content


def _cited(one: Quotation, other: Quotation, shared: Overlap) -> bool:
    """Tell whether one of the two has the shared words in inner quotation marks: its speaker cites somebody."""
    first, last = shared.blocks[0], shared.blocks[-1]
    ends = (first.a, last.a + last.size - 1), (first.b, last.b + last.size - 1)
    for quotation, (start, end) in zip((one, other), ends, strict=True):
        for stretch in quotation.stretches:
            if start > 0 and end < len(stretch.units) - 1:
                opened, closed = stretch.glue[start - 1].rstrip(), stretch.glue[end].strip()
                if opened[-1:] in _OPENING and any(mark in _CLOSING for mark in closed):
                    return True
    return False


_OPENING, _CLOSING = frozenset("‘“'\"«„"), frozenset("’”'\"»“")


def supported(links: list[Link]) -> list[Link]:
    """Sort links: of two that are equally strong, the one comes first whose ends agree with more third quotations."""
    near: dict[int, set[int]] = defaultdict(set)
    for link in links:
        near[link.one].add(link.other)
        near[link.other].add(link.one)
    return sorted(
        links, key=lambda link: (round(link.weight, 6), -len(near[link.one] & near[link.other]), link.one, link.other)
    )


def short_fragments(quoted: Sequence[Quotation], union: Union, settings: UtteranceSettings) -> list[Link]:
    """Link fragments of a few words to their equals and to the only group of their speaker that contains them."""
    printed: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)  # who quotes these very words
    for index, quotation in enumerate(quoted):
        if quotation.speaker:
            for keys in dict.fromkeys(stretch.keys for stretch in quotation.stretches):
                printed[quotation.speaker, keys].append(index)
    where: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for speaker, keys in sorted(printed):
        for word in dict.fromkeys(keys):
            where[speaker, word].append(keys)
    first: dict[tuple[str, tuple[str, ...]], int] = {}
    longer: dict[tuple[str, tuple[str, ...]], dict[int, int]] = {}  # groups with these words among more
    links = []
    for index, quotation in enumerate(quoted):
        keys, speaker = _lone_keys(quotation, settings), quotation.speaker
        if not keys or not speaker:
            continue
        equal = first.setdefault((speaker, keys), index)
        if union.longest[union.root(index)] > len(keys):
            continue
        hosts = [equal] if equal != index else []
        if (speaker, keys) not in longer:
            rarest = min(filter(is_content, keys), key=lambda word: (len(where[speaker, word]), word))
            texts = [text for text in where[speaker, rarest] if contains(text, keys)]
            around = (host for text in texts for host in printed[speaker, text] if quoted[host].words > len(keys))
            longer[speaker, keys] = {union.root(host): host for host in around}
        if len(longer[speaker, keys]) == 1:
            hosts += longer[speaker, keys].values()
        links += [Link(1, -float(len(keys)), index, host, 0.8, len(keys), by_words=False) for host in hosts]
    return sorted(links)


def _lone_keys(quotation: Quotation, settings: UtteranceSettings) -> tuple[str, ...]:
    """Return the words of a quotation that is a short fragment with content in it, else nothing."""
    if len(quotation.stretches) != 1:
        return ()
    keys = quotation.stretches[0].keys
    content = [word for word in keys if is_content(word)]
    if not content or len(keys) > settings.short_words:
        return ()
    if len(keys) == 1 and len(keys[0]) < settings.lone_word_letters:
        return ()
    return keys


def beside(quoted: Sequence[Quotation], settings: UtteranceSettings) -> list[Link]:
    """Link quotations of one speaker that an article prints side by side, as one statement continued."""
    links = []
    for (i, one), (j, other) in pairwise(enumerate(quoted)):
        if one.attribution.article != other.attribution.article or not one_voice(one, other):
            continue
        distance = other.paragraph - one.paragraph
        continued = other.whole and (other.carries_on or one.leads_on)
        anew = other.apart or (distance > 0 and _sets_out_anew(one, other))
        if not other.runs_on and (anew or not (_carried_on(one, other) or distance <= (2 if continued else 1))):
            continue
        if distance == 0:
            least = settings.neighbour_words if one.whole or other.whole else settings.listed_words
            near = max(one.words, other.words) >= least
        else:
            near = continued or all(item.whole or item.words >= settings.partial_words for item in (one, other))
        if near or other.runs_on:
            links.append(Link(2 + distance, 0.0, i, j, 0.8 - 0.1 * distance, 0, by_words=False))
    return sorted(links)


def _carried_on(one: Quotation, other: Quotation) -> bool:
    """Tell whether the narrator goes on, from one quotation to the other, reporting one statement."""
    own = other.setting.circumstances
    return other.bridged and all(one.setting.values(item.kind) & {item.value} for item in own)


def _sets_out_anew(one: Quotation, other: Quotation) -> bool:
    """Tell whether the narrator gives `other` an occasion and none of that is what he gives `one` before it.

    A lone day or medium may belong to the whole passage; two circumstances are an occasion.
    """
    kinds = [kind for kind in ("when", "where", "medium") if other.setting.values(kind)]
    return len(kinds) > 1 and not any(other.setting.values(kind) & one.setting.values(kind) for kind in kinds)


def same_occasion(quoted: Sequence[Quotation]) -> list[Link]:
    """Link quotations of one speaker whose articles state the same place, day and medium."""
    settings = [stated(quotation.setting) for quotation in quoted]
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, quotation in enumerate(quoted):
        if not quotation.speaker or not quotation.setting.times:
            continue
        for medium in sorted(settings[index].media):
            for place in sorted(quotation.setting.values("where")):
                alike[quotation.speaker, medium, place].append(index)
    return sorted(
        Link(5, 0.0, one, other, 0.6, 0, by_words=False)
        for indices in alike.values()
        for one, other in pairwise(indices)
        if same_setting(settings[one], settings[other])
    )


def echoes(quoted: Sequence[Quotation], settings: UtteranceSettings) -> list[Link]:
    """Link quotations of one speaker in one article that speak of the same things, with no new occasion in between."""
    voiced: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for index, quotation in enumerate(quoted):
        if quotation.speaker and not quotation.apart:
            voiced[quotation.attribution.article, quotation.speaker, quotation.course].append(index)
    links = []
    for indices in voiced.values():
        words = {index: _things(quoted[index]) for index in indices}
        for one, other in combinations(indices, 2):
            shared, fewest = len(words[one] & words[other]), min(len(words[one]), len(words[other]))
            if shared >= max(settings.echo_words, settings.echo_share * fewest):
                links.append(Link(6, -float(shared), one, other, 0.6, 0, by_words=False))
    return sorted(links)


def _things(quotation: Quotation) -> frozenset[str]:
    """Return the content words of a quotation, by their stems."""
    return frozenset(stem(key) for stretch in quotation.stretches for key in stretch.keys if is_content(key))
