"""Whether the encoder reads, or rules alone."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EncoderSettings"]


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """What `pipeline` opens.

    >>> EncoderSettings().rules_alone
    False
    """

    # Read names and attributions by rules, without opening the encoder: faster to start, and less is found.
    rules_alone: bool = False
