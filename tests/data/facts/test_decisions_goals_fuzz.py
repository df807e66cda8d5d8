"""Whatever the text: no crash, every quote verbatim, and time that grows with the length and no faster."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.facts.decisions import find_decisions
from data.facts.goals import find_goals
from data.records import Meeting, Paragraph, Report

HERE = Path(__file__).parent
HELD = Meeting(None, None, is_meeting=True)
LINES = [line for case in json.loads((HERE / "decisions.json").read_text(encoding="utf-8")) for line in case["paras"]]
LINES += [case["text"] for case in json.loads((HERE / "goals.json").read_text(encoding="utf-8"))]
PIECES = [
    "会议",
    "审议通过了",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "，",
    "。",
    "；",
    "：",
    "、",
    "和",
    "关于",
    "的报告",
    "决定",
    "要",
]
PIECES += [
    "确保",
    "到2035年",
    "3.2%",
    "结论：",
    "议题一：",
    "1.",
    "- ",
    "主持人：",
    "任命",
    "为",
    "上述",
    "该",
    "不通过",
    "表决结果：",
]
PIECES += ["\n", "\t", "\u3000", "\x00", "\u202e", "\ud800", "a", "漢", "한", "🙂", "6月底前", "由", "将", "提请"]


def check(title, paras):
    report = Report("x", title, tuple(map(Paragraph, paras)))
    for record in find_decisions(report, HELD):
        span = record.at.span
        assert record.object == report.text(span.para)[span.start : span.end] != ""
    for goal in find_goals(report, HELD):
        span = goal.at.span
        assert goal.text == report.text(span.para)[span.start : span.end] != ""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), max_size=6))
def test_any_words(paras):
    check("".join(paras[:1]), paras)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_reports_cut_shuffled_and_doubled(data):
    lines = data.draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=6))
    cuts = [data.draw(st.integers(0, len(line))) for line in lines]
    paras = [line[cut:] + line[:cut] if cut % 2 else line[:cut] * 2 for line, cut in zip(lines, cuts, strict=True)]
    check(paras[0], paras)


def took(*paras):
    report = Report("x", "", tuple(map(Paragraph, paras)))
    started = time.process_time()
    find_decisions(report, HELD)
    find_goals(report, HELD)
    return time.process_time() - started


UNITS = {
    "news": "".join(LINES),
    "open brackets": "会议审议通过了《“（",
    "one list": "会议审议通过了关于甲的方案和乙报告，",
    "one clause": "会议会议要审议",
    "dates": "到2035年12月底前完成",
    "spaces": "会议决定 　 ",
    "repeats": "会议同意甲，由乙牵头；",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_twice_the_length_takes_less_than_three_times_as_long(unit):
    short = unit * (100_000 // len(unit))
    once = min(took(short) for _ in range(2))
    assert min(took(short * 2) for _ in range(2)) < 3 * max(once, 0.05)


@pytest.mark.parametrize(
    "lines", [LINES, ["主持人：甘霖", "1. 方案讨论（柳叶）", "结论：同意", "会议决议：", "1. 同意方案"]]
)
def test_twice_the_paragraphs_take_less_than_three_times_as_long(lines):
    paras = lines * (3000 // len(lines))
    once = min(took(*paras) for _ in range(2))
    assert min(took(*paras, *paras) for _ in range(2)) < 3 * max(once, 0.05)
