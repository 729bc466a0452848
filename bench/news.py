"""Invented news with known truth, for any size, from a fixed seed, in constant memory.

Each event has a kind, a place, people, numbers, a day and a topic of its own. An agency reports it; some outlets print
that report as it is, cut or edited, also more than once over, others write accounts of their own for some days, and
follow it up for two weeks, when half of what they write of is new. What makes stories hard to tell apart is made, too:

- An account has an angle of its own: few or many of its words are of the event's topic, of which it knows a part;
  some come to what happened late.
- A third of the events are the next of their kind, days or weeks later: in the words of the one before them, half of
  them by the same firm or at the same place, with other people, numbers and things, as the next launch or crash is.
- Half of the events are told by filling in forms: paragraphs of background that stand in every article on an event of
  that kind, with offices and institutions that all of them name, and other names and numbers in the gaps.

Words come from an invented lexicon whose frequencies fall as those of a language do, so that any size has rare words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, count
from random import Random

from newstemma.model import Article, Metadata

__all__ = ["EDITS", "Told", "edited", "news"]

_FIRST = date(2026, 1, 1)
_DAYS = 365
_NEXT_OF_KIND = 0.33
_BY_FORM = 0.5
_FOLLOWED_UP = 14  # days
_FOCUS = 0.3  # share of words that are of an event's topic
_ANGLES = (0.02, 0.05, 0.1, 0.2, 0.4)
_LEXICON = 20_000
_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pr qu r s sh st t th tr v w y z".split()
_NUCLEI = "a e i o u ai ea ou".split()
_CODAS = ["", "", "n", "r", "l", "s", "t", "ck", "rd", "nt"]
_OUTLETS = tuple(
    f"The {name} {kind}" for name in "Varn Lisk Oddern Elm Tarrow Quill".split() for kind in "Post Times".split()
)
_AGENCY = "Elm Wire"
_LINKS = "of the in a to and on for with by at from after over under".split()
_RESIDUE = (
    "Sign up for our newsletter and never miss a story.",
    "Read more: what we know so far about this and other stories",
    "Share this article with your friends and follow us everywhere.",
)
_FORMS = (
    "The University of {place} has studied the {thing} for {years} years, with {some} researchers.",
    "The Ministry of Transport gave {firm} {some} million for the {thing} in {year}, the Treasury said.",
    "Residents of {place} have long complained to the County Council about the {thing}.",
    "{firm} employs {staff} people, most of them in {place} and the County around it.",
    "An earlier plan of {firm} was rejected by the Supreme Court in {year}.",
    "The Chamber of Commerce expects that {place} will lose {some} shops within {years} years.",
    "{chief} took office in {year} and has since met the Prime Minister {some} times.",
    "The National Weather Service expects rain in {place} and the County around it until Sunday.",
    "Shares of {firm} fell by {some} percent on the Stock Exchange, the lowest since {year}.",
    "The Labour Union called on {firm} to meet its members in {place} before the end of the month.",
    "Opposition leaders said that the Government had known of the {thing} of {place} since {year}.",
    "The Fire Brigade of {place} had warned of the {thing} {some} times in {years} years.",
)
_KINDS: dict[str, tuple[str, ...]] = {
    "launch": (
        "{firm} launched the {thing} from {place} on {day}, carrying {number} instruments, {chief} said.",
        "The {thing} lifted off from {place}; {number} instruments are on board, according to {chief} of {firm}.",
    ),
    "crash": (
        "A coach of {firm} crashed near {place} on {day}, injuring {number} people, police chief {chief} said.",
        "Police chief {chief} said {number} people were hurt when a {firm} coach left the road near {place}.",
    ),
    "vote": (
        "The council of {place} voted on {day} to grant {firm} {number} million for the {thing}, mayor {chief} said.",
        "Mayor {chief} won a vote in {place}: {firm} is to get {number} million for the {thing}.",
    ),
    "strike": (
        "About {number} workers of {firm} walked out in {place} on {day} over the {thing}, union leader {chief} said.",
        "Angry about the {thing}, {number} workers of {firm} in {place} are on strike, {chief} of the union said.",
    ),
    "flood": (
        "The river at {place} rose by {number} centimetres on {day} and reached the {thing} of {firm}, {chief} said.",
        "The water stood {number} centimetres high in {firm}'s {thing}, said {chief}, who leads rescuers in {place}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An article with its truth: the number of its event; the article that it copies, if any, and how it was edited."""

    article: Article
    event: int
    source: str | None = None
    edit: str | None = None


def news(articles: int, *, seed: int = 1, start: int = 0) -> Iterator[Told]:
    """Yield `articles` invented articles, event by event, from the event numbered `start` on.

    >>> [told.article.id for told in news(2)]
    ['0-0', '0-1']

    Every event is made from `seed` and its number alone, so parts can be made side by side.
    """
    made = 0
    for number in count(start):
        for told in _event(number, seed):
            if made == articles:
                return
            made += 1
            yield told


def edited(text: str, how: str, random: Random) -> str:
    """Return `text`, paragraphs between empty lines, edited as an outlet does that prints it: one of `EDITS`.

    >>> edited("One two three four.", "cut to half", Random(1))
    'One two'
    """
    return EDITS[how](text, random)


def _exact(text: str, _random: Random) -> str:
    return text


def _paragraphs_dropped(text: str, random: Random) -> str:
    paragraphs = text.split("\n\n")
    dropped = set(random.sample(range(len(paragraphs)), max(1, len(paragraphs) // 4)))
    return "\n\n".join(one for at, one in enumerate(paragraphs) if at not in dropped) or text


def _words_changed(least: float, most: float) -> Callable[[str, Random], str]:
    def change(text: str, random: Random) -> str:
        share = random.uniform(least, most)
        return " ".join(_word(random) if random.random() < share else word for word in text.split(" "))

    return change


def _residue_added(text: str, random: Random) -> str:
    paragraphs = text.split("\n\n")
    for line in _RESIDUE:
        paragraphs.insert(random.randrange(len(paragraphs) + 1), line)
    return "\n\n".join(paragraphs)


def _cut_to_half(text: str, _random: Random) -> str:
    words = text.split(" ")
    return " ".join(words[: (len(words) + 1) // 2])


EDITS: dict[str, Callable[[str, Random], str]] = {
    "exact": _exact,
    "paragraphs dropped": _paragraphs_dropped,
    "5% of words changed": _words_changed(0.05, 0.05),
    "10-20% of words changed": _words_changed(0.10, 0.20),
    "residue added": _residue_added,
    "cut to half": _cut_to_half,
}
"""Ways in which an outlet edits a text that it prints."""


def _event(number: int, seed: int) -> Iterator[Told]:
    event = _Event.numbered(number, seed)
    random = Random(f"{seed}/articles/{number}")
    wire = event.account(random, f"{number}-0", _AGENCY)
    yield Told(wire, number)
    for at in range(1, 1 + min(40, int(random.paretovariate(0.8)) + random.randrange(4))):
        outlet = random.choice(_OUTLETS)
        identifier = f"{number}-{at}"
        if random.random() < 0.4:
            how = random.choice(list(EDITS))
            text = edited(wire.text, how, random)
            if random.random() < 0.3:
                text = edited(text, random.choice(list(EDITS)), random)
            published = event.day + timedelta(random.randrange(2))
            copy = Article(identifier, text, about=Metadata(wire.about.title, outlet, published=published))
            yield Told(copy, number, wire.id, how)
        else:
            yield Told(event.account(random, identifier, outlet), number)


@dataclass(frozen=True, slots=True)
class _Event:
    """One event and the stock of words that its articles draw on."""

    kind: str
    day: date
    slots: dict[str, object]
    topic: list[str]
    later: list[str]  # the topic of what follows it
    stock: list[str]  # sentences that its articles, and those on the next of its kind, have in common
    forms: list[str]

    @classmethod
    def numbered(cls, number: int, seed: int) -> _Event:
        random = Random(f"{seed}/event/{number}")
        following = number > 0 and random.random() < _NEXT_OF_KIND
        model = cls.numbered(number - 1, seed) if following else None
        topic = [_word(random) for _ in range(24)]
        slots: dict[str, object] = {
            "place": _name(random),
            "firm": _name(random),
            "chief": f"{_name(random)} {_name(random)}",
            "thing": f"{_word(random)} {_word(random)}",
            "number": random.randrange(11, 9_000),
            "years": random.randrange(2, 40),
            "year": random.randrange(1980, 2024),
            "some": random.randrange(2, 99),
            "staff": random.randrange(20, 2_000),
        }
        if model is not None:
            kind, stock, forms = model.kind, model.stock, model.forms
            topic[:8] = model.topic[:8]
            day = model.day + timedelta(random.randrange(4, 60))
            if random.random() < 0.5:
                kept = random.choice(["place", "firm"])
                slots[kept] = model.slots[kept]
        else:
            kind = random.choice(list(_KINDS))
            stock = [_sentence(random, topic) for _ in range(4)]
            forms = random.sample(_FORMS, 8) if random.random() < _BY_FORM else []
            day = _FIRST + timedelta(random.randrange(_DAYS))
        slots["day"] = f"{day:%A}"
        later = topic[:12] + [_word(random) for _ in range(12)]
        return cls(kind, day, slots, topic, later, stock, forms)

    def account(self, random: Random, identifier: str, outlet: str) -> Article:
        """Write one outlet's own account: what is known, in its order, and details that it alone has."""
        slots = self.slots
        passed = int(random.expovariate(1.0))
        focus = _FOCUS
        follows = aside = False
        if outlet != _AGENCY:
            focus = random.choice(_ANGLES)
            follows, aside = random.random() < 0.2, random.random() < 0.3
        if follows:
            passed = random.randrange(2, _FOLLOWED_UP)
        topic = random.sample(self.later if follows else self.topic, 18)
        head = f"{str(slots['chief']).split()[1]} said the {slots['thing']} of {slots['place']}"
        told = random.choice(_KINDS[self.kind]).format(**slots)
        first = f"{_sentence(random, topic, focus)} {head} {_clause(random, topic, focus)}."
        lines = [first if follows or aside else told]
        for _ in range(random.randrange(4, 10)):
            said = [_sentence(random, topic, focus) for _ in range(random.randrange(2, 5))]
            if random.random() < 2 * focus:
                said.append(f"{head} {_clause(random, topic, focus)}.")
            lines.append(" ".join(said))
        if follows or aside:
            lines.insert(random.randrange(1, len(lines)), told)
        lines.insert(random.randrange(1, len(lines)), " ".join(random.sample(self.stock, 2)))
        if self.forms:
            filled = [form.format(**slots) for form in random.sample(self.forms, 3)]
            lines.insert(random.randrange(1, len(lines) + 1), " ".join(filled))
        title = f"{slots['place']}: {_clause(random, topic, focus)}" if random.random() < 0.8 else None
        published = self.day + timedelta(passed)
        return Article(identifier, "\n\n".join(lines), about=Metadata(title, outlet, published=published))


def _name(random: Random) -> str:
    return "".join(_syllable(random) for _ in range(random.randrange(2, 4))).capitalize()


def _syllable(random: Random) -> str:
    return random.choice(_ONSETS) + random.choice(_NUCLEI) + random.choice(_CODAS)


@cache
def _lexicon() -> tuple[list[str], list[float]]:
    """Invented words, from the most used to the rarest, with their summed frequencies (Zipf's law)."""
    random = Random("lexicon")
    words = list(dict.fromkeys("".join(_syllable(random) for _ in range(1 + at % 3)) for at in range(2 * _LEXICON)))
    return words[:_LEXICON], list(accumulate(1 / (rank + 10) for rank in range(_LEXICON)))


def _word(random: Random) -> str:
    words, frequencies = _lexicon()
    return random.choices(words, cum_weights=frequencies)[0]


def _clause(random: Random, topic: list[str], focus: float = _FOCUS) -> str:
    parts: list[str] = []
    for _ in range(random.randrange(4, 8)):
        parts += (random.choice(_LINKS), random.choice(topic) if random.random() < focus else _word(random))
    return " ".join(parts)


def _sentence(random: Random, topic: list[str], focus: float = _FOCUS) -> str:
    return f"{_clause(random, topic, focus).capitalize()}."
