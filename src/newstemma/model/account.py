"""Who goes back to whom: shared passages, accounts and the support that a finding has."""

from __future__ import annotations

from dataclasses import dataclass

from newstemma.model.span import Span

__all__ = ["Account", "Evidence", "Reuse", "Support"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A reason, and the words it rests on.

    `kind` is for instance "shared passage", "credit", "publisher", "time order", "containment"; `text` says it in words
    for a reader.
    """

    kind: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages that two articles share; `source` and `target` are empty where the evidence gives no direction.

    `articles` is sorted and `passages` pairs the first's span with the second's.
    """

    id: str
    articles: tuple[str, str]
    passages: tuple[tuple[Span, Span], ...]
    evidence: tuple[Evidence, ...]
    source: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Articles that go back to one channel of reporting, as whole articles.

    `origin` is the agency or outlet that they go back to where one is credited, else empty. Primary texts are no
    accounts.
    """

    id: str
    articles: tuple[str, ...]
    origin: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """How many accounts without a common origin stand behind one finding: best estimate, least and most."""

    accounts: int
    least: int
    most: int
