"""What a meeting did with each matter, claim by claim; the reports are in decisions.json and decisions_news.json."""

import json
from pathlib import Path

import pytest

from data.facts.decisions import RULES, find_decisions
from data.records import Meeting, Paragraph, Report

FILES = ("decisions.json", "decisions_news.json")
CASES = [case for name in FILES for case in json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))]
HELD = Meeting(None, None, is_meeting=True)


def report(*paras, title=""):
    return Report("x", title, tuple(map(Paragraph, paras)))


def found(*paras, title=""):
    return find_decisions(report(*paras, title=title), HELD)


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_claim(case):
    records = found(*case["paras"], title=case.get("title", ""))
    assert [[record.kind, record.object] for record in records] == case["expect"]


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_every_object_is_quoted_from_its_place(case):
    page = report(*case["paras"], title=case.get("title", ""))
    for record in find_decisions(page, HELD):
        span = record.at.span
        assert page.text(span.para)[span.start : span.end] == record.object
        assert record.at.rule


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("审议通过", "adopted"),
        ("审议并原则通过", "adopted"),
        ("表决通过", "adopted"),
        ("批准", "adopted"),
        ("审定", "adopted"),
        ("原则同意", "decided"),
        ("研究同意", "decided"),
        ("明确", "decided"),
        ("商定", "decided"),
        ("听取和审议", "reviewed"),
        ("讨论", "reviewed"),
        ("协商讨论", "reviewed"),
        ("听取", "heard"),
        ("通报", "heard"),
        ("传达学习", "studied"),
        ("学习贯彻", "studied"),
        ("研究", "studied"),
        ("研究部署", "arranged"),
        ("安排部署", "arranged"),
    ],
)
def test_the_kind_follows_the_verb(verb, kind):
    (record,) = found(f"会议{verb}了《云陵市湿地保护规划》。")
    assert (record.kind, record.object) == (kind, "《云陵市湿地保护规划》")
    assert record.verb in verb


def test_votes_owners_and_due_dates_stay_with_the_decision():
    passed, agreed = found(
        "会议以30票赞成、1票弃权表决通过了《云陵市停车条例》。",
        "会议同意《管网工程方案》，由市住建局牵头组织实施，10月底前完成招标。",
    )
    assert passed.vote == "30票赞成、1票弃权"
    assert (agreed.owner, agreed.deadline) == ("市住建局", "10月底前")


def test_a_vote_after_the_matter_is_its_own():
    first, second = found(
        "（一）审议通过《半年度报告》。表决结果：9票同意，0票反对，0票弃权。",
        "（二）审议通过《投资议案》。表决结果：8票同意，0票反对，1票弃权。",
    )
    assert (first.vote, second.vote) == ("9票同意，0票反对，0票弃权", "8票同意，0票反对，1票弃权")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("会议审议通过了《养老设施办法》，要求到2026年建成20家社区养老中心。", None),
        ("会议审议通过了《养老设施办法》，到2026年建成20家社区养老中心。", None),
        ("会议同意《管网工程方案》，10月底前完成招标。", "10月底前"),
        ("会议同意年底前拆除危房。", "年底前"),
    ],
)
def test_a_due_date_is_the_decisions_own_and_no_target(text, by):
    (record,) = found(text)
    assert record.deadline == by


def test_no_meeting_no_decisions():
    page = report("会议审议通过了《云陵市停车条例》。")
    assert find_decisions(page, Meeting(None, None, is_meeting=False)) == ()


@pytest.mark.parametrize("name", [name for name, _ in RULES])
def test_every_family_of_rules_brings_something(name):
    without = tuple(rule for rule in RULES if rule[0] != name)
    changed = [
        case["claim"]
        for case in CASES
        if find_decisions(report(*case["paras"], title=case.get("title", "")), HELD, without)
        != find_decisions(report(*case["paras"], title=case.get("title", "")), HELD)
    ]
    assert changed, f"no claim needs the rules named {name}"
