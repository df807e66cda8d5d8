"""Spoiled reports do not crash the reading, are quoted word for word, and take no longer than they are long."""

import pytest
from quality.mutations import GROWING, growth, misquoted, spoiled, too_steep, tried

from data.facts.extract import extract
from data.ingest import to_report
from data.records import Evidence, Facts, Goal, Meeting, Span


@pytest.mark.parametrize("first", range(0, 300, 30))
def test_no_spoiled_report_crashes_the_reading_or_is_misquoted(first: int) -> None:
    assert {seed: wrong for seed in range(first, first + 30) if (wrong := tried(seed)[1])} == {}


def test_a_seed_always_spoils_in_the_same_way() -> None:
    assert spoiled(7) == spoiled(7) != spoiled(8)


def test_most_spoiled_reports_are_still_read() -> None:
    assert sum(tried(seed)[0] == "read" for seed in range(40)) > 30


def test_a_quote_that_is_not_there_is_told() -> None:
    report = to_report("a.txt", "理事会召开会议\n12月3日，理事会召开会议。".encode())
    goal = Goal("种树百亩", Evidence(Span(0, 0, 4), "made-up"))
    assert list(misquoted(report, Facts(Meeting(None, None, is_meeting=True), goals=(goal,)))) == ["种树百亩 is 12月3"]
    assert list(misquoted(report, extract(report))) == []


@pytest.mark.parametrize("unit", GROWING.values(), ids=GROWING.keys())
def test_twice_the_length_takes_less_than_three_times_as_long(unit: str) -> None:
    assert not too_steep(*growth(unit, 8_000))
