"""Outlet profiles: which lines recur over an outlet's articles, and are not about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from newstemma.clean.lines import Line, split_lines
from newstemma.clean.outlets import outlet_key
from newstemma.clean.recurring import RECURRING, line_key, place_of
from newstemma.clean.topics import Told, Topic, words_in
from newstemma.model import Article, OutletProfile, Place, RecurringLine, Removed, Story, day_of
from newstemma.settings.profile import ProfileSettings

__all__ = ["learn", "set_aside"]

_CONTACT = re.compile(r"(?<!\w)@\w|\w@\w|\bhttps?://|\bwww\.|\w\.(?:com|org|net|co|tv|example)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Seen:
    """A line where it recurs: how it is printed first, and at which places each article has it."""

    printed: Line
    places: dict[int, set[Place]]

    def at(self, place: Place) -> list[int]:
        return [number for number, places in self.places.items() if place in places]


def learn(
    articles: Iterable[Article], stories: Iterable[Story], *, settings: ProfileSettings
) -> tuple[OutletProfile, ...]:
    """Find for each outlet the lines that recur over its articles; `stories` says which articles are of one event.

    >>> learn([Article("a", "Rain fell.")], [], settings=ProfileSettings())
    ()

    Outlets without such a line are left out, and so are articles of unknown outlets, transcripts, releases and posts.
    The order of `articles` does not count. An article that is in no story counts as a story of its own.
    """
    story_of = {article: story.id for story in stories for article in story.articles}
    by_outlet = _by_outlet(articles)
    learned = (_Outlet(name, held, story_of, settings).profile() for name, held in by_outlet.items())
    return tuple(profile for profile in learned if profile.lines)


def set_aside(articles: Iterable[Article], *, settings: ProfileSettings) -> tuple[Article, ...]:
    """Mark every line that recurs over an outlet's articles as removed, so that none ties articles to one story.

    >>> from newstemma.model import Metadata
    >>> articles = [Article(name, f"It was {name} who won the race.\\nHear us", about=Metadata(outlet="Tern"))
    ...     for name in ("Ann", "Bo", "Cy", "Di", "Ed")]
    >>> [span.of(articles[0].text) for span in set_aside(articles, settings=ProfileSettings())[0].kept()]
    ['It was Ann who won the race.\\n']

    Articles that recurring lines are half of stay whole: they are versions of one text. Articles of unknown outlets are
    left out.
    """
    return tuple(
        article
        for name, held in _by_outlet(articles).items()
        for article in _Outlet(name, held, {}, settings).set_aside()
    )


def _by_outlet(articles: Iterable[Article]) -> dict[str, list[Article]]:
    """Return the articles of each known outlet, both in the order of the alphabet."""
    held: defaultdict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.id):
        if article.about.kind == "article" and (outlet := outlet_key(article.about)):
            held[outlet].append(article)
    return dict(sorted(held.items()))


class _Outlet:
    """The articles of one outlet, looked at together."""

    def __init__(
        self, name: str, articles: Sequence[Article], story_of: Mapping[str, str], settings: ProfileSettings
    ) -> None:
        self._name = name
        self._settings = settings
        self._articles = articles
        self._days = [day_of(article.about.published) for article in articles]
        self._stories = [story_of.get(article.id, article.id) for article in articles]
        self._lines = [split_lines(article.text) for article in articles]

    def profile(self) -> OutletProfile:
        """Return the lines that recur and are not about the articles, most frequent first."""
        held = len(self._lines)
        recurring = self._recurring() if held >= self._settings.least_articles else {}
        chosen = {key: cut for key, seen in recurring.items() if (cut := self._cut(seen))}
        told = [self._told(number, recurring) for number in range(held)] if chosen else []
        found = [
            self._described(key, recurring[key], cut)
            for key, cut in chosen.items()
            if not self._is_about(key, recurring[key], told)
        ]
        ordered = sorted(found, key=lambda line: (-line.articles, line.line))
        return OutletProfile(self._name, held, len(self._distinct_days(range(held))), tuple(ordered))

    def set_aside(self) -> Iterator[Article]:
        """Yield the articles with the lines that recur marked as removed, where they are less than half of one."""
        recurring = self._recurring()
        for article, lines in zip(self._articles, self._lines, strict=True):
            aside = [line for line in lines if line_key(line.text) in recurring]
            if 2 * sum(line.words for line in aside) >= sum(line.words for line in lines):
                aside = []
            yield replace(
                article, removed=tuple(Removed(article.span(line.start, line.end), RECURRING) for line in aside)
            )

    def _recurring(self) -> dict[str, _Seen]:
        """Return the lines that stand in enough articles, by normal form."""
        seen: dict[str, _Seen] = {}
        for number, lines in enumerate(self._lines):
            for at, line in enumerate(lines):
                if line.words <= self._settings.most_words and (key := line_key(line.text)):
                    places = seen.setdefault(key, _Seen(line, {})).places
                    places.setdefault(number, set()).add(place_of(at, len(lines)))
        return {key: each for key, each in seen.items() if len(each.places) >= self._settings.least_articles}

    def _cut(self, seen: _Seen) -> tuple[Place, ...]:
        """Return the places at which a line recurs often enough, over enough stories and days."""
        least_days = self._settings.least_days if any(self._days) else 0
        places: Iterable[Place] = get_args(Place)
        return tuple(
            place
            for place in places
            if len(at := seen.at(place))
            >= max(self._settings.least_articles, self._share(seen, place) * len(self._lines))
            and len({self._stories[number] for number in at}) >= self._settings.least_stories
            and len(self._distinct_days(at)) >= least_days
        )

    def _share(self, seen: _Seen, place: Place) -> float:
        settings = self._settings
        if seen.printed.ended and not _CONTACT.search(seen.printed.text):
            return settings.middle_sentence_share if place == "middle" else settings.sentence_share
        return settings.middle_line_share if place == "middle" else settings.line_share

    def _distinct_days(self, numbers: Iterable[int]) -> set[date]:
        return {day for number in numbers if (day := self._days[number])}

    def _told(self, number: int, recurring: Mapping[str, _Seen]) -> Told:
        """Return what an article tells in its title and its lines, those that recur apart."""
        keyed = [(line_key(line.text), line.text) for line in self._lines[number]]
        about = self._articles[number].about
        own = [about.title or "", *(text for key, text in keyed if key not in recurring)]
        again = {key: words_in(key) for key, _ in keyed if key in recurring}
        return Told(words_in("\n".join(own)), again, words_in(about.author or ""))

    def _is_about(self, key: str, seen: _Seen, told: Sequence[Told]) -> bool:
        carriers = [told[number] for number in seen.places]
        others = [each for number, each in enumerate(told) if number not in seen.places]
        line = Topic(key, seen.printed.text, own_name=self._name)
        return line.is_of(carriers, others, least_share=self._settings.topic_share, lift=self._settings.topic_lift)

    def _described(self, key: str, seen: _Seen, cut: tuple[Place, ...]) -> RecurringLine:
        return RecurringLine(
            line=key,
            cut=cut,
            articles=len(seen.places),
            days=len(self._distinct_days(seen.places)),
            stories=len({self._stories[number] for number in seen.places}),
            head=len(seen.at("head")),
            middle=len(seen.at("middle")),
            tail=len(seen.at("tail")),
        )
