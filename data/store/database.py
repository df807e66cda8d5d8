"""One database: its readers, its single writer, and its schema brought up to date."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from data.errors import StoreDamaged, StoreError, StoreLocked
from data.store import migrate, sqlite
from data.store.faults import translated


class Database:
    """Connections to one database; safe to use from many threads.

    On SQLite readers never wait: they read the last committed state while the one writer works.
    """

    def __init__(self, url: str, busy_seconds: float = 10.0) -> None:
        """Opens and migrates; `busy_seconds` is how long a write waits for another writer.

        Raises:
            StoreError: the URL is not usable, the server is away, the schema is newer than this program, or as in
                `sqlite.prepare`.
        """
        self.url = _parsed(url)
        self._busy = busy_seconds
        self._lock = threading.Lock()
        self._on_sqlite = self.url.get_backend_name() == "sqlite"
        if self._on_sqlite:
            self._file = sqlite.file_of(self.url)
            sqlite.prepare(self._file)
            self._writer = sqlite.engine(self.url, busy_seconds, writer=True)
            self._readers = sqlite.engine(self.url, busy_seconds, writer=False)
        else:
            self._writer = _server(self.url, busy_seconds)
            self._readers = self._writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        try:
            self._bring_up_to_date()
        except StoreError:
            self.close()
            raise

    def close(self) -> None:
        """Closes every connection; SQLite folds its write-ahead log into the file."""
        self._readers.dispose()
        self._writer.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose statements all see one state of the store.

        Raises:
            StoreError: as in `faults.translated`.
        """
        with translated(self.url), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: committed at the end, undone when anything is raised. Not to be nested.

        Raises:
            StoreError: as in `faults.translated`.
        """
        with self._turn(), self._among_processes(), translated(self.url), self._writer.begin() as connection:
            yield connection

    def learn_sizes(self, connection: Connection) -> None:
        """Lets SQLite's planner know how big the tables are; to be called each time the store has doubled.

        Unknowing, it reads every report of a collection where an index on dates or names would do. PostgreSQL sees to
        it by itself.
        """
        if self._on_sqlite:
            connection.exec_driver_sql("ANALYZE")

    def verify(self) -> None:
        """Has SQLite check its file; PostgreSQL looks after its own.

        Raises:
            StoreDamaged: the file is broken.
        """
        if not self._on_sqlite:
            return
        with self.reading() as connection:
            fault = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if fault != "ok":
            raise StoreDamaged(f"{self._file} is broken ({fault}); restore it from a backup")

    def _bring_up_to_date(self) -> None:
        """Only writes when there is something to migrate, so that a store can be opened while another process loads."""
        with self.reading() as connection:
            current = migrate.is_current(connection)
        if not current:
            with self.writing() as connection:
                migrate.upgrade(connection)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One writer among this process's threads."""
        if not self._lock.acquire(timeout=self._busy):
            raise StoreLocked(f"another thread has been writing for {self._busy:g} s; try again when it is done")
        try:
            yield
        finally:
            self._lock.release()

    def _among_processes(self) -> AbstractContextManager[None]:
        return sqlite.only_writer(self._file, self._busy) if self._on_sqlite else nullcontext()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError("the database URL cannot be read; expected sqlite:///… or postgresql://…") from None
    backend = parsed.get_backend_name()
    if backend in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(f"the database {backend} is not supported; expected sqlite:///… or postgresql://…")
    return parsed


def _server(url: URL, busy_seconds: float) -> Engine:
    milliseconds = int(busy_seconds * 1000)
    options = {"options": f"-c lock_timeout={milliseconds}", "connect_timeout": max(2, int(busy_seconds))}
    try:
        return create_engine(url, pool_pre_ping=True, pool_size=8, connect_args=options)
    except ImportError:
        raise StoreError("PostgreSQL needs the driver: pip install 'huiwen[postgresql]'") from None
