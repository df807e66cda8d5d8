"""What administrators do in the chat: correct, take back, name, look at gaps and at the record."""

import pytest

from data.records import EVERYONE, PUBLIC
from data.store.corrections import corrections_to
from data.store.gaps import gaps_in

REPORT = (
    "市水务委员会第二次会议召开\n"
    "2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记罗远山主持召开市水务委员会第二次会议。市长祝青禾出席会议并讲话。\n"
    "会议审议通过了《节水工作规则》，听取了水库加固情况汇报。\n"
)


def facts_of(rig, number=1):
    return rig.store.get(EVERYONE, number).facts


def names(rig):
    return [person.name for person in facts_of(rig).attendance]


@pytest.fixture
def loaded(rig, telegram, owner):
    telegram.reply_to(owner.tells("/load " + REPORT))
    return rig


@pytest.fixture
def pressed(telegram):
    """Presses a button and gives what the bot sends under the message."""

    def press(user, message, button):
        before = len(telegram.replies(message))
        user.presses(message, button).answered()
        return telegram.wait_for(lambda: len(telegram.replies(message)) > before and telegram.replies(message)[-1])

    return press


@pytest.fixture
def fix(telegram, pressed):
    """Goes from `/report 1` to what is wrong with it."""
    return lambda user, what: pressed(user, pressed(user, telegram.reply_to(user.tells("/report 1")), "✏️ 更正"), what)


def test_a_name_is_put_right_by_buttons_and_one_message_and_taken_back(loaded, telegram, owner, fix, pressed):
    asked = pressed(owner, fix(owner, "姓名写错"), "罗远山")
    assert "“罗远山”的正确姓名" in asked.text
    told = telegram.reply_to(owner.tells("罗远川", reply_to=asked))
    assert told.text == "第 1 号报告：“罗远山”已改为“罗远川”。/undo 可撤回。"
    assert names(loaded)[0] == "罗远川"
    assert facts_of(loaded).attendance[0].at.rule == "manual"
    assert "人工更正：1 处" in telegram.reply_to(owner.tells("/report 1")).text
    assert telegram.reply_to(owner.tells("/undo")).text == "已撤回：更正第 1 号报告"
    assert names(loaded)[0] == "罗远山"


def test_who_was_not_there_goes_at_a_press(loaded, owner, fix, pressed):
    assert "不再算作参加" in pressed(owner, fix(owner, "此人没有参加"), "祝青禾").text
    assert names(loaded) == ["罗远山"]


def test_who_is_missing_comes_with_an_office(loaded, telegram, owner, fix):
    for words, name, title in (("欧阳岚 副市长", "欧阳岚", "副市长"), ("John Smith，顾问", "John Smith", "顾问")):
        fix(owner, "漏了一位")
        assert f"已补上“{name}”{title}" in telegram.reply_to(owner.tells(words)).text
        added = facts_of(loaded).attendance[-1]
        assert (added.name, added.title, added.at.rule) == (name, title, "manual")


def test_a_wrong_day_is_asked_for_until_it_is_one(loaded, telegram, owner, fix):
    fix(owner, "日期不对")
    assert "不是一个日期" in telegram.reply_to(owner.tells("上周三")).text
    assert "2021-12-16" in telegram.reply_to(owner.tells("2021年12月16日")).text
    assert facts_of(loaded).meeting.date == "2021-12-16"


def test_the_meeting_gets_its_name(loaded, telegram, owner, fix):
    fix(owner, "会议名称不对")
    telegram.reply_to(owner.tells("市水务委员会2021年第二次会议"))
    assert facts_of(loaded).meeting.name == "市水务委员会2021年第二次会议"


def test_cancel_leaves_the_dialogue(loaded, telegram, owner, fix):
    fix(owner, "会议名称不对")
    assert telegram.reply_to(owner.tells("/cancel")).text == "好的，取消了。"
    telegram.reply_to(owner.tells("chaired"))
    assert loaded.engine.asked[-1][0] == "chaired"
    assert corrections_to(loaded.store, EVERYONE, 1) == ()


def test_in_a_group_only_the_reply_of_the_one_who_pressed_is_taken(loaded, telegram, owner, pressed):
    bob = telegram.user("Bob")
    group = telegram.supergroup("群", owner, bob)
    telegram.reply_to(owner.says(group, "/load " + REPORT.replace("第二次", "第三次")))
    shown = telegram.reply_to(owner.says(group, "/report 2"))
    asked = pressed(owner, pressed(owner, shown, "✏️ 更正"), "会议名称不对")
    telegram.reply_to(bob.says(group, "改成这个", reply_to=asked))
    assert loaded.engine.asked[-1][0] == "改成这个"
    telegram.reply_to(owner.says(group, "水务委第三次会议", reply_to=asked))
    number = loaded.store.numbers() - {1}
    changed = [stored for stored in loaded.store.everything() if stored.number in number]
    assert changed[0].facts.meeting.name == "水务委第三次会议"


def test_who_lost_the_right_can_neither_press_nor_finish(loaded, telegram, owner, fix):
    alice = telegram.user("Alice")
    telegram.reply_to(owner.tells(f"/grant {alice.id}"))
    shown = telegram.reply_to(alice.tells("/report 1"))
    fix(alice, "会议名称不对")
    telegram.reply_to(owner.tells(f"/revoke {alice.id}"))
    assert alice.presses(shown, "✏️ 更正").answered()["text"] == "这一步只有管理员能做。"
    telegram.reply_to(alice.tells("别的名称"))
    assert facts_of(loaded).meeting.name == "市水务委员会第二次会议"


def test_members_see_no_fix_button(loaded, telegram):
    alice = telegram.user("Alice")
    shown = telegram.reply_to(alice.tells("/report 1"))
    assert [button["text"] for button in shown.buttons] == ["人员", "决定", "目标"]


def test_undo_brings_back_what_was_deleted_and_takes_away_what_was_loaded(loaded, telegram, owner):
    owner.presses(telegram.reply_to(owner.tells("/delete 1")), "删除").answered()
    telegram.wait_for(lambda: loaded.store.numbers() == frozenset())
    assert telegram.reply_to(owner.tells("/undo")).text == "已撤回：删除第 1 号报告"
    assert loaded.store.numbers() == {1}
    assert telegram.reply_to(owner.tells("/undo")).text == "已撤回：收录第 1 号报告"
    assert loaded.store.numbers() == frozenset()
    assert telegram.reply_to(owner.tells("/undo")).text == "三十天内没有可以撤回的事。"


def test_undo_is_of_one_s_own_actions(loaded, telegram, owner):
    alice = telegram.user("Alice")
    telegram.reply_to(owner.tells(f"/grant {alice.id}"))
    assert telegram.reply_to(alice.tells("/undo")).text == "三十天内没有可以撤回的事。"
    assert telegram.reply_to(owner.tells("/undo")).text == f"已撤回：允许 {alice.id} 收录报告"
    assert "只有机器人的主人" in telegram.reply_to(alice.tells("/undo")).text


def test_what_cannot_come_back_is_said_and_the_one_before_is_next(loaded, telegram, owner):
    owner.presses(telegram.reply_to(owner.tells("/delete 1")), "删除").answered()
    telegram.wait_for(lambda: loaded.store.numbers() == frozenset())
    alice = telegram.user("Alice")
    telegram.reply_to(owner.tells(f"/grant {alice.id}"))
    telegram.reply_to(alice.tells("/load " + REPORT))
    telegram.reply_to(owner.tells("/undo"))
    assert "已无法撤回：删除第 1 号报告" in telegram.reply_to(owner.tells("/undo")).text
    assert loaded.store.numbers() == {2}


def test_a_report_loaded_anew_supersedes_and_its_versions_are_shown(loaded, telegram, owner):
    card = telegram.reply_to(owner.tells("/load " + REPORT + "会议强调，到2025年实现供水全覆盖。\n"))
    owner.presses(card, "✓ 收录").answered()
    said = "已收录，第 2 号报告。它取代了第 1 号"
    telegram.wait_for(lambda: owner.private.message(card.id).text.startswith(said))
    assert loaded.store.numbers() == {2}
    shown = telegram.reply_to(owner.tells("/versions 2")).text.splitlines()
    assert shown[0] == "第 2 号报告的旧版本，只作留存，不用来回答："
    assert shown[1].startswith("第 1 号 市水务委员会第二次会议召开（20")
    telegram.reply_to(owner.tells("/undo"))
    assert loaded.store.numbers() == {1}
    assert telegram.reply_to(owner.tells("/versions 1")).text == "第 1 号报告没有旧版本。"


def test_an_alias_is_set_changed_shown_taken_back_and_dropped(loaded, telegram, owner):
    assert "“国常会”就是" in telegram.reply_to(owner.tells("/alias 国常会 = 国务院常务会议")).text
    telegram.reply_to(owner.tells("/alias 国常会＝国务院会议"))
    telegram.reply_to(owner.tells("/undo"))
    assert loaded.store.aliases() == {PUBLIC: {"国常会": "国务院常务会议"}}
    assert "国常会 = 国务院常务会议" in telegram.reply_to(owner.tells("/alias")).text
    assert "去掉" in telegram.reply_to(owner.tells("/alias 国常会 =")).text
    assert loaded.store.aliases() == {}
    assert telegram.reply_to(owner.tells("/alias 国常会 =")).text == "这里没有别名“国常会”。"
    assert "用法" in telegram.reply_to(owner.tells("/alias 国常会")).text


def test_an_alias_given_in_a_group_is_that_group_s(loaded, telegram, owner):
    group = telegram.supergroup("群", owner)
    telegram.reply_to(owner.says(group, "/alias 委员会 = 市水务委员会"))
    assert loaded.store.aliases() == {f"chat:{group.id}": {"委员会": "市水务委员会"}}


def test_gaps_are_grouped_and_become_aliases_by_a_button(loaded, telegram, owner, pressed):
    group = telegram.supergroup("群", owner)
    telegram.reply_to(owner.says(group, "/ask no_report"))
    telegram.reply_to(owner.tells("no_report"))
    telegram.reply_to(owner.tells("chaired"))
    telegram.wait_for(lambda: gaps_in(loaded.store, None, 9) and gaps_in(loaded.store, None, 9)[0].times == 2)
    listed = telegram.reply_to(owner.tells("/gaps"))
    assert listed.text == "没有答上的问题：\n1. no_report（2 次，没有这样的报告）"
    here = telegram.reply_to(owner.says(group, "/gaps"))
    assert here.text == "没有答上的问题：\n1. no_report（1 次，没有这样的报告）"
    asked = pressed(owner, listed, "＋ 别名 1")
    telegram.reply_to(owner.tells("国常会 = 国务院常务会议", reply_to=asked))
    assert loaded.store.aliases() == {PUBLIC: {"国常会": "国务院常务会议"}}


def test_a_gap_is_closed_by_loading_a_report_from_its_button(rig, telegram, owner, pressed):
    telegram.reply_to(owner.tells("no_report"))
    telegram.wait_for(lambda: gaps_in(rig.store, None, 9))
    asked = pressed(owner, telegram.reply_to(owner.tells("/gaps")), "＋ 报告 1")
    assert asked.text.startswith("请把报告发来")
    assert telegram.reply_to(owner.tells(REPORT)).text.startswith("已收录，第 1 号报告。")


def test_the_body_of_a_report_gets_another_name_by_its_button(loaded, telegram, owner, fix):
    asked = fix(owner, "加一个别名")
    assert "写出“市水务委员会”的别名" in asked.text
    told = telegram.reply_to(owner.tells("水务委", reply_to=asked))
    assert told.text == "好的，“水务委”就是“市水务委员会”。/undo 可撤回。"
    assert loaded.store.aliases() == {PUBLIC: {"水务委": "市水务委员会"}}


def test_figures_and_the_record(loaded, telegram, owner):
    figures = telegram.reply_to(owner.tells("/stats")).text.splitlines()
    assert figures[:3] == ["报告：1", "会议：1", "人：2"]
    telegram.reply_to(owner.tells("/alias 国常会 = 国务院常务会议"))
    telegram.reply_to(owner.tells("/undo"))
    heading, *lines = telegram.reply_to(owner.tells("/audit")).text.splitlines()
    assert heading.startswith("最近的管理操作")
    assert [line.split(" · ")[1:] for line in lines] == [
        [str(owner.id), "别名“国常会”（已撤回）"],
        [str(owner.id), "收录第 1 号报告"],
    ]


def test_load_alone_in_private_asks_for_whom_and_keeps_to_it(rig, telegram, owner):
    stranger, alice = telegram.user("Stranger"), telegram.user("Alice")
    ours, theirs = telegram.supergroup("我们的群", owner, alice), telegram.supergroup("别人的群", stranger)
    for user, group in ((owner, ours), (stranger, theirs)):
        telegram.reply_to(user.says(group, "@huiwen_bot chaired"))
    asked = telegram.reply_to(owner.tells("/load"))
    assert [button["text"] for button in asked.buttons] == ["所有人", "我们的群"]
    owner.presses(asked, "我们的群").answered()
    telegram.wait_for(lambda: "只给“我们的群”看" in owner.private.message(asked.id).text)
    telegram.reply_to(owner.tells(REPORT))
    assert rig.store.collections() == {f"chat:{ours.id}"}
    assert telegram.reply_to(owner.tells("/reports")).text == "还没有收录报告。"
    assert "水务" in telegram.reply_to(alice.says(ours, "/reports")).text


def test_who_left_the_group_no_longer_loads_for_it(rig, telegram, owner):
    alice = telegram.user("Alice")
    telegram.reply_to(owner.tells(f"/grant {alice.id}"))
    group = telegram.supergroup("群", owner, alice)
    telegram.reply_to(alice.says(group, "@huiwen_bot chaired"))
    asked = telegram.reply_to(alice.tells("/load"))
    alice.presses(asked, "群").answered()
    telegram.wait_for(lambda: "只给" in alice.private.message(asked.id).text)
    group.remove(alice)
    assert "您不在那个群里" in telegram.reply_to(alice.tells(REPORT)).text
    assert rig.store.numbers() == frozenset()


def test_a_group_hears_nothing_of_what_was_done_for_another(rig, telegram, owner):
    one, other = telegram.supergroup("甲群", owner), telegram.supergroup("乙群", owner)
    telegram.reply_to(owner.says(one, "/alias 凤凰会 = 市水务委员会"))
    assert telegram.reply_to(owner.says(other, "/undo")).text == "三十天内没有可以撤回的事。"
    assert "凤凰会" not in telegram.reply_to(owner.says(other, "/audit")).text
    assert "凤凰会" not in telegram.reply_to(owner.says(other, "/alias")).text
    assert "凤凰会" in telegram.reply_to(owner.tells("/audit")).text
    assert "凤凰会" in telegram.reply_to(owner.says(one, "/undo")).text


def test_an_undo_that_comes_again_takes_back_no_more(loaded, telegram, owner):
    telegram.reply_to(owner.tells("/alias 国常会 = 国务院常务会议"))
    message = owner.tells("/undo")
    assert telegram.reply_to(message).text == "已撤回：别名“国常会”"
    with telegram.world.lock:
        telegram.world.deliver("message", owner.private.chat, owner.private.chat.messages[message.id])
    again = telegram.wait_for(lambda: telegram.replies(message)[1:])
    assert [one.text for one in again] == ["已撤回：别名“国常会”"]
    assert loaded.store.numbers() == {1}
