"""The compiled loops that make and change segments: join two, count what a report takes with it."""

import numpy as np

from retrieval.index.blocks import BLOCK, LEAP, TOP, Lists, leaps_in
from retrieval.index.kernels import Bytes, Ints, Longs, compiled, seek

Rows = tuple[Ints, Longs, Ints, Bytes, Ints]
"""Terms, where the postings of each start, each posting's paragraph and how often the term is there; and where each
paragraph goes (ascending), -1: nowhere."""


@compiled
def part_of(often: int, length: int, base: float, slope: float) -> int:
    """What a posting is worth of its term's weight, in `TOP`s, rounded up."""
    return int(often / (often + base + slope * length) * TOP) + 1


@compiled
def join(a: Rows, b: Rows, lengths: Ints, base: float, slope: float) -> tuple[Ints, Longs, Ints, Bytes, Bytes]:
    """The rows of two segments as one, and their parts: f / (f + norm) in `TOP`s, rounded up."""
    ids_a, offsets_a, docs_a, times_a, moved_a = a
    ids_b, offsets_b, docs_b, times_b, moved_b = b
    size = len(docs_a) + len(docs_b)
    docs, times, parts = np.empty(size, np.int32), np.empty(size, np.uint8), np.empty(size, np.uint8)
    ids, offsets = np.empty(len(ids_a) + len(ids_b), np.int32), np.zeros(len(ids_a) + len(ids_b) + 1, np.int64)
    row, end, i, j = 0, 0, 0, 0
    while i < len(ids_a) or j < len(ids_b):
        term = min(ids_a[i] if i < len(ids_a) else ids_b[j], ids_b[j] if j < len(ids_b) else ids_a[i])
        at_a, stop_a, at_b, stop_b = 0, 0, 0, 0
        if i < len(ids_a) and ids_a[i] == term:
            at_a, stop_a = offsets_a[i], offsets_a[i + 1]
            i += 1
        if j < len(ids_b) and ids_b[j] == term:
            at_b, stop_b = offsets_b[j], offsets_b[j + 1]
            j += 1
        while at_a < stop_a or at_b < stop_b:
            if at_b == stop_b or (at_a < stop_a and moved_a[docs_a[at_a]] < moved_b[docs_b[at_b]]):
                doc, often = moved_a[docs_a[at_a]], times_a[at_a]
                at_a += 1
            else:
                doc, often = moved_b[docs_b[at_b]], times_b[at_b]
                at_b += 1
            if doc >= 0:
                docs[end], times[end] = doc, often
                parts[end] = part_of(often, lengths[doc], base, slope)
                end += 1
        if end > offsets[row]:
            ids[row], offsets[row + 1] = term, end
            row += 1
    if end < size:
        docs, times, parts = docs[:end].copy(), times[:end].copy(), parts[:end].copy()
    return ids[:row].copy(), offsets[: row + 1].copy(), docs, times, parts


@compiled
def take_out(lists: Lists, paragraphs: int, first: int, last: int, held: Ints) -> None:
    """Lower `held`, the paragraphs that hold each term, by those from `first` up to `last`."""
    blocks = leaps_in(paragraphs) * LEAP
    for row in range(len(held)):
        at = lists.where[row]
        if at >= 0:
            end = at + lists.offsets[row + 1] - lists.offsets[row]
            at = seek(lists.docs, at, end, first)
            while at < end and lists.docs[at] < last:
                held[row] -= 1
                at += 1
        else:
            for doc in range(first, last):
                held[row] -= (lists.bits[~at * blocks + doc // BLOCK] >> (doc % BLOCK)) & 1
