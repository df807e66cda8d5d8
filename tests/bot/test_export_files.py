"""`/export` and the files behind it: every fact with its place and its words, nothing that a spreadsheet would run."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot import uploads
from bot.exports import UnknownFormat, write
from bot.exports.cells import disarmed
from data.corrections import Correction
from data.facts.extract import extract
from data.ingest import ingest
from data.records import EVERYONE, Decision, Evidence, Reader, Span
from data.segment import from_record
from data.store import Store
from data.store.corrections import correct
from data.store.gaps import note_gap

REPORT = (
    "市水务委员会第二次会议召开\n"
    "2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记罗远山主持召开市水务委员会第二次会议。市长祝青禾出席会议并讲话。\n"
    "会议审议通过了《节水工作规则》，听取了水库加固情况汇报。\n"
    "会议强调，到2025年实现供水全覆盖。\n"
)
SECRET = REPORT.replace("市水务委员会", "机密委员会").replace("罗远山", "白鹭飞")


@pytest.fixture
def store(tmp_path):
    with Store.open(f"sqlite:///{tmp_path / 'h.db'}") as store:
        ingest(store, "a.txt", REPORT.encode())
        ingest(store, "b.txt", SECRET.encode(), "chat:-5")
        yield store


def test_every_fact_carries_its_report_its_paragraph_and_its_words(store, tmp_path):
    path = tmp_path / "facts.json"
    count = write(store, EVERYONE, path)
    records = json.loads(path.read_text("utf-8"))
    assert len(records) == count > 5
    paras = store.get(EVERYONE, 1).report
    for one in records:
        assert one["report"] == 1
        assert one["quote"] == paras.text(one["para"])[one["start"] : one["end"]] != ""
    assert {one["text"] for one in records if one["fact"] == "person"} == {"罗远山", "祝青禾"}
    assert {one["fact"] for one in records} >= {"name", "date", "person", "adopted", "heard", "goal"}


def test_the_three_formats_hold_the_same_rows(store, tmp_path):
    paths = [tmp_path / f"facts.{form}" for form in ("xlsx", "csv", "json")]
    counts = [write(store, EVERYONE, path) for path in paths]
    assert len(set(counts)) == 1
    (sheet,) = load_workbook(paths[0]).worksheets
    in_sheet = [tuple("" if cell is None else str(cell) for cell in row) for row in sheet.iter_rows(values_only=True)]
    in_csv = [tuple(row) for row in csv.reader(io.StringIO(paths[1].read_text("utf-8-sig")))]
    assert in_sheet == in_csv
    assert in_csv[0][:3] == ("报告编号", "报告标题", "发布日期")
    assert [row[6] for row in in_csv[1:]] == [one["text"] for one in json.loads(paths[2].read_text("utf-8"))]
    assert paths[1].read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_nothing_of_a_collection_that_the_reader_has_not_comes_along(store, tmp_path, form):
    path = tmp_path / f"facts.{form}"
    write(store, EVERYONE, path)
    text = str(list(load_workbook(path).active.iter_rows(values_only=True))) if form == "xlsx" else path.read_text()
    assert "罗远山" in text
    assert "白鹭飞" not in text
    assert "机密" not in text
    assert write(store, Reader(), path) == 0


def test_the_list_of_reports_counts_what_was_found(store, tmp_path):
    path = tmp_path / "reports.json"
    write(store, EVERYONE, path, "reports")
    (one,) = json.loads(path.read_text("utf-8"))
    assert (one["report"], one["date"], one["people"], one["decisions"]) == (1, "2021-12-17", 2, 2)


def test_a_name_without_a_known_ending_is_refused_with_those_that_are_known(store, tmp_path):
    with pytest.raises(UnknownFormat, match=r"\.xlsx, \.csv or \.json"):
        write(store, EVERYONE, tmp_path / "facts.ods")


@pytest.mark.parametrize("text", ["=1+1", "+86", "-2", "@SUM(A1)", "  =1", "\t=1", "＝1", "＠x", "\r\n=1"])
def test_text_that_a_spreadsheet_would_run_is_disarmed(text):
    assert str(disarmed(text)).startswith("'")


@pytest.mark.parametrize("value", ["会议", "a=b", "2021-12-17", 7, -7, None, ""])
def test_all_else_stays_as_it_is(value):
    assert disarmed(value) == value


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_report_cannot_smuggle_a_formula_into_a_file(tmp_path, form):
    evil = "=HYPERLINK(0)和\x0b其他"
    report = from_record({"id": "evil", "title": "=cmd|' /C calc'!A0", "paras": [evil]})
    decision = Decision("adopted", "@通过", evil, Evidence(Span(0, 0, len(report.paras[0])), "test"))
    path = tmp_path / f"facts.{form}"
    with Store.open(f"sqlite:///{tmp_path / 'e.db'}") as store:
        store.save(report, replace(extract(report), decisions=(decision,)))
        write(store, EVERYONE, path)
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for cell in row]
    else:
        found = [cell for row in load_workbook(path).active.iter_rows() for cell in row]
        assert {cell.data_type for cell in found} <= {"s", "n", "inlineStr"}
        cells = [str(cell.value or "") for cell in found]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in set("=+-@")]


def test_an_owner_gets_the_facts_of_what_is_read_here(rig, telegram, owner):
    assert "没有可导出的" in telegram.reply_to(owner.tells("/export"), timeout=60).text
    telegram.reply_to(owner.tells("/load " + REPORT))
    (rig.settings.data_dir / "export-killed").mkdir()
    sent = telegram.reply_to(owner.tells("/export csv"), timeout=60)
    assert sent["caption"].startswith("事实：")
    assert sent["document"]["file_name"].endswith(".csv")
    rows = list(csv.reader(io.StringIO(telegram.world.files[sent["document"]["file_id"]].data.decode("utf-8-sig"))))
    assert {"罗远山", "祝青禾", "《节水工作规则》"} <= {row[6] for row in rows}
    listed = telegram.reply_to(owner.tells("/export reports json"), timeout=60)
    assert json.loads(telegram.world.files[listed["document"]["file_id"]].data)[0]["report"] == 1
    assert not list(Path(rig.settings.data_dir).glob("export-*"))


def test_an_export_in_a_group_holds_what_that_group_reads(rig, telegram, owner):
    group, other = telegram.group("群", owner), telegram.group("别的群", owner)
    telegram.reply_to(owner.says(group, "/load " + SECRET))
    assert "没有可导出的" in telegram.reply_to(owner.says(other, "/export json"), timeout=60).text
    sent = telegram.reply_to(owner.says(group, "/export json"), timeout=60)
    assert "白鹭飞" in telegram.world.files[sent["document"]["file_id"]].data.decode()


@pytest.mark.parametrize("arguments", ["", " csv", " questions", " nonsense"])
def test_nobody_but_an_owner_exports(rig, telegram, owner, arguments):
    alice = telegram.user("Alice", language="en")
    assert telegram.reply_to(alice.tells("/export" + arguments)).text == "Only the bot's owners can do this."
    group = telegram.supergroup("群", owner)
    assert "主人" in telegram.reply_to(owner.anonymously(group).says(group, "/export" + arguments)).text
    assert telegram.calls("sendDocument") == []


def test_a_file_larger_than_telegram_takes_is_not_sent(rig, telegram, owner, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_FILE", 100)
    telegram.reply_to(owner.tells("/load " + REPORT))
    assert "文件太大" in telegram.reply_to(owner.tells("/export csv"), timeout=60).text
    assert telegram.calls("sendDocument") == []


def test_what_cannot_be_exported_is_said(rig, telegram, owner):
    assert telegram.reply_to(owner.tells("/export everything")).text.startswith("用法：/export")
    assert telegram.reply_to(owner.tells("/export questions")).text == "没有可导出的。"


def test_questions_without_an_answer_are_a_groups_own_and_of_all_chats_for_an_owner_in_private(rig, telegram, owner):
    group, other = telegram.group("群", owner), telegram.group("别的群", owner)
    note_gap(rig.store, group.id, "白鹭", "白鹭在哪？", "no_report", time.time())  # old ones are forgotten
    note_gap(rig.store, other.id, "青蛙", "=青蛙?", "disliked", time.time())
    sent = telegram.reply_to(owner.says(group, "/export questions csv"))
    text = telegram.world.files[sent["document"]["file_id"]].data.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text))) == [["问题", "次数", "原因"], ["白鹭在哪？", "1", "没有这样的报告"]]
    sent = telegram.reply_to(owner.tells("/export json questions"))
    records = json.loads(telegram.world.files[sent["document"]["file_id"]].data)
    assert {one["question"] for one in records} == {"白鹭在哪？", "=青蛙?"}


def test_what_a_person_corrected_says_so(store, tmp_path):
    correct(store, EVERYONE, 1, Correction("rename", "罗远山", "罗远帆", 7, 0.0))
    path = tmp_path / "facts.csv"
    write(store, EVERYONE, path)
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert [row["内容"] for row in rows if row["依据"] == "人工更正"] == ["罗远帆"]


def test_a_question_on_the_command_line_waits_for_neither_matplotlib_nor_openpyxl():
    code = "import sys, bot.app, bot.cli; sys.exit(bool({'matplotlib', 'openpyxl'} & set(sys.modules)))"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, env={**os.environ, "PYTHONPATH": str(root)})
