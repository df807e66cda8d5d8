"""What was needed for a while only goes back to the system, where its C library can do that."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Return memory that was freed: glibc keeps up to some hundred megabytes for allocations that may never come."""
    with suppress(OSError, AttributeError, TypeError):  # another C library, or none
        ctypes.CDLL(None).malloc_trim(0)
