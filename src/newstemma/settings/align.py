"""All settings of the stage `align`."""

from __future__ import annotations

from dataclasses import dataclass, field

from newstemma.settings.claims import ClaimSettings
from newstemma.settings.times import TimeSettings
from newstemma.settings.utterances import UtteranceSettings

__all__ = ["AlignSettings"]


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """One group of thresholds for each thing that `align` finds."""

    anchoring: TimeSettings = field(default_factory=TimeSettings)
    utterances: UtteranceSettings = field(default_factory=UtteranceSettings)
    claims: ClaimSettings = field(default_factory=ClaimSettings)
