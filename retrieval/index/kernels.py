"""What all compiled loops need: they touch no Python object and run without the interpreter's lock.

A posting is a paragraph's place in its segment (`docs`, ascending within a term) and how often the term is in it
(`times`); `blocks` says how they are kept.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Numbers = NDArray[np.uint32]
Words = NDArray[np.uint16]
Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]

Loop = TypeVar("Loop", bound=Callable[..., object])


SOURCES = tuple(
    (path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(Path(__file__).parent.glob("*.py"))
)
"""Changes with any file of this room."""


def compiled(loop: Loop) -> Loop:
    """`loop` as machine code, kept on disk between starts where there is a folder to keep it in."""
    try:
        code = njit(cache=True, nogil=True, error_model="numpy")(loop)
    except RuntimeError:  # neither beside the source nor in the user's cache folder may we write
        return cast("Loop", njit(nogil=True, error_model="numpy")(loop))
    cache: Any = getattr(code, "_cache", None)
    with suppress(AttributeError):  # numba itself looks at the loop's own file only, not at those of what it calls
        cache._cache_file._source_stamp = SOURCES
    return cast("Loop", code)


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
def locate(wanted: Ints, ids: Ints, held: Ints, rows: Ints, holding: Longs) -> None:
    """The row of each wanted term, -1 where there is none; how many paragraphs hold it is added to `holding`."""
    for i in range(len(wanted)):
        row = np.searchsorted(ids, wanted[i])
        rows[i] = -1
        if row < len(ids) and ids[row] == wanted[i]:
            rows[i] = row
            holding[i] += held[row]
