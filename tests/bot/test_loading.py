"""`/load`: what it takes, from whom, and what it answers. Readers, extraction and store are the real ones."""

import io

import pytest
from docx import Document

REPORT = (
    "市水务委员会第二次会议召开\n"
    "2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记罗远山主持召开市水务委员会第二次会议。市长祝青禾出席会议并讲话。\n"
    "会议审议通过了《节水工作规则》，听取了水库加固情况汇报。\n"
    "会议强调，到2025年实现供水全覆盖。\n"
)


@pytest.fixture
def loaded(rig, telegram, owner):
    """The report, loaded by its owner in private; gives the card."""
    return telegram.reply_to(owner.sends_file(owner.private, "水务.txt", REPORT.encode(), "/load"))


def test_the_card_says_what_was_found_and_how_it_was_read(loaded):
    lines = loaded.text.splitlines()
    assert lines[0] == "已收录，第 1 号报告。"
    assert "市水务委员会第二次会议召开" in lines
    assert "日期：2021年12月17日" in lines
    assert any(line.startswith("会议：") and "市水务委员会第二次会议" in line for line in lines)
    assert any(line.startswith("人员：2 人（罗远山、祝青禾") for line in lines)
    assert any(line.startswith("编码：") for line in lines)
    assert any(line.startswith("清理：") for line in lines)
    assert [button["text"] for button in loaded.buttons] == ["人员", "决定", "目标", "撤回"]


def test_the_example_of_start_is_a_meeting_that_is_read_here(loaded, telegram, owner):
    assert "• 市水务委员会第二次会议谁出席了？" in telegram.reply_to(owner.tells("/start")).text


def test_the_same_report_again_is_said_to_be_there(loaded, telegram, owner):
    again = telegram.reply_to(owner.sends_file(owner.private, "copy.txt", REPORT.encode("gb18030"), "/load"))
    assert "早已收录（第 1 号）" in again.text


def test_a_report_comes_as_reply_paste_or_after_the_command(rig, telegram, owner):
    file = owner.sends_file(owner.private, "a.txt", REPORT.encode())
    assert "第 1 号" in telegram.reply_to(owner.tells("/load", reply_to=file)).text
    assert "第 1 号" in telegram.reply_to(owner.tells("/load\n" + REPORT)).text
    assert "请把报告发来" in telegram.reply_to(owner.tells("/load")).text
    assert "第 2 号" in telegram.reply_to(owner.tells(REPORT.replace("第二次", "第三次"))).text


def test_cancel_ends_the_waiting(rig, telegram, owner):
    telegram.reply_to(owner.tells("/load"))
    assert telegram.reply_to(owner.tells("/cancel")).text == "好的，取消了。"
    assert telegram.reply_to(owner.tells("/cancel")).text == "没有正在等待的事。"
    telegram.reply_to(owner.tells("chaired"))
    assert rig.engine.asked[-1][0] == "chaired"


def test_the_engine_catches_up_before_the_card_is_sent(loaded, rig):
    assert rig.engine.refreshed == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\x00\x01\x02\xff" * 200, "读不出文字"), (b"  \n \n", "没有正文")],
    ids=["not text", "blank"],
)
def test_what_cannot_be_read_is_refused_by_its_reason(rig, telegram, owner, data, said):
    assert said in telegram.reply_to(owner.sends_file(owner.private, "x.txt", data, "/load")).text


def test_nothing_is_fetched_from_the_web(rig, telegram, owner):
    assert "不去网上取" in telegram.reply_to(owner.tells("/load https://example.org/report.html")).text
    assert rig.store.numbers() == set()


def test_a_file_too_large_is_refused_before_it_is_fetched(rig, telegram, owner, monkeypatch):
    file = owner.sends_file(owner.private, "big.txt", b"x" * (rig.settings.max_file_bytes + 1), "/load")
    assert "最多 20 MB" in telegram.reply_to(file).text
    assert telegram.calls("getFile") == []


def test_nobody_but_an_owner_in_their_own_name_can_load(rig, telegram, owner):
    alice = telegram.user("Alice", language="en")
    refusal = telegram.reply_to(alice.sends_file(alice.private, "a.txt", REPORT.encode(), "/load"))
    assert refusal.text.startswith("Only the bot's owners")
    group = telegram.supergroup("群", owner, alice)
    hidden = telegram.reply_to(owner.anonymously(group).says(group, "/load " + REPORT))
    assert "用您自己的身份" in hidden.text
    original = alice.sends_file(alice.private, "a.txt", REPORT.encode(), "/load")
    assert "用您自己的身份" in telegram.reply_to(owner.forwards(original, owner.private)).text
    assert rig.store.generation() == 0


def test_a_report_loaded_in_a_group_is_that_groups_alone(rig, telegram, owner):
    group = telegram.group("群", owner)
    assert "第 1 号" in telegram.reply_to(owner.says(group, "/load " + REPORT)).text
    assert "水务" in telegram.reply_to(owner.says(group, "/reports")).text
    assert telegram.reply_to(owner.tells("/reports")).text == "还没有收录报告。"
    assert telegram.reply_to(owner.tells("/report 1")).text == "没有第 1 号报告。"


def test_file_names_are_labels_and_no_markup(rig, telegram, owner):
    name = "../<b>\u202e.txt"
    assert "“../<b>.txt”" in telegram.reply_to(owner.sends_file(owner.private, name, b" ", "/load")).text


def test_reports_are_listed_and_shown(loaded, telegram, owner):
    listed = telegram.reply_to(owner.tells("/reports"))
    assert listed.text.startswith("共收录 1 份报告：\n\n1. 市水务委员会第二次会议召开\n2021年12月17日 · 2 人")
    assert telegram.reply_to(owner.tells("/reports 林业")).text == "没有与“林业”有关的报告。"
    assert telegram.reply_to(owner.tells("/report 1")).text.startswith("第 1 号报告\n\n市水务委员会第二次会议召开")
    assert "例如 /report 7" in telegram.reply_to(owner.tells("/report x")).text


def test_long_lists_are_turned_by_buttons_in_place(rig, telegram, owner):
    for number in "一二三四五六七八九十百千":
        telegram.reply_to(owner.tells("/load " + REPORT.replace("第二次", f"第{number}次")), timeout=30)
    listed = telegram.reply_to(owner.tells("/reports"))
    assert [button["text"] for button in listed.buttons] == ["下一页 ▶"]
    owner.presses(listed, "下一页 ▶").answered()
    turned = telegram.wait_for(lambda: (m := owner.private.message(listed.id)) and m.text != listed.text and m)
    assert [line.partition(". ")[0] for line in turned.text.splitlines() if ". " in line] == ["2", "1"]
    assert [button["text"] for button in turned.buttons] == ["◀ 上一页"]
    assert (listed.text.splitlines()[-1], turned.text.splitlines()[-1]) == ("1/2", "2/2")


def test_deleting_asks_first_and_only_the_asker_can_confirm(rig, telegram, owner):
    bob = telegram.user("Bob")
    group = telegram.supergroup("群", owner, bob)
    telegram.reply_to(owner.says(group, "/load " + REPORT))
    asked = telegram.reply_to(owner.says(group, "/delete 1"))
    assert asked.text == "要删除第 1 号报告“市水务委员会第二次会议召开”吗？"
    assert bob.presses(asked, "删除").answered()["show_alert"] is True
    owner.presses(asked, "删除").answered()
    telegram.wait_for(lambda: group.message(asked.id).text == "第 1 号报告已删除；三十天内 /undo 可找回。")
    assert telegram.reply_to(owner.says(group, "/report 1")).text == "没有第 1 号报告。"


def test_a_report_that_is_kept_is_kept(loaded, rig, telegram, owner):
    asked = telegram.reply_to(owner.tells("/delete 1"))
    owner.presses(asked, "不删").answered()
    telegram.wait_for(lambda: owner.private.message(asked.id).text == "没有删除，第 1 号报告还在。")
    assert "市水务" in telegram.reply_to(owner.tells("/report 1")).text


def test_members_cannot_delete(loaded, telegram):
    alice = telegram.user("Alice")
    assert "只有机器人的管理员" in telegram.reply_to(alice.tells("/delete 1")).text


def test_a_word_document_goes_in_and_a_broken_one_is_told_how_to_come_again(rig, telegram, owner):
    document, packed = Document(), io.BytesIO()
    for line in REPORT.splitlines():
        document.add_paragraph(line)
    document.save(packed)
    card = telegram.reply_to(owner.sends_file(owner.private, "水务.docx", packed.getvalue(), "/load"))
    assert "格式：Word" in card.text
    assert "人员：2 人（罗远山、祝青禾" in card.text
    broken = telegram.reply_to(owner.sends_file(owner.private, "水务.docx", packed.getvalue()[:300], "/load"))
    assert ".docx 或 PDF" in broken.text
