"""Entries → a segment."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from retrieval.index.entries import Entry
from retrieval.index.kernels import Ints
from retrieval.index.segment import EMPTY, Postings, Segment, Table, fresh

MOST_TIMES = 255
"""A term counts at most so often in one paragraph: what a byte holds, and no honest paragraph reaches it."""

UNDATED = 0


class Numbers(dict[str, int]):
    """Words and their numbers; an unknown word gets the next one when it is looked up."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def build(entries: Sequence[Entry], terms: Numbers, collections: Numbers) -> Segment:
    """A segment of `entries`, no number twice, to be joined to another: it has neither peaks nor ceilings yet.

    Entries without paragraphs leave no trace.
    """
    kept = sorted((entry for entry in entries if entry.paragraphs), key=lambda entry: entry.number)
    paragraphs = [sorted(entry.paragraphs, key=lambda paragraph: paragraph[0]) for entry in kept]
    sizes = [len(rows) for rows in paragraphs]
    rows = list(chain.from_iterable(paragraphs))
    table = Table(
        numbers=np.repeat(_ints([entry.number for entry in kept]), sizes),
        paras=_ints([para for para, _ in rows]),
        lengths=_ints([len(words) for _, words in rows]),
        reports=_ints([entry.number for entry in kept]),
        collections=_ints([collections[entry.collection] for entry in kept]),
        days=_ints([entry.day.toordinal() if entry.day else UNDATED for entry in kept]),
        first=np.concatenate([[0], np.cumsum(_ints(sizes))]).astype(np.int32),
    )
    return fresh(_postings([Counter(words) for _, words in rows], terms), table)


def _postings(counts: Sequence[Counter[str]], terms: Numbers) -> Postings:
    """The postings of paragraphs by their terms' counts, without peaks and ceilings."""
    docs = np.repeat(np.arange(len(counts), dtype=np.int32), [len(count) for count in counts])
    words = _ints([terms[word] for count in counts for word in count])
    times = np.minimum(_ints([often for count in counts for often in count.values()]), MOST_TIMES).astype(np.uint8)
    order = np.argsort(words, kind="stable")
    ids, starts = np.unique(words[order], return_index=True)
    offsets = np.append(starts, len(words)).astype(np.int64)
    return EMPTY.postings._replace(ids=ids, offsets=offsets, docs=docs[order], times=times[order])


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, np.int32)
