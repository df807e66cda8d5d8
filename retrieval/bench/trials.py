"""One engine at one size, measured in a process of its own."""

import gc
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from data.records import EVERYONE, PUBLIC
from retrieval.bench.dealing import Deck, Words, deal, questions
from retrieval.bench.engines import ENGINES, TOP, built
from retrieval.index import Entry, Index

QUESTIONS = 300
ROUNDS = 3
SLOW = 0.05
"""Seconds: engines that take longer for a question are asked fewer, and once."""

REPORT_PARAGRAPHS = 10
SWITCH = 0.0002
"""Seconds after which Python lets another thread go on, as the bot sets it: the default, 0.005, is many questions."""

RATE = 100
"""Reports a second that are added while questions are asked."""


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


@dataclass(frozen=True, slots=True)
class Trial:
    """What was measured of one engine: build in seconds, bytes a paragraph as the process grew by them."""

    engine: str
    size: int
    query: Timing
    build: float
    bytes: float


@dataclass(frozen=True, slots=True)
class Life:
    """What only a live index does; `quiet` is what `busy` compares with, cold start in seconds."""

    size: int
    quiet: Timing
    one_body: Timing
    one_period: Timing
    busy: Timing
    add: Timing
    remove: Timing
    cold: float
    bytes: float


def trial(engine: str, deck_path: str, size: int) -> Trial:
    """Build and ask."""
    deck = Deck.load(Path(deck_path))
    asked = questions(deck, QUESTIONS)
    ENGINES[engine](deal(deck, 100))(asked[0])
    before, begun = _resident(), time.perf_counter()
    ask = ENGINES[engine](deal(deck, size))
    build = time.perf_counter() - begun
    gc.collect()
    grown = (_resident() - before) / size
    return Trial(engine, size, Timing.of(asking(ask, asked)), build, grown)


def life(deck_path: str, size: int) -> Life:
    """Our index while it is changed, filtered and opened."""
    deck = Deck.load(Path(deck_path))
    asked = questions(deck, QUESTIONS)
    built(deal(deck, 100)).search(EVERYONE, asked[0], TOP)
    before = _resident()
    index = built(deal(deck, size))
    gc.collect()
    grown = (_resident() - before) / size
    numbers = sorted(index.reports())
    part = max(1, len(numbers) // 100)
    scattered = frozenset(random.Random(3).sample(numbers, part))  # noqa: S311 - no secret
    together = frozenset(numbers[len(numbers) // 2 :][:part])
    quiet = asking(lambda words: index.search(EVERYONE, words, TOP), asked)
    body = asking(lambda words: index.search(EVERYONE, words, TOP, reports=scattered), asked)
    period = asking(lambda words: index.search(EVERYONE, words, TOP, reports=together), asked)
    cold = _cold_start(index, asked[0])
    busy, add = _while_adding(index, asked, _new_reports(deck, numbers[-1] + 1, size))
    remove = [_timed(index.remove, number) for number in numbers[:50]]
    return Life(
        size=size,
        quiet=Timing.of(quiet),
        one_body=Timing.of(body),
        one_period=Timing.of(period),
        busy=Timing.of(busy),
        add=Timing.of(add),
        remove=Timing.of(remove),
        cold=cold,
        bytes=grown,
    )


def asking(ask: Callable[[Words], object], asked: Sequence[Words]) -> list[float]:
    """Seconds of each question: the median of a few rounds, after one to warm up."""
    first = [_timed(ask, words) for words in asked[:3]]
    if min(first) > SLOW:
        return first
    rounds = [[_timed(ask, words) for words in asked] for _ in range(ROUNDS + 1)][1:]
    medians: list[float] = np.median(rounds, axis=0).tolist()
    return medians


def _while_adding(
    index: Index, asked: Sequence[Words], reports: Sequence[Entry]
) -> tuple[Sequence[float], Sequence[float]]:
    added: list[float] = []

    def add() -> None:
        for report in reports:
            begun = time.perf_counter()
            index.add(report)
            added.append(time.perf_counter() - begun)
            time.sleep(max(0.0, 1 / RATE - added[-1]))

    sys.setswitchinterval(SWITCH)
    writer, took = threading.Thread(target=add), []
    writer.start()
    while writer.is_alive():
        took += [_timed(lambda words: index.search(EVERYONE, words, TOP), words) for words in asked]
    return took, added


def _new_reports(deck: Deck, first: int, size: int) -> list[Entry]:
    """Reports of ten paragraphs for five seconds, with numbers from `first`."""
    paragraphs = [words for entry in islice(deal(deck, size, seed=9), 2000) for _, words in entry.paragraphs]
    groups = zip(*[iter(paragraphs)] * REPORT_PARAGRAPHS, strict=False)
    return [Entry(first + i, PUBLIC, list(enumerate(group))) for i, group in enumerate(islice(groups, 5 * RATE))]


def _cold_start(index: Index, words: Words) -> float:
    """Seconds from starting Python to the first answer, the question's words cut from text."""
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder) / "index", "")
        command = [sys.executable, "-W", "ignore", "-m", "retrieval.bench.first", folder, "".join(words)]
        subprocess.run(command, check=True)  # noqa: S603 - our own module; fills the dictionary's copy
        return min(_timed(lambda: subprocess.run(command, check=True)) for _ in range(3))  # noqa: S603 - the same


def _timed(do: Callable[..., object], *arguments: object) -> float:
    begun = time.perf_counter()
    do(*arguments)
    return time.perf_counter() - begun


def _resident() -> int:
    """Bytes of memory that this process holds; where the system does not say, 0."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0
