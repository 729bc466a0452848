"""All settings of the stage `compare`."""

from __future__ import annotations

from dataclasses import dataclass, field

from newstemma.settings.accounts import AccountSettings
from newstemma.settings.differences import DifferenceSettings
from newstemma.settings.silences import SilenceSettings
from newstemma.settings.wording import NameSettings, PlaceSettings, WordingSettings

__all__ = ["CompareSettings"]


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """One group of thresholds for each thing that `compare` finds."""

    accounts: AccountSettings = field(default_factory=AccountSettings)
    differences: DifferenceSettings = field(default_factory=DifferenceSettings)
    places: PlaceSettings = field(default_factory=PlaceSettings)
    names: NameSettings = field(default_factory=NameSettings)
    silences: SilenceSettings = field(default_factory=SilenceSettings)
    wording: WordingSettings = field(default_factory=WordingSettings)
