"""Rich text: the words of RTF documents, as news databases export them."""

from __future__ import annotations

from newstemma.errors import ArticleError

__all__ = ["read_rtf"]


def read_rtf(data: bytes) -> str:
    r"""Return the text of an RTF document, a line for each paragraph, a bar between the cells of a row.

    Rich Text Format 1.9, by striprtf. Raises `ArticleError` where it is none, is broken, holds no text, or striprtf is
    not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        message = "is an RTF document, which needs striprtf; install it with: pip install 'newstemma[formats]'"
        raise ArticleError(message, stage="ingest") from error
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ArticleError("is no RTF document, whatever its name; name it by what it is", stage="ingest")
    try:
        text = str(rtf_to_text(data.decode("ascii", "replace"), errors="replace"))
    except Exception as error:  # what a broken file raises depends on the place where it breaks
        message = f"is an RTF document too broken to be read ({type(error).__name__}); save it anew, or as text"
        raise ArticleError(message, stage="ingest") from error
    if not text.strip():
        raise ArticleError("is an RTF document without text; it should hold an article", stage="ingest")
    return text
