"""The tags of the encoder: roles of an attribution and types of names, each as beginning and inside."""

from __future__ import annotations

from newstemma.model import EntityType, Role

__all__ = ["NAME_TYPES", "ROLES"]

ROLES: tuple[Role, ...] = ("source", "cue", "content")
"""Roles of an attribution; role r has the tags 1 + 2r (its first word) and 2 + 2r (a further word), 0 is none."""

NAME_TYPES: tuple[EntityType, ...] = ("person", "organization", "place", "other")
"""Types of names, with tags as those of roles."""
