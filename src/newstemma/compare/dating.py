"""What a time expression dates: the verb, or the noun of an event, that it belongs to in its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newstemma.compare.event_terms import STOP_WORDS, is_event, is_listed, term_of
from newstemma.model import Span

__all__ = ["LIGHT_VERBS", "base_of", "dated"]

_PIECE = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,:]*\d|\d|[,;:—–()\"“”.?!]")
_BEFORE = 14  # words in front of a time among which its verb is sought
_AFTER = 12  # words behind one that opens its clause
_HEAD = 4  # words behind a time in which the noun stands that it is put before: "Monday's first meeting"
_FAR = 200  # characters to each side that are read at all
_DETERMINERS = frozenset("a an the its his her their our my this that".split())
_AUXILIARIES = frozenset(
    """is are was were be been being am has have had will would can could may might must should shall do does did to
    gets got not never also""".split()
)
_LEADS = _AUXILIARIES | frozenset("which who it he she they we you".split())  # what stands right before a verb
# Where a clause ends that a time belongs to; what happens "while" something else does happens on the same day.
_BOUNDS = frozenset(
    """that who whom which whose where after before since until till because although though but if unless than whether
    why how what following amid""".split()
)
_SAME_TIME = frozenset("while when as".split())
_STOPS = frozenset(';:—–()"“”.?!')
_PAST = {
    "called": "call", "named": "name",
    "bought": "buy", "built": "build", "caught": "catch", "chose": "choose", "cut": "cut", "died": "die",
    "drew": "draw", "drove": "drive", "fell": "fall", "fled": "flee", "flew": "fly", "flown": "fly", "fought": "fight",
    "froze": "freeze", "held": "hold", "hit": "hit", "hung": "hang", "kept": "keep", "knew": "know", "lent": "lend",
    "left": "leave", "lost": "lose", "met": "meet", "paid": "pay", "quit": "resign", "ran": "run", "rose": "rise",
    "sank": "sink", "saw": "see", "sent": "send", "shut": "shut", "sold": "sell", "sought": "seek", "spent": "spend",
    "spoke": "speak", "stole": "steal", "struck": "strike", "sued": "sue", "swore": "swear", "taught": "teach",
    "threw": "throw", "withdrew": "withdraw", "won": "win", "wrote": "write", "wed": "wed", "grew": "grow",
}  # fmt: skip
# Verbs that say little by themselves: the noun after them says what happened.
LIGHT_VERBS = frozenset(
    """said says say told tells added adds made makes make took takes take gave gives went goes go came comes come got
    gets get became becomes become put puts set did does do had have has was were is are been be let held hold holds
    conducted conduct issued issue carried carry reported report seemed appeared expected planned based""".split()
)
# What is spoken of need not happen when it is.
_ABOUT = frozenset(
    """reported report discussed described denied criticized criticised condemned defended welcomed mentioned warned
    slammed praised blamed urged recalled predicted""".split()
)
_PHRASAL = {
    ("step", "down"): "resign", ("step", "aside"): "resign", ("stand", "down"): "resign", ("stood", "down"): "resign",
    ("hand", "over"): "release", ("set", "free"): "release", ("made", "public"): "disclose",
    ("make", "public"): "disclose",
    ("let", "go"): "release", ("gave", "up"): "quit", ("broke", "out"): "outbreak",
}  # fmt: skip


_UNREAL = frozenset("will would to can could may might should must shall is are".split())


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


def base_of(verb: str) -> str:
    """Return the plain form of a verb whose past is irregular; any other word as it is.

    >>> base_of("held"), base_of("opened")
    ('hold', 'opened')
    """
    return _PAST.get(verb, verb)


def dated(text: str, sentence: Span, time: Span) -> dict[str, Span]:
    """Return the events that `time`, an expression in `sentence`, dates: as terms, with where each is printed.

    >>> text = "The mayor, who resigned in May, will meet Moss on Friday."
    >>> sentence = Span("a", 0, len(text))
    >>> list(dated(text, sentence, Span("a", 27, 30))), list(dated(text, sentence, Span("a", 50, 56)))
    (['dismiss'], ['to meet'])

    A time dates the nearest verb before it in its clause, the events named by nouns on the way, and the main verb where
    the clause says what went on meanwhile. One that is put before a noun ("Friday's vote") dates that noun; one that
    opens a clause, or stands before its verb, dates the verb that follows. What is yet to happen, or may, has "to "
    before its term.
    """
    before = _pieces(text, max(sentence.start, time.start - _FAR), time.start)
    after = _pieces(text, time.end, min(sentence.end, time.end + _FAR))
    found = _events(before, after, text[time.end : time.end + 2])
    return {term: Span(time.article, piece.start, piece.end) for term, piece in found.items()}


def _events(before: Sequence[_Piece], after: Sequence[_Piece], joint: str) -> dict[str, _Piece]:
    """Return the events that a time between two runs of pieces dates; `joint` are the characters right behind it."""
    if before and before[-1].lower in ("since", "until"):
        return {}  # what went on then began, or ended, at another moment
    possessive = joint in ("'s", "’s")
    if possessive or (before and before[-1].lower in _DETERMINERS):
        return _head(after[1:] if possessive and after and after[0].lower == "s" else after)
    return _verb_at_once(after) or _backwards(before) or (_opened(after) if _opens(before) else {})


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    return [_Piece(m.start(), m.end(), m.group(), m.group().lower()) for m in _PIECE.finditer(text, start, end)]


def _term(pieces: Sequence[_Piece], at: int) -> str:
    """Return the term of the event that a verb or a noun names."""
    word = pieces[at].lower
    following = pieces[at + 1].lower if at + 1 < len(pieces) else ""
    base = base_of(word)
    lead = {each.lower for each in pieces[max(0, at - 2) : at]}
    phrase = next((_PHRASAL[form, following] for form in (word, term_of(word)) if (form, following) in _PHRASAL), base)
    # "Is to resign" and "resigned" are told of one event only by those who know what came of it.
    return ("to " if lead & _UNREAL else "") + term_of(phrase)


def _is_verb(pieces: Sequence[_Piece], at: int) -> bool:
    """Tell whether a word has the form and the place of a verb."""
    piece = pieces[at]
    if not piece.is_word or piece.text[0].isupper():
        return False
    word, previous = piece.lower, pieces[at - 1].lower if at else ""
    if previous in _DETERMINERS:
        return False
    if word in LIGHT_VERBS or word in _PAST:
        return True
    if word.endswith("ed") and len(word) > 4 and is_event(word):
        return True
    if word.endswith("ing") and is_event(word):
        return previous in _SAME_TIME or previous in _AUXILIARIES
    return previous in _LEADS and word not in STOP_WORDS and word not in _AUXILIARIES and not word.endswith("ly")


def _names_event(piece: _Piece) -> bool:
    return piece.is_word and piece.lower not in STOP_WORDS and is_listed(piece.lower)


def _carries(piece: _Piece) -> bool:
    return piece.lower not in LIGHT_VERBS


def _head(after: Sequence[_Piece]) -> dict[str, _Piece]:
    """Return the event of the noun that a time is put before: "Friday's vote", "a Friday vote"."""
    for piece in after[:_HEAD]:
        if not piece.is_word or piece.lower in _BOUNDS or piece.lower in STOP_WORDS:
            break
        if _names_event(piece):
            return {term_of(piece.lower): piece}
    return {}


def _verb_at_once(after: Sequence[_Piece]) -> dict[str, _Piece]:
    """Return the event of a verb right behind the time: "on Friday resigned"."""
    for at, piece in enumerate(after[:2]):
        if piece.lower.endswith("ly"):
            continue
        if _is_verb(after, at) and (piece.lower.endswith("ed") or piece.lower in _PAST):
            return {_term(after, at): piece}
        break
    return {}


def _backwards(before: Sequence[_Piece]) -> dict[str, _Piece]:
    """Return the events before a time in its clause, the nearest first."""
    found: dict[str, _Piece] = {}
    at, last, main = len(before) - 1, max(0, len(before) - _BEFORE), False
    while at >= last:
        piece = before[at]
        if piece.text in _STOPS or piece.lower in _BOUNDS or (piece.text in (",", "and") and found):
            break
        if _is_verb(before, at):
            if piece.lower in _ABOUT:
                found.clear()
            if _carries(piece):
                found.setdefault(_term(before, at), piece)
            meanwhile = _meanwhile(before, at)
            if main or meanwhile is None:
                break
            at, last, main = meanwhile, max(0, meanwhile - _BEFORE), True
        elif _names_event(piece):
            found.setdefault(term_of(piece.lower), piece)
        at -= 1
    return found


def _meanwhile(before: Sequence[_Piece], verb: int) -> int | None:
    """Return where, right before a verb or its subject, the word stands that says it went on at the same time."""
    for at in range(verb - 1, max(-1, verb - 1 - _HEAD), -1):
        if before[at].lower in _SAME_TIME:
            return at
        if not before[at].is_word or before[at].lower in _BOUNDS:
            break
    return None


def _opens(before: Sequence[_Piece]) -> bool:
    """Tell whether a time opens its clause."""
    words = [piece for piece in before if piece.lower not in ("on", "in", "at", "by", "since", "late", "early")]
    return not words or not words[-1].is_word or words[-1].lower in (*_BOUNDS, *_SAME_TIME, "and")


def _opened(after: Sequence[_Piece]) -> dict[str, _Piece]:
    """Return the event of the first verb behind a time that opens its clause."""
    for at, piece in enumerate(after[:_AFTER]):
        if piece.text in _STOPS or (piece.lower in _BOUNDS and piece.lower != "than" and at):
            break
        if _is_verb(after, at) and _carries(piece) and not (after[at + 1 : at + 2] and piece.lower in _AUXILIARIES):
            return {_term(after, at): piece}
    return {}
