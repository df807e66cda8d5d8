"""`/settings` and `/digest`: what a chat has set, its admins alone set it, and it holds for that chat only."""

import pytest

from bot.news.weekly import next_due
from config.settings import Settings
from data.store.digests import digest_of


def labels(message):
    return [button["text"] for button in message.buttons]


def became(telegram, room, message, words):
    return telegram.wait_for(lambda: (now := room.message(message.id)) and words in now.text and now, what=words)


@pytest.fixture
def group(telegram, owner):
    return telegram.supergroup("群", telegram.user("Founder"), owner)


@pytest.fixture
def admin(telegram, group):
    chen = telegram.user("Chen")
    group.add(chen)
    group.set_status(chen, "administrator")
    return chen


def test_a_group_s_language_holds_for_its_answers_and_sentences(rig, telegram, admin, group):
    card = telegram.reply_to(admin.says(group, "/settings"))
    assert card.text.splitlines()[:2] == ["这里的设置：", "语言：跟随提问"]
    assert labels(card)[:4] == ["✓ 跟随提问", "简体中文", "繁體中文", "English"]
    admin.presses(card, "English").answered()
    card = became(telegram, group, card, "Language: English")
    answer = telegram.reply_to(admin.says(group, "@huiwen_bot attended"))
    assert answer.text.splitlines()[1].startswith("Chaired by")
    assert labels(answer)[0] == "Decisions"
    assert telegram.reply_to(admin.says(group, "/reports")).text == "No report is loaded yet."
    assert "主持" in telegram.reply_to(admin.tells("attended")).text
    admin.presses(card, "繁體中文").answered()
    became(telegram, group, card, "語言：繁體中文")
    assert "主持" in telegram.reply_to(admin.says(group, "@huiwen_bot attended")).text.splitlines()[1]


def test_the_look_and_the_votes_are_turned_off_and_on(rig, telegram, admin, group):
    card = telegram.reply_to(admin.says(group, "/settings"))
    admin.presses(card, "关掉👀 等待时的记号").answered()
    card = became(telegram, group, card, "👀 等待时的记号：关")
    admin.presses(card, "关掉👍👎 评价按钮").answered()
    card = became(telegram, group, card, "👍👎 评价按钮：关")
    rig.engine.ready.clear()
    question = admin.says(group, "@huiwen_bot chaired")
    telegram.wait_for(lambda: group.chat.actions)
    with pytest.raises(AssertionError, match="waited"):
        telegram.wait_for(lambda: telegram.calls("setMessageReaction"), 1.3)
    rig.engine.ready.set()
    assert "👍" not in labels(telegram.reply_to(question))
    assert "👍" in labels(telegram.reply_to(admin.tells("chaired")))
    admin.presses(card, "打开👍👎 评价按钮").answered()
    became(telegram, group, card, "👍👎 评价按钮：开")
    assert "👍" in labels(telegram.reply_to(admin.says(group, "@huiwen_bot decided")))


def test_members_and_other_groups_admins_set_nothing(rig, telegram, admin, group):
    alice = telegram.user("Alice")
    group.add(alice)
    telegram.supergroup("别的群", alice)
    for command in ("/settings", "/digest weekly", "/digest off"):
        assert telegram.reply_to(alice.says(group, command)).text == "这个群的设置只有群管理员能改。"
    card = telegram.reply_to(admin.says(group, "/settings"))
    assert "只有群管理员" in alice.presses(card, "English").answered()["text"]
    group.set_status(admin, "member")
    assert "只有群管理员" in admin.presses(card, "打开每周摘要").answered()["text"]
    assert digest_of(rig.store, group.id) is None


def test_an_anonymous_admin_sets_by_their_press(rig, telegram, admin, group):
    card = telegram.reply_to(admin.anonymously(group).says(group, "/settings"))
    admin.presses(card, "打开每周摘要").answered()
    became(telegram, group, card, "每周摘要：开")
    assert digest_of(rig.store, group.id).chat == group.id


def test_in_private_everybody_sets_for_themselves(rig, telegram):
    alice = telegram.user("Alice")
    card = telegram.reply_to(alice.tells("/settings"))
    assert not any("👀" in label for label in labels(card))
    alice.presses(card, "English").answered()
    became(telegram, alice.private, card, "Language: English")
    assert telegram.reply_to(alice.tells("/cancel")).text == "There is nothing to cancel."


def test_settings_outlive_a_restart_and_go_with_the_group_to_its_new_id(make_rig, telegram):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    with make_rig():
        card = telegram.reply_to(alice.says(group, "/settings"))
        alice.presses(card, "English").answered()
        became(telegram, group, card, "Language: English")
    with make_rig():
        assert telegram.reply_to(alice.says(group, "/reports")).text == "No report is loaded yet."
        moved = group.migrate()
        assert telegram.reply_to(alice.says(moved, "/reports")).text == "No report is loaded yet."


def test_a_digest_is_turned_on_and_off_and_says_when_it_comes(rig, telegram):
    alice = telegram.user("Alice")
    assert telegram.reply_to(alice.tells("/digest")).text.startswith("每周摘要关着。\n用法")
    said = telegram.reply_to(alice.tells("/digest weekly")).text
    assert said.startswith("每周摘要开着，下一次：")
    assert "日 09:00" in said
    assert telegram.reply_to(alice.tells("/digest weekly")).text == said
    assert telegram.reply_to(alice.tells("/digest off")).text == "每周摘要关着。"


@pytest.mark.parametrize(
    ("now", "due"),
    [(1_704_067_200.0, 1_704_070_800.0), (1_704_070_800.0, 1_704_675_600.0), (1_704_600_000.0, 1_704_675_600.0)],
    ids=["an hour before", "at the hour", "on Sunday"],
)
def test_a_digest_is_due_on_monday_at_nine_in_shanghai(now, due):
    assert next_due(Settings(), now) == due
