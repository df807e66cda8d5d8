"""The worth of a part shows in the table: what only that part finds is missing without it."""

import json
from pathlib import Path

import pytest

from data.facts.extract import extract
from data.ingest import to_report
from data.store import Store
from retrieval.bench.ablation import PARTS, ablation
from retrieval.tokens import Tokens

TOPICS = ("湿地修复", "稀土管理", "渡口改造", "校舍加固", "山洪预警", "古树保护", "桑园防霜")


def text_of(topic: str, year: int) -> bytes:
    day = f"12月{year - 2000}日"
    return (
        f"青澜市召开{topic}工作会议\n{year}-12-30\n"
        f"{day}，市长祝青禾主持召开{topic}工作会议。\n会议指出，去年进展顺利。\n会议要求，各区要在六月底前完成。\n"
    ).encode()


@pytest.fixture
def table(tmp_path: Path) -> list[list[str]]:
    reports = [to_report(f"{topic}{year}.txt", text_of(topic, year)) for topic in TOPICS for year in (2021, 2022)]
    rows = [
        {"q": "2022年渡口改造会议要求什么时候完成", "type": "topic", "asked_on": "2023-01-05", "paras": [2]},
        {"q": "渡口改造会议谁主持", "type": "who_chaired", "asked_on": "2023-01-05", "paras": [0]},
        {"q": "南极科考去了吗", "type": "topic", "asked_on": "2023-01-05", "paras": []},
    ]
    wanted = next(
        report.id
        for report in reports
        if report.title == "青澜市召开渡口改造工作会议" and report.published == "2022-12-30"
    )
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row | {"report": wanted}) for row in rows), encoding="utf-8")
    with Store.open(f"sqlite:///{tmp_path / 'huiwen.db'}") as store:
        store.save_many([(report, extract(report)) for report in reports])
        return [line.split() for line in ablation(store, [file], Tokens(tmp_path))]


def test_each_part_is_added_in_turn_and_only_topic_questions_with_an_answer_are_asked(table) -> None:
    assert table[0] == ["1", "questions,", "14", "reports"]
    assert [line[-5] for line in table[1:]] == list(PARTS)


def test_title_and_period_lead_to_a_paragraph_that_names_neither(table) -> None:
    ranks = {line[-5]: float(line[-1]) for line in table[1:]}
    assert ranks["words"] < ranks["fields"] < ranks["period"]
