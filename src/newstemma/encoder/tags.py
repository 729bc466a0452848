"""The tags of the encoder: roles in a report, types of names, roles of terms, each as beginning and inside."""

from __future__ import annotations

from newstemma.model import EntityType, Role, TermRole

__all__ = ["NAME_TYPES", "ROLES", "TERM_ROLES"]

ROLES: tuple[Role, ...] = ("source", "cue", "content")
"""Roles of an attribution; role r has the tags 1 + 2r (its first word) and 2 + 2r (a further word), 0 is none."""

NAME_TYPES: tuple[EntityType, ...] = ("person", "organization", "place", "other")
"""Types of names, with tags as those of roles."""

TERM_ROLES: tuple[TermRole, ...] = (
    "party", "gives", "gets", "price", "condition", "limit", "place", "capacity", "law", "status", "objection",
)  # fmt: skip
"""Roles of terms in an arrangement, with tags as those of roles."""
