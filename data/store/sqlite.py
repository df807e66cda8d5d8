"""What SQLite alone needs: a private file that is ours, pragmas, one writer among all processes."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import QueuePool

from data.errors import StoreDamaged, StoreError, StoreLocked

APPLICATION_ID = 0x48755765  # "HuWe", in the file's header: how we know a file of ours
_HEADER = 100  # bytes; https://www.sqlite.org/fileformat.html, section 1.3
_POLL = 0.005  # seconds between two tries for the writers' lock


def file_of(url: URL) -> Path:
    """The file that a SQLite URL names.

    Raises:
        StoreError: it names none (an in-memory database dies with its connection and cannot be shared).
    """
    if not url.database or url.database == ":memory:":
        raise StoreError("a SQLite store needs a file: sqlite:///folder/huiwen.db")
    return Path(url.database)


def prepare(path: Path) -> None:
    """A folder and a file that only their owner may read; a file that is there must be ours, and is not touched.

    Raises:
        StoreDamaged: the file is cut short, or no SQLite database, or another program's.
        StoreError: the folder or the file cannot be made or read.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with path.open("rb") as file:
            _check_header(path, file.read(_HEADER))
    except OSError as error:
        raise StoreError(f"cannot use {path}: {error.strerror}") from None


def _check_header(path: Path, header: bytes) -> None:
    if not header:
        return
    if not header.startswith(b"SQLite format 3\0"):
        raise StoreDamaged(f"{path} is not a store of ours: it is no SQLite database; it was left as it is")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreDamaged(f"{path} is not a store of ours: it is another program's database; it was left as it is")
    # A kill while the log was folded in leaves a file that is short for now: the log beside it completes it.
    if not _log_of(path).exists() and path.stat().st_size < _bytes_promised(header):
        raise StoreDamaged(f"{path} is cut short; it was left as it is; restore it from a backup")


def _bytes_promised(header: bytes) -> int:
    page = int.from_bytes(header[16:18], "big")
    return int.from_bytes(header[28:32], "big") * (65536 if page == 1 else page)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def engine(url: URL, busy_seconds: float, *, writer: bool) -> Engine:
    """An engine whose transactions begin IMMEDIATE (the one writer) or deferred and read-only (the readers).

    BEGIN is said by us: left to the driver, a transaction that reads first fails at once when it comes to write.
    """
    pool: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if writer else {"pool_size": 4, "max_overflow": 28}
    made = create_engine(url, poolclass=QueuePool, connect_args={"timeout": busy_seconds}, **pool)

    @event.listens_for(made, "connect")
    def _configure(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's connection is untyped
        connection.isolation_level = None
        if writer:
            _claim(connection)
        else:
            connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # a report said to be stored survives a power cut
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only forgotten

    @event.listens_for(made, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401 - the event's connection is untyped
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    return made


def _claim(connection: Any) -> None:  # noqa: ANN401 - the driver's connection is untyped
    """Marks a new file as ours before WAL starts, so that the mark is in the file itself, whenever we are killed."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")


@contextmanager
def only_writer(path: Path, seconds: float) -> Iterator[None]:
    """Holds the writers' lock (a file beside the database) among all processes.

    Releases of SQLite before 3.51.3 can damage a WAL database when two connections write or checkpoint at once
    (its "WAL-reset" bug); its own locks do not prevent that, this one does.

    Raises:
        StoreLocked: another process held it for `seconds`.
    """
    lock = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait_for(lock, path, time.monotonic() + seconds)
        yield
    finally:
        os.close(lock)


def _wait_for(lock: int, path: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise StoreLocked(f"another process is writing to {path}; try again when it is done") from None
            time.sleep(_POLL)
        else:
            return
