"""`huiwen reextract` prints what would differ, and saves it only when told to."""

from dataclasses import replace

import pytest

from bot.terminal.reextracting import reextract
from data.facts.extract import extract
from data.ingest import to_report
from data.store import Store

TEXT = "市水务委员会第二次会议召开\n12月17日，市委书记罗远山主持召开市水务委员会第二次会议。"


@pytest.fixture
def stale(tmp_path):
    report = to_report("a.txt", TEXT.encode())
    with Store.open(f"sqlite:///{tmp_path}/huiwen.db") as store:
        store.save(report, replace(extract(report), attendance=()))
        yield store


def test_it_prints_then_saves_then_has_nothing_to_say(stale, capsys):
    assert [reextract(stale, apply=apply) for apply in (False, True, True)] == [1, 1, 0]
    shown, saved, nothing = capsys.readouterr().out.split("reports differ")[:3]
    assert shown.splitlines()[0].startswith("1 市水务委员会第二次会议召开 [")
    assert "  + person 罗远山: 市委书记 chair" in shown
    assert "(not saved; --apply saves them)" in saved
    assert nothing.splitlines() == [" (saved)", "0 "]
