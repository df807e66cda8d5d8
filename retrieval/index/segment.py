"""A segment: the postings of some reports as arrays that never change."""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.index.allowed import Way
from retrieval.index.blocks import Lists, packed, paragraphs_of
from retrieval.index.formula import Formula
from retrieval.index.handles import handles
from retrieval.index.kernels import Bytes, Ints, Longs
from retrieval.index.merging import Rows, join, take_out
from retrieval.index.ranking import ROW


class Table(NamedTuple):
    """The paragraphs (report number, paragraph number, how many terms) in order, and the reports that they are of.

    A report has its number, its collection, its day (ordinal, 0 unknown) and its first paragraph's place in `first`,
    where the last entry is the number of paragraphs.
    """

    numbers: Ints
    paras: Ints
    lengths: Ints
    reports: Ints
    collections: Ints
    days: Ints
    first: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Reports that can be taken out, not put in: `without` shares all but `alive` and `held` with the segment before.

    `ids` are the terms, a row each; `alive` is 0 for the paragraphs taken out; `held` is how many others hold each
    term; `average` the mean length by which the postings' parts were computed; `documents` and `length` how many
    paragraphs are alive, and their terms.
    """

    ids: Ints
    lists: Lists
    table: Table
    alive: Bytes
    held: Ints
    average: float
    documents: int
    length: int
    let_through: dict[Hashable, Way] = field(default_factory=dict, repr=False)
    """How some filters' paragraphs are searched; remembered by `filters`, never needed."""

    row: Longs = field(init=False, repr=False)
    """What a search needs of it, as `ranking` takes it."""

    def __post_init__(self) -> None:
        table = self.table
        row = handles((*self.lists, self.ids, self.held, table.numbers, table.paras, table.lengths), ROW)
        object.__setattr__(self, "row", row)

    def holds(self, number: int) -> bool:
        """Whether report `number` is here, not taken out."""
        start, end = self._extent(number)
        return start < end and bool(self.alive[start])

    def without(self, number: int) -> "Segment":
        """The same without report `number`, which it must hold."""
        start, end = self._extent(number)
        alive, held = self.alive.copy(), self.held.copy()
        alive[start:end] = 0
        take_out(self.lists, len(alive), start, end, held)
        return replace(
            self,
            alive=alive,
            held=held,
            documents=self.documents - (end - start),
            length=self.length - int(self.table.lengths[start:end].sum()),
            let_through={},
        )

    def reports(self) -> list[int]:
        """The numbers of its reports, without those taken out."""
        living: list[int] = self.table.reports[self.alive[self.table.first[:-1]] == 1].tolist()
        return living

    def lost(self, later: "Segment") -> list[int]:
        """The numbers of the reports that are alive here and not in `later`, a later state of the same segment."""
        gone = (self.alive != later.alive)[self.table.first[:-1]]
        numbers: list[int] = self.table.reports[gone].tolist()
        return numbers

    def _extent(self, number: int) -> tuple[int, int]:
        at = int(self.table.reports.searchsorted(number))
        if at == len(self.table.reports) or self.table.reports[at] != number:
            return 0, 0
        return int(self.table.first[at]), int(self.table.first[at + 1])


def fresh(ids: Ints, lists: Lists, table: Table) -> Segment:
    """A segment in which everything is alive."""
    documents, length = len(table.numbers), int(table.lengths.sum())
    return Segment(
        ids=ids,
        lists=lists,
        table=table,
        alive=np.ones(documents, np.uint8),
        held=np.diff(lists.offsets).astype(np.int32),
        average=Formula.of(documents, length).mean,
        documents=documents,
        length=length,
    )


def joined(a: Segment, b: Segment) -> Segment:
    """The living reports of both, no number in both, as one segment."""
    table, moved = _tables(a, b)
    norm = Formula.of(len(table.lengths), int(table.lengths.sum())).statistics[2:]
    ids, offsets, docs, times, parts = join(
        _rows(a, moved[: len(a.alive)]), _rows(b, moved[len(a.alive) :]), table.lengths, *norm
    )
    return fresh(ids, packed(offsets, docs, times, parts, len(table.lengths)), table)


def compact(segment: Segment) -> Segment:
    """The segment without what was taken out."""
    return segment if segment.alive.all() else joined(segment, EMPTY)


def _rows(segment: Segment, moved: Ints) -> Rows:
    """The postings as `join` takes them."""
    docs = paragraphs_of(segment.lists, len(segment.alive))
    return segment.ids, segment.lists.offsets, docs, segment.lists.times, moved


def _tables(a: Segment, b: Segment) -> tuple[Table, Ints]:
    """The table of both, and for every paragraph of `a` and then `b` its place there, -1 for the dead."""
    alive = np.concatenate([a.alive, b.alive])
    both = {name: np.concatenate([left, right]) for name, left, right in _columns(a, b)}
    order = _ordered(both["numbers"], alive)
    living = np.concatenate([a.alive[a.table.first[:-1]], b.alive[b.table.first[:-1]]])
    by_report = _ordered(both["reports"], living)
    moved = np.full(len(alive), -1, np.int32)
    moved[order] = np.arange(len(order), dtype=np.int32)
    numbers, reports = both["numbers"][order], both["reports"][by_report]
    return (
        Table(
            numbers=numbers,
            paras=both["paras"][order],
            lengths=both["lengths"][order],
            reports=reports,
            collections=both["collections"][by_report],
            days=both["days"][by_report],
            first=np.append(numbers.searchsorted(reports), len(numbers)).astype(np.int32),
        ),
        moved,
    )


def _columns(a: Segment, b: Segment) -> list[tuple[str, Ints, Ints]]:
    return [(name, getattr(a.table, name), getattr(b.table, name)) for name in Table._fields if name != "first"]


def _ordered(keys: Ints, alive: Bytes) -> NDArray[np.intp]:
    """The places of the living in order of their keys, equal ones as they stood."""
    living = np.flatnonzero(alive)
    return living[np.argsort(keys[living], kind="stable")]


def _none(kind: type[np.generic] = np.int32) -> NDArray[Any]:
    return np.zeros(0, kind)


EMPTY = fresh(
    _none(),
    Lists(
        offsets=np.zeros(1, np.int64),
        times=_none(np.uint8),
        where=_none(np.int64),
        docs=_none(),
        rises=_none(np.uint8),
        bits=_none(np.uint16),
        most=_none(np.uint8),
        before=_none(),
    ),
    Table(_none(), _none(), _none(), _none(), _none(), _none(), first=np.zeros(1, np.int32)),
)
