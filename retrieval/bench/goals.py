"""What the index promises, beside what was measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.bench.life import Life
from retrieval.bench.trials import Trial

SMALL, MIDDLE, LARGE = 10_000, 106_000, 1_000_000

OF_BM25S = {SMALL: 0.5, MIDDLE: 0.75, LARGE: 1.0}
OF_PEERS = {"tantivy": 0.4, "rank_bm25": 0.0005}
COLD = {MIDDLE: 1.5, LARGE: 4.0}


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that is to be `most` at most."""

    what: str
    value: float
    most: float

    @property
    def line(self) -> str:
        """The row of the table."""
        verdict = "met" if self.value <= self.most else "MISSED"
        return f"{self.what:<62} {self.value:10.5g}   at most {self.most:<7g} {verdict}"


def goals(trials: Sequence[Trial], lives: Sequence[Life]) -> Iterator[Goal]:
    """All that can be told from what was measured; most are of the largest size."""
    query = {(one.engine, one.size): one.query for one in trials}
    living = {one.size: one for one in lives}
    for size, most in OF_BM25S.items():
        if ("bm25s", size) in query:
            yield Goal(f"query p50 of bm25s's, {size:,}", query["ours", size].p50 / query["bm25s", size].p50, most)
    for engine, most in OF_PEERS.items():
        if (engine, LARGE) in query:
            yield Goal(f"query p50 of {engine}'s, {LARGE:,}", query["ours", LARGE].p50 / query[engine, LARGE].p50, most)
    if LARGE in living:
        yield from _largest(living[LARGE], next(one for one in trials if (one.engine, one.size) == ("ours", LARGE)))
    yield from (
        Goal(f"cold start to the first answer, s, {size:,}", living[size].cold, most)
        for size, most in COLD.items()
        if size in living
    )
    if MIDDLE in living and LARGE in living:
        yield from _growth(living[MIDDLE], living[LARGE])


def _largest(one: Life, ours: Trial) -> Iterator[Goal]:
    yield Goal("query p99 of p50", one.quiet.p99 / one.quiet.p50, 1.5)
    yield Goal("1 % by body, p50 of unfiltered", one.one_body.p50 / one.quiet.p50, 0.3)
    yield Goal("1 % by period, p50 of unfiltered", one.one_period.p50 / one.quiet.p50, 0.3)
    yield Goal("add a report of ten paragraphs while queries run, p99, ms", one.add.p99, 2.0)
    yield Goal("query p99 while 100 reports a second are added, of calm", one.busy.p99 / one.calm.p99, 2.0)
    yield Goal("resident memory, bytes a paragraph", ours.bytes, 450)


def _growth(middle: Life, large: Life) -> Iterator[Goal]:
    times = LARGE / MIDDLE
    yield Goal(f"query p50 at {times:.1f} times the paragraphs, times", large.quiet.p50 / middle.quiet.p50, 9.4)
    yield Goal(f"add p50 at {times:.1f} times the paragraphs, times", large.add.p50 / middle.add.p50, 1.5)
