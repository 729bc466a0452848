"""The encoder that evaluations read with: the shipped one, or none where `--rules` asks for rules alone."""

from __future__ import annotations

import sys
from functools import cache

from newstemma.encoder import SmallEncoder, open_encoder
from newstemma.settings import Settings
from newstemma.settings.encoder import EncoderSettings
from newstemma.settings.group import GroupSettings

__all__ = ["encoder", "line_settings", "weights"]

_THREADS = 2


def _rules_alone() -> bool:
    return "--rules" in sys.argv[1:]


@cache
def encoder() -> SmallEncoder | None:
    """Return the shipped encoder, opened once, or nothing."""
    return None if _rules_alone() else open_encoder(threads=_THREADS)


def line_settings(*, one_story: bool = False) -> Settings:
    """Return the settings for the whole line, with `one_story` for articles that are known to tell one."""
    return Settings(encoder=EncoderSettings(rules_alone=_rules_alone()), group=GroupSettings(one_story=one_story))


def weights() -> str:
    """Return which weights are measured."""
    held = encoder()
    return held.name if held else "rules"
