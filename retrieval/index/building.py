"""Entries → counted terms, which any process may do → a segment, in the numbers of one index."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from retrieval.index.entries import Entry
from retrieval.index.kernels import Bytes, Ints
from retrieval.index.segment import EMPTY, Segment, Table, fresh

MOST_TIMES = 255
"""A term counts at most so often in one paragraph: what a byte holds, and no honest paragraph reaches it."""

UNDATED = 0


class Numbers(dict[str, int]):
    """Words and their numbers; an unknown word gets the next one when it is looked up."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number

    def of(self, words: Sequence[str]) -> Ints:
        """The numbers of `words`."""
        return _ints([self[word] for word in words])


@dataclass(frozen=True, slots=True)
class Batch:
    """Reports with their terms counted, ready for any index.

    `terms` and `collections` are this batch's own; `words` and the table's collections are places among them. Each of
    `words` is `times` in the paragraph `docs`. `numbers` are all the reports', also of those without paragraphs, which
    leave no other trace.
    """

    numbers: frozenset[int]
    terms: Sequence[str]
    collections: Sequence[str]
    table: Table
    docs: Ints
    words: Ints
    times: Bytes


def counted(entries: Sequence[Entry]) -> Batch:
    """The batch of `entries`; of two with the same number the last."""
    latest = {entry.number: entry for entry in entries}
    kept = sorted((entry for entry in latest.values() if entry.paragraphs), key=lambda entry: entry.number)
    paragraphs = [sorted(entry.paragraphs, key=lambda paragraph: paragraph[0]) for entry in kept]
    sizes = [len(rows) for rows in paragraphs]
    rows = list(chain.from_iterable(paragraphs))
    counts = [Counter(words) for _, words in rows]
    terms, collections = Numbers(), Numbers()
    table = Table(
        numbers=np.repeat(_ints([entry.number for entry in kept]), sizes),
        paras=_ints([para for para, _ in rows]),
        lengths=_ints([len(words) for _, words in rows]),
        reports=_ints([entry.number for entry in kept]),
        collections=collections.of([entry.collection for entry in kept]),
        days=_ints([entry.day.toordinal() if entry.day else UNDATED for entry in kept]),
        first=np.concatenate([[0], np.cumsum(_ints(sizes))]).astype(np.int32),
    )
    return Batch(
        numbers=frozenset(latest),
        words=terms.of(list(chain.from_iterable(counts))),
        terms=tuple(terms),
        collections=tuple(collections),
        table=table,
        docs=np.repeat(np.arange(len(counts), dtype=np.int32), [len(count) for count in counts]),
        times=np.minimum(_ints([n for count in counts for n in count.values()]), MOST_TIMES).astype(np.uint8),
    )


def build(batch: Batch, terms: Numbers, collections: Numbers) -> Segment:
    """A segment of `batch`, to be joined to another: nothing in it says yet how much a block can be worth."""
    words = terms.of(batch.terms)[batch.words]
    order = np.argsort(words, kind="stable")
    ids, starts = np.unique(words[order], return_index=True)
    lists = EMPTY.lists._replace(
        offsets=np.append(starts, len(words)).astype(np.int64),
        times=batch.times[order],
        where=starts.astype(np.int64),
        docs=batch.docs[order],
    )
    table = batch.table._replace(collections=collections.of(batch.collections)[batch.table.collections])
    return fresh(ids.astype(np.int32), lists, table)


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, np.int32)
