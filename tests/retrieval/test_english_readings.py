"""English questions are read as the Chinese ones that ask the same."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import lexicon
from retrieval.question.dates import moments
from retrieval.question.english import is_english, to_chinese
from retrieval.question.english.days import with_chinese_days

CASES = tomllib.loads((Path(__file__).parent / "english.toml").read_text("utf-8"))
TODAY = date(2024, 11, 10)
SMALL = sorted(lexicon.words("english", "small.words"))


@pytest.mark.parametrize(("english", "chinese"), CASES["read"], ids=[case[0] for case in CASES["read"]])
def test_an_english_question_asks_what_its_chinese_one_asks(english: str, chinese: str) -> None:
    assert is_english(english)
    assert to_chinese(english, TODAY) == chinese


@pytest.mark.parametrize(("english", "chinese"), CASES["days"], ids=[case[0] for case in CASES["days"]])
def test_english_words_for_time_become_chinese_dates(english: str, chinese: str) -> None:
    days, _ = with_chinese_days(english, TODAY)
    assert days == chinese
    assert bool(moments(days, TODAY)) == bool(chinese)


@pytest.mark.parametrize(
    "text",
    [
        "科创委第一次会议谁主持的",
        "TC例会谁参加了",
        "guochanghui shei zhuchi",
        "2024 Developer Day 上谁讲话了",
        "LanOS Meeting Report 讲了啥",
        "Priya Raman来了吗",
    ],
)
def test_chinese_with_latin_words_in_it_is_not_english(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("text", ["GDP growth target 2024", "hello", "Thanks!", "grain output target 云汀 2025"])
def test_english_needs_no_small_words(text: str) -> None:
    assert is_english(text)


@given(st.lists(st.sampled_from([*SMALL, "Luan", "Qinghe", "云汀", "2024", ",", "?", "'s"]), max_size=25))
def test_small_words_of_english_are_never_left_over(words: list[str]) -> None:
    left = re.findall("[a-z]+", to_chinese(" ".join(words), TODAY))
    assert not set(left) & set(SMALL)


@given(st.text(max_size=120))
def test_any_text_at_all_can_be_read(text: str) -> None:
    assert to_chinese(text, TODAY) == to_chinese(text, TODAY).strip()
