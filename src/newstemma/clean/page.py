"""The article in a web page: its text by trafilatura, and what the page says about it."""

from __future__ import annotations

from typing import Any

from newstemma.clean.about import page_metadata
from newstemma.clean.cascade import main_text
from newstemma.clean.frames import framed_texts
from newstemma.errors import ArticleError
from newstemma.model import Metadata

__all__ = ["extract"]

_JSON_LD = "application/ld+json"


def extract(html: str, url: str | None, *, least_words: int) -> tuple[str, Metadata, dict[str, str]]:
    """Return the main text of a page, what its metadata and JSON-LD say, and the texts that it sets apart with reasons.

    Readers' comments are left out. Raises `ArticleError` where the page has no text of at least `least_words`
    words.
    """
    from trafilatura import load_html  # half a second to import

    text, told, framed = "", Metadata(), {}
    try:
        tree: Any = load_html(html)
        if tree is not None:
            told = page_metadata(html, tree, url)
            _drop_programs(tree)
            text = main_text(tree, url or told.url)
            framed = framed_texts(tree) if text else {}
    except Exception as error:  # the libraries below assert what broken markup does not keep: "<svg><html>"
        raise ArticleError(
            f"is a web page too broken to be read ({type(error).__name__}); save its text to a file", stage="clean"
        ) from error
    if len(text.split()) < least_words:
        raise ArticleError(
            f"is a web page without an article: its main text has {len(text.split())} words, an article at least "
            f"{least_words}; name the article's own page, or save its text to a file",
            stage="clean",
        )
    return text, told, framed


def _drop_programs(tree: Any) -> None:
    """Take out scripts and styles, half of many a page, before the tree is copied; what they say in JSON-LD stays."""
    for element in list(tree.iter("script", "style")):
        if element.get("type") != _JSON_LD and element.getparent() is not None:
            element.drop_tree()
