"""The compiled loops that make and change segments: join two, count what a report takes with it."""

import numpy as np

from retrieval.index.blocks import TOP
from retrieval.index.kernels import Bytes, Ints, Longs, compiled, seek

Rows = tuple[Ints, Longs, Ints, Bytes, Bytes]
"""ids, offsets, docs, times, parts."""


@compiled
def join(
    ids_a: Ints,
    offsets_a: Longs,
    docs_a: Ints,
    times_a: Bytes,
    ids_b: Ints,
    offsets_b: Longs,
    docs_b: Ints,
    times_b: Bytes,
    moved_a: Ints,
    moved_b: Ints,
    lengths: Ints,
    base: float,
    slope: float,
) -> Rows:
    """The postings of two segments as one; `moved` says where a paragraph goes (ascending), below 0: nowhere."""
    size = len(docs_a) + len(docs_b)
    docs, times, parts = np.empty(size, np.int32), np.empty(size, np.uint8), np.empty(size, np.uint8)
    ids, offsets = np.empty(len(ids_a) + len(ids_b), np.int32), np.zeros(len(ids_a) + len(ids_b) + 1, np.int64)
    row, end, i, j = 0, 0, 0, 0
    while i < len(ids_a) or j < len(ids_b):
        term = min(ids_a[i] if i < len(ids_a) else ids_b[j], ids_b[j] if j < len(ids_b) else ids_a[i])
        a, stop_a, b, stop_b = 0, 0, 0, 0
        if i < len(ids_a) and ids_a[i] == term:
            a, stop_a = offsets_a[i], offsets_a[i + 1]
            i += 1
        if j < len(ids_b) and ids_b[j] == term:
            b, stop_b = offsets_b[j], offsets_b[j + 1]
            j += 1
        while a < stop_a or b < stop_b:
            if b == stop_b or (a < stop_a and moved_a[docs_a[a]] < moved_b[docs_b[b]]):
                doc, often = moved_a[docs_a[a]], times_a[a]
                a += 1
            else:
                doc, often = moved_b[docs_b[b]], times_b[b]
                b += 1
            if doc >= 0:
                docs[end], times[end] = doc, often
                parts[end] = int(often / (often + base + slope * lengths[doc]) * TOP) + 1
                end += 1
        if end > offsets[row]:
            ids[row], offsets[row + 1] = term, end
            row += 1
    if end < size:
        docs, times, parts = docs[:end].copy(), times[:end].copy(), parts[:end].copy()
    return ids[:row].copy(), offsets[: row + 1].copy(), docs, times, parts


@compiled
def take_out(offsets: Longs, docs: Ints, first: int, last: int, held: Ints) -> None:
    """Lower `held`, the paragraphs that hold each term, by those from `first` up to `last`."""
    for row in range(len(held)):
        start = seek(docs, offsets[row], offsets[row + 1], first)
        while start < offsets[row + 1] and docs[start] < last:
            held[row] -= 1
            start += 1
