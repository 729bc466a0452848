"""Invented news for measuring: events told by several outlets each, from a fixed seed, for any size.

Each event has its own place, people, subject, numbers and day, so that its articles belong together and to no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from newstemma.model import Article, Metadata

__all__ = ["synthetic_articles"]

_SYLLABLES = (
    "ba bel cor dan dor el fen gar hol is jor kal lem mar nor os pel quin ral sol tam ul ver wen yor zan".split()
)
_SUBJECTS = (
    "harbour bridge reservoir hospital tramway quarry library vineyard stadium orchard lighthouse tannery "
    "airfield brewery cathedral dockyard windfarm sawmill foundry museum observatory fishery aqueduct ropeway bakery"
).split()
_ACTIONS = "close rebuild sell flood reopen extend demolish restore electrify relocate inspect auction fortify".split()
_REASONS = (
    "after a crack was found in the northern wall",
    "because the insurer refused to renew the contract",
    "following a petition by the neighbours",
    "once the inspectors had handed in their report",
    "despite warnings from the regional chamber of commerce",
    "while talks with the main creditor went on",
    "as the cost of repairs kept rising",
    "in spite of a ruling by the district court",
)
_BACKGROUND = (
    "The dispute over the {subject} of {place} has gone on for {years} years.",
    "Residents of {place} have long complained about noise from the {subject}.",
    "The {subject} employs {staff} people, most of them from {place} and the villages around it.",
    "An earlier plan was rejected by the council of {place} in {year}.",
    "Nobody was hurt when part of the {subject} gave way last year.",
    "Experts estimate that the work will cost between {low} and {high} million euros.",
    "The regional government has promised to pay a third of the cost.",
    "Trade unions called for a meeting with the owners before the end of the month.",
    "A study by the University of {place} found that traffic would grow by {percent} percent.",
    "Shops near the {subject} expect to lose customers for at least {months} months.",
)
_OPENINGS = (
    "We have waited long enough for this {subject}, and we will not wait for another winter",
    "The people of {place} were told one thing and saw another",
    "This is not about money, it is about the future of {place}",
    "I will only sign if every job at the {subject} is kept",
    "Nobody can say today what the {subject} will be worth in ten years",
    "We made a promise to {place} and we intend to keep it",
)


def synthetic_articles(count: int, *, seed: int = 1, per_event: int = 7) -> Iterator[Article]:
    """Yield `count` invented articles of about 350 words, `per_event` to an event.

    >>> [article.id for article in synthetic_articles(2)]
    ['00000000', '00000001']
    """
    random = Random(seed)
    produced = 0
    while produced < count:
        event = _Event(random)
        for _ in range(min(per_event, count - produced)):
            yield event.article(f"{produced:08}")
            produced += 1


class _Event:
    """One event and the stock of words that its articles draw on."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.day = date(2026, 1, 1) + timedelta(random.randrange(300))
        self.place = self._name(3)
        self.mayor, self.owner, self.expert = (f"{self._name(2)} {self._name(3)}" for _ in range(3))
        self.slots = {
            "place": self.place,
            "subject": random.choice(_SUBJECTS),
            "action": random.choice(_ACTIONS),
            "years": random.randrange(2, 30),
            "staff": random.randrange(20, 2000),
            "year": random.randrange(1990, 2024),
            "low": random.randrange(2, 20),
            "high": random.randrange(21, 90),
            "percent": random.randrange(3, 60),
            "months": random.randrange(2, 18),
        }
        self.people = random.randrange(1_000, 90_000)
        self.sentences = [self._fill(line) for line in random.sample(_OPENINGS, 4)]
        self.reasons = random.sample(_REASONS, 2)

    def _name(self, syllables: int) -> str:
        return "".join(self.random.choice(_SYLLABLES) for _ in range(syllables)).capitalize()

    def _fill(self, template: str) -> str:
        return template.format(**self.slots)

    def article(self, identifier: str) -> Article:
        """Write one outlet's account: its own choice and order of what is known."""
        random, slots = self.random, self.slots
        said = random.sample(self.sentences, 3)
        people = f"{self.people:,}" if random.random() < 0.5 else f"about {round(self.people, -3):,}"
        paragraphs = [
            (
                f"{self.place} will {slots['action']} its {slots['subject']}, Mayor {self.mayor} "
                f"said on {self.day:%A}, {self.reasons[0]}."
            ),
            f"“{said[0]}. {said[1]},” {self.mayor.split()[1]} told reporters in {self.place}.",
            f"The decision concerns {people} people who live near the {slots['subject']}. "
            + " ".join(self._fill(line) for line in random.sample(_BACKGROUND, 4)),
            (
                f"{self.owner}, who owns the {slots['subject']}, said in a statement "
                f"that the plan would be reviewed {self.reasons[1]}."
            ),
            f"“{said[2]},” {self.owner.split()[1]} added. “{said[0]}.”",
            " ".join(self._fill(line) for line in random.sample(_BACKGROUND, 5)),
            (
                f"According to {self.expert}, an engineer at the University of {self.place}, the {slots['subject']} "
                f"could stand for another {slots['months']} months."
            ),
            " ".join(self._fill(line) for line in random.sample(_BACKGROUND, 5)),
        ]
        published = self.day + timedelta(random.randrange(2))
        return Article(identifier, "\n\n".join(paragraphs), about=Metadata(published=published))
