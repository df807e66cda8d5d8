"""A table on its way into a file."""

from collections.abc import Iterable
from dataclasses import dataclass

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` head the rows; `rows` are read once."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]
