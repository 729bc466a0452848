"""The terms of an arrangement as a matrix: a row for each term, by role; a column for each article."""

from __future__ import annotations

from itertools import groupby

from newstemma.model import Difference, Term
from newstemma.render.desk import Desk
from newstemma.render.links import article_anchor
from newstemma.render.phrases import TERM_ROLES, accounts
from newstemma.render.view import Link, MatrixView, TermGroup, TermView

__all__ = ["by_role", "matrix"]

_ORDER = tuple(TERM_ROLES)


def by_role(terms: tuple[Term, ...]) -> list[Term]:
    """Return terms in the order in which they are read: by role, each role's as they stand."""
    return sorted(terms, key=lambda term: _ORDER.index(term.role))


def matrix(desk: Desk) -> MatrixView:
    """Lay out the terms of a dossier; empty where it has none."""
    dossier = desk.at.dossier
    columns = [article.id for article in dossier.articles if article.about.kind == "article"] if dossier.terms else []
    columns.sort(key=lambda article: (desk.name(article), article))
    differing = {difference.id: difference for difference in dossier.differences}
    groups = tuple(
        TermGroup(TERM_ROLES[role], tuple(_row(desk, term, columns, differing) for term in terms))
        for role, terms in groupby(by_role(dossier.terms), key=lambda term: term.role)
    )
    return MatrixView(tuple(Link(desk.name(one), f"#{article_anchor(one)}") for one in columns), groups)


def _row(desk: Desk, term: Term, columns: list[str], differing: dict[str, Difference]) -> TermView:
    cells = {witness.article: desk.link(witness) for witness in reversed(term.witnesses)}
    return TermView(
        anchor=term.id,
        text=term.text,
        accounts=accounts(desk.at.support(term.id, term.articles)),
        names=desk.names(term.articles),
        reported=desk.reported(term),
        cells=tuple(cells.get(article, Link(desk.name(article))) for article in columns),
        differs=tuple(Link(differing[one].about or "see", f"#{one}") for one in term.differences if one in differing),
        evidence=desk.evidence(term.witnesses),
    )
