"""Words for time mean the days that the asker has in mind."""

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.dates import meeting_day, moments

CASES = tomllib.loads((Path(__file__).parent / "moments.toml").read_text("utf-8"))["moment"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_words_for_time_mean_these_days(case: dict[str, Any]) -> None:
    found = moments(case["text"], case["today"])
    assert [[one.period.start, one.period.end] for one in found[:1]] == ([case["days"]] if "days" in case else [])


def test_a_deadline_is_not_the_day_of_the_meeting() -> None:
    text = "9月底前要完成几处 安委会6月说的"
    day = meeting_day(moments(text, date(2024, 7, 15)), text)
    assert day is not None
    assert day.period.start == date(2024, 6, 1)


def test_a_day_says_more_of_when_it_was_than_a_year() -> None:
    text = "2024年第一次全会 3月11日"
    day = meeting_day(moments(text, date(2024, 5, 1)), text)
    assert day is not None
    assert day.exact


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025年10月十四届三次会议", date(2025, 10, 1), date(2025, 10, 31)),
        ("Ring308 4月15号的会", date(2026, 4, 15), date(2026, 4, 15)),
        ("2023/12 例会", date(2023, 12, 1), date(2023, 12, 31)),
    ],
)
def test_numbers_beside_a_time_are_not_part_of_it(text: str, first: date, last: date) -> None:
    period = moments(text, date(2026, 5, 1))[0].period
    assert (period.start, period.end) == (first, last)


@given(st.text(alphabet="0123456789年月日号上个周底第一二三四五六七八九十.-去今昨天前 ", max_size=30), st.dates())
def test_any_text_is_read_without_failing_and_moments_do_not_overlap(text: str, today: date) -> None:
    found = moments(text, today)
    assert all(one.period.start <= one.period.end for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
