"""Who has it from whom: direction and accounts on made copies, and the agencies that articles credit.

Made copies: originals are articles of news_cluster, one of an event; each gets three copies by invented outlets, with a
tenth, a quarter and a half of its sentences dropped and none, one word in twenty and three in twenty changed, minutes
to two days later, a fifth of them with a day alone. A third credits the original's outlet: in the dateline, in the
first sentence or in the last line. Beside them stand the other articles of the event, which nobody copied for this.
Right, wrong and unknown are counted over pairs of an original and its copy.

Agencies: the articles of PolNeAR that its makers know to be an agency's, against the credits in text and byline.

`python -m evals.origins` prints the figures; with `--notes` also the wrong directions and agencies.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from evals.counts import Counts
from evals.gold import records, report
from newstemma.annotate import annotate
from newstemma.compare.accounts import find_accounts
from newstemma.compare.credits import agency, find_credits
from newstemma.compare.reuse import find_reuse
from newstemma.model import AnnotatedArticle, Article, Metadata
from newstemma.settings import Settings
from newstemma.text.sentences import paragraphs, sentences

__all__ = ["main", "measure"]

LEVELS = ((0.1, 0.0), (0.25, 0.05), (0.5, 0.15))
"""For each copy the shares of sentences dropped and of words changed."""

FEWEST_SENTENCES = 8  # of an original
OUTLETS = ("The Varn Courier", "Lisk Today", "Oddern Evening Post")
SENDER = "Elm Wire"
_WIRES = {"AP": "Associated Press", "UPI": "UPI", "REUTERS": "Reuters", "AFP": "AFP"}


def measure(data: Path) -> dict[str, float]:
    """Return shares of directions, precision and recall of pairs of one account, and of agencies."""
    found: Counter[str] = Counter()
    pairs, agencies = Counts(), Counts()
    for original, copies, others in _made(data):
        outcome = _compared(original, copies, others)
        found += outcome[0]
        pairs += outcome[1]
    for record in records(data / "polnear.jsonl.gz"):
        known, named = _agencies(record)
        agencies += Counts(int(bool(known) and known == named), int(bool(named)), int(bool(known)))
    total = max(1, sum(found.values()))
    return {
        **{f"made copies: direction {name}": found[name] / total for name in ("right", "unknown", "wrong")},
        **{f"made copies: {name}": value for name, value in pairs.figures("pairs of one account").items()},
        "PolNeAR: agencies precision": agencies.precision,
        "PolNeAR: agencies recall": agencies.recall,
    }


def _made(data: Path) -> Iterator[tuple[Article, list[Article], list[Article]]]:
    """Yield each original with its copies and with the other articles of its event."""
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records(data / "news_cluster.jsonl.gz"):
        events[str(record["event"])].append(record)
    for number, name in enumerate(sorted(events)):
        held = sorted(events[name], key=lambda record: record["id"])
        long = [record for record in held if len(_sentences(record["text"])) >= FEWEST_SENTENCES]
        if not long:
            continue
        random = Random(number)
        began = datetime(2031, 3, 1 + number % 28, random.randrange(24), random.randrange(60), tzinfo=UTC)
        about = Metadata(outlet=SENDER, published=began)
        original = Article("original", long[0]["text"], about=about)
        copies = [
            _copy(original, level, random, began, f"copy{level}", credited=(number + level) % 3 == 0)
            for level in range(len(LEVELS))
        ]
        others = [Article(r["id"], r["text"], about=Metadata(outlet=r["outlet"])) for r in held if r is not long[0]]
        yield original, copies, others


def _sentences(text: str) -> list[str]:
    return [text[a:b] for bounds in paragraphs(text) for a, b in sentences(text, *bounds)]


def _copy(original: Article, level: int, random: Random, began: datetime, name: str, *, credited: bool) -> Article:
    dropped, changed = LEVELS[level]
    told = [one for one in _sentences(original.text) if random.random() >= dropped] or [original.text]
    pool = [word for word in original.text.split() if word.isalpha() and word.islower()]
    told = [
        " ".join(random.choice(pool) if word.isalpha() and random.random() < changed else word for word in one.split())
        for one in told
    ]
    if credited:
        form = random.randrange(3)
        if form == 0:
            told[0] = f"VARN ({SENDER}) - {told[0]}"
        elif form == 1:
            told[0] = f"{told[0].rstrip('.')}, {SENDER} reported."
        else:
            told.append(f"{SENDER} contributed to this report.")
    later = began + timedelta(minutes=random.randrange(10, 2880))
    published = later.date() if random.random() < 0.2 else later
    return Article(name, "\n\n".join(told), about=Metadata(outlet=OUTLETS[level], published=published))


def _compared(original: Article, copies: list[Article], others: list[Article]) -> tuple[Counter[str], Counts]:
    read = [_read(article) for article in (original, *copies, *others)]
    reuse = find_reuse(read)
    found: Counter[str] = Counter()
    source = {frozenset(shared.articles): shared.source for shared in reuse}
    for copy in copies:
        told = source.get(frozenset((original.id, copy.id)), "")
        found["unknown" if not told else "right" if told == original.id else "wrong"] += 1
    made = {original.id, *(copy.id for copy in copies)}
    account = {name: each.id for each in find_accounts(read, reuse) for name in each.articles}
    right = sum(account[copy.id] == account[original.id] for copy in copies)
    # Others of the event may copy each other, but none of them has anything from the made ones' changed copies alone.
    strange = sum(account[other.id] in {account[name] for name in made} for other in others)
    return found, Counts(right, right + strange, len(copies))


def _read(article: Article) -> AnnotatedArticle:
    return annotate(article, settings=Settings().annotate)


def _agencies(record: dict[str, Any]) -> tuple[str, str]:
    """Return the agency that wrote an article by PolNeAR's table, and the one that its text or byline credits."""
    known = _WIRES.get(str(record["wire"]).upper(), "")
    author = str(record["author"] or "")
    about = Metadata(title=record["title"], author=None if author == "None" else author, outlet=record["outlet"])
    article = Article(record["id"], record["text"], about=about)
    bounds = tuple(article.span(*paragraph) for paragraph in paragraphs(article.text))
    read = AnnotatedArticle(article, bounds)
    credits_ = [credit.origin for credit in find_credits(read) if credit.scope == "article"]
    named = [name for name in (agency(author), *credits_) if name in _WIRES.values()]
    return known, named[0] if named else ""


def _notes(data: Path) -> Iterator[str]:
    for record in records(data / "polnear.jsonl.gz"):
        known, named = _agencies(record)
        if known != named:
            yield f"{record['id']}: {known or 'no agency'}, found {named or 'none'}, byline {record['author']}"


def main() -> None:
    """Print the figures, under `--notes` what is wrong."""
    report(measure, _notes)


if __name__ == "__main__":
    main()
