"""The table of goals says of every figure that was measured whether it is met, and nothing of others."""

import pytest

from retrieval.bench.goals import LARGE, MIDDLE, SMALL, Goal, goals
from retrieval.bench.life import Life
from retrieval.bench.timing import Timing
from retrieval.bench.trials import Trial


def even(milliseconds: float) -> Timing:
    return Timing(milliseconds, milliseconds, milliseconds)


def trial(engine: str, size: int, milliseconds: float) -> Trial:
    return Trial(engine, size, even(milliseconds), build=1.0, bytes=300.0)


def life(size: int, milliseconds: float) -> Life:
    quiet, filtered, add = even(milliseconds), even(milliseconds / 10), even(0.5)
    return Life(size, quiet, filtered, filtered, quiet, busy=even(3 * milliseconds), add=add, remove=add, cold=2.0)


@pytest.mark.parametrize(("value", "verdict"), [(0.5, "met"), (0.51, "MISSED")])
def test_a_goal_is_met_up_to_its_limit(value: float, verdict: str) -> None:
    assert Goal("query p50", value, 0.5).line.endswith(verdict)


def test_every_engine_is_compared_at_the_same_size() -> None:
    trials = [
        trial("ours", SMALL, 1.0),
        trial("bm25s", SMALL, 4.0),
        trial("ours", LARGE, 3.0),
        trial("tantivy", LARGE, 6.0),
    ]
    values = {goal.what: goal.value for goal in goals(trials, [])}
    assert values == {"query p50 of bm25s's, 10,000": 0.25, "query p50 of tantivy's, 1,000,000": 0.5}


def test_what_only_a_live_index_does_is_told_of_the_largest_size_and_growth_of_both() -> None:
    trials = [trial("ours", MIDDLE, 1.0), trial("ours", LARGE, 4.0)]
    values = {goal.what: goal.value for goal in goals(trials, [life(MIDDLE, 1.0), life(LARGE, 4.0)])}
    assert values["query p99 while 100 reports a second are added, of calm"] == 3.0
    assert values["1 % by body, p50 of unfiltered"] == pytest.approx(0.1)
    assert values["query p50 at 9.4 times the paragraphs, times"] == 4.0
    assert values["cold start to the first answer, s, 106,000"] == 2.0


def test_nothing_measured_nothing_told() -> None:
    assert list(goals([trial("ours", 500, 1.0)], [life(500, 1.0)])) == []
