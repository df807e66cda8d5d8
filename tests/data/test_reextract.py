"""Reports understood anew: the difference is told in plain lines, and saved only when asked for."""

from dataclasses import replace

import pytest

from data.corrections import Correction
from data.facts.extract import extract
from data.ingest import to_report
from data.records import EVERYONE
from data.reextract import differences, reextract
from data.store import Store
from data.store.corrections import correct

TEXT = (
    "市水务委员会第二次会议召开\n2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记罗远山主持召开市水务委员会第二次会议。市长祝青禾出席会议并讲话。\n"
    "会议审议通过了《节水工作规则》，听取了水库加固情况汇报。\n"
)


@pytest.fixture
def report():
    return to_report("a.txt", TEXT.encode())


@pytest.fixture
def stale(tmp_path, report):
    """A store whose only report was understood worse than it is today."""
    today = extract(report)
    first, *others = today.attendance
    worse = replace(today, attendance=(replace(first, title="书记"), *others[1:]), goals=(), groups=())
    with Store.open(f"sqlite:///{tmp_path}/huiwen.db") as store:
        store.save(report, worse)
        yield store


def test_the_difference_is_shown_and_nothing_is_saved(stale, report) -> None:
    generation = stale.generation()
    (found,) = reextract(stale)
    assert found.number == 1
    assert any(line.startswith("~ person 罗远山: 书记") for line in found.lines)
    assert any(line.startswith("+ person 祝青禾") for line in found.lines)
    assert stale.generation() == generation


def test_applied_it_is_saved_once_and_corrections_stay(stale, report) -> None:
    correct(stale, EVERYONE, 1, Correction("rename", "罗远山", "罗远川", by=1, at=0.0))
    assert len(list(reextract(stale, apply=True))) == 1
    assert [one.name for one in stale.get(EVERYONE, 1).facts.attendance][:2] == ["罗远川", "祝青禾"]
    assert list(reextract(stale, apply=True)) == []


def test_what_is_gone_is_told_first(report) -> None:
    facts = extract(report)
    lines = list(differences(facts, replace(facts, decisions=facts.decisions[1:])))
    assert lines == [f"- decision {facts.decisions[0].object}: 审议通过 (adopted)"]
