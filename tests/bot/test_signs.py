"""What people see around an answer: that it is on its way, and whether it was good."""

import pytest

from data.store.gaps import gaps_in


def typed_in(telegram):
    """The chats that were shown "typing"."""
    return {call.chat_id for call in telegram.calls("sendChatAction")}


def test_a_question_that_waits_in_a_group_is_looked_at_until_it_is_answered(rig, telegram):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", alice)
    rig.engine.ready.clear()
    question = alice.says(group, "@huiwen_bot chaired")
    telegram.wait_for(lambda: group.reactions(question) == ["👀"])
    rig.engine.ready.set()
    telegram.reply_to(question)
    telegram.wait_for(lambda: group.reactions(question) == [])


def test_a_chat_where_the_bot_may_not_react_is_answered_all_the_same(rig, telegram):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", alice)
    telegram.faults.add("page", "setMessageReaction", times=None)
    rig.engine.ready.clear()
    question = alice.says(group, "@huiwen_bot chaired")
    telegram.wait_for(lambda: telegram.calls("setMessageReaction"))
    rig.engine.ready.set()
    assert "罗远山" in telegram.reply_to(question).text


def test_a_quick_answer_and_a_private_one_need_no_look(rig, telegram):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.says(telegram.group("群", alice), "@huiwen_bot chaired"))
    rig.engine.ready.clear()
    question = alice.tells("chaired")
    telegram.wait_for(lambda: [action for _, action, _ in alice.private.chat.actions])
    rig.engine.ready.set()
    telegram.reply_to(question)
    assert telegram.calls("setMessageReaction") == []


def test_in_a_crowd_answers_come_before_signs(rig, telegram):
    crowd = [telegram.user(f"U{number}") for number in range(30)]
    rig.engine.ready.clear()
    questions = [user.tells("chaired") for user in crowd]
    telegram.wait_for(lambda: len(typed_in(telegram)) == 20)
    with pytest.raises(AssertionError, match="waited"):
        telegram.wait_for(lambda: len(typed_in(telegram)) > 20, 0.7)
    rig.engine.ready.set()
    for question in questions:
        assert "罗远山" in telegram.reply_to(question).text


def test_in_private_a_draft_says_that_an_answer_takes_its_time(rig, telegram):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.tells("chaired"))
    rig.engine.ready.clear()
    question = alice.tells("decided")
    telegram.wait_for(lambda: telegram.calls("sendMessageDraft"))
    rig.engine.ready.set()
    telegram.reply_to(question)
    (draft,) = telegram.calls("sendMessageDraft")
    assert draft.given == {"chat_id": alice.id, "draft_id": question.id}


REPORT = "市水务委员会第二次会议召开\n12月17日，罗远山主持召开市水务委员会第二次会议。"


def test_a_report_that_is_in_keeps_a_thumb_unless_the_group_wants_no_signs(rig, telegram, owner):
    group = telegram.supergroup("群", owner)
    loaded = owner.says(group, "/load " + REPORT)
    telegram.reply_to(loaded)
    telegram.wait_for(lambda: group.reactions(loaded) == ["👍"])
    refused = owner.says(group, "/load 无")
    telegram.reply_to(refused)
    owner.presses(telegram.reply_to(owner.says(group, "/settings")), "关掉👀 等待时的记号").answered()
    quiet = owner.says(group, "/load " + REPORT.replace("二", "三"))
    telegram.reply_to(quiet)
    assert group.reactions(refused) == group.reactions(quiet) == []


@pytest.mark.parametrize(("command", "action"), [("/matrix", "upload_photo"), ("/export", "upload_document")])
def test_who_waits_for_a_file_is_shown_that_it_is_made(rig, telegram, owner, command, action):
    telegram.reply_to(owner.tells("/load " + REPORT))
    telegram.reply_to(owner.tells(command))
    assert action in [shown for _, shown, _ in owner.private.chat.actions]


def test_a_thumb_down_brings_the_question_into_the_gaps_once_for_each_person(rig, telegram):
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.group("群", alice, bob)
    answer = telegram.reply_to(alice.says(group, "@huiwen_bot chaired"))
    assert alice.presses(answer, "👎").answered()["text"].startswith("谢谢，记下了：")
    assert alice.presses(answer, "👎").answered()["text"] == "您已经评过这个回答。"
    assert bob.presses(answer, "👎").answered()["text"].startswith("谢谢，记下了：")
    (gap,) = telegram.wait_for(lambda: [gap for gap in gaps_in(rig.store, group.id, 9) if gap.times == 2])
    assert (gap.question, gap.reason) == ("chaired", "disliked")


def test_a_thumb_up_is_thanked_and_a_refusal_asks_for_none(rig, telegram):
    alice = telegram.user("Alice")
    answer = telegram.reply_to(alice.tells("chaired"))
    press = alice.presses(answer, "👍").answered()
    assert (press["text"], press["show_alert"]) == ("谢谢，记下了。", False)
    refusal = telegram.reply_to(alice.tells("not_said"))
    assert "👍" not in [button["text"] for button in refusal.buttons]
    (gap,) = telegram.wait_for(lambda: gaps_in(rig.store, None, 9))
    assert gap.reason == "not_said"
