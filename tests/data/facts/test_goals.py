"""What counts as a goal, claim by claim; the texts are in goals.json."""

import json
from pathlib import Path

import pytest

from data.facts.goals import RULES, find_goals
from data.facts.goals.deadlines import find_deadline
from data.facts.goals.quantities import find_quantity
from data.records import Meeting, Paragraph, Report

CASES = json.loads((Path(__file__).parent / "goals.json").read_text(encoding="utf-8"))
HELD = Meeting(None, None, is_meeting=True)


def report(*paras):
    return Report("x", "", tuple(map(Paragraph, paras)))


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_claim(case):
    goals = find_goals(report(case["text"]), HELD)
    assert [[goal.text, goal.quantity, goal.deadline, goal.hardness] for goal in goals] == case["expect"]


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_every_goal_is_quoted_from_its_place(case):
    for goal in find_goals(report(case["text"]), HELD):
        assert case["text"][goal.at.span.start : goal.at.span.end] == goal.text
        assert goal.quantity is None or goal.quantity in goal.text
        assert goal.deadline is None or goal.deadline in case["text"]


@pytest.mark.parametrize(
    ("clause", "quantity"),
    [
        ("增长7%左右", "7%左右"),
        ("不低于18.5万吨", "18.5万吨"),
        ("新增企业120家以上", "120家以上"),
        ("转移2300余名群众", "2300余名"),
        ("进入全省前三位", "前三位"),
        ("稳定达到Ⅲ类", "Ⅲ类"),
        ("接待人次突破1000万", "1000万"),
        ("提高2个百分点", "2个百分点"),
        ("实现零的突破", "零的突破"),
        ("第3次会议", None),
        ("2031年", None),
        ("编号1234", None),
        ("一个更好的明天", None),
    ],
)
def test_a_quantity_is_a_number_with_its_unit(clause, quantity):
    assert find_quantity(clause, clause) == quantity


@pytest.mark.parametrize(
    ("clause", "deadline"),
    [
        ("到2035年建成", "到2035年"),
        ("2032年6月底前通水", "2032年6月底前"),
        ("7月10日前修复", "7月10日前"),
        ("18日20时前转移", "18日20时前"),
        ("今年底前完成", "今年底前"),
        ("“十六五”末达到", "“十六五”末"),
        ("年内新增", "年内"),
        ("两年内实现", "两年内"),
        ("明年汛前建成", "明年汛前"),
        ("需于12/07(二)前完成", "于12/07(二)前"),
        ("下周三前提交", "下周三前"),
        ("6月5日至7日举行", None),
        ("目前已经开工", None),
        ("十年前动工", None),
    ],
)
def test_a_deadline_is_an_end_of_time(clause, deadline):
    assert find_deadline(clause) == deadline


def test_a_goal_said_twice_is_one_goal():
    (goal,) = find_goals(report("要确保群众温暖过冬。", "务必确保群众温暖过冬。"), HELD)
    assert goal.at.span.para == 0


def test_no_meeting_no_goals():
    assert find_goals(report("要确保全年增长6%。"), Meeting(None, None, is_meeting=False)) == ()


def test_rules_can_be_left_out():
    text = "要力争到2032年产值突破900亿元，打造国内一流营商环境。"
    assert [goal.hardness for goal in find_goals(report(text), HELD, RULES[1:])][-1] == "soft"
    assert [goal.hardness for goal in find_goals(report(text), HELD, RULES[:1])] == ["hard"]


def test_lines_under_a_heading_of_targets_are_goals_with_their_dates():
    page = report("落地目标：", "第一阶段：23.09引入新版本内核，支持滚动升级", "分工：", "由各组自行安排")
    (goal,) = find_goals(page, HELD)
    assert (goal.text, goal.deadline) == ("23.09引入新版本内核，支持滚动升级", "23.09")


def test_what_single_persons_owe_is_no_goal():
    assert find_goals(report("会议要求加快进度。", "## 待办", "- 林溪：6月20日前提交预算"), HELD) == ()


@pytest.mark.parametrize(("published", "count"), [("2033-01-19", 1), ("2033-11-02", 0), ("2032-12-20", 1), (None, 0)])
def test_a_years_figure_is_aimed_at_while_the_year_has_hardly_begun(published, count):
    page = Report("x", "", (Paragraph("轮渡站作了年度总结。2033年完成摆渡收入7600万元。"),), published)
    assert len(find_goals(page, HELD)) == count
