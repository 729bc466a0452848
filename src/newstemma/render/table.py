"""A reading as one table for spreadsheets: a row for each witness of each finding."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from newstemma.model import Reading, Span
from newstemma.render.index import Index, index

__all__ = ["COLUMNS", "safe_cell", "to_csv"]


class Row(NamedTuple):
    """One witness; `start` and `end` are empty where the finding is that there are no words."""

    story: str
    finding: str
    id: str
    text: str
    speaker: str
    nature: str
    article: str
    outlet: str
    start: int | str
    end: int | str
    words: str
    accounts: int | str


COLUMNS: Final = Row._fields
"""The header: `finding` is quote, report, claim, difference, silence, wording, reuse or timeline."""

# Spreadsheets run a cell that begins so as a formula (OWASP, CSV injection); tabs and full-width forms are passed over.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_csv(reading: Reading) -> str:
    r"""Write the findings of a reading as CSV by RFC 4180.

    >>> to_csv(Reading((), ()))
    'story,finding,id,text,speaker,nature,article,outlet,start,end,words,accounts\r\n'

    `words` is what stands at `start` to `end` of the article; a cell that a spreadsheet would take for a formula has an
    apostrophe before it.
    """
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for dossier in reading.dossiers:
        writer.writerows([safe_cell(cell) for cell in row] for row in _rows(index(dossier)))
    return written.getvalue()


def safe_cell(cell: int | str) -> int | str:
    """Return a cell as a spreadsheet takes it for what it is, a text for a text.

    >>> safe_cell("=1+1"), safe_cell(7)
    ("'=1+1", 7)
    """
    if isinstance(cell, int):
        return cell
    whole = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", cell)
    return f"'{whole}" if _FORMULA.match(whole) else whole


def _rows(at: Index) -> Iterator[Row]:
    yield from _speech(at)
    for claim in at.dossier.claims:
        accounts = at.support(claim.id, claim.articles).accounts
        speaker = at.reported_by(claim)
        nature: str = claim.kind if claim.kind in ("speech", "office") else "reported" if claim.reported else "stated"
        yield from _witnesses(at, "claim", claim.id, claim.text, claim.witnesses, nature, speaker, accounts)
    for difference in at.dossier.differences:
        for position in difference.positions:
            accounts = at.support(position.id, [span.article for span in position.witnesses]).accounts
            about = f"{difference.about}: {position.text}" if difference.about else position.text
            nature = difference.nature
            yield from _witnesses(at, "difference", difference.id, about, position.witnesses, nature, "", accounts)
    for silence in at.dossier.silences:
        claimed = at.claims.get(silence.claim)
        for article in silence.articles:
            yield _row(at, "silence", silence.claim, claimed.text if claimed else "", article, nature="not found")
    for wording in at.dossier.wording:
        for term in wording.terms:
            yield from _witnesses(at, "wording", "", f"{wording.referent}: {term.text}", term.witnesses)
    for reuse in at.dossier.reuse:
        about = f"{reuse.source or 'unknown'} → {reuse.target or 'unknown'}"
        for passage in reuse.passages:
            yield from _witnesses(at, "reuse", reuse.id, about, passage)
    for moment in at.dossier.timeline:
        interval = f"{moment.earliest.isoformat()}/{moment.latest.isoformat()}"
        yield from _witnesses(at, "timeline", "", moment.text, moment.witnesses, interval)


def _speech(at: Index) -> Iterator[Row]:
    """Yield what is quoted or reported: first the utterances, then what belongs to none."""
    for utterance in at.dossier.utterances:
        accounts = at.carried(utterance).accounts
        for witness in utterance.witnesses:
            said = at.attributions[witness.attribution]
            text, speaker = utterance.wording, utterance.speaker_text
            yield from _witnesses(at, "quote", utterance.id, text, said.content, said.kind, speaker, accounts)
    for said in at.dossier.attributions:
        if said.id not in at.utterance_of:
            text = " … ".join(at.text(span) for span in said.content)
            yield from _witnesses(at, "report", said.id, text, said.content, said.kind, at.speaker(said))


def _witnesses(
    at: Index,
    finding: str,
    identifier: str,
    text: str,
    spans: Iterable[Span],
    nature: str = "",
    speaker: str = "",
    accounts: int | str = "",
) -> Iterator[Row]:
    for span in spans:
        row = _row(at, finding, identifier, text, span.article, nature)
        yield row._replace(
            speaker=speaker, start=span.start, end=span.end, words=at.text(span), accounts=accounts
        )  # fmt: skip


def _row(at: Index, finding: str, identifier: str, text: str, article: str, nature: str) -> Row:
    outlet = at.articles[article].about.outlet or ""
    return Row(at.dossier.title, finding, identifier, text, "", nature, article, outlet, "", "", "", "")
