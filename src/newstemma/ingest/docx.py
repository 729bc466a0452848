"""Word documents: their paragraphs, in order, those in tables too."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from newstemma.errors import ArticleError

if TYPE_CHECKING:
    from docx.table import Table as DocumentTable

__all__ = ["read_docx"]


def read_docx(data: bytes, *, most: int) -> str:
    """Return the text of a Word document, a line for each paragraph.

    Its properties are passed over: they tell who saved it rather than who wrote the article.

    Office Open XML (ECMA-376), by python-docx. Raises `ArticleError` where it is none, holds no text, would unpack to
    more than `most` bytes, or python-docx is not installed.
    """
    try:
        from zipfile import BadZipFile, ZipFile  # slow to import, like the library

        from docx import Document
        from docx.table import Table
    except ImportError as error:
        message = "is a Word document, which needs python-docx; install it with: pip install 'newstemma[formats]'"
        raise ArticleError(message, stage="ingest") from error
    try:
        with ZipFile(BytesIO(data)) as package:
            unpacked = sum(part.file_size for part in package.infolist() if not part.filename.startswith("word/media/"))
        if unpacked > most:
            message = (
                f"is a Word document of {unpacked / 1e6:,.0f} MB, more than the {most / 1e6:,.0f} MB that are read"
            )
            raise ArticleError(f"{message}; save its text, or raise the limit in IngestSettings", stage="ingest")
        document = Document(BytesIO(data))
        lines: list[str] = []
        for block in document.iter_inner_content():
            lines += _cells(block) if isinstance(block, Table) else [block.text]
    except ArticleError:
        raise
    except BadZipFile as error:
        message = "is no Word document of today, or is encrypted; save it as .docx without a password, or as text"
        raise ArticleError(message, stage="ingest") from error
    except Exception as error:  # what a broken file raises depends on the part that is broken
        message = f"is a Word document too broken to be read ({type(error).__name__}); save it anew, or as text"
        raise ArticleError(message, stage="ingest") from error
    text = "\n".join(line for line in lines if line.strip())
    if not text:
        raise ArticleError("is a Word document without text; it should hold an article", stage="ingest")
    return text


def _cells(table: DocumentTable) -> Iterator[str]:
    """Yield the texts of a table's cells; one that goes over several columns stands in each of them and comes once."""
    for row in table.rows:
        yield from dict.fromkeys(cell.text for cell in row.cells)
