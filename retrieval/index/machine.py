"""What a processor does in one step, and numba has no word for."""

from collections.abc import Callable
from ctypes import c_void_p
from typing import cast

from numba import types
from numba.core import cgutils
from numba.extending import intrinsic


def _ones(_context: object, _bits: object) -> tuple[object, object]:
    return types.int64(types.int64), lambda _, builder, __, arguments: builder.ctpop(arguments[0])


def _lowest(_context: object, _bits: object) -> tuple[object, object]:
    return types.int64(types.int64), lambda _, builder, __, arguments: builder.cttz(arguments[0], cgutils.true_bit)


def _pointer(_context: object, _address: object) -> tuple[object, object]:
    return (
        types.voidptr(types.int64),
        lambda _, builder, __, arguments: builder.inttoptr(arguments[0], cgutils.voidptr_t),
    )


ones = cast("Callable[[int], int]", intrinsic(_ones))
"""How many of a long's bits are set."""

lowest = cast("Callable[[int], int]", intrinsic(_lowest))
"""Which of a long's bits is the lowest that is set; there must be one."""

pointer = cast("Callable[[int], c_void_p]", intrinsic(_pointer))
"""An address as `carray` wants it."""
