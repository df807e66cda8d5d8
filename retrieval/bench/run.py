"""All engines at all sizes in one run, with the ratios that matter and a picture."""

import json
import multiprocessing
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from retrieval.bench.dealing import read
from retrieval.bench.engines import ENGINES, PEERS
from retrieval.bench.goals import LARGE, MIDDLE, SMALL, goals
from retrieval.bench.life import Life, life
from retrieval.bench.picture import draw
from retrieval.bench.trials import Trial, trial
from retrieval.tokens import Tokens

SIZES = (SMALL, MIDDLE, LARGE)
Result = TypeVar("Result")


def bench(
    corpus: Path, folder: Path, sizes: Sequence[int] = SIZES, engines: Sequence[str] = tuple(ENGINES)
) -> Iterator[str]:
    """Measure, line by line as results come; `bench.json` and `latency.png` are in `folder` at the end.

    Raises:
        OSError: `corpus` cannot be read or `folder` not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = [engine for engine in engines if engine not in PEERS or find_spec(engine)]
    yield from (
        f"{engine} is left out: pip install -e '.[bench]' brings it" for engine in engines if engine not in there
    )
    with tempfile.TemporaryDirectory() as scratch:
        deck = Path(scratch) / "deck.json"
        read(corpus, Tokens(Path(scratch) / "words")).save(deck)
        trials: list[Trial] = []
        lives: list[Life] = []
        for size in sizes:
            for engine in there:
                trials.append(_apart(trial, engine, str(deck), size))
                yield _trial_line(trials[-1], trials)
            lives.append(_apart(life, str(deck), size))
            yield from _life_lines(lives[-1])
    reached = list(goals(trials, lives))
    yield from (goal.line for goal in reached)
    results = {"trials": trials, "lives": lives, "goals": reached}
    (folder / "bench.json").write_text(json.dumps(results, indent=1, default=asdict), encoding="ascii")
    draw(trials, folder / "latency.png")


def _apart(measure: Callable[..., Result], *arguments: object) -> Result:
    """What `measure` returns in a process of its own, so that nobody's memory or threads disturb it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, arguments)


def _trial_line(one: Trial, trials: Sequence[Trial]) -> str:
    ours = next((each.query for each in trials if each.size == one.size and each.engine == "ours"), one.query)
    times = f"p50 {one.query.p50:9.3f}  p95 {one.query.p95:9.3f}  p99 {one.query.p99:9.3f} ms"
    costs = f"build {one.build:7.1f} s  {one.bytes:6.0f} bytes a paragraph"
    return f"{one.size:>9,} {one.engine:<10} {times}  ours/it {ours.p50 / one.query.p50:8.5f}  {costs}"


def _life_lines(one: Life) -> Iterator[str]:
    quiet = one.quiet
    yield f"{one.size:>9,} ours       p99/p50 {quiet.p99 / quiet.p50:.2f}  cold start {one.cold:.2f} s"
    for name, timing in (("1 % by body", one.one_body), ("1 % by period", one.one_period)):
        yield f"{'':>20} {name}: p50 {timing.p50:.3f} ms, {timing.p50 / quiet.p50:.2f} of unfiltered"
    yield f"{'':>20} add a report: p50 {one.add.p50:.2f}, p99 {one.add.p99:.2f} ms; remove: p50 {one.remove.p50:.2f} ms"
    yield f"{'':>20} while adding: query p99 {one.busy.p99:.3f} ms, {one.busy.p99 / one.calm.p99:.2f} of calm"
