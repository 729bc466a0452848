"""Words of the news for one kind of event or one kind of person, and the form under which words are compared."""

from __future__ import annotations

from newstemma.text.stems import stem

__all__ = ["GROWING", "STOP_WORDS", "is_event", "is_listed", "kind_of", "term_of"]

_EVENTS = {
    "die": "die died dies dying dead death deaths kill kills killed killing perish perished slain fatality fatalities "
    "toll lives murder murdered murders slaughtered massacred",
    "injure": "injure injured injuries injury injuring wound wounded wounding wounds hurt hospitalized hospitalised",
    "arrest": "arrest arrested arresting arrests detain detained detaining detention detentions apprehended custody "
    "rounded jailed imprisoned imprison incarcerate incarcerated",
    "kidnap": "kidnap kidnapped kidnapping kidnappings abduct abducted abducting abduction abductions seized snatched",
    "free": "free freed freeing freedom release released releasing releases liberate liberated liberation handover",
    "captive": "captive captives captivity missing unaccounted remain remains remained remaining",
    "escape": "escape escaped escapes escaping flee fled fleeing fleed",
    "displace": "displace displaced displacing displacement homeless uprooted evacuate evacuated evacuation evacuees",
    "affect": "affect affected affecting affects impact impacted exposed compromised hit breached hacked stolen steal "
    "stole accessed leaked",
    "rescue": "rescue rescued rescues rescuing saved",
    "protest": "protest protested protesting protesters protests demonstrate demonstrated rally rallied march marched",
    "deport": "deport deported deporting deportation deportations expel expelled expulsion",
    "dismiss": "fired sacked dismissed dismissal layoff layoffs redundancy resign resigned resigns resignation retire "
    "retired retirement ousted",
    "say": "announce announced announces announcement post posted posting posts tweet tweeted statement wrote write "
    "writes interview",
    "find": "find found finds discover discovered discovery discovers learned detect detected",
    "offer": "offer offered offers offering propose proposed proposal proposals",
    "meet": "meet met meeting meetings meets talks hosted hosting host summit",
    "disclose": "disclose disclosed disclosure reveal revealed revealing",
    "shoot": "shoot shot shooting shootings gunfire opened",
    "strike": "strike strikes struck airstrike airstrikes bombing bombed bomb attack attacked attacks",
    "begin": "begin began begun beginning start started starting launched launch open opened opening",
    "testify": "testify testified testifying testimony hearing hearings",
    "cost": "cost costs costing price priced worth valued value",
    "raise": "raise raised raising donated donations donation fund funding",
    "vote": "vote voted votes voting ballot ballots",
    "sign": "sign signed signing signature signatures signatory signatories",
    "sell": "sell sold selling sells sale sales",
    "buy": "buy bought buying purchase purchased acquire acquired acquisition",
}
_KINDS = {
    "person": "person individual human resident citizen american briton brit european civilian victim body life soul "
    "other inhabitant passenger",
    "customer": "customer consumer client subscriber user member shopper account",
    "migrant": "migrant immigrant refugee asylum-seeker alien deportee",
    "child": "child kid minor infant baby girl boy schoolgirl schoolboy schoolchild pupil student teenager",
    "fighter": "fighter militant insurgent rebel gunman terrorist jihadist extremist",
    "prisoner": "prisoner inmate detainee captive hostage",
    "worker": "worker employee staff staffer job position",
    "officer": "officer police policeman trooper",
    "soldier": "soldier troop marine",
    "protester": "protester demonstrator marcher protestor",
    "home": "home house household dwelling",
    "vehicle": "vehicle car truck automobile",
    "death": "death fatality dead",
    "woman": "woman lady",
    "man": "man guy",
}
_PERSONS = frozenset(
    "customer migrant child fighter prisoner worker officer soldier protester death woman man person".split()
)
STOP_WORDS = frozenset(
    """a an the and or but nor so yet if as at by for from in into of off on onto out over per than to toward under up
    upon with within without about above across after against along among around before behind below between beyond
    during except inside like near outside since through until while i you he she it we they me him her us them my your
    his its our their this that these those who whom whose which what when where why how is am are was were be been
    being has have had having do does did doing will would shall should can could may might must not no also too very
    just only even still already then there here now more most many much some any all both each every other another
    said say says saying told tell tells added adds asked according one two three first last new year years month months
    week weeks day days monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december night morning afternoon evening today yesterday mr mrs ms dr s t u.s us
    including included include been percent per cent million billion thousand hundred time times people mile miles km
    kilometer kilometers kilometre kilometres meter meters metre metres foot feet inch inches mph kph kg kilogram
    number numbers rise rises rose risen rising grew grown climbed jumped increased
    kilograms pound pounds ton tons tonne tonnes dollar dollars euro euros acre acres hectare hectares""".split()
)
"""Words that say nothing about what a number or a time belongs to."""
GROWING = frozenset("die injure arrest displace affect captive rescue escape sign".split())
"""Events whose count grows, or is corrected, while a story goes on."""
# Words of publishing, and words in -ed and -ing that are prepositions, adjectives or nouns.
_NO_EVENTS = frozenset(
    """published publishing updated pictured related regarding concerning following according belonging evening morning
    building nothing something anything everything united alleged supposed so-called hundred wedding amazing interesting
    ongoing remaining existing leading living former based named called used""".split()
)
_EVENT_OF = {word: event for event, words in _EVENTS.items() for word in words.split()}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def term_of(word: str) -> str:
    """Return the form under which a word is compared: its event, or what its inflected forms have in common.

    >>> term_of("Abducted") == term_of("kidnapping"), term_of("prisons"), term_of("planned")
    (True, 'prison', 'plan')
    """
    return _EVENT_OF.get(word.lower()) or stem(word)


def is_event(word: str) -> bool:
    """Tell whether a lower-case word names an event: one that is listed, or a participle.

    >>> is_event("arrests"), is_event("boarded"), is_event("table")
    (True, True, False)
    """
    if word in _EVENT_OF:
        return True
    return len(word) > 5 and word.endswith(("ed", "ing")) and word not in STOP_WORDS and word not in _NO_EVENTS


def is_listed(word: str) -> bool:
    """Tell whether a lower-case word is one of the listed words for events.

    >>> is_listed("arrests"), is_listed("boarded")
    (True, False)
    """
    return word in _EVENT_OF


def kind_of(noun: str) -> tuple[str, bool]:
    """Return the kind of thing that a singular noun counts, and whether it is a sort of person.

    >>> kind_of("consumer"), kind_of("american"), kind_of("ship")
    (('customer', True), ('person', True), ('ship', False))
    """
    kind = _KIND_OF.get(noun, noun)
    demonym = noun.endswith(("ian", "ean", "ese", "ist")) and len(noun) > 5
    return ("person", True) if demonym and kind == noun else (kind, kind in _PERSONS)
