"""JSON Lines in, JSON Lines out: facts of reports, answers to questions, one record a line, order kept."""

import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from bot.render.record import answer_record
from data.errors import HuiwenError
from data.facts.as_json import record
from data.facts.extract import extract
from data.ingest import to_report
from data.records import Reader, Report
from data.segment import from_record
from retrieval.engine import Engine
from retrieval.records import Context

Row = dict[str, object]
Made = TypeVar("Made")

SUFFIXES = {".txt", ".html", ".htm", ".docx", ".pdf"}
"""What is taken from a folder beside files of lines; a file that is named is taken whatever it is called."""
DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)
"""What reading a compressed file that is cut off or spoiled raises."""


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among `paths` and in the folders among them, those of a folder in order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES or of_lines(file))
        else:
            yield path


def of_lines(path: Path) -> bool:
    """Whether the file holds one record a line, as it is or compressed."""
    return path.name.lower().endswith((".jsonl", ".jsonl.gz"))


def opened(path: Path) -> BinaryIO:
    """The bytes of a file of lines, unpacked as they are read."""
    return cast("BinaryIO", gzip.open(path)) if path.suffix.lower() == ".gz" else path.open("rb")


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file in order; a line that holds none comes back as `{"id": None, "error": …}`.

    So does the rest of a compressed file from where it is damaged.
    """
    try:
        with opened(path) as file, io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, f"{path.name} line {number}")
    except DAMAGE as error:
        yield {"id": None, "error": f"{path.name}: {error}"}


def _row(line: str, where: str) -> Row:
    try:
        found = json.loads(line)
    except ValueError as error:
        return {"id": None, "error": f"{where}: not JSON ({error})"}
    return found if isinstance(found, dict) else {"id": None, "error": f"{where}: not an object"}


def reports(path: Path) -> Iterator[Report | Row]:
    """The reports of `path`: each line of a file of lines, else the file as one; errors as `{"id", "error"}`."""
    if of_lines(path):
        yield from (_each(row, from_record) for row in rows(path))
    else:
        yield _each({"id": path.stem}, lambda _: replace(to_report(path.name, path.read_bytes()), id=path.stem))


def fact_records(path: Path) -> Iterator[Row]:
    """One record (or `{"id", "error"}`) a report of `path`."""
    for report in reports(path):
        yield record(report, extract(report)) if isinstance(report, Report) else report


def answer_records(engine: Engine, reader: Reader, questions: Iterable[Row], today: date) -> Iterator[Row]:
    """One answer (or `{"id", "error"}`) a question; questions with the same `chat` are one conversation, in order."""
    contexts: dict[object, Context] = {}

    def answered(row: Row) -> Row:
        chat, text = row.get("chat"), str(row["q"])
        day = date.fromisoformat(str(row["asked_on"])) if row.get("asked_on") else today
        reply = engine.ask(reader, text, day, contexts.get(chat, Context()))
        if chat is not None:
            contexts[chat] = reply.context
        return answer_record(reply, row.get("id"), text)

    yield from (_each(row, answered) for row in questions)


def _each(row: Row, work: Callable[[Row], Made]) -> Made | Row:
    """What `work` makes of the row; of one that fails, the error, so that the batch goes on."""
    if "error" in row:
        return row
    try:
        return work(row)
    except KeyError as error:
        return {"id": row.get("id"), "error": f"the line has no key {error}"}
    except (HuiwenError, ValueError, TypeError) as error:
        return {"id": row.get("id"), "error": str(error)}
