"""Arrays handed to a compiled loop as numbers: to unpack a dozen arrays takes it as long as a small search.

Whoever hands them over keeps the arrays alive meanwhile.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numba.np.numpy_support import carray
from numpy.typing import NDArray

from retrieval.index.kernels import Bytes, Ints, Longs, Numbers, Words, compiled
from retrieval.index.machine import pointer


def handles(arrays: Iterable[NDArray[Any]], kinds: Iterable[type[Any]]) -> Longs:
    """Where each array is and how long it is.

    Raises:
        TypeError: one is not of its kind, or not in one piece; a loop would read what is not there.
    """
    numbers: list[int] = []
    for array, kind in zip(arrays, kinds, strict=True):
        if array.dtype != kind or not array.flags.c_contiguous:
            msg = f"not {kind.__name__} in one piece: {array.dtype}"
            raise TypeError(msg)
        numbers += array.__array_interface__["data"][0], array.size
    return np.array(numbers, np.int64)


@compiled
def longs(handles: Longs, i: int) -> Longs:
    """The i-th array."""
    array: Longs = carray(pointer(handles[2 * i]), handles[2 * i + 1], np.int64)
    return array


@compiled
def ints(handles: Longs, i: int) -> Ints:
    """The i-th array."""
    array: Ints = carray(pointer(handles[2 * i]), handles[2 * i + 1], np.int32)
    return array


@compiled
def numbers(handles: Longs, i: int) -> Numbers:
    """The i-th array."""
    array: Numbers = carray(pointer(handles[2 * i]), handles[2 * i + 1], np.uint32)
    return array


@compiled
def words(handles: Longs, i: int) -> Words:
    """The i-th array."""
    array: Words = carray(pointer(handles[2 * i]), handles[2 * i + 1], np.uint16)
    return array


@compiled
def octets(handles: Longs, i: int) -> Bytes:
    """The i-th array."""
    array: Bytes = carray(pointer(handles[2 * i]), handles[2 * i + 1], np.uint8)
    return array
