"""Reports and their facts, kept: save, delete, read back."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

from sqlalchemy import Select, delete, select

from data.records import PUBLIC, Facts, Reader, Report, Saved, Stored, Summary
from data.store import saving
from data.store.database import Database
from data.store.loading import load, readable
from data.store.prepared import Prepared, prepare
from data.store.revising import extracted_of, revise
from data.store.schema import ledger, reports
from data.store.schema_administration import LIVE, aliases
from data.store.summaries import summaries

_PAGE = 200  # reports read at once by `everything`: a few megabytes


class Store:
    """The reports and facts in one database. Safe to use from many threads; every read takes the reader."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, url: str, busy_seconds: float = 10.0) -> Self:
        """The store at `url` (sqlite:///path or postgresql://…), made or brought up to date when needed.

        `busy_seconds` is how long a write waits for another process's write.

        Raises:
            StoreDamaged: the file is broken or not ours; it is left as it is.
            StoreLocked: another process is writing.
            StoreError: the URL cannot be used, or a newer program wrote the store.
        """
        return cls(Database(url, busy_seconds))

    def close(self) -> None:
        """Closes every connection."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def verify(self) -> None:
        """Reads the whole file once to see that it is sound: a third of a second for 100,000 reports.

        Raises:
            StoreDamaged: it is not; it is left as it is.
        """
        self.database.verify()

    @property
    def backend(self) -> str:
        """The kind of database: sqlite or postgresql."""
        return self.database.url.get_backend_name()

    def generation(self) -> int:
        """Rises with every change of the reports; 0 for a new store."""
        with self.database.reading() as connection:
            return int(connection.execute(select(ledger.c.generation)).scalar_one())

    def identity(self) -> str:
        """A name that no other store has, not even one made anew at the same place; a copy has the same."""
        with self.database.reading() as connection:
            return str(connection.execute(select(ledger.c.identity)).scalar_one())

    def save(self, report: Report, facts: Facts, collection: str = PUBLIC) -> Saved:
        """One report, wholly or not at all; the same text in the same collection is there already.

        Raises:
            ReportRefused, StoreError: as in `save_many`.
        """
        return self.save_many([(report, facts)], collection)[0]

    def save_many(self, items: Iterable[tuple[Report, Facts]], collection: str = PUBLIC) -> list[Saved]:
        """All of them in one transaction, outcomes in the same order.

        Raises:
            ReportRefused: an id is taken by another text, or a text cannot be stored; nothing was saved.
            StoreError: the store fails; nothing was saved.
        """
        return self.save_prepared([prepare(report, facts) for report, facts in items], collection)

    def save_prepared(self, items: Sequence[Prepared], collection: str = PUBLIC) -> list[Saved]:
        """As `save_many`, of rows made elsewhere; some thousands at most."""
        with self.database.writing() as connection:
            saved = saving.save(connection, items, collection)
            if _doubled([outcome.number for outcome in saved if outcome.created]):
                self.database.learn_sizes(connection)
        return saved

    def delete(self, reader: Reader, number: int) -> bool:
        """Removes the report with its facts; False when the reader has none of that number."""
        with self.database.writing() as connection:
            saving.take_turn(connection)
            gone = connection.execute(delete(reports).where(readable(reader), reports.c.number == number))
            if gone.rowcount:
                saving.changed(connection)
            return bool(gone.rowcount)

    def replace_facts(self, number: int, facts: Facts) -> bool:
        """Newly extracted facts in place of the report's, with what people corrected over them; False: no such report.

        Raises:
            ReportRefused: the facts hold what no database takes; the old ones stay.
        """
        with self.database.writing() as connection:
            saving.take_turn(connection)
            stored = next(load(connection, select(reports).where(reports.c.number == number)), None)
            if stored is not None:
                revise(connection, stored, facts)
            return stored is not None

    def uncorrected(self, stored: Stored) -> Facts:
        """The report's facts as they were extracted, without what people corrected."""
        with self.database.reading() as connection:
            return extracted_of(connection, stored.number) or stored.facts

    def get(self, reader: Reader, number: int) -> Stored | None:
        """The report of that number, None when the reader has none."""
        with self.database.reading() as connection:
            return next(load(connection, select(reports).where(readable(reader), reports.c.number == number)), None)

    def by_id(self, reader: Reader, report_id: str) -> Stored | None:
        """The report of that id, None when the reader has none; the oldest where several collections have it."""
        wanted = select(reports).where(readable(reader), reports.c.id == report_id)
        with self.database.reading() as connection:
            return next(load(connection, wanted.order_by(reports.c.number).limit(1)), None)

    def everything(self, after: int = 0) -> Iterator[Stored]:
        """Every report with a number above `after`, in that order, whoever may read it: for indexes only.

        Read in pages, so that a slow consumer holds no transaction open.
        """
        return self._paged(select(reports), after)

    def changed(self, since: int) -> Iterator[Stored]:
        """As `everything`, the reports that came or changed after generation `since`; what went is not told."""
        return self._paged(select(reports).where(reports.c.revised > since), 0)

    def revised(self, since: int) -> frozenset[int]:
        """The numbers of the reports that `changed` gives."""
        with self.database.reading() as connection:
            return frozenset(
                connection.execute(select(reports.c.number).where(LIVE, reports.c.revised > since)).scalars()
            )

    def _paged(self, wanted: Select[Any], after: int) -> Iterator[Stored]:
        ordered = wanted.where(LIVE).order_by(reports.c.number).limit(_PAGE)
        while True:
            with self.database.reading() as connection:
                page = list(load(connection, ordered.where(reports.c.number > after)))
            yield from page
            if len(page) < _PAGE:
                return
            after = page[-1].number

    def ids(self, collection: str) -> frozenset[str]:
        """The ids of the reports in a collection, whoever may read them: to load only what is missing."""
        with self.database.reading() as connection:
            return frozenset(
                connection.execute(select(reports.c.id).where(reports.c.collection == collection)).scalars()
            )

    def numbers(self) -> frozenset[int]:
        """The numbers of all reports, whoever may read them: for indexes to see what is gone."""
        with self.database.reading() as connection:
            return frozenset(connection.execute(select(reports.c.number).where(LIVE)).scalars())

    def collections(self) -> frozenset[str]:
        """The names of all collections that hold a report."""
        with self.database.reading() as connection:
            return frozenset(connection.execute(select(reports.c.collection).where(LIVE).distinct()).scalars())

    def aliases(self) -> dict[str, dict[str, str]]:
        """Collection → other name → what it stands for, whoever may read them: for the engine."""
        with self.database.reading() as connection:
            found: dict[str, dict[str, str]] = {}
            for collection, alias, meaning in connection.execute(select(aliases)):
                found.setdefault(collection, {})[alias] = meaning
            return found

    def summaries(
        self, reader: Reader, matching: str = "", offset: int = 0, limit: int = 20
    ) -> tuple[list[Summary], int]:
        """A page of the reports whose title or meeting holds `matching`, highest number first, and how many in all."""
        with self.database.reading() as connection:
            return summaries(connection, reader, matching, offset, limit)


def _doubled(new: Sequence[int]) -> bool:
    """Whether these numbers step over a power of two."""
    return bool(new) and new[-1].bit_length() > (new[0] - 1).bit_length()
