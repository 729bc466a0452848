"""What names stand for: their types, and which of them name one referent inside an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newstemma.annotate.gazetteer import (
    ADJECTIVAL,
    ALIASES,
    COMPANY_SUFFIXES,
    DEMONYMS,
    FEMALE_NAMES,
    FEMALE_WORDS,
    FORMS_OF_ADDRESS,
    KNOWN_ORGANIZATIONS,
    MALE_NAMES,
    MALE_WORDS,
    OPENERS,
    ORGANIZATION_HEADS,
    ORGANIZATION_NOUNS,
    PARTICLES,
    PARTISANS,
    PLACE_HEADS,
    PLACE_LEADS,
    PLACES,
    SPEECH_VERBS,
)
from newstemma.annotate.titles import apposition, office
from newstemma.annotate.words import Spotted, Word, given_name
from newstemma.model import EntityType, NamedSpan
from newstemma.settings.names import NameSettings
from newstemma.text.names import name_words

__all__ = ["Gender", "Referent", "gender_of", "name_key", "name_referents"]

Gender = str
"""M, F or the empty string where nothing tells."""

_ARTEFACTS = frozenset("act bill award prize war day index treaty accord agreement series cup games bowl test".split())
_LOCATIVES = frozenset("in near outside across inside".split())
_AFTER_SUBJECTS = SPEECH_VERBS | frozenset(
    """is was has had have will would could can may might must should in on at of for to and or but by with from as who
    which that also""".split()
)
_PLACES_HEARD = 8  # places of one name that are asked for its type
_LEADS = frozenset(["united states", "us", "uk", "american", "national"])
_TRADES = frozenset("giant rival subsidiary brewer chain supermarket exchange provider supplier vendor".split())
_STAFF = frozenset("executives customers shares employees fighters members militants shareholders subsidiary".split())
_MOVEMENTS = frozenset("campaign movement group coalition charity".split())
_FIGHTERS = frozenset("militants fighters insurgents rebels".split())
_PLACE_NOUNS = frozenset("town city state village province region district capital county island".split())


@dataclass(slots=True, eq=False)
class Referent:
    """One referent of an article while its mentions are gathered; `names` in order of first appearance."""

    type: EntityType
    tokens: tuple[str, ...]
    name: str
    names: list[Spotted] = field(default_factory=list)
    titles: dict[int, str] = field(default_factory=dict)
    gender: Gender = ""


def name_key(name: str) -> tuple[str, ...]:
    """Return the words of `name` that count inside one article, well-known short names written out.

    >>> name_key("The Osk Bank, Inc."), name_key("U.S.")
    (('osk', 'bank'), ('united', 'states'))
    """
    return name_words(ALIASES.get(name, name))


def gender_of(tokens: Sequence[str], described: Iterable[str]) -> Gender:
    """Return "M" or "F" by honorifics and roles in `described`, else by the first of the name's `tokens`.

    >>> gender_of(("ida", "osk"), ["spokesman"]), gender_of(("ida", "osk"), []), gender_of(("osk",), [])
    ('M', 'F', '')
    """
    words = {word.lower().strip(".,") for phrase in described for word in phrase.split()}
    male, female = bool(words & MALE_WORDS), bool(words & FEMALE_WORDS)
    if male == female:
        first = tokens[0] if len(tokens) > 1 else ""
        male, female = first in MALE_NAMES, first in FEMALE_NAMES
    return "" if male == female else "M" if male else "F"


def name_referents(
    sentences: Sequence[Sequence[Word]],
    names: Sequence[Spotted],
    encoded: Sequence[NamedSpan],
    settings: NameSettings,
) -> list[Referent]:
    """Return the referents of `names`, each with its fullest name, type and titles, by first appearance.

    What the encoder says about the type of a name at one place counts for all places of the same name.
    """
    told = {(name.span.start, name.span.end): name for name in encoded}
    offices = {name.start: office(sentences[name.sentence], name) for name in names}
    beside = {name.start: apposition(sentences[name.sentence], name) for name in names}
    forms: dict[tuple[str, ...], list[Spotted]] = defaultdict(list)
    for name in names:
        forms[name_key(name.text)].append(name)
    common = frozenset(word.text for words in sentences for word in words if word.small) | OPENERS
    votes = {key: _votes(printed, sentences, offices, beside, common) for key, printed in forms.items()}
    nobody: set[tuple[str, ...]] = set()  # names that the encoder reads as those of no person, body or place
    for key, printed in forms.items():
        shares = _encoded_votes(printed, told)
        for kind, share in shares.items():
            votes[key][kind] += round(settings.encoder_votes * share * len(printed[:_PLACES_HEARD]))
        if shares.get("other", 0.0) > settings.other_share:
            nobody.add(key)
    referents: list[Referent] = []
    index: dict[str, list[Referent]] = defaultdict(list)
    hosts: dict[tuple[str, ...], list[Referent]] = {}
    for key in sorted(forms, key=lambda key: (-len(key), forms[key][0].start)):
        kind = _decide(votes[key])
        candidates = {id(r): r for token in {*key, "".join(key)} for r in index[token]}
        found = [r for r in candidates.values() if key not in nobody and _same(key, kind, forms[key], r)]
        if not found:
            referent = Referent(kind, key, _best(forms[key]))
            referents.append(referent)
            for token in {*key, *_acronyms(referent)}:
                index[token].append(referent)
            found = [referent]
        hosts[key] = sorted(found, key=lambda r: (r.type != "person", min(n.start for n in forms[r.tokens])))
    _hand_out(names, hosts, offices, beside, nobody)
    return sorted((r for r in referents if r.names), key=lambda r: r.names[0].start)


def _hand_out(
    names: Sequence[Spotted],
    hosts: Mapping[tuple[str, ...], list[Referent]],
    offices: Mapping[int, str],
    beside: Mapping[int, str],
    nobody: Collection[tuple[str, ...]],
) -> None:
    """Give each name to its referent; of several with one surname to the one named last before."""
    for name in names:
        candidates = hosts[name_key(name.text)]
        if len(candidates) > 1 and name.honorific:
            gender = gender_of((), [name.honorific])
            candidates = [r for r in candidates if gender in {"", gender_of(r.tokens, [])}] or candidates
        # Who is told about most keeps the bare surname, unless another was named in this sentence or the one before.
        chosen = max(candidates, key=lambda r: _prominence(r, name)) if len(candidates) > 1 else candidates[0]
        chosen.names.append(name)
        if title := offices[name.start] or (beside[name.start] if chosen.type in {"person", "other"} else ""):
            chosen.titles[name.start] = title
            if chosen.type == "other" and name.text not in ADJECTIVAL and chosen.tokens not in nobody:
                chosen.type = "person"
    for referent in {id(r): r for group in hosts.values() for r in group}.values():
        described = [*referent.titles.values(), *(name.honorific for name in referent.names)]
        referent.gender = gender_of(referent.tokens, described) if referent.type == "person" else ""


def _prominence(referent: Referent, name: Spotted) -> tuple[float, int]:
    """Weigh how likely a bare surname means `referent`, one of several who bear it."""
    if not referent.names:
        return (0.0, -1)
    last = referent.names[-1]
    return (len(referent.names) + (3.0 if name.sentence - last.sentence <= 1 else 0.0), last.start)


def _best(names: Sequence[Spotted]) -> str:
    written = [name.text for name in names]
    mixed = [text for text in written if not (text.isupper() and len(text) > 5)]
    shouted = " ".join(word if len(word) <= 3 else word.capitalize() for word in written[0].split())
    best = max(mixed or [shouted], key=len)
    known = ALIASES.get(best, best)  # "United States of America" and "United States" are one name in every article
    return known if len(known.split()) < len(best.split()) else best


def _acronyms(referent: Referent) -> set[str]:
    """Return the short forms that the initials of an organisation's name allow."""
    if referent.type == "person" or len(referent.tokens) < 3:
        return set()
    initials = "".join(token[0] for token in referent.tokens)
    words = [word for word in referent.name.split() if word[0].isalpha()]
    full = "".join(word[0] for word in words if word[0].isupper() or word == "of").lower()
    return {
        initials,
        full,
        initials[1:] if len(initials) > 3 else initials,
        initials[2:] if len(initials) > 5 else full,
    }


def _same(key: tuple[str, ...], kind: EntityType, printed: Sequence[Spotted], referent: Referent) -> bool:
    """Tell whether the names `printed` are a shorter form of `referent`'s."""
    tokens = referent.tokens
    if printed[0].text in ADJECTIVAL and not any(name.title for name in printed):
        return False
    if "other" not in {kind, referent.type} and kind != referent.type:
        return False
    if len(key) == 1 and printed[0].text.isupper() and len(key[0]) > 2 and key[0] in _acronyms(referent):
        return True
    if len(key) >= len(tokens) or not _subsequence(key, tokens):
        return False
    if referent.type == "person":
        if key[0].upper() in {name.text for name in printed}:
            return False
        return key[-1] == tokens[-1] or key[0] == tokens[0]
    if referent.type == "place":
        return key == tokens[: len(key)] and tokens[-1] in PLACE_HEADS
    if referent.type == "other":
        return False
    if len(key) == 1:
        generic = len(tokens) == 2 and (tokens[1] in ORGANIZATION_HEADS or tokens[1] in COMPANY_SUFFIXES)
        return key[0] == tokens[0] and (
            generic
            or (
                referent.names == []
                and key[0] not in ORGANIZATION_HEADS
                and (printed[0].start > min((n.start for n in referent.names), default=printed[0].start))
            )
        )
    if tokens[-len(key) :] == key:
        lead = " ".join(tokens[: -len(key)])
        return (
            lead in {"united states", "us", "uk", "american", "national"}
            or lead.title() in PLACES
            or lead.title() in DEMONYMS
        )
    return key[0] == tokens[0] and key[-1] == tokens[-1]


def _subsequence(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(token in rest for token in short)


def _decide(votes: Counter[EntityType]) -> EntityType:
    order: tuple[EntityType, ...] = ("person", "organization", "place", "other")
    best = max(order, key=lambda kind: votes[kind])
    return best if votes[best] > 0 else "other"


def _votes(
    printed: Sequence[Spotted],
    sentences: Sequence[Sequence[Word]],
    offices: Mapping[int, str],
    beside: Mapping[int, str],
    common: frozenset[str],
) -> Counter[EntityType]:
    """Weigh what the name itself and the places where it stands say about its type."""
    name = next((name for name in printed if not name.text.isupper()), printed[0])
    votes = _own_votes(name, common)
    for name in printed[:_PLACES_HEARD]:
        words = sentences[name.sentence]
        first, last = name.at, name.last
        before = words[first - 1].lower if first else ""
        after = words[last + 1] if last + 1 < len(words) else None
        following = after.lower if after else ""
        if any(word.lower in FORMS_OF_ADDRESS or word.lower in PARTISANS for word in name.title):
            votes["person"] += 6
        elif offices[name.start]:
            votes["person"] += 4
        if beside[name.start]:
            votes["person"] += 2
        if before == "the" and (not following[:1].isalpha() or following in _AFTER_SUBJECTS):
            votes["organization"] += 1
            votes["person"] -= 4
        if before in ORGANIZATION_NOUNS or before in _TRADES or before.endswith(("maker", "builder")):
            votes["organization"] += 4
        if following in _MOVEMENTS and len(name.words) > 2:
            votes["organization"] += 12  # "the Save Our Harbor campaign"
        if before in _MOVEMENTS or following in _FIGHTERS:
            votes["organization"] += 40  # "the militant group Osk Dawn": the text itself says what it is
        if following in _STAFF:
            votes["organization"] += 2
        if before in _LOCATIVES:
            votes["place"] += 1
        if first > 1 and before == "of" and words[first - 2].lower in _PLACE_NOUNS:
            votes["place"] += 4
    return votes


def _encoded_votes(printed: Sequence[Spotted], told: Mapping[tuple[int, int], NamedSpan]) -> dict[EntityType, float]:
    """Return the shares of the types that the encoder gives to the places of one name, weighed by its confidence."""
    shares: dict[EntityType, float] = {}
    said = [one for name in printed if (one := told.get((name.start, name.end)))]
    total = sum(one.confidence for one in said)
    for one in said:
        shares[one.type] = shares.get(one.type, 0.0) + one.confidence / total
    return shares


def _own_votes(name: Spotted, common: frozenset[str]) -> Counter[EntityType]:
    """Weigh what the words of a name say about its type."""
    votes: Counter[EntityType] = Counter()
    text, words = name.text, name.words
    last = next((word.lower for word in reversed(words) if word.text != "."), "")
    first = words[0].lower
    if (
        text in ADJECTIVAL
        or first in {"hurricane", "operation", "typhoon"}
        or (words[-1].text in DEMONYMS and len(words) == 2)
        or last in PARTISANS
        or last in _ARTEFACTS
    ):
        votes["other"] += 9
    if text in PLACES or (len(words) > 1 and last in PLACE_HEADS):
        votes["place"] += 9
    elif len(words) > 1 and first in PLACE_LEADS and last not in ORGANIZATION_HEADS and not given_name(first):
        votes["place"] += 4
    if text in KNOWN_ORGANIZATIONS or last in COMPANY_SUFFIXES:
        votes["organization"] += 8
    if last in ORGANIZATION_HEADS or (any(w.text in {"of", "for", "&"} for w in words) and votes["place"] <= 0):
        votes["organization"] += 4 if len(words) > 1 else 1
    if len(words) == 1 and 2 <= len(text) <= 6 and text.isupper() and text.replace(".", "").isalpha():
        votes["organization"] += 2
    if len(words) > 1 and given_name(words[0].text) and last not in ORGANIZATION_HEADS:
        votes["person"] += 5
    elif 2 <= len(words) <= 4 and not votes and all(_plain(word, common) for word in words):
        votes["person"] += 1
    if any(letter.isupper() for letter in text[1:]) and len(words) == 1 and not text.isupper():
        votes["organization"] += 1
    return votes


def _plain(word: Word, common: frozenset[str]) -> bool:
    """Tell whether `word` has the shape of a part of a person's name, and is no word that the text uses otherwise."""
    if word.text in PARTICLES or word.lower in common:
        return word.text in PARTICLES
    letters = word.text.replace("-", "").replace("'", "").replace("’", "")
    return word.text == "." or (letters.isalpha() and (len(letters) == 1 or not letters.isupper()))
