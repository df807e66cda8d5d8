"""Tables → .xlsx, a sheet each; the only module that knows openpyxl, which it imports when it first writes."""

from collections.abc import Sequence
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Any

from bot.exports.cells import disarmed, fitting
from bot.exports.table import Table, Value

_MOST_ROWS = 1_000_000
"""A sheet ends at 1,048,576."""
_WIDTHS = {"narrow": 12, "wide": 48}
_LONG = 16
"""Characters from which on a value makes its column wide; looked for in the first rows."""
_LOOKED_AT = 50


def write(target: Path | BytesIO, tables: Sequence[Table]) -> int:
    """Writes the file row by row; how many rows there were, headings left out."""
    from openpyxl import Workbook  # type: ignore[import-untyped]  # it brings no types

    book = Workbook(write_only=True)
    count = sum(_write(book, table) for table in tables)
    book.save(target)
    book.close()
    return count


def _write(book: Any, table: Table) -> int:  # noqa: ANN401 - Workbook, which is imported late
    rows = iter(table.rows)
    first = list(islice(rows, _LOOKED_AT))
    sheet, count = _sheet(book, table, first), 0
    for count, row in enumerate(chain(first, rows), 1):
        sheet.append(_cells(row))
        if count % _MOST_ROWS == 0:
            sheet = _sheet(book, table, first)
    return count


def _cells(row: Sequence[Value]) -> list[Value]:
    return [fitting(disarmed(value)) for value in row]


def _sheet(book: Any, table: Table, first: Sequence[tuple[Value, ...]]) -> Any:  # noqa: ANN401 - as above
    """A sheet whose headings stay in sight and whose rows can be filtered."""
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]  # it brings no types

    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}1"
    for place in range(len(table.columns)):
        longest = max((len(str(row[place] or "")) for row in first), default=0)
        width = _WIDTHS["wide" if longest > _LONG else "narrow"]
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.append(_cells(table.columns))
    return sheet
