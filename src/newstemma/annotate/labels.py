"""Words in marks that are mentioned rather than said: names, titles, labels, scare quotes."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.annotate.governors import Governor
from newstemma.annotate.narration import Passage
from newstemma.settings.quotations import QuotationSettings

__all__ = ["is_label"]

# Words right before the marks after which a name, a title or a word as such follows.
_INTRODUCES = frozenset(
    """so-called named titled entitled nicknamed known word words term phrase letter letters means meaning
    translates headlined tagged hashtag domain website site app song book film movie show album series magazine
    novel play episode category column memoir biography essay poem documentary podcast ad sitcom musical track
    single painting sign signs""".split()
)
# Verbs that name a thing when the marks follow directly, unless "what" stands before their subject ("what she called").
_NAMES = frozenset("called labeled labelled dubbed branded termed titled entitled named christened nicknamed".split())
_SHOWN = frozenset(
    """show program programme series podcast magazine newsletter column segment host app website site film movie
    documentary album song book novel campaign tour movement game segment franchise""".split()
)
# What a catchphrase names, in capitals or not: the “two strikes” policy.
_RULES = frozenset("policy policies law laws act rule rules bill doctrine principle amendment ordinance clause".split())
_DEFINITE = frozenset("the this that these those its their his her".split())
_SMALL = frozenset("a an and at by for from in is of on or the to with as".split())


def is_label(
    passage: Passage, place: int, words: Sequence[str], governor: Governor | None, settings: QuotationSettings
) -> bool:
    """Tell whether the quotation at `place` is a name, a title or a word that is mentioned.

    `governor` is the cue that stands before it, if any.
    """
    pieces = passage.pieces
    first = max(1, place - 20)
    while place > first and pieces[place - 1].lower in ("and", "or", ",") and pieces[place - 2].quote >= 0:
        place -= 2  # one of several labels
    before = pieces[place - 1] if place > 0 and not pieces[place - 1].last else None
    earlier = pieces[place - 2].lower if place > 1 else ""
    adjacent = governor is not None and governor.end == place
    if before is not None and len(words) <= settings.title_words:
        word = before.lower
        if word in _NAMES or (word == "as" and earlier in ("known", "translates", "tagged")):
            following = pieces[place + 1].lower if place + 1 < len(pieces) else ""
            judged = any(piece.lower in ("what", "which") for piece in pieces[max(0, place - 8) : place])
            return not judged and following != "by"
        if word in _INTRODUCES and not adjacent and earlier not in ("his", "her", "their"):
            return True
        if word == "to" and earlier == "according":
            return True
        if word in _DEFINITE and _names_what_follows(passage, place, words, governor):
            return True
    if governor is not None and governor.cue.frame == "as" and place - governor.end <= 8:
        between = {piece.lower for piece in pieces[governor.end : place]}
        return bool(between & {"itself", "themselves"}) and _title_case(words)
    if words and words[-1][-1:] in ".!?" and len(words) > 3 and not _title_case(words):
        return False
    if len(words) < 2 or len(words) > settings.title_words or adjacent or not _title_case(words):
        return False
    if before is not None and before.text == "," and earlier in _INTRODUCES:
        return True
    return before is None or before.text not in (":", ",") or governor is None


def _names_what_follows(passage: Passage, place: int, words: Sequence[str], governor: Governor | None) -> bool:
    """Whether the marks stand between "the" and a noun: the “Morning” show, said the “fix” had failed."""
    pieces = passage.pieces
    if place + 1 >= len(pieces) or pieces[place].last or not pieces[place + 1].is_word or pieces[place + 1].capital:
        return False
    if pieces[place + 1].lower in _SHOWN and _title_case(words):
        return True
    if pieces[place + 1].lower in _RULES and len(words) > 1:
        return True
    return (
        len(words) == 1
        and governor is not None
        and governor.kind == "verb"
        and governor.cue.frame == "clause"
        and (all(piece.lower == "that" for piece in pieces[governor.end : place - 1]))
    )


def _title_case(words: Sequence[str]) -> bool:
    """Whether all words but the small ones begin with a capital letter or a figure."""
    plain = [word.strip("“”‘’\"'.,!?()[]") for word in words]
    telling = [word for word in plain if word and word.lower() not in _SMALL]
    return bool(telling) and len(telling) * 2 > len(plain) - 1 and all(not word[0].islower() for word in telling)
