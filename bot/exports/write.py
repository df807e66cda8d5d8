"""What is exported, and the file formats: `write` puts it into a file, row by row."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, get_args

from bot.exports import facts, questions, reports, sheets
from bot.exports.cells import disarmed
from bot.exports.table import Table
from data.errors import HuiwenError
from data.records import Reader
from data.store import Store
from data.store.gaps import gaps_in
from data.store.overview import everything_for
from retrieval.records import Language

What = Literal["facts", "reports"]
Format = Literal["xlsx", "csv", "json"]
WHAT: tuple[What, ...] = get_args(What)
FORMATS: tuple[Format, ...] = get_args(Format)
_MOST_QUESTIONS = 100_000


class UnknownFormat(HuiwenError):
    """A file name that says no format of ours."""


def write(store: Store, reader: Reader, path: Path, what: What = "facts", language: Language = "zh-hans") -> int:
    """Writes all that the reader may read into `path`, in the format that its name ends with; how many rows.

    Raises:
        UnknownFormat: the name does not end with .xlsx, .csv or .json.
        OSError: the file cannot be written.
    """
    found = everything_for(store, reader)
    if what == "facts":
        return _save(path, map(facts.record, facts.told(found)), facts.table(facts.told(found), language))
    return _save(path, map(reports.record, found), reports.table(found, language))


def write_questions(store: Store, chat: int | None, path: Path, language: Language = "zh-hans") -> int:
    """Writes the questions of a chat, of all chats for None, that found no good answer; how many.

    Raises:
        UnknownFormat, OSError: as in `write`.
    """
    gaps = gaps_in(store, chat, _MOST_QUESTIONS)
    return _save(path, map(questions.record, gaps), questions.table(gaps, language))


def _save(path: Path, records: Iterable[dict[str, Any]], table: Table) -> int:
    """Only one of the two forms is read, for both are made as they are read."""
    match path.suffix.lower():
        case ".xlsx":
            return sheets.write(path, [table])
        case ".csv":
            return _write_csv(path, table)
        case ".json":
            return _write_json(path, records)
        case other:
            raise UnknownFormat(f"export: {other or path.name!r} is no format; use .xlsx, .csv or .json")


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
