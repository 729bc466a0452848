"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.errors import ArticleError
from newstemma.ingest.encoding import decode

TEXT = "“We’re ready,” said José Üblöd — the keeper of the lake. It cost £5."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), readable_share=0.9) == TEXT


def test_a_page_that_declares_its_encoding_is_believed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Озеро замёрзло ночью, сказал он.</body></html>'
    assert decode(page.encode("cp1251"), readable_share=0.9) == page


def test_a_wrong_declaration_is_not() -> None:
    page = '<html><head><meta charset="ascii"></head><body>“The lake froze.”</body></html>'
    assert decode(page.encode("cp1252"), readable_share=0.9) == page


def test_utf8_with_a_broken_place_stays_utf8() -> None:
    data = (TEXT * 5).encode() + b"\xe2\x80"  # cut in the middle of a mark
    assert decode(data, readable_share=0.9) == TEXT * 5 + "\ufffd"


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cn", "Co", "Cs")), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), readable_share=0.0) == text


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail_otherwise(data: bytes) -> None:
    try:
        assert isinstance(decode(data, readable_share=0.9), str)
    except ArticleError as error:
        assert error.stage == "ingest"
