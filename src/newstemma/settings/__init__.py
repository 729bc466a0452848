"""One frozen settings class per stage; every threshold has a name, a unit and how it was calibrated."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from newstemma.settings.align import AlignSettings
from newstemma.settings.annotate import AnnotateSettings
from newstemma.settings.clean import CleanSettings
from newstemma.settings.compare import CompareSettings
from newstemma.settings.compose import ComposeSettings
from newstemma.settings.encoder import EncoderSettings
from newstemma.settings.group import GroupSettings
from newstemma.settings.ingest import IngestSettings
from newstemma.settings.profile import ProfileSettings
from newstemma.settings.skim import SkimSettings

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of all stages; `dataclasses.replace` makes others.

    >>> from dataclasses import replace
    >>> settings = Settings()
    >>> settings = replace(settings, clean=replace(settings.clean, keep_residue=True))
    """

    encoder: EncoderSettings = field(default_factory=EncoderSettings)
    ingest: IngestSettings = field(default_factory=IngestSettings)
    clean: CleanSettings = field(default_factory=CleanSettings)
    skim: SkimSettings = field(default_factory=SkimSettings)
    group: GroupSettings = field(default_factory=GroupSettings)
    annotate: AnnotateSettings = field(default_factory=AnnotateSettings)
    align: AlignSettings = field(default_factory=AlignSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)
    compose: ComposeSettings = field(default_factory=ComposeSettings)
    profile: ProfileSettings = field(default_factory=ProfileSettings)

    def fingerprint(self) -> str:
        """Return a short hash that changes when any value does.

        >>> Settings().fingerprint() == Settings().fingerprint()
        True
        """
        return sha256(repr(self).encode()).hexdigest()[:12]
