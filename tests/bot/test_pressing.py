"""Buttons: what they lead to, and that nobody can press what is not theirs."""

from dataclasses import replace

import pytest

from bot import buttons
from data.ingest import ingest
from data.records import EVERYONE
from retrieval.records import Citation

REPORT = (
    "市水务委员会第二次会议召开\n12月17日，罗远山主持会议。\n会议审议通过了《节水工作规则》。\n会议还研究了别的事。"
)


@pytest.fixture
def cited(rig):
    """The answer "topic" cites the real report in the store; gives the store's report."""
    loaded = ingest(rig.store, "a.txt", REPORT.encode())
    para = next(number for number, text in enumerate(loaded.report.paras) if "节水" in text)
    text = loaded.report.paras[para]
    start = text.index("审议通过")
    spot = Citation(1, loaded.report.id, para, start, start + 4, "审议通过", text, loaded.report.title)
    second = Citation(2, loaded.report.id, para - 1, 0, 3, loaded.report.paras[para - 1][:3], "")
    rig.engine.answers["topic"] = replace(rig.engine.answers["topic"], citations=(spot, second), meetings=())
    return loaded


def test_the_source_button_shows_the_passage_with_its_neighbours(rig, telegram, cited):
    alice = telegram.user("Alice")
    answer = telegram.reply_to(alice.tells("topic"))
    assert alice.presses(answer, "看原文").answered()["text"] == ""
    shown = telegram.next_sent(alice.private, answer)
    assert "罗远山主持会议" in shown.text
    assert "研究了别的事" in shown.text
    assert "审议通过" in shown.parts("bold")
    assert shown.buttons[-1]["copy_text"]["text"] == f"审议通过 — {cited.report.title}"
    alice.presses(shown, "下一页 ▶").answered()
    turned = telegram.wait_for(lambda: (m := alice.private.message(shown.id)) and "出处 2/2" in m.text and m)
    assert [button["text"] for button in turned.buttons] == ["◀ 上一页", "复制引文"]


def test_a_long_citation_is_cut_and_keeps_its_title():
    ((_, short),) = buttons.copying("引文", "标题", "zh-hans")
    ((_, long),) = buttons.copying("文" * 300, "题" * 300, "zh-hans")
    assert short["copy"] == "引文 — 标题"
    assert len(long["copy"]) == 256
    assert "文… — 题" in long["copy"]


def test_a_source_that_is_gone_or_forbidden_is_an_alert(rig, telegram, cited):
    alice = telegram.user("Alice")
    answer = telegram.reply_to(alice.tells("topic"))
    assert rig.store.delete(EVERYONE, cited.saved.number)
    assert alice.presses(answer, "看原文").answered()["text"] == "这份报告已经不在了。"


def test_a_neighbouring_question_is_asked_about_the_same_report(rig, telegram):
    alice = telegram.user("Alice")
    answer = telegram.reply_to(alice.tells("chaired"))
    alice.presses(answer, "决定").answered()
    follow = telegram.next_sent(alice.private, answer)
    assert follow.reply_to == answer.id
    assert rig.engine.asked[-1][:2] == ("会上通过了什么？", ("r1",))


def test_buttons_work_in_their_own_chat_only(rig, telegram):
    alice, eve = telegram.user("Alice"), telegram.user("Eve")
    answer = telegram.reply_to(alice.tells("chaired"))
    own = telegram.reply_to(eve.tells("chaired"))
    stolen = answer.buttons[0]["callback_data"]
    assert len(stolen.encode()) <= 64
    for data in (stolen, "forged:0", "", own.buttons[0]["callback_data"] + "9", stolen.replace(":", ":-")):
        assert eve.sends_callback(own, data or "x").answered()["text"] == "这个按钮已经失效，请重新提问。"
