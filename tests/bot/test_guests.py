"""Guest mode: a chat that the bot is not in is answered once, of what everybody may read."""

from bot.memories import Memories
from data.store.memory import Memory

REPORT = "市水务委员会第{n}次会议召开\n12月17日，罗远山主持召开市水务委员会第{n}次会议。"


def said(summoned):
    return summoned.answered()["input_message_content"]["message_text"]


def test_a_guest_is_answered_with_sources_and_without_buttons(rig, telegram):
    alice = telegram.user("Alice")
    summoned = alice.summons("@huiwen_bot chaired")
    assert "罗远山" in said(summoned)
    assert "<blockquote expandable>" in said(summoned)
    assert "reply_markup" not in summoned.answer
    assert rig.engine.asked[0][0] == "chaired"


def test_a_guest_reads_what_everybody_may_and_their_chat_is_no_group_of_ours(rig, telegram, owner):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", owner, alice)
    telegram.reply_to(owner.says(group, "/load " + REPORT.format(n="二")))
    telegram.reply_to(owner.tells("/load " + REPORT.format(n="三")))
    said(alice.summons("@huiwen_bot chaired"))
    (_, _, reader) = rig.engine.asked[-1]
    assert reader.collections == {"public"}
    assert list(Memories(Memory(rig.store)).groups.titles()) == [group.id]


def test_a_mention_alone_takes_the_message_it_replies_to_or_says_how_to_ask(rig, telegram):
    alice = telegram.user("Alice")
    before = alice.tells("decided")
    telegram.reply_to(before)
    assert "节水工作规则" in said(alice.summons("@huiwen_bot", reply_to=before))
    assert said(alice.summons("@huiwen_bot")).startswith("大家好，我是会问")


def test_guests_have_the_quota_of_everybody(make_rig, telegram):
    with make_rig(questions_per_user=1):
        alice = telegram.user("Alice")
        assert "罗远山" in said(alice.summons("@huiwen_bot chaired"))
        assert "到了上限" in said(alice.summons("@huiwen_bot chaired"))
