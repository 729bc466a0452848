"""What the page shows, as a tree: the templates see nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.render import collation, passages

__all__ = [
    "AccountView",
    "ArticleView",
    "DifferenceView",
    "Evidence",
    "Link",
    "MomentView",
    "Page",
    "Piece",
    "PositionView",
    "RejectedView",
    "ReuseView",
    "Row",
    "Section",
    "SilenceView",
    "StatementView",
    "StoryView",
    "UtteranceView",
    "VariantView",
    "WordingView",
]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor of the page; no link where `href` is empty."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article's words in their context, with ways to the full text and to the live page (or empty)."""

    name: str
    language: str
    shown: tuple[passages.Stretch, ...]
    href: str
    live: str = ""


@dataclass(frozen=True, slots=True)
class StatementView:
    """A claim; `reported` says whose words it is where it is not the outlet's own."""

    anchor: str
    text: str
    accounts: str
    names: str
    reported: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """One of the values that a difference has."""

    text: str
    accounts: str
    names: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Positions side by side, with the nature of their difference in plain words."""

    anchor: str
    about: str
    kind: str
    nature: str
    explanation: str
    positions: tuple[PositionView, ...]


@dataclass(frozen=True, slots=True)
class VariantView:
    """What a witness does with the wording, what that touches, and whether the article has it elsewhere."""

    says: str
    affects: str
    case: str
    elsewhere: Link | None


@dataclass(frozen=True, slots=True)
class Row:
    """Articles that print an utterance in the same words, set beside the reconstruction."""

    names: str
    share: str
    reading: collation.Reading
    variants: tuple[VariantView, ...]


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """An utterance as put back together; `label` says whether it is a reconstruction, `rows` which outlet has what."""

    anchor: str
    speaker: str
    occasion: str
    wording: str
    label: str
    names: str
    accounts: str
    note: str
    rows: tuple[Row, ...]
    related: tuple[tuple[str, Link], ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Statements that one account alone carries."""

    names: str
    statements: tuple[StatementView, ...]

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.statements)


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A claim, and the articles in which it was not found."""

    claim: Link
    carried: str
    silent: str


@dataclass(frozen=True, slots=True)
class WordingView:
    """The terms for one referent, each with who uses it."""

    referent: str
    terms: tuple[PositionView, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """Articles that go back to one channel of reporting, and why they are held to."""

    anchor: str
    names: tuple[Link, ...]
    origin: str
    reasons: tuple[tuple[str, tuple[Evidence, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReuseView:
    """Passages that two articles share; each passage once, with the places where it stands."""

    anchor: str
    direction: str
    reasons: tuple[str, ...]
    passages: tuple[tuple[str, Link, Link], ...]


@dataclass(frozen=True, slots=True)
class MomentView:
    """One line of the timeline; `inferred` where the day hangs on the story's date."""

    when: str
    machine: str
    inferred: bool
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article, with the anchors that lead to its first character; residue where it has a reason."""

    text: str
    anchors: tuple[str, ...] = ()
    cited: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What an earlier version had, `before`, and what stands there `now`; one of them may be empty."""

    before: str
    now: str
    href: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """An earlier version of an article: `label` says when and how much changed; `title` is its own where it differs."""

    label: str
    title: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its whole text, the cited words marked; `inferred` is the day that stands in for its own."""

    anchor: str
    name: str
    title: str
    published: str
    inferred: str
    kind: str
    language: str
    files: str
    account: str
    live: str
    elsewhere: tuple[Link, ...]
    versions: tuple[VersionView, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One dossier, in the order in which it is read."""

    anchor: str
    title: str
    when: str
    extent: str
    summary: tuple[StatementView, ...]
    shared: tuple[StatementView, ...]
    people: tuple[StatementView, ...]
    differences: tuple[DifferenceView, ...]
    utterances: tuple[UtteranceView, ...]
    more_utterances: tuple[UtteranceView, ...]
    alone: tuple[Section, ...]
    silences: tuple[SilenceView, ...]
    wording: tuple[WordingView, ...]
    accounts: tuple[AccountView, ...]
    primary: tuple[Link, ...]
    reuse: tuple[ReuseView, ...]
    timeline: tuple[MomentView, ...]
    articles: tuple[ArticleView, ...]


@dataclass(frozen=True, slots=True)
class RejectedView:
    """An input that could not be read."""

    file: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    stories: tuple[StoryView, ...]
    rejected: tuple[RejectedView, ...]
    made_with: tuple[tuple[str, str], ...]
