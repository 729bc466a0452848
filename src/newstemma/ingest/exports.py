"""Exports of news databases: one text, many articles (Nexis Uni, LexisNexis before it, Factiva, ProQuest)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newstemma.errors import ArticleError
from newstemma.ingest.export_forms import WRITTEN_DAY, without_text
from newstemma.ingest.factiva import factiva_articles, is_factiva
from newstemma.ingest.lexisnexis import is_lexisnexis, lexisnexis_articles
from newstemma.ingest.markup import export_lines
from newstemma.ingest.metadata import metadata
from newstemma.ingest.records import Record

__all__ = ["articles_in", "articles_in_page"]

_NEXIS_DAY: Final = re.compile(rf"{WRITTEN_DAY}.{{0,40}}")
_NEXIS_AFTER: Final = re.compile(r"(?:Classification|Graphic|Notes|Correction|Load-Date:.*)")
_PROQUEST_RULE: Final = re.compile(r"_{50,}")
_PROQUEST_FIELDS: Final = (
    "Abstract", "Author", "Business indexing term", "Classification", "Column", "Company / organization", "Copyright",
    "Country of publication", "Credit", "Database", "Dateline", "Document URL", "Document feature", "Document type",
    "First page", "Full text", "Identifier / keyword", "ISSN", "Issue", "Language of publication", "Last updated",
    "Links", "Location", "Pages", "People", "Place of publication", "ProQuest document ID", "Publication date",
    "Publication info", "Publication subject", "Publication title", "Publication year",
    "Publisher", "Section", "Source type", "Subject",
    "Subject term", "Title", "Volume", "e-ISSN",
)  # fmt: skip
_PROQUEST_FIELD: Final = re.compile(rf"({'|'.join(map(re.escape, _PROQUEST_FIELDS))}):(?: (.*))?")


def articles_in(text: str) -> Iterator[Record | ArticleError] | None:
    r"""Yield the articles of an export in its order; `None` where `text` is none.

    >>> export = "Ice\nThe Gull\nFebruary 4, 2031 Tuesday\nLength: 2 words\nBody\nIt froze.\nEnd of Document\n"
    >>> [(each.content, each.given.outlet) for each in articles_in(export)]
    [('It froze.', 'The Gull')]
    >>> articles_in("It froze.") is None
    True

    LexisNexis and Factiva have modules of their own. Nexis Uni: title, outlet and day above "Body", the text below it,
    "End of Document" after each. ProQuest as text: fields such as "Publication title:" and "Full text:", a rule of
    underscores after each. An article without its text comes as an error in its place.
    """
    return _parted([line.strip() for line in text.splitlines()])


def articles_in_page(html: str) -> Iterator[Record | ArticleError] | None:
    """Yield the articles of an export in HTML in its order; `None` where the page is none.

    >>> articles_in_page("<html><body><p>It froze.</p></body></html>") is None
    True
    """
    lines = export_lines(html)
    return _parted(lines) if lines else None


def _parted(lines: list[str]) -> Iterator[Record | ArticleError] | None:
    if is_lexisnexis(lines):
        return lexisnexis_articles(lines)
    if is_factiva(lines):
        return factiva_articles(lines)
    if "End of Document" in lines and "Body" in lines:
        return _nexis(lines)
    if any(_PROQUEST_RULE.fullmatch(line) for line in lines) and any(line.startswith("Full text:") for line in lines):
        return _proquest(lines)
    return None


def _nexis(lines: list[str]) -> Iterator[Record | ArticleError]:
    article: list[str] = []
    for line in lines:
        if line == "End of Document":
            yield _nexis_article(article)
            article = []
        elif line:
            article.append(line)


def _nexis_article(lines: list[str]) -> Record | ArticleError:
    if "Body" not in lines:
        return without_text("Body")
    head, body = lines[: lines.index("Body")], lines[lines.index("Body") + 1 :]
    end = next((number for number, line in enumerate(body) if _NEXIS_AFTER.fullmatch(line)), len(body))
    if not end:
        return without_text("Body")
    days = [(number, match[1]) for number, line in enumerate(head) if (match := _NEXIS_DAY.fullmatch(line))]
    place, day = days[-1] if days else (2, "")  # a list of the articles may stand before the first
    byline = next((line.removeprefix("Byline:") for line in head if line.startswith("Byline:")), "")
    title, outlet = (head[place - back] if 0 <= place - back < len(head) else "" for back in (2, 1))
    given = metadata(title=title, outlet=outlet, author=byline, published=day)
    return Record("", "text", "\n".join(body[:end]), given)


def _proquest(lines: list[str]) -> Iterator[Record | ArticleError]:
    article: list[str] = []
    for line in [*lines, "_" * 60]:
        if not _PROQUEST_RULE.fullmatch(line):
            article.append(line)
            continue
        fields = _proquest_fields(article)
        article = []
        if "Full text" in fields:
            yield _proquest_article(fields)
        elif fields.keys() & {"ProQuest document ID", "Document URL"}:  # what stands before and after has neither
            yield without_text("Full text")


def _proquest_fields(lines: list[str]) -> dict[str, list[str]]:
    """Lead from each field to its lines: the full text ends at a field after an empty line, others at that line."""
    fields: dict[str, list[str]] = {}
    name, before = "", ""
    for line in lines:
        match = _PROQUEST_FIELD.fullmatch(line)
        if match and (name != "Full text" or not before):
            name = match[1]
            fields.setdefault(name, []).append(match[2] or "")
        elif name and (name == "Full text" or line):
            fields[name].append(line)
        else:
            name = ""
        before = line
    return fields


def _proquest_article(fields: dict[str, list[str]]) -> Record | ArticleError:
    text = "\n".join(line for line in fields["Full text"] if line)
    if not text:
        return without_text("Full text")

    def told(name: str) -> str:
        return " ".join(fields.get(name, ())).strip()

    given = metadata(
        title=told("Title"),
        outlet=told("Publication title").partition(";")[0],
        author=told("Author"),
        url=told("Document URL"),
        published=told("Publication date"),
    )
    return Record("", "text", text, given)
