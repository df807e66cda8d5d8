"""What is exported, and the file formats: `write` puts it into a file, row by row."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args

from bot.exports import facts, reports, sheets
from bot.exports.cells import disarmed
from bot.exports.table import Table
from data.errors import HuiwenError
from data.records import Reader, Stored
from data.store import Store
from data.store.overview import everything_for
from retrieval.records import Language

What = Literal["facts", "reports"]
Format = Literal["xlsx", "csv", "json"]
WHAT: tuple[What, ...] = get_args(What)
FORMATS: tuple[Format, ...] = get_args(Format)


class UnknownFormat(HuiwenError):
    """A file name that says no format of ours."""


def write(store: Store, reader: Reader, path: Path, what: What = "facts", language: Language = "zh-hans") -> int:
    """Writes all that the reader may read into `path`, in the format that its name ends with; how many rows.

    Raises:
        UnknownFormat: the name does not end with .xlsx, .csv or .json.
        OSError: the file cannot be written.
    """
    found = everything_for(store, reader)
    match path.suffix.lower():
        case ".xlsx":
            return sheets.write(path, [_table(found, what, language)])
        case ".csv":
            return _write_csv(path, _table(found, what, language))
        case ".json":
            return _write_json(path, _records(found, what))
        case other:
            raise UnknownFormat(f"export: {other or path.name!r} is no format; use .xlsx, .csv or .json")


def _table(found: Iterable[Stored], what: What, language: Language) -> Table:
    return facts.table(facts.told(found), language) if what == "facts" else reports.table(found, language)


def _records(found: Iterable[Stored], what: What) -> Iterator[dict[str, Any]]:
    return map(facts.record, facts.told(found)) if what == "facts" else map(reports.record, found)


def _write_csv(path: Path, table: Table) -> int:
    """With a byte order mark, by which spreadsheet programs know UTF-8."""
    count = 0
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        for row in table.rows:
            writer.writerow([disarmed(value) for value in row])
            count += 1
    return count


def _write_json(path: Path, records: Iterable[dict[str, Any]]) -> int:
    """One list, a record a line."""
    count = 0
    with path.open("w", encoding="utf-8", errors="replace") as file:
        file.write("[")
        for one in records:
            file.write((",\n" if count else "\n") + json.dumps(one, ensure_ascii=False))
            count += 1
        file.write("\n]\n")
    return count
