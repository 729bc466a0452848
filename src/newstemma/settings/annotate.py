"""Thresholds of `annotate`, a group for each thing that it reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from newstemma.settings.names import NameSettings
from newstemma.settings.quantities import QuantitySettings
from newstemma.settings.quotations import QuotationSettings
from newstemma.settings.times import TimeSettings

__all__ = ["AnnotateSettings"]


@dataclass(frozen=True, slots=True)
class AnnotateSettings:
    """The settings of the readers of an article, by what they read.

    >>> AnnotateSettings().quotations.title_words
    6
    """

    quotations: QuotationSettings = field(default_factory=QuotationSettings)
    names: NameSettings = field(default_factory=NameSettings)
    quantities: QuantitySettings = field(default_factory=QuantitySettings)
    times: TimeSettings = field(default_factory=TimeSettings)
