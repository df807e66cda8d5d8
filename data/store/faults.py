"""SQLAlchemy's and the drivers' exceptions → our error tree, in one place."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError

from data.errors import ReportRefused, StoreDamaged, StoreError, StoreLocked

_LOCKED = ("database is locked", "database table is locked", "lock timeout", "deadlock detected")
_DAMAGED = ("malformed", "not a database", "no such table", "no such column", "disk image")
_FULL = ("database or disk is full", "disk full", "no space left")


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Everything that SQLAlchemy raises inside leaves as a StoreError that names the store, without its password.

    Raises:
        StoreLocked: somebody else holds the right to write for too long.
        StoreDamaged: the database is broken or not ours.
        ReportRefused: text that the database does not take.
        StoreError: anything else, a full disk among it.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise _ours(error, url) from None  # the cause would show the statement and the report's text
    except UnicodeEncodeError:
        raise ReportRefused("the text holds half a character (a lone surrogate) and cannot be stored") from None


def _ours(error: SQLAlchemyError, url: URL) -> StoreError:
    reason = _reason(error, url)
    shown = url.render_as_string(hide_password=True)
    if isinstance(error, DataError):
        return ReportRefused(f"the text cannot be stored: {reason}")
    if any(sign in reason for sign in _LOCKED):
        return StoreLocked(f"another process is writing to {shown}; try again when it is done")
    if any(sign in reason for sign in _DAMAGED):
        return StoreDamaged(f"{shown} is broken or not a store of ours ({reason}); restore it from a backup")
    if any(sign in reason.lower() for sign in _FULL):
        return StoreError(f"the disk of {shown} is full; nothing was stored")
    return StoreError(f"the store {shown} failed: {reason}")


def _reason(error: SQLAlchemyError, url: URL) -> str:
    """The driver's own first line."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    line = (str(cause).strip().splitlines() or [type(cause).__name__])[0]
    return line.replace(url.password, "***") if url.password else line
