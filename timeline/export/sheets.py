"""Sheets: rows of cells to CSV that every program reads alike (RFC 4180, UTF-8) and none runs as a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

Cell = str | int | float | date | None
Row = Mapping[str, Cell]

JOINT = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_sheet(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A header and the rows; a cell without a value is empty."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return sheet.getvalue().encode("utf-8", "replace")


def cell(value: Cell) -> str:
    """A cell's characters; words that a spreadsheet would run as a formula get an apostrophe, numbers stay numbers.

    >>> cell("=1+1"), cell(-73.9), cell(None), cell(date(2026, 1, 24))
    ("'=1+1", '-73.9', '', '2026-01-24')
    """
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def joined(values: Iterable[str | None]) -> str:
    """Several values in one cell; a value's own line breaks become spaces."""
    return JOINT.join(" ".join(value.split()) for value in values if value)
