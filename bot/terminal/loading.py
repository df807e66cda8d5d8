"""`huiwen load`: files and folders into the store, with a progress bar on a terminal."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.terminal import batch
from data.errors import HuiwenError
from data.ingest import ingest, ingest_records
from data.store import Store


def load(store: Store, paths: Iterable[Path], collection: str) -> int:
    """Load every file under `paths`; prints what came in and each error. How many reports could not be loaded."""
    console, loaded, known, errors = Console(stderr=True), 0, 0, 0
    for path in batch.files(paths):
        new, old, failed = (_records if batch.of_lines(path) else _file)(store, path, collection)
        loaded, known = loaded + new, known + old
        errors += len(failed)
        for fault in failed:
            console.print(fault, style="red", markup=False, highlight=False)
    sys.stdout.write(f"{loaded} loaded, {known} already there, {errors} failed\n")
    return errors


def indexing(done: int, total: int) -> None:
    """Say on a terminal how far the building of the search index is; in a log it would be noise."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\rIndex: {done} of {total} reports" + ("\n" if done == total else ""))
        sys.stderr.flush()


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a file, read as they are asked for: a million paragraphs need not be held at once."""

    path: Path

    def __len__(self) -> int:
        found = 0
        with batch.opened(self.path) as lines, suppress(*batch.DAMAGE):
            for line in lines:
                found += not line.isspace()
        return found

    def __iter__(self) -> Iterator[batch.Row]:
        return batch.rows(self.path)


def _file(store: Store, path: Path, collection: str) -> tuple[int, int, list[str]]:
    try:
        saved = ingest(store, path.name, path.read_bytes(), collection).saved
    except HuiwenError as error:
        return 0, 0, [f"{path.name}: {error}"]
    return int(saved.created), int(not saved.created), []


def _records(store: Store, path: Path, collection: str) -> tuple[int, int, list[str]]:
    columns = (
        TextColumn(path.name),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.0f}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        rows = _Rows(path)
        task = bar.add_task(path.name, total=len(rows), rate=0.0)
        result = ingest_records(
            store, rows, collection, lambda done, total, rate: bar.update(task, completed=done, total=total, rate=rate)
        )
    return result.created, result.known, [f"{fault.id}: {fault.message}" for fault in result.faults]
