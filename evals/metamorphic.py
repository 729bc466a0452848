"""Findings must follow the text: the annotated stories, changed in known ways, are read again.

Names, weekdays with dates, numbers and boilerplate are changed in texts and gold alike, and the figures of `evals.line`
are held against those before. Then a sentence is dropped from one quotation, which must give a variant. Then the
articles are read in another order, which must give the same bytes.

`python -m evals.metamorphic` prints the figures; with `--notes` also those of `evals.line` per story and change.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import newstemma
from evals.counts import Counts
from evals.gold import GoldStory, gold_stories, report
from evals.line import Scores, score_story
from evals.reader import line_settings
from newstemma.render import to_json

__all__ = ["dropped_sentences", "main", "measure", "order_matters", "scores_after"]

Change = Callable[[str], str]

# Borne by women and men: pronouns stay as they are, so that a telling name would change the story.
_GIVEN = "Robin Alex Sasha Kim Jordan Casey Morgan Taylor Jamie Charlie Rowan Sam Andrea Nikita Jody Chris Noel".split()
_SURNAMES = (
    "Varesh Holtby Quendal Morvik Tessaly Brandor Uleska Finrow Castemar Dravik Ellsworth Grenmark Hestrup Isolde "
    "Jarnefelt Kolvar Lindqvale Mersin Norbeck Ostrava Pellham Rostow Sandvik Tolmar Ullberg Vantongeren Wexcombe"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()


def names_changed(story: GoldStory) -> Change:
    """Give every person that the gold names as a speaker another name, everywhere."""
    renamed: dict[str, str] = {}
    speakers = sorted({entry["speaker"] for entry in story.record["direct_quotes"]})
    persons = [name.split() for name in speakers if re.fullmatch(r"(?:[A-Z][\w.'-]+ ){1,2}[A-Z][\w'-]+", name)]
    persons = [name for name in persons if not _ORGANISATION.search(" ".join(name))]
    for number, (*given, surname) in enumerate(persons):
        renamed.setdefault(surname, _SURNAMES[number % len(_SURNAMES)])
        if len(given[0]) > 2:
            renamed.setdefault(given[0], _GIVEN[number % len(_GIVEN)])
    if not renamed:
        return lambda text: text
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, renamed), reverse=True)) + r")\b")
    return lambda text: pattern.sub(lambda m: renamed[m.group()], text)


_ORGANISATION = re.compile(
    r"Department|International|Committee|Press|Cross|Citizens|campaign|Cardinal|League|Council|Girls|University|officials"
)


def days_moved(_story: GoldStory) -> Change:
    """Move weekdays and full dates by one day."""
    weekday = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")\b")
    iso = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)")
    spelled = re.compile(r"\b(" + "|".join(_MONTHS) + r") (\d{1,2})((?:st|nd|rd|th)?,? )(\d{4})\b")

    def change(text: str) -> str:
        text = weekday.sub(lambda m: _WEEKDAYS[(_WEEKDAYS.index(m.group()) + 1) % 7], text)
        text = iso.sub(lambda m: str(date(int(m[1]), int(m[2]), int(m[3])) + timedelta(1)), text)
        return spelled.sub(_next_day, text)

    return change


def _next_day(match: re.Match[str]) -> str:
    day = date(int(match[4]), _MONTHS.index(match[1]) + 1, int(match[2])) + timedelta(1)
    return f"{_MONTHS[day.month - 1]} {day.day}{match[3]}{day.year}"


def numbers_tripled(_story: GoldStory) -> Change:
    """Multiply every count of 200 or more by three; years stay."""

    def triple(match: re.Match[str]) -> str:
        written = match.group()
        number = int(written.replace(",", ""))
        if number < 200 or (1900 <= number <= 2100 and "," not in written):
            return written
        return f"{number * 3:,}" if "," in written else str(number * 3)

    return lambda text: re.sub(
        r"(?<![\w.,/-])\d{1,3}(?:,\d{3})+(?![\w/-]|\.\d)|(?<![\w.,/-])\d{3,6}(?![\w/-]|[.,]\d)", triple, text
    )


_BOILERPLATE = [
    (r"Now Read:", "Read next:"),
    (r"Photo: \w+", "Picture: Agency Pool"),
    (r"^Featured$", "Top story"),
    (r"Read more:?", "See also:"),
    (r"RELATED", "SEE ALSO"),
    (r"YouTube", "Telegram"),
    (r"Getty(?: - Contributor| Images)?", "Reuters"),
    (r"originally published on", "first published by"),
    (r"Continue reading", "Story continues after"),
]


def boilerplate_changed(story: GoldStory) -> Change:
    """Word the residue that the gold lists in other ways."""
    reworded: dict[str, str] = {}
    for entry in story.record["residue"]:
        new = entry["text"]
        for pattern, replacement in _BOILERPLATE:
            new = re.sub(pattern, replacement, new)
        if new != entry["text"]:
            reworded[entry["text"]] = new
    if not reworded:
        return lambda text: text
    lines = re.compile("|".join(map(re.escape, sorted(reworded, key=len, reverse=True))))
    return lambda text: lines.sub(lambda m: reworded[m.group()], text)


CHANGES: dict[str, Callable[[GoldStory], Change]] = {
    "names": names_changed,
    "days": days_moved,
    "numbers": numbers_tripled,
    "boilerplate": boilerplate_changed,
}


def _applied(value: Any, change: Change) -> Any:
    """Return `value`, parsed JSON, with every string but article names changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_applied(item, change) for item in value]
    if isinstance(value, dict):
        return {key: item if key in {"article", "articles"} else _applied(item, change) for key, item in value.items()}
    return value


def changed(story: GoldStory, change: Change, folder: Path) -> GoldStory:
    """Write the story's articles, changed, into `folder` and return them with their gold, changed alike."""
    files = {}
    for name, path in story.files.items():
        files[name] = folder / path.name
        files[name].write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return GoldStory(story.name, files, _applied(story.record, change))


def scores_after(story: GoldStory, kind: str) -> Scores:
    """Return the scores of the whole line on `story` after the change `kind`, one of `CHANGES`."""
    with tempfile.TemporaryDirectory() as folder:
        return score_story(changed(story, CHANGES[kind](story), Path(folder)))


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that was dropped from one quotation: whether the wording kept it and a variant shows the gap."""

    story: str
    article: str
    kept_in_wording: bool
    shown_as_variant: bool


def dropped_sentences(story: GoldStory) -> Iterator[Dropped]:
    """Drop the last sentence of each quotation whose words another article quotes too; yield what became of each."""
    texts = {name: path.read_text(encoding="utf-8") for name, path in story.files.items()}
    quotes = story.quotes(texts)
    for quote in quotes:
        *_, last = re.split(r"(?<=[.?!]) ", quote.content)
        others = " ".join(other.content for other in quotes if other.article != quote.article)
        if last == quote.content or len(last.split()) < 4 or last.rstrip(",.") not in others:
            continue
        with tempfile.TemporaryDirectory() as folder:
            files = {name: Path(folder) / path.name for name, path in story.files.items()}
            for name, path in files.items():
                text = texts[name]
                if name == quote.article:
                    shorter = quote.content[: -len(last)].rstrip()
                    text = text.replace(quote.content, shorter)
                path.write_text(text, encoding="utf-8")
            yield _fate(story.name, quote.article, files, last.rstrip(",."))


def _fate(story: str, article: str, files: dict[str, Path], dropped: str) -> Dropped:
    reading = newstemma.read([str(path) for path in files.values()], settings=line_settings())
    stem = files[article].stem
    first_words = " ".join(dropped.split()[:4])
    kept = shown = False
    for dossier in reading.dossiers:
        for utterance in dossier.utterances:
            if first_words not in utterance.wording:
                continue
            mine = [witness for witness in utterance.witnesses if witness.article == stem]
            kept |= bool(mine)
            shown |= any(first_words in variant.wording for witness in mine for variant in witness.variants)
    return Dropped(story, article, kept, shown)


def order_matters(story: GoldStory) -> bool:
    """Tell whether reading the articles in reverse gives other bytes."""
    paths = [str(path) for path in story.files.values()]
    return to_json(newstemma.read(paths, settings=line_settings())) != to_json(
        newstemma.read(paths[::-1], settings=line_settings())
    )


def measure(data: Path) -> dict[str, float]:
    """Return how far each change shifts the figure of the whole line that it shifts most, and what became of drops."""
    stories = gold_stories(data)
    before = Scores()
    after = {kind: Scores() for kind in CHANGES}
    for story in stories:
        before += score_story(story)
        for kind, scores in after.items():
            scores += scores_after(story, kind)
    figures = {f"largest shift of a figure, {kind} changed": _shift(before, scores) for kind, scores in after.items()}
    fates = [fate for story in stories for fate in dropped_sentences(story)]
    return figures | {
        "dropped sentences kept in the wording": Counts(sum(f.kept_in_wording for f in fates), len(fates)).share,
        "dropped sentences shown as a variant": Counts(sum(f.shown_as_variant for f in fates), len(fates)).share,
        "stories that the order of articles changes": Counts(sum(map(order_matters, stories)), len(stories)).share,
    }


def _shift(before: Scores, after: Scores) -> float:
    figures = after.figures()
    return max(abs(value - figures[figure]) for figure, value in before.figures().items())


def _notes(data: Path) -> Iterator[str]:
    for story in gold_stories(data):
        before = score_story(story).figures()
        after = {kind: scores_after(story, kind).figures() for kind in CHANGES}
        yield f"{story.name:28}{'before':>12}" + "".join(f"{kind:>12}" for kind in after)
        for figure, value in before.items():
            yield f"{figure:28}{value:12.3f}" + "".join(f"{figures[figure]:12.3f}" for figures in after.values())


def main() -> None:
    """Print the figures, under `--notes` the whole line's per story and change."""
    report(measure, _notes)


if __name__ == "__main__":
    main()
