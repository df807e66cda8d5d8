"""The loops over postings, compiled by numba: they touch no Python object and run without the interpreter's lock.

A posting is a paragraph's place in its segment (`docs`, ascending within a term) and how often the term is in it
(`times`). Row r of a segment is its r-th term; its postings are `offsets[r]:offsets[r + 1]`. What may be ranked comes
as stretches of paragraphs, a column each: first, one past the last, how many paragraphs the stretches before it have.
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

WINDOW = 8192
"""Paragraphs scored together, so that their sums and lengths stay in the processor's cache."""

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
    stretches: Ints,
    numbers: Ints,
    paras: Ints,
    scores: Floats,
    best: Ints,
    count: int,
) -> int:
    """Rank the paragraphs of a segment that lie in `stretches`, of which there is at least one, into `scores`, `best`.

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
        starts[t], ends[t] = clip(docs, starts[t], ends[t], stretches[0, 0], stretches[1, -1])
        rest[t] = rest[t + 1] + weights[t] * peaks[order[t]] * drift * SAFETY
    sums, touched, who = np.zeros(WINDOW), np.empty(WINDOW + 1, np.int32), np.empty(WINDOW, np.int32)
    at, width = 0, FIRST_WINDOW
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
        at, low, high = window(stretches, at, low, width)
        origin, held = stretches[2, at] + low - stretches[0, at], 0
        width = min(2 * width, WINDOW)
        for t in range(needed):
            starts[t], held = gather(
                lists, starts[t], ends[t], weights[t], stretches, at, origin, high, sums, touched, who, held
            )
        for t in range(needed, len(weights)):
            held = sift(sums, touched[:held], floor - rest[t])
            if held == 0:
                break
            place = seek(docs, starts[t], ends[t], low)
            starts[t] = seek(docs, place, ends[t], high)
            look_up(lists, place, starts[t], weights[t], stretches, at, origin, high, sums, touched[:held], who)
        for place in touched[:held]:
            if count < len(scores) or sums[place] >= scores[-1]:
                count = keep(sums[place], numbers[who[place]], paras[who[place]], scores, best, count)
            sums[place] = 0.0


@compiled
def window(stretches: Ints, at: int, low: int, width: int) -> tuple[int, int, int]:
    """The next `width` paragraphs that count, none before `low`: the stretch of the first, it, and one past the last.

    There is one at least, in stretch `at` or later.
    """
    firsts, lasts, places = stretches[0], stretches[1], stretches[2]
    at = seek(lasts, at, len(lasts), low + 1)
    low = max(low, firsts[at])
    end = places[at] + low - firsts[at] + width
    last = seek(places, at, len(places), end) - 1
    return at, low, min(lasts[last], firsts[last] + end - places[last])


@compiled
def within(docs: Ints, start: int, end: int, high: int, stretches: Ints, at: int) -> tuple[int, int, int]:
    """The next posting before `high` in a stretch: its place, that stretch, and where that or the window ends; else 0.

    `at` is a stretch not after it.
    """
    while start < end and docs[start] < high:
        at = seek(stretches[1], at, stretches.shape[1], docs[start] + 1)
        if stretches[0, at] <= docs[start]:
            return start, at, min(stretches[1, at], high)
        start = seek(docs, start, end, stretches[0, at])
    return start, at, 0


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
    stretches: Ints,
    at: int,
    origin: int,
    high: int,
    sums: Floats,
    touched: Ints,
    who: Ints,
    held: int,
) -> tuple[int, int]:
    """Add one term's postings before `high` to the sums: (the place of its next posting, how many are touched)."""
    docs, times, lengths, base, slope = lists
    start, at, stop = within(docs, start, end, high, stretches, at)
    while stop:
        shift = stretches[2, at] - stretches[0, at] - origin
        while start < end and docs[start] < stop:
            place = docs[start] + shift
            touched[held], who[place] = place, docs[start]
            held += sums[place] == 0.0  # not branched on: nothing could predict it
            sums[place] += weight * times[start] / (times[start] + base + slope * lengths[docs[start]])
            start += 1
        start, at, stop = within(docs, start, end, high, stretches, at)
    return start, held


@compiled
def look_up(
    lists: Lists,
    start: int,
    end: int,
    weight: float,
    stretches: Ints,
    at: int,
    origin: int,
    high: int,
    sums: Floats,
    touched: Ints,
    who: Ints,
) -> None:
    """Add one term's postings to the sums that are not 0: those of the touched."""
    docs, times, lengths, base, slope = lists
    if end - start < len(touched) * SEEK_COST:
        start, at, stop = within(docs, start, end, high, stretches, at)
        while stop:
            shift = stretches[2, at] - stretches[0, at] - origin
            while start < end and docs[start] < stop:
                if sums[docs[start] + shift] > 0.0:
                    part = weight * times[start] / (times[start] + base + slope * lengths[docs[start]])
                    sums[docs[start] + shift] += part
                start += 1
            start, at, stop = within(docs, start, end, high, stretches, at)
    else:
        for place in touched:
            found = seek(docs, start, end, who[place])
            if found < end and docs[found] == who[place]:
                sums[place] += weight * times[found] / (times[found] + base + slope * lengths[who[place]])


@compiled
def sift(sums: Floats, touched: Ints, floor: float) -> int:
    """Keep the touched whose sums reach `floor`, in front; clear the sums of the others. How many are kept."""
    kept = 0
    for place in touched:
        high = sums[place] >= floor
        touched[kept] = place
        kept += high
        sums[place] *= high
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
