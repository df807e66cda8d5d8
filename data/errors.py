"""The error tree: everything that loading a report or reading the store can raise on purpose.

HuiwenError
├── ReadError           a file that cannot be read as a report
│   ├── NotText         bytes in no encoding or format that we read
│   ├── EmptyReport     nothing is left to read
│   └── TooLarge        over the limit in settings
├── StoreError          the store cannot do what was asked
│   ├── StoreLocked     another process is writing
│   ├── StoreDamaged    the file is not a store of ours, or broken
│   └── ReportRefused   this one report cannot be kept
└── Forbidden           the reader has no right to this
"""


class HuiwenError(Exception):
    """Root of the tree; `str(error)` is a plain sentence that names what is wrong and the remedy."""


class ReadError(HuiwenError):
    """A file that cannot be read as a report."""


class NotText(ReadError):
    """Bytes in no encoding or format that we read."""


class EmptyReport(ReadError):
    """Nothing is left to read after cleaning."""


class TooLarge(ReadError):
    """Over the limit in settings."""


class StoreError(HuiwenError):
    """The store cannot do what was asked."""


class StoreLocked(StoreError):
    """Another process is writing."""


class StoreDamaged(StoreError):
    """The file is not a store of ours, or it is broken."""


class ReportRefused(StoreError):
    """This one report cannot be kept: its id is taken by another text, or it holds what no database takes."""


class Forbidden(HuiwenError):
    """The reader has no right to this."""
