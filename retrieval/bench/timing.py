"""How long things take, and how much memory a process holds."""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.bench.dealing import Words

Ask = Callable[[Words], object]

ROUNDS = 3
SLOW = 0.005
"""Seconds: an engine that takes longer for a question is asked once, and only so many as it answers in `PATIENCE`."""

PATIENCE = 8.0
PROBES = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """How long the same thing took, many times: percentiles in milliseconds."""

    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Timing":
        """The percentiles of `seconds`."""
        p50, p95, p99 = np.percentile(np.array(seconds) * 1000, [50, 95, 99]).tolist()
        return cls(p50, p95, p99)


def timed(do: Callable[..., object], *arguments: object) -> float:
    """Seconds that one call takes."""
    begun = time.perf_counter()
    do(*arguments)
    return time.perf_counter() - begun


def asked_once(ask: Ask, questions: Sequence[Words]) -> list[float]:
    """Seconds of each question, just once."""
    return [timed(ask, words) for words in questions]


def asked_in_turn(questions: Sequence[Words], *asks: Ask) -> list[Timing]:
    """Each way to ask has all questions in its turn, a few rounds: of the median of each question.

    What else the machine does then falls on all ways alike.
    """
    for ask in asks:
        asked_once(ask, questions)
    rounds = [[asked_once(ask, questions) for ask in asks] for _ in range(ROUNDS)]
    return [Timing.of(seconds) for seconds in np.median(rounds, axis=0).tolist()]


def asked_alone(ask: Ask, questions: Sequence[Words]) -> Timing:
    """The same of one way that may be slow."""
    probes = asked_once(ask, questions[:PROBES])
    if min(probes) < SLOW:
        return asked_in_turn(questions, ask)[0]
    many = int(PATIENCE / max(probes))
    return Timing.of(probes if many <= PROBES else asked_once(ask, questions[:many]))


def resident() -> int:
    """Bytes of memory that this process holds; where the system does not say, 0."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0
