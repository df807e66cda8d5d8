"""One engine at one size: how long it builds and answers, and how much memory it takes."""

import gc
import time
from dataclasses import dataclass
from pathlib import Path

from retrieval.bench.dealing import Deck, deal, questions
from retrieval.bench.engines import ENGINES
from retrieval.bench.timing import Timing, asked_alone, resident

QUESTIONS = 300


@dataclass(frozen=True, slots=True)
class Trial:
    """What was measured of one engine: build in seconds, bytes a paragraph as the process grew by them."""

    engine: str
    size: int
    query: Timing
    build: float
    bytes: float


def trial(engine: str, deck_path: str, size: int) -> Trial:
    """Build and ask, in a process of its own."""
    deck = Deck.load(Path(deck_path))
    asked = questions(deck, QUESTIONS)
    ENGINES[engine](deal(deck, 100))(asked[0])
    before, begun = resident(), time.perf_counter()
    ask = ENGINES[engine](deal(deck, size))
    build = time.perf_counter() - begun
    gc.collect()
    grown = (resident() - before) / size
    gc.freeze()  # the deck is not the engine's, and must not be searched for garbage on its account
    return Trial(engine, size, asked_alone(ask, asked), build, grown)
