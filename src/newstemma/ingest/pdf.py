"""The text layer of PDF files, as paragraphs in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Final, NamedTuple

from newstemma.errors import ArticleError

__all__ = ["read_pdf"]

_SPANNING: Final = 0.6  # share of the text's width from which on a box stands across the columns, as headlines do
_SHORT: Final = 0.8  # share of a box's longest line below which a line that ends a sentence ends a paragraph too
_HYPHEN: Final = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*$")


class Box(NamedTuple):
    """Lines that stand together on a page; `left`, `right` and `top` in points, `top` growing upwards."""

    left: float
    right: float
    top: float
    text: str


def read_pdf(data: bytes) -> str:
    """Return the text of a PDF, a line for each paragraph.

    Lines are joined, words that a hyphen divides at a line's end too; columns are read one after the other between what
    stands across them. A paragraph that goes on in the next column or on the next page is put together where it goes on
    with a small letter. Raises `ArticleError` where the file is encrypted, has no text layer, is broken, or
    pdfminer.six is not installed.
    """
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextContainer
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError as error:
        message = "is a PDF, which needs pdfminer.six; install it with: pip install 'newstemma[formats]'"
        raise ArticleError(message, stage="ingest") from error
    pages: list[list[Box]] = []
    try:
        for page in extract_pages(BytesIO(data)):
            found = (element for element in page if isinstance(element, LTTextContainer))
            pages.append([Box(each.x0, each.x1, each.y1, each.get_text()) for each in found])
    except PDFPasswordIncorrect as error:
        raise ArticleError("is an encrypted PDF; save it without its password", stage="ingest") from error
    except Exception as error:  # what a broken file raises depends on the place where it breaks
        message = f"is a PDF too broken to be read ({type(error).__name__}); print it to a new one, or save its text"
        raise ArticleError(message, stage="ingest") from error
    paragraphs = [paragraph for page in pages for box in in_order(page) for paragraph in _paragraphs(box.text)]
    if not paragraphs:
        message = "is a PDF without text, perhaps a scan; have its text recognised (OCR) and name the outcome"
        raise ArticleError(message, stage="ingest")
    return "\n".join(_continued(paragraphs))


def in_order(boxes: Sequence[Box]) -> Iterator[Box]:
    """Yield the boxes of a page in the order in which they are read.

    >>> page = [Box(10, 90, 80, "b"), Box(110, 190, 80, "d"), Box(10, 90, 50, "c"), Box(10, 190, 99, "a")]
    >>> "".join(box.text for box in in_order(page))
    'abcd'

    pdfminer's own order goes from column to column line by line where paragraphs stand side by side.
    """
    band: list[Box] = []
    width = max((box.right for box in boxes), default=0) - min((box.left for box in boxes), default=0)
    for box in sorted(boxes, key=lambda box: (-box.top, box.left)):
        if box.right - box.left >= _SPANNING * width:
            yield from _columns(band)
            yield box
            band = []
        else:
            band.append(box)
    yield from _columns(band)


def _columns(band: Iterable[Box]) -> Iterator[Box]:
    """Yield the boxes between two that stand across the page: column by column, from above."""
    column: list[Box] = []
    for box in sorted(band, key=lambda box: (box.left, -box.top)):
        if column and box.left >= max(each.right for each in column):
            yield from sorted(column, key=lambda box: (-box.top, box.left))
            column = []
        column.append(box)
    yield from sorted(column, key=lambda box: (-box.top, box.left))


def _paragraphs(text: str) -> Iterator[str]:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    longest = max(len(line) for line in lines)
    paragraph: list[str] = []
    for line in lines:
        if line:
            paragraph.append(line)
        if paragraph and (not line or (len(line) < _SHORT * longest and _SENTENCE_END.search(line))):
            yield _joined(paragraph)
            paragraph = []
    if paragraph:
        yield _joined(paragraph)


def _joined(lines: Iterable[str]) -> str:
    return _HYPHEN.sub("", "\n".join(lines)).replace("\n", " ")


def _continued(paragraphs: Iterable[str]) -> list[str]:
    whole: list[str] = []
    for paragraph in paragraphs:
        if whole and paragraph[:1].islower() and not _SENTENCE_END.search(whole[-1]):
            whole[-1] = _joined([whole[-1], paragraph])
        else:
            whole.append(paragraph)
    return whole
