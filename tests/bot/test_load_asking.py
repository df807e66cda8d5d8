"""`/load` where something speaks against it: nobody reads the report until its loader says yes."""

import pytest

from data.records import EVERYONE, Reader

REPORT = "市水务委员会第{n}次会议召开\n2021-12-18 来源：青澜日报\n12月17日，罗远山主持召开市水务委员会第{n}次会议。"
NO_MEETING = "水库加固工程昨日完工\n工程历时两年，惠及三万户居民。"
DAMAGED = REPORT.format(n="二") + "\n" + "会议指出，有关工作???要抓紧推进。\n" * 6
LATER = "\n会议强调，到2025年实现供水全覆盖。"


def labels(message):
    return [button["text"] for button in message.buttons]


def load(telegram, owner, text, room=None, command="/load"):
    return telegram.reply_to(owner.sends_file(room or owner.private, "水务.txt", text.encode(), command))


def became(telegram, room, message, words):
    return telegram.wait_for(lambda: (now := room.message(message.id)) and words in now.text and now, what=words)


@pytest.mark.parametrize("command", ["/load ？", "/load@huiwen_bot dry"])
def test_who_asks_sees_first_and_nobody_reads_before_the_yes(rig, telegram, owner, command):
    card = load(telegram, owner, REPORT.format(n="二"), command=command)
    assert card.text.startswith("还没有收录，谁也读不到。")
    assert "会议：市水务委员会第二次会议" in card.text
    assert labels(card) == ["✓ 收录", "不收录"]
    assert rig.store.numbers() == frozenset()
    owner.presses(card, "✓ 收录").answered()
    done = became(telegram, owner.private, card, "已收录，第 1 号报告。")
    assert labels(done) == ["人员", "决定", "目标", "撤回"]
    assert rig.store.summaries(EVERYONE)[1] == 1
    again = telegram.replies(card.reply_to and owner.private.message(card.reply_to))
    assert len(again) == 1


def test_the_dry_run_of_pasted_text_loads_that_text(rig, telegram, owner):
    card = telegram.reply_to(owner.tells("/load ?\n" + REPORT.format(n="二")))
    owner.presses(card, "✓ 收录").answered()
    became(telegram, owner.private, card, "已收录")
    assert rig.store.summaries(EVERYONE)[0][0].title == "市水务委员会第二次会议召开"


def test_the_report_that_load_alone_waits_for_is_shown_first_too(rig, telegram, owner):
    telegram.reply_to(owner.tells("/load ?"))
    assert telegram.reply_to(owner.tells(REPORT.format(n="二"))).text.startswith("还没有收录")
    assert rig.store.numbers() == frozenset()


@pytest.mark.parametrize(
    ("text", "why"), [(NO_MEETING, "看来不是会议报道。"), (DAMAGED, "文字损坏较多（")], ids=["no meeting", "damaged"]
)
def test_what_is_in_doubt_waits_and_can_be_left_out(rig, telegram, owner, text, why):
    card = load(telegram, owner, text)
    assert f"⚠️ {why}" in card.text
    assert rig.store.numbers() == frozenset()
    owner.presses(card, "不收录").answered()
    assert labels(became(telegram, owner.private, card, "“水务.txt”没有收录。")) == []
    assert owner.presses(card, "✓ 收录").answered()["text"] == "这个按钮已经失效，请重新提问。"
    assert rig.store.numbers() == frozenset()


def test_a_new_version_waits_and_supersedes_at_the_yes(rig, telegram, owner):
    load(telegram, owner, REPORT.format(n="二"))
    card = load(telegram, owner, REPORT.format(n="二") + LATER)
    assert "⚠️ 会取代第 1 号报告" in card.text
    assert rig.store.numbers() == {1}
    owner.presses(card, "✓ 收录").answered()
    became(telegram, owner.private, card, "它取代了第 1 号")
    assert rig.store.numbers() == {2}


def test_what_everybody_reads_already_waits_in_a_group(rig, telegram, owner):
    group = telegram.supergroup("群", owner)
    load(telegram, owner, REPORT.format(n="二"))
    assert "⚠️ 同样的报告已经对所有人公开（第 1 号）。" in load(telegram, owner, REPORT.format(n="二"), group).text
    assert rig.store.numbers() == {1}


def test_whom_it_is_for_is_chosen_before_and_the_card_says_so(rig, telegram, owner):
    group = telegram.supergroup("水务群", owner)
    telegram.reply_to(owner.says(group, "/reports"))
    card = load(telegram, owner, REPORT.format(n="二"), command="/load ?")
    owner.presses(card, "给谁看").answered()
    asked = telegram.wait_for(lambda: labels(now := owner.private.message(card.id)) == ["所有人", "水务群"] and now)
    owner.presses(asked, "水务群").answered()
    chosen = became(telegram, owner.private, card, "收录后：只有“水务群”能读。")
    owner.presses(chosen, "✓ 收录").answered()
    became(telegram, owner.private, card, "已收录")
    assert rig.store.collections() == {f"chat:{group.id}"}


def test_whoever_left_the_group_meanwhile_loads_nothing_there(rig, telegram, owner):
    group = telegram.supergroup("水务群", telegram.user("Founder"), owner)
    telegram.reply_to(owner.says(group, "/reports"))
    card = load(telegram, owner, REPORT.format(n="二"), command="/load ?")
    owner.presses(card, "给谁看").answered()
    asked = telegram.wait_for(lambda: labels(now := owner.private.message(card.id))[1:] == ["水务群"] and now)
    owner.presses(asked, "水务群").answered()
    chosen = became(telegram, owner.private, card, "只有“水务群”能读")
    group.set_status(owner, "left")
    assert "您不在那个群里" in owner.presses(chosen, "✓ 收录").answered()["text"]
    assert rig.store.numbers() == frozenset()


def test_only_the_loader_says_yes_and_only_while_they_may(rig, telegram, owner):
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.supergroup("群", owner, alice, bob)
    telegram.reply_to(owner.tells(f"/grant {alice.id}"))
    card = load(telegram, alice, REPORT.format(n="二"), group, "/load ?")
    assert bob.presses(card, "✓ 收录").answered()["text"] == "这个按钮已经失效，请重新提问。"
    telegram.reply_to(owner.tells(f"/revoke {alice.id}"))
    assert alice.presses(card, "✓ 收录").answered()["text"] == "这一步只有管理员能做。"
    assert rig.store.numbers() == frozenset()


def test_of_an_album_the_sound_go_in_and_the_others_wait_for_one_yes(rig, telegram, owner):
    files = [(f"{n}.txt", REPORT.format(n=n).encode()) for n in "二三"] + [("x.txt", NO_MEETING.encode())]
    first = owner.sends_album(owner.private, files, "/load")[0]
    (batch,) = telegram.wait_for(lambda: [m for m in owner.private.sent if "（3 份）" in m.text], 20)
    assert [line[0] for line in batch.text.splitlines()[1:]] == ["✓", "✓", "❔"]
    assert labels(batch) == ["✓ 收录其余 1 份", "不收录", "全部撤回"]
    assert rig.store.numbers() == {1, 2}
    owner.presses(batch, "✓ 收录其余 1 份").answered()
    done = became(telegram, owner.private, batch, "第 3 号")
    assert (labels(done), batch.reply_to, len(owner.private.sent)) == (["全部撤回"], first.id, 1)
    owner.presses(done, "全部撤回").answered()
    became(telegram, owner.private, batch, "已撤回")
    assert rig.store.numbers() == frozenset()


def test_an_album_that_is_to_be_seen_first_is_one_batch_with_one_yes(rig, telegram, owner):
    group = telegram.supergroup("群", owner, bot="administrator")
    owner.sends_album(group, [(f"{n}.txt", REPORT.format(n=n).encode()) for n in "二三"], "/load ?")
    (batch,) = telegram.wait_for(lambda: [m for m in group.sent if "（2 份）" in m.text], 20)
    assert rig.store.numbers() == frozenset()
    owner.presses(batch, "✓ 收录其余 2 份").answered()
    became(telegram, group, batch, "第 2 号")
    assert rig.store.summaries(Reader(frozenset({f"chat:{group.id}"})))[1] == 2
