"""Right, reported and true decisions, and the shares that are made of them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Counts"]


@dataclass(slots=True)
class Counts:
    """Right, reported and true decisions; precision and recall are divided last."""

    right: int = 0
    reported: int = 0
    true: int = 0

    def __iadd__(self, other: Counts) -> Counts:
        self.right += other.right
        self.reported += other.reported
        self.true += other.true
        return self

    @property
    def precision(self) -> float:
        """Share of the reported that is right; 1 where nothing was reported."""
        return self.right / self.reported if self.reported else 1.0

    @property
    def recall(self) -> float:
        """Share of the true that was found; 1 where there is nothing to find."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Counts(right=8, reported=10, true=10).f1
        0.8
        """
        total = self.reported + self.true
        return 2 * self.right / total if total else 1.0

    @property
    def share(self) -> float:
        """Share of the reported that was counted, 0 where nothing was: for counts of mistakes."""
        return self.right / self.reported if self.reported else 0.0

    def figures(self, name: str) -> dict[str, float]:
        """Return precision, recall and F1 under `name`.

        >>> Counts(1, 2, 4).figures("quotes")["quotes recall"]
        0.25
        """
        return {f"{name} precision": self.precision, f"{name} recall": self.recall, f"{name} F1": self.f1}
