"""The whole line on stories annotated by hand: files in, dossiers out, held against the gold.

`python -m evals.line` prints, per story and in all: quotes, speakers, utterances, differences, silences, accounts,
residue; with `--notes` also every decision that is not as in the gold.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import newstemma
from evals.counts import Counts
from evals.gold import ABSENT, GoldFact, GoldQuote, GoldStory, data_folder, gold_stories, overlap, words_at
from evals.reader import line_settings
from newstemma.model import Difference, Dossier, Silence, Span

__all__ = ["LEAST_OVERLAP", "Scores", "main", "measure", "same_speaker", "score_story"]

LEAST_OVERLAP = 0.8
"""Share of words, intersection over union, from which a quote counts as found; the issue's definition."""


@dataclass(slots=True)
class Scores:
    """What one story, or all of them, scored; `notes` are the lines that a person should read."""

    quotes: Counts = field(default_factory=Counts)
    speakers: Counts = field(default_factory=Counts)
    utterance_pairs: Counts = field(default_factory=Counts)
    differences: Counts = field(default_factory=Counts)
    differences_contradicted: Counts = field(default_factory=Counts)
    silences_contradicted: Counts = field(default_factory=Counts)
    residue: Counts = field(default_factory=Counts)
    real_text_removed: Counts = field(default_factory=Counts)
    notes: list[str] = field(default_factory=list)

    def __iadd__(self, other: Scores) -> Scores:
        for name in _COUNTED:
            counts: Counts = getattr(self, name)
            counts += getattr(other, name)
        self.notes += other.notes
        return self

    def figures(self) -> dict[str, float]:
        """Return the figures by name, each 0 to 1."""
        return {
            "quotes precision": self.quotes.precision,
            "quotes recall": self.quotes.recall,
            "quotes F1": self.quotes.f1,
            "speakers right": self.speakers.recall,
            "utterance pairs precision": self.utterance_pairs.precision,
            "utterance pairs recall": self.utterance_pairs.recall,
            "utterance pairs F1": self.utterance_pairs.f1,
            "differences recall": self.differences.recall,
            "differences contradicted": self.differences_contradicted.share,
            "silences contradicted": self.silences_contradicted.share,
            "residue marked": self.residue.recall,
            "real text marked": self.real_text_removed.share,
        }


_COUNTED = [
    "quotes",
    "speakers",
    "utterance_pairs",
    "differences",
    "differences_contradicted",
    "silences_contradicted",
    "residue",
    "real_text_removed",
]


def measure(data: Path) -> dict[str, float]:
    """Return the figures over all stories under `data`."""
    total = Scores()
    for story in gold_stories(data):
        total += score_story(story)
    return total.figures()


def score_story(story: GoldStory) -> Scores:
    """Read the story's files as a user would and hold the dossiers against the gold."""
    reading = newstemma.read([str(path) for path in story.files.values()], settings=line_settings())
    names = {path.stem: name for name, path in story.files.items()}
    scores = Scores()
    if len(reading.dossiers) != 1:
        scores.notes.append(f"{story.name}: {len(reading.dossiers)} stories, the gold has 1")
    texts = {names[article.id]: article.text for dossier in reading.dossiers for article in dossier.articles}
    for name in sorted(story.files.keys() - texts.keys()):
        scores.notes.append(f"{story.name}: article {name} was not read")
        texts[name] = ""
    _score_quotes(story.quotes(texts), reading.dossiers, names, texts, scores)
    facts = story.facts(texts)
    for dossier in reading.dossiers:
        _score_differences(facts, dossier.differences, names, scores)
        _score_silences(facts, dossier, names, scores)
    found = {
        fact
        for fact in facts
        if fact.disagree and any(_finds(fact, d, names) for o in reading.dossiers for d in o.differences)
    }
    scores.differences.true = sum(fact.disagree for fact in facts)
    scores.differences.right = scores.differences.reported = len(found)
    scores.notes += [
        f"{story.name}: difference not found: {fact.about}" for fact in facts if fact.disagree and fact not in found
    ]
    _score_accounts(story, reading.dossiers, names, scores)
    _score_residue(story, reading.dossiers, names, texts, scores)
    return scores


def _score_quotes(
    gold: list[GoldQuote],
    dossiers: Iterable[Dossier],
    names: Mapping[str, str],
    texts: Mapping[str, str],
    scores: Scores,
) -> None:
    """Match quoted segments one to one, then hold speakers and cross-article pairs of utterances against the gold."""
    matched: dict[int, tuple[str, str]] = {}  # gold index -> speaker, utterance
    reported = 0
    for dossier in dossiers:
        entities = {entity.id: entity.name for entity in dossier.entities}
        utterance_of = {w.attribution: utterance.id for utterance in dossier.utterances for w in utterance.witnesses}
        for attribution in dossier.attributions:
            if attribution.kind != "direct":
                continue
            speaker = entities.get(
                dossier.speakers.get(attribution.id, ""), attribution.speaker or attribution.speaker_text
            )
            for span in attribution.content:  # a quotation over several paragraphs is several segments
                reported += 1
                article = names[span.article]
                index = _best_match(span, article, gold, matched.keys(), texts[article])
                if index is None:
                    scores.notes.append(f"{article}: quote not in the gold: {span.of(texts[article])[:70]}")
                else:
                    matched[index] = speaker, utterance_of.get(attribution.id, attribution.id)
    scores.quotes = Counts(len(matched), reported, len(gold))
    for index, quote in enumerate(gold):
        if index not in matched:
            scores.notes.append(f"{quote.article}: quote not found: {quote.content[:70]}")
        elif not same_speaker(matched[index][0], quote.speaker):
            scores.notes.append(
                f"{quote.article}: speaker {matched[index][0]!r}, gold {quote.speaker!r}: {quote.content[:50]}"
            )
    right = sum(same_speaker(speaker, gold[index].speaker) for index, (speaker, _) in matched.items())
    scores.speakers = Counts(right, len(matched), len(matched))
    true_pairs = {
        (i, j)
        for i, j in combinations(range(len(gold)), 2)
        if gold[i].utterance == gold[j].utterance and gold[i].article != gold[j].article
    }
    reported_pairs = {
        (i, j)
        for i, j in combinations(sorted(matched), 2)
        if matched[i][1] == matched[j][1] and gold[i].article != gold[j].article
    }
    scores.utterance_pairs = Counts(len(true_pairs & reported_pairs), len(reported_pairs), len(true_pairs))
    for verdict, pairs in (
        ("wrongly joined", reported_pairs - true_pairs),
        ("not joined", true_pairs - reported_pairs),
    ):
        for pair in sorted(pairs):
            words = " + ".join(f"{gold[i].content[:40]!r} ({gold[i].article})" for i in pair)
            scores.notes.append(f"pair {verdict}: {words}")


def _best_match(span: Span, article: str, gold: list[GoldQuote], taken: Iterable[int], text: str) -> int | None:
    """Return the free gold quote of `article` that shares most words with `span`, if it shares enough."""
    words = words_at(text, [(span.start, span.end)])
    candidates = [
        (max((overlap(words, words_at(text, [place])) for place in quote.places), default=0.0), -index)
        for index, quote in enumerate(gold)
        if quote.article == article and index not in taken
    ]
    best, index = max(candidates, default=(0.0, 0))
    return -index if best >= LEAST_OVERLAP else None


_EMPTY_WORDS = frozenset("a an the of for and mr mrs ms dr president us u s senator".split())


def same_speaker(found: str, gold: str) -> bool:
    """Tell whether two names can stand for one speaker: the words of one stand in the other, titles and articles aside.

    >>> same_speaker("Ms. Norrin", "Helga Norrin"), same_speaker("Norrin", "Per Lunde"), same_speaker("", "Per Lunde")
    (True, False, False)
    """
    first, second = (
        {word for word in re.findall(r"[^\W_]+", name.lower()) if word not in _EMPTY_WORDS} for name in (found, gold)
    )
    return bool(first and second) and (first <= second or second <= first)


def _finds(fact: GoldFact, difference: Difference, names: Mapping[str, str]) -> bool:
    """Tell whether two positions of `difference` hold witnesses of two different gold positions of `fact`."""
    touched = [
        {
            number
            for number, position in enumerate(fact.positions)
            for witness in found.witnesses
            if any(_touches(witness, place, names) for place in position)
        }
        for found in difference.positions
    ]
    return any(a != b for first, second in combinations(touched, 2) for a in first for b in second)


def _touches(span: Span, place: tuple[str, int, int], names: Mapping[str, str]) -> bool:
    return names[span.article] == place[0] and span.start < place[2] and place[1] < span.end


def _score_differences(
    facts: list[GoldFact], differences: Iterable[Difference], names: Mapping[str, str], scores: Scores
) -> None:
    """Count differences that oppose two witnesses which the gold has in one position."""
    for difference in differences:
        scores.differences_contradicted.reported += 1
        for fact in facts:
            sides = [
                {
                    number
                    for number, position in enumerate(fact.positions)
                    for witness in found.witnesses
                    if any(_touches(witness, place, names) for place in position)
                }
                for found in difference.positions
            ]
            if any(first & second for first, second in combinations(sides, 2)) and not _finds(fact, difference, names):
                scores.differences_contradicted.right += 1
                words = " | ".join(position.text for position in difference.positions)
                scores.notes.append(f"difference contradicts the gold: {fact.about}: {difference.nature}: {words}")
                break


def _score_silences(facts: list[GoldFact], dossier: Dossier, names: Mapping[str, str], scores: Scores) -> None:
    """Count silent articles that the gold lists as witnesses of the fact that the claim states."""
    claims = {claim.id: claim for claim in dossier.claims}
    silence: Silence
    for silence in dossier.silences:
        claim = claims[silence.claim]
        stated = [fact for fact in facts if any(_touches(w, p, names) for w in claim.witnesses for p in fact.witnesses)]
        for article in silence.articles:
            scores.silences_contradicted.reported += 1
            against = [fact.about for fact in stated if names[article] in fact.articles]
            if against:
                scores.silences_contradicted.right += 1
                scores.notes.append(f"{names[article]}: not silent on {against[0]!r}: {claim.text[:70]}")


def _score_accounts(story: GoldStory, dossiers: Iterable[Dossier], names: Mapping[str, str], scores: Scores) -> None:
    """List the decisions: the gold holds too few positives for a figure."""
    gold = {frozenset(group) for group in story.accounts() if len(group) > 1}
    found = {frozenset(names[a] for a in account.articles) for dossier in dossiers for account in dossier.accounts}
    found = {group for group in found if len(group) > 1}
    for group in sorted(gold | found, key=sorted):
        verdict = "as in the gold" if group in gold & found else "missed" if group in gold else "not in the gold"
        scores.notes.append(f"{story.name}: one account {'+'.join(sorted(group))}: {verdict}")


def _score_residue(
    story: GoldStory,
    dossiers: Iterable[Dossier],
    names: Mapping[str, str],
    texts: Mapping[str, str],
    scores: Scores,
) -> None:
    """Count characters of residue that were marked, and characters of real text that were."""
    residue = story.residue(texts)
    for dossier in dossiers:
        for article in dossier.articles:
            name = names[article.id]
            gold = {i for start, end in residue[name] for i in range(start, end) if not article.text[i].isspace()}
            marked = {
                i
                for removed in article.removed
                for i in range(removed.span.start, removed.span.end)
                if not article.text[i].isspace()
            }
            real = sum(not character.isspace() for character in article.text) - len(gold)
            scores.residue += Counts(len(gold & marked), len(marked), len(gold))
            scores.real_text_removed += Counts(len(marked - gold), real, 0)


def main() -> None:
    """Print the figures per story and in all, with the decisions that differ from the gold under `--notes`."""
    data = data_folder()
    if data is None:
        print(ABSENT)
        return
    rows = {story.name: score_story(story) for story in gold_stories(data)}
    if "--notes" in sys.argv:
        for name, scores in rows.items():
            print(f"== {name}")
            print("\n".join(scores.notes))
    total = Scores()
    for scores in rows.values():
        total += scores
    rows["all"] = total
    print(f"{'':28}" + "".join(f"{name:>10}" for name in rows))
    for figure in total.figures():
        print(f"{figure:28}" + "".join(f"{scores.figures()[figure]:10.3f}" for scores in rows.values()))
    kinds = Counter(note.rpartition(": ")[2] for note in total.notes if ": one account " in note)
    print("accounts of several articles: " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))


if __name__ == "__main__":
    main()
