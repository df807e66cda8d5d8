"""The weekly digest: the meetings of the week that a chat may read, once, and nothing where there was none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.store.digests import digest_of, subscribe, unsubscribe
from data.store.posts import waiting

REPORT = (
    "市水务委员会第{n}次会议召开\n{day} 来源：青澜日报\n"
    "{day:%Y年}{day.month}月{day.day}日，罗远山主持召开市水务委员会第{n}次会议。市长祝青禾出席会议。\n"
    "会议审议通过了《节水工作规则》。会议强调，到2035年实现供水全覆盖。\n"
)


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    monkeypatch.setattr("bot.news.courier._TICK", 0.05)


def report(n, days_ago):
    return REPORT.format(n=n, day=date.today() - timedelta(days=days_ago))


def unasked(room):
    return [message for message in room.sent if message.reply_to is None]


def comes(rig, telegram, room):
    """The chat's digest is due now; waits until it was made and sent."""
    was = digest_of(rig.store, room.id)
    unsubscribe(rig.store, room.id)
    subscribe(rig.store, replace(was, due=1.0, since=(date.today() - timedelta(days=7)).isoformat()))
    telegram.wait_for(lambda: digest_of(rig.store, room.id).due > 1.0 and not waiting(rig.store), what="the digest")


def test_it_tells_of_the_week_s_meetings_and_leads_to_them(rig, telegram, owner):
    alice = telegram.user("Alice")
    for n, days_ago in (("一", 40), ("二", 5), ("三", 3)):
        telegram.reply_to(owner.tells("/load " + report(n, days_ago)))
    telegram.reply_to(alice.tells("/digest weekly"))
    comes(rig, telegram, alice.private)
    (said,) = unasked(alice.private)
    heading, *lines = [line for line in said.text.splitlines() if line]
    assert heading.startswith("一周会议（自 ")
    assert heading.endswith("，2 次）：")
    assert [line.partition(" · ")[0] for line in lines[::2]] == ["市水务委员会第二次会议", "市水务委员会第三次会议"]
    assert lines[1] == "决定和议题 1 · 目标 1 原文 ↗"
    links = [entity["url"] for entity in said.entities if entity["type"] == "text_link"]
    assert "市水务委员会第三次会议召开" in telegram.reply_to(alice.follows(links[1])).text


def test_a_week_without_meetings_has_none_and_a_report_that_came_late_is_told_of_once(rig, telegram, owner):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.tells("/digest weekly"))
    comes(rig, telegram, alice.private)
    assert unasked(alice.private) == []
    telegram.reply_to(owner.tells("/load " + report("二", 12)))
    comes(rig, telegram, alice.private)
    assert len(unasked(alice.private)) == 1
    comes(rig, telegram, alice.private)
    assert len(unasked(alice.private)) == 1


def test_a_group_is_told_of_its_own_and_of_nobody_else_s(rig, telegram, owner):
    one, other = telegram.supergroup("甲群", owner), telegram.supergroup("乙群", owner)
    telegram.reply_to(owner.says(one, "/load " + report("二", 3)))
    for room in (one, other):
        telegram.reply_to(owner.says(room, "/digest weekly"))
        comes(rig, telegram, room)
    assert "市水务委员会第二次会议" in unasked(one)[0].text
    assert unasked(other) == []
