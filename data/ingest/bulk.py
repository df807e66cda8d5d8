"""Many records into the store: understood in parallel processes, written by one, resumable."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from data.errors import EmptyReport, HuiwenError, ReportRefused
from data.facts.extract import extract
from data.facts.world import World
from data.ingest.parallel import spread
from data.records import PUBLIC
from data.segment import from_record
from data.store import Store
from data.store.prepared import Prepared, prepare
from data.store.worlds import world_for

Row = Mapping[str, object]
Progress = Callable[[int, int, float], object]

CHUNK = 50
"""Rows that travel to a process at once."""
TRANSACTION = 300
"""Reports written at once: what a kill can cost, against one disk flush each."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that could not be loaded, and why."""

    id: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Bulk:
    """The outcome: how many reports are new, how many were there already, and which rows failed."""

    created: int
    known: int
    faults: tuple[Fault, ...]


def ingest_records(
    store: Store,
    rows: Iterable[Row],
    collection: str = PUBLIC,
    progress: Progress = lambda _done, _total, _rate: None,
) -> Bulk:
    """Load rows as `from_record` takes them; a row that fails becomes a fault, and the others go on.

    A row whose id is in the collection already is skipped unread, so that a load that was cut short goes on where
    it stood. A row `{"id", "error"}` is a fault found earlier. `progress` hears rows done, rows in all (0 where `rows`
    has no length) and rows a second, after each transaction. Every row is read with the world as it is at the start,
    so that the outcome hangs neither on the order of the rows nor on the number of processes.

    Raises:
        StoreError: the store fails; what was written before stays.
    """
    tally = _Tally(progress, len(rows) if isinstance(rows, Sized) else 0)
    waiting: list[Prepared] = []
    understand = partial(_prepare_all, world_for(store, collection))
    for outcomes in spread(understand, _chunks(_new(rows, store.ids(collection), tally))):
        tally.faults.extend(outcome for outcome in outcomes if isinstance(outcome, Fault))
        waiting.extend(outcome for outcome in outcomes if isinstance(outcome, Prepared))
        if len(waiting) >= TRANSACTION:
            _write(store, waiting, collection, tally)
            waiting = []
    _write(store, waiting, collection, tally)
    return Bulk(tally.created, tally.known, tuple(tally.faults))


@dataclass(slots=True)
class _Tally:
    progress: Progress
    total: int
    created: int = 0
    known: int = 0
    faults: list[Fault] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def report(self) -> None:
        done = self.created + self.known + len(self.faults)
        self.progress(done, self.total, done / max(time.monotonic() - self.started, 1e-9))


def _new(rows: Iterable[Row], there: frozenset[str], tally: _Tally) -> Iterator[Row]:
    """The rows that are still to be read; the others are tallied."""
    met: set[str] = set()
    for row in rows:
        ident = str(row.get("id"))
        if "error" in row:
            tally.faults.append(Fault(None if row.get("id") is None else ident, str(row["error"])))
        elif row.get("id") is None:
            yield row
        elif ident in there:
            tally.known += 1
        elif ident in met:
            tally.faults.append(Fault(ident, "the id came before in these rows"))
        else:
            met.add(ident)
            yield row


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    source = iter(rows)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _prepare_all(world: World, rows: list[Row]) -> list[Prepared | Fault]:
    return [_prepare(row, world) for row in rows]


def _prepare(row: Row, world: World) -> Prepared | Fault:
    try:
        report = from_record(dict(row))
        if not report.title and not any(report.paras):
            raise EmptyReport("there is nothing to read in this row")  # noqa: TRY301 - told like the reader's own
        return prepare(report, extract(report, world))
    except HuiwenError as error:
        message = str(error)
    except Exception as error:  # one bad row must not stop the other thousands
        message = f"{type(error).__name__}: {error}"
    return Fault(None if row.get("id") is None else str(row["id"]), message)


def _write(store: Store, items: list[Prepared], collection: str, tally: _Tally) -> None:
    """In one transaction; one by one where a report is refused, so that only that one is left out."""
    try:
        saved = store.save_prepared(items, collection) if items else []
    except ReportRefused as error:
        if len(items) == 1:
            tally.faults.append(Fault(items[0].id, str(error)))
        else:
            for item in items:
                _write(store, [item], collection, tally)
        return
    tally.created += sum(outcome.created for outcome in saved)
    tally.known += sum(not outcome.created for outcome in saved)
    tally.report()
