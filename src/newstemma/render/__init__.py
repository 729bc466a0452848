"""What the reader sees: a reading as a page, as data, as tables, as linked data and as a short report.

Every door is a function of a `Reading` that returns text, or bytes where it writes a workbook; `print_report` alone
prints, to the console that it is given.
"""

from __future__ import annotations

from newstemma.render.annotations import to_annotations
from newstemma.render.data import to_data, to_json, to_jsonl
from newstemma.render.page import to_html
from newstemma.render.plain import print_report, to_markdown
from newstemma.render.quotations import to_quotations
from newstemma.render.table import safe_cell, to_csv
from newstemma.render.workbook import require_writer, to_xlsx

__all__ = [
    "print_report",
    "require_writer",
    "safe_cell",
    "to_annotations",
    "to_csv",
    "to_data",
    "to_html",
    "to_json",
    "to_jsonl",
    "to_markdown",
    "to_quotations",
    "to_xlsx",
]
