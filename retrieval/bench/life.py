"""What only a live index does: it is changed, filtered and opened."""

import gc
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from data.records import EVERYONE, PUBLIC
from retrieval.bench.dealing import Deck, Words, deal, questions
from retrieval.bench.engines import TOP, built
from retrieval.bench.timing import Timing, asked_in_turn, asked_once, timed
from retrieval.bench.trials import QUESTIONS
from retrieval.index import Entry, Index
from retrieval.records import Period

REPORT_PARAGRAPHS = 10
SWITCH = 0.0002
"""Seconds after which Python lets another thread go on, as the bot sets it: the default, 0.005, is many questions."""

RATE = 100
"""Reports a second that are added while questions are asked."""

SECONDS = 5
"""For so long."""

REMOVED = 50
STARTS = 3


@dataclass(frozen=True, slots=True)
class Life:
    """`quiet` is what the filters compare with; `calm` what `busy` does, each single question counted; cold in seconds.

    `add` and `busy` are of the same seconds, in which reports were added and questions asked.
    """

    size: int
    quiet: Timing
    one_body: Timing
    one_period: Timing
    calm: Timing
    busy: Timing
    add: Timing
    remove: Timing
    cold: float


def life(deck_path: str, size: int) -> Life:
    """Build our index and live with it, in a process of its own."""
    deck = Deck.load(Path(deck_path))
    asked = questions(deck, QUESTIONS)
    index = built(deal(deck, size))
    new = _new_reports(deck, size)
    gc.collect()
    gc.freeze()
    body, period = _one_body(index), _one_period(deck)
    quiet, one_body, one_period = asked_in_turn(
        asked,
        lambda words: index.search(EVERYONE, words, TOP),
        lambda words: index.search(EVERYONE, words, TOP, reports=body),
        lambda words: index.search(EVERYONE, words, TOP, period=period),
    )
    cold = _cold_start(index, asked[0])
    calm, busy, add = _while_adding(index, asked, new)
    remove = Timing.of([timed(index.remove, number) for number in sorted(index.reports())[:REMOVED]])
    return Life(size, quiet, one_body, one_period, calm, busy, add, remove, cold)


def _one_body(index: Index) -> frozenset[int]:
    """One report in a hundred, here and there: as many bodies have."""
    numbers = sorted(index.reports())
    return frozenset(random.Random(3).sample(numbers, max(1, len(numbers) // 100)))  # noqa: S311 - no secret


def _one_period(deck: Deck) -> Period:
    """Days with a hundredth of the reports."""
    days = sorted(day for day in deck.days if day)
    middle = len(days) // 2
    return Period(date.fromisoformat(days[middle]), date.fromisoformat(days[middle + len(days) // 100]))


def _while_adding(index: Index, asked: Sequence[Words], new: Sequence[Entry]) -> tuple[Timing, Timing, Timing]:
    """Questions without and with reports being added, and the adding."""
    added: list[float] = []

    def add() -> None:
        for report in new:
            added.append(timed(index.add, report))
            time.sleep(max(0.0, 1 / RATE - added[-1]))

    def asking(until: threading.Thread) -> Timing:
        took: list[float] = []
        until.start()
        while until.is_alive():
            took += asked_once(lambda words: index.search(EVERYONE, words, TOP), asked)
        return Timing.of(took)

    sys.setswitchinterval(SWITCH)
    calm = asking(threading.Thread(target=time.sleep, args=[SECONDS]))
    busy = asking(threading.Thread(target=add))
    return calm, busy, Timing.of(added)


def _new_reports(deck: Deck, size: int) -> list[Entry]:
    """Reports of ten paragraphs for as long as is measured, none with a number that is taken."""
    paragraphs = [words for entry in islice(deal(deck, size, seed=9), 2000) for _, words in entry.paragraphs]
    groups = zip(*[iter(paragraphs)] * REPORT_PARAGRAPHS, strict=False)
    return [
        Entry(size + i, PUBLIC, list(enumerate(group))) for i, group in enumerate(islice(groups, SECONDS * RATE), 1)
    ]


def _cold_start(index: Index, words: Words) -> float:
    """Seconds from starting Python to the first answer, the question's words cut from text."""
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder) / "index", "")
        command = [sys.executable, "-W", "ignore", "-m", "retrieval.bench.first", folder, "".join(words)]
        subprocess.run(command, check=True)  # noqa: S603 - our own module; fills the dictionary's copy
        return min(timed(lambda: subprocess.run(command, check=True)) for _ in range(STARTS))  # noqa: S603 - the same
