"""The loops over postings, compiled by numba: they touch no Python object and run without the interpreter's lock.

A posting is a paragraph's place in its segment (`docs`, ascending within a term) and how often the term is in it
(`times`). Row r of a segment is its r-th term; its postings are `offsets[r]:offsets[r + 1]`.
"""

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Lists = tuple[Ints, Bytes, Ints, float, float]
"""docs, times, the paragraphs' lengths, and the base and slope of the formula's norm."""

Loop = TypeVar("Loop", bound=Callable[..., object])

WINDOW = 4096
"""Paragraphs scored together, so that their sums, lengths and permissions stay in the processor's cache."""

FIRST_WINDOW = 512
"""The first windows are narrower: they soon tell how high the bar is that a term must be able to reach."""

SEEK_COST = 8
"""Looking one paragraph up in a list costs about as much as reading this many of its postings."""

SAFETY = 1 + 1e-9
"""Bounds are widened by this: sums in another order may differ in the last bits, and nothing may be lost."""


def compiled(loop: Loop) -> Loop:
    """`loop` as machine code, kept on disk between starts where there is a folder to keep it in."""
    try:
        return cast("Loop", njit(cache=True, nogil=True, error_model="numpy")(loop))
    except RuntimeError:  # neither beside the source nor in the user's cache folder may we write
        return cast("Loop", njit(nogil=True, error_model="numpy")(loop))


@compiled
def locate(
    wanted: Ints, ids: Ints, offsets: Longs, held: Ints, peaks: Floats, found: Longs, most: Floats, holding: Longs
) -> None:
    """Where the postings of each wanted term are (`found[0]` to `found[1]`), and the most that one can weigh.

    How many paragraphs hold it is added to `holding`.
    """
    for i in range(len(wanted)):
        row = np.searchsorted(ids, wanted[i])
        if row < len(ids) and ids[row] == wanted[i]:
            found[0, i], found[1, i], most[i] = offsets[row], offsets[row + 1], peaks[row]
            holding[i] += held[row]


@compiled
def seek(docs: Ints, start: int, end: int, doc: int) -> int:
    """The first place in docs[start:end] that is not before `doc`; the nearer, the quicker."""
    step = 1
    while start + step < end and docs[start + step] < doc:
        start += step
        step *= 2
    high = min(start + step, end)
    while start < high:
        middle = (start + high) // 2
        if docs[middle] < doc:
            start = middle + 1
        else:
            high = middle
    return start


@compiled
def rank(
    docs: Ints,
    times: Bytes,
    found: Longs,
    peaks: Floats,
    drift: float,
    weights: Floats,
    lengths: Ints,
    base: float,
    slope: float,
    allowed: Bytes,
    first: int,
    last: int,
    numbers: Ints,
    paras: Ints,
    scores: Floats,
    best: Ints,
    count: int,
) -> int:
    """Rank a segment's allowed paragraphs, none before `first` or from `last` on, into `scores` and `best`.

    `best` has their report and paragraph numbers; `count` are in, its new value is returned.

    MaxScore: as soon as enough is found, terms that together cannot lift a paragraph into it are only looked up for
    paragraphs that other terms bring. A term brings at most its weight times its peak times `drift`. A
    paragraph's sum is taken in the order of the weights, so that equal paragraphs have equal scores to the last bit.
    """
    order = np.argsort(-weights, kind="mergesort")
    starts, ends, weights = found[0][order], found[1][order], weights[order]
    lists, needed = (docs, times, lengths, base, slope), len(weights)
    rest = np.zeros(needed + 1)
    for t in range(needed - 1, -1, -1):
        starts[t], ends[t] = clip(docs, starts[t], ends[t], first, last)
        rest[t] = rest[t + 1] + weights[t] * peaks[order[t]] * drift * SAFETY
    sums, touched, width = np.zeros(WINDOW), np.empty(WINDOW, np.int32), FIRST_WINDOW
    while True:
        floor = scores[-1] if count == len(scores) else 0.0
        while needed > 0 and rest[needed - 1] < floor:
            needed -= 1
        low = len(lengths)
        for t in range(needed):
            if starts[t] < ends[t]:
                low = min(low, docs[starts[t]])
        if low == len(lengths):
            return count
        high, held = low + width, 0
        width = min(2 * width, WINDOW)
        for t in range(needed):
            starts[t], held = gather(lists, starts[t], ends[t], weights[t], allowed, low, high, sums, touched, held)
        for t in range(needed, len(weights)):
            held = sift(sums, touched[:held], floor - rest[t])
            if held == 0:
                break
            place = seek(docs, starts[t], ends[t], low)
            starts[t] = seek(docs, place, ends[t], high)
            look_up(lists, place, starts[t], weights[t], low, sums, touched[:held])
        for i in range(held):
            doc = low + touched[i]
            if count < len(scores) or sums[touched[i]] >= scores[-1]:
                count = keep(sums[touched[i]], numbers[doc], paras[doc], scores, best, count)
            sums[touched[i]] = 0.0


@compiled
def clip(docs: Ints, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The part of docs[start:end] that lies from `first` up to, not including, `last`."""
    if start < end and docs[start] < first:
        start = seek(docs, start, end, first)
    if start < end and docs[end - 1] >= last:
        end = seek(docs, start, end, last)
    return start, end


@compiled
def gather(
    lists: Lists,
    start: int,
    end: int,
    weight: float,
    allowed: Bytes,
    low: int,
    high: int,
    sums: Floats,
    touched: Ints,
    held: int,
) -> tuple[int, int]:
    """Add one term's postings before `high` to the sums: (the place of its next posting, how many are touched)."""
    docs, times, lengths, base, slope = lists
    while start < end and docs[start] < high:
        doc = docs[start]
        if allowed[doc]:
            place = doc - low
            if sums[place] == 0.0:
                touched[held] = place
                held += 1
            sums[place] += weight * times[start] / (times[start] + base + slope * lengths[doc])
        start += 1
    return start, held


@compiled
def look_up(lists: Lists, start: int, end: int, weight: float, low: int, sums: Floats, touched: Ints) -> None:
    """Add one term's postings to the sums that are not 0: those of the touched."""
    docs, times, lengths, base, slope = lists
    if end - start < len(touched) * SEEK_COST:
        for at in range(start, end):
            place = docs[at] - low
            if sums[place] > 0.0:
                sums[place] += weight * times[at] / (times[at] + base + slope * lengths[docs[at]])
    else:
        for place in touched:
            at = seek(docs, start, end, low + place)
            if at < end and docs[at] == low + place:
                sums[place] += weight * times[at] / (times[at] + base + slope * lengths[docs[at]])


@compiled
def sift(sums: Floats, touched: Ints, floor: float) -> int:
    """Keep the touched whose sums reach `floor`, in front; clear the sums of the others. How many are kept."""
    kept = 0
    for place in touched:
        if sums[place] >= floor:
            touched[kept] = place
            kept += 1
        else:
            sums[place] = 0.0
    return kept


@compiled
def keep(score: float, number: int, para: int, scores: Floats, best: Ints, count: int) -> int:
    """Put a paragraph where it belongs among the best so far, best first; how many there are then."""
    size = len(scores)
    at = count
    while at > 0 and (
        score > scores[at - 1] or (score == scores[at - 1] and (number, para) < (best[0, at - 1], best[1, at - 1]))
    ):
        at -= 1
    if at == size:
        return count
    last = min(count, size - 1)
    for i in range(last, at, -1):
        scores[i], best[0, i], best[1, i] = scores[i - 1], best[0, i - 1], best[1, i - 1]
    scores[at], best[0, at], best[1, at] = score, number, para
    return last + 1
