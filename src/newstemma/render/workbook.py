"""A reading as a workbook for spreadsheets: a sheet for each kind of finding, with links to the live pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from newstemma.errors import InputError
from newstemma.model import Attribution, Reading, Span
from newstemma.render.index import Index, index
from newstemma.render.links import live_link
from newstemma.render.phrases import printable, variant

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["require_writer", "to_xlsx"]


class Linked(NamedTuple):
    """Words that lead to a live page, or plain words where `url` is empty."""

    text: str
    url: str


Cell = str | int | float | Linked
Row = tuple[Cell, ...]


class Sheet(NamedTuple):
    """A sheet: its name, its columns with their widths in characters, its rows."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[Row]


# Limits of the format (Excel specifications and limits): characters of a cell and an address, a sheet's rows and links.
_CELL: Final = 32_767
_ADDRESS: Final = 2_079
_ROWS: Final = 1_048_576
_LINKS: Final = 65_530
# A workbook carries the day of its making; the same reading gives the same bytes, so it is always this one.
_MADE: Final = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)

_STORY: Final = ("story", 24)
_WITNESS: Final = (("article", 20), ("outlet", 18), ("start", 7), ("end", 7), ("words", 60))


def require_writer() -> None:
    """Raise `InputError` where XlsxWriter is not installed; ask before a long run that is to end in a workbook.

    >>> require_writer()
    """
    if find_spec("xlsxwriter") is None:
        message = "a workbook needs XlsxWriter, which is not installed; install it with: pip install 'newstemma[xlsx]'"
        raise InputError(message)


def to_xlsx(reading: Reading) -> bytes:
    """Write the findings of a reading as an Office Open XML workbook (ECMA-376).

    >>> to_xlsx(Reading((), ()))[:2]
    b'PK'

    Sheets: articles, utterances, quotes, claims, differences, accounts and what was not read; one row for each witness.
    `words` is what stands at `start` to `end` of the article and leads to the live page where its address is known.
    Every text is a text, never a formula; one longer than a cell holds ends in an ellipsis. Raises `InputError` where
    XlsxWriter is not installed, or where one sheet would have more rows than the format allows.
    """
    require_writer()
    from xlsxwriter import Workbook

    written = BytesIO()
    stories = [index(dossier) for dossier in reading.dossiers]
    workbook = Workbook(written, {"in_memory": True})
    workbook.set_properties({"title": "newstemma", "created": _MADE})
    bold, link = workbook.add_format({"bold": True}), workbook.get_default_url_format()
    for sheet in _sheets(stories, reading):
        _fill(workbook.add_worksheet(sheet.name), sheet, bold, link)
    workbook.close()
    return written.getvalue()


def _fill(worksheet: Worksheet, sheet: Sheet, bold: Format, link: Format) -> None:
    for column, (name, width) in enumerate(sheet.columns):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, name, bold)
    worksheet.freeze_panes(1, 0)
    links, last = 0, 0
    for last, row in enumerate(sheet.rows, start=1):
        if last == _ROWS:
            message = f"sheet {sheet.name!r} would have more than {_ROWS:,} rows, the most that XLSX allows; write CSV"
            raise InputError(message)
        for column, cell in enumerate(row):
            if isinstance(cell, Linked) and cell.url and len(cell.url) <= _ADDRESS and links < _LINKS:
                worksheet.write_url(last, column, cell.url, link, _text(cell.text))
                links += 1
            elif isinstance(cell, Linked | str):
                worksheet.write_string(last, column, _text(cell if isinstance(cell, str) else cell.text))
            else:
                worksheet.write_number(last, column, cell)
    worksheet.autofilter(0, 0, last, len(sheet.columns) - 1)


def _text(text: str) -> str:
    """Return what XML can carry of `text`, cut at the most that a cell holds, which is counted in UTF-16."""
    whole = printable(text)
    units = whole.encode("utf-16-le")
    if len(units) // 2 <= _CELL:
        return whole
    return f"{units[: 2 * (_CELL - 1)].decode('utf-16-le', errors='ignore')}…"


def _sheets(stories: Sequence[Index], reading: Reading) -> Iterator[Sheet]:
    yield Sheet(
        "articles",
        (
            _STORY, ("article", 20), ("outlet", 18), ("title", 50), ("published", 20), ("kind", 10), ("language", 9),
            ("account", 20), ("characters", 10), ("removed", 9), ("files", 40),
        ),
        (row for at in stories for row in _articles(at)),
    )  # fmt: skip
    yield Sheet(
        "utterances",
        (
            _STORY, ("utterance", 20), ("speaker", 24), ("wording", 60), ("accounts", 9), *_WITNESS, ("share", 7),
            ("variants", 60),
        ),
        (row for at in stories for row in _utterances(at)),
    )  # fmt: skip
    yield Sheet(
        "quotes",
        (
            _STORY,
            ("quote", 20),
            ("kind", 9),
            ("speaker", 24),
            ("said by", 24),
            ("cue", 16),
            ("utterance", 20),
            *_WITNESS,
        ),
        (row for at in stories for row in _quotes(at)),
    )
    yield Sheet(
        "claims",
        (_STORY, ("claim", 20), ("text", 60), ("kind", 9), ("reported of", 24), ("accounts", 9), *_WITNESS),
        (row for at in stories for row in _claims(at)),
    )
    yield Sheet(
        "differences",
        (
            _STORY, ("difference", 20), ("kind", 10), ("nature", 16), ("about", 30), ("position", 30), ("accounts", 9),
            *_WITNESS,
        ),
        (row for at in stories for row in _differences(at)),
    )  # fmt: skip
    yield Sheet(
        "accounts",
        (_STORY, ("account", 20), ("origin", 24), ("evidence", 60), ("article", 20), ("outlet", 18)),
        (row for at in stories for row in _accounts(at)),
    )
    yield Sheet(
        "not read",
        (("file", 60), ("stage", 10), ("reason", 80)),
        ((rejected.file, rejected.stage, rejected.reason) for rejected in reading.rejected),
    )


def _articles(at: Index) -> Iterator[Row]:
    for article in at.dossier.articles:
        about, account = article.about, at.account_of.get(article.id)
        yield (
            at.dossier.title,
            article.id,
            about.outlet or "",
            Linked(about.title or "", live_link(about.url, "")),
            about.published.isoformat() if about.published else "",
            about.kind,
            about.language or "",
            account.id if account else "",
            len(article.text),
            sum(len(removed.span) for removed in article.removed),
            ", ".join(article.files),
        )


def _utterances(at: Index) -> Iterator[Row]:
    for utterance in at.dossier.utterances:
        accounts = at.carried(utterance).accounts
        head = (at.dossier.title, utterance.id, utterance.speaker_text, utterance.wording, accounts)
        for witness in utterance.witnesses:
            variants = "; ".join(variant(each, utterance.wording) for each in witness.variants)
            for cells in _words(at, at.attributions[witness.attribution].content):
                yield (*head, *cells, round(witness.share, 4), variants)


def _quotes(at: Index) -> Iterator[Row]:
    for said in at.dossier.attributions:
        head = (at.dossier.title, said.id, said.kind, at.speaker(said), said.speaker_text, _cue(at, said))
        for cells in _words(at, said.content):
            yield (*head, at.utterance_of.get(said.id, ""), *cells)


def _cue(at: Index, said: Attribution) -> str:
    return " … ".join(at.text(span) for span in said.cue)


def _claims(at: Index) -> Iterator[Row]:
    for claim in at.dossier.claims:
        speaker = at.reported_by(claim)
        accounts = at.support(claim.id, claim.articles).accounts
        for cells in _words(at, claim.witnesses):
            yield (at.dossier.title, claim.id, claim.text, claim.kind, speaker, accounts, *cells)


def _differences(at: Index) -> Iterator[Row]:
    for difference in at.dossier.differences:
        head = (at.dossier.title, difference.id, difference.kind, difference.nature, difference.about)
        for position in difference.positions:
            accounts = at.support(position.id, [span.article for span in position.witnesses]).accounts
            for cells in _words(at, position.witnesses):
                yield (*head, position.text, accounts, *cells)


def _accounts(at: Index) -> Iterator[Row]:
    for account in at.dossier.accounts:
        evidence = "; ".join(dict.fromkeys(each.text or each.kind for each in account.evidence))
        for article in account.articles:
            outlet = at.articles[article].about.outlet or ""
            yield (at.dossier.title, account.id, account.origin, evidence, article, outlet)


def _words(at: Index, spans: Iterable[Span]) -> Iterator[Row]:
    """Yield the cells of `_WITNESS` for each of `spans`."""
    for span in spans:
        about, words = at.articles[span.article].about, at.text(span)
        yield span.article, about.outlet or "", span.start, span.end, Linked(words, live_link(about.url, words))
