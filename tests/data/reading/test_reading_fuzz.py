"""Whatever comes in: no crash but a ReadError, and time that grows with the length and no faster."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.clean import CLEANERS, Cleaned, clean, clean_text
from data.errors import ReadError
from data.readers import read
from data.segment import segment

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent / "pages").iterdir()) if path.suffix != ".json"]
SCRIPTS = "會議会議漢한국어ひらがなالعربيةเอกสารдоклад王　强(bào)（），。、;|>〔〕#*?é１\n\t <>&/p"
SCRIPTS += "\u200b\u202e\ud800\u0000\ufffd\u0301"


def read_whole(data):
    """The report, or None where the data is refused as it should be."""
    try:
        return segment(read("any", data))
    except ReadError:
        return None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data):
    read_whole(data)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(SCRIPTS), max_size=300))
def test_any_characters(text):
    report = read_whole(text.encode("utf-8", errors="ignore"))
    assert report is None or report.title or report.paragraphs
    assert clean_text(text) == clean_text(text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PAGES), st.randoms(use_true_random=False), st.sampled_from(["cut", "double", "shuffle", "drop"]))
def test_spoiled_pages(page, random, how):
    at = random.randrange(len(page))
    lines = page.splitlines(keepends=True)
    if how == "shuffle":
        random.shuffle(lines)
    spoiled = {
        "cut": page[:at],
        "double": page + page[at:],
        "shuffle": b"".join(lines),
        "drop": page[:at] + page[at + 9 :],
    }
    read_whole(spoiled[how])


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(SCRIPTS), max_size=200))
def test_every_stretch_of_a_cleaned_text_has_an_origin(text):
    cleaned = clean(text)
    for start in range(0, len(cleaned.text), 7):
        first, last = cleaned.origin(start, min(start + 5, len(cleaned.text)))
        assert 0 <= first < last <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(SCRIPTS), max_size=120))
def test_edits_are_in_order_and_do_not_overlap(text):
    cleaned = Cleaned(text)
    for name, cleaner in CLEANERS:
        edits = cleaner(cleaned.text)
        assert all(one.end <= two.start for one, two in pairwise(edits)), name
        cleaned = cleaned.apply(name, edits)


BOMBS = {
    "one line": "會議(yì)指出，要加强领导。 市长王　强主持。",
    "spaces": "会 　",
    "brackets": "（(报(b",
    "tokens": "a 1 ",
    "commas": "，,",
    "short lines": "市政府召开会议\n",
    "dates": "2024-01-02 来源：a\n",
    "bars": "首页 | ",
    "crumbs": "首页 > 新闻 ",
    "stars": "**会**",
    "question marks": "?ā(",
    "nested tags": "<div>会",
    "open tags": "<",
    "cells": "<td>会</td>",
    "breaks": "会议，<br>",
    "scripts": "<script>",
    "wrapped": "会议指出要加强领导统筹推进各项工作落实到位并\n",
}


def seconds(text):
    """The best of two runs, in seconds of this process."""
    times = []
    for _ in range(2):
        start = time.process_time()
        read_whole(text.encode())
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", BOMBS)
def test_time_grows_with_the_length_and_no_faster(name):
    unit = BOMBS[name]
    head = "<html><body>" if "<" in unit else ""
    text = head + unit * (120_000 // len(unit))
    half, whole = seconds(text[: len(text) // 2]), seconds(text)
    assert whole < 3 * half + 0.1


@pytest.mark.parametrize("end", ["", "\n"], ids=["on one line", "in lines"])
def test_a_megabyte_is_read_in_two_seconds(end):
    sentence = "會議(yì)指出，要加强领导、压实责任，確保全年目标任务如期完成。 市长王　强主持。" + end
    assert seconds(sentence * (1_000_000 // len(sentence.encode()))) < 2.0
