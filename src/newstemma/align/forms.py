"""How the forms of one name relate: shorter and longer, acronyms, hashtags, branches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newstemma.align.referents import Local

__all__ = ["acronyms", "compact", "contains", "one_person", "shouted", "title_words", "without_lead"]

# Given names and what those who bear them are called; forms that only cut the name short are found by their letters.
_CALLED = {
    short: full.split()
    for short, full in {
        "abby": "abigail", "andy": "andrew", "beth": "elizabeth", "betsy": "elizabeth", "betty": "elizabeth",
        "bibi": "benjamin", "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert", "brad":
        "bradley", "cathy": "catherine", "charlie": "charles", "chuck": "charles", "cindy": "cynthia", "dave": "david",
        "debbie": "deborah", "dick": "richard", "don": "donald", "ed": "edward edmund edwin", "gabby": "gabrielle",
        "gene": "eugene", "hank": "henry", "harry": "harold henry", "jack": "john", "jake": "jacob", "jeff":
        "jeffrey geoffrey", "jerry": "gerald jerome", "jim": "james", "jimmy": "james", "joe": "joseph", "jon":
        "jonathan", "kate": "katherine catherine", "kathy": "katherine", "katie": "katherine", "ken": "kenneth",
        "larry": "lawrence laurence", "liz": "elizabeth", "maggie": "margaret", "mandy": "amanda", "meg": "margaret",
        "mick": "michael", "mike": "michael", "mitch": "mitchell", "nancy": "ann", "ned": "edward", "nick": "nicholas",
        "patty": "patricia", "peggy": "margaret", "rick": "richard frederick", "rob": "robert", "ron": "ronald",
        "sandy": "alexander sandra", "steve": "steven stephen", "sue": "susan", "ted": "theodore edward", "terry":
        "terence theresa", "tim": "timothy", "toby": "tobias", "tom": "thomas", "tommy": "thomas", "tony":
        "anthony antonio", "trish": "patricia", "vicky": "victoria", "vince": "vincent", "walt": "walter", "wes":
        "wesley", "will": "william", "zach": "zachary",
    }.items()
}  # fmt: skip
_CUT_SHORT = 3  # fewest letters of a given name that is cut short: "Ben", "Dan"
_TRAILING = frozenset("campaign group movement company".split())
_COUNTRY_LEADS = (("united", "states"), ("united", "kingdom"), ("american",), ("british",), ("federal",))


def without_lead(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an organisation's name without its country in front and the plain noun behind.

    >>> without_lead(("american", "storm", "office")), without_lead(("save", "our", "harbor", "campaign"))
    (('storm', 'office'), ('save', 'our', 'harbor'))
    """
    for lead in _COUNTRY_LEADS:
        if tokens[: len(lead)] == lead and len(tokens) > len(lead) + 1:
            return tokens[len(lead) :]
    return tokens[:-1] if len(tokens) > 2 and tokens[-1] in _TRAILING else tokens


def _subsequence(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(any(word == other or _initial(word, other) for other in rest) for word in short)


def _initial(word: str, other: str) -> bool:
    return 1 in {len(word), len(other)} and word[0] == other[0]


def contains(full: Local, short: Local) -> bool:
    """Tell whether the name of `short` is a shorter form of that of `full`."""
    long_, tokens = full.tokens, short.tokens
    if full is short or len(long_) < len(tokens) or long_ == tokens or full.type != short.type:
        return False
    if {full.generation, short.generation} - {""} and full.generation != short.generation:
        return False
    if not _subsequence(tokens, long_):
        return False
    if full.type == "person":
        return long_[0] == tokens[0] or long_[-1] == tokens[-1]
    if full.type != "organization":
        return False
    return long_[-len(tokens) :] == tokens or (len(tokens) > 2 and long_[-1] == tokens[-1])


def one_person(one: Local, other: Local) -> bool:
    """Tell whether two full names of one surname can be one person's: "Mike Osk", "Michael J. Osk Jr."."""
    if one.type != "person" or other.type != "person" or min(len(one.tokens), len(other.tokens)) < 2:
        return False
    if one.tokens[-1] != other.tokens[-1] or len({one.generation, other.generation} - {""}) > 1:
        return False
    first, second = sorted((one.tokens[0], other.tokens[0]), key=len)
    cut = len(first) >= _CUT_SHORT and second.startswith(first)
    return cut or second in _CALLED.get(first, ()) or first in _CALLED.get(second, ())


def compact(tokens: Sequence[str]) -> str:
    """Return the words of a name as a hashtag writes them.

    >>> compact(("save", "our", "harbor")) == compact(("#saveourharbor", "campaign"))
    True
    """
    kept = tokens[:-1] if len(tokens) > 1 and tokens[-1] in _TRAILING else tokens
    return "".join(kept).removeprefix("#")


def shouted(name: str) -> bool:
    """Tell whether `name` has the shape of an acronym."""
    return name.isupper() and 2 < len(name) < 9


def acronyms(local: Local) -> set[str]:
    """Return the acronyms of a body: those that its article uses and those that its initials give."""
    printed = {form.lower().replace(".", "") for form in local.forms if shouted(form)}
    capitals = "".join(word[0] for word in local.name.split() if word[0].isupper()).lower()
    return printed | ({capitals} if len(capitals) > 2 else set())


def title_words(titles: Iterable[str]) -> set[str]:
    """Return the words of titles that tell one office from another."""
    return {word for title in titles for word in title.lower().split() if len(word) > 2}
