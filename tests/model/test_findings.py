"""What a conflict makes of the claims that state its positions."""

from __future__ import annotations

import pytest

from newstemma.model import Claim, Difference, Nature, Position, Span, contested


def claim(name: str, *witnesses: Span) -> Claim:
    return Claim(name, "", witnesses[0], witnesses)


@pytest.mark.parametrize(
    ("nature", "expected"), [("conflict", {"one", "other"}), ("precision", set()), ("update", set())]
)
def test_only_a_conflict_makes_claims_contested(nature: Nature, expected: set[str]) -> None:
    claims = [claim("one", Span("a", 0, 20)), claim("other", Span("b", 0, 20)), claim("third", Span("a", 30, 50))]
    positions = Position("9", "9", (Span("a", 5, 6),)), Position("6", "6", (Span("b", 5, 6),))
    assert contested(claims, [Difference("d", "number", nature, "", positions)]) == expected
