"""Work spread over processes, a bounded number of pieces under way, results in order."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from data.errors import HuiwenError

Piece = TypeVar("Piece")
Result = TypeVar("Result")

PROCESSES = min(8, os.cpu_count() or 1)
FEW = 4
"""Pieces that are done here: starting a process costs a second."""
AHEAD = 3
"""Pieces waiting per process: enough to keep it busy while the results are written."""


def spread(work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
    """`map(work, pieces)`; `work` must be importable. Pieces are only taken as the results are.

    Raises:
        HuiwenError: a process died, as a rule for want of memory.
    """
    source = iter(pieces)
    first = list(islice(source, FEW))
    if len(first) < FEW:
        yield from map(work, first)
        return
    # Spawned, not forked: a fork would copy threads' locks and open database connections.
    pool = ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn"), initializer=_die_with_parent)
    try:
        yield from _in_order(pool, work, chain(first, source))
    except BrokenProcessPool:
        raise HuiwenError("a loading process died; is there enough memory? Load again to go on") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, work: Callable[[Piece], Result], pieces: Iterator[Piece]) -> Iterator[Result]:
    under_way: deque[Future[Result]] = deque(
        pool.submit(work, piece) for piece in islice(pieces, PROCESSES * (1 + AHEAD))
    )
    while under_way:
        result = under_way.popleft().result()
        under_way.extend(pool.submit(work, piece) for piece in islice(pieces, 1))
        yield result


def _die_with_parent() -> None:
    """Ends this process when its parent is killed; otherwise it would wait for work for ever."""
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
