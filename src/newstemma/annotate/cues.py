"""Words that report speech, writing or belief, with the constructions that each takes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

__all__ = ["CUES", "Cue", "Form", "Frame"]

Frame = Literal["clause", "that", "quote", "as", "order"]
Form = Literal["base", "present", "past", "participle", "perfect"]


class Cue(NamedTuple):
    """One form of a verb that reports.

    `frame` is the fullest construction that it takes: "clause" a clause, with or without "that", and all that "quote"
    takes; "that" a clause with "that" alone; "quote" the words themselves ("gushed: …"); "as" a thing and what it is
    called ("called it …", "described it as …"); "order" somebody and what they should do. `noun` says that the form is
    also a common noun.
    """

    lemma: str
    form: Form
    frame: Frame
    noun: bool = False


_CLAUSE = """
    say tell add claim argue note write explain announce believe think warn confirm admit state report
    acknowledge declare maintain assert contend suggest stress predict allege conclude reveal insist reiterate
    concede recall remark observe emphasize emphasise caution assure inform complain estimate testify tweet
    retweet post respond reply counter promise vow pledge swear agree disagree hint imply speculate guess boast
    brag joke lament mention clarify reckon affirm reaffirm attest deny dispute disclose relate retort surmise
    theorize theorise posit proclaim profess protest rejoin repeat charge worry advise underscore underline
    message email text grumble insinuate intimate marvel confide reason rebut concur gloat
"""
_THAT = """
    indicate suspect doubt fear hope expect feel know understand realize realise signal show propose recommend
    demand decide determine rule project forecast point find learn wish request
"""
_QUOTE = """
    ask wonder gush quip shout yell cry scream exclaim whisper mutter sigh laugh continue begin conclude finish
    chant sing read answer interject interrupt opine muse urge plead beg snap bark bellow roar croak sneer scoff
    thunder fume rage rail vent crow chime cheer enthuse rave recount recite narrate inquire query comment blog
    summarize summarise elaborate stammer stutter deadpan wisecrack jest tease chide scold admonish berate
    lecture preach intone volunteer jeer boom mouth
    holler shriek hiss moan groan whine gripe ponder bemoan drawl mumble
"""
_AS = """
    call describe praise dub label brand slam hail characterize characterise dismiss denounce decry condemn
    criticize criticise deride mock ridicule tout laud applaud commend portray depict deem blast bash lambast
    lambaste rip reject welcome defend accuse attack assail term cite quote refer compare liken declare
    pronounce oppose thank congratulate
"""
_ORDER = """
    order instruct direct command urge request require authorize authorise call implore beseech exhort encourage
    challenge invite discuss consider seek
"""
_IRREGULAR = {
    "say": ("says", "said", "said"), "tell": ("tells", "told", "told"), "write": ("writes", "wrote", "written"),
    "think": ("thinks", "thought", "thought"), "swear": ("swears", "swore", "sworn"), "feel": ("feels", "felt", "felt"),
    "know": ("knows", "knew", "known"), "understand": ("understands", "understood", "understood"),
    "forecast": ("forecasts", "forecast", "forecast"), "begin": ("begins", "began", "begun"),
    "find": ("finds", "found", "found"), "sing": ("sings", "sang", "sung"), "read": ("reads", "read", "read"),
    "seek": ("seeks", "sought", "sought"), "show": ("shows", "showed", "shown"),
}  # fmt: skip
_DOUBLING = frozenset("admit brag begin quip dub slam blog rip".split())
_NOUNS = frozenset(
    """answer attack blast blog boast brand call cast challenge charge cheer claim command comment counter cry demand
    direct doubt email estimate fear find forecast guess hint hope joke label laugh lecture message note order pledge
    point post project promise protest query quote rage recall remark reply report request rule scream shout show sigh
    signal slam state term text tweet vow welcome whisper wish wonder worry""".split()
)
_VOWELS = "aeiou"


def _forms(lemma: str) -> tuple[tuple[str, Form], ...]:
    if lemma.endswith("e"):
        present, past, participle = lemma + "s", lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        present, past, participle = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    else:
        stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
        present = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past, participle = stem + "ed", stem + "ing"
    perfect = past
    if lemma in _IRREGULAR:
        present, past, perfect = _IRREGULAR[lemma]
    return (lemma, "base"), (present, "present"), (perfect, "perfect"), (past, "past"), (participle, "participle")


def _lexicon() -> Mapping[str, Cue]:
    lexicon: dict[str, Cue] = {}
    groups: tuple[tuple[str, Frame], ...] = (
        (_ORDER, "order"), (_AS, "as"), (_QUOTE, "quote"), (_THAT, "that"), (_CLAUSE, "clause"),
    )  # fmt: skip
    for words, frame in groups:  # later groups win: they take more constructions
        for lemma in words.split():
            for form, kind in _forms(lemma):
                lexicon[form] = Cue(lemma, kind, frame, lemma in _NOUNS and kind in ("base", "present"))
    return MappingProxyType(lexicon)


CUES: Mapping[str, Cue] = _lexicon()
"""All forms of all reporting verbs, in lower case."""
